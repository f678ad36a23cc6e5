// Edits of the outcome board: outcomes by perspective and rank, their measures, and the constraints that hold them
// back.
#pragma once

#include "edit/entity_edit.h"

#include <string>

namespace flowspine::edit {

using model::Id;

// Rank counts from 0 among the outcomes of one perspective; none: last of them.
[[nodiscard]] Result<Added> addOutcome(const Model& model, model::Perspective perspective, std::string_view title,
                                       base::IdGenerator& ids, std::optional<std::size_t> rank = std::nullopt);

// One outcome for every line with words in it, last of the perspective, in the order of the lines. List marks ("- ", "•
// ", "3. ") are taken off and tabs become spaces. No line with words: the plan as it was and no roots.
[[nodiscard]] Result<Pasted> pasteOutcomes(const Model& model, model::Perspective perspective, std::string_view lines,
                                           base::IdGenerator& ids);
// The titles that pasteOutcomes() makes of `lines`.
[[nodiscard]] std::vector<std::string> titlesIn(std::string_view lines);

[[nodiscard]] Result<Model> moveOutcome(const Model& model, const Id<model::Outcome>& outcome,
                                        model::Perspective perspective, std::size_t rank);

[[nodiscard]] Result<Added> addMeasure(const Model& model, const Id<model::Outcome>& outcome, std::string_view name,
                                       base::IdGenerator& ids);

// A constraint that holds `outcome` back.
[[nodiscard]] Result<Added> addConstraintFor(const Model& model, const Id<model::Outcome>& outcome,
                                             std::string_view title, base::IdGenerator& ids);
[[nodiscard]] Result<Model> tieConstraint(const Model& model, const Id<model::Constraint>& constraint,
                                          const Id<model::Outcome>& outcome);
[[nodiscard]] Result<Model> untieConstraint(const Model& model, const Id<model::Constraint>& constraint,
                                            const Id<model::Outcome>& outcome);

// Whether `flow` delivers `outcome`.
[[nodiscard]] Result<Model> setDelivers(const Model& model, const Id<model::Flow>& flow,
                                        const Id<model::Outcome>& outcome, bool isDelivered);

} // namespace flowspine::edit
