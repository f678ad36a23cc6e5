// The parts that the timeline is drawn of, from top to bottom. Each draws into `to` from `top` on and returns where it
// ends. For roadmap_timeline.cpp only.
#pragma once

#include "view/picture_builder.h"
#include "view/roadmap_timeline.h"

#include <map>
#include <optional>
#include <vector>

namespace flowspine::view {

struct TimelineFrame {
    const model::Model& model;
    const RoadmapTimelineOptions& options;
    const RoadmapContent& content;
    Increments increments;
    int firstIncrement = 0;
    int lastIncrement = 0;
    TimelineScale scale{};
    double width = 0;
    double headWidth = 176;
    double axisHeight = 52;

    // What lies under text at `x`: the paper turns to ground in steps the further away it is.
    [[nodiscard]] Paint groundAt(double x) const;
    [[nodiscard]] std::optional<double> todayX() const;
};

// Where each item is drawn, for the lines between them.
using BarPlaces = std::map<AnyId, Rect>;

void drawTimelineGround(PictureBuilder& to, const TimelineFrame& frame, double bottom);
void drawTimelineAxis(PictureBuilder& to, const TimelineFrame& frame);
[[nodiscard]] double drawTrail(PictureBuilder& to, const TimelineFrame& frame, double top);
[[nodiscard]] double drawBars(PictureBuilder& to, const TimelineFrame& frame, const RoadmapGroup& group,
                              BarPlaces& places, double top);
// Most lines run below the bars; `above` takes those between bars that touch.
void drawDependencies(PictureBuilder& below, PictureBuilder& above, const TimelineFrame& frame,
                      const BarPlaces& places);
[[nodiscard]] double drawSpineDates(PictureBuilder& to, const TimelineFrame& frame, double top);
[[nodiscard]] double drawTray(PictureBuilder& to, const TimelineFrame& frame, const std::vector<RoadmapGroup>& groups,
                              double top);

// Words with an opaque ground, so that no line runs through them. Returns their width.
double groundedText(PictureBuilder& to, const TimelineFrame& frame, const std::string& part, Point anchor,
                    std::string_view words, const TextStyle& style, Paint paint, double maxWidth);
// The header of a lane; returns the height that it needs.
double drawLaneHead(PictureBuilder& to, const std::string& part, double top, std::string_view name, Paint tint,
                    std::string_view owner, std::string_view note, double headWidth);

} // namespace flowspine::view
