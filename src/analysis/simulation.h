// Simulates single items going through a flow, beside the formulas where those are only bounds: parallel branches wait
// for the slowest of each run, not for the slowest on average. Steps take their stated times; what varies is the way.
#pragma once

#include "analysis/flow_graph.h"

#include <cstdint>
#include <functional>
#include <optional>
#include <vector>

namespace flowspine::analysis {

struct SimulationOptions {
    std::uint64_t seed = 1; // the same seed gives the same result on every machine
    std::size_t runs = 10'000;
    std::size_t histogramBars = 30;
    std::function<bool()> isCancelled; // asked every few hundred runs
};

struct HistogramBar {
    double fromHours = 0;
    double toHours = 0;
    std::size_t runs = 0;
};

struct Simulation {
    std::size_t runs = 0;
    double meanHours = 0;
    double standardError = 0; // of the mean
    std::vector<double> sortedHours;
    std::vector<HistogramBar> histogram;

    // Hours within which that share (0 to 1) of the runs was done; nearest rank.
    [[nodiscard]] double percentile(double share) const;
};

// nullopt when the graph is not computable, a run does not come to an end, or it was cancelled.
[[nodiscard]] std::optional<Simulation> simulate(const FlowGraph& graph, const SimulationOptions& options = {});

} // namespace flowspine::analysis
