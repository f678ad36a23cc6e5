// Dates along the timeline, both ways.
#pragma once

#include "base/date.h"

namespace flowspine::view {

struct TimelineScale {
    base::Date first; // the day at `left`
    double left = 0;
    double right = 0; // where dates end and "and on" begins
    double pixelsPerDay = 2.75;

    // Of the start of that day; not limited to what is shown.
    [[nodiscard]] double xAt(base::Date date) const;
    [[nodiscard]] base::Date dateAt(double x) const;
    [[nodiscard]] bool shows(base::Date date) const;
    friend bool operator==(const TimelineScale&, const TimelineScale&) = default;
};

} // namespace flowspine::view
