// Which entities of a plan go by an owner, a team, a tag or a status: for lighting them in every picture.
#pragma once

#include "model/model_index.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::model {

// All that names the role in any field, the role itself included.
[[nodiscard]] std::vector<AnyId> ownedBy(const Model& model, const ModelIndex& index, const Id<Role>& role);
// The team, what it does or is named by (its lanes aside), its roles, and what these own.
[[nodiscard]] std::vector<AnyId> ofTeam(const Model& model, const ModelIndex& index, const Id<Team>& team);
[[nodiscard]] std::vector<AnyId> tagged(const Model& model, std::string_view tag);
// By the words of the status: "Open", "Running".
[[nodiscard]] std::vector<AnyId> withStatus(const Model& model, std::string_view label);

// What there is to choose from, each once and sorted.
[[nodiscard]] std::vector<std::string> tagsIn(const Model& model);
[[nodiscard]] std::vector<std::string> statusesIn(const Model& model);

} // namespace flowspine::model
