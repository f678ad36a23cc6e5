// What a merge must give, found entity by entity and field by field the long way: nothing here is shared with the
// merge, not even the comparison of plans.
#pragma once

#include "model/model.h"

#include <string>
#include <vector>

namespace flowspine::test {

struct MergeVerdict {
    std::vector<std::string> lost;     // edits of a side that are neither in the plan nor a conflict
    std::vector<std::string> invented; // what neither side says
    std::vector<std::string> falsely;  // conflicts over what can be settled
    std::vector<std::string> broken;   // the plan is not valid

    [[nodiscard]] bool isFine() const { return lost.empty() && invented.empty() && falsely.empty() && broken.empty(); }
    // All of it, a line each.
    [[nodiscard]] std::string text() const;
};

// Judges `merged` and the conflicts in it that `ours` and `theirs` do not have.
[[nodiscard]] MergeVerdict judgeMerge(const model::Model& base, const model::Model& ours, const model::Model& theirs,
                                      const model::Model& merged);

} // namespace flowspine::test
