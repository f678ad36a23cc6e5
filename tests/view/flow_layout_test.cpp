#include "view/flow_layout.h"

#include <catch2/catch.hpp>

#include <cmath>
#include <random>

using namespace flowspine::view;

namespace {

// A flow as people draw them: mostly forward, some branches, some work that comes back, a few pinned boxes.
FlowLayoutInput randomFlow(std::uint32_t seed) {
    std::mt19937 random(seed);
    const auto pick = [&](std::size_t count) { return static_cast<std::size_t>(random() % count); };
    FlowLayoutInput input;
    input.laneCount = 1 + pick(7);
    input.phaseCount = pick(3) == 0 ? 1 + pick(4) : 0;
    const std::size_t count = 1 + pick(40);
    for (std::size_t b = 0; b < count; ++b) {
        FlowBox box;
        box.lane = pick(input.laneCount);
        const std::size_t form = pick(8);
        if (form == 0) {
            box.width = box.height = 32;
            box.outline = Outline::lozenge;
        } else if (form == 1) {
            box.width = box.height = 24;
            box.outline = Outline::ellipse;
            box.overhang = 20;
        } else if (form == 2) {
            box.outline = Outline::lozenge;
        }
        box.isStart = b == 0;
        if (input.phaseCount > 0 && pick(3) != 0) box.phase = b * input.phaseCount / count;
        if (pick(12) == 0) box.pinnedColumn = pick(20);
        if (pick(20) == 0) box.pinnedRow = pick(3);
        input.boxes.push_back(box);
    }
    const std::size_t edges = count + pick(count);
    for (std::size_t e = 0; e < edges; ++e) {
        FlowEdge edge;
        edge.from = pick(count);
        edge.to = pick(12) == 0 ? pick(count) : std::min(count - 1, edge.from + 1 + pick(4));
        edge.isRework = pick(10) == 0;
        edge.turn = static_cast<FlowTurn>(pick(3));
        input.edges.push_back(edge);
    }
    return input;
}

// How deep a segment reaches into a rectangle, not counting its border.
bool passesThrough(Point a, Point b, const Rect& rect) {
    constexpr double border = 0.01;
    const Rect inner{rect.x + border, rect.y + border, rect.width - 2 * border, rect.height - 2 * border};
    const Rect segment{std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
    return segment.x < inner.right() && segment.right() > inner.x && segment.y < inner.bottom() &&
           segment.bottom() > inner.y;
}

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

TEST_CASE("random flows: boxes stay in their lanes, nothing overlaps, no link passes through a box, pins hold") {
    const std::uint32_t firstSeed = 20261123;
    for (std::uint32_t seed = firstSeed; seed < firstSeed + 1500; ++seed) {
        INFO("seed " << seed);
        const FlowLayoutInput input = randomFlow(seed);
        const FlowLayout layout = layoutFlow(input);
        REQUIRE(layout.boxes.size() == input.boxes.size());
        REQUIRE(layout.routes.size() == input.edges.size());
        REQUIRE(layout.lanes.size() == input.laneCount);
        for (std::size_t b = 0; b < layout.boxes.size(); ++b) {
            const Rect& box = layout.boxes[b];
            const Rect& lane = layout.lanes[input.boxes[b].lane];
            REQUIRE(box.y >= lane.y);
            REQUIRE(box.bottom() <= lane.bottom());
            REQUIRE(box.x >= input.headerWidth);
            REQUIRE(box.right() <= layout.bounds.right());
            if (input.boxes[b].pinnedColumn) REQUIRE(layout.columns[b] == *input.boxes[b].pinnedColumn);
            for (std::size_t other = b + 1; other < layout.boxes.size(); ++other)
                REQUIRE_FALSE(box.intersects(layout.boxes[other]));
        }
        for (std::size_t e = 0; e < layout.routes.size(); ++e) {
            const auto& points = layout.routes[e].points;
            INFO("link " << e);
            REQUIRE(points.size() >= 2);
            for (std::size_t i = 0; i + 1 < points.size(); ++i) {
                REQUIRE((points[i].x == points[i + 1].x || points[i].y == points[i + 1].y));
                for (std::size_t b = 0; b < layout.boxes.size(); ++b) {
                    // Into its own lozenges and circles a link reaches a little way, to their border.
                    const bool isOwn = b == input.edges[e].from || b == input.edges[e].to;
                    if (isOwn && input.boxes[b].outline != Outline::rectangle) continue;
                    REQUIRE_FALSE(passesThrough(points[i], points[i + 1], layout.boxes[b]));
                }
                REQUIRE(points[i].x >= input.headerWidth);
                REQUIRE(points[i].x <= layout.bounds.right());
                REQUIRE(points[i].y >= layout.lanes.front().y);
                REQUIRE(points[i].y <= layout.lanes.back().bottom());
            }
        }
        REQUIRE(layoutFlow(input) == layout);
    }
}

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

TEST_CASE("adding a step at the end of a branch moves no step before it and no lane above it") {
    for (std::uint32_t seed = 7000; seed < 7200; ++seed) {
        INFO("seed " << seed);
        FlowLayoutInput input = randomFlow(seed);
        for (FlowBox& box : input.boxes) box.phase.reset();
        const FlowLayout before = layoutFlow(input);
        const std::size_t last = input.boxes.size() - 1;
        FlowBox added;
        added.lane = input.boxes[last].lane;
        input.boxes.push_back(added);
        input.edges.push_back({last, last + 1});
        const FlowLayout after = layoutFlow(input);
        for (std::size_t b = 0; b <= last; ++b) REQUIRE(after.columns[b] == before.columns[b]);
        for (std::size_t lane = 0; lane < added.lane; ++lane)
            for (std::size_t b = 0; b <= last; ++b)
                if (input.boxes[b].lane == lane) REQUIRE(after.rows[b] == before.rows[b]);
    }
}
