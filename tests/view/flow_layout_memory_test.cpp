#include "view/flow_layout_memory.h"

#include "support/random.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;

namespace {

FlowLayoutInput someFlow(test::Random& random, std::size_t steps) {
    FlowLayoutInput flow;
    flow.laneCount = 5;
    for (std::size_t b = 0; b < steps; ++b) {
        FlowBox box;
        box.lane = random.below(flow.laneCount);
        box.isStart = b == 0;
        flow.boxes.push_back(box);
        if (b > 0) flow.edges.push_back({b - 1 - random.below(std::min<std::size_t>(b, 4)), b});
    }
    return flow;
}

} // namespace

TEST_CASE("a remembered layout is the one that would be made anew, whatever the sizes of boxes and headers") {
    const std::uint64_t seed = test::testSeed(20261130);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    FlowLayoutMemory memory;
    std::vector<FlowLayoutInput> flows;
    for (int i = 0; i < 7; ++i) flows.push_back(someFlow(random, 1 + random.below(40)));
    for (int round = 0; round < 300; ++round) {
        INFO("round " << round);
        FlowLayoutInput flow = random.pick(flows);
        if (random.chance(50)) flow.headerWidth = 12;
        if (random.chance(50)) flow.minimumWidth = 4000;
        if (random.chance(50)) flow.boxes.front().outline = Outline::lozenge;
        if (random.chance(30)) flow.boxes.back().width = 32;
        if (random.chance(20)) flow.boxes.back().lane = 0;
        if (random.chance(20)) flow.boxes.back().pinnedColumn = 9;
        if (random.chance(20) && !flow.edges.empty()) flow.edges.back().turn = FlowTurn::verticalFirst;
        REQUIRE(memory.layout(flow, [] { return false; }) == layoutFlow(flow));
    }
}

TEST_CASE("what is remembered is not worked out again") {
    test::Random random(7);
    FlowLayoutInput flow = someFlow(random, 300);
    FlowLayoutMemory memory;
    REQUIRE_FALSE(memory.layout(flow, [] { return true; }));
    REQUIRE(memory.layout(flow, [] { return false; }));
    flow.minimumHeight = 3000;
    CHECK(memory.layout(flow, [] { return true; }) == layoutFlow(flow));
}

TEST_CASE("a layout of 10,000 steps is given up soon after it is no longer wanted") {
    test::Random random(8);
    const FlowLayoutInput flow = someFlow(random, 10'000);
    int questions = 0;
    CHECK_FALSE(layoutFlow(flow, [&] { return ++questions == 3; }));
    CHECK(questions == 3); // not asked again, so nothing went on
    questions = 0;
    CHECK(layoutFlow(flow, [&] { return ++questions < 0; }));
    CHECK(questions > 100); // every few links
}
