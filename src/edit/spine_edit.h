// Edits of the spine matrix and of decision rights.
#pragma once

#include "edit/entity_edit.h"

namespace flowspine::edit {

using model::Id;

// A spine item in a cell of the matrix, last in it.
[[nodiscard]] Result<Added> addSpineItem(const Model& model, model::SpineCategory category, model::Stability stability,
                                         std::string_view title, base::IdGenerator& ids);

// Puts an item into a cell, at `rank` (from 0; none: last) among the items there. Whether the new class asks for an
// authority, a change route or somebody who decides is for ui and the health rules to say; nothing is refused here.
[[nodiscard]] Result<Model> reclassify(const Model& model, const Id<model::SpineItem>& item,
                                       model::SpineCategory category, model::Stability stability,
                                       std::optional<std::size_t> rank = std::nullopt);

// Whether `item` holds within the limits of the fixed item `limits`. Error: same-item.
[[nodiscard]] Result<Model> setWithin(const Model& model, const Id<model::SpineItem>& item,
                                      const Id<model::SpineItem>& limits, bool isWithin);

// Gives a role its letter in a decision right in place of the one it had; none takes its part away.
[[nodiscard]] Result<Model> assignLetter(const Model& model, const Id<model::DecisionRight>& right,
                                         const Id<model::Role>& role, std::optional<model::Letter> letter,
                                         base::IdGenerator& ids);

// Makes `role` the only decider; the others that had the letter lose their part.
[[nodiscard]] Result<Model> makeOnlyDecider(const Model& model, const Id<model::DecisionRight>& right,
                                            const Id<model::Role>& role, base::IdGenerator& ids);

// A decision right made of what the step already says of who answers, works, is asked and is told (RACI); the step
// refers to it. A role that the step names twice gets the first of those letters. Error: no-entity.
[[nodiscard]] Result<Added> stateDecisionRight(const Model& model, const Id<model::Step>& step, base::IdGenerator& ids);

} // namespace flowspine::edit
