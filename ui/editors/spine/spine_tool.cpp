#include "editors/spine/spine_tool.h"

#include "adapters/overlay_shapes.h"

namespace flowspine::editors {

using adapters::PointerAt;
using adapters::topAreaAt;
using view::HitArea;
using view::Picture;
using view::Point;

namespace {

// What the heads of the columns cover is not there for the pointer.
bool isCovered(const Picture& picture, Point point) {
    const HitArea* top = view::areaAt(picture, point);
    return top && top->role == "head";
}

std::optional<HitArea> copyOf(const HitArea* area) {
    return area ? std::optional(*area) : std::nullopt;
}

} // namespace

SpineIntent SpineTool::press(const Picture& picture, const PointerAt& at) {
    const HitArea* card = isCovered(picture, at.point) ? nullptr : topAreaAt(picture, at.point, {"card"});
    const HitArea* top = view::areaAt(picture, at.point);
    m_state = Pressed{at.point, copyOf(top), copyOf(card)};
    if (card) return SelectSpineItem{card->id, at.has(Qt::ControlModifier)};
    if (!top || top->role == "cell" || top->role == "head") return SelectSpineItem{};
    return {};
}

void SpineTool::move(const Picture& picture, const PointerAt& at) {
    if (const auto* pressed = std::get_if<Pressed>(&m_state)) {
        if (!pressed->card || adapters::distance(pressed->from, at.point) < at.fromScreen(adapters::dragThresholdPx))
            return;
        const HitArea card = *pressed->card;
        const Point from = pressed->from;
        m_state = DragCard{card, from, at.point, std::nullopt};
    }
    if (auto* drag = std::get_if<DragCard>(&m_state)) {
        drag->at = at.point;
        drag->drop = isCovered(picture, at.point)
                         ? std::nullopt
                         : adapters::cardDropAt(picture, at.point, "cell", {"card"}, drag->card.id);
    }
}

SpineIntent SpineTool::release(const Picture& picture, const PointerAt& at) {
    move(picture, at);
    const auto state = std::exchange(m_state, Idle{});
    if (const auto* drag = std::get_if<DragCard>(&state)) {
        if (!drag->drop) return {};
        return DropInCell{drag->card.id, drag->drop->target.key, drag->drop->position};
    }
    const auto* pressed = std::get_if<Pressed>(&state);
    if (pressed && pressed->top && pressed->top->role != "card" && pressed->top->role != "cell" &&
        pressed->top->role != "head")
        return UseSpineArea{*pressed->top};
    return {};
}

bool SpineTool::cancel() {
    const bool was = isDragging();
    m_state = Idle{};
    return was;
}

} // namespace flowspine::editors
