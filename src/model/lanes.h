// The lanes of a flow variant.
#pragma once

#include "model/model.h"

#include <vector>

namespace flowspine::model {

// In drawing order: the listed lanes, then the teams of other steps in the plan's order, and an empty id last when a
// task, decision or wait has no team.
[[nodiscard]] std::vector<Id<Team>> lanesOf(const Model& model, const Variant& variant);

} // namespace flowspine::model
