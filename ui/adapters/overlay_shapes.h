// What tools draw above a picture while something is being done: the same few marks in every editor.
#pragma once

#include "view/picture.h"

#include <string>

namespace flowspine::adapters {

// The place where something will be put.
[[nodiscard]] view::Shape dropLine(const view::Rect& rect);
// What will take the thing that is dragged.
[[nodiscard]] view::Shape dropWash(const view::Rect& rect);
// A frame round something, `distance` px out.
[[nodiscard]] view::Shape ring(const view::Rect& rect, double distance = 0);
// The frame pulled over an empty place.
[[nodiscard]] view::Shape rubberBand(const view::Rect& rect);
// A link being drawn.
[[nodiscard]] view::Shape dragLine(view::Point from, view::Point to);
// The outline of what is dragged, with its shadow.
[[nodiscard]] std::vector<view::Shape> dragGhost(const view::Rect& rect);
// Words beside the pointer that say what will happen; already of one line.
[[nodiscard]] std::vector<view::Shape> dragWords(view::Point at, const std::string& words, double width);

[[nodiscard]] view::Rect rectBetween(view::Point a, view::Point b);
[[nodiscard]] double distance(view::Point a, view::Point b);
// So far the pointer moves, on the screen, before a press becomes a drag.
inline constexpr double dragThresholdPx = 6;

} // namespace flowspine::adapters
