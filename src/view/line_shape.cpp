#include "view/line_shape.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

namespace {

constexpr double thickLineWidth = 2.25;

double distance(Point a, Point b) {
    return std::hypot(b.x - a.x, b.y - a.y);
}

double lengthOf(LineEnd end, double strokeWidth, double scale) {
    if (end == LineEnd::arrow) return scale * (strokeWidth > thickLineWidth * scale ? 8 : 7);
    return end == LineEnd::hollowDiamond ? scale * 12 : 0;
}

} // namespace

Point towards(Point from, Point to, double length) {
    const double whole = distance(from, to);
    if (whole <= 0) return from;
    return {from.x + (to.x - from.x) * length / whole, from.y + (to.y - from.y) * length / whole};
}

LineEndShape shapeOf(LineEnd end, Point tip, Point from, double strokeWidth, double scale) {
    if (end == LineEnd::none || distance(tip, from) <= 0) return {};
    const double length = distance(from, tip);
    const Point along{(tip.x - from.x) / length, (tip.y - from.y) / length};
    const auto at = [&](double back, double aside) {
        return Point{tip.x - scale * (along.x * back + along.y * aside),
                     tip.y - scale * (along.y * back - along.x * aside)};
    };
    const bool isThick = strokeWidth > thickLineWidth * scale;
    switch (end) {
    case LineEnd::arrow: {
        const double size = isThick ? 9 : 8;
        const double half = isThick ? 4.5 : 3.5;
        return {{tip, at(size, half), at(size, -half)}, 0, false};
    }
    case LineEnd::hollowDiamond: return {{tip, at(6, 4), at(12, 0), at(6, -4)}, 0, true};
    case LineEnd::bar: return {{at(0, 4), at(0, -4), at(2, -4), at(2, 4)}, 0, false};
    case LineEnd::disc: return {{}, 3 * scale, false};
    case LineEnd::none: break;
    }
    return {};
}

std::vector<Point> shortened(const Line& line) {
    std::vector<Point> points = line.points;
    if (points.size() < 2) return points;
    const auto shorten = [&](Point& end, Point neighbour, LineEnd what) {
        end = towards(end, neighbour,
                      std::min(lengthOf(what, line.stroke.width, line.endScale), distance(end, neighbour)));
    };
    shorten(points.front(), line.points[1], line.start);
    shorten(points.back(), line.points[line.points.size() - 2], line.end);
    return points;
}

} // namespace flowspine::view
