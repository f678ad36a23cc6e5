#include "view/occupied_space.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

namespace {

constexpr double bucketSize = 128;

// Calls f(bucket) for each bucket under the rectangle until it gives false.
template <class F>
bool forBuckets(const Rect& rect, F&& f) {
    const auto first = [](double at) { return static_cast<std::int64_t>(std::floor(at / bucketSize)); };
    for (std::int64_t y = first(rect.y); y <= first(rect.bottom()); ++y)
        for (std::int64_t x = first(rect.x); x <= first(rect.right()); ++x)
            if (!f(y * (std::int64_t{1} << 32) + x)) return false;
    return true;
}

} // namespace

void OccupiedSpace::add(const Rect& rect) {
    const auto place = static_cast<std::uint32_t>(m_rects.size());
    m_rects.push_back(rect);
    forBuckets(rect, [&](std::int64_t bucket) {
        m_buckets[bucket].push_back(place);
        return true;
    });
}

void OccupiedSpace::add(const std::vector<Point>& line, double reach) {
    for (std::size_t i = 0; i + 1 < line.size(); ++i) {
        const Point& a = line[i];
        const Point& b = line[i + 1];
        add(Rect{std::min(a.x, b.x) - reach, std::min(a.y, b.y) - reach, std::abs(a.x - b.x) + 2 * reach,
                 std::abs(a.y - b.y) + 2 * reach});
    }
}

bool OccupiedSpace::isFree(const Rect& rect) const {
    return forBuckets(rect, [&](std::int64_t bucket) {
        const auto found = m_buckets.find(bucket);
        if (found == m_buckets.end()) return true;
        return std::none_of(found->second.begin(), found->second.end(),
                            [&](std::uint32_t place) { return m_rects[place].intersects(rect); });
    });
}

} // namespace flowspine::view
