#include "view/measure_standing.h"

#include "model/naming.h"
#include "view/text_measure.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace flowspine::view {

namespace {

using model::Direction;
using model::MeasureKind;

std::vector<DatedReading> datedReadings(const model::Model& model, const model::Measure& measure) {
    std::vector<DatedReading> readings;
    model.forEach(measure.readings, [&](const model::Reading& reading) {
        if (reading.date && reading.value && std::isfinite(*reading.value))
            readings.push_back({model::Id<model::Reading>(reading.id), *reading.date, *reading.value});
    });
    std::stable_sort(readings.begin(), readings.end(),
                     [](const DatedReading& a, const DatedReading& b) { return a.date < b.date; });
    return readings;
}

// +1 when more is better, -1 when less is, 0 when nobody can tell.
int betterSign(const model::Measure& measure) {
    if (measure.direction == Direction::increase) return 1;
    if (measure.direction == Direction::decrease) return -1;
    if (measure.direction == Direction::maintain || !measure.baseline || !measure.target) return 0;
    return *measure.target > *measure.baseline ? 1 : *measure.target < *measure.baseline ? -1 : 0;
}

// A guardrail without stated limits may not become worse than it was at the start.
void setLimits(MeasureStanding& standing, const model::Measure& measure) {
    const bool isMaintained = measure.direction == Direction::maintain;
    if (!isMaintained && measure.kind != MeasureKind::guardrail) return;
    standing.lowest = measure.min;
    standing.highest = measure.max;
    if (standing.hasLimits() || !measure.baseline) return;
    const int better = betterSign(measure);
    if (better > 0) standing.lowest = measure.baseline;
    if (better < 0) standing.highest = measure.baseline;
}

bool movesAway(const std::vector<DatedReading>& readings, int better) {
    if (better == 0 || readings.size() < 3) return false;
    const auto last = readings.end();
    return better * ((last - 1)->value - (last - 2)->value) < 0 && better * ((last - 2)->value - (last - 3)->value) < 0;
}

std::string withUnit(double value, std::string_view unit) {
    std::string text = model::numberText(value);
    if (!unit.empty()) {
        text += ' ';
        text += unit;
    }
    return text;
}

std::string limitWords(const MeasureStanding& standing, std::string_view unit) {
    const std::string where = standing.isWithinLimits ? "inside" : "outside";
    if (standing.lowest && standing.highest)
        return where + " its limits of " + model::numberText(*standing.lowest) + " to " +
               withUnit(*standing.highest, unit);
    return where + " its limit of " + withUnit(standing.lowest ? *standing.lowest : *standing.highest, unit);
}

std::string percentWords(double share) {
    // Far enough to see that something is wrong, short enough to print.
    const double percent = std::clamp(std::round(share * 100), -999.0, 999.0);
    return model::numberText(percent) + " %";
}

std::string wordsFor(const MeasureStanding& standing, const model::Measure& measure) {
    if (standing.readings.empty()) return "no reading yet";
    if (standing.hasLimits()) return limitWords(standing, measure.unit);
    if (!measure.baseline) return "no starting point yet";
    if (!measure.target) return "no target yet";
    if (!standing.progress) return "target equals the starting point";
    std::string words = percentWords(*standing.progress) + " of the way";
    if (standing.pace) words += ", " + percentWords(*standing.pace) + " of the time";
    return words;
}

} // namespace

MeasureStanding standingOf(const model::Model& model, const model::Measure& measure) {
    MeasureStanding standing;
    standing.readings = datedReadings(model, measure);
    setLimits(standing, measure);
    if (!standing.readings.empty()) {
        const DatedReading& last = standing.readings.back();
        standing.isWithinLimits = (!standing.lowest || last.value >= *standing.lowest) &&
                                  (!standing.highest || last.value <= *standing.highest);
        if (measure.baseline && measure.target && *measure.baseline != *measure.target) {
            const double progress = (last.value - *measure.baseline) / (*measure.target - *measure.baseline);
            if (std::isfinite(progress)) standing.progress = progress;
        }
        if (measure.baselineDate && measure.targetDate && *measure.baselineDate < *measure.targetDate) {
            const double whole = measure.targetDate->days - measure.baselineDate->days;
            standing.pace = std::clamp((last.date.days - measure.baselineDate->days) / whole, 0.0, 1.0);
        }
        if (!standing.isWithinLimits || movesAway(standing.readings, betterSign(measure)))
            standing.tone = Role::bad;
        else if (standing.hasLimits())
            standing.tone = Role::good;
        else if (standing.progress)
            standing.tone = *standing.progress >= standing.pace.value_or(0) ? Role::good : Role::warn;
    }
    standing.words = visible(wordsFor(standing, measure), 300);
    return standing;
}

std::string plotNumber(double value, std::string_view unit) {
    struct Scale {
        double size;
        std::string_view letter;
    };
    static constexpr std::array<Scale, 3> scales = {{{1e9, "G"}, {1e6, "M"}, {1e4, "k"}}};
    std::string text;
    for (const Scale& scale : scales) {
        if (std::abs(value) < scale.size) continue;
        const double factor = scale.letter == "k" ? 1e3 : scale.size;
        const double scaled = value / factor;
        text = model::numberText(std::abs(scaled) < 10 ? std::round(scaled * 10) / 10 : std::round(scaled));
        text += scale.letter;
        break;
    }
    if (text.empty())
        text = model::numberText(std::abs(value) < 1000 ? std::round(value * 100) / 100 : std::round(value));
    if (!unit.empty() && unit.size() <= 2) {
        text += ' ';
        text += unit;
    }
    return text;
}

} // namespace flowspine::view
