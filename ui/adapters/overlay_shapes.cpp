#include "adapters/overlay_shapes.h"

#include <algorithm>
#include <cmath>

namespace flowspine::adapters {

using view::Box;
using view::Dash;
using view::Label;
using view::Line;
using view::Outline;
using view::Paint;
using view::Point;
using view::Rect;
using view::Role;
using view::Shape;
using view::Stroke;

namespace {

constexpr double cardRadius = 6;

Shape shape(const char* part, view::Form form) {
    Shape made;
    made.part = part;
    made.form = std::move(form);
    return made;
}

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

} // namespace

Shape dropLine(const Rect& rect) {
    return shape("drop line", Box{rect, Outline::rectangle, 1, Paint{Role::accent}, Stroke{{Role::none}, 0}});
}

Shape dropWash(const Rect& rect) {
    // A frame and no fill: the overlay lies above the picture, and words under it stay readable.
    return shape("drop wash",
                 Box{rect, Outline::rectangle, cardRadius, Paint{Role::none}, Stroke{{Role::accent}, 2, Dash::dashed}});
}

Shape ring(const Rect& rect, double distance) {
    return shape("ring", Box{grown(rect, distance), Outline::rectangle, cardRadius + distance, Paint{Role::none},
                             Stroke{{Role::accent}, 2}});
}

Shape rubberBand(const Rect& rect) {
    return shape("rubber band",
                 Box{rect, Outline::rectangle, 0, Paint{Role::none}, Stroke{{Role::accent}, 1, Dash::dashed}});
}

Shape dragLine(Point from, Point to) {
    Line line;
    line.points = {from, to};
    line.stroke = Stroke{{Role::accent}, 2};
    line.end = view::LineEnd::arrow;
    return shape("drag line", std::move(line));
}

std::vector<Shape> dragGhost(const Rect& rect) {
    const Rect under{rect.x + 2, rect.y + 4, rect.width, rect.height};
    return {
        shape("drag shadow",
              Box{under, Outline::rectangle, cardRadius, Paint{Role::none}, Stroke{{Role::ink, 28, Role::ground}, 3}}),
        shape("drag ghost", Box{rect, Outline::rectangle, cardRadius, Paint{Role::none}, Stroke{{Role::accent}, 2}})};
}

std::vector<Shape> dragWords(Point at, const std::string& words, double width) {
    const Rect box{at.x + 14, at.y + 18, width + 16, 24};
    Label label;
    label.anchor = {box.x + 8, box.y + 16};
    label.lines = {words};
    label.style = {11, 600, false, false};
    label.paint = {Role::paper};
    label.width = width;
    return {
        shape("drag words box", Box{box, Outline::rectangle, cardRadius, Paint{Role::ink}, Stroke{{Role::none}, 0}}),
        shape("drag words", std::move(label))};
}

Rect rectBetween(Point a, Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

double distance(Point a, Point b) {
    return std::hypot(a.x - b.x, a.y - b.y);
}

} // namespace flowspine::adapters
