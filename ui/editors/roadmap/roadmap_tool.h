// What the pointer is doing on the roadmap, its timeline or its board. Takes places in the picture, gives back what
// people meant; changes nothing itself.
#pragma once

#include "adapters/area_walk.h"
#include "adapters/picture_view.h"
#include "view/picture.h"
#include "view/timeline_scale.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace flowspine::editors {

enum class BarPart { whole, start, end };

// What people meant.
struct SelectRoadmap {
    base::AnyId id; // empty: nothing
    bool isToggle = false;
    friend bool operator==(const SelectRoadmap&, const SelectRoadmap&) = default;
};
struct UseRoadmapArea {
    view::HitArea area;
    friend bool operator==(const UseRoadmapArea&, const UseRoadmapArea&) = default;
};
// A bar under the pointer, this many days from where it began. Sent while it is dragged and once more with `isDone`.
struct ShiftBar {
    base::AnyId item;
    BarPart part = BarPart::whole;
    int days = 0;
    bool isDone = false;
    friend bool operator==(const ShiftBar&, const ShiftBar&) = default;
};
// A card without dates dropped on a day of the timeline.
struct ScheduleCard {
    base::AnyId item;
    base::Date day;
    friend bool operator==(const ScheduleCard&, const ScheduleCard&) = default;
};
// A card dropped into a cell of the board, before another card (none: last).
struct DropCard {
    base::AnyId item;
    std::string cell;
    base::AnyId before;
    friend bool operator==(const DropCard&, const DropCard&) = default;
};
struct WaitFor {
    base::AnyId item;
    base::AnyId earlier;
    friend bool operator==(const WaitFor&, const WaitFor&) = default;
};
using RoadmapIntent =
    std::variant<std::monostate, SelectRoadmap, UseRoadmapArea, ShiftBar, ScheduleCard, DropCard, WaitFor>;

// `scale` is null on the board.
struct RoadmapCanvas {
    const view::Picture& picture;
    const view::TimelineScale* scale = nullptr;
};

class RoadmapTool {
  public:
    RoadmapIntent press(const RoadmapCanvas& canvas, const adapters::PointerAt& at);
    RoadmapIntent move(const RoadmapCanvas& canvas, const adapters::PointerAt& at, bool isDown);
    RoadmapIntent release(const RoadmapCanvas& canvas, const adapters::PointerAt& at);
    // False when nothing was being dragged.
    bool cancel();
    [[nodiscard]] bool isDragging() const;
    [[nodiscard]] std::vector<view::Shape> overlay(const RoadmapCanvas& canvas) const;
    [[nodiscard]] Qt::CursorShape cursorAt(const RoadmapCanvas& canvas, const adapters::PointerAt& at) const;

    // Things that people select and drag.
    [[nodiscard]] static const adapters::Roles& itemRoles();

  private:
    struct Idle {};
    struct Pressed {
        view::Point from;
        std::optional<view::HitArea> top;
        std::optional<view::HitArea> item;
    };
    struct DragBar {
        base::AnyId item;
        BarPart part = BarPart::whole;
        double fromX = 0;
        int days = 0;
    };
    struct DragCard {
        view::HitArea card;
        view::Point from;
        view::Point at;
        std::optional<base::Date> day;          // over the timeline
        std::optional<adapters::CardDrop> drop; // over the board
    };
    struct DragDependency {
        base::AnyId from;
        view::Point start;
        view::Point at;
        std::optional<view::HitArea> over;
    };

    [[nodiscard]] int daysAt(const RoadmapCanvas& canvas, const DragBar& drag, const adapters::PointerAt& at) const;
    // The bar whose handle for dependencies lies under the pointer.
    [[nodiscard]] const view::HitArea* handleBar(const RoadmapCanvas& canvas, const adapters::PointerAt& at) const;

    std::variant<Idle, Pressed, DragBar, DragCard, DragDependency> m_state;
    base::AnyId m_hover;
};

// Where a dependency is pulled out of a bar or card: right of its right edge.
[[nodiscard]] view::Rect dependencyHandle(const view::Rect& item);

} // namespace flowspine::editors
