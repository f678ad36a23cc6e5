#include "model/draft.h"
#include "support/random.h"
#include "support/random_flow.h"
#include "view/flow_layout.h"
#include "view/flow_picture.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>

using namespace flowspine;
using namespace flowspine::view;
using test::Random;

namespace {

constexpr int flowCount = 10'000;
constexpr double border = 0.01;

// Most flows are small, where unusual shapes are likely; some are as large as people draw them.
std::size_t randomSize(Random& random) {
    const std::size_t share = random.below(100);
    return 1 + random.below(share < 82 ? 8 : share < 99 ? 24 : 80);
}

// A flow as people draw them: mostly forward, some branches, some work that comes back, a few pinned boxes.
FlowLayoutInput randomFlow(Random& random) {
    FlowLayoutInput flow;
    flow.laneCount = 1 + random.below(7);
    flow.phaseCount = random.chance(33) ? 1 + random.below(4) : 0;
    const std::size_t count = randomSize(random);
    for (std::size_t b = 0; b < count; ++b) {
        FlowBox box;
        box.lane = random.below(flow.laneCount);
        const std::size_t form = random.below(8);
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
        if (flow.phaseCount > 0 && random.chance(67)) box.phase = b * flow.phaseCount / count;
        if (random.chance(8)) box.pinnedColumn = random.below(20);
        if (random.chance(5)) box.pinnedRow = random.below(3);
        flow.boxes.push_back(box);
    }
    const std::size_t edges = count + random.below(count);
    for (std::size_t e = 0; e < edges; ++e) {
        FlowEdge edge;
        edge.from = random.below(count);
        edge.to = random.chance(8) ? random.below(count) : std::min(count - 1, edge.from + 1 + random.below(4));
        edge.isRework = random.chance(10);
        edge.turn = static_cast<FlowTurn>(random.below(3));
        flow.edges.push_back(edge);
    }
    return flow;
}

bool isInside(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x && inner.y >= outer.y && inner.right() <= outer.right() &&
           inner.bottom() <= outer.bottom();
}

Rect around(Point a, Point b) {
    return {std::min(a.x, b.x), std::min(a.y, b.y), std::abs(a.x - b.x), std::abs(a.y - b.y)};
}

// The border of the box does not count, and the line has no width.
bool passesThrough(const Rect& line, const Rect& box) {
    return line.x < box.right() - border && line.right() > box.x + border && line.y < box.bottom() - border &&
           line.bottom() > box.y + border;
}

std::string boxProblems(const FlowLayoutInput& flow, const FlowLayout& layout) {
    std::string problems;
    for (std::size_t b = 0; b < layout.boxes.size(); ++b) {
        const Rect& box = layout.boxes[b];
        const std::string name = "box " + std::to_string(b);
        if (!isInside(box, layout.lanes[flow.boxes[b].lane])) problems += name + " leaves its lane\n";
        if (!isInside(box, layout.bounds) || box.x < flow.headerWidth) problems += name + " leaves the picture\n";
        for (std::size_t other = b + 1; other < layout.boxes.size(); ++other)
            if (box.intersects(layout.boxes[other])) problems += name + " lies over " + std::to_string(other) + "\n";
    }
    return problems;
}

std::string linkProblems(const FlowLayoutInput& flow, const FlowLayout& layout) {
    std::string problems;
    Rect inside = layout.lanes.front();
    inside.height = layout.lanes.back().bottom() - inside.y;
    inside.width = layout.bounds.right() - flow.headerWidth;
    inside.x = flow.headerWidth;
    for (std::size_t e = 0; e < layout.routes.size(); ++e) {
        const auto& points = layout.routes[e].points;
        const std::string name = "link " + std::to_string(e);
        if (points.size() < 2) problems += name + " has no line\n";
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const Rect line = around(points[i], points[i + 1]);
            if (line.width != 0 && line.height != 0) problems += name + " runs aslant\n";
            if (!isInside(line, inside)) problems += name + " leaves the lanes\n";
            for (std::size_t b = 0; b < layout.boxes.size(); ++b) {
                // Into its own lozenges and circles a link reaches a little way, to their border.
                const bool isOwn = b == flow.edges[e].from || b == flow.edges[e].to;
                if (isOwn && flow.boxes[b].outline != Outline::rectangle) continue;
                if (passesThrough(line, layout.boxes[b]))
                    problems += name + " passes through box " + std::to_string(b) + "\n";
            }
        }
    }
    return problems;
}

// A row is kept unless another box is pinned to the same cell.
std::string pinProblems(const FlowLayoutInput& flow, const FlowLayout& layout) {
    std::string problems;
    for (std::size_t b = 0; b < flow.boxes.size(); ++b) {
        const FlowBox& box = flow.boxes[b];
        if (box.pinnedColumn && layout.columns[b] != *box.pinnedColumn)
            problems += "box " + std::to_string(b) + " left the column it is pinned to\n";
        if (!box.pinnedRow || layout.rows[b] == *box.pinnedRow) continue;
        const auto isRival = [&](std::size_t other) {
            return other != b && flow.boxes[other].pinnedRow && flow.boxes[other].lane == box.lane &&
                   layout.columns[other] == layout.columns[b] && layout.rows[other] == *box.pinnedRow;
        };
        bool hasRival = false;
        for (std::size_t other = 0; other < flow.boxes.size(); ++other) hasRival = hasRival || isRival(other);
        if (!hasRival) problems += "box " + std::to_string(b) + " left the row it is pinned to\n";
    }
    return problems;
}

struct Addition {
    FlowLayoutInput flow;
    std::size_t place = 0;           // of the new box, which may be anywhere in the list
    std::optional<std::size_t> next; // box that it leads to, as counted before
    [[nodiscard]] std::size_t placeOf(std::size_t before) const { return before < place ? before : before + 1; }
};

// One more box: of its own, after another one, or within a link; listed behind the one that leads to it. Rework is not
// parted: a box that only rework leads to stands by what it corrects, which would become another one.
Addition withOneMore(const FlowLayoutInput& flow, Random& random) {
    std::size_t way = flow.edges.empty() ? random.below(2) : random.below(5);
    const std::size_t link = random.below(std::max<std::size_t>(flow.edges.size(), 1));
    if (way >= 2 && flow.edges[link].isRework) way = 1;
    const std::size_t previous = way < 2 ? random.below(flow.boxes.size()) : flow.edges[link].from;
    Addition addition{flow, previous + 1 + random.below(flow.boxes.size() - previous), {}};
    FlowBox box;
    box.lane = random.below(flow.laneCount);
    addition.flow.boxes.insert(addition.flow.boxes.begin() + static_cast<std::ptrdiff_t>(addition.place), box);
    for (FlowEdge& edge : addition.flow.edges) {
        edge.from = addition.placeOf(edge.from);
        edge.to = addition.placeOf(edge.to);
    }
    if (way == 1) addition.flow.edges.push_back({previous, addition.place});
    if (way < 2) return addition;
    addition.next = flow.edges[link].to;
    addition.flow.edges[link].to = addition.place;
    addition.flow.edges.push_back({addition.place, addition.placeOf(*addition.next)});
    return addition;
}

// Columns change only of what the new box pushes to its right. Rows change only in its lane from its column on, and in
// the lanes of what it pushes and of what follows that or it, from there on.
std::string movedWrongly(const FlowLayoutInput& flow, const FlowLayout& before, const Addition& addition,
                         const FlowLayout& after) {
    const std::size_t column = after.columns[addition.place];
    std::vector<std::size_t> firstChange(flow.laneCount, after.columnSpans.size()); // column, by lane
    const auto change = [&](std::size_t lane, std::size_t at) { firstChange[lane] = std::min(firstChange[lane], at); };
    change(addition.flow.boxes[addition.place].lane, column);
    if (addition.next) change(flow.boxes[*addition.next].lane, before.columns[*addition.next]);
    std::string problems;
    for (std::size_t b = 0; b < flow.boxes.size(); ++b) {
        const std::size_t was = before.columns[b];
        const std::size_t is = after.columns[addition.placeOf(b)];
        if (is == was) continue;
        change(flow.boxes[b].lane, std::min(was, is));
        const std::string name = "box " + std::to_string(b);
        if (is < was) problems += name + " moved to the left\n";
        if (is < column) problems += name + " moved, left of the new one\n";
        if (!addition.next && flow.phaseCount == 0) problems += name + " moved, though nothing pushes it\n";
    }
    for (const FlowEdge& edge : flow.edges)
        if (after.columns[addition.placeOf(edge.from)] != before.columns[edge.from])
            change(flow.boxes[edge.to].lane, before.columns[edge.to]);
    for (std::size_t b = 0; b < flow.boxes.size(); ++b)
        if (after.rows[addition.placeOf(b)] != before.rows[b] && before.columns[b] < firstChange[flow.boxes[b].lane])
            problems += "box " + std::to_string(b) + " changed its row, where nothing else changed\n";
    return problems;
}

FlowLayoutInput withLanesInOrder(FlowLayoutInput flow, const std::vector<std::size_t>& places) {
    for (FlowBox& box : flow.boxes) box.lane = places[box.lane];
    return flow;
}

// A small flow with words on its links, decisions and names under its events.
test::RandomFlow randomWordyFlow(Random& random) {
    const std::size_t size = randomSize(random);
    test::RandomFlow flow = test::makeRandomFlow(random.next(), size, 1 + random.below(6));
    const std::vector<std::string> words = {"file", "complete application", "33 gaps", "fee paid and receipt", "plans"};
    model::Draft draft(flow.model);
    flow.model.forEach<model::Step>([&](const model::Step& each) {
        const bool isEvent = each.type == model::StepType::start || each.type == model::StepType::end;
        if (isEvent && random.chance(70)) draft.change(model::Id<model::Step>(each.id))->name = random.pick(words);
        if (each.type == model::StepType::task && random.chance(15))
            draft.change(model::Id<model::Step>(each.id))->type = model::StepType::decision;
    });
    flow.model.forEach<model::Link>([&](const model::Link& each) {
        if (random.chance(60)) draft.change(model::Id<model::Link>(each.id))->passes = random.pick(words);
        if (random.chance(20)) draft.change(model::Id<model::Link>(each.id))->condition = random.pick(words);
    });
    flow.model = draft.finish();
    return flow;
}

// A line of text of 14 px holds letters of 11 px: above them it is empty.
Rect inkOf(const Label& label) {
    const Rect bounds = boundsOf(label);
    const double above = label.lineHeight - label.style.size - 1;
    return {bounds.x, bounds.y + above, bounds.width, bounds.height - above};
}

// Texts of steps and links over each other, over boxes, over the lines of links.
std::string labelProblems(const Picture& picture) {
    struct Text {
        const Shape* shape;
        Rect ink;
    };
    std::vector<Text> texts;
    std::vector<Text> boxes;
    std::vector<Rect> lines;
    for (const Shape& shape : picture.shapes) {
        const bool isLink = shape.id.text().starts_with("link");
        if (!isLink && !shape.id.text().starts_with("step")) continue;
        if (const auto* label = std::get_if<Label>(&shape.form)) texts.push_back({&shape, inkOf(*label)});
        const auto* box = std::get_if<Box>(&shape.form);
        if (box != nullptr && shape.part == "box" && box->outline == Outline::rectangle)
            boxes.push_back({&shape, box->rect});
        const auto* line = std::get_if<Line>(&shape.form);
        if (line != nullptr && shape.part == "line")
            for (std::size_t i = 0; i + 1 < line->points.size(); ++i)
                lines.push_back(around(line->points[i], line->points[i + 1]));
    }
    std::string problems;
    const auto say = [&](const Shape& shape, const std::string& what) {
        problems += std::string(shape.id.text()) + " " + shape.part + " lies over " + what + "\n";
    };
    for (std::size_t i = 0; i < texts.size(); ++i) {
        for (std::size_t j = i + 1; j < texts.size(); ++j)
            if (texts[i].ink.intersects(texts[j].ink))
                say(*texts[i].shape, std::string(texts[j].shape->id.text()) + " " + texts[j].shape->part);
        if (texts[i].shape->part != "label") continue; // a chip that counts returns lies on its line
        for (const Text& box : boxes)
            if (texts[i].ink.intersects(box.ink)) say(*texts[i].shape, std::string(box.shape->id.text()));
        for (const Rect& line : lines)
            if (passesThrough(line, texts[i].ink)) say(*texts[i].shape, "a line");
    }
    return problems;
}

} // namespace

TEST_CASE("10,000 flows: steps stay in their lanes, nothing overlaps, no link passes through a box, pins hold") {
    const std::uint64_t seed = test::testSeed(20261126);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    Random random(seed);
    for (int round = 0; round < flowCount; ++round) {
        INFO("round " << round);
        const FlowLayoutInput flow = randomFlow(random);
        const FlowLayout layout = layoutFlow(flow);
        const std::string problems = boxProblems(flow, layout) + linkProblems(flow, layout) + pinProblems(flow, layout);
        REQUIRE(problems == "");
        REQUIRE(layoutFlow(flow) == layout);
    }
}

TEST_CASE("10,000 flows: one more step moves only its own lane, from its column on, and what it pushes") {
    const std::uint64_t seed = test::testSeed(20261127);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    Random random(seed);
    for (int round = 0; round < flowCount; ++round) {
        INFO("round " << round);
        const FlowLayoutInput flow = randomFlow(random);
        const Addition addition = withOneMore(flow, random);
        const FlowLayout after = layoutFlow(addition.flow);
        const std::string problems =
            movedWrongly(flow, layoutFlow(flow), addition, after) + pinProblems(addition.flow, after);
        REQUIRE(problems == "");
    }
}

TEST_CASE("10,000 flows: when lanes change places, steps go with them and pinned ones keep their cells") {
    const std::uint64_t seed = test::testSeed(20261128);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    Random random(seed);
    for (int round = 0; round < flowCount; ++round) {
        INFO("round " << round);
        const FlowLayoutInput flow = randomFlow(random);
        std::vector<std::size_t> places(flow.laneCount);
        std::iota(places.begin(), places.end(), std::size_t{0});
        for (std::size_t i = places.size(); i > 1; --i) std::swap(places[i - 1], places[random.below(i)]);
        const FlowLayoutInput reordered = withLanesInOrder(flow, places);
        const FlowLayout before = layoutFlow(flow);
        const FlowLayout after = layoutFlow(reordered);
        std::string problems = boxProblems(reordered, after) + pinProblems(reordered, after);
        for (std::size_t b = 0; b < flow.boxes.size(); ++b)
            if (flow.boxes[b].pinnedRow && after.rows[b] != before.rows[b])
                problems += "box " + std::to_string(b) + " is pinned and left its row\n";
        REQUIRE(problems == "");
        REQUIRE(after.columns == before.columns);
    }
}

TEST_CASE("10,000 flows: no text lies over another, nor over a box or line when it belongs to a link") {
    const std::uint64_t seed = test::testSeed(20261129);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    Random random(seed);
    const FixedTextMeasure measure;
    for (int round = 0; round < flowCount; ++round) {
        INFO("round " << round);
        const test::RandomFlow flow = randomWordyFlow(random);
        const Picture picture = flowPicture(flow.model, model::ModelIndex(flow.model), flow.variant, {}, measure);
        const std::string problems = labelProblems(picture);
        REQUIRE(problems == "");
    }
}
