#include "view/timeline_scale.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

double TimelineScale::xAt(base::Date date) const {
    return left + (static_cast<double>(date.days) - static_cast<double>(first.days)) * pixelsPerDay;
}

base::Date TimelineScale::dateAt(double x) const {
    constexpr double farthest = 4'000'000; // days from 1970, beyond any date
    const double days = std::floor((x - left) / pixelsPerDay) + static_cast<double>(first.days);
    return {static_cast<std::int32_t>(std::clamp(days, -farthest, farthest))};
}

bool TimelineScale::shows(base::Date date) const {
    const double x = xAt(date);
    return x >= left && x < right;
}

} // namespace flowspine::view
