// How a line is drawn, for everything that draws pictures without Qt: where it stops short of its ends, and the
// outlines of what sits there. The sizes are those of PicturePainter.
#pragma once

#include "view/picture.h"

#include <vector>

namespace flowspine::view {

// What sits at the end of a line: a closed outline, filled with the line's colour or, when hollow, with paper.
struct LineEndShape {
    std::vector<Point> outline; // empty: none, or a disc
    double discRadius = 0;
    bool isHollow = false;
};
// `tip` is the line's end, `from` the point before it.
[[nodiscard]] LineEndShape shapeOf(LineEnd end, Point tip, Point from, double strokeWidth, double scale = 1);

// The line's points with both ends shortened, so that what sits there is drawn clean.
[[nodiscard]] std::vector<Point> shortened(const Line& line);

// The point `length` from `from` towards `to`.
[[nodiscard]] Point towards(Point from, Point to, double length);

} // namespace flowspine::view
