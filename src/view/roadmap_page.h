// The roadmap as printed sheets: increments and months, what was decided and learned, items by flow, measures on the
// same axis, the fixed spine, and what holds us back. What does not fit gets further sheets, never smaller type: first
// by group, then by time with an increment of overlap. Rows are never split.
#pragma once

#include "model/model.h"
#include "view/page.h"
#include "view/text_measure.h"

#include <vector>

namespace flowspine::view {

[[nodiscard]] std::vector<Page> roadmapPages(const model::Model& model, const PageSetup& setup,
                                             const TextMeasure& measure);

} // namespace flowspine::view
