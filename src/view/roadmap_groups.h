// Roadmap items for the screen: in groups, with what the plan states about each. Board and timeline share it.
#pragma once

#include "model/model.h"
#include "view/picture.h"
#include "view/roadmap_page_content.h"
#include "view/team_tints.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::view {

enum class RoadmapGrouping : std::uint8_t { flow, outcome, team, owner, horizon };

struct RoadmapEntry {
    const model::RoadmapItem* item = nullptr;
    Paint tint;              // of the owner's team
    std::string ownerName;   // empty: nobody
    std::string change;      // "67 → ? %", or what the item says it expects; empty without a measure
    std::string measureName; // of the first measure
    const model::Measure* measure = nullptr;
    SpineLock lock = SpineLock::none;
    std::string spineText; // "Cannot change: Disclosure timing"
    std::string missing;   // "no measure, no review date"; empty when both are there or the item is closed
};

struct RoadmapGroup {
    AnyId id;        // of the flow, outcome, team or role; empty for horizons and for the rest
    std::string key; // the id's text or the horizon's name; empty for the rest
    std::string name;
    std::string note; // a second line
    Paint tint{Role::none};
    std::string ownerName;
    std::vector<RoadmapEntry> entries; // in the plan's order
};

// Every item is in one group: that of the first flow, outcome, ... it names. Groups stand in the plan's order; those of
// flows, outcomes and horizons are there without items too, and what names none comes last.
[[nodiscard]] std::vector<RoadmapGroup> roadmapGroups(const model::Model& model, const model::ModelIndex& index,
                                                      RoadmapGrouping grouping);

// Open constraints of severity 3 and more that no item works on, the heaviest first.
[[nodiscard]] std::vector<const model::Constraint*> constraintsNobodyWorksOn(const model::Model& model);

} // namespace flowspine::view
