// Draws the steps of a flow picture: shapes, names and times.
#pragma once

#include "view/flow_contents.h"
#include "view/occupied_space.h"
#include "view/picture_builder.h"

namespace flowspine::view {

// What a step covers: its shape, and of an event the name below.
void occupySteps(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space);

void drawSelectionRings(PictureBuilder& builder, const FlowContents& contents);
void drawSteps(PictureBuilder& builder, const FlowContents& contents);
void addStepAreas(PictureBuilder& builder, const FlowContents& contents);

} // namespace flowspine::view
