// Last step of routing: where links leave and enter the sides of boxes, and on which of the parallel tracks of a gap or
// channel each runs, so that no two unrelated lines lie on each other.
#pragma once

#include "view/flow_router.h"

namespace flowspine::view {

// Sets the tracks and offsets of the ways, and counts the tracks.
void settleLines(const FlowLayoutInput& input, const FlowGrid& grid, FlowWays& ways);

} // namespace flowspine::view
