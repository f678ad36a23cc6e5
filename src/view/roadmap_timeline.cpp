#include "view/roadmap_timeline.h"

#include "view/timeline_parts.h"

#include <algorithm>
#include <iterator>

namespace flowspine::view {

namespace {

constexpr double openEndWidth = 168; // of "and on"
constexpr int mostIncrements = 16;   // after the current one
constexpr int fewestAhead = 3;

TimelineFrame makeFrame(const model::Model& model, const RoadmapTimelineOptions& options, const RoadmapContent& content,
                        const Increments& increments) {
    TimelineFrame frame{.model = model, .options = options, .content = content, .increments = increments};
    const int current = increments.current();
    // A long past is left behind: the trail shows its last increments.
    frame.firstIncrement = current > 6 ? current - 3 : 0;
    frame.lastIncrement =
        std::clamp(lastIncrementShown(content, increments), current + fewestAhead, current + mostIncrements);
    frame.scale.left = frame.headWidth;
    frame.scale.pixelsPerDay = std::clamp(options.pixelsPerDay, 0.05, 60.0);
    frame.scale.first =
        frame.firstIncrement == 0 ? firstDayShown(content, increments) : increments.startOf(frame.firstIncrement);
    frame.scale.right = frame.scale.xAt(increments.startOf(frame.lastIncrement + 1));
    frame.width = std::max(frame.scale.right + openEndWidth, options.minimumWidth);
    return frame;
}

void append(Picture& picture, Picture above) {
    picture.shapes.insert(picture.shapes.end(), std::make_move_iterator(above.shapes.begin()),
                          std::make_move_iterator(above.shapes.end()));
    picture.areas.insert(picture.areas.end(), std::make_move_iterator(above.areas.begin()),
                         std::make_move_iterator(above.areas.end()));
}

} // namespace

RoadmapTimeline roadmapTimeline(const model::Model& model, const model::ModelIndex& index,
                                const RoadmapTimelineOptions& options, const TextMeasure& measure) {
    const Increments increments = incrementsOf(model, options.today);
    const RoadmapContent content = roadmapContent(model, increments);
    const auto groups = roadmapGroups(model, index, options.grouping);
    const TimelineFrame frame = makeFrame(model, options, content, increments);

    // Ground and lines between bars lie below everything, but their extent is known last.
    PictureBuilder ground(measure);
    PictureBuilder lines(measure);
    PictureBuilder body(measure);
    BarPlaces places;
    double y = drawTrail(body, frame, frame.axisHeight);
    for (const RoadmapGroup& group : groups) y = drawBars(body, frame, group, places, y);
    y = drawSpineDates(body, frame, y);
    drawDependencies(lines, body, frame, places);
    PictureBuilder below(measure);
    const double trayHeight = drawTray(below, frame, groups, 0);
    const double trayTop = std::max(y, options.minimumHeight - trayHeight);
    PictureBuilder tray(measure);
    const double bottom = drawTray(tray, frame, groups, trayTop);
    drawTimelineGround(ground, frame, trayTop);
    drawTimelineAxis(body, frame);

    RoadmapTimeline timeline;
    timeline.scale = frame.scale;
    timeline.axisHeight = frame.axisHeight;
    timeline.headWidth = frame.headWidth;
    timeline.picture = ground.finish();
    append(timeline.picture, lines.finish());
    append(timeline.picture, body.finish());
    append(timeline.picture, tray.finish());
    timeline.picture.bounds = {0, 0, frame.width, bottom};
    return timeline;
}

} // namespace flowspine::view
