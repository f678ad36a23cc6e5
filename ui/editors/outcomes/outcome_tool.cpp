#include "editors/outcomes/outcome_tool.h"

#include "adapters/overlay_shapes.h"

namespace flowspine::editors {

using adapters::PointerAt;
using adapters::topAreaAt;
using view::HitArea;
using view::Picture;
using view::Point;
using view::Rect;

namespace {

std::optional<HitArea> copyOf(const HitArea* area) {
    return area ? std::optional(*area) : std::nullopt;
}

// What the band covers is not there for the pointer.
const HitArea* seenAreaAt(const Picture& picture, Point point, adapters::Roles roles) {
    roles.push_back("band");
    const HitArea* area = topAreaAt(picture, point, roles);
    return area && area->role != "band" ? area : nullptr;
}

} // namespace

const adapters::Roles& OutcomeTool::cardRoles() {
    static const adapters::Roles roles = {"card", "measure", "constraint"};
    return roles;
}

OutcomeIntent OutcomeTool::press(const Picture& picture, const PointerAt& at) {
    const HitArea* selectable = seenAreaAt(picture, at.point, cardRoles());
    m_state = Pressed{at.point, copyOf(view::areaAt(picture, at.point)),
                      copyOf(seenAreaAt(picture, at.point, {"card", "constraint"}))};
    if (selectable) return SelectOutcome{selectable->id, at.has(Qt::ControlModifier)};
    const HitArea* top = view::areaAt(picture, at.point);
    if (!top || top->role == "column" || top->role == "band") return SelectOutcome{};
    return {};
}

void OutcomeTool::move(const Picture& picture, const PointerAt& at) {
    if (const auto* pressed = std::get_if<Pressed>(&m_state)) {
        const bool isFar = adapters::distance(pressed->from, at.point) >= at.fromScreen(adapters::dragThresholdPx);
        if (!isFar || !pressed->grip) return;
        const HitArea grip = *pressed->grip;
        const Point from = pressed->from;
        if (grip.role == "card")
            m_state = DragCard{grip, from, at.point, std::nullopt};
        else
            m_state = DragTie{grip, at.point, std::nullopt};
    }
    if (auto* drag = std::get_if<DragCard>(&m_state)) {
        drag->at = at.point;
        drag->drop = adapters::cardDropAt(picture, at.point, "column", {"card"}, drag->card.id);
    } else if (auto* tie = std::get_if<DragTie>(&m_state)) {
        tie->at = at.point;
        tie->over = copyOf(seenAreaAt(picture, at.point, {"card"}));
    }
}

OutcomeIntent OutcomeTool::release(const Picture& picture, const PointerAt& at) {
    move(picture, at);
    const auto state = std::exchange(m_state, Idle{});
    if (const auto* drag = std::get_if<DragCard>(&state)) {
        if (drag->drop) return RankOutcome{drag->card.id, drag->drop->target.key, drag->drop->position};
        return {};
    }
    if (const auto* tie = std::get_if<DragTie>(&state)) {
        if (tie->over) return TieToOutcome{tie->constraint.id, tie->over->id};
        return {};
    }
    const auto* pressed = std::get_if<Pressed>(&state);
    if (pressed && pressed->top && !adapters::isOneOf(pressed->top->role, cardRoles()) &&
        pressed->top->role != "column" && pressed->top->role != "band")
        return UseOutcomeArea{*pressed->top};
    return {};
}

bool OutcomeTool::cancel() {
    const bool was = isDragging();
    m_state = Idle{};
    return was;
}

bool OutcomeTool::isDragging() const {
    return std::holds_alternative<DragCard>(m_state) || std::holds_alternative<DragTie>(m_state);
}

std::vector<view::Shape> OutcomeTool::overlay() const {
    std::vector<view::Shape> shapes;
    if (const auto* drag = std::get_if<DragCard>(&m_state)) {
        Rect ghost = drag->card.rect;
        ghost.x += drag->at.x - drag->from.x;
        ghost.y += drag->at.y - drag->from.y;
        shapes = adapters::dragGhost(ghost);
        if (drag->drop) shapes.push_back(adapters::dropLine(drag->drop->line));
    } else if (const auto* tie = std::get_if<DragTie>(&m_state)) {
        shapes.push_back(adapters::dragLine({tie->constraint.rect.center().x, tie->constraint.rect.y}, tie->at));
        if (tie->over) shapes.push_back(adapters::ring(tie->over->rect, 2));
    }
    return shapes;
}

Qt::CursorShape OutcomeTool::cursorAt(const Picture& picture, Point point) {
    const HitArea* top = view::areaAt(picture, point);
    if (!top || top->role == "column" || top->role == "band") return Qt::ArrowCursor;
    if (top->role == "add") return Qt::IBeamCursor;
    return adapters::isOneOf(top->role, cardRoles()) ? Qt::ArrowCursor : Qt::PointingHandCursor;
}

} // namespace flowspine::editors
