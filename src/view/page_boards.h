// The outcome board, the spine matrix and the grid of decision rights as printed sheets.
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/page.h"
#include "view/text_measure.h"

#include <vector>

namespace flowspine::view {

[[nodiscard]] std::vector<Page> outcomePages(const model::Model& model, const model::ModelIndex& index,
                                             const PageSetup& setup, const TextMeasure& measure);
[[nodiscard]] std::vector<Page> spinePages(const model::Model& model, const model::ModelIndex& index,
                                           const PageSetup& setup, const TextMeasure& measure);

[[nodiscard]] std::vector<Page> decisionPages(const model::Model& model, const model::ModelIndex& index,
                                              const PageSetup& setup, const TextMeasure& measure);

// A board as it is exported: without the places that only take input, and as high as what is left.
[[nodiscard]] Picture withoutInput(Picture picture);

} // namespace flowspine::view
