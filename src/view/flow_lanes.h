// Draws the ground of a flow picture: bands, headers and phases.
#pragma once

#include "view/flow_contents.h"
#include "view/picture_builder.h"

namespace flowspine::view {

void drawLanes(PictureBuilder& builder, const FlowContents& contents);
void drawPhases(PictureBuilder& builder, const FlowContents& contents);
// Areas of the ground, below those of steps and links.
void addLaneAreas(PictureBuilder& builder, const FlowContents& contents);

} // namespace flowspine::view
