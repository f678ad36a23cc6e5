// The tint of each team, the same in every view: teams that do the work take the first seven in the plan's order,
// customers the eighth.
#pragma once

#include "model/model.h"
#include "view/picture.h"

#include <unordered_map>

namespace flowspine::view {

class TeamTints {
  public:
    explicit TeamTints(const model::Model& model);
    // Role::muted for the empty id and for unknown teams.
    [[nodiscard]] Role of(const AnyId& team) const;

  private:
    std::unordered_map<AnyId, Role> m_roles;
};

} // namespace flowspine::view
