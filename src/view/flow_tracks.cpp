#include "view/flow_tracks.h"

#include <algorithm>
#include <numeric>

namespace flowspine::view {

namespace {

constexpr int overlapCost = 10; // two links on one line are worse than any crossing

bool touches(const TrackSegment& a, const TrackSegment& b) {
    return a.low() <= b.high() && b.low() <= a.high();
}

// Crossings and overlaps when `left` runs on a track before `right`.
int costOfOrder(const TrackSegment& left, const TrackSegment& right) {
    int cost = 0;
    for (const TrackEnd& end : right.ends) {
        if (!end.isBefore) continue;
        if (end.line > left.low() && end.line < left.high()) ++cost;
    }
    for (const TrackEnd& end : left.ends) {
        if (end.isBefore) continue;
        if (end.line > right.low() && end.line < right.high()) ++cost;
        for (const TrackEnd& other : right.ends)
            if (other.isBefore && other.line == end.line) cost += overlapCost;
    }
    return cost;
}

} // namespace

bool isRelated(const TrackSegment& a, const TrackSegment& b) {
    return a.source == b.source || a.target == b.target;
}

int leastCrossings(const TrackSegment& a, const TrackSegment& b) {
    return std::min(costOfOrder(a, b), costOfOrder(b, a));
}

TrackPlan shareTracks(const std::vector<TrackSegment>& segments) {
    const std::size_t count = segments.size();
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    // Segments that lead down: the one that starts higher lies further from its source; upwards the other way round.
    const auto key = [&](std::size_t i) {
        const auto& [start, end] = segments[i].ends;
        const auto line = static_cast<double>(start.line);
        return start.line <= end.line ? -line : line;
    };
    std::stable_sort(order.begin(), order.end(), [&](std::size_t a, std::size_t b) { return key(a) < key(b); });
    // Long channels get fewer passes: the order above is close already, and time counts.
    const std::size_t passes = count <= 64 ? count : 16;
    for (std::size_t pass = 0; pass < passes; ++pass) {
        bool isChanged = false;
        for (std::size_t i = 0; i + 1 < count; ++i) {
            const TrackSegment& left = segments[order[i]];
            const TrackSegment& right = segments[order[i + 1]];
            if (costOfOrder(right, left) < costOfOrder(left, right)) {
                std::swap(order[i], order[i + 1]);
                isChanged = true;
            }
        }
        if (!isChanged) break;
    }
    TrackPlan plan;
    plan.tracks.assign(count, 0);
    for (std::size_t i = 0; i < count; ++i) {
        const TrackSegment& segment = segments[order[i]];
        std::size_t track = 0;
        for (std::size_t j = 0; j < i; ++j) {
            const TrackSegment& earlier = segments[order[j]];
            if (touches(segment, earlier) && !isRelated(segment, earlier))
                track = std::max(track, plan.tracks[order[j]] + 1);
        }
        plan.tracks[order[i]] = track;
        plan.count = std::max(plan.count, track + 1);
    }
    return plan;
}

} // namespace flowspine::view
