// The flows that layouts are measured on, and what makes one drawing of them better than another: crossings, links
// through boxes and overlaps, counted on the drawn lines whoever drew them.
#pragma once

#include "view/flow_layout.h"

#include <string>
#include <vector>

namespace flowspine::bench {

// Ten lanes, 1.3 links a step, 4 % of the links lead back. The same number gives the same flow.
[[nodiscard]] view::FlowLayoutInput layoutGraph(std::size_t steps);

struct Drawing {
    std::vector<view::Rect> boxes;
    std::vector<std::vector<view::Point>> lines; // as the flow's links
};

struct DrawingFaults {
    std::size_t crossings = 0;    // proper intersections of two links that share no step
    std::size_t throughBoxes = 0; // links that enter a box of another step by more than 2 px
    std::size_t overlaps = 0;     // pairs of boxes
};

[[nodiscard]] DrawingFaults faultsOf(const view::FlowLayoutInput& flow, const Drawing& drawing);

// The flow in graphviz's language: left to right, one cluster a lane.
[[nodiscard]] std::string inGraphviz(const view::FlowLayoutInput& flow);
// What `dot -Tplain` says; empty when it is no such text.
[[nodiscard]] Drawing fromGraphviz(const std::string& plain, const view::FlowLayoutInput& flow);

} // namespace flowspine::bench
