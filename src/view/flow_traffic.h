// Which links run where in the grid, to count what one more way would cross before it is taken. Counts are exact but
// for the order of parallel tracks, which is taken as the better one of each pair.
#pragma once

#include "view/flow_router.h"
#include "view/flow_tracks.h"

#include <cstdint>
#include <vector>

namespace flowspine::view {

class FlowTraffic {
  public:
    FlowTraffic(const FlowLayoutInput& input, const FlowGrid& grid);

    void add(std::size_t edge, const Way& way);
    void remove(std::size_t edge, const Way& way);
    // What the way would cross; stops counting above `enough`.
    [[nodiscard]] double crossings(std::size_t edge, const Way& way, double enough) const;

  private:
    struct Across {
        std::uint32_t line;
        std::uint32_t edge;
    };
    struct Upright {
        TrackSegment segment;
        std::uint32_t low;
        std::uint32_t high;
        std::uint32_t edge;
    };
    // At one place along the columns.
    struct Slice {
        std::vector<Across> across; // lines that pass it
        std::vector<Upright> uprights;
    };

    [[nodiscard]] Upright uprightOf(std::size_t edge, const Way& way, std::size_t leg) const;
    [[nodiscard]] double weight(std::size_t edge, std::size_t other) const;

    const FlowLayoutInput& m_input;
    const FlowGrid& m_grid;
    std::vector<Slice> m_slices;
    std::vector<std::vector<Upright>> m_channels; // the segments in them, turned
};

} // namespace flowspine::view
