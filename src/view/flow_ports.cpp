#include "view/flow_ports.h"

#include "view/flow_tracks.h"

#include <algorithm>
#include <array>
#include <map>

namespace flowspine::view {

namespace {

class Settling {
  public:
    Settling(const FlowLayoutInput& input, const FlowGrid& grid, FlowWays& ways)
        : m_input(input), m_grid(grid), m_result(ways) {}

    void run() {
        placePorts();
        // Each time with the tracks of those that they lead to, as far as they are known.
        shareGaps(false);
        shareChannels();
        shareGaps(true);
    }

  private:
    // Upper and lower sides: lines in and lines out of one side lie left and right of the middle.
    void placePorts() {
        struct Side {
            bool hasIn = false;
            bool hasOut = false;
            bool isSplit = false;
        };
        std::vector<std::array<Side, 2>> sides(m_input.boxes.size()); // upper, lower
        struct Straight {
            std::size_t edge;
            Side* from;
            Side* to;
        };
        struct End {
            std::size_t edge;
            std::size_t leg;
            bool isUp;
            Side* side;
        };
        std::vector<Straight> straights;
        std::vector<End> portEnds;
        for (std::size_t e = 0; e < m_result.ways.size(); ++e) {
            const Way& way = m_result.ways[e];
            const FlowEdge& edge = m_input.edges[e];
            Side* from = nullptr;
            Side* to = nullptr;
            if (way.front().kind == LegKind::column) {
                const Extent extent = extentOf(m_grid, way, 0, edge);
                const bool isUp = extent.end < extent.start;
                from = &sides[edge.from][isUp ? 0 : 1];
                from->hasOut = true;
                portEnds.push_back({e, 0, isUp, from});
            }
            if (way.back().kind == LegKind::column) {
                const Extent extent = extentOf(m_grid, way, way.size() - 1, edge);
                const bool isUp = extent.end < extent.start;
                to = &sides[edge.to][isUp ? 1 : 0];
                to->hasIn = true;
                portEnds.push_back({e, way.size() - 1, isUp, to});
            }
            if (way.size() == 1 && from != nullptr) straights.push_back({e, from, to});
        }
        for (auto& pair : sides)
            for (Side& side : pair) side.isSplit = side.hasIn && side.hasOut;
        // A straight line has one place at both of its ends.
        for (bool isChanged = true; isChanged;) {
            isChanged = false;
            for (const Straight& straight : straights) {
                if (straight.from->isSplit != straight.to->isSplit) {
                    straight.from->isSplit = straight.to->isSplit = true;
                    isChanged = true;
                }
            }
        }
        for (const End& end : portEnds)
            if (end.side->isSplit) m_result.ways[end.edge][end.leg].offset = end.isUp ? -portPitch : portPitch;
    }

    struct Use {
        std::size_t edge;
        std::size_t leg;
    };

    // The segments of one gap or channel.
    [[nodiscard]] std::vector<TrackSegment> segmentsOf(const std::vector<Use>& uses) const {
        std::vector<TrackSegment> segments;
        segments.reserve(uses.size());
        for (const Use& use : uses) {
            const Way& way = m_result.ways[use.edge];
            const FlowEdge& edge = m_input.edges[use.edge];
            const std::size_t own = placeOf(way[use.leg]);
            const Extent extent = extentOf(m_grid, way, use.leg, edge);
            const std::size_t cameFrom = extentOf(m_grid, way, use.leg - 1, edge).start;
            const std::size_t goesTo = extentOf(m_grid, way, use.leg + 1, edge).end;
            segments.push_back({{TrackEnd{extent.start, cameFrom < own, way[use.leg - 1].track},
                                 TrackEnd{extent.end, goesTo < own, way[use.leg + 1].track}},
                                edge.from,
                                edge.to});
        }
        return segments;
    }

    [[nodiscard]] std::vector<std::vector<Use>> usesOf(LegKind kind, std::size_t count) const {
        std::vector<std::vector<Use>> uses(count);
        for (std::size_t e = 0; e < m_result.ways.size(); ++e)
            for (std::size_t i = 0; i < m_result.ways[e].size(); ++i)
                if (m_result.ways[e][i].kind == kind) uses[m_result.ways[e][i].index].push_back({e, i});
        return uses;
    }

    // Sets the tracks, then calls move(use, segment, end) for each end that leads after the channel on a line where an
    // unrelated one of before reaches over it.
    template <class Move>
    std::size_t share(const std::vector<Use>& uses, Move&& move) {
        const std::vector<TrackSegment> segments = segmentsOf(uses);
        const TrackPlan plan = shareTracks(segments);
        std::map<std::size_t, std::vector<std::size_t>> before; // by line
        for (std::size_t i = 0; i < uses.size(); ++i) {
            m_result.ways[uses[i].edge][uses[i].leg].track = plan.tracks[i];
            for (const TrackEnd& end : segments[i].ends)
                if (end.isBefore) before[end.line].push_back(i);
        }
        for (std::size_t i = 0; i < uses.size(); ++i) {
            for (std::size_t side = 0; side < 2; ++side) {
                const TrackEnd& end = segments[i].ends[side];
                const auto found = before.find(end.line);
                if (end.isBefore || found == before.end()) continue;
                const bool isHit = std::any_of(found->second.begin(), found->second.end(), [&](std::size_t j) {
                    return j != i && !isRelated(segments[i], segments[j]) && plan.tracks[j] >= plan.tracks[i];
                });
                if (isHit) move(uses[i], segments[i], side);
            }
        }
        return plan.count;
    }

    void shareGaps(bool movesPorts) {
        const auto uses = usesOf(LegKind::gap, m_grid.columnCount + 1);
        m_result.gapTracks.resize(uses.size());
        for (std::size_t g = 0; g < uses.size(); ++g) {
            m_result.gapTracks[g] = share(uses[g], [&](const Use& use, const TrackSegment& segment, std::size_t side) {
                Leg& leg = m_result.ways[use.edge][side == 0 ? use.leg - 1 : use.leg + 1];
                if (movesPorts && leg.kind == LegKind::row)
                    leg.offset = segment.ends[1 - side].line < segment.ends[side].line ? -portPitch : portPitch;
            });
        }
        // Into the right side of a box, from which its own links leave.
        for (std::size_t e = 0; e < m_result.ways.size(); ++e) {
            Way& way = m_result.ways[e];
            const bool isAround = way.size() == 3 && way[0].kind == LegKind::row && way[2].kind == LegKind::row &&
                                  m_grid.columns[m_input.edges[e].from] == m_grid.columns[m_input.edges[e].to];
            if (isAround) way[2].offset = way[0].index < way[2].index ? -portPitch : portPitch;
        }
    }

    void shareChannels() {
        const auto uses = usesOf(LegKind::channel, m_grid.rowCount() + 1);
        m_result.channelTracks.resize(uses.size());
        for (std::size_t h = 0; h < uses.size(); ++h) {
            m_result.channelTracks[h] = share(uses[h], [&](const Use& use, const TrackSegment&, std::size_t side) {
                Leg& leg = m_result.ways[use.edge][side == 0 ? use.leg - 1 : use.leg + 1];
                if (leg.kind == LegKind::column) leg.offset = leg.offset == 0 ? -portPitch : 0;
            });
        }
    }

    const FlowLayoutInput& m_input;
    const FlowGrid& m_grid;
    FlowWays& m_result;
};

} // namespace

void settleLines(const FlowLayoutInput& input, const FlowGrid& grid, FlowWays& ways) {
    Settling(input, grid, ways).run();
}

} // namespace flowspine::view
