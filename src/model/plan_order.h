// The tree of ownership as a list.
#pragma once

#include "model/model.h"

#include <vector>

namespace flowspine::model {

// `id` and all it owns, directly or not: each owner before its children, children in the order people gave them. With
// the plan's id this is everything, in the order of the project file. Empty when there is no such entity.
[[nodiscard]] std::vector<AnyId> withAllOwned(const Model& model, const AnyId& id);

} // namespace flowspine::model
