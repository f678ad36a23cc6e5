// The health of a plan as printed sheets: the four scores and what they are made of, then every finding with what would
// mend it, by editor, and what is accepted. A row is never split between sheets.
#pragma once

#include "model/model.h"
#include "view/health_report.h"
#include "view/page.h"
#include "view/text_measure.h"

#include <vector>

namespace flowspine::view {

[[nodiscard]] std::vector<Page> healthPages(const model::Model& model, const HealthReport& report,
                                            const PageSetup& setup, const TextMeasure& measure);

} // namespace flowspine::view
