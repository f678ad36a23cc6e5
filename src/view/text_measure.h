// Widths of text for projections, and wrapping by them. ui hands in Qt's metrics, tests fixed ones.
#pragma once

#include "view/picture.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::view {

class TextMeasure {
  public:
    virtual ~TextMeasure() = default;
    // Advance width in px of one line.
    [[nodiscard]] virtual double width(std::string_view text, const TextStyle& style) const = 0;
};

// Every character is as wide as 0.55 times the size: the same on every machine.
class FixedTextMeasure final : public TextMeasure {
  public:
    [[nodiscard]] double width(std::string_view text, const TextStyle& style) const override;
};

// Breaks at spaces (inside words only when one is too long), at most `maxLines` lines; the last is elided with "…"
// when text is left. Line breaks in the text count as spaces; control and bidi characters are made visible.
[[nodiscard]] std::vector<std::string> wrapped(const TextMeasure& measure, std::string_view text, const TextStyle& style,
                                               double maxWidth, std::size_t maxLines);
[[nodiscard]] std::string elided(const TextMeasure& measure, std::string_view text, const TextStyle& style,
                                 double maxWidth);

} // namespace flowspine::view
