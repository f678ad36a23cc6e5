#include "editors/flows/handoff_pairs.h"

#include "analysis/handoffs.h"
#include "model/lanes.h"
#include "model/naming.h"
#include "view/team_tints.h"

#include <algorithm>

namespace flowspine::editors {

HandoffPairs handoffPairs(const model::Model& model, const model::Id<model::Variant>& variantId) {
    HandoffPairs pairs;
    const model::Variant* variant = model.find(variantId);
    if (!variant) return pairs;
    const view::TeamTints tints(model);
    std::vector<model::AnyId> teams;
    for (const model::Id<model::Team>& lane : model::lanesOf(model, *variant)) {
        if (!lane) continue;
        teams.push_back(lane);
        pairs.counts.teams.push_back({lane, model::shortName(model, lane), tints.of(lane)});
    }
    pairs.counts.counts.assign(teams.size(), std::vector<std::size_t>(teams.size(), 0));
    const auto placeOf = [&](const model::AnyId& team) {
        return static_cast<std::size_t>(std::find(teams.begin(), teams.end(), team) - teams.begin());
    };
    const analysis::FlowGraph graph = analysis::flowGraph(model, *variant);
    for (const analysis::WorkLink& link : analysis::workLinks(graph, analysis::staticPass(graph))) {
        if (!analysis::isHandoff(graph, link)) continue;
        const std::size_t giver = placeOf(graph.nodes[link.from].step->team);
        const std::size_t taker = placeOf(graph.nodes[link.to].step->team);
        if (giver == teams.size() || taker == teams.size()) continue;
        ++pairs.counts.counts[giver][taker];
        for (const std::size_t edge : link.edges) pairs.links[{giver, taker}].push_back(graph.edges[edge].link);
    }
    return pairs;
}

} // namespace flowspine::editors
