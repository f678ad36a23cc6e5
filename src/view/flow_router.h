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
    friend bool operator==(const Leg&, const Leg&) = default;
};

using Way = std::vector<Leg>;

struct FlowWays {
    std::vector<Way> ways;                  // of each edge
    std::vector<std::size_t> gapTracks;     // number of tracks, columnCount + 1
    std::vector<std::size_t> channelTracks; // number of tracks, rowCount + 1
};

// Places along an axis: row or column c is 2c + 1, the channel or gap before it 2c.
[[nodiscard]] inline std::size_t placeOf(const Leg& leg) {
    return leg.kind == LegKind::row || leg.kind == LegKind::column ? 2 * leg.index + 1 : 2 * leg.index;
}

[[nodiscard]] inline bool isHorizontal(const Leg& leg) {
    return leg.kind == LegKind::row || leg.kind == LegKind::channel;
}

struct Extent {
    std::size_t start = 0;
    std::size_t end = 0;
    [[nodiscard]] std::size_t low() const { return start < end ? start : end; }
    [[nodiscard]] std::size_t high() const { return start < end ? end : start; }
};

// From where to where a leg of the edge's way runs.
[[nodiscard]] inline Extent extentOf(const FlowGrid& grid, const Way& way, std::size_t at, const FlowEdge& edge) {
    const bool isAcross = isHorizontal(way[at]);
    const auto ofBox = [&](std::size_t box) { return 2 * (isAcross ? grid.columns[box] : grid.rows[box]) + 1; };
    return {at == 0 ? ofBox(edge.from) : placeOf(way[at - 1]),
            at + 1 == way.size() ? ofBox(edge.to) : placeOf(way[at + 1])};
}

// Nothing when cancelled, which is asked every few links.
[[nodiscard]] std::optional<FlowWays> routeThroughGrid(const FlowLayoutInput& input, const FlowGrid& grid,
                                                       const std::function<bool()>& isCancelled);

// Two links at one place are this far apart, in px.
inline constexpr double portPitch = 10;

} // namespace flowspine::view
