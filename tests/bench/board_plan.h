// Large plans for the boards: many cards, and many threads between few columns. The same arguments give the same plan.
#pragma once

#include "model/model.h"

#include <cstddef>

namespace flowspine::bench {

// Outcomes with two measures of eight readings, and constraints that hold one or two of them back.
[[nodiscard]] model::Model boardPlan(std::size_t outcomes, std::size_t constraints);

// About five ties of the line of sight for each of `items` roadmap items.
[[nodiscard]] model::Model sightPlan(std::size_t items);

// Spine items over all cells of the matrix, half of them relied on by a step, a constraint or an adaptable item, and as
// many decision rights as `rights` among twelve roles.
[[nodiscard]] model::Model spinePlan(std::size_t items, std::size_t rights);

} // namespace flowspine::bench
