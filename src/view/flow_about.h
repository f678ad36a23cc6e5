// What stands beside the canvas of a flow: what the flow is about, and what the marks on its picture mean.
#pragma once

#include "model/model.h"
#include "view/picture.h"
#include "view/text_measure.h"

namespace flowspine::view {

// Facts that are stated, one under the other, and the outcomes that the flow delivers. Areas: "fact" (id of who or what
// it names; the flow for its own words). Empty when there is no such flow.
[[nodiscard]] Picture flowAbout(const model::Model& model, const model::Id<model::Flow>& flow, double width,
                                const TextMeasure& measure);

// `isComparing`: with the marks of what changed, instead of those that only one variant has.
[[nodiscard]] Picture flowLegend(bool isComparing, double width, const TextMeasure& measure);

} // namespace flowspine::view
