#include "editors/roadmap/roadmap_tool.h"

#include "adapters/overlay_shapes.h"

#include <cmath>

namespace flowspine::editors {

using adapters::firstAreaOf;
using adapters::PointerAt;
using adapters::topAreaAt;
using base::AnyId;
using view::HitArea;
using view::Point;
using view::Rect;

namespace {

constexpr double handleSize = 10;
constexpr double handleGap = 8; // clear of the handle that resizes
constexpr int daysPerWeek = 7;
constexpr double rulerHeight = 4;

std::optional<HitArea> copyOf(const HitArea* area) {
    return area ? std::optional(*area) : std::nullopt;
}

// Places that do something when they are clicked.
const adapters::Roles& buttonRoles() {
    static const adapters::Roles roles = {"add", "add-experiment", "link-measure", "set-review"};
    return roles;
}

bool isBar(const HitArea& area) {
    return adapters::isOneOf(area.role, {"bar", "bar-start", "bar-end"});
}

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

} // namespace

Rect dependencyHandle(const Rect& item) {
    return {item.right() + handleGap, item.center().y - handleSize / 2, handleSize, handleSize};
}

const adapters::Roles& RoadmapTool::itemRoles() {
    static const adapters::Roles roles = {"bar", "bar-start", "bar-end", "card"};
    return roles;
}

const HitArea* RoadmapTool::handleBar(const RoadmapCanvas& canvas, const PointerAt& at) const {
    const HitArea* item = m_hover ? firstAreaOf(canvas.picture, m_hover, {"bar", "card"}) : nullptr;
    return item && grown(dependencyHandle(item->rect), 3).contains(at.point) ? item : nullptr;
}

RoadmapIntent RoadmapTool::press(const RoadmapCanvas& canvas, const PointerAt& at) {
    if (const HitArea* item = handleBar(canvas, at)) {
        m_state = DragDependency{item->id, {item->rect.right(), item->rect.center().y}, at.point, std::nullopt};
        return {};
    }
    const HitArea* top = view::areaAt(canvas.picture, at.point);
    const HitArea* item = topAreaAt(canvas.picture, at.point, itemRoles());
    m_state = Pressed{at.point, copyOf(top), copyOf(item)};
    if (item) return SelectRoadmap{item->id, at.has(Qt::ControlModifier)};
    const bool isThing = top && adapters::isOneOf(top->role, {"spine", "event", "constraint", "lane"}) && top->id;
    if (isThing) return SelectRoadmap{top->id};
    const bool isUsed = top && adapters::isOneOf(top->role, buttonRoles());
    return isUsed ? RoadmapIntent() : SelectRoadmap{};
}

int RoadmapTool::daysAt(const RoadmapCanvas& canvas, const DragBar& drag, const PointerAt& at) const {
    const double days = (at.point.x - drag.fromX) / canvas.scale->pixelsPerDay;
    if (at.has(Qt::ShiftModifier)) return static_cast<int>(std::lround(days));
    return static_cast<int>(std::lround(days / daysPerWeek)) * daysPerWeek;
}

RoadmapIntent RoadmapTool::move(const RoadmapCanvas& canvas, const PointerAt& at, bool isDown) {
    if (!isDown) {
        const HitArea* item = topAreaAt(canvas.picture, at.point, itemRoles());
        if (item || !handleBar(canvas, at)) m_hover = item ? item->id : AnyId();
        return {};
    }
    if (const auto* pressed = std::get_if<Pressed>(&m_state)) {
        if (!pressed->item || adapters::distance(pressed->from, at.point) < at.fromScreen(adapters::dragThresholdPx))
            return {};
        const HitArea item = *pressed->item;
        const Point from = pressed->from;
        if (canvas.scale && isBar(item))
            m_state = DragBar{item.id,
                              item.role == "bar-start" ? BarPart::start
                              : item.role == "bar-end" ? BarPart::end
                                                       : BarPart::whole,
                              from.x, 0};
        else
            m_state = DragCard{item, from, at.point, std::nullopt, std::nullopt};
    }
    if (auto* bar = std::get_if<DragBar>(&m_state)) {
        const int days = daysAt(canvas, *bar, at);
        if (std::exchange(bar->days, days) == days) return {};
        return ShiftBar{bar->item, bar->part, days, false};
    }
    if (auto* card = std::get_if<DragCard>(&m_state)) {
        card->at = at.point;
        card->day.reset();
        card->drop.reset();
        if (canvas.scale) {
            const HitArea* top = topAreaAt(canvas.picture, at.point, {"lane-body", "axis", "tray"});
            if (top && top->role != "tray") card->day = canvas.scale->dateAt(at.point.x);
        } else {
            card->drop = adapters::cardDropAt(canvas.picture, at.point, "cell", {"card"}, card->card.id);
        }
    } else if (auto* line = std::get_if<DragDependency>(&m_state)) {
        line->at = at.point;
        const HitArea* over = topAreaAt(canvas.picture, at.point, itemRoles());
        const HitArea* target =
            over && over->id != line->from ? firstAreaOf(canvas.picture, over->id, {"bar", "card"}) : nullptr;
        line->over = copyOf(target);
    }
    return {};
}

RoadmapIntent RoadmapTool::release(const RoadmapCanvas& canvas, const PointerAt& at) {
    (void)move(canvas, at, true);
    const auto state = std::exchange(m_state, Idle{});
    if (const auto* bar = std::get_if<DragBar>(&state)) return ShiftBar{bar->item, bar->part, bar->days, true};
    if (const auto* card = std::get_if<DragCard>(&state)) {
        if (card->day) return ScheduleCard{card->card.id, *card->day};
        if (card->drop) return DropCard{card->card.id, card->drop->target.key, card->drop->before};
        return {};
    }
    if (const auto* line = std::get_if<DragDependency>(&state)) {
        if (line->over) return WaitFor{line->over->id, line->from};
        return {};
    }
    const auto* pressed = std::get_if<Pressed>(&state);
    const bool isUsed = pressed && pressed->top && adapters::isOneOf(pressed->top->role, buttonRoles());
    if (isUsed) return UseRoadmapArea{*pressed->top};
    return {};
}

bool RoadmapTool::cancel() {
    const bool was = isDragging();
    m_state = Idle{};
    return was;
}

bool RoadmapTool::isDragging() const {
    return !std::holds_alternative<Idle>(m_state) && !std::holds_alternative<Pressed>(m_state);
}

std::vector<view::Shape> RoadmapTool::overlay(const RoadmapCanvas& canvas) const {
    std::vector<view::Shape> shapes;
    if (const auto* bar = std::get_if<DragBar>(&m_state)) {
        // The ruler shows the range that the bar now takes.
        const HitArea* area = firstAreaOf(canvas.picture, bar->item, {"bar"});
        const HitArea* axis = nullptr;
        for (const HitArea& each : canvas.picture.areas)
            if (each.role == "axis") axis = &each;
        if (area && axis) {
            shapes.push_back(adapters::dropLine({area->rect.x, axis->rect.y + 48, area->rect.width, rulerHeight}));
            shapes.push_back(adapters::ring(area->rect, 2));
        }
    } else if (const auto* card = std::get_if<DragCard>(&m_state)) {
        Rect ghost = card->card.rect;
        ghost.x += card->at.x - card->from.x;
        ghost.y += card->at.y - card->from.y;
        shapes = adapters::dragGhost(ghost);
        if (card->drop) shapes.push_back(adapters::dropLine(card->drop->line));
        if (card->day) shapes.push_back(adapters::dropLine({canvas.scale->xAt(*card->day), card->at.y - 40, 2, 80}));
    } else if (const auto* line = std::get_if<DragDependency>(&m_state)) {
        shapes.push_back(adapters::dragLine(line->start, line->at));
        if (line->over) shapes.push_back(adapters::ring(line->over->rect, 2));
    } else if (const HitArea* hovered = m_hover ? firstAreaOf(canvas.picture, m_hover, {"bar", "card"}) : nullptr) {
        view::Shape handle;
        handle.part = "dependency handle";
        handle.form = view::Box{dependencyHandle(hovered->rect),
                                view::Outline::ellipse,
                                0,
                                {view::Role::paper},
                                {{view::Role::accent}, 1.5}};
        shapes.push_back(std::move(handle));
    }
    return shapes;
}

Qt::CursorShape RoadmapTool::cursorAt(const RoadmapCanvas& canvas, const PointerAt& at) const {
    if (handleBar(canvas, at)) return Qt::CrossCursor;
    const HitArea* top = view::areaAt(canvas.picture, at.point);
    if (!top) return Qt::ArrowCursor;
    if (top->role == "bar-start" || top->role == "bar-end") return Qt::SizeHorCursor;
    if (top->role == "add") return Qt::IBeamCursor;
    return adapters::isOneOf(top->role,
                             {"spine", "event", "constraint", "add-experiment", "link-measure", "set-review"})
               ? Qt::PointingHandCursor
               : Qt::ArrowCursor;
}

} // namespace flowspine::editors
