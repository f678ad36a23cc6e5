// Makes a change that something else proposed.
#pragma once

#include "edit/entity_edit.h"
#include "model/suggested_change.h"

namespace flowspine::edit {

// All steps or none. `added` are the ids behind newEntity(1), newEntity(2) …, in that order. Errors: those of
// setField(), add() and remove(), no-entity also for a newEntity(n) that does not exist yet.
struct ChangeMade {
    Model model;
    std::vector<AnyId> added;
};
[[nodiscard]] Result<ChangeMade> make(const Model& model, const model::SuggestedChange& change, base::IdGenerator& ids);

} // namespace flowspine::edit
