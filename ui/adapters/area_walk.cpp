#include "adapters/area_walk.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace flowspine::adapters {

using view::HitArea;
using view::Picture;
using view::Point;
using view::Rect;

namespace {

// A step aside costs as much as this many ahead.
constexpr double asideWeight = 3;
constexpr double lineThickness = 2;

bool overlaps(double aStart, double aEnd, double bStart, double bEnd) {
    return aStart < bEnd && bStart < aEnd;
}

} // namespace

bool isOneOf(std::string_view role, const Roles& roles) {
    return std::find(roles.begin(), roles.end(), role) != roles.end();
}

const HitArea* neighbour(const Picture& picture, const Rect& from, Direction direction, const Roles& roles,
                         const base::AnyId& self) {
    const bool isSideways = direction == Direction::left || direction == Direction::right;
    const double sign = direction == Direction::right || direction == Direction::down ? 1 : -1;
    const Point start = from.center();
    const HitArea* best = nullptr;
    double bestCost = std::numeric_limits<double>::infinity();
    for (const HitArea& area : picture.areas) {
        if (!isOneOf(area.role, roles) || area.rect == from || (self && area.id == self)) continue;
        const Point end = area.rect.center();
        const double ahead = sign * (isSideways ? end.x - start.x : end.y - start.y);
        const double aside = std::abs(isSideways ? end.y - start.y : end.x - start.x);
        if (ahead <= 1) continue;
        const bool isStraight = isSideways ? overlaps(from.y, from.bottom(), area.rect.y, area.rect.bottom())
                                           : overlaps(from.x, from.right(), area.rect.x, area.rect.right());
        const double cost = ahead + (isStraight ? aside / 100 : asideWeight * aside);
        if (cost < bestCost) {
            bestCost = cost;
            best = &area;
        }
    }
    return best;
}

std::optional<CardDrop> cardDropAt(const Picture& picture, Point point, std::string_view targetRole, const Roles& cards,
                                   const base::AnyId& dragged) {
    const HitArea* target = view::areaAt(picture, point, targetRole);
    if (!target) return std::nullopt;
    std::vector<const HitArea*> inside;
    for (const HitArea& area : picture.areas)
        if (area.id != dragged && isOneOf(area.role, cards) && target->rect.contains(area.rect.center()))
            inside.push_back(&area);
    std::sort(inside.begin(), inside.end(), [](const HitArea* a, const HitArea* b) { return a->rect.y < b->rect.y; });

    CardDrop drop{*target, {}, 0, {}};
    while (drop.position < inside.size() && inside[drop.position]->rect.center().y < point.y) ++drop.position;
    if (drop.position < inside.size()) drop.before = inside[drop.position]->id;

    double y = target->rect.y + lineThickness;
    double x = target->rect.x;
    double width = target->rect.width;
    if (!inside.empty()) {
        const bool isLast = drop.position == inside.size();
        const Rect& next = isLast ? inside.back()->rect : inside[drop.position]->rect;
        x = next.x;
        width = next.width;
        if (isLast)
            y = next.bottom() + 4;
        else if (drop.position == 0)
            y = next.y - 5;
        else
            y = (inside[drop.position - 1]->rect.bottom() + next.y) / 2 - lineThickness / 2;
    }
    drop.line = {x, y, width, lineThickness};
    return drop;
}

const HitArea* topAreaAt(const Picture& picture, Point point, const Roles& roles) {
    for (auto area = picture.areas.rbegin(); area != picture.areas.rend(); ++area)
        if (isOneOf(area->role, roles) && area->rect.contains(point)) return &*area;
    return nullptr;
}

const HitArea* firstAreaOf(const Picture& picture, const base::AnyId& id, const Roles& roles) {
    for (const HitArea& area : picture.areas)
        if (area.id == id && isOneOf(area.role, roles)) return &area;
    return nullptr;
}

} // namespace flowspine::adapters
