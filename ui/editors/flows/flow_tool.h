// What the pointer is doing on the flow canvas. Takes places in the picture, gives back what people meant; changes
// nothing itself and knows no plan, only areas.
#pragma once

#include "adapters/area_walk.h"
#include "adapters/picture_view.h"
#include "session/selection.h"
#include "view/picture.h"

#include <optional>
#include <variant>
#include <vector>

namespace flowspine::editors {

// What people meant.
struct SelectOnCanvas {
    std::vector<base::AnyId> ids;
    bool isToggle = false; // of the one id
    friend bool operator==(const SelectOnCanvas&, const SelectOnCanvas&) = default;
};
// Steps dropped somewhere else: in another lane, by some columns aside, or both.
struct DropSteps {
    std::vector<base::AnyId> steps;
    std::optional<base::AnyId> team; // of the lane; an empty id is the lane of nobody
    int columns = 0;                 // to the right
    friend bool operator==(const DropSteps&, const DropSteps&) = default;
};
struct DropLane {
    base::AnyId team;
    std::size_t position = 0; // among the lanes without it
    friend bool operator==(const DropLane&, const DropLane&) = default;
};
struct ConnectTo {
    base::AnyId from;
    base::AnyId to;
    friend bool operator==(const ConnectTo&, const ConnectTo&) = default;
};
// An end of a link pulled to another step.
struct ReconnectEnd {
    base::AnyId link;
    bool isTarget = false; // the end that it leads to
    base::AnyId step;
    friend bool operator==(const ReconnectEnd&, const ReconnectEnd&) = default;
};
// A link drawn to an empty place: the next step comes there.
struct NextStepAt {
    base::AnyId from;
    std::optional<base::AnyId> team; // the lane under the place
    friend bool operator==(const NextStepAt&, const NextStepAt&) = default;
};
struct UseFlowArea {
    view::HitArea area;
    friend bool operator==(const UseFlowArea&, const UseFlowArea&) = default;
};
using FlowIntent =
    std::variant<std::monostate, SelectOnCanvas, DropSteps, DropLane, ConnectTo, ReconnectEnd, NextStepAt, UseFlowArea>;

// What the tool needs to know of the moment.
struct FlowCanvas {
    const view::Picture& picture;
    const session::Selection& selection;
};

class FlowTool {
  public:
    FlowIntent press(const FlowCanvas& canvas, const adapters::PointerAt& at);
    // True when what is drawn above the picture changed.
    bool move(const FlowCanvas& canvas, const adapters::PointerAt& at, bool isDown);
    FlowIntent release(const FlowCanvas& canvas, const adapters::PointerAt& at);
    // False when nothing was being dragged.
    bool cancel();
    [[nodiscard]] bool isDragging() const;

    // Handles of what is hovered, and the marks of what is dragged. `words` says what a drop would do.
    [[nodiscard]] std::vector<view::Shape> overlay(const FlowCanvas& canvas) const;
    // The lane that dragged steps would go to, when it is another one.
    [[nodiscard]] std::optional<base::AnyId> laneUnderDrag() const;
    [[nodiscard]] std::optional<view::Point> pointerOfDrag() const;
    [[nodiscard]] Qt::CursorShape cursorAt(const FlowCanvas& canvas, const adapters::PointerAt& at) const;

  private:
    struct Idle {};
    struct Pressed {
        view::Point from;
        std::optional<view::HitArea> top;
        bool wasSelected = false;
        bool hasModifier = false;
    };
    struct RubberBand {
        view::Point from;
        view::Point to;
    };
    struct DragSteps {
        std::vector<base::AnyId> steps;
        base::AnyId grip;
        view::Point from;
        view::Point to;
        std::optional<base::AnyId> lane; // another one than the grip's
        int columns = 0;
    };
    struct DragLink {
        base::AnyId from;
        view::Point start;
        view::Point to;
        std::optional<view::HitArea> over;
    };
    struct DragEnd {
        base::AnyId link;
        bool isTarget = false;
        view::Point other; // the end that stays
        view::Point to;
        std::optional<view::HitArea> over;
    };
    struct DragLane {
        view::HitArea lane;
        view::Point from;
        view::Point to;
        std::size_t position = 0;
    };

    void beginDrag(const FlowCanvas& canvas, const Pressed& pressed, view::Point to);
    // The end of the selected link at a place.
    [[nodiscard]] std::optional<DragEnd> linkEndAt(const FlowCanvas& canvas, const adapters::PointerAt& at) const;
    [[nodiscard]] const view::HitArea* handleStep(const FlowCanvas& canvas, const adapters::PointerAt& at) const;

    std::variant<Idle, Pressed, RubberBand, DragSteps, DragLink, DragEnd, DragLane> m_state;
    base::AnyId m_hover;
};

// Where links are pulled out of a step: above, right and below.
[[nodiscard]] std::vector<view::Rect> linkHandles(const view::Rect& step);

} // namespace flowspine::editors
