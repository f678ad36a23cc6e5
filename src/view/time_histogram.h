// How long cases take: a histogram with marks at times that people ask for, such as "85 % are done by here".
#pragma once

#include "view/picture.h"
#include "view/text_measure.h"

#include <string>
#include <vector>

namespace flowspine::view {

struct TimeBar {
    double fromHours = 0;
    double toHours = 0;
    std::size_t count = 0;
};
struct TimeMark {
    double atHours = 0;
    std::string label; // "P85"
    Role role = Role::muted;
};

// Bars from left to right; an empty picture's frame when there are none.
[[nodiscard]] Picture timeHistogram(const std::vector<TimeBar>& bars, const std::vector<TimeMark>& marks, double width,
                                    double height, double hoursPerDay, const TextMeasure& measure);

} // namespace flowspine::view
