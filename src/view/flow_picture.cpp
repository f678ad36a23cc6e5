#include "view/flow_picture.h"

#include "view/flow_badges.h"
#include "view/flow_contents.h"
#include "view/flow_ghosts.h"
#include "view/flow_lanes.h"
#include "view/flow_links.h"
#include "view/flow_marks.h"
#include "view/flow_problems.h"
#include "view/flow_steps.h"
#include "view/occupied_space.h"
#include "view/picture_builder.h"

namespace flowspine::view {

Picture flowPicture(const model::Model& model, const model::ModelIndex& index, model::Id<model::Variant> variant,
                    const FlowPictureOptions& options, const TextMeasure& measure) {
    const model::Variant* found = model.find(variant);
    if (found == nullptr) return {};
    const FlowContents contents(model, index, *found, options, measure);
    if (contents.isGivenUp) return {};
    PictureBuilder builder(measure);
    drawLanes(builder, contents);
    drawPhases(builder, contents);
    if (contents.isThumbnail()) {
        drawLinks(builder, contents);
        drawSteps(builder, contents);
        return builder.finish(contents.layout.bounds);
    }
    OccupiedSpace space;
    for (const FlowRoute& route : contents.layout.routes) space.add(route.points, 1);
    occupySteps(contents, measure, space);
    occupyMarks(contents, space);
    occupyProblems(contents, space);
    const auto badges = placeBadges(contents, measure, space);
    const auto marks =
        contents.scale.hasBadges() ? placeReturnMarks(contents, measure, space) : std::vector<ReturnMark>();
    const auto labels = contents.scale.isFull() ? placeLinkLabels(contents, measure, space) : std::vector<LinkLabel>();

    const FlowGhosts ghosts = placeGhosts(contents, index, measure);

    drawGhosts(builder, contents, ghosts);
    drawGhostArrows(builder, contents, ghosts);
    drawSelectionRings(builder, contents);
    drawLinks(builder, contents);
    drawLinkLabels(builder, contents, labels);
    drawSteps(builder, contents);
    drawReturnMarks(builder, contents, marks);
    drawBadges(builder, contents, badges);
    if (contents.scale.hasNames()) drawMarks(builder, contents);

    drawProblems(builder, contents);

    addLaneAreas(builder, contents);
    addLinkAreas(builder, contents);
    addStepAreas(builder, contents);
    Rect bounds = contents.layout.bounds;
    bounds.height += ghosts.height;
    return builder.finish(bounds);
}

} // namespace flowspine::view
