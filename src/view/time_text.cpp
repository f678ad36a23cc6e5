#include "view/time_text.h"

#include "model/naming.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

double hoursPerDay(const model::Plan& plan) {
    const double stated = plan.hoursPerDay.value_or(8);
    return stated > 0 && stated <= 24 ? stated : 8;
}

std::string shortNumber(double value) {
    const double rounded = std::round(value * 10) / 10;
    return model::numberText(rounded == 0 ? 0 : rounded);
}

std::string shareText(double percent) {
    const double size = std::abs(percent);
    if (size >= 1 || size == 0) return shortNumber(percent) + " %";
    const double scale = std::pow(10, 1 - std::floor(std::log10(size)));
    return model::numberText(std::round(percent * scale) / scale) + " %";
}

namespace {

struct Unit {
    double hours;
    const char* name;
    friend bool operator==(const Unit&, const Unit&) = default;
};

Unit unitOf(base::Duration time, double hoursPerDay) {
    const double size = std::abs(base::hours(time));
    if (size < 1.0 / 60) return {1.0 / 3600, " s"};
    if (size < 1) return {1.0 / 60, " min"};
    if (size < hoursPerDay) return {1, " h"};
    return {hoursPerDay, " d"};
}

} // namespace

std::string timeText(base::Duration time, double hoursPerDay) {
    if (time.seconds == 0) return "0";
    const Unit unit = unitOf(time, hoursPerDay);
    return shortNumber(base::hours(time) / unit.hours) + unit.name;
}

TimePair timePair(base::Duration before, base::Duration after, double hoursPerDay) {
    constexpr double mostMinutes = 120;
    const auto [smaller, larger] = std::minmax(before, after);
    const Unit unit = unitOf(smaller, hoursPerDay);
    const bool isShared = smaller.seconds != 0 && (unit == unitOf(larger, hoursPerDay) ||
                                                   (unit.hours * 60 == 1 && base::hours(larger) * 60 <= mostMinutes));
    if (!isShared) return {timeText(before, hoursPerDay), timeText(after, hoursPerDay)};
    return {shortNumber(base::hours(before) / unit.hours), shortNumber(base::hours(after) / unit.hours) + unit.name};
}

} // namespace flowspine::view
