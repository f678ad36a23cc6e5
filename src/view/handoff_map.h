// Who hands over to whom: a square of teams, rows give and columns take, the fuller the more. Areas: "pair" (key "row
// column") for pairs with handoffs.
#pragma once

#include "view/picture.h"
#include "view/text_measure.h"

#include <string>
#include <vector>

namespace flowspine::view {

struct MappedTeam {
    AnyId id;
    std::string name;
    Role tint = Role::muted;
};

struct HandoffCounts {
    std::vector<MappedTeam> teams;
    std::vector<std::vector<std::size_t>> counts; // giver, taker; as many rows and columns as teams
};

[[nodiscard]] Picture handoffMap(const HandoffCounts& content, const TextMeasure& measure);

} // namespace flowspine::view
