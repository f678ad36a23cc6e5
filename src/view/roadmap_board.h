// The roadmap as a board: now, next and later as columns, a lane for each group, a card for each item; on its left what
// was learned. Areas for the editor: "cell" (key "horizon/group key"; takes drops), "lane" (title of a group; id, key),
// "card" (id, key horizon), "add" (id group, key horizon: a line to type into), "constraint" (id, nobody works on it),
// "add-experiment" (its button), "link-measure" and "set-review" (id of an item that has none), "event" (id).
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/picture.h"
#include "view/roadmap_groups.h"
#include "view/text_measure.h"

#include <unordered_set>

namespace flowspine::view {

struct RoadmapBoardOptions {
    base::Date today;
    RoadmapGrouping grouping = RoadmapGrouping::flow; // by horizon counts as by flow: horizons are the columns
    double width = 1512;                              // to fill; narrower than three readable columns it scrolls
    std::unordered_set<AnyId> selection;
    std::unordered_set<AnyId> highlight;
    AnyId hover;
    std::size_t mostNow = 7;        // items in work at one time
    std::size_t mostNowByOwner = 3; // of one team
};

[[nodiscard]] Picture roadmapBoard(const model::Model& model, const model::ModelIndex& index,
                                   const RoadmapBoardOptions& options, const TextMeasure& measure);

} // namespace flowspine::view
