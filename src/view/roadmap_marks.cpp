#include "view/roadmap_marks.h"

#include <cmath>
#include <numbers>

namespace flowspine::view {

using model::RoadmapStatus;

void drawStateMark(PictureBuilder& to, const std::string& part, Point center, RoadmapStatus status, Paint paint) {
    constexpr double radius = 4.5;
    const auto disc = [&](const std::string& name, double r, Paint fill, Stroke border) -> Shape& {
        return to.box(name, {center.x - r, center.y - r, 2 * r, 2 * r}, fill, border, 0, Outline::ellipse);
    };
    const Stroke ring{paint, 1.5};
    const bool isFull = status == RoadmapStatus::adopted || status == RoadmapStatus::adapted;
    disc(part, radius, isFull ? paint : Paint{Role::none}, ring).tip = std::string(model::labelOf(status));
    switch (status) {
    case RoadmapStatus::running: {
        Ribbon half;
        for (int i = 0; i <= 8; ++i) {
            const double angle = std::numbers::pi * (i / 8.0 - 0.5);
            const Point edge{center.x + 3.75 * std::cos(angle), center.y + 3.75 * std::sin(angle)};
            half.upper.push_back({center.x, edge.y});
            half.lower.push_back(edge);
        }
        half.fill = paint;
        to.add(part + ".half", std::move(half));
        break;
    }
    case RoadmapStatus::measuring: disc(part + ".dot", 1.75, paint, {{Role::none}, 0}); break;
    case RoadmapStatus::adapted: disc(part + ".dot", 1.75, {Role::paper}, {{Role::none}, 0}); break;
    case RoadmapStatus::stopped:
        to.line(part + ".cross", {{center.x - 3, center.y + 3}, {center.x + 3, center.y - 3}}, {paint, 1.5});
        break;
    case RoadmapStatus::proposed:
    case RoadmapStatus::adopted: break;
    }
}

Paint paintOf(SpineLock lock) {
    return lock == SpineLock::closed ? Paint{Role::bad}
           : lock == SpineLock::open ? Paint{Role::warn}
                                     : Paint{Role::muted};
}

void drawLock(PictureBuilder& to, const std::string& part, const Rect& rect, SpineLock lock) {
    if (lock != SpineLock::none)
        to.symbol(part, rect, lock == SpineLock::closed ? "lock-closed" : "lock-open", paintOf(lock));
}

void drawDiamond(PictureBuilder& to, const std::string& part, Point center, double size, bool isFull, Paint paint,
                 double lineWidth) {
    to.box(part, {center.x - size / 2, center.y - size / 2, size, size}, isFull ? paint : Paint{Role::paper},
           {paint, lineWidth}, 0, Outline::lozenge);
}

} // namespace flowspine::view
