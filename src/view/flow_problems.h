// Marks at what is wrong with a flow: a loop without an exit, probabilities that do not add up, a step that nothing
// leads to. A mark is drawn at every zoom and never left out; its tip says what is wrong.
#pragma once

#include "view/flow_contents.h"
#include "view/occupied_space.h"
#include "view/picture_builder.h"

namespace flowspine::view {

void occupyProblems(const FlowContents& contents, OccupiedSpace& space);
void drawProblems(PictureBuilder& builder, const FlowContents& contents);

} // namespace flowspine::view
