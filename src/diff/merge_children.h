// Merges which entity owns which others, and in what order. For diff/merge*.
#pragma once

#include "diff/conflict_list.h"
#include "diff/merge_side.h"

#include <unordered_map>
#include <vector>

namespace flowspine::diff {

class ChildMerge {
  public:
    ChildMerge(const Model& base, const MergeSide& ours, const MergeSide& theirs, ConflictList& conflicts);

    // Every entity of the merge whose children may differ from what its fields' merge left.
    [[nodiscard]] std::vector<AnyId> touchedOwners() const;
    // The children of `owner` in `field`. Reports an order that cannot be settled.
    [[nodiscard]] std::vector<AnyId> childrenOf(const AnyId& owner, const FieldDescription& field);

  private:
    // Reports it once when both sides put `id` under different owners; ours stands.
    [[nodiscard]] AnyId ownerOf(const AnyId& id);
    [[nodiscard]] AnyId baseOwnerOf(const AnyId& id) const;
    [[nodiscard]] bool survives(const AnyId& id) const;
    void holdBackStepsThatAreTied(const MergeSide& mover, const MergeSide& other);
    void reportPlace(const AnyId& id);

    const Model& m_base;
    const MergeSide& m_ours;
    const MergeSide& m_theirs;
    ConflictList& m_conflicts;
    std::unordered_map<AnyId, AnyId> m_owners; // found so far
};

} // namespace flowspine::diff
