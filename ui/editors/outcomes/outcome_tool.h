// What the pointer is doing on the outcome board. Takes places in the picture, gives back what people meant; changes
// nothing itself.
#pragma once

#include "adapters/area_walk.h"
#include "adapters/picture_view.h"
#include "view/picture.h"

#include <optional>
#include <variant>
#include <vector>

namespace flowspine::editors {

// What people meant.
struct SelectOutcome {
    base::AnyId id; // empty: nothing
    bool isToggle = false;
    friend bool operator==(const SelectOutcome&, const SelectOutcome&) = default;
};
// A click on something that is no card: a line to type into, a button, a chip.
struct UseOutcomeArea {
    view::HitArea area;
    friend bool operator==(const UseOutcomeArea&, const UseOutcomeArea&) = default;
};
struct RankOutcome {
    base::AnyId outcome;
    std::string perspective;
    std::size_t rank = 0;
    friend bool operator==(const RankOutcome&, const RankOutcome&) = default;
};
struct TieToOutcome {
    base::AnyId constraint;
    base::AnyId outcome;
    friend bool operator==(const TieToOutcome&, const TieToOutcome&) = default;
};
using OutcomeIntent = std::variant<std::monostate, SelectOutcome, UseOutcomeArea, RankOutcome, TieToOutcome>;

class OutcomeTool {
  public:
    OutcomeIntent press(const view::Picture& picture, const adapters::PointerAt& at);
    void move(const view::Picture& picture, const adapters::PointerAt& at);
    OutcomeIntent release(const view::Picture& picture, const adapters::PointerAt& at);
    // False when nothing was being dragged.
    bool cancel();
    [[nodiscard]] bool isDragging() const;
    [[nodiscard]] std::vector<view::Shape> overlay() const;

    [[nodiscard]] static Qt::CursorShape cursorAt(const view::Picture& picture, view::Point point);
    [[nodiscard]] static const adapters::Roles& cardRoles();

  private:
    struct Idle {};
    struct Pressed {
        view::Point from;
        std::optional<view::HitArea> top;  // what a click uses
        std::optional<view::HitArea> grip; // what a drag takes
    };
    struct DragCard {
        view::HitArea card;
        view::Point from;
        view::Point at;
        std::optional<adapters::CardDrop> drop;
    };
    struct DragTie {
        view::HitArea constraint;
        view::Point at;
        std::optional<view::HitArea> over;
    };

    std::variant<Idle, Pressed, DragCard, DragTie> m_state;
};

} // namespace flowspine::editors
