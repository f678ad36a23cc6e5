#include "editors/flows/flow_tool.h"

#include "adapters/overlay_shapes.h"

#include <algorithm>
#include <charconv>

namespace flowspine::editors {

using adapters::firstAreaOf;
using adapters::PointerAt;
using adapters::topAreaAt;
using base::AnyId;
using view::HitArea;
using view::Picture;
using view::Point;
using view::Rect;

namespace {

constexpr double handleSize = 10;
constexpr double handleReach = 3; // around it, still the handle
constexpr double endReach = 8;    // px on the screen, of the end of a link
constexpr std::size_t mostGhosts = 40;

std::optional<HitArea> copyOf(const HitArea* area) {
    return area ? std::optional(*area) : std::nullopt;
}

Rect grown(const Rect& rect, double by) {
    return {rect.x - by, rect.y - by, rect.width + 2 * by, rect.height + 2 * by};
}

const HitArea* laneAt(const Picture& picture, Point point) {
    // By height alone: a step may be dragged beyond the last column.
    for (const HitArea& area : picture.areas)
        if (area.role == "lane-body" && point.y >= area.rect.y && point.y < area.rect.bottom()) return &area;
    return nullptr;
}

// The column at a place, or the nearest one.
std::optional<int> columnAt(const Picture& picture, double x) {
    std::optional<int> nearest;
    double best = 0;
    for (const HitArea& area : picture.areas) {
        if (area.role != "column") continue;
        const double off = std::max({area.rect.x - x, x - area.rect.right(), 0.0});
        if (nearest && off >= best) continue;
        int number = 0;
        std::from_chars(area.key.data(), area.key.data() + area.key.size(), number);
        nearest = number;
        best = off;
    }
    return nearest;
}

bool isEmptyPlace(const HitArea* area) {
    return !area || adapters::isOneOf(area->role, {"canvas", "lane-body", "column", "gap", "phase", "removed"});
}

view::Shape handleShape(const Rect& rect) {
    view::Shape shape;
    shape.part = "handle";
    shape.form = view::Box{rect, view::Outline::ellipse, 0, {view::Role::paper}, {{view::Role::accent}, 1.5}};
    return shape;
}

view::Shape plusShape(const Rect& rect) {
    view::Shape shape;
    shape.part = "handle plus";
    view::Symbol plus;
    plus.rect = grown(rect, -2);
    plus.icon = "add";
    plus.paint = {view::Role::accent};
    shape.form = plus;
    return shape;
}

const view::Line* lineOf(const Picture& picture, const AnyId& link) {
    if (link)
        for (const view::Shape& shape : picture.shapes)
            if (shape.id == link && shape.part == "line") return std::get_if<view::Line>(&shape.form);
    return nullptr;
}

view::Shape endShape(Point at) {
    const double half = handleSize / 2;
    return handleShape({at.x - half, at.y - half, handleSize, handleSize});
}

} // namespace

std::vector<Rect> linkHandles(const Rect& step) {
    const Point middle = step.center();
    const double half = handleSize / 2;
    return {{middle.x - half, step.y - half, handleSize, handleSize},
            {step.right() - half, middle.y - half, handleSize, handleSize},
            {middle.x - half, step.bottom() - half, handleSize, handleSize}};
}

const HitArea* FlowTool::handleStep(const FlowCanvas& canvas, const PointerAt& at) const {
    for (const AnyId& id : {m_hover, canvas.selection.primary()}) {
        const HitArea* step = id ? firstAreaOf(canvas.picture, id, {"step"}) : nullptr;
        if (!step) continue;
        for (const Rect& handle : linkHandles(step->rect))
            if (grown(handle, handleReach).contains(at.point)) return step;
    }
    return nullptr;
}

std::optional<FlowTool::DragEnd> FlowTool::linkEndAt(const FlowCanvas& canvas, const PointerAt& at) const {
    const AnyId link = canvas.selection.primary();
    const view::Line* line = lineOf(canvas.picture, link);
    if (!line) return std::nullopt;
    for (const bool isTarget : {true, false}) {
        const Point& end = isTarget ? line->points.back() : line->points.front();
        if (adapters::distance(end, at.point) > at.fromScreen(endReach)) continue;
        return DragEnd{link, isTarget, isTarget ? line->points.front() : line->points.back(), at.point, std::nullopt};
    }
    return std::nullopt;
}

FlowIntent FlowTool::press(const FlowCanvas& canvas, const PointerAt& at) {
    if (std::optional<DragEnd> end = linkEndAt(canvas, at)) {
        m_state = *std::move(end);
        return {};
    }
    if (const HitArea* step = handleStep(canvas, at)) {
        m_state = DragLink{step->id, step->rect.center(), at.point, std::nullopt};
        return {};
    }
    const HitArea* top = topAreaAt(canvas.picture, at.point, {"step", "link", "lane"});
    if (!top) top = view::areaAt(canvas.picture, at.point);
    const bool hasModifier = at.has(Qt::ControlModifier) || at.has(Qt::ShiftModifier);
    const bool isThing = top && adapters::isOneOf(top->role, {"step", "link", "lane"});
    const bool wasSelected = isThing && canvas.selection.contains(top->id);
    m_state = Pressed{at.point, copyOf(top), wasSelected, hasModifier};
    if (!isThing) {
        if (isEmptyPlace(top) && !hasModifier) return SelectOnCanvas{};
        return {};
    }
    if (hasModifier) return SelectOnCanvas{{top->id}, true};
    // What is selected with others keeps its company until it is clear that nothing is dragged.
    return wasSelected ? FlowIntent() : SelectOnCanvas{{top->id}};
}

void FlowTool::beginDrag(const FlowCanvas& canvas, const Pressed& pressed, Point to) {
    const Point from = pressed.from;
    if (pressed.top && pressed.top->role == "step") {
        const AnyId grip = pressed.top->id;
        std::vector<AnyId> steps;
        for (const AnyId& id : canvas.selection.ids())
            if (firstAreaOf(canvas.picture, id, {"step"})) steps.push_back(id);
        if (std::find(steps.begin(), steps.end(), grip) == steps.end()) steps = {grip};
        m_state = DragSteps{std::move(steps), grip, from, to, std::nullopt, 0};
    } else if (pressed.top && pressed.top->role == "lane") {
        const HitArea lane = *pressed.top;
        m_state = DragLane{lane, from, to, 0};
    } else if (isEmptyPlace(pressed.top ? &*pressed.top : nullptr)) {
        m_state = RubberBand{from, to};
    }
}

bool FlowTool::move(const FlowCanvas& canvas, const PointerAt& at, bool isDown) {
    if (!isDown) {
        const HitArea* over = topAreaAt(canvas.picture, at.point, {"step"});
        if (!over && m_hover && handleStep(canvas, at)) return false;
        const AnyId hover = over ? over->id : AnyId();
        return std::exchange(m_hover, hover) != hover;
    }
    if (const auto* pressed = std::get_if<Pressed>(&m_state)) {
        if (adapters::distance(pressed->from, at.point) < at.fromScreen(adapters::dragThresholdPx)) return false;
        const Pressed start = *pressed;
        beginDrag(canvas, start, at.point);
    }
    const Picture& picture = canvas.picture;
    if (auto* band = std::get_if<RubberBand>(&m_state)) {
        band->to = at.point;
    } else if (auto* steps = std::get_if<DragSteps>(&m_state)) {
        steps->to = at.point;
        steps->lane.reset();
        steps->columns = 0;
        const HitArea* grip = firstAreaOf(picture, steps->grip, {"step"});
        if (!grip) return true;
        const Point middle{grip->rect.center().x + at.point.x - steps->from.x,
                           grip->rect.center().y + at.point.y - steps->from.y};
        const HitArea* target = laneAt(picture, middle);
        const HitArea* home = laneAt(picture, grip->rect.center());
        if (target && home && target->key != home->key) steps->lane = target->id;
        const std::optional<int> to = columnAt(picture, middle.x);
        const std::optional<int> from = columnAt(picture, grip->rect.center().x);
        if (to && from) steps->columns = *to - *from;
    } else if (auto* link = std::get_if<DragLink>(&m_state)) {
        link->to = at.point;
        const HitArea* over = topAreaAt(picture, at.point, {"step"});
        link->over = over && over->id != link->from ? copyOf(over) : std::nullopt;
    } else if (auto* end = std::get_if<DragEnd>(&m_state)) {
        end->to = at.point;
        end->over = copyOf(topAreaAt(picture, at.point, {"step"}));
    } else if (auto* lane = std::get_if<DragLane>(&m_state)) {
        lane->to = at.point;
        lane->position = 0;
        for (const HitArea& area : picture.areas)
            if (area.role == "lane" && area.id != lane->lane.id && area.rect.center().y < at.point.y) ++lane->position;
    } else {
        return false;
    }
    return true;
}

FlowIntent FlowTool::release(const FlowCanvas& canvas, const PointerAt& at) {
    move(canvas, at, true);
    const auto state = std::exchange(m_state, Idle{});
    if (const auto* band = std::get_if<RubberBand>(&state)) {
        const Rect rect = adapters::rectBetween(band->from, band->to);
        SelectOnCanvas select;
        if (at.has(Qt::ControlModifier) || at.has(Qt::ShiftModifier)) select.ids = canvas.selection.ids();
        for (const HitArea& area : canvas.picture.areas)
            if (area.role == "step" && area.rect.intersects(rect)) select.ids.push_back(area.id);
        return select;
    }
    if (const auto* steps = std::get_if<DragSteps>(&state)) {
        if (!steps->lane && steps->columns == 0) return {};
        return DropSteps{steps->steps, steps->lane, steps->columns};
    }
    if (const auto* link = std::get_if<DragLink>(&state)) {
        if (link->over) return ConnectTo{link->from, link->over->id};
        // A click on a handle, or a link pulled to an empty place.
        const bool isOnItself = topAreaAt(canvas.picture, at.point, {"step"}) != nullptr;
        const HitArea* home = firstAreaOf(canvas.picture, link->from, {"step"});
        const HitArea* lane = laneAt(canvas.picture, isOnItself && home ? home->rect.center() : at.point);
        return NextStepAt{link->from, lane ? std::optional(lane->id) : std::nullopt};
    }
    if (const auto* end = std::get_if<DragEnd>(&state)) {
        if (end->over) return ReconnectEnd{end->link, end->isTarget, end->over->id};
        return {};
    }
    if (const auto* lane = std::get_if<DragLane>(&state)) return DropLane{lane->lane.id, lane->position};
    if (const auto* pressed = std::get_if<Pressed>(&state); pressed && pressed->top) {
        if (pressed->wasSelected && !pressed->hasModifier) return SelectOnCanvas{{pressed->top->id}};
        if (!isEmptyPlace(&*pressed->top) && !adapters::isOneOf(pressed->top->role, {"step", "link", "lane"}))
            return UseFlowArea{*pressed->top};
    }
    return {};
}

bool FlowTool::cancel() {
    const bool was = isDragging();
    m_state = Idle{};
    return was;
}

bool FlowTool::isDragging() const {
    return !std::holds_alternative<Idle>(m_state) && !std::holds_alternative<Pressed>(m_state);
}

std::optional<AnyId> FlowTool::laneUnderDrag() const {
    const auto* steps = std::get_if<DragSteps>(&m_state);
    return steps ? steps->lane : std::nullopt;
}

std::optional<Point> FlowTool::pointerOfDrag() const {
    const auto* steps = std::get_if<DragSteps>(&m_state);
    return steps ? std::optional(steps->to) : std::nullopt;
}

std::vector<view::Shape> FlowTool::overlay(const FlowCanvas& canvas) const {
    std::vector<view::Shape> shapes;
    if (const auto* band = std::get_if<RubberBand>(&m_state)) {
        shapes.push_back(adapters::rubberBand(adapters::rectBetween(band->from, band->to)));
    } else if (const auto* steps = std::get_if<DragSteps>(&m_state)) {
        if (steps->lane)
            for (const HitArea& area : canvas.picture.areas)
                if (area.role == "lane-body" && area.id == *steps->lane)
                    shapes.push_back(adapters::dropWash(grown(area.rect, -2)));
        for (std::size_t i = 0; i < std::min(steps->steps.size(), mostGhosts); ++i) {
            const HitArea* step = firstAreaOf(canvas.picture, steps->steps[i], {"step"});
            if (!step) continue;
            Rect ghost = step->rect;
            ghost.x += steps->to.x - steps->from.x;
            ghost.y += steps->to.y - steps->from.y;
            const std::vector<view::Shape> drawn = adapters::dragGhost(ghost);
            shapes.insert(shapes.end(), drawn.begin(), drawn.end());
        }
    } else if (const auto* link = std::get_if<DragLink>(&m_state)) {
        shapes.push_back(adapters::dragLine(link->start, link->to));
        if (link->over) shapes.push_back(adapters::ring(link->over->rect, 4));
    } else if (const auto* end = std::get_if<DragEnd>(&m_state)) {
        shapes.push_back(end->isTarget ? adapters::dragLine(end->other, end->to)
                                       : adapters::dragLine(end->to, end->other));
        if (end->over) shapes.push_back(adapters::ring(end->over->rect, 4));
    } else if (const auto* lane = std::get_if<DragLane>(&m_state)) {
        Rect line{canvas.picture.bounds.x, canvas.picture.bounds.bottom() - 2, canvas.picture.bounds.width, 2};
        std::size_t seen = 0;
        for (const HitArea& area : canvas.picture.areas)
            if (area.role == "lane" && area.id != lane->lane.id && seen++ == lane->position) line.y = area.rect.y - 1;
        shapes.push_back(adapters::dropLine(line));
    } else if (const HitArea* hovered = m_hover ? firstAreaOf(canvas.picture, m_hover, {"step"}) : nullptr) {
        for (const Rect& handle : linkHandles(hovered->rect)) {
            shapes.push_back(handleShape(handle));
            shapes.push_back(plusShape(handle));
        }
    } else if (const view::Line* line = lineOf(canvas.picture, canvas.selection.primary())) {
        shapes.push_back(endShape(line->points.front()));
        shapes.push_back(endShape(line->points.back()));
    }
    return shapes;
}

Qt::CursorShape FlowTool::cursorAt(const FlowCanvas& canvas, const PointerAt& at) const {
    if (handleStep(canvas, at) || linkEndAt(canvas, at)) return Qt::CrossCursor;
    const HitArea* top = view::areaAt(canvas.picture, at.point);
    if (top && top->role == "lane") return Qt::SizeVerCursor;
    if (top && !isEmptyPlace(top) && !adapters::isOneOf(top->role, {"step", "link"})) return Qt::IBeamCursor;
    return Qt::ArrowCursor;
}

} // namespace flowspine::editors
