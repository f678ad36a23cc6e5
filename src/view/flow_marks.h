// The marks that a comparison draws on the steps that differ.
#pragma once

#include "view/flow_contents.h"
#include "view/occupied_space.h"
#include "view/picture_builder.h"

namespace flowspine::view {

void occupyMarks(const FlowContents& contents, OccupiedSpace& space);
void drawMarks(PictureBuilder& builder, const FlowContents& contents);

// The square of one change, with its icon in paper: arrow up reassigned, triangle retimed, plus added, minus removed.
void drawChangeSquare(PictureBuilder& builder, const std::string& part, Point topLeft, const std::string& icon,
                      Role role);

} // namespace flowspine::view
