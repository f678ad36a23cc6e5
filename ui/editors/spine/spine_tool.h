// What the pointer is doing on the spine matrix. Takes places in the picture, gives back what people meant; changes
// nothing itself.
#pragma once

#include "adapters/area_walk.h"
#include "adapters/picture_view.h"
#include "view/picture.h"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace flowspine::editors {

// What people meant.
struct SelectSpineItem {
    base::AnyId id; // empty: nothing
    bool isToggle = false;
    friend bool operator==(const SelectSpineItem&, const SelectSpineItem&) = default;
};
struct UseSpineArea {
    view::HitArea area;
    friend bool operator==(const UseSpineArea&, const UseSpineArea&) = default;
};
// Dropped into a cell ("<category>/<stability>") at a rank among the cards there.
struct DropInCell {
    base::AnyId item;
    std::string cell;
    std::size_t rank = 0;
    friend bool operator==(const DropInCell&, const DropInCell&) = default;
};
using SpineIntent = std::variant<std::monostate, SelectSpineItem, UseSpineArea, DropInCell>;

class SpineTool {
  public:
    SpineIntent press(const view::Picture& picture, const adapters::PointerAt& at);
    void move(const view::Picture& picture, const adapters::PointerAt& at);
    SpineIntent release(const view::Picture& picture, const adapters::PointerAt& at);
    // False when nothing was being dragged.
    bool cancel();
    [[nodiscard]] bool isDragging() const { return std::holds_alternative<DragCard>(m_state); }
    struct DragCard {
        view::HitArea card;
        view::Point from;
        view::Point at;
        std::optional<adapters::CardDrop> drop;
    };
    // nullptr when nothing is being dragged.
    [[nodiscard]] const DragCard* drag() const { return std::get_if<DragCard>(&m_state); }

  private:
    struct Idle {};
    struct Pressed {
        view::Point from;
        std::optional<view::HitArea> top;
        std::optional<view::HitArea> card;
    };

    std::variant<Idle, Pressed, DragCard> m_state;
};

} // namespace flowspine::editors
