// Handoffs of a flow: work that passes from one team to another (DOMAIN formulas 8 and 9).
#pragma once

#include "analysis/linear_flow.h"

#include <vector>

namespace flowspine::analysis {

// From one task or decision to the next, gateways and events passed through. `rate` is how often it is taken each
// time the source is done.
struct WorkLink {
    std::size_t from = 0;
    std::size_t to = 0;
    double rate = 1;
    bool isRework = false;          // a rework link lies on the way, or only rework leads to its source
    std::vector<std::size_t> edges; // of the graph, in order
};

// Two links between the same steps by the same kind of way are one, their rates added.
[[nodiscard]] std::vector<WorkLink> workLinks(const FlowGraph& graph, const StaticPass& pass);

// Both teams are known and differ.
[[nodiscard]] bool isHandoff(const FlowGraph& graph, const WorkLink& link);
// Work goes to another team and straight back.
struct PingPong {
    std::size_t from = 0;
    std::size_t over = 0;
    std::size_t back = 0;
};
// Distinct forward triples.
[[nodiscard]] std::vector<PingPong> pingPongs(const FlowGraph& graph, const std::vector<WorkLink>& links);

} // namespace flowspine::analysis
