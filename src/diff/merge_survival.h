// Decides which removals a merge goes along with. For diff/merge*.
//
// What one side removed stays when the other side changed it, moved it, put something into it, or newly refers to it:
// the topmost entity that was removed with it is reported and stays whole, as the other side has it. What a removal
// took along or took out of other entities shares its fate: links of a step that stays, stay.
#pragma once

#include "diff/conflict_list.h"
#include "diff/merge_side.h"

namespace flowspine::diff {

// Takes back removals of `remover`, and reports them.
void keepWhatIsNeeded(MergeSide& remover, const MergeSide& keeper, model::ConflictKind kind, ConflictList& conflicts);

} // namespace flowspine::diff
