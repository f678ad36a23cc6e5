// Where a measure stands: its readings in order, how far it came, how it compares with its pace, and that in words.
#pragma once

#include "model/model.h"
#include "view/picture.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::view {

// A reading that has both a date and a value.
struct DatedReading {
    model::Id<model::Reading> id;
    model::Date date;
    double value = 0;
};

struct MeasureStanding {
    std::vector<DatedReading> readings; // by date
    // (last - baseline) / (target - baseline); may be below 0 and above 1. None when one of the three is missing, they
    // give no direction, or the measure is to be kept within limits.
    std::optional<double> progress;
    // Share of the time from baseline to target that had passed at the last reading, 0 to 1.
    std::optional<double> pace;
    // What may not be passed: of guardrails and of measures to maintain.
    std::optional<double> lowest;
    std::optional<double> highest;
    bool isWithinLimits = true; // of the last reading
    // good: on pace or within its limits; warn: behind; bad: outside its limits, or the last three readings move away
    // from the target; muted: not known.
    Role tone = Role::muted;
    std::string words; // "20 % of the way, 59 % of the time"

    [[nodiscard]] bool hasLimits() const { return lowest || highest; }
};

[[nodiscard]] MeasureStanding standingOf(const model::Model& model, const model::Measure& measure);

// A number of a measure, short enough for the end of a plot: "55", "67 %", "1.2M". `unit` is left out unless it is
// as short as "%".
[[nodiscard]] std::string plotNumber(double value, std::string_view unit);

} // namespace flowspine::view
