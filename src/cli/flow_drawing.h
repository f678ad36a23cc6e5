// A flow's picture with what analysis knows about it: the critical path, the load of the teams, and the figures of all
// of the flow's variants.
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/flow_page.h"
#include "view/text_measure.h"

namespace flowspine::cli {

[[nodiscard]] view::FlowDrawing flowDrawing(const model::Model& model, const model::ModelIndex& index,
                                            const model::Id<model::Variant>& variant, const view::TextMeasure& measure);

} // namespace flowspine::cli
