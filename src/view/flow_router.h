// Second half of the flow layout, still without lengths: the way of each link through the grid as a chain of legs, each
// on the centre line of a row or column or on a track of a gap or channel. Centre lines are taken only through cells
// without a box, so a link never passes through one.
#pragma once

#include "view/flow_grid.h"

#include <vector>

namespace flowspine::view {

enum class LegKind : std::uint8_t { row, column, gap, channel };

// Gap g lies before column g, channel h above row h.
struct Leg {
    LegKind kind = LegKind::row;
    std::size_t index = 0;
    std::size_t track = 0;
    double offset = 0; // of a row or column leg from its centre line
};

using Way = std::vector<Leg>;

struct FlowWays {
    std::vector<Way> ways;                  // of each edge
    std::vector<std::size_t> gapTracks;     // number of tracks, columnCount + 1
    std::vector<std::size_t> channelTracks; // number of tracks, rowCount + 1
};

[[nodiscard]] FlowWays routeThroughGrid(const FlowLayoutInput& input, const FlowGrid& grid);

// Two links at one place are this far apart, in px.
inline constexpr double portPitch = 10;

} // namespace flowspine::view
