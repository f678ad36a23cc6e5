// Who decides under a decision right: the one letter of its scheme that means so.
#pragma once

#include "model/model.h"

#include <span>
#include <vector>

namespace flowspine::model {

// A in RACI and DACI, D in RAPID.
[[nodiscard]] Letter deciderLetter(DecisionScheme scheme);
// The letters that mean something in a scheme, in the order of its name.
[[nodiscard]] std::span<const Letter> lettersOf(DecisionScheme scheme);
// In the order of the assignments, without doubles; assignments to nobody are left out. Exactly one is healthy.
[[nodiscard]] std::vector<Id<Role>> decidersOf(const Model& model, const DecisionRight& right);

} // namespace flowspine::model
