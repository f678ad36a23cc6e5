// The editors of the window, in the order of the method.
#pragma once

#include "adapters/editor.h"
#include "render/theme.h"
#include "session/document_session.h"

#include <vector>

namespace flowspine::app {

// Session and theme outlive them; the caller owns them.
[[nodiscard]] std::vector<adapters::Editor*> makeEditors(session::DocumentSession& session, const render::Theme& theme);

} // namespace flowspine::app
