// A picture as an SVG file: real text elements, light colours, no scripts, events or references out of the file. The
// same picture always gives the same bytes.
#pragma once

#include "view/picture.h"

#include <functional>
#include <string>
#include <string_view>

namespace flowspine::exchange {

struct SvgOptions {
    std::string title;       // what the file is called to a reader of it
    std::string description; // one sentence for a screen reader
    // The SVG text of a symbol's icon; empty when there is none, and then the symbol is left out.
    std::function<std::string(std::string_view icon)> iconText;
};

[[nodiscard]] std::string svgText(const view::Picture& picture, const SvgOptions& options);

} // namespace flowspine::exchange
