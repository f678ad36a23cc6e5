#include "model/naming.h"
#include "view/card_parts.h"
#include "view/measure_plot.h"
#include "view/outcome_board_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>

namespace flowspine::view {

namespace {

using model::Measure;
using model::MeasureKind;

std::string_view iconOf(const Measure& measure) {
    switch (measure.kind) {
    case MeasureKind::lagging: return "flag";
    case MeasureKind::leading: return "trend";
    case MeasureKind::guardrail: return "shield";
    case MeasureKind::output:
    case MeasureKind::unstated: break;
    }
    return "measure";
}

std::string kindWords(const Measure& measure) {
    return measure.kind == MeasureKind::unstated ? "Measure" : std::string(labelOf(measure.kind));
}

std::string rhythmWords(base::Period period) {
    struct Rhythm {
        base::Period period;
        std::string_view words;
    };
    static constexpr std::array<Rhythm, 6> rhythms = {{{{1, 0, 0, 0}, "yearly"},
                                                       {{0, 6, 0, 0}, "half-yearly"},
                                                       {{0, 3, 0, 0}, "quarterly"},
                                                       {{0, 1, 0, 0}, "monthly"},
                                                       {{0, 0, 1, 0}, "weekly"},
                                                       {{0, 0, 0, 1}, "daily"}}};
    for (const Rhythm& rhythm : rhythms)
        if (rhythm.period == period) return std::string(rhythm.words);
    return base::toWords(period);
}

// What to show large: the last reading, or where the measure started.
struct CurrentValue {
    std::string number;
    std::string when;
    Role role = Role::muted;
};

CurrentValue currentValue(const Measure& measure, const MeasureStanding& standing) {
    if (!standing.readings.empty()) {
        const DatedReading& last = standing.readings.back();
        return {model::numberText(last.value), base::toShortWords(last.date), Role::ink};
    }
    if (measure.baseline) return {model::numberText(*measure.baseline), "at the start", Role::muted};
    return {};
}

// The words under the bar carry what its colour says.
void drawStandingWords(PictureBuilder& to, const Rect& line, const MeasureStanding& standing) {
    double x = line.x;
    if (standing.hasLimits() && !standing.readings.empty()) {
        to.symbol("standing.icon", {x, line.y + 2, 12, 12}, standing.isWithinLimits ? "check" : "warning",
                  {standing.tone});
        x += 16;
    }
    lineText(to, "standing", {x, line.y, line.right() - x, line.height}, standing.words, type::caption, {Role::muted});
}

void drawProgressBar(PictureBuilder& to, const Rect& bar, const MeasureStanding& standing) {
    to.box("bar", bar, {Role::line}, {{Role::none}, 0}, 2);
    if (standing.progress) {
        const double share = std::clamp(*standing.progress, 0.0, 1.0);
        if (share > 0)
            to.box("bar.progress", {bar.x, bar.y, bar.width * share, bar.height}, {standing.tone}, {{Role::none}, 0},
                   2);
    }
    if (standing.pace) to.box("bar.pace", {bar.x + (bar.width - 1) * *standing.pace, bar.y - 3, 1, 10}, {Role::ink});
}

std::string measureName(const OutcomeBoardContext& context, const Measure& measure) {
    return model::shortName(context.model, measure.id);
}
Paint namePaint(const Measure& measure) {
    return {measure.name.empty() ? Role::muted : Role::ink};
}

std::string altTextOf(const OutcomeBoardContext& context, const Measure& measure, const MeasureStanding& standing) {
    std::string text = kindWords(measure) + " “" + visible(measureName(context, measure), 200) + "”: ";
    if (!standing.readings.empty()) {
        const DatedReading& last = standing.readings.back();
        text +=
            model::numberText(last.value) + " " + visible(measure.unit, 60) + " on " + base::toWords(last.date) + ", ";
    }
    return text + standing.words;
}

void drawFull(PictureBuilder& to, const OutcomeBoardContext& context, const Measure& measure,
              const MeasureStanding& standing, const Rect& rect) {
    constexpr double plotWidth = 252;
    constexpr double valueWidth = 196;
    constexpr double gap = 16;
    const double top = rect.y + 9;
    const double nameWidth = rect.width - plotWidth - valueWidth - 2 * gap;

    to.symbol("kind.icon", {rect.x, top + 1, 14, 14}, std::string(iconOf(measure)), {Role::muted});
    const double kindLeft = rect.x + 18;
    const double kindWidth = lineText(to, "kind", {kindLeft, top, nameWidth - 18, 16}, kindWords(measure),
                                      type::captionMedium, {Role::muted});
    if (measure.frequency)
        lineText(to, "frequency", {kindLeft + kindWidth + 4, top, nameWidth - 22 - kindWidth, 16},
                 "· " + rhythmWords(*measure.frequency), type::caption, {Role::muted});
    to.paragraph("name", {rect.x, top + 18}, measureName(context, measure), type::bodyMedium, namePaint(measure),
                 nameWidth, 2, 18);

    drawMeasurePlot(to, {rect.x + nameWidth + gap, top}, {}, measure, standing, context.options.today);

    const Rect value{rect.right() - valueWidth, top, valueWidth, 28};
    const CurrentValue current = currentValue(measure, standing);
    const double baseline = top + baselineOffset(22, 28);
    const double whenWidth =
        to.text("when", {value.right(), baseline}, current.when, type::caption, {Role::muted}, 80, Align::right);
    const double number = to.text("value", {value.x, baseline}, current.number, type::headline, {current.role},
                                  valueWidth - whenWidth - 8);
    const double unitRoom = valueWidth - number - 4 - whenWidth - 8;
    if (!current.number.empty() && unitRoom > 0)
        to.text("unit", {value.x + number + 4, baseline}, measure.unit, type::body, {Role::muted}, unitRoom);
    drawProgressBar(to, {value.x, top + 30, valueWidth, 4}, standing);
    drawStandingWords(to, {value.x, top + 40, valueWidth, 16}, standing);
}

void drawCompact(PictureBuilder& to, const OutcomeBoardContext& context, const Measure& measure,
                 const MeasureStanding& standing, const Rect& rect) {
    const double top = rect.y + 6;
    const CurrentValue current = currentValue(measure, standing);
    const double baseline = top + baselineOffset(16, 22);
    const double unit = to.text("unit", {rect.right(), baseline}, measure.unit, type::caption, {Role::muted},
                                rect.width * 0.3, Align::right);
    const double number = to.text("value", {rect.right() - unit - (unit > 0 ? 8 : 0), baseline}, current.number,
                                  type::title, {current.role}, rect.width * 0.3, Align::right);
    to.symbol("kind.icon", {rect.x, top + 3, 16, 16}, std::string(iconOf(measure)), {Role::muted});
    to.picture().shapes.back().tip = kindWords(measure);
    lineText(to, "name", {rect.x + 24, top, rect.width - 24 - number - unit - 24, 22}, measureName(context, measure),
             type::bodyMedium, namePaint(measure));

    constexpr double gap = 12;
    MeasurePlotStyle style;
    style.width = std::min(240.0, rect.width - 110 - gap);
    style.height = 28;
    style.inset = 5;
    if (style.width > style.sideLeft + style.sideRight + 40)
        drawMeasurePlot(to, {rect.x, top + 22}, style, measure, standing, context.options.today);
    const double left = rect.x + style.width + gap;
    const double width = rect.right() - left;
    drawProgressBar(to, {left, top + 29, width, 4}, standing);
    // The share of the time is what the tick on the bar shows.
    MeasureStanding brief = standing;
    if (standing.progress && !standing.hasLimits()) brief.words = standing.words.substr(0, standing.words.find(','));
    drawStandingWords(to, {left, top + 38, width, 16}, brief);
    std::string kind = kindWords(measure);
    if (!current.when.empty()) kind += ", " + current.when;
    lineText(to, "kind", {left, top + 53, width, 16}, kind, type::caption, {Role::muted});
}

void drawLine(PictureBuilder& to, const OutcomeBoardContext& context, const Measure& measure,
              const MeasureStanding& standing, const Rect& rect) {
    const Rect line{rect.x, rect.y + 1, rect.width, rect.height - 1};
    constexpr double gap = 8;
    double right = line.right();
    const std::string goal = measure.target ? "of " + plotNumber(*measure.target, measure.unit) : std::string();
    constexpr double goalWidth = 52;
    lineText(to, "goal", {right - goalWidth, line.y, goalWidth, line.height}, goal, type::caption, {Role::muted},
             Align::right);
    right -= goalWidth + gap;
    const bool hasReading = !standing.readings.empty();
    const std::string value = hasReading         ? plotNumber(standing.readings.back().value, measure.unit)
                              : measure.baseline ? plotNumber(*measure.baseline, measure.unit)
                                                 : std::string();
    constexpr double valueWidth = 52;
    lineText(to, "value", {right - valueWidth, line.y, valueWidth, line.height}, value, type::bodyStrong,
             {hasReading ? Role::ink : Role::muted}, Align::right);
    right -= valueWidth + gap;
    constexpr double plotWidth = 72;
    if (line.width > 320) {
        MeasurePlotStyle style{plotWidth, 24, 5, 5, 5, false, false};
        drawMeasurePlot(to, {right - plotWidth, line.y + 1}, style, measure, standing, context.options.today);
        right -= plotWidth + gap;
    }
    to.symbol("kind.icon", {line.x, line.y + (line.height - 16) / 2, 16, 16}, std::string(iconOf(measure)),
              {Role::muted});
    to.picture().shapes.back().tip = kindWords(measure);
    lineText(to, "name", {line.x + 24, line.y, right - line.x - 24, line.height}, measureName(context, measure),
             type::body, namePaint(measure));
}

} // namespace

MeasureRowForm measureRowForm(const OutcomeBoardContext& context, const model::Outcome& outcome) {
    if (!context.isCompact) return MeasureRowForm::full;
    return context.isSelected(outcome.id) ? MeasureRowForm::compact : MeasureRowForm::line;
}

double measureRowHeight(MeasureRowForm form) {
    switch (form) {
    case MeasureRowForm::full: return 81;
    case MeasureRowForm::compact: return 81;
    case MeasureRowForm::line: break;
    }
    return 28;
}

void drawMeasureRow(PictureBuilder& to, const OutcomeBoardContext& context, const Measure& measure, MeasureRowForm form,
                    const Rect& rect) {
    const MeasureStanding standing = standingOf(context.model, measure);
    to.setEntity(measure.id);
    Shape& rule = to.line("rule", {{rect.x, rect.y}, {rect.right(), rect.y}}, {{Role::line}, 1});
    rule.altText = altTextOf(context, measure, standing);
    to.area(rect, measure.id, "measure");
    switch (form) {
    case MeasureRowForm::full: return drawFull(to, context, measure, standing, rect);
    case MeasureRowForm::compact: return drawCompact(to, context, measure, standing, rect);
    case MeasureRowForm::line: return drawLine(to, context, measure, standing, rect);
    }
}

} // namespace flowspine::view
