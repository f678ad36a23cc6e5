// The small plot of a measure: its readings between baseline and target, the pace they should keep, today.
#pragma once

#include "view/measure_standing.h"
#include "view/picture_builder.h"

#include <vector>

namespace flowspine::view {

struct MeasurePlotStyle {
    double width = 252;              // of all of it
    double height = 46;              // of the plot
    double sideLeft = 36;            // for the baseline's value
    double sideRight = 36;           // for the target's
    double inset = 8;                // of the values within the plot's height
    bool hasWords = true;            // values beside the plot and dates on a 16 px line below
    bool hasAllDots = true;          // else only the last reading's
    bool hasGrid = false;            // months and round values behind it, and the target as a line
    std::vector<model::Date> days{}; // that the plot reaches besides its own
};

// Where the plot put its days.
struct PlotScale {
    Rect plot;
    double firstDay = 0;
    double lastDay = 1;
    [[nodiscard]] double xOf(model::Date date) const {
        return plot.x + plot.width * (date.days - firstDay) / (lastDay - firstDay);
    }
};

// Drawn as parts of `measure`, readings as entities of their own.
PlotScale drawMeasurePlot(PictureBuilder& to, Point topLeft, const MeasurePlotStyle& style,
                          const model::Measure& measure, const MeasureStanding& standing, model::Date today);

} // namespace flowspine::view
