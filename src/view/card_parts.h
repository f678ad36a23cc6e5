// Small pieces that the cards of several views are made of: words in a line box, tags, buttons, chips, icons with
// words. All stay inside the place they are given.
#pragma once

#include "view/picture_builder.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::view {

inline constexpr double cardRadius = 6;

// Words on the middle of `line`, elided to its width. Returns their width.
double lineText(PictureBuilder& to, std::string part, const Rect& line, std::string_view words, const TextStyle& style,
                Paint paint, Align align = Align::left);

// A word in a small frame, 16 high. `topLeft` is its corner; returns its width, 0 when `maxWidth` is too small.
double drawTag(PictureBuilder& to, const std::string& part, Point topLeft, std::string_view word, Paint text,
               Paint border, double maxWidth);

// A small button, 24 high, that ends at `topRight`. Returns its place.
Rect drawButton(PictureBuilder& to, const std::string& part, Point topRight, const std::string& icon,
                std::string_view words, bool isFlat = false);
[[nodiscard]] double buttonWidth(const TextMeasure& measure, std::string_view icon, std::string_view words);

// An icon and words of one colour in `line`, from its left or right end. Returns the place they take.
struct IconWords {
    std::string icon;
    std::string_view words;
    TextStyle style;
    double iconSize = 16;
};
Rect drawIconWords(PictureBuilder& to, const std::string& part, const Rect& line, const IconWords& what, Paint paint,
                   Align align = Align::left);

// Something that a card names and a click leads to.
struct Chip {
    std::string icon;
    std::string words;
    AnyId target;
};
// Chips of 24 height in `line`, as many as fit, then "and 2 more" with the others as its tip. Each is an area "chip"
// with the id of its target.
void drawChips(PictureBuilder& to, const std::string& part, const Rect& line, const std::vector<Chip>& chips);

} // namespace flowspine::view
