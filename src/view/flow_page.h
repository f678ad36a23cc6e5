// Value flows as printed sheets: each variant from its picture, under the flow's question and above the title block.
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/flow_picture.h"
#include "view/page.h"
#include "view/text_measure.h"

#include <functional>
#include <vector>

namespace flowspine::view {

// The picture of a variant; `flowPicture` with what the caller knows beyond the plan (loads, the critical path).
using DrawVariant = std::function<Picture(model::Id<model::Variant> variant)>;

// Sheets for the variants in their order; unknown ones are left out.
[[nodiscard]] std::vector<Page> flowPages(const model::Model& model, const model::ModelIndex& index,
                                          const std::vector<model::Id<model::Variant>>& variants,
                                          const DrawVariant& draw, const PageSetup& setup, const TextMeasure& measure);

} // namespace flowspine::view
