// The roadmap along time: lanes of bars, the rhythm of reviews, what was decided and learned left of today, the dates
// of the fixed spine, an open end, and below it what has no dates. Areas for the editor: "axis", "lane" (header) and
// "lane-body" (id and key of the group), "bar" (id), "bar-start" and "bar-end" (id), "spine" (id), "event" (id),
// "tray", "card" (id of an item without dates), "constraint" (id, nobody works on it), "add-experiment" (its button),
// "add" (key horizon).
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/picture.h"
#include "view/roadmap_groups.h"
#include "view/text_measure.h"
#include "view/timeline_scale.h"

#include <unordered_set>

namespace flowspine::view {

struct RoadmapTimelineOptions {
    base::Date today;
    RoadmapGrouping grouping = RoadmapGrouping::flow;
    double pixelsPerDay = 2.75;
    std::unordered_set<AnyId> selection;
    std::unordered_set<AnyId> highlight;
    AnyId hover;
    double minimumWidth = 0;
    double minimumHeight = 0; // the tray is pushed down to it
};

struct RoadmapTimeline {
    Picture picture;
    TimelineScale scale;
    double axisHeight = 52; // from the top; may stay in view while the rest scrolls
    double headWidth = 176;
};

[[nodiscard]] RoadmapTimeline roadmapTimeline(const model::Model& model, const model::ModelIndex& index,
                                              const RoadmapTimelineOptions& options, const TextMeasure& measure);

} // namespace flowspine::view
