#include "view/flow_layout.h"

#include <catch2/catch.hpp>

using namespace flowspine::view;

namespace {

FlowLayoutInput chain(std::size_t count) {
    FlowLayoutInput input;
    for (std::size_t b = 0; b < count; ++b) {
        FlowBox box;
        box.isStart = b == 0;
        input.boxes.push_back(box);
        if (b > 0) input.edges.push_back({b - 1, b});
    }
    return input;
}

} // namespace

TEST_CASE("columns run with the work, and rework does not push") {
    FlowLayoutInput input = chain(4);
    input.edges.push_back({3, 1, true});
    const FlowLayout layout = layoutFlow(input);
    CHECK(layout.columns == std::vector<std::size_t>{0, 1, 2, 3});
    CHECK(layout.routes[3].isBack);
    CHECK_FALSE(layout.routes[0].isBack);
}

TEST_CASE("a step that only rework leads to stands in the column of what it corrects") {
    FlowLayoutInput input = chain(3);
    input.laneCount = 2;
    input.boxes[0].lane = input.boxes[1].lane = input.boxes[2].lane = 1;
    input.boxes.emplace_back();
    input.edges.push_back({1, 3, true});
    input.edges.push_back({3, 1});
    const FlowLayout layout = layoutFlow(input);
    CHECK(layout.columns[3] == layout.columns[1]);
    // There and back are two upright lines beside each other.
    REQUIRE(layout.routes[2].points.size() == 2);
    REQUIRE(layout.routes[3].points.size() == 2);
    CHECK(layout.routes[2].points[0].x != layout.routes[3].points[0].x);
}

TEST_CASE("boxes of one lane and column stack, and the lane grows") {
    FlowLayoutInput input = chain(1);
    for (std::size_t b = 1; b <= 3; ++b) {
        input.boxes.emplace_back();
        input.edges.push_back({0, b});
    }
    const FlowLayout layout = layoutFlow(input);
    CHECK(layout.columns == std::vector<std::size_t>{0, 1, 1, 1});
    CHECK(layout.lanes[0].height > 3 * 64.0);
    CHECK(layout.boxes[1].y < layout.boxes[2].y);
    CHECK(layout.boxes[2].y < layout.boxes[3].y);
}

TEST_CASE("a phase begins behind the last column of the phase before it") {
    FlowLayoutInput input = chain(4);
    input.phaseCount = 2;
    input.boxes[0].phase = 0;
    input.boxes[1].phase = 0;
    input.boxes[2].phase = 1;
    input.boxes.emplace_back().phase = 1; // nothing leads to it, still it belongs to the second phase
    const FlowLayout layout = layoutFlow(input);
    REQUIRE(layout.phases.size() == 2);
    CHECK(layout.columns[4] == 2);
    CHECK(layout.phases[0].span.end() == layout.phases[1].span.start);
    CHECK(layout.phases[1].span.start < layout.boxes[4].x);
    CHECK(layout.phases[1].span.start > layout.boxes[1].right());
}

TEST_CASE("a pinned box keeps its column and row when lanes are exchanged") {
    FlowLayoutInput input = chain(5);
    input.laneCount = 2;
    input.boxes[2].lane = 1;
    input.boxes[2].pinnedColumn = 6;
    input.boxes[2].pinnedRow = 2;
    const FlowLayout before = layoutFlow(input);
    for (FlowBox& box : input.boxes) box.lane = 1 - box.lane;
    const FlowLayout after = layoutFlow(input);
    CHECK(before.columns[2] == 6);
    CHECK(before.rows[2] == 2);
    CHECK(after.columns == before.columns);
    CHECK(after.rows == before.rows);
}

TEST_CASE("a pin far out does not make the picture endless") {
    FlowLayoutInput input = chain(2);
    input.boxes[1].pinnedColumn = 100000;
    CHECK(layoutFlow(input).columnSpans.size() < 200);
}

TEST_CASE("an empty flow is its lanes, as wide and high as asked") {
    FlowLayoutInput input;
    input.laneCount = 2;
    input.minimumWidth = 958;
    input.minimumHeight = 400;
    const FlowLayout layout = layoutFlow(input);
    CHECK(layout.lanes.size() == 2);
    CHECK(layout.bounds.width == 958);
    CHECK(layout.bounds.height == 400);
    CHECK(layout.lanes[0].height == 88);
}
