#include "view/team_tints.h"

namespace flowspine::view {

TeamTints::TeamTints(const model::Model& model) {
    std::size_t next = 0;
    model.forEach(model.plan().teams, [&](const model::Team& team) {
        const bool isCustomer = team.type == model::TeamType::customer;
        m_roles.emplace(team.id, isCustomer ? Role::team8 : teamRole(next % 7));
        if (!isCustomer) ++next;
    });
}

Role TeamTints::of(const AnyId& team) const {
    const auto found = m_roles.find(team);
    return found == m_roles.end() ? Role::muted : found->second;
}

} // namespace flowspine::view
