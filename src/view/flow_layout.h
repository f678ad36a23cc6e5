// Geometry of a value flow: lanes down, columns across, boxes in cells, links in the gaps between them. Pure and
// deterministic: the same input gives the same output. Guarantees: a box lies in its lane, boxes do not overlap and no
// link passes through a box. Lengths are px at 100 % zoom.
#pragma once

#include "view/picture.h"

#include <cstddef>
#include <functional>
#include <optional>
#include <vector>

namespace flowspine::view {

// What is laid out in one cell.
struct FlowBox {
    double width = 104;
    double height = 64;
    Outline outline = Outline::rectangle;
    std::size_t lane = 0;
    std::optional<std::size_t> phase; // place in the variant's list of phases
    bool isStart = false;
    bool takesPhaseOfNext = false; // of a box without a phase: it opens what follows rather than closing what was
    double overhang = 0;           // text that stands out left and right of the box
    std::optional<std::size_t> pinnedColumn;
    std::optional<std::size_t> pinnedRow; // within the lane
    friend bool operator==(const FlowBox&, const FlowBox&) = default;
};

enum class FlowTurn : std::uint8_t { any, verticalFirst, horizontalFirst };

// `from` and `to` are places in the list of boxes.
struct FlowEdge {
    std::size_t from = 0;
    std::size_t to = 0;
    bool isRework = false;
    FlowTurn turn = FlowTurn::any;
    friend bool operator==(const FlowEdge&, const FlowEdge&) = default;
};

struct FlowLayoutInput {
    std::vector<FlowBox> boxes;
    std::vector<FlowEdge> edges;
    std::size_t laneCount = 1;
    std::size_t phaseCount = 0;
    double headerWidth = 112;
    double headerHeight = 28;
    double minimumWidth = 0;
    double minimumHeight = 0;
    friend bool operator==(const FlowLayoutInput&, const FlowLayoutInput&) = default;
};

struct FlowSpan {
    double start = 0;
    double length = 0;
    [[nodiscard]] double end() const { return start + length; }
    friend bool operator==(const FlowSpan&, const FlowSpan&) = default;
};

struct FlowRoute {
    std::vector<Point> points; // from the border of one box to that of the other; at least two
    bool isBack = false;       // closes a cycle, or runs against the columns
    friend bool operator==(const FlowRoute&, const FlowRoute&) = default;
};

struct FlowPhase {
    std::size_t phase = 0;
    FlowSpan span;
    friend bool operator==(const FlowPhase&, const FlowPhase&) = default;
};

struct FlowLayout {
    std::vector<Rect> boxes;          // as in the input
    std::vector<std::size_t> columns; // of each box
    std::vector<std::size_t> rows;    // of each box, within its lane
    std::vector<FlowRoute> routes;    // as the input's edges
    std::vector<Rect> lanes;          // with their headers
    std::vector<FlowSpan> columnSpans;
    std::vector<FlowSpan> gapSpans; // before column 0, ..., after the last one
    std::vector<FlowPhase> phases;  // those with columns, from left to right
    Rect bounds;
    friend bool operator==(const FlowLayout&, const FlowLayout&) = default;
};

[[nodiscard]] FlowLayout layoutFlow(const FlowLayoutInput& input);
// Asks every few links whether the layout is still wanted; nothing when it is not.
[[nodiscard]] std::optional<FlowLayout> layoutFlow(const FlowLayoutInput& input,
                                                   const std::function<bool()>& isCancelled);

} // namespace flowspine::view
