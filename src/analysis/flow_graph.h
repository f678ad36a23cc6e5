// A flow variant as a graph of numbers: what the metrics, the simulation and the rules about structure compute on.
// Links that only inform are left out. Building it finds every structural error; with errors of severity error the
// numbers that depend on structure must not be shown.
#pragma once

#include "base/result.h"
#include "model/model.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::analysis {

using base::Issue;
using model::Id;
using model::Model;

struct FlowEdge {
    std::size_t from = 0;
    std::size_t to = 0;
    double probability = 1; // of taking it when its source is done; 1 on every branch of a parallel split
    double delayHours = 0;
    bool isRework = false;
    Id<model::Link> link;
};

struct FlowNode {
    const model::Step* step = nullptr;
    double processHours = 0;
    double waitHours = 0;
    std::vector<std::size_t> out; // edges
    std::vector<std::size_t> in;
    // Of a parallel split: its join. Of a join: its split.
    std::optional<std::size_t> join;
    std::optional<std::size_t> split;

    // Somebody's work: a task or a decision. Events, gateways and waits are passed through when handoffs are counted.
    [[nodiscard]] bool isWork() const;
    [[nodiscard]] bool isSplit() const { return step->type == model::StepType::andSplit; }
};

// The graph borrows the variant's steps; the Model must outlive it.
struct FlowGraph {
    std::vector<FlowNode> nodes; // in the variant's order
    std::vector<FlowEdge> edges;
    std::optional<std::size_t> start;
    // Codes are those of the health rules: F08 probabilities, F09 start, reachability and dead ends, F10 loop without
    // exit, F16 negative time, F25 split without join; and loop-not-rework (a loop none of whose links is marked as
    // rework, so that there is no single pass) and leaves-parallel (a link jumps out of a parallel block).
    std::vector<Issue> issues;

    // True when no issue makes visits and times meaningless.
    [[nodiscard]] bool isComputable() const;
};

// Links without a stated probability share what the stated ones of the same step leave of 100 %.
[[nodiscard]] FlowGraph flowGraph(const Model& model, const model::Variant& variant);

// One pass: rework links taken out, the other probabilities scaled up to 1, and what only rework reaches dropped
// (DOMAIN formula 4). Node numbers stay; dropped nodes have no edges.
struct StaticPass {
    FlowGraph graph;
    std::vector<bool> isReached;
};
[[nodiscard]] StaticPass staticPass(const FlowGraph& graph);

} // namespace flowspine::analysis
