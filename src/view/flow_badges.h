// Badges of the steps of a flow picture: who answers, decision right, spine items, quality. Each needs no more than the
// step itself to be right; what rules find is shown elsewhere.
#pragma once

#include "view/flow_contents.h"
#include "view/occupied_space.h"
#include "view/picture_builder.h"

#include <string>
#include <vector>

namespace flowspine::view {

// A small mark at a corner of a step's box.
struct StepBadge {
    std::size_t step = 0;
    std::string part;
    Rect rect;
    std::string icon;
    std::string text;
    Role role = Role::muted;
    std::string tip;
};

// Badges in places that no link and no other badge takes, entered into `space`. Links and steps must be there already.
[[nodiscard]] std::vector<StepBadge> placeBadges(const FlowContents& contents, const TextMeasure& measure,
                                                 OccupiedSpace& space);
void drawBadges(PictureBuilder& builder, const FlowContents& contents, const std::vector<StepBadge>& badges);

} // namespace flowspine::view
