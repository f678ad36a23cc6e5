// The views of the whole plan as printed sheets: line of sight, coverage, and the one-page canvas.
#pragma once

#include "view/overview.h"
#include "view/page.h"

#include <map>
#include <vector>

namespace flowspine::view {

[[nodiscard]] std::vector<Page> overviewPages(const model::Model& model, const model::ModelIndex& index,
                                              const std::map<AnyId, SightFigures>& figures, const PageSetup& setup,
                                              const TextMeasure& measure);
[[nodiscard]] std::vector<Page> coveragePages(const model::Model& model, const PageSetup& setup,
                                              const TextMeasure& measure);
[[nodiscard]] std::vector<Page> canvasPages(const model::Model& model, const PageSetup& setup,
                                            const TextMeasure& measure);

// The overview as it is exported: without what only leads somewhere else.
[[nodiscard]] Picture exportedOverview(Overview overview);

} // namespace flowspine::view
