#include "view/row_packing.h"

#include <algorithm>

namespace flowspine::view {

std::vector<std::size_t> packIntoRows(const std::vector<PackedInterval>& intervals, double gap) {
    std::vector<std::vector<PackedInterval>> rows;
    std::vector<std::size_t> places;
    places.reserve(intervals.size());
    for (const PackedInterval& interval : intervals) {
        const auto fits = [&](const std::vector<PackedInterval>& row) {
            return std::none_of(row.begin(), row.end(), [&](const PackedInterval& other) {
                return interval.start < other.end + gap && other.start < interval.end + gap;
            });
        };
        const auto found = std::find_if(rows.begin(), rows.end(), fits);
        const auto place = static_cast<std::size_t>(found - rows.begin());
        if (found == rows.end()) rows.emplace_back();
        rows[place].push_back(interval);
        places.push_back(place);
    }
    return places;
}

std::size_t rowCount(const std::vector<std::size_t>& rows) {
    return rows.empty() ? 0 : *std::max_element(rows.begin(), rows.end()) + 1;
}

} // namespace flowspine::view
