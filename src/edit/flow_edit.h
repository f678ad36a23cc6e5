// Edits of value flows: steps, links, lanes, variants.
#pragma once

#include "edit/entity_edit.h"

namespace flowspine::edit {

using model::Id;

// A flow with one as-is variant, its current one, that has a start and an end linked to each other.
[[nodiscard]] Result<Added> addFlow(const Model& model, std::string_view name, base::IdGenerator& ids);

// A step in `variant`, in the lane of `team` (may be empty), linked from `after` when given, listed and phased like it.
// When the only way on from `after` is straight to an end and it is no place to branch, the step goes in between: work
// typed one after another stays a whole flow. Errors: no-owner, foreign-step, unknown-reference.
[[nodiscard]] Result<Added> addStep(const Model& model, const Id<model::Variant>& variant, std::string_view name,
                                    const Id<model::Team>& team, const AnyId& after, base::IdGenerator& ids);

// A link between two steps of one variant. Errors: foreign-step, same-step, duplicate-link (same ends and kind).
[[nodiscard]] Result<Added> connectSteps(const Model& model, const Id<model::Step>& from, const Id<model::Step>& to,
                                         model::LinkKind kind, base::IdGenerator& ids);

// Gives a link other ends and keeps all else. Errors as for connectSteps().
[[nodiscard]] Result<Model> reconnectLink(const Model& model, const Id<model::Link>& link, const Id<model::Step>& from,
                                          const Id<model::Step>& to);

// Gives the work of `steps` to `team` (empty: nobody); the variant gains a lane when it had none for the team.
[[nodiscard]] Result<Model> handOver(const Model& model, const std::vector<AnyId>& steps, const Id<model::Team>& team);

// Pins a step at a column (0 is the first) and clears the pin when `column` is none. Error: out-of-range.
[[nodiscard]] Result<Model> pinStep(const Model& model, const Id<model::Step>& step, std::optional<int> column,
                                    base::IdGenerator& ids);

// Moves a team's lane to `position` among the variant's lanes. Lanes that were only implied become listed. Error:
// no-lane.
[[nodiscard]] Result<Model> moveLane(const Model& model, const Id<model::Variant>& variant, const Id<model::Team>& team,
                                     std::size_t position);

// A to-be copy of a variant, listed behind it. Each step's origin is the step it was copied from or, when that one has
// an origin itself, that origin: all variants of a flow point to the same first step, however often they were copied.
// References from outside the variant (constraints' places, roadmap items) stay with the original.
[[nodiscard]] Result<Added> duplicateVariant(const Model& model, const Id<model::Variant>& variant,
                                             std::string_view name, base::IdGenerator& ids);
[[nodiscard]] Result<Model> makeCurrent(const Model& model, const Id<model::Variant>& variant);

} // namespace flowspine::edit
