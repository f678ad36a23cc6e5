// Puts intervals into as few rows as first fit needs, so that none overlap.
#pragma once

#include <cstddef>
#include <vector>

namespace flowspine::view {

struct PackedInterval {
    double start = 0;
    double end = 0;
};

// The row of each interval, in the given order: the first in which it keeps `gap` from those before it.
[[nodiscard]] std::vector<std::size_t> packIntoRows(const std::vector<PackedInterval>& intervals, double gap);
[[nodiscard]] std::size_t rowCount(const std::vector<std::size_t>& rows);

} // namespace flowspine::view
