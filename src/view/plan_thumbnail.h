// A plan as a small picture, for the start page: the lanes and steps of its first flow, and under them what the
// roadmap holds for now, next and later. No areas; only for looking at.
#pragma once

#include "model/model.h"
#include "view/picture.h"
#include "view/text_measure.h"

namespace flowspine::view {

struct PlanThumbnailOptions {
    double width = 574;
    double flowHeight = 192;
    bool hasLaneNames = true;
    bool hasRoadmap = true; // 12 + 116 px below the flow
};

// Shows the likeliest path and parallel branches; rework loops are dashed, exits below 50 % are left out.
[[nodiscard]] Picture planThumbnail(const model::Model& model, const PlanThumbnailOptions& options,
                                    const TextMeasure& measure);

} // namespace flowspine::view
