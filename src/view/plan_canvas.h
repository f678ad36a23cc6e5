// The operating model on one page, written from the plan alone: processes, organisation, locations, information,
// suppliers and the management system, after the operating model canvas (Campbell, Gutierrez & Lancelott), with the
// value that is promised above them. A part that the plan says nothing about says so. A pure projection; every line
// that stands for an entity is an area "show".
#pragma once

#include "model/model.h"
#include "view/picture.h"
#include "view/text_measure.h"

namespace flowspine::view {

struct PlanCanvasOptions {
    double width = 1512;         // px available; the picture is as wide
    double viewportHeight = 900; // px; the picture is at least as high
};

[[nodiscard]] Picture planCanvas(const model::Model& model, const PlanCanvasOptions& options,
                                 const TextMeasure& measure);

} // namespace flowspine::view
