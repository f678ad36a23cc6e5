// Shares out the parallel tracks of one channel between the link segments that run in it, with few crossings. Works for
// the gaps between columns and, turned by 90 degrees, for the channels between rows.
#pragma once

#include <array>
#include <cstddef>
#include <vector>

namespace flowspine::view {

// Where a segment leaves its channel: at which line across it, and to which side (before: left or up).
struct TrackEnd {
    std::size_t line = 0;
    bool isBefore = false;
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
