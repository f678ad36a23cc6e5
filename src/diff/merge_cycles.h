// Finds circles that neither side of a merge made alone, such as an outcome that becomes part of its own part. For
// diff/merge*.
#pragma once

#include "diff/conflict_list.h"
#include "diff/merge_side.h"

namespace flowspine::diff {

// Reports every field that both together closed a circle with. `merged` keeps it: health rules name it, and every view
// shows plans that have circles.
void reportNewCycles(const Model& base, const MergeSide& ours, const MergeSide& theirs, const Model& merged,
                     ConflictList& conflicts);

} // namespace flowspine::diff
