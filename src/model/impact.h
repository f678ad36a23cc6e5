// What hangs on an entity: who refers to it, or to what it owns. What a removal would do with them is edit's to say.
#pragma once

#include "model/model_index.h"

#include <vector>

namespace flowspine::model {

// From entities that `id` does not own; each reference field and target once, in the order of the referring kinds and
// ids. Empty when there is no such entity.
[[nodiscard]] std::vector<Reference> impactOf(const Model& model, const ModelIndex& index, const AnyId& id);

// The entities behind impactOf(), without doubles and in its order; where a step stands by hand does not count.
[[nodiscard]] std::vector<AnyId> referrersOf(const Model& model, const ModelIndex& index, const AnyId& id);

} // namespace flowspine::model
