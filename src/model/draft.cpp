#include "model/draft.h"

#include "model/entity_type.h"

#include <algorithm>
#include <cassert>

namespace flowspine::model {

const Entity* Draft::find(const AnyId& id) const {
    const auto changed = m_changes.find(id);
    return changed != m_changes.end() ? changed->second.get() : m_base.find(id).get();
}

Entity* Draft::change(const AnyId& id) {
    const auto changed = m_changes.find(id);
    if (changed != m_changes.end()) return changed->second.get();
    const EntityPtr original = m_base.find(id);
    if (!original) return nullptr;
    return m_changes.emplace(id, entityType(*original).clone(*original)).first->second.get();
}

void Draft::put(std::shared_ptr<Entity> entity) {
    assert(kindOf(entity->id).has_value());
    const AnyId id = entity->id;
    m_changes.insert_or_assign(id, std::move(entity));
}

void Draft::remove(const AnyId& id) {
    m_changes.insert_or_assign(id, nullptr);
}

Model Draft::finish() const {
    std::array<EntityTable::Rows, kindCount> puts;
    std::array<std::vector<AnyId>, kindCount> removals;
    for (const auto& [id, entity] : m_changes) {
        const EntityPtr original = m_base.find(id);
        if (entity ? original && equal(*original, *entity) : !original) continue;
        const auto kind = static_cast<std::size_t>(*kindOf(id));
        if (entity)
            puts[kind].push_back(entity);
        else
            removals[kind].push_back(id);
    }
    std::array<EntityTable, kindCount> tables = m_base.tables();
    for (std::size_t i = 0; i < kindCount; ++i) {
        if (puts[i].empty() && removals[i].empty()) continue;
        std::sort(puts[i].begin(), puts[i].end(), [](const EntityPtr& a, const EntityPtr& b) { return a->id < b->id; });
        std::sort(removals[i].begin(), removals[i].end());
        tables[i] = tables[i].edited(puts[i], removals[i]);
    }
    return Model(std::move(tables));
}

} // namespace flowspine::model
