// One of the two sides of a merge: what it changed since the base, and what of it is to be seen differently because the
// other side still needs what this one removed. For diff/merge*; others call merge().
#pragma once

#include "diff/model_diff.h"

#include <unordered_map>
#include <unordered_set>

namespace flowspine::diff {

using IdSet = std::unordered_set<AnyId>;

class MergeSide {
  public:
    MergeSide(const Model& base, const Model& model);

    [[nodiscard]] const Model& model() const { return m_model; }
    [[nodiscard]] const ModelDiff& changes() const { return m_changes; }
    // nullptr for what this side left as it was.
    [[nodiscard]] const EntityChange* changeOf(const AnyId& id) const;

    // In the base, but not here.
    [[nodiscard]] bool removed(const AnyId& id) const { return m_removed.contains(id); }
    [[nodiscard]] const IdSet& allRemoved() const { return m_removed; }
    // Removed here, and kept in the merge since the other side changed it, refers to it, or needs it for something
    // else.
    [[nodiscard]] bool returned(const AnyId& id) const { return m_returned.contains(id); }
    [[nodiscard]] const IdSet& allReturned() const { return m_returned; }
    void takeBackRemovalOf(const AnyId& id) { m_returned.insert(id); }
    // Removed here, and the merge goes along with it.
    [[nodiscard]] bool removedForGood(const AnyId& id) const { return removed(id) && !returned(id); }

    // Children that a list of this side has and the base's list of the same owner has not; with that owner.
    [[nodiscard]] const std::unordered_map<AnyId, AnyId>& gainedChildren() const { return m_gained; }

    // The owner of `id` as far as this side's changed lists tell: empty when none of them has it.
    [[nodiscard]] AnyId ownerInChangedLists(const AnyId& id) const;
    // The same for the base's versions of these lists.
    [[nodiscard]] AnyId baseOwnerInChangedLists(const AnyId& id) const;

    // True when `change` says no more than that other things are gone: lists lost entries, references to what this side
    // removed became empty.
    [[nodiscard]] bool onlyFollowsRemovals(const EntityChange& change) const;

  private:
    void noteChildren(const EntityChange& change);
    [[nodiscard]] bool onlyFollowsRemovals(const FieldChange& change) const;

    const Model& m_model;
    ModelDiff m_changes;
    IdSet m_removed;
    IdSet m_returned;
    std::unordered_map<AnyId, AnyId> m_gained;
    std::unordered_map<AnyId, AnyId> m_owner;
    std::unordered_map<AnyId, AnyId> m_baseOwner;
};

// The ids that `change` put into a reference field or a list of one; of an added entity, all it has there.
[[nodiscard]] std::vector<AnyId> newlyNamed(const EntityChange& change);

} // namespace flowspine::diff
