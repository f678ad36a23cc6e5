// Merges one entity, field by field, without its lists of children. For diff/merge*.
#pragma once

#include "diff/conflict_list.h"
#include "diff/merge_side.h"

#include <set>
#include <utility>

namespace flowspine::diff {

// Fields of the base that are themselves an unsettled conflict of an earlier merge (git makes such bases when histories
// cross): their base value says nothing.
using DoubtfulFields = std::set<std::pair<AnyId, std::string>>;

class FieldMerge {
  public:
    FieldMerge(const MergeSide& ours, const MergeSide& theirs, const DoubtfulFields& doubtful, ConflictList& conflicts)
        : m_ours(ours), m_theirs(theirs), m_doubtful(doubtful), m_conflicts(conflicts) {}

    // `mine` and `yours` are what the sides say about one entity that is in the merge; at most one is null. What cannot
    // be settled has our value and is reported.
    [[nodiscard]] EntityPtr merged(const EntityChange* mine, const EntityChange* yours);

  private:
    // A side's value of a field, seen from the base.
    struct Change {
        FieldValue value;
        bool isOne = false;  // differs from the base
        bool yields = false; // only because what was there is gone: any other change is taken before it
    };
    [[nodiscard]] Change changeOf(const MergeSide& side, const EntityChange* change,
                                  const FieldDescription& field) const;
    [[nodiscard]] FieldValue mergedValue(const AnyId& id, const FieldDescription& field, const FieldValue& base,
                                         const Change& mine, const Change& yours);
    [[nodiscard]] FieldValue bothChanged(const AnyId& id, const FieldDescription& field, const FieldValue& base,
                                         const FieldValue& mine, const FieldValue& yours);
    template <class T>
    [[nodiscard]] FieldValue mergedList(const AnyId& id, const FieldDescription& field, const FieldValue& base,
                                        const FieldValue& mine, const FieldValue& yours);
    [[nodiscard]] model::Extra mergedExtra(const AnyId& id, const model::Extra& base, const model::Extra& mine,
                                           const model::Extra& yours);

    const MergeSide& m_ours;
    const MergeSide& m_theirs;
    const DoubtfulFields& m_doubtful;
    ConflictList& m_conflicts;
};

} // namespace flowspine::diff
