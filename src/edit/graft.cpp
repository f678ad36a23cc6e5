#include "edit/graft.h"

#include "edit/groundwork.h"
#include "model/draft.h"
#include "model/entity_type.h"

#include <algorithm>
#include <map>

namespace flowspine::edit {

namespace {

using model::EntityPtr;
using model::FieldType;

class Grafter {
  public:
    Grafter(const Model& model, const Clipping& clipping, const std::vector<Place>& places, base::IdGenerator& ids)
        : m_model(model), m_clipping(clipping), m_places(places) {
        for (std::size_t i = 0; i < clipping.roots.size(); ++i) m_newOwner[clipping.roots[i]] = places[i].owner;
        for (const EntityPtr& entity : clipping.entities) {
            const AnyId id = newId(model, *model::kindOf(entity->id), ids);
            m_newIds[entity->id] = id;
            for (const FieldDescription& field : model::entityType(*entity).fields)
                if (field.type == FieldType::children)
                    for (const AnyId& child : model::idsIn(*entity, field)) m_newOwner[child] = id;
        }
    }

    Result<Grafted> run() {
        dropWhatMakesNoSense();
        Draft draft(m_model);
        for (const EntityPtr& entity : m_clipping.entities) {
            if (!m_newIds.contains(entity->id)) continue;
            std::shared_ptr<Entity> copy = renewed(*entity);
            for (const FieldDescription& field : model::entityType(*entity).fields)
                if (field.options.targets == 0)
                    if (std::optional<Error> error = whyNot(m_model, field, field.get(*copy))) return *error;
            draft.put(std::move(copy));
        }
        std::vector<AnyId> roots = insertRoots(draft);
        for (const auto& [oldId, id] : m_newIds) settleCurrentVariant(draft, id);
        for (const Place& place : m_places) settleCurrentVariant(draft, place.owner);
        return Grafted{draft.finish(), std::move(roots), std::move(m_newIds)};
    }

  private:
    // Holders whose necessary reference leads nowhere go, and with them what they own and what cannot do without them.
    void dropWhatMakesNoSense() {
        IdSet kept; // new ids of owners that are still there
        for (const auto& [oldId, id] : m_newIds) kept.insert(id);
        for (const Place& place : m_places) kept.insert(place.owner);
        for (bool isChanged = true; isChanged;) {
            isChanged = false;
            for (const EntityPtr& entity : m_clipping.entities) {
                const auto present = m_newIds.find(entity->id);
                if (present == m_newIds.end()) continue;
                if (kept.contains(newOwnerOf(entity->id)) && makesSense(*entity)) continue;
                kept.erase(present->second);
                m_newIds.erase(present);
                isChanged = true;
            }
        }
    }

    bool makesSense(const Entity& entity) const {
        for (const FieldDescription& field : model::entityType(entity).fields)
            if (field.options.onDelete == model::OnDelete::removeSelf)
                for (const AnyId& target : model::idsIn(entity, field))
                    if (followed(entity, field, target).isEmpty()) return false;
        return true;
    }

    // What a reference to `target` becomes in the copy of `entity`; empty when it leads nowhere.
    AnyId followed(const Entity& entity, const FieldDescription& field, const AnyId& target) const {
        const auto inside = m_newIds.find(target);
        const bool isInside = inside != m_newIds.end();
        if (isInside ? !model::contains(field.options.targets, *model::kindOf(target))
                     : whyNot(m_model, field, target).has_value())
            return {};
        if (staysInVariant(*model::kindOf(entity.id), field)) {
            const AnyId variant = isInside ? newOwnerOf(target) : ownerOf(m_model, target);
            if (variant != newOwnerOf(entity.id)) return {};
        }
        return isInside ? inside->second : target;
    }

    std::shared_ptr<Entity> renewed(const Entity& entity) const {
        const model::EntityType& type = model::entityType(entity);
        std::shared_ptr<Entity> copy = type.clone(entity);
        copy->id = m_newIds.at(entity.id);
        for (const FieldDescription& field : type.fields) {
            if (field.options.targets == 0) continue;
            std::vector<AnyId> ids;
            for (const AnyId& target : model::idsIn(entity, field)) {
                const AnyId id = field.type == FieldType::children ? newIdOf(target) : followed(entity, field, target);
                if (id) ids.push_back(id);
            }
            if (field.type == FieldType::reference)
                field.set(*copy, ids.empty() ? AnyId{} : ids.front());
            else
                field.set(*copy, std::move(ids));
        }
        if (type.kind == Kind::step) forgetTakenOrigin(static_cast<model::Step&>(*copy), newOwnerOf(entity.id));
        return copy;
    }

    AnyId newOwnerOf(const AnyId& oldId) const {
        const auto found = m_newOwner.find(oldId);
        return found == m_newOwner.end() ? AnyId{} : found->second;
    }

    AnyId newIdOf(const AnyId& oldId) const {
        const auto found = m_newIds.find(oldId);
        return found == m_newIds.end() ? AnyId{} : found->second;
    }

    // Two steps of one variant must not be the same step of another one.
    void forgetTakenOrigin(model::Step& copy, const AnyId& owner) const {
        const auto* variant = m_model.find(model::Id<model::Variant>(owner));
        if (variant == nullptr || !copy.origin) return;
        bool isTaken = false;
        m_model.forEach(variant->steps, [&](const model::Step& step) {
            isTaken = isTaken || step.id == copy.origin || step.origin == copy.origin;
        });
        if (isTaken) copy.origin = {};
    }

    std::vector<AnyId> insertRoots(Draft& draft) const {
        std::vector<AnyId> roots;
        std::map<std::pair<Kind, AnyId>, std::size_t> inserted;
        for (std::size_t i = 0; i < m_clipping.roots.size(); ++i) {
            const AnyId id = newIdOf(m_clipping.roots[i]);
            if (!id) continue;
            std::optional<std::size_t> position = m_places[i].position;
            if (position) *position += inserted[{*model::kindOf(id), m_places[i].owner}]++;
            insertChild(draft, m_places[i].owner, id, position);
            roots.push_back(id);
        }
        return roots;
    }

    const Model& m_model;
    const Clipping& m_clipping;
    const std::vector<Place>& m_places;
    std::unordered_map<AnyId, AnyId> m_newIds;   // old id to new id, of what stays
    std::unordered_map<AnyId, AnyId> m_newOwner; // old id to new owner
};

} // namespace

Result<Grafted> graft(const Model& model, const Clipping& clipping, const std::vector<Place>& places,
                      base::IdGenerator& ids) {
    return Grafter(model, clipping, places, ids).run();
}

} // namespace flowspine::edit
