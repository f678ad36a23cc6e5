// Settling what a merge left open. A settled conflict is gone from the plan.
#pragma once

#include "edit/entity_edit.h"

namespace flowspine::edit {

enum class Choice { base, ours, theirs, asItStands };

// Puts the chosen side's value, order, place or presence into the plan and takes the conflict out; asItStands only
// takes it out. References to what is not in the plan any more are left out, and a flow keeps a current variant of its
// own. Errors: no-entity (no such conflict), and those of setField() and move() when the value does not fit the plan
// any more.
[[nodiscard]] Result<Model> settleConflict(const Model& model, const AnyId& conflict, Choice choice);

// Settles with a value of one's own. Errors as above, and no-field when the conflict is not over a field.
[[nodiscard]] Result<Model> settleConflictWith(const Model& model, const AnyId& conflict, FieldValue value);

// All conflicts alike: places first and removals last, so that nothing goes with an owner that it is to leave. The ids
// of those that could not be settled so, which stay.
struct Settled {
    Model model;
    std::vector<AnyId> left;
};
[[nodiscard]] Settled settleAll(const Model& model, Choice choice);

} // namespace flowspine::edit
