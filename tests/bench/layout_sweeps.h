// The floor of layered layouts: the order in each column by 24 sweeps of medians and switching neighbours, with a place
// for each long link in each column that it passes. No lanes, no lengths, no lines.
#pragma once

#include "view/flow_layout.h"

#include <vector>

namespace flowspine::bench {

// The boxes and long links of each column from top to bottom; long links have numbers behind the boxes.
[[nodiscard]] std::vector<std::vector<std::size_t>> sweptOrder(const view::FlowLayoutInput& flow,
                                                               const std::vector<std::size_t>& columns);

} // namespace flowspine::bench
