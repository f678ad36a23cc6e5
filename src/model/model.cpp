#include "model/model.h"

#include "model/entity_type.h"

namespace flowspine::model {

EntityPtr Model::find(const AnyId& id) const {
    const std::optional<Kind> kind = kindOf(id);
    return kind ? table(*kind).find(id) : nullptr;
}

std::size_t Model::entityCount() const {
    std::size_t count = 0;
    for (const EntityTable& each : m_tables) count += each.size();
    return count;
}

bool Model::isSameAs(const Model& other) const {
    for (std::size_t i = 0; i < kindCount; ++i)
        if (!m_tables[i].isSameAs(other.m_tables[i])) return false;
    return true;
}

bool operator==(const Model& a, const Model& b) {
    for (std::size_t i = 0; i < kindCount; ++i) {
        if (a.m_tables[i].isSameAs(b.m_tables[i])) continue;
        const EntityTable::Rows& left = a.m_tables[i].rows();
        const EntityTable::Rows& right = b.m_tables[i].rows();
        if (left.size() != right.size()) return false;
        for (std::size_t row = 0; row < left.size(); ++row)
            if (left[row] != right[row] && !equal(*left[row], *right[row])) return false;
    }
    return true;
}

Model makeEmptyModel(AnyId planId, std::string name) {
    auto plan = std::make_shared<Plan>();
    plan->id = planId;
    plan->name = std::move(name);
    std::array<EntityTable, kindCount> tables;
    tables[static_cast<std::size_t>(Kind::plan)] = EntityTable({std::move(plan)});
    return Model(std::move(tables));
}

} // namespace flowspine::model
