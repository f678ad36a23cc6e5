#include "view/flow_tracks.h"

#include <algorithm>
#include <numeric>

namespace flowspine::view {

namespace {

constexpr int overlapCost = 10;    // two links on one line are worse than any crossing
constexpr int unrelatedWeight = 4; // crossings of links that share an end are read more easily
constexpr int mostPasses = 8;

// Crossings and overlaps when `left` runs on a track before `right`.
int costOfOrder(const TrackSegment& left, const TrackSegment& right) {
    int cost = 0;
    for (const TrackEnd& end : right.ends)
        if (end.isBefore && end.isBetween(left.ends[0], left.ends[1])) ++cost;
    for (const TrackEnd& end : left.ends) {
        if (end.isBefore) continue;
        if (end.isBetween(right.ends[0], right.ends[1])) ++cost;
        for (const TrackEnd& other : right.ends)
            if (other.isBefore && other.line == end.line && other.track == end.track) cost += overlapCost;
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

namespace {

// Segments that run beside each other, and what it costs more when the first of them lies before the other.
class Neighbours {
  public:
    struct Each {
        std::size_t other;
        int gain; // of lying behind the other one instead of before it
        bool isRelated;
    };

    explicit Neighbours(const std::vector<TrackSegment>& segments) : m_of(segments.size()) {
        std::vector<std::size_t> byLow(segments.size());
        std::iota(byLow.begin(), byLow.end(), std::size_t{0});
        std::stable_sort(byLow.begin(), byLow.end(),
                         [&](std::size_t a, std::size_t b) { return segments[a].low() < segments[b].low(); });
        std::vector<std::size_t> open;
        for (const std::size_t i : byLow) {
            std::erase_if(open, [&](std::size_t j) { return segments[j].high() < segments[i].low(); });
            for (const std::size_t j : open) {
                const bool related = isRelated(segments[i], segments[j]);
                const int gain = (costOfOrder(segments[i], segments[j]) - costOfOrder(segments[j], segments[i])) *
                                 (related ? 1 : unrelatedWeight);
                m_of[i].push_back({j, gain, related});
                m_of[j].push_back({i, -gain, related});
            }
            open.push_back(i);
        }
    }

    [[nodiscard]] const std::vector<Each>& of(std::size_t segment) const { return m_of[segment]; }

  private:
    std::vector<std::vector<Each>> m_of;
};

// Takes each segment out and puts it where it costs least, as long as that lessens the cost.
void sift(std::vector<std::size_t>& order, const Neighbours& neighbours) {
    std::vector<std::size_t> place(order.size());
    const auto number = [&](std::size_t first, std::size_t last) {
        for (std::size_t i = first; i <= last; ++i) place[order[i]] = i;
    };
    if (order.empty()) return;
    number(0, order.size() - 1);
    std::vector<Neighbours::Each> near;
    for (int pass = 0; pass < mostPasses; ++pass) {
        bool isChanged = false;
        for (std::size_t segment = 0; segment < order.size(); ++segment) {
            near = neighbours.of(segment);
            std::erase_if(near, [](const Neighbours::Each& each) { return each.gain == 0; });
            if (near.empty()) continue;
            std::sort(near.begin(), near.end(),
                      [&](const auto& a, const auto& b) { return place[a.other] < place[b.other]; });
            // The cost in front of all of them is 0.
            const std::size_t own = place[segment];
            int cost = 0;
            int now = 0;
            int least = 0;
            std::size_t target = place[near.front().other]; // goes right before this place
            for (const auto& each : near) {
                cost -= each.gain;
                if (place[each.other] < own) now = cost;
                if (cost < least) {
                    least = cost;
                    target = place[each.other] + 1;
                }
            }
            if (least >= now) continue;
            isChanged = true;
            const auto begin = order.begin();
            if (target <= own) {
                std::rotate(begin + static_cast<std::ptrdiff_t>(target), begin + static_cast<std::ptrdiff_t>(own),
                            begin + static_cast<std::ptrdiff_t>(own) + 1);
                number(target, own);
            } else {
                std::rotate(begin + static_cast<std::ptrdiff_t>(own), begin + static_cast<std::ptrdiff_t>(own) + 1,
                            begin + static_cast<std::ptrdiff_t>(target));
                number(own, target - 1);
            }
        }
        if (!isChanged) break;
    }
}

} // namespace

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
    const Neighbours neighbours(segments);
    sift(order, neighbours);
    TrackPlan plan;
    plan.tracks.assign(count, 0);
    std::vector<bool> isDone(count, false);
    for (const std::size_t i : order) {
        std::size_t track = 0;
        for (const auto& each : neighbours.of(i))
            if (isDone[each.other] && !each.isRelated) track = std::max(track, plan.tracks[each.other] + 1);
        plan.tracks[i] = track;
        isDone[i] = true;
        plan.count = std::max(plan.count, track + 1);
    }
    return plan;
}

} // namespace flowspine::view
