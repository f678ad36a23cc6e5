// The plan's invariants: what must hold for every Model that an edit or the reader makes. Health rules, which judge
// the content of a plan, live in analysis/.
#pragma once

#include "base/result.h"
#include "model/model.h"

#include <vector>

namespace flowspine::model {

// Everything that is wrong, in the order of kinds and ids. Codes:
//   no-plan, no-owner, two-owners, missing-child   the tree of ownership is broken
//   unknown-reference, wrong-kind                  a reference names nothing, or a kind its field does not take
//   out-of-range                                   a number is outside its field's limits
//   foreign-step                                   a link or placement names a step of another variant
//   no-current-variant                             a flow has variants but none of them is current
// `pointer` is the entity's id; the message names entity and field in words.
[[nodiscard]] std::vector<base::Issue> validate(const Model& model);

} // namespace flowspine::model
