#include "view/time_histogram.h"

#include "view/picture_builder.h"
#include "view/time_text.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

namespace {

constexpr double markSpace = 30; // above the bars, two rows of words
constexpr double axisSpace = 18;
constexpr double side = 8;

std::string words(double hours, double hoursPerDay) {
    return timeText(base::Duration{std::llround(hours * 3600)}, hoursPerDay);
}

} // namespace

Picture timeHistogram(const std::vector<TimeBar>& bars, const std::vector<TimeMark>& marks, double width, double height,
                      double hoursPerDay, const TextMeasure& measure) {
    PictureBuilder to(measure);
    to.box("ground", {0, 0, width, height}, {Role::paper});
    const double foot = height - axisSpace;
    to.line("axis", {{side, foot + 0.5}, {width - side, foot + 0.5}}, {{Role::line}, 1});
    if (bars.empty()) return to.finish({0, 0, width, height});

    const double first = bars.front().fromHours;
    const double span = std::max(bars.back().toHours - first, 1e-9);
    const auto place = [&](double hours) {
        return side + (width - 2 * side) * std::clamp((hours - first) / span, 0.0, 1.0);
    };
    std::size_t most = 1;
    std::size_t total = 0;
    for (const TimeBar& bar : bars) {
        most = std::max(most, bar.count);
        total += bar.count;
    }
    for (std::size_t i = 0; i < bars.size(); ++i) {
        if (bars[i].count == 0) continue;
        const double left = place(bars[i].fromHours);
        const double tall = (foot - markSpace) * static_cast<double>(bars[i].count) / static_cast<double>(most);
        const double right = std::max(place(bars[i].toHours) - 1, left + 1);
        Shape& bar = to.box("bar" + std::to_string(i), {left, foot - tall, right - left, tall}, {Role::accent, 45});
        bar.tip = words(bars[i].fromHours, hoursPerDay) + " to " + words(bars[i].toHours, hoursPerDay) + ": " +
                  shortNumber(100 * static_cast<double>(bars[i].count) / static_cast<double>(total)) + " %";
        bar.altText = bar.tip;
    }
    // Words of marks that would meet go to the row below.
    double taken[2] = {0, 0};
    for (const TimeMark& mark : marks) {
        const double x = place(mark.atHours);
        const double half = measure.width(mark.label, type::captionStrong) / 2;
        const double center = std::clamp(x, half + 2, width - half - 2);
        const std::size_t row = center - half >= taken[0] + 6 ? 0 : 1;
        taken[row] = center + half;
        const double baseline = row == 0 ? 10 : 23;
        to.line("mark " + mark.label, {{x, baseline + 4}, {x, foot}}, {{mark.role}, 1.5, Dash::dashed});
        to.text("mark words " + mark.label, {center, baseline}, mark.label, type::captionStrong, {mark.role}, 0,
                Align::center);
    }
    to.text("from", {side, height - 4}, words(first, hoursPerDay), type::caption, {Role::muted});
    to.text("to", {width - side, height - 4}, words(first + span, hoursPerDay), type::caption, {Role::muted}, 0,
            Align::right);
    return to.finish({0, 0, width, height});
}

} // namespace flowspine::view
