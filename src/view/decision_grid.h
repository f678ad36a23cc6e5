// Decision rights as a grid: a row for each right, a column for each role that takes part in one, and the letter of its
// part where they meet. Exactly one decider stands out, two are marked, none leaves an open place. Below them decisions
// of flows for which nobody has stated a right, with the letters that follow from their steps. A pure projection.
//
// Areas, by role: "right" (the row's head; a decision right), "derived" (the head of a step's row), "letter" (id: the
// row's, key: the role), "slot" (like "letter", in the open place for a decider), "within" and "escalation" (id: the
// right), "add" (key "decision": takes the next right), "hidden-roles" (shows the roles without a part, or hides them).
#pragma once

#include "model/model_index.h"
#include "view/picture.h"
#include "view/text_measure.h"

#include <string>
#include <vector>

namespace flowspine::view {

struct DecisionGridOptions {
    double width = 1512;         // px available; the picture is wider when there are more roles than fit
    double viewportHeight = 900; // px; the picture is at least as high
    std::vector<AnyId> selection;
    std::string cursor; // where keys go in the first selected row: a role's id, "within", "escalation"; or none
    bool showsAllRoles = false;
    bool takesInput = true; // has a line for the next right, and says what letters and keys mean
};

[[nodiscard]] Picture decisionGrid(const model::Model& model, const model::ModelIndex& index,
                                   const DecisionGridOptions& options, const TextMeasure& measure);

} // namespace flowspine::view
