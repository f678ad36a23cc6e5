#include "analysis/simulation.h"

#include <algorithm>
#include <cmath>
#include <random>

namespace flowspine::analysis {

namespace {

constexpr std::size_t maxVisitsPerRun = 1'000'000;

class Run {
  public:
    Run(const FlowGraph& graph, std::mt19937_64& random) : m_graph(graph), m_random(random) {}

    // Hours from entering `at` until `join` is reached, or until the end.
    double hours(std::size_t at, std::optional<std::size_t> join) {
        double total = 0;
        while (m_visits < maxVisitsPerRun) {
            ++m_visits;
            const FlowNode& node = m_graph.nodes[at];
            total += node.waitHours + node.processHours;
            if (node.join) {
                total += longestBranch(node);
                at = *node.join;
                continue;
            }
            const FlowEdge* next = choose(node);
            if (next == nullptr) break;
            total += next->delayHours;
            if (next->to == join) break;
            at = next->to;
        }
        return total;
    }

    [[nodiscard]] bool cameToAnEnd() const { return m_visits < maxVisitsPerRun; }

  private:
    double longestBranch(const FlowNode& split) {
        double longest = 0;
        for (const std::size_t e : split.out) {
            const FlowEdge& edge = m_graph.edges[e];
            const double branch = edge.to == *split.join ? 0 : hours(edge.to, split.join);
            longest = std::max(longest, edge.delayHours + branch);
        }
        return longest;
    }

    const FlowEdge* choose(const FlowNode& node) {
        if (node.out.empty()) return nullptr;
        if (node.out.size() == 1) return &m_graph.edges[node.out.front()];
        // 53 random bits as a number from 0 to below 1: the same with every standard library.
        double left = static_cast<double>(m_random() >> 11U) * 0x1p-53;
        for (const std::size_t e : node.out) {
            left -= m_graph.edges[e].probability;
            if (left < 0) return &m_graph.edges[e];
        }
        return &m_graph.edges[node.out.back()];
    }

    const FlowGraph& m_graph;
    std::mt19937_64& m_random;
    std::size_t m_visits = 0;
};

std::vector<HistogramBar> histogramOf(const std::vector<double>& sorted, std::size_t bars) {
    if (sorted.empty() || bars == 0) return {};
    const double low = sorted.front();
    const double width = (sorted.back() - low) / static_cast<double>(bars);
    if (width <= 0) return {{low, low, sorted.size()}};
    std::vector<HistogramBar> histogram(bars);
    for (std::size_t i = 0; i < bars; ++i)
        histogram[i] = {low + width * static_cast<double>(i), low + width * static_cast<double>(i + 1), 0};
    for (const double hours : sorted)
        ++histogram[std::min(bars - 1, static_cast<std::size_t>((hours - low) / width))].runs;
    return histogram;
}

} // namespace

double Simulation::percentile(double share) const {
    const auto rank = static_cast<std::size_t>(std::ceil(share * static_cast<double>(sortedHours.size())));
    return sortedHours[std::clamp<std::size_t>(rank, 1, sortedHours.size()) - 1];
}

std::optional<Simulation> simulate(const FlowGraph& graph, const SimulationOptions& options) {
    constexpr std::size_t runsBetweenQuestions = 256;
    if (!graph.isComputable() || options.runs == 0) return std::nullopt;
    std::mt19937_64 random(options.seed);
    Simulation result;
    result.runs = options.runs;
    result.sortedHours.reserve(options.runs);
    double sum = 0;
    double squares = 0;
    for (std::size_t i = 0; i < options.runs; ++i) {
        if (i % runsBetweenQuestions == 0 && options.isCancelled && options.isCancelled()) return std::nullopt;
        Run run(graph, random);
        const double hours = run.hours(*graph.start, std::nullopt);
        if (!run.cameToAnEnd()) return std::nullopt;
        result.sortedHours.push_back(hours);
        sum += hours;
        squares += hours * hours;
    }
    const auto n = static_cast<double>(options.runs);
    result.meanHours = sum / n;
    result.standardError = std::sqrt(std::max(0.0, squares / n - result.meanHours * result.meanHours) / n);
    std::sort(result.sortedHours.begin(), result.sortedHours.end());
    result.histogram = histogramOf(result.sortedHours, options.histogramBars);
    return result;
}

} // namespace flowspine::analysis
