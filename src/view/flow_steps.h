// Draws the steps of a flow picture: shapes, names, times and badges.
#pragma once

#include "view/flow_contents.h"
#include "view/occupied_space.h"
#include "view/picture_builder.h"

#include <array>
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

// Badges in places that no link and no other badge takes, entered into `space`. Links must be in `space` already.
[[nodiscard]] std::vector<StepBadge> placeBadges(const FlowContents& contents, const TextMeasure& measure,
                                                 OccupiedSpace& space);
// What a step covers: its shape, and of an event the name below.
void occupySteps(const FlowContents& contents, const TextMeasure& measure, OccupiedSpace& space);

void drawSelectionRings(PictureBuilder& builder, const FlowContents& contents);
void drawSteps(PictureBuilder& builder, const FlowContents& contents);
void drawBadges(PictureBuilder& builder, const FlowContents& contents, const std::vector<StepBadge>& badges);
void addStepAreas(PictureBuilder& builder, const FlowContents& contents);

} // namespace flowspine::view
