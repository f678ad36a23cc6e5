// A difference in plain words: "Step “Check zoning”: team Planning → One-stop permit team".
#pragma once

#include "base/sentence.h"
#include "diff/model_diff.h"
#include "model/area.h"

#include <string>
#include <vector>

namespace flowspine::diff {

using base::Sentence;

using model::Area; // what changes are grouped by
[[nodiscard]] std::string_view labelOf(Area area);

struct ChangeLine {
    AnyId id;
    Area area = Area::plan;
    bool isPlacement = false;
    Sentence sentence;
};

// One line per added or removed entity and per changed field, grouped by area in the order of the editors. Children of
// an added or removed entity are counted in its line ("Removed flow “Permit” with 12 steps"), not listed; reordering
// is one line of its own.
[[nodiscard]] std::vector<ChangeLine> describe(const ModelDiff& difference, const Model& before, const Model& after);

} // namespace flowspine::diff
