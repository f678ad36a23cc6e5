// How a severity looks, in every picture and panel.
#pragma once

#include "base/result.h"
#include "view/picture.h"

namespace flowspine::view {

// As in resources/icons.
[[nodiscard]] constexpr const char* iconOf(base::Severity severity) {
    switch (severity) {
    case base::Severity::error: return "error";
    case base::Severity::warning: return "warning";
    case base::Severity::info: break;
    }
    return "info";
}

[[nodiscard]] constexpr Role roleOf(base::Severity severity) {
    switch (severity) {
    case base::Severity::error: return Role::bad;
    case base::Severity::warning: return Role::warn;
    case base::Severity::info: break;
    }
    return Role::muted;
}

} // namespace flowspine::view
