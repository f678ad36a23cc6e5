// Finding areas of a picture by direction and by place in a column: what arrow keys and drags need.
#pragma once

#include "view/picture.h"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flowspine::adapters {

enum class Direction { left, right, up, down };

using Roles = std::vector<std::string_view>;
[[nodiscard]] bool isOneOf(std::string_view role, const Roles& roles);

// The nearest area of one of the roles that lies in `direction`, seen from the middle of `from`, and stands for another
// entity than `self`. What lies straight ahead comes before what lies aside. nullptr when there is none.
[[nodiscard]] const view::HitArea* neighbour(const view::Picture& picture, const view::Rect& from, Direction direction,
                                             const Roles& roles, const base::AnyId& self = {});

// Where a card would land: in which area, before which card, and where to draw the line that says so.
struct CardDrop {
    view::HitArea target;
    base::AnyId before;       // the card that would come next; empty: last
    std::size_t position = 0; // among the target's cards without the dragged one
    view::Rect line;          // 2 px high
};
// nullopt outside of all areas of a role of `targets`. `cards` are the roles of cards, `dragged` is not counted.
[[nodiscard]] std::optional<CardDrop> cardDropAt(const view::Picture& picture, view::Point point,
                                                 std::string_view targetRole, const Roles& cards,
                                                 const base::AnyId& dragged);

// The topmost area at `point` with one of the roles.
[[nodiscard]] const view::HitArea* topAreaAt(const view::Picture& picture, view::Point point, const Roles& roles);
// The first area of this id with one of the roles.
[[nodiscard]] const view::HitArea* firstAreaOf(const view::Picture& picture, const base::AnyId& id, const Roles& roles);

} // namespace flowspine::adapters
