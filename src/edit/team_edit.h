// Edits of teams, the lanes that work runs in, and of roles.
#pragma once

#include "edit/entity_edit.h"

namespace flowspine::edit {

using model::Id;

// A team and the role that leads it ("Lead, Planning"). The id is the team's.
[[nodiscard]] Result<Added> addTeam(const Model& model, std::string_view name, base::IdGenerator& ids);

// One team of two: everything that named `from` names `into`, which also takes over its interactions and what it did
// not state itself; `from` is removed. Interactions between the two go. Error: same-team.
[[nodiscard]] Result<Model> mergeTeams(const Model& model, const Id<model::Team>& from, const Id<model::Team>& into);

// One role of two, likewise. Where both had the same letter in a decision right, it stands once; a role with two
// letters keeps both. Error: same-role.
[[nodiscard]] Result<Model> mergeRoles(const Model& model, const Id<model::Role>& from, const Id<model::Role>& into);

} // namespace flowspine::edit
