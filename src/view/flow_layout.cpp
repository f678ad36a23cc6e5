#include "view/flow_layout.h"

#include "view/flow_course.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace flowspine::view {

namespace {

constexpr double sidePadding = 16;
constexpr double lanePadding = 12; // above and under the boxes of a lane
constexpr double rowHeight = 64;
constexpr double emptyColumnWidth = 104;
constexpr double columnGap = 24;
constexpr double trackPitch = 8;
constexpr double badgeReach = 11; // badges stand out this far above and under boxes

// How far the border lies inside the box's rectangle, seen along a line `offset` away from its middle.
double inset(const FlowBox& box, double offset, bool isAcross) {
    const double along = (isAcross ? box.width : box.height) / 2;
    const double across = (isAcross ? box.height : box.width) / 2;
    const double share = std::min(std::abs(offset) / across, 1.0);
    switch (box.outline) {
    case Outline::lozenge: return along * share;
    case Outline::ellipse: return along * (1 - std::sqrt(1 - share * share));
    case Outline::rectangle: break;
    }
    return 0;
}

class Assembly {
  public:
    Assembly(const FlowLayoutInput& input, const FlowCourse& course)
        : m_input(input), m_grid(course.grid), m_ways(course.ways) {}

    FlowLayout run() {
        placeColumns();
        placeRows();
        placeBoxes();
        placePhases();
        for (std::size_t e = 0; e < m_input.edges.size(); ++e) m_layout.routes.push_back(routeOf(e));
        return std::move(m_layout);
    }

  private:
    void placeColumns() {
        const std::size_t count = m_grid.columnCount;
        std::vector<double> widths(count, 0);
        std::vector<double> overhangs(count + 2, 0); // one before the first, one behind the last
        for (std::size_t b = 0; b < m_input.boxes.size(); ++b) {
            const std::size_t column = m_grid.columns[b];
            widths[column] = std::max(widths[column], m_input.boxes[b].width);
        }
        for (std::size_t b = 0; b < m_input.boxes.size(); ++b) {
            const FlowBox& box = m_input.boxes[b];
            double& overhang = overhangs[m_grid.columns[b] + 1];
            overhang = std::max(overhang, box.overhang - (widths[m_grid.columns[b]] - box.width) / 2);
        }
        double x = m_input.headerWidth;
        for (std::size_t g = 0; g <= count; ++g) {
            const double left = overhangs[g];
            const double right = overhangs[g + 1];
            const auto tracks = static_cast<double>(m_ways.gapTracks[g]);
            const double room = tracks > 0 ? left + right + (tracks + 1) * trackPitch : left + right;
            const double width = std::max(g == 0 || g == count ? sidePadding : columnGap, room);
            m_layout.gapSpans.push_back({x, width});
            m_firstTracks.push_back(x + left + (width - left - right - (tracks - 1) * trackPitch) / 2);
            x += width;
            if (g == count) break;
            const double columnWidth = widths[g] > 0 ? widths[g] : emptyColumnWidth;
            m_layout.columnSpans.push_back({x, columnWidth});
            x += columnWidth;
        }
        m_layout.bounds.width = std::max(x, m_input.minimumWidth);
    }

    void placeRows() {
        const std::size_t count = m_grid.rowCount();
        std::vector<double> heights(count, rowHeight);
        for (std::size_t b = 0; b < m_input.boxes.size(); ++b)
            heights[m_grid.rows[b]] = std::max(heights[m_grid.rows[b]], m_input.boxes[b].height);
        std::vector<bool> isLaneStart(count + 1, false);
        for (const std::size_t row : m_grid.firstRows) isLaneStart[row] = true;
        std::vector<double> boundaries;
        double y = m_input.headerHeight;
        for (std::size_t h = 0; h <= count; ++h) {
            const double tracks = static_cast<double>(m_ways.channelTracks[h]) * trackPitch;
            const double above = h == 0 ? 0 : lanePadding;
            const double below = h == count ? (tracks > 0 ? badgeReach - trackPitch : 0) : lanePadding;
            if (isLaneStart[h]) boundaries.push_back(y + above);
            m_firstChannelTracks.push_back(y + above + trackPitch / 2);
            y += above + tracks + below;
            if (h == count) break;
            m_rowSpans.push_back({y, heights[h]});
            y += heights[h];
        }
        m_layout.bounds.height = std::max(y, m_input.minimumHeight);
        for (std::size_t lane = 0; lane + 1 < boundaries.size(); ++lane) {
            const bool isLast = lane + 2 == boundaries.size();
            const double bottom = isLast ? y : boundaries[lane + 1];
            m_layout.lanes.push_back({0, boundaries[lane], m_layout.bounds.width, bottom - boundaries[lane]});
        }
    }

    void placeBoxes() {
        for (std::size_t b = 0; b < m_input.boxes.size(); ++b) {
            const FlowBox& box = m_input.boxes[b];
            const FlowSpan& column = m_layout.columnSpans[m_grid.columns[b]];
            const FlowSpan& row = m_rowSpans[m_grid.rows[b]];
            m_layout.boxes.push_back({column.start + (column.length - box.width) / 2,
                                      row.start + (row.length - box.height) / 2, box.width, box.height});
            const std::size_t lane = std::min(box.lane, m_grid.firstRows.size() - 2);
            m_layout.rows.push_back(m_grid.rows[b] - m_grid.firstRows[lane]);
        }
        m_layout.columns = m_grid.columns;
    }

    // A phase begins in the middle of the gap before its first column.
    void placePhases() {
        for (std::size_t p = 0; p < m_grid.phaseStarts.size(); ++p) {
            if (!m_grid.phaseStarts[p]) continue;
            const FlowSpan& gap = m_layout.gapSpans[std::min(*m_grid.phaseStarts[p], m_grid.columnCount)];
            const double start = m_layout.phases.empty() ? m_input.headerWidth : std::round(gap.end() - columnGap / 2);
            if (!m_layout.phases.empty())
                m_layout.phases.back().span.length = start - m_layout.phases.back().span.start;
            m_layout.phases.push_back({p, {start, 0}});
        }
        if (!m_layout.phases.empty())
            m_layout.phases.back().span.length = m_layout.bounds.width - m_layout.phases.back().span.start;
    }

    [[nodiscard]] double placeOf(const Leg& leg) const {
        const double track = static_cast<double>(leg.track) * trackPitch;
        switch (leg.kind) {
        case LegKind::row: return middle(m_rowSpans[leg.index]) + leg.offset;
        case LegKind::column: return middle(m_layout.columnSpans[leg.index]) + leg.offset;
        case LegKind::gap: return m_firstTracks[leg.index] + track;
        case LegKind::channel: break;
        }
        return m_firstChannelTracks[leg.index] + track;
    }

    static double middle(const FlowSpan& span) { return span.start + span.length / 2; }

    [[nodiscard]] FlowRoute routeOf(std::size_t edge) const {
        const FlowEdge& ends = m_input.edges[edge];
        Way way = m_ways.ways[edge];
        for (Leg& leg : way) {
            const bool isEnd = &leg == &way.front() || &leg == &way.back();
            if (!isEnd || leg.offset == 0) continue;
            const FlowBox& box = m_input.boxes[&leg == &way.front() ? ends.from : ends.to];
            const double reach = (leg.kind == LegKind::column ? box.width : box.height) / 2 - 4;
            leg.offset = std::clamp(leg.offset, -reach, reach);
        }
        FlowRoute route;
        route.isBack = m_grid.isBack[edge] || m_grid.columns[ends.to] < m_grid.columns[ends.from];
        for (std::size_t i = 0; i + 1 < way.size(); ++i) {
            const double first = placeOf(way[i]);
            const double second = placeOf(way[i + 1]);
            const bool isAcross = way[i].kind == LegKind::row || way[i].kind == LegKind::channel;
            route.points.push_back(isAcross ? Point{second, first} : Point{first, second});
        }
        const Point target = way.size() == 1 ? m_layout.boxes[ends.to].center() : route.points.front();
        const Point source = way.size() == 1 ? m_layout.boxes[ends.from].center() : route.points.back();
        route.points.insert(route.points.begin(), borderPoint(ends.from, way.front(), target));
        route.points.push_back(borderPoint(ends.to, way.back(), source));
        return route;
    }

    // Where a leg meets the border of the box that it starts or ends at.
    [[nodiscard]] Point borderPoint(std::size_t box, const Leg& leg, Point towards) const {
        const Rect& rect = m_layout.boxes[box];
        const double place = placeOf(leg);
        if (leg.kind == LegKind::row) {
            const double in = inset(m_input.boxes[box], place - rect.center().y, true);
            return {towards.x < rect.center().x ? rect.x + in : rect.right() - in, place};
        }
        const double in = inset(m_input.boxes[box], place - rect.center().x, false);
        return {place, towards.y < rect.center().y ? rect.y + in : rect.bottom() - in};
    }

    const FlowLayoutInput& m_input;
    const FlowGrid& m_grid;
    const FlowWays& m_ways;
    FlowLayout m_layout;
    std::vector<double> m_firstTracks;
    std::vector<double> m_firstChannelTracks;
    std::vector<FlowSpan> m_rowSpans;
};

} // namespace

FlowLayout layoutFlow(const FlowLayoutInput& input) {
    return *layoutFlow(input, [] { return false; });
}

std::optional<FlowLayout> layoutFlow(const FlowLayoutInput& input, const std::function<bool()>& isCancelled) {
    const std::optional<FlowCourse> course = chooseCourse(input, isCancelled);
    return course ? std::optional(layoutAlong(input, *course)) : std::nullopt;
}

std::optional<FlowCourse> chooseCourse(const FlowLayoutInput& input, const std::function<bool()>& isCancelled) {
    if (isCancelled()) return std::nullopt;
    FlowGrid grid = arrangeInGrid(input);
    std::optional<FlowWays> ways = routeThroughGrid(input, grid, isCancelled);
    if (!ways) return std::nullopt;
    return FlowCourse{std::move(grid), std::move(*ways)};
}

FlowLayout layoutAlong(const FlowLayoutInput& input, const FlowCourse& course) {
    return Assembly(input, course).run();
}

} // namespace flowspine::view
