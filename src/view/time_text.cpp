#include "view/time_text.h"

#include "model/naming.h"

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

std::string timeText(base::Duration time, double hoursPerDay) {
    if (time.seconds == 0) return "0";
    const double hours = base::hours(time);
    const double size = std::abs(hours);
    if (size < 1.0 / 60) return shortNumber(hours * 3600) + " s";
    if (size < 1) return shortNumber(hours * 60) + " min";
    if (size < hoursPerDay) return shortNumber(hours) + " h";
    return shortNumber(hours / hoursPerDay) + " d";
}

} // namespace flowspine::view
