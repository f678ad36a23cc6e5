#include "view/flow_router.h"

#include "view/flow_ports.h"
#include "view/flow_traffic.h"
#include "view/flow_way_search.h"

#include <algorithm>
#include <array>
#include <numeric>

namespace flowspine::view {

namespace {

constexpr std::size_t linksBetweenQuestions = 64;
constexpr int rounds = 2;                          // in which each link may choose again, knowing all others
constexpr std::array turnShares = {0.5, 0.2, 0.0}; // orders of links that turn in one gap, from mean to best
constexpr std::size_t channelsBeyond = 4;
constexpr std::size_t channelsInside = 16;
constexpr std::size_t gapsNear = 6;

class Router {
  public:
    Router(const FlowLayoutInput& input, const FlowGrid& grid)
        : m_input(input), m_grid(grid), m_columnsOfRow(grid.rowCount()), m_rowsOfColumn(grid.columnCount),
          m_runsOfRow(grid.rowCount()), m_runsOfColumn(grid.columnCount), m_channelUse(grid.rowCount() + 1, 0),
          m_waysOut(input.boxes.size(), 0), m_traffic(input, grid), m_search(input, grid) {
        for (std::size_t b = 0; b < input.boxes.size(); ++b) {
            m_columnsOfRow[grid.rows[b]].push_back(grid.columns[b]);
            m_rowsOfColumn[grid.columns[b]].push_back(grid.rows[b]);
        }
        for (auto& columns : m_columnsOfRow) std::sort(columns.begin(), columns.end());
        for (auto& rows : m_rowsOfColumn) std::sort(rows.begin(), rows.end());
        for (const FlowEdge& edge : input.edges) ++m_waysOut[edge.from];
    }

    std::optional<FlowWays> run(const std::function<bool()>& isCancelled) {
        m_result.ways.resize(m_input.edges.size());
        std::vector<std::size_t> order(m_input.edges.size());
        std::iota(order.begin(), order.end(), std::size_t{0});
        std::stable_sort(order.begin(), order.end(),
                         [&](std::size_t a, std::size_t b) { return spanOf(a) < spanOf(b); });
        for (int round = 0; round <= rounds; ++round) {
            for (std::size_t i = 0; i < order.size(); ++i) {
                if (i % linksBetweenQuestions == 0 && isCancelled()) return std::nullopt;
                if (round > 0) release(order[i]);
                choose(order[i], round > 0);
            }
        }
        settleLines(m_input, m_grid, m_result);
        return std::move(m_result);
    }

  private:
    struct Run {
        std::size_t edge;
        std::size_t low;
        std::size_t high;
        std::size_t from;
        std::size_t to;
        bool isRework;
    };

    [[nodiscard]] std::size_t columnOf(std::size_t box) const { return m_grid.columns[box]; }
    [[nodiscard]] std::size_t rowOf(std::size_t box) const { return m_grid.rows[box]; }

    [[nodiscard]] std::size_t spanOf(std::size_t edge) const {
        const auto distance = [](std::size_t a, std::size_t b) { return a < b ? b - a : a - b; };
        const FlowEdge& ends = m_input.edges[edge];
        if (columnOf(ends.from) == columnOf(ends.to)) return 0; // there and back inside a column has no other good way
        return distance(columnOf(ends.from), columnOf(ends.to)) + distance(rowOf(ends.from), rowOf(ends.to));
    }

    // How many boxes stand on the centre line between two places, both included.
    static std::size_t boxesBetween(const std::vector<std::size_t>& cells, std::size_t low, std::size_t high) {
        const auto first = std::lower_bound(cells.begin(), cells.end(), low / 2);
        const auto last = std::upper_bound(cells.begin(), cells.end(), (high - 1) / 2);
        return first < last ? static_cast<std::size_t>(last - first) : 0;
    }

    // A link that starts or ends where the other one does may run on its line, but not rework on the line of what goes
    // on. Two links between the same boxes may not, or one would hide the other; a pair there and back can, since its
    // two lines are set apart.
    static bool mayShare(const Run& run, const FlowEdge& edge, bool isColumn) {
        if (isColumn && run.from == edge.to && run.to == edge.from) return true;
        const bool isSameStart = run.from == edge.from;
        const bool isSameEnd = run.to == edge.to;
        return isSameStart != isSameEnd && run.isRework == edge.isRework;
    }

    [[nodiscard]] bool isClear(const Way& way, const FlowEdge& edge) const {
        for (std::size_t i = 0; i < way.size(); ++i) {
            const Leg& leg = way[i];
            if (leg.kind == LegKind::gap || leg.kind == LegKind::channel) continue;
            const bool isColumn = leg.kind == LegKind::column;
            const auto& cells = isColumn ? m_rowsOfColumn[leg.index] : m_columnsOfRow[leg.index];
            const Extent extent = extentOf(m_grid, way, i, edge);
            const std::size_t own = (i == 0 ? 1U : 0U) + (i + 1 == way.size() ? 1U : 0U);
            if (boxesBetween(cells, extent.low(), extent.high()) > own) return false;
            if (extent.high() - extent.low() < 2) continue; // from a box to the channel beside it: told apart later
            for (const Run& run : isColumn ? m_runsOfColumn[leg.index] : m_runsOfRow[leg.index]) {
                const std::size_t low = std::max(extent.low(), run.low);
                const std::size_t high = std::min(extent.high(), run.high);
                if (low > high || mayShare(run, edge, isColumn)) continue;
                const bool meetsAtBox = low == high && low % 2 == 1 && boxesBetween(cells, low, low) == 1;
                if (!meetsAtBox) return false;
            }
        }
        return true;
    }

    void take(std::size_t edge, Way way) {
        const FlowEdge& ends = m_input.edges[edge];
        for (std::size_t i = 0; i < way.size(); ++i) {
            const Leg& leg = way[i];
            const Extent extent = extentOf(m_grid, way, i, ends);
            if (leg.kind == LegKind::channel)
                ++m_channelUse[leg.index];
            else if (leg.kind != LegKind::gap && extent.high() - extent.low() >= 2)
                (leg.kind == LegKind::column ? m_runsOfColumn : m_runsOfRow)[leg.index].push_back(
                    {edge, extent.low(), extent.high(), ends.from, ends.to, ends.isRework});
        }
        m_traffic.add(edge, way);
        m_search.add(edge, way);
        m_result.ways[edge] = std::move(way);
    }

    void release(std::size_t edge) {
        const Way& way = m_result.ways[edge];
        m_traffic.remove(edge, way);
        m_search.remove(edge, way);
        for (const Leg& leg : way) {
            if (leg.kind == LegKind::channel) --m_channelUse[leg.index];
            if (leg.kind != LegKind::row && leg.kind != LegKind::column) continue;
            auto& runs = leg.kind == LegKind::column ? m_runsOfColumn[leg.index] : m_runsOfRow[leg.index];
            std::erase_if(runs, [&](const Run& run) { return run.edge == edge; });
        }
    }

    [[nodiscard]] static Leg row(std::size_t index) { return {LegKind::row, index}; }
    [[nodiscard]] static Leg column(std::size_t index) { return {LegKind::column, index}; }
    [[nodiscard]] static Leg gap(std::size_t index) { return {LegKind::gap, index}; }
    [[nodiscard]] static Leg channel(std::size_t index) { return {LegKind::channel, index}; }

    // The channel with less traffic of two.
    [[nodiscard]] Leg quieter(std::size_t first, std::size_t second) const {
        return channel(m_channelUse[second] < m_channelUse[first] ? second : first);
    }

    // Of the ways that are clear the one that costs least; of equals the first. Looks at more of them when thorough.
    void choose(std::size_t edge, bool isThorough) {
        const FlowEdge& ends = m_input.edges[edge];
        std::vector<Way> candidates = waysOf(ends); // the last one is always clear
        if (m_search.isPossible() && columnOf(ends.from) != columnOf(ends.to)) {
            for (const double turnShare : turnShares) {
                if (!isThorough && turnShare != turnShares.front()) continue;
                for (const bool usesColumns : {true, false}) {
                    Way found = m_search.find(edge, usesColumns, turnShare);
                    if (!found.empty() && std::find(candidates.begin(), candidates.end(), found) == candidates.end())
                        candidates.insert(candidates.end() - 1, std::move(found));
                }
            }
        }
        std::size_t best = candidates.size() - 1;
        double least = costOf(edge, candidates[best], 1e30);
        for (std::size_t i = 0; i + 1 < candidates.size(); ++i) {
            if (!isClear(candidates[i], ends)) continue;
            const double cost = costOf(edge, candidates[i], least);
            if (cost < least || (cost == least && best > i)) {
                least = cost;
                best = i;
            }
        }
        take(edge, std::move(candidates[best]));
    }

    [[nodiscard]] double costOf(std::size_t edge, const Way& way, double enough) const {
        const FlowEdge& ends = m_input.edges[edge];
        double cost = bendCost * static_cast<double>(way.size());
        for (std::size_t i = 0; i < way.size(); ++i) {
            const Extent extent = extentOf(m_grid, way, i, ends);
            cost += lengthCost * static_cast<double>(extent.high() - extent.low());
            if (way[i].kind == LegKind::channel) cost += channelCost;
        }
        if (cost > enough) return cost;
        return cost + m_traffic.crossings(edge, way, enough - cost);
    }

    [[nodiscard]] std::vector<Way> waysOf(const FlowEdge& ends) const {
        const std::size_t fromColumn = columnOf(ends.from);
        const std::size_t toColumn = columnOf(ends.to);
        const std::size_t fromRow = rowOf(ends.from);
        const std::size_t toRow = rowOf(ends.to);
        if (ends.from == ends.to) return {{row(fromRow), gap(fromColumn + 1), channel(fromRow), column(fromColumn)}};
        if (fromColumn == toColumn) return {{column(fromColumn)}, {row(fromRow), gap(fromColumn + 1), row(toRow)}};
        return fromColumn < toColumn ? forwardWays(ends) : backWays(ends);
    }

    // Channels worth trying between two rows: all of them when they are few, else those near the ends.
    [[nodiscard]] std::vector<std::size_t> channelsNear(std::size_t first, std::size_t second) const {
        const std::size_t low = std::min(first, second);
        const std::size_t high = std::max(first, second) + 1;
        const std::size_t start = low < channelsBeyond ? 0 : low - channelsBeyond;
        const std::size_t end = std::min(high + channelsBeyond, m_grid.rowCount());
        std::vector<std::size_t> channels;
        for (std::size_t h = start; h <= end; ++h) {
            const std::size_t away = std::min(h < low ? low - h : h - low, h < high ? high - h : h - high);
            if (high - low <= channelsInside || away <= channelsBeyond ||
                (h - low) % ((high - low) / channelsInside + 1) == 0)
                channels.push_back(h);
        }
        return channels;
    }

    [[nodiscard]] std::vector<Way> backWays(const FlowEdge& ends) const {
        const std::size_t fromColumn = columnOf(ends.from);
        const std::size_t toColumn = columnOf(ends.to);
        const std::size_t fromRow = rowOf(ends.from);
        const std::size_t toRow = rowOf(ends.to);
        const bool isDown = toRow >= fromRow;
        const Leg near = fromRow == toRow ? quieter(fromRow, fromRow + 1) : channel(isDown ? fromRow + 1 : fromRow);
        const Leg far = fromRow == toRow ? near : channel(isDown ? toRow : toRow + 1);
        std::vector<Way> ways = {{column(fromColumn), near, column(toColumn)}};
        if (far.index != near.index) ways.push_back({column(fromColumn), far, column(toColumn)});
        for (const std::size_t h : channelsNear(fromRow, toRow)) {
            const Leg sideOfFrom = channel(h > fromRow ? fromRow + 1 : fromRow);
            const Leg sideOfTo = channel(h > toRow ? toRow + 1 : toRow);
            ways.push_back({column(fromColumn), channel(h), column(toColumn)});
            if (h != sideOfTo.index)
                ways.push_back({column(fromColumn), channel(h), gap(toColumn + 1), sideOfTo, column(toColumn)});
            if (h != sideOfFrom.index)
                ways.push_back({column(fromColumn), sideOfFrom, gap(fromColumn), channel(h), column(toColumn)});
        }
        if (far.index != near.index)
            ways.push_back({column(fromColumn), near, gap(toColumn + 1), far, column(toColumn)});
        else
            ways.push_back({column(fromColumn), near, column(toColumn)});
        return ways;
    }

    [[nodiscard]] std::vector<Way> forwardWays(const FlowEdge& ends) const {
        const std::size_t fromColumn = columnOf(ends.from);
        const std::size_t toColumn = columnOf(ends.to);
        const std::size_t fromRow = rowOf(ends.from);
        const std::size_t toRow = rowOf(ends.to);
        const Leg start = row(fromRow);
        const Leg end = row(toRow);
        std::vector<Way> ways;
        if (fromRow == toRow) {
            ways.push_back({start});
        } else {
            const Way horizontalFirst = {start, column(toColumn)};
            const Way verticalFirst = {column(fromColumn), end};
            const bool hasBranches = m_waysOut[ends.from] > 1 && ends.turn == FlowTurn::any;
            if (ends.turn == FlowTurn::verticalFirst || hasBranches)
                ways = {verticalFirst, horizontalFirst};
            else
                ways = {horizontalFirst, verticalFirst};
            ways.push_back({start, gap(toColumn), end});
            if (fromColumn + 1 == toColumn) return ways;
            for (std::size_t g = fromColumn + 1; g < toColumn; ++g)
                if (g - fromColumn <= gapsNear || toColumn - g <= gapsNear) ways.push_back({start, gap(g), end});
        }
        const bool isDown = toRow > fromRow;
        for (const std::size_t h : channelsNear(fromRow, toRow)) {
            ways.push_back({column(fromColumn), channel(h), column(toColumn)});
            if (fromColumn + 1 == toColumn) continue;
            ways.push_back({start, gap(fromColumn + 1), channel(h), gap(toColumn), end});
            ways.push_back({column(fromColumn), channel(h), gap(toColumn), end});
            ways.push_back({start, gap(fromColumn + 1), channel(h), column(toColumn)});
        }
        const Leg between = fromRow == toRow ? quieter(fromRow + 1, fromRow)
                            : isDown         ? quieter(toRow, fromRow + 1)
                                             : quieter(toRow + 1, fromRow);
        if (fromRow == toRow)
            ways.push_back({column(fromColumn), between, column(toColumn)});
        else
            ways.push_back({start, gap(fromColumn + 1), between, gap(toColumn), end});
        return ways;
    }

    const FlowLayoutInput& m_input;
    const FlowGrid& m_grid;
    std::vector<std::vector<std::size_t>> m_columnsOfRow;
    std::vector<std::vector<std::size_t>> m_rowsOfColumn;
    std::vector<std::vector<Run>> m_runsOfRow;
    std::vector<std::vector<Run>> m_runsOfColumn;
    std::vector<std::size_t> m_channelUse;
    std::vector<std::size_t> m_waysOut;
    FlowTraffic m_traffic;
    FlowWaySearch m_search;
    FlowWays m_result;
};

} // namespace

std::optional<FlowWays> routeThroughGrid(const FlowLayoutInput& input, const FlowGrid& grid,
                                         const std::function<bool()>& isCancelled) {
    return Router(input, grid).run(isCancelled);
}

} // namespace flowspine::view
