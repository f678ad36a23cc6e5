// One measure in full: its readings between baseline and target with the target's line, the reviews that looked at it
// and the roadmap items that mean to move it, its readings as a list, and beside it the other measures of the plan. A
// pure projection.
//
// Areas, by role: "measure" (in the list; and the chart), "reading-row" (reading), "reading" (measure; a line to type
// into), "chip" (a roadmap item or review), "import" (measure).
#pragma once

#include "model/model_index.h"
#include "view/picture.h"
#include "view/text_measure.h"

#include <vector>

namespace flowspine::view {

struct MeasureChartOptions {
    double width = 1512;         // px available; the picture is as wide
    double viewportHeight = 900; // px; the picture is at least as high
    base::Date today;
    model::Id<model::Measure> measure; // shown; the first of the plan when there is no such
    std::vector<AnyId> selection;      // readings get an accent wash
};

[[nodiscard]] Picture measureChart(const model::Model& model, const model::ModelIndex& index,
                                   const MeasureChartOptions& options, const TextMeasure& measure);

// The measure that such options show; empty when the plan has none.
[[nodiscard]] model::Id<model::Measure> shownMeasure(const model::Model& model,
                                                     const model::Id<model::Measure>& wanted);

} // namespace flowspine::view
