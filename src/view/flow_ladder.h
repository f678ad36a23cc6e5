// The time ladder under a flow, after value stream mapping: waits above, work below, each piece of work as wide as its
// box in the flow's picture, and a bar of the same to scale. It shows the steps of `critical` in the options; laid out
// with the same options as the picture, so that both scroll sideways together. Lengths are px on the screen at the zoom
// of the options: its words do not shrink with the picture. Areas: "step" (id).
#pragma once

#include "view/flow_picture.h"

namespace flowspine::view {

inline constexpr double flowLadderHeight = 144;
inline constexpr double flowLadderBarHeight = 52;

// bar: only what is to scale, where there is little height.
enum class LadderForm : std::uint8_t { full, bar };

// An empty picture when there is no such variant.
[[nodiscard]] Picture flowLadder(const model::Model& model, const model::ModelIndex& index,
                                 model::Id<model::Variant> variant, const FlowPictureOptions& options,
                                 const TextMeasure& measure, LadderForm form = LadderForm::full);

} // namespace flowspine::view
