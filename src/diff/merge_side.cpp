#include "diff/merge_side.h"

#include "model/entity_type.h"

#include <algorithm>

namespace flowspine::diff {

namespace {

using model::Entity;
using model::FieldType;

const AnyId& foundIn(const std::unordered_map<AnyId, AnyId>& owners, const AnyId& id) {
    static const AnyId none;
    const auto at = owners.find(id);
    return at == owners.end() ? none : at->second;
}

std::vector<AnyId> childrenIn(const EntityPtr& entity, const FieldDescription& field) {
    return entity ? model::idsIn(*entity, field) : std::vector<AnyId>();
}

} // namespace

MergeSide::MergeSide(const Model& base, const Model& model) : m_model(model), m_changes(diff(base, model)) {
    for (const EntityChange& change : m_changes.changes) {
        if (change.isRemoved()) m_removed.insert(change.id);
        noteChildren(change);
    }
}

const EntityChange* MergeSide::changeOf(const AnyId& id) const {
    return m_changes.find(id);
}

AnyId MergeSide::ownerInChangedLists(const AnyId& id) const {
    return foundIn(m_owner, id);
}

AnyId MergeSide::baseOwnerInChangedLists(const AnyId& id) const {
    return foundIn(m_baseOwner, id);
}

void MergeSide::noteChildren(const EntityChange& change) {
    const Entity& any = change.after ? *change.after : *change.before;
    for (const FieldDescription& field : model::entityType(any).fields) {
        if (field.type != FieldType::children) continue;
        if (change.before && change.after && field.equal(*change.before, *change.after)) continue;
        const std::vector<AnyId> before = childrenIn(change.before, field);
        const IdSet known(before.begin(), before.end());
        for (const AnyId& child : before) m_baseOwner.emplace(child, change.id);
        for (const AnyId& child : childrenIn(change.after, field)) {
            m_owner.emplace(child, change.id);
            if (!known.contains(child)) m_gained.emplace(child, change.id);
        }
    }
}

bool MergeSide::onlyFollowsRemovals(const EntityChange& change) const {
    return change.before && change.after && change.before->extra == change.after->extra &&
           std::all_of(change.fields.begin(), change.fields.end(),
                       [this](const FieldChange& each) { return onlyFollowsRemovals(each); });
}

bool MergeSide::onlyFollowsRemovals(const FieldChange& change) const {
    if (const AnyId* before = std::get_if<AnyId>(&change.before))
        return removed(*before) && std::get<AnyId>(change.after).isEmpty();
    const auto* before = std::get_if<std::vector<AnyId>>(&change.before);
    if (before == nullptr) return false;
    const auto& after = std::get<std::vector<AnyId>>(change.after);
    std::vector<AnyId> left = *before;
    if (change.field->type == FieldType::children) {
        // A child that went elsewhere is a change of that child, not of its old owner.
        const IdSet kept(after.begin(), after.end());
        std::erase_if(left, [&kept](const AnyId& id) { return !kept.contains(id); });
    } else {
        std::erase_if(left, [this](const AnyId& id) { return removed(id); });
    }
    return left == after;
}

std::vector<AnyId> newlyNamed(const EntityChange& change) {
    std::vector<AnyId> named;
    if (!change.after) return named;
    const auto append = [&named](const std::vector<AnyId>& ids, const std::vector<AnyId>& known) {
        for (const AnyId& id : ids)
            if (std::find(known.begin(), known.end(), id) == known.end()) named.push_back(id);
    };
    const auto isReference = [](const FieldDescription& field) {
        return field.type == FieldType::reference || field.type == FieldType::references;
    };
    if (change.isAdded()) {
        for (const FieldDescription& field : model::entityType(*change.after).fields)
            if (isReference(field)) append(model::idsIn(*change.after, field), {});
    } else {
        for (const FieldChange& each : change.fields)
            if (isReference(*each.field))
                append(model::idsIn(*change.after, *each.field), model::idsIn(*change.before, *each.field));
    }
    return named;
}

} // namespace flowspine::diff
