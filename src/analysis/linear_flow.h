// Solves a flow graph: visits, times and yields. Parallel blocks are folded into their split; loops are solved as
// linear systems, one strongly connected part at a time, so that long flows stay fast.
#pragma once

#include "analysis/flow_graph.h"

#include <functional>
#include <optional>
#include <vector>

namespace flowspine::analysis {

// Expected visits of each node, the start visited once (DOMAIN formula 2). nullopt when a loop has no exit.
[[nodiscard]] std::optional<std::vector<double>> expectedVisits(const FlowGraph& graph);

// Expected hours from entering each node to the end; inside a parallel block to the block's join (DOMAIN formula 3):
// L = nodeHours + sum of p (delay + L(next)); at a split the longest branch and then the join. Where branches are
// random this is a lower bound. nullopt when a loop has no exit.
using NodeHours = std::function<double(const FlowNode&)>;
[[nodiscard]] std::optional<std::vector<double>> expectedHours(const FlowGraph& graph, const NodeHours& nodeHours,
                                                               bool withDelays);

// Share of work that passes every step complete and accurate (DOMAIN formula 7), for a graph without loops:
// alternatives are averaged, parallel branches multiplied.
[[nodiscard]] std::optional<double> rolledCompleteAccurate(const FlowGraph& graph);

} // namespace flowspine::analysis
