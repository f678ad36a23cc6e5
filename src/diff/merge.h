// Three-way merge of plans, by entity and field. No edit of either side is lost: what cannot be settled is a Conflict
// in the merged plan, with what all three versions say. docs/merging.md says for people what this does.
#pragma once

#include "base/result.h"
#include "model/model.h"

#include <vector>

namespace flowspine::diff {

struct Merged {
    model::Model model;                  // a whole plan: it can be saved, opened and shown, with conflicts or without
    std::vector<model::AnyId> conflicts; // that this merge made; all of them are children of the plan
};

// merge(b, b, x) = merge(b, x, b) = merge(b, x, x) = x. Swapping the sides changes nothing but which value of a
// conflict stands in the plan: ours. When the three plans are valid (see validate()), so is the merged one, except that
// a step that is in conflict over its variant may have links in both.
//
// Errors: no-base, other-plan (the three are not versions of one plan).
[[nodiscard]] base::Result<Merged> merge(const model::Model& base, const model::Model& ours,
                                         const model::Model& theirs);

} // namespace flowspine::diff
