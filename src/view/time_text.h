// Times as people say them on pictures: minutes under an hour, hours under a day, else days of the plan's length.
#pragma once

#include "model/model.h"

#include <string>

namespace flowspine::view {

// Hours in a day of the plan; 8 when it does not say, or says something impossible.
[[nodiscard]] double hoursPerDay(const model::Plan& plan);
// "0", "39 s", "15 min", "2.5 h", "18 d".
[[nodiscard]] std::string timeText(base::Duration time, double hoursPerDay);
struct TimePair {
    std::string before;
    std::string after;
};
// With the unit said once where both read well in it: "45" and "105 min", but "2 d" and "1 h".
[[nodiscard]] TimePair timePair(base::Duration before, base::Duration after, double hoursPerDay);
// At most one decimal and none when it is zero: "2", "2.5".
[[nodiscard]] std::string shortNumber(double value);
// "2.1 %"; below 1 % two digits that count, so that a small share is not said to be none: "0.027 %".
[[nodiscard]] std::string shareText(double percent);

} // namespace flowspine::view
