// The handoffs of a variant, pair by pair of teams, for the handoff map.
#pragma once

#include "model/model.h"
#include "view/handoff_map.h"

#include <map>
#include <utility>
#include <vector>

namespace flowspine::editors {

struct HandoffPairs {
    view::HandoffCounts counts; // teams in the order of the lanes
    // The links that a pair's handoffs go over, by giver and taker.
    std::map<std::pair<std::size_t, std::size_t>, std::vector<model::AnyId>> links;
};

[[nodiscard]] HandoffPairs handoffPairs(const model::Model& model, const model::Id<model::Variant>& variant);

} // namespace flowspine::editors
