#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

#include <algorithm>
#include <cmath>

namespace flowspine::analysis {

namespace {

using model::Direction;
using model::Measure;
using model::MeasureKind;
using model::Outcome;
using model::Reading;

// A measure of an outcome that is still asked about.
bool isAsked(const Measure& measure, EvaluationContext& context) {
    const Outcome* outcome = context.owner<Outcome>(measure.id);
    return outcome != nullptr && isAlive(*outcome);
}

struct DatedValue {
    base::Date date;
    double value = 0;
};

// Readings that have both, the oldest first.
std::vector<DatedValue> readingsOf(const Measure& measure, EvaluationContext& context) {
    std::vector<DatedValue> values;
    context.forEach(measure.readings, [&](const Reading& reading) {
        if (reading.date && reading.value) values.push_back({*reading.date, *reading.value});
    });
    std::stable_sort(values.begin(), values.end(),
                     [](const DatedValue& a, const DatedValue& b) { return a.date < b.date; });
    return values;
}

Verdict baselineMissing(const Measure& measure, EvaluationContext& context) {
    if (!isAsked(measure, context)) return notApplicable();
    if (measure.baseline && measure.baselineDate) return pass();
    Verdict verdict = fail({context.name(measure.id)});
    verdict.field = measure.baseline ? "baselineDate" : "baseline";
    return verdict;
}

Changes takeBaseline(const Measure& measure, EvaluationContext& context) {
    if (measure.baseline)
        return {setting({"Say that it was measured today", {}}, measure.id, "baselineDate", context.today())};
    const std::vector<DatedValue> readings = readingsOf(measure, context);
    if (readings.empty()) return {};
    return {{{"Start from the reading of %1", {base::toWords(readings.front().date)}},
             {model::FieldSetting{measure.id, "baseline", readings.front().value},
              model::FieldSetting{measure.id, "baselineDate", readings.front().date}}}};
}

// A measure to maintain is aimed at by its limits.
bool isHeldByLimits(const Measure& measure) {
    return measure.direction == Direction::maintain && (measure.min || measure.max);
}

Verdict targetMissing(const Measure& measure, EvaluationContext& context) {
    if (!isAsked(measure, context)) return notApplicable();
    if ((measure.target && measure.targetDate) || isHeldByLimits(measure)) return pass();
    Verdict verdict = fail({context.name(measure.id)});
    verdict.field = measure.target ? "targetDate" : "target";
    return verdict;
}

SuggestedChange aimInAYear(const Measure& measure, EvaluationContext& context, std::string pattern) {
    const base::Date date = base::addPeriod(context.today(), base::Period{1, 0, 0, 0});
    return setting({std::move(pattern), {base::toWords(date)}}, measure.id, "targetDate", date);
}

Changes dateTarget(const Measure& measure, EvaluationContext& context) {
    if (!measure.target) return {};
    return {aimInAYear(measure, context, "Aim for %1")};
}

Verdict targetContradicts(const Measure& measure, EvaluationContext& context) {
    const bool isUp = measure.direction == Direction::increase;
    const bool isDown = measure.direction == Direction::decrease;
    if (!isAsked(measure, context) || (!isUp && !isDown) || !measure.baseline || !measure.target)
        return notApplicable();
    const bool fits = isUp ? *measure.target > *measure.baseline : *measure.target < *measure.baseline;
    return failIf(!fits, [&] {
        return Arguments{context.name(measure.id), isUp ? "increase" : "decrease", isUp ? "higher" : "lower"};
    });
}

Changes turnDirection(const Measure& measure, EvaluationContext&) {
    const Direction fitting = *measure.target > *measure.baseline   ? Direction::increase
                              : *measure.target < *measure.baseline ? Direction::decrease
                                                                    : Direction::maintain;
    const char* const label = fitting == Direction::increase   ? "It should increase"
                              : fitting == Direction::decrease ? "It should decrease"
                                                               : "It should stay as it is";
    return {setting({label, {}}, measure.id, "direction", choiceValue(fitting))};
}

Verdict countsOutput(const Measure& measure, EvaluationContext& context) {
    if (!isAsked(measure, context) || measure.kind == MeasureKind::unstated) return notApplicable();
    return failIf(measure.kind == MeasureKind::output, [&] { return Arguments{context.name(measure.id)}; });
}

// The baseline is the first measurement.
std::optional<base::Date> lastMeasured(const Measure& measure, EvaluationContext& context) {
    std::optional<base::Date> last = measure.baselineDate;
    for (const DatedValue& reading : readingsOf(measure, context))
        if (!last || reading.date > *last) last = reading.date;
    return last;
}

Verdict readingOld(const Measure& measure, EvaluationContext& context) {
    if (!isAsked(measure, context) || !measure.frequency) return notApplicable();
    const std::optional<base::Date> last = lastMeasured(measure, context);
    if (!last) return notApplicable();
    return failIf(base::addPeriod(*last, *measure.frequency, 2) < context.today(), [&] {
        return Arguments{context.name(measure.id), base::toWords(*last)};
    });
}

// How far a value is from where it should be; 0 when it is there. Without a target every step the wrong way counts.
double shortfall(const Measure& measure, double value) {
    switch (measure.direction) {
    case Direction::increase: return measure.target ? std::max(0.0, *measure.target - value) : -value;
    case Direction::decrease: return measure.target ? std::max(0.0, value - *measure.target) : value;
    case Direction::maintain:
    case Direction::unstated: break;
    }
    if (measure.min || measure.max)
        return std::max({0.0, measure.min.value_or(value) - value, value - measure.max.value_or(value)});
    return measure.target ? std::abs(value - *measure.target) : 0;
}

Verdict gettingWorse(const Measure& measure, EvaluationContext& context) {
    if (!isAsked(measure, context)) return notApplicable();
    const std::vector<DatedValue> readings = readingsOf(measure, context);
    const auto count = std::max<std::size_t>(2, countFrom(context.threshold()));
    if (readings.size() < count) return notApplicable();
    bool isWorse = true;
    for (std::size_t i = readings.size() - count + 1; i < readings.size(); ++i)
        isWorse = isWorse && shortfall(measure, readings[i].value) > shortfall(measure, readings[i - 1].value);
    return failIf(isWorse, [&] { return Arguments{context.name(measure.id)}; });
}

Verdict dateHasPassed(const Measure& measure, EvaluationContext& context) {
    if (!isAsked(measure, context) || !measure.targetDate) return notApplicable();
    if (*measure.targetDate >= context.today()) return pass();
    const std::vector<DatedValue> readings = readingsOf(measure, context);
    const std::optional<double> last = readings.empty() ? measure.baseline : std::optional(readings.back().value);
    const bool isMet = last && (measure.target || isHeldByLimits(measure)) && shortfall(measure, *last) == 0;
    return failIf(!isMet, [&] { return Arguments{context.name(measure.id)}; });
}

Changes renewTarget(const Measure& measure, EvaluationContext& context) {
    return {aimInAYear(measure, context, "Renew until %1")};
}

} // namespace

std::vector<Rule> measureRules() {
    constexpr auto measure = model::kinds(Kind::measure);
    return {
        {.id = "O02",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = measure,
         .field = "baseline",
         .condition = "Measure without a baseline or its date",
         .messages = {"“{measure}” has no starting point."},
         .suggestion = "Enter today's value, even an estimate.",
         .why = "Without a start nobody can say later whether anything changed.",
         .source = sources::measures,
         .check = typed<baselineMissing>,
         .fixes = typed<takeBaseline>},
        {.id = "O03",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = measure,
         .field = "target",
         .condition = "Measure without a target or its date",
         .messages = {"“{measure}” has no target."},
         .suggestion = "Set a target and a date.",
         .why = "A number without a target is watched, not worked on.",
         .source = sources::measures,
         .check = typed<targetMissing>,
         .fixes = typed<dateTarget>},
        {.id = "O04",
         .area = Area::outcomes,
         .severity = Severity::error,
         .isCore = true,
         .subjects = measure,
         .field = "target",
         .condition = "Target that contradicts the direction",
         .messages = {"“{measure}” should {increase} but the target is not {higher}."},
         .suggestion = "Swap the direction or fix the target.",
         .why = "One of the two is wrong, and people will work towards the wrong one.",
         .source = sources::outcomeRecords,
         .check = typed<targetContradicts>,
         .fixes = typed<turnDirection>},
        {.id = "O08",
         .area = Area::outcomes,
         .severity = Severity::info,
         .isCore = true,
         .subjects = measure,
         .field = "kind",
         .condition = "Measure that counts deliverables",
         .messages = {"“{measure}” counts what we ship, not what changes."},
         .suggestion = "Ask “so that…?”",
         .why = "Much can be delivered without anything changing for anybody.",
         .source = sources::outcomes,
         .check = typed<countsOutput>},
        {.id = "O15",
         .area = Area::outcomes,
         .subjects = measure,
         .field = "readings",
         .condition = "Last reading older than twice the rhythm of measuring",
         .messages = {"“{measure}” was last measured {date}."},
         .suggestion = "Take a reading.",
         .why = "A measure that nobody takes any more still looks like knowledge.",
         .source = sources::measures,
         .check = typed<readingOld>},
        {.id = "O16",
         .area = Area::outcomes,
         .subjects = measure,
         .field = "readings",
         .condition = "Readings that move away from the target",
         .messages = {"“{measure}” is getting worse."},
         .suggestion = "Review the hypothesis behind it.",
         .threshold = 3,
         .thresholdMeans = "readings in a row",
         .why = "One bad reading is noise, several in a row say that what we do does not help.",
         .source = sources::hypotheses,
         .check = typed<gettingWorse>},
        {.id = "O19",
         .area = Area::outcomes,
         .severity = Severity::info,
         .isCore = true,
         .subjects = measure,
         .field = "targetDate",
         .condition = "Target date passed without being met",
         .messages = {"The date for “{measure}” has passed."},
         .suggestion = "Close it, renew it, or learn from it.",
         .why = "A date that passes in silence teaches that dates do not matter.",
         .source = sources::outcomeRecords,
         .check = typed<dateHasPassed>,
         .fixes = typed<renewTarget>},
    };
}

} // namespace flowspine::analysis
