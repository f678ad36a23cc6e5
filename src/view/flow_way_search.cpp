#include "view/flow_way_search.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double never = 1e18;
constexpr std::size_t mostPlaces = 20'000'000;

} // namespace

FlowWaySearch::FlowWaySearch(const FlowLayoutInput& input, const FlowGrid& grid)
    : m_input(input), m_grid(grid), m_lines(2 * grid.rowCount() + 1) {
    const std::size_t slices = 2 * grid.columnCount + 1;
    if (slices > mostPlaces / m_lines) return;
    m_places.resize(slices * m_lines);
    for (std::size_t b = 0; b < input.boxes.size(); ++b)
        slice(2 * grid.columns[b] + 1)[2 * grid.rows[b] + 1].hasBox = true;
}

void FlowWaySearch::count(std::size_t edge, const Way& way, std::int32_t change) {
    if (!isPossible()) return;
    for (std::size_t i = 0; i < way.size(); ++i) {
        const std::size_t own = placeOf(way[i]);
        const Extent extent = extentOf(m_grid, way, i, m_input.edges[edge]);
        if (isHorizontal(way[i])) {
            for (std::size_t place = extent.low() + 1; place < extent.high(); ++place)
                slice(place)[own].across += change;
            continue;
        }
        Place* places = slice(own);
        for (std::size_t line = extent.low() + 1; line < extent.high(); ++line) places[line].upright += change;
        if (way[i].kind != LegKind::gap) continue;
        places[extent.start].ends += change;
        places[extent.end].ends += change;
    }
}

// Costs of the channels that can be reached from a box through its own column.
void FlowWaySearch::spread(std::size_t column, std::size_t row, std::vector<double>& costs) {
    const Place* places = slice(2 * column + 1);
    const std::size_t own = 2 * row + 1;
    const auto pass = [&](std::size_t line, double& cost) {
        if (line % 2 == 0) costs[line] = cost;
        cost += lengthCost + places[line].across;
        return !places[line].hasBox;
    };
    double cost = bendCost + lengthCost;
    for (std::size_t line = own; line > 0; --line)
        if (!pass(line - 1, cost)) break;
    cost = bendCost + lengthCost;
    for (std::size_t line = own + 1; line < m_lines; ++line)
        if (!pass(line, cost)) break;
}

// From the lines on which a link arrives at a gap to those on which it leaves.
void FlowWaySearch::turn(const Place* gap, std::uint32_t* sources, double share) {
    for (std::size_t line = 0; line < m_lines; ++line) {
        m_leaving[line] = m_arriving[line] + gap[line].upright;
        sources[line] = static_cast<std::uint32_t>(line);
    }
    double best = never;
    std::uint32_t source = 0;
    const auto pass = [&](std::size_t line) {
        const double end = share * gap[line].upright;
        if (best + end < m_leaving[line]) {
            m_leaving[line] = best + end;
            sources[line] = source;
        }
        best += lengthCost + gap[line].across + share * gap[line].ends;
        const double starting = m_arriving[line] + end + 2 * bendCost + lengthCost;
        if (starting < best) {
            best = starting;
            source = static_cast<std::uint32_t>(line);
        }
    };
    for (std::size_t line = 0; line < m_lines; ++line) pass(line);
    best = never;
    for (std::size_t line = m_lines; line > 0; --line) pass(line - 1);
}

// One gap before the direct ones and one behind them can be used too, from and to the upper and lower sides of boxes:
// round the left of other boxes that work leaves from and the right of those that it leads to.
FlowWaySearch::Reach FlowWaySearch::reachOf(const FlowEdge& ends, bool usesColumns) const {
    const std::size_t fromColumn = m_grid.columns[ends.from];
    const std::size_t toColumn = m_grid.columns[ends.to];
    Reach reach;
    reach.isForward = fromColumn < toColumn;
    reach.directFirst = reach.isForward ? fromColumn + 1 : fromColumn;
    reach.directLast = reach.isForward ? toColumn : toColumn + 1;
    reach.first = reach.directFirst;
    reach.count = (reach.isForward ? toColumn - fromColumn : fromColumn - toColumn);
    if (usesColumns) {
        reach.first = reach.isForward ? fromColumn : fromColumn + 1;
        reach.count += 2;
    }
    return reach;
}

Way FlowWaySearch::find(std::size_t edge, bool usesColumns, double turnShare) {
    const FlowEdge& ends = m_input.edges[edge];
    const Reach reach = reachOf(ends, usesColumns);
    const std::size_t start = 2 * m_grid.rows[ends.from] + 1;
    const std::size_t end = 2 * m_grid.rows[ends.to] + 1;
    m_starting.assign(m_lines, never);
    m_ending.assign(m_lines, never);
    m_leaving.assign(m_lines, never);
    m_sources.resize(reach.count * m_lines);
    m_isStart.assign(m_lines, false);
    if (usesColumns) {
        spread(m_grid.columns[ends.from], m_grid.rows[ends.from], m_starting);
        spread(m_grid.columns[ends.to], m_grid.rows[ends.to], m_ending);
    }
    m_arriving = m_starting;
    std::size_t line = end;
    std::size_t last = 0;
    double least = never;
    for (std::size_t i = 0; i < reach.count; ++i) {
        const std::size_t g = reach.gapAt(i);
        if (g == reach.directFirst) {
            if (reach.isForward) m_starting[start] = 0;
            for (std::size_t l = 0; l < m_lines; ++l) {
                m_isStart[l] = m_starting[l] <= m_arriving[l];
                m_arriving[l] = std::min(m_starting[l], m_arriving[l]);
            }
        }
        turn(slice(2 * g), &m_sources[i * m_lines], turnShare);
        if (g == reach.directLast || i + 1 == reach.count) {
            if (reach.isForward) m_ending[end] = g == reach.directLast ? 0 : never;
            for (std::size_t l = 0; l < m_lines; ++l) {
                if (m_leaving[l] + m_ending[l] >= least) continue;
                least = m_leaving[l] + m_ending[l];
                line = l;
                last = i;
            }
        }
        if (i + 1 == reach.count) break;
        const Place* column = slice(reach.isForward ? 2 * g + 1 : 2 * g - 1);
        std::fill(m_arriving.begin(), m_arriving.end(), never);
        for (std::size_t l = 0; l < m_lines; l += 2) m_arriving[l] = m_leaving[l] + column[l].upright;
    }
    if (least >= never) return {};
    // From the end to the start.
    const auto along = [](std::size_t at) {
        return at % 2 == 0 ? Leg{LegKind::channel, at / 2} : Leg{LegKind::row, at / 2};
    };
    Way way;
    if (line % 2 == 0) way.push_back({LegKind::column, m_grid.columns[ends.to]});
    way.push_back(along(line));
    for (std::size_t i = last + 1; i > 0; --i) {
        const std::size_t g = reach.gapAt(i - 1);
        const std::size_t source = m_sources[(i - 1) * m_lines + line];
        if (source != line) {
            way.push_back({LegKind::gap, g});
            way.push_back(along(source));
            line = source;
        }
        if (g == reach.directFirst && m_isStart[line]) break;
    }
    if (line % 2 == 0) way.push_back({LegKind::column, m_grid.columns[ends.from]});
    std::reverse(way.begin(), way.end());
    return way;
}

} // namespace flowspine::view
