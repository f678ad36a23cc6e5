// A plan like those that people make, of any size: flows of thirty steps with their links, outcomes with measures and
// readings, constraints, a spine, and a roadmap. The same arguments give the same plan.
#pragma once

#include "model/model.h"

#include <cstddef>

namespace flowspine::bench {

// About that many entities.
[[nodiscard]] model::Model benchPlan(std::size_t entities);

// One flow without steps and that many roadmap items, spread over two years.
[[nodiscard]] model::Model roadmapPlan(std::size_t items);

// One flow with one variant of that many steps in ten lanes, 1.3 links a step.
[[nodiscard]] model::Model flowPlan(std::size_t steps);

// The plan with one name changed, about every hundredth entity: what another person's copy differs in. Copies with
// another `first`, below 20, differ in other entities.
[[nodiscard]] model::Model changedCopy(const model::Model& model, std::size_t first = 0);

} // namespace flowspine::bench
