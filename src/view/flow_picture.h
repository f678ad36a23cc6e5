// The picture of one variant of a value flow: lanes are teams, columns run with the work. Areas for the editor:
// "canvas", "lane-body" (id team, key place of the lane), "column" and "gap" (key number of the column), "lane"
// (header; id team, key team id), "phase" (key name), "link" (id), "step" (id), "handle" (id step, key side: top,
// right, bottom).
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/flow_layout_memory.h"
#include "view/picture.h"
#include "view/text_measure.h"

#include <optional>
#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace flowspine::view {

// thumbnail: lanes, boxes and lines only, no text and no areas.
enum class FlowDetail : std::uint8_t { full, thumbnail };

// What the lane header says of the team's load.
struct LaneLoad {
    std::optional<double> percent;
    std::string text; // instead of a bar, for teams without a stated capacity
};

// What is wrong with a step or a link: sentences, one a line.
struct FlowProblem {
    bool isError = false;
    std::string words;
};

// How a step differs from the variant that this one is compared with.
struct StepMark {
    bool isReassigned = false;
    bool isRetimed = false;
    bool isAdded = false;
    std::string tip; // "Wait 18 d → 5 d"
};

// How the variant differs from another one of its flow, its baseline. Steps that changed team and steps that are gone
// stand below the lanes as ghosts, in the lane of the team that had them: areas "removed" (id, of the baseline).
struct FlowComparison {
    model::Id<model::Variant> baseline;                       // empty: nothing is compared
    std::unordered_map<AnyId, model::Id<model::Step>> before; // by the step that it became
    std::unordered_map<AnyId, StepMark> marks;
    std::vector<model::Id<model::Step>> removed;
    std::unordered_set<AnyId> critical; // steps on the baseline's critical path
};

struct FlowPictureOptions {
    std::unordered_set<AnyId> selection;
    std::unordered_set<AnyId> highlight; // proposed, not yet in the plan: dashed in the accent
    AnyId hover;
    std::optional<model::Id<model::Team>> dropLane; // drawn as the place where dragged steps would go
    FlowDetail detail = FlowDetail::full;
    double zoom = 1; // how much there is to see: FlowScale
    double minimumWidth = 0;
    double minimumHeight = 0;           // far out, lanes grow to fill it as long as names gain from it
    std::unordered_set<AnyId> critical; // steps on the critical path; links between them are drawn heavier
    std::unordered_map<AnyId, LaneLoad> loads;
    std::unordered_map<std::string, std::string> phaseNotes; // right in the header of a phase, by its name
    std::unordered_map<AnyId, FlowProblem> problems;
    FlowComparison comparison;
    std::shared_ptr<FlowLayoutMemory> layouts; // where layouts are remembered from picture to picture
    std::function<bool()> isCancelled;         // asked while the flow is laid out; then the picture is empty
};

// An empty picture when there is no such variant.
[[nodiscard]] Picture flowPicture(const model::Model& model, const model::ModelIndex& index,
                                  model::Id<model::Variant> variant, const FlowPictureOptions& options,
                                  const TextMeasure& measure);

} // namespace flowspine::view
