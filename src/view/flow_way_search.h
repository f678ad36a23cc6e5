// Finds a way for one link with few crossings among all that run from column to column in channels and change the
// channel in gaps, turning back at most beside the boxes at its ends. Counts what runs in each place of the grid; where
// links turn in one gap it takes a share of their possible crossings, so its answer is to be weighed exactly.
#pragma once

#include "view/flow_router.h"

#include <cstdint>
#include <vector>

namespace flowspine::view {

// What ways cost, against one crossing.
inline constexpr double bendCost = 0.25;
inline constexpr double lengthCost = 0.02; // a row or column is two
inline constexpr double channelCost = 0.4;

class FlowWaySearch {
  public:
    FlowWaySearch(const FlowLayoutInput& input, const FlowGrid& grid);

    // False when the grid is so large and empty that counting is not worth its memory.
    [[nodiscard]] bool isPossible() const { return !m_places.empty(); }
    void add(std::size_t edge, const Way& way) { count(edge, way, 1); }
    void remove(std::size_t edge, const Way& way) { count(edge, way, -1); }
    // The edge leads to another column. May start and end on the upper and lower side of boxes when `usesColumns`;
    // empty when there is no such way. `turnShare`: of the links that turn in a gap how many are thought to be crossed.
    [[nodiscard]] Way find(std::size_t edge, bool usesColumns, double turnShare);

  private:
    struct Place {
        std::int32_t across = 0;  // links that pass it from side to side
        std::int32_t upright = 0; // that pass it up or down
        std::int32_t ends = 0;    // that turn in this gap from or to this line
        bool hasBox = false;
    };

    // The gaps that a way may use, in its direction.
    struct Reach {
        bool isForward = true;
        std::size_t first = 0;
        std::size_t count = 0;
        std::size_t directFirst = 0; // beside the box it leaves
        std::size_t directLast = 0;
        [[nodiscard]] std::size_t gapAt(std::size_t i) const { return isForward ? first + i : first - i; }
    };

    void count(std::size_t edge, const Way& way, std::int32_t change);
    [[nodiscard]] Place* slice(std::size_t place) { return m_places.data() + place * m_lines; }
    [[nodiscard]] Reach reachOf(const FlowEdge& ends, bool usesColumns) const;
    void spread(std::size_t column, std::size_t row, std::vector<double>& costs);
    void turn(const Place* gap, std::uint32_t* sources, double share);

    const FlowLayoutInput& m_input;
    const FlowGrid& m_grid;
    std::size_t m_lines;
    std::vector<Place> m_places;    // by place along the columns, then along the rows
    std::vector<double> m_starting; // by line
    std::vector<double> m_arriving;
    std::vector<double> m_leaving;
    std::vector<double> m_ending;
    std::vector<bool> m_isStart;          // of lines, whether the best way begins there
    std::vector<std::uint32_t> m_sources; // by gap, then line: the line that the best way came on
};

} // namespace flowspine::view
