#include "view/flow_traffic.h"

#include <algorithm>

namespace flowspine::view {

namespace {

// Links of one step may cross each other more easily than others: people read them as one bundle.
constexpr double relatedWeight = 0.25;

std::uint32_t small(std::size_t value) {
    return static_cast<std::uint32_t>(value);
}

template <class List>
void drop(List& list, std::size_t edge) {
    std::erase_if(list, [&](const auto& each) { return each.edge == edge; });
}

} // namespace

FlowTraffic::FlowTraffic(const FlowLayoutInput& input, const FlowGrid& grid)
    : m_input(input), m_grid(grid), m_slices(2 * grid.columnCount + 1), m_channels(grid.rowCount() + 1) {}

double FlowTraffic::weight(std::size_t edge, std::size_t other) const {
    const FlowEdge& a = m_input.edges[edge];
    const FlowEdge& b = m_input.edges[other];
    return a.from == b.from || a.to == b.to || a.from == b.to || a.to == b.from ? relatedWeight : 1;
}

FlowTraffic::Upright FlowTraffic::uprightOf(std::size_t edge, const Way& way, std::size_t leg) const {
    const FlowEdge& ends = m_input.edges[edge];
    const Extent extent = extentOf(m_grid, way, leg, ends);
    Upright upright{{{TrackEnd{extent.start, false}, TrackEnd{extent.end, false}}, ends.from, ends.to},
                    small(extent.low()),
                    small(extent.high()),
                    small(edge)};
    if (way[leg].kind == LegKind::gap || way[leg].kind == LegKind::channel) {
        const std::size_t own = placeOf(way[leg]);
        upright.segment.ends[0].isBefore = extentOf(m_grid, way, leg - 1, ends).start < own;
        upright.segment.ends[1].isBefore = extentOf(m_grid, way, leg + 1, ends).end < own;
    }
    return upright;
}

void FlowTraffic::add(std::size_t edge, const Way& way) {
    for (std::size_t i = 0; i < way.size(); ++i) {
        const std::size_t own = placeOf(way[i]);
        if (!isHorizontal(way[i])) {
            m_slices[own].uprights.push_back(uprightOf(edge, way, i));
            continue;
        }
        if (way[i].kind == LegKind::channel) m_channels[way[i].index].push_back(uprightOf(edge, way, i));
        const Extent extent = extentOf(m_grid, way, i, m_input.edges[edge]);
        for (std::size_t place = extent.low() + 1; place < extent.high(); ++place)
            m_slices[place].across.push_back({small(own), small(edge)});
    }
}

void FlowTraffic::remove(std::size_t edge, const Way& way) {
    for (std::size_t i = 0; i < way.size(); ++i) {
        if (!isHorizontal(way[i])) {
            drop(m_slices[placeOf(way[i])].uprights, edge);
            continue;
        }
        if (way[i].kind == LegKind::channel) drop(m_channels[way[i].index], edge);
        const Extent extent = extentOf(m_grid, way, i, m_input.edges[edge]);
        for (std::size_t place = extent.low() + 1; place < extent.high(); ++place) drop(m_slices[place].across, edge);
    }
}

double FlowTraffic::crossings(std::size_t edge, const Way& way, double enough) const {
    double sum = 0;
    for (std::size_t i = 0; i < way.size() && sum <= enough; ++i) {
        const auto own = small(placeOf(way[i]));
        const Extent extent = extentOf(m_grid, way, i, m_input.edges[edge]);
        const bool isTrack = way[i].kind == LegKind::gap || way[i].kind == LegKind::channel;
        if (isTrack) {
            const Upright upright = uprightOf(edge, way, i);
            const auto& others = isHorizontal(way[i]) ? m_channels[way[i].index] : m_slices[own].uprights;
            for (const Upright& other : others)
                if (other.low <= upright.high && upright.low <= other.high)
                    sum += weight(edge, other.edge) * leastCrossings(upright.segment, other.segment);
        }
        if (!isHorizontal(way[i])) {
            for (const Across& other : m_slices[own].across)
                if (other.line > extent.low() && other.line < extent.high()) sum += weight(edge, other.edge);
            continue;
        }
        for (std::size_t place = extent.low() + 1; place < extent.high() && sum <= enough; ++place)
            for (const Upright& other : m_slices[place].uprights)
                if (own > other.low && own < other.high) sum += weight(edge, other.edge);
    }
    return sum;
}

} // namespace flowspine::view
