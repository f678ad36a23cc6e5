#include "bench/layout_rows.h"

#include "bench/layout_graph.h"
#include "bench/layout_sweeps.h"
#include "support/paths.h"

#include <benchmark/benchmark.h>

#include <array>
#include <chrono>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace flowspine::bench {

namespace {

using view::FlowLayout;
using view::FlowLayoutInput;

constexpr std::array<std::size_t, 3> sizes = {100, 1'000, 10'000};
constexpr std::size_t largestForDot = 1'000; // it takes minutes for the next
constexpr double shareOfDotsTime = 0.2;
constexpr double shareOfDotsCrossings = 0.9;

std::string named(const std::string& what, std::size_t size) {
    return what + '/' + std::to_string(size);
}

struct Peer {
    double milliseconds = 0;
    DrawingFaults faults;
};

std::optional<Peer> runDot(const FlowLayoutInput& flow) {
    const auto source = test::outputDir() / "bench-layout.dot";
    const auto result = test::outputDir() / "bench-layout.plain";
    std::ofstream(source, std::ios::binary) << inGraphviz(flow);
    const std::string command = "dot -Tplain '" + source.string() + "' -o '" + result.string() + "' 2>/dev/null";
    Peer peer;
    for (int run = 0; run < 3; ++run) {
        const auto start = std::chrono::steady_clock::now();
        if (std::system(command.c_str()) != 0) return std::nullopt;
        const double time = std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - start).count();
        if (run == 0 || time < peer.milliseconds) peer.milliseconds = time;
    }
    std::ostringstream plain;
    plain << std::ifstream(result, std::ios::binary).rdbuf();
    peer.faults = faultsOf(flow, fromGraphviz(plain.str(), flow));
    return peer;
}

DrawingFaults faultsOfOurs(const FlowLayoutInput& flow) {
    const FlowLayout layout = view::layoutFlow(flow);
    Drawing drawing;
    drawing.boxes = layout.boxes;
    for (const view::FlowRoute& route : layout.routes) drawing.lines.push_back(route.points);
    return faultsOf(flow, drawing);
}

} // namespace

void registerLayoutBenchmarks() {
    const auto add = [](const std::string& name, const std::function<void(benchmark::State&)>& body) {
        benchmark::RegisterBenchmark(name.c_str(), body)->Unit(benchmark::kMillisecond)->MinTime(0.15);
    };
    for (const std::size_t size : sizes) {
        add(named("layout", size), [size](benchmark::State& state) {
            const FlowLayoutInput flow = layoutGraph(size);
            for (auto step : state) benchmark::DoNotOptimize(view::layoutFlow(flow));
        });
        add(named("layout sweeps", size), [size](benchmark::State& state) {
            const FlowLayoutInput flow = layoutGraph(size);
            const std::vector<std::size_t> columns = view::layoutFlow(flow).columns;
            for (auto step : state) benchmark::DoNotOptimize(sweptOrder(flow, columns));
        });
    }
}

void addLayoutRows(BenchTable& table, const std::map<std::string, double>& times) {
    for (const std::size_t size : sizes) {
        const auto time = times.find(named("layout", size));
        if (time == times.end()) continue; // left out by --benchmark_filter
        const FlowLayoutInput flow = layoutGraph(size);
        const std::optional<Peer> dot = size <= largestForDot ? runDot(flow) : std::nullopt;
        const DrawingFaults ours = faultsOfOurs(flow);
        const auto addRow = [&](const std::string& task, const std::string& unit, double value,
                                std::optional<double> peer, std::optional<double> bar, std::optional<double> most) {
            BenchRow row;
            row.task = task;
            row.size = std::to_string(size) + " steps";
            row.unit = unit;
            row.milliseconds = value;
            row.floor = peer;
            if (peer) row.bar = bar;
            row.mostTotal = most;
            if (peer) row.floorName = "graphviz dot, one cluster a lane";
            table.add(std::move(row));
        };
        const auto peer = [&](auto&& value) { return dot ? std::optional<double>(value(*dot)) : std::nullopt; };
        const auto count = [&](const std::string& task, std::size_t DrawingFaults::*fault, std::optional<double> bar,
                               std::optional<double> most) {
            addRow(task, "", static_cast<double>(ours.*fault),
                   peer([&](const Peer& p) { return static_cast<double>(p.faults.*fault); }), bar, most);
        };
        addRow("lay out lanes", "ms", time->second, peer([](const Peer& p) { return p.milliseconds; }), shareOfDotsTime,
               size == sizes.back() ? std::optional(2'000.0) : std::nullopt);
        if (const auto sweeps = times.find(named("layout sweeps", size)); sweeps != times.end()) {
            BenchRow row;
            row.task = "lay out lanes";
            row.size = std::to_string(size) + " steps";
            row.milliseconds = time->second;
            row.floor = sweeps->second;
            row.floorName = "24 sweeps of median and switching";
            table.add(std::move(row));
        }
        count("links that cross", &DrawingFaults::crossings, shareOfDotsCrossings, std::nullopt);
        count("links through boxes", &DrawingFaults::throughBoxes, std::nullopt, 0.0);
        count("boxes on boxes", &DrawingFaults::overlaps, std::nullopt, 0.0);
    }
}

} // namespace flowspine::bench
