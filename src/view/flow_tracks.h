// Shares out the parallel tracks of one channel between the link segments that run in it, with few crossings. Works for
// the gaps between columns and, turned by 90 degrees, for the channels between rows.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace flowspine::view {

// Where a segment leaves its channel: at which line across it, and to which side (before: left or up). Where that line
// is a channel itself, its `track` tells places apart once it is known.
struct TrackEnd {
    std::size_t line = 0;
    bool isBefore = false;
    std::size_t track = 0;

    [[nodiscard]] bool isBetween(const TrackEnd& a, const TrackEnd& b) const {
        return a.isNearer(b) ? a.isNearer(*this) && isNearer(b) : b.isNearer(*this) && isNearer(a);
    }
    [[nodiscard]] bool isNearer(const TrackEnd& o) const { return line != o.line ? line < o.line : track < o.track; }
    friend bool operator==(const TrackEnd&, const TrackEnd&) = default;
};

struct TrackSegment {
    std::array<TrackEnd, 2> ends;
    std::size_t source = 0; // segments of links with one source or one target may share a track
    std::size_t target = 0;

    [[nodiscard]] std::size_t low() const { return ends[0].line < ends[1].line ? ends[0].line : ends[1].line; }
    [[nodiscard]] std::size_t high() const { return ends[0].line < ends[1].line ? ends[1].line : ends[0].line; }
};

struct TrackPlan {
    std::vector<std::size_t> tracks; // of each segment, counted from the left or from above
    std::size_t count = 0;
};

[[nodiscard]] bool isRelated(const TrackSegment& a, const TrackSegment& b);
// Crossings and overlaps of two segments in the better order.
[[nodiscard]] int leastCrossings(const TrackSegment& a, const TrackSegment& b);
[[nodiscard]] TrackPlan shareTracks(const std::vector<TrackSegment>& segments);

} // namespace flowspine::view
