// Below the lanes of a compared flow picture: the steps of the baseline that another team does now, each with an arrow
// up to the step that it became, and those that are gone, crossed out. They stand in the lanes of who had them.
#pragma once

#include "view/flow_contents.h"
#include "view/picture_builder.h"

#include <vector>

namespace flowspine::view {

struct FlowGhost {
    const model::Step* step = nullptr;  // of the baseline
    std::size_t lane = 0;               // place in the list of ghost lanes
    std::optional<std::size_t> becomes; // place of the step in the shown variant; none: it is gone
    Rect rect;
};

struct FlowGhosts {
    std::vector<FlowGhost> ghosts;
    std::vector<model::Id<model::Team>> teams; // of the lanes, in the baseline's order
    std::vector<Rect> lanes;
    double height = 0; // of all this, below the layout; 0 when nothing is to be shown
};

[[nodiscard]] FlowGhosts placeGhosts(const FlowContents& contents, const model::ModelIndex& index,
                                     const TextMeasure& measure);
void drawGhosts(PictureBuilder& builder, const FlowContents& contents, const FlowGhosts& ghosts);
// From ghosts to the steps they became. Drawn before the steps, so that they pass below them.
void drawGhostArrows(PictureBuilder& builder, const FlowContents& contents, const FlowGhosts& ghosts);

} // namespace flowspine::view
