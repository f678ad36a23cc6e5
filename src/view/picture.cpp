#include "view/picture.h"

#include <algorithm>

namespace flowspine::view {

namespace {

// Parts of the type size above and below the baseline, those of the type that the pictures are designed with.
constexpr double ascent = 0.97;
constexpr double descent = 0.24;
// How far the drawing at a line's end reaches to the side.
constexpr double lineEndReach = 5;

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

Rect around(const std::vector<Point>& points) {
    if (points.empty()) return {};
    const auto [left, right] =
        std::minmax_element(points.begin(), points.end(), [](Point a, Point b) { return a.x < b.x; });
    const auto [top, bottom] =
        std::minmax_element(points.begin(), points.end(), [](Point a, Point b) { return a.y < b.y; });
    return {left->x, top->y, right->x - left->x, bottom->y - top->y};
}

struct BoundsOf {
    Rect operator()(const Box& box) const { return box.rect; } // its border lies inside
    Rect operator()(const Line& line) const {
        if (line.points.empty()) return {};
        const bool hasEnds = line.start != LineEnd::none || line.end != LineEnd::none;
        return grown(around(line.points), std::max(line.stroke.width / 2, hasEnds ? lineEndReach : 0));
    }
    Rect operator()(const Ribbon& ribbon) const {
        std::vector<Point> edge = ribbon.upper;
        edge.insert(edge.end(), ribbon.lower.begin(), ribbon.lower.end());
        return around(edge);
    }
    Rect operator()(const Label& label) const {
        if (label.lines.empty()) return {};
        const double shift = label.align == Align::left ? 0 : label.align == Align::center ? 0.5 : 1;
        const double baselines = static_cast<double>(label.lines.size() - 1) * label.lineHeight;
        return {label.anchor.x - shift * label.width, label.anchor.y - ascent * label.style.size, label.width,
                baselines + (ascent + descent) * label.style.size};
    }
    Rect operator()(const Symbol& symbol) const { return symbol.rect; }
};

} // namespace

Rect united(const Rect& a, const Rect& b) {
    const double left = std::min(a.x, b.x);
    const double top = std::min(a.y, b.y);
    return {left, top, std::max(a.right(), b.right()) - left, std::max(a.bottom(), b.bottom()) - top};
}

Rect boundsOf(const Form& form) {
    return std::visit(BoundsOf{}, form);
}

const HitArea* areaAt(const Picture& picture, Point point) {
    const auto found = std::find_if(picture.areas.rbegin(), picture.areas.rend(),
                                    [&](const HitArea& area) { return area.rect.contains(point); });
    return found == picture.areas.rend() ? nullptr : &*found;
}

const HitArea* areaAt(const Picture& picture, Point point, std::string_view role) {
    const auto found = std::find_if(picture.areas.rbegin(), picture.areas.rend(), [&](const HitArea& area) {
        return area.role == role && area.rect.contains(point);
    });
    return found == picture.areas.rend() ? nullptr : &*found;
}

} // namespace flowspine::view
