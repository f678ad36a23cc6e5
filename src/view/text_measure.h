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

// `text` as it may be shown: valid UTF-8, line breaks and tabs as spaces, and what would change the reading without
// being seen (control and bidi characters) written out as "<U+202E>". Ends in "…" where `text` has more bytes.
[[nodiscard]] std::string visible(std::string_view text, std::size_t maxBytes = std::string_view::npos);

// Breaks at spaces (inside words only when one is too long), at most `maxLines` lines; the last is elided with "…"
// when text is left. Runs of spaces count as one. Lines are visible() text. Empty when there are no words.
[[nodiscard]] std::vector<std::string> wrapped(const TextMeasure& measure, std::string_view text,
                                               const TextStyle& style, double maxWidth, std::size_t maxLines);
// One line of visible() text; empty when not even "…" fits. Never parts a character from the marks that follow it.
[[nodiscard]] std::string elided(const TextMeasure& measure, std::string_view text, const TextStyle& style,
                                 double maxWidth);

} // namespace flowspine::view
