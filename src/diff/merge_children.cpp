#include "diff/merge_children.h"

#include "diff/sequence_merge.h"
#include "model/entities.h"
#include "model/entity_type.h"

#include <algorithm>

namespace flowspine::diff {

namespace {

using model::FieldType;

constexpr model::KindSet ties = model::kinds(Kind::link, Kind::placement);

Texts textsOf(const AnyId& id) {
    return id ? Texts{std::string(id.text())} : Texts();
}

} // namespace

ChildMerge::ChildMerge(const Model& base, const MergeSide& ours, const MergeSide& theirs, ConflictList& conflicts)
    : m_base(base), m_ours(ours), m_theirs(theirs), m_conflicts(conflicts) {
    holdBackStepsThatAreTied(ours, theirs);
    holdBackStepsThatAreTied(theirs, ours);
}

std::vector<AnyId> ChildMerge::touchedOwners() const {
    std::vector<AnyId> owners;
    for (const MergeSide* side : {&m_ours, &m_theirs}) {
        for (const EntityChange& change : side->changes().changes) {
            if (!change.after || !survives(change.id)) continue;
            const bool hasChildren =
                std::any_of(change.fields.begin(), change.fields.end(),
                            [](const FieldChange& each) { return each.field->type == FieldType::children; });
            if (hasChildren || change.isAdded()) owners.push_back(change.id);
        }
        owners.insert(owners.end(), side->allReturned().begin(), side->allReturned().end());
    }
    std::sort(owners.begin(), owners.end());
    owners.erase(std::unique(owners.begin(), owners.end()), owners.end());
    return owners;
}

std::vector<AnyId> ChildMerge::childrenOf(const AnyId& owner, const FieldDescription& field) {
    const EntityPtr before = m_base.find(owner);
    // A side without this owner has nothing to say about its children.
    const auto listOf = [&](const EntityPtr& entity) {
        return entity ? model::idsIn(*entity, field) : before ? model::idsIn(*before, field) : std::vector<AnyId>();
    };
    const EntityPtr mine = m_ours.model().find(owner);
    const EntityPtr yours = m_theirs.model().find(owner);
    const std::vector<AnyId> base = listOf(before);
    const std::vector<AnyId> left = listOf(mine);
    const std::vector<AnyId> right = listOf(yours);
    if (mine && yours && left == base && right == base) return base;
    auto merged = mergeSequence(base, left, right,
                                [&](const AnyId& child) { return survives(child) && ownerOf(child) == owner; });
    if (merged.isDisputed) m_conflicts.add(owner, model::ConflictKind::order, field, base, left, right);
    return std::move(merged.items);
}

AnyId ChildMerge::ownerOf(const AnyId& id) {
    const auto known = m_owners.find(id);
    if (known != m_owners.end()) return known->second;
    const AnyId base = baseOwnerOf(id);
    const auto ownerIn = [&](const MergeSide& side) {
        const AnyId owner = side.ownerInChangedLists(id);
        return owner ? owner : base;
    };
    const AnyId ours = ownerIn(m_ours);
    const AnyId theirs = ownerIn(m_theirs);
    AnyId owner = ours;
    if (ours.isEmpty() || ours == base) owner = theirs;
    if (owner.isEmpty()) owner = ours;
    const bool isDisputed = ours && theirs && ours != theirs && ours != base && theirs != base;
    m_owners.emplace(id, owner);
    // Put into something that the other side removed: should that go after all, this has its old place to return to.
    const auto isAtRisk = [&](const MergeSide& remover) {
        return remover.returned(owner) && remover.model().contains(id) && survives(ownerIn(remover));
    };
    if (isDisputed || isAtRisk(m_ours) || isAtRisk(m_theirs)) reportPlace(id);
    return owner;
}

AnyId ChildMerge::baseOwnerOf(const AnyId& id) const {
    const AnyId owner = m_ours.baseOwnerInChangedLists(id);
    return owner ? owner : m_theirs.baseOwnerInChangedLists(id);
}

bool ChildMerge::survives(const AnyId& id) const {
    return !m_ours.removedForGood(id) && !m_theirs.removedForGood(id);
}

// A step that went to another variant left its links behind. Where the other side drew new ones to it, it stays with
// them until somebody decides.
void ChildMerge::holdBackStepsThatAreTied(const MergeSide& mover, const MergeSide& other) {
    std::unordered_map<AnyId, AnyId> moved; // with the owner that the other side sees
    for (const auto& [child, owner] : mover.gainedChildren()) {
        if (model::kindOf(child) != Kind::step) continue;
        const AnyId base = mover.baseOwnerInChangedLists(child);
        if (base && other.ownerInChangedLists(child) != owner && !other.gainedChildren().contains(child))
            moved.emplace(child, base);
    }
    if (moved.empty()) return;
    const auto holdBack = [&](const EntityPtr& tie) {
        for (const FieldDescription& field : model::entityType(*tie).fields)
            for (const AnyId& step : model::idsIn(*tie, field)) {
                const auto at = moved.find(step);
                if (at != moved.end() && m_owners.emplace(step, at->second).second) reportPlace(step);
            }
    };
    for (const EntityChange& change : other.changes().changes)
        if (change.after && model::contains(ties, *model::kindOf(change.id))) holdBack(change.after);
    for (const AnyId& id : mover.allReturned())
        if (model::contains(ties, *model::kindOf(id))) holdBack(other.model().find(id));
}

void ChildMerge::reportPlace(const AnyId& id) {
    const AnyId base = baseOwnerOf(id);
    const auto ownerIn = [&](const MergeSide& side) {
        const AnyId owner = side.ownerInChangedLists(id);
        return textsOf(owner ? owner : base);
    };
    m_conflicts.add(id, model::ConflictKind::place, {}, {textsOf(base), ownerIn(m_ours), ownerIn(m_theirs)});
}

} // namespace flowspine::diff
