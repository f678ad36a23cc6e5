// First half of the flow layout: which column and row each box takes. Columns follow the longest path over links that
// lead forward, phases take columns of their own, boxes of one lane and column stack. No lengths yet.
#pragma once

#include "view/flow_layout.h"

namespace flowspine::view {

struct FlowGrid {
    std::vector<std::size_t> columns;   // of each box
    std::vector<std::size_t> rows;      // of each box, counted through all lanes
    std::vector<std::size_t> firstRows; // of each lane, and one behind the last
    std::size_t columnCount = 0;
    std::vector<bool> isBack; // of each edge: closes a cycle
    std::vector<std::optional<std::size_t>>
        phaseStarts; // first column of each phase that has boxes which are not pinned

    [[nodiscard]] std::size_t rowCount() const { return firstRows.back(); }
};

[[nodiscard]] FlowGrid arrangeInGrid(const FlowLayoutInput& input);

} // namespace flowspine::view
