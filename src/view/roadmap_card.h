// One card of the roadmap board: what is tried, by what number it will be known to work, when it is looked at again,
// and what it touches of the spine.
#pragma once

#include "view/picture_builder.h"
#include "view/roadmap_board.h"

namespace flowspine::view {

inline constexpr double roadmapCardHeight = 168;
inline constexpr double constraintCardHeight = 92;

void drawRoadmapCard(PictureBuilder& to, const model::Model& model, const RoadmapBoardOptions& options,
                     const RoadmapEntry& entry, const Rect& rect);
// Dashed: a heavy constraint that no item works on.
void drawOpenConstraint(PictureBuilder& to, const model::Constraint& constraint, const Rect& rect);

} // namespace flowspine::view
