#include "editors/flows/figure_words.h"

#include "adapters/plain_text.h"
#include "analysis/handoffs.h"
#include "model/naming.h"
#include "view/time_text.h"

#include <QCoreApplication>

#include <cmath>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::toQt;
using analysis::FlowMetrics;
using model::AnyId;
using model::Id;
using model::Model;
using model::Step;
using model::Variant;
using view::Role;
using view::StripFigure;

namespace {

QString tr(const char* words) {
    return QCoreApplication::translate("FlowsEditor", words);
}

constexpr double noChange = 1e-9;

QString plain(double value) {
    return toQt(view::shortNumber(value));
}

// "+5.5", "−10.4": with a sign that is as wide as the plus.
QString withSign(const QString& text, double value) {
    return (value < 0 ? QStringLiteral("−") : QStringLiteral("+")) + text;
}

enum class Unit { time, work, percent, count };

struct Measure {
    const char* label;
    Unit unit;
    bool isBetterLow;
    std::optional<double> (*of)(const FlowMetrics&);
};

std::optional<double> number(std::size_t count) {
    return static_cast<double>(count);
}

constexpr Measure measures[] = {
    {QT_TRANSLATE_NOOP("FlowsEditor", "Lead time, expected"), Unit::time, true,
     [](const FlowMetrics& m) { return m.leadHours; }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Lead time, one pass"), Unit::time, true,
     [](const FlowMetrics& m) { return m.staticLeadHours; }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Process time"), Unit::work, true,
     [](const FlowMetrics& m) { return m.processHours; }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Effort"), Unit::work, true, [](const FlowMetrics& m) { return m.effortHours; }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Flow efficiency"), Unit::percent, false,
     [](const FlowMetrics& m) { return m.flowEfficiency; }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "PCE, value-adding only"), Unit::percent, false,
     [](const FlowMetrics& m) { return m.cycleEfficiency; }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Handoffs, expected"), Unit::count, true,
     [](const FlowMetrics& m) { return m.expectedHandoffs; }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Handoffs, one pass"), Unit::count, true,
     [](const FlowMetrics& m) { return number(m.handoffs); }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Rework handoffs"), Unit::count, true,
     [](const FlowMetrics& m) { return number(m.reworkHandoffs); }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Ping-pong"), Unit::count, true,
     [](const FlowMetrics& m) { return number(m.pingPongs); }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Rolled %C&A"), Unit::percent, false,
     [](const FlowMetrics& m) { return m.rolledCompleteAccurate; }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Ownership ambiguity"), Unit::count, true,
     [](const FlowMetrics& m) { return std::optional(m.ownershipAmbiguity); }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Steps"), Unit::count, true,
     [](const FlowMetrics& m) { return number(m.workSteps); }},
    {QT_TRANSLATE_NOOP("FlowsEditor", "Teams"), Unit::count, true,
     [](const FlowMetrics& m) { return number(m.teams); }},
};

// Work adds up to few hours even where a case takes weeks: two variants of it compare best in hours.
std::string workText(double hours, double hoursPerDay) {
    constexpr double mostHours = 40;
    return hours >= 1 && hours < mostHours ? view::shortNumber(hours) + " h" : timeText(hours, hoursPerDay);
}

QString valueText(Unit unit, std::optional<double> value, double hoursPerDay) {
    if (!value) return QStringLiteral("–");
    switch (unit) {
    case Unit::time: return toQt(timeText(*value, hoursPerDay));
    case Unit::work: return toQt(workText(*value, hoursPerDay));
    case Unit::percent: return toQt(view::shareText(*value));
    case Unit::count: break;
    }
    return plain(*value);
}

// Times change by a share of what they were, shares by points, counts by numbers.
QString changeText(Unit unit, std::optional<double> before, std::optional<double> after) {
    if (!before || !after || std::abs(*after - *before) < noChange) return {};
    const double by = *after - *before;
    switch (unit) {
    case Unit::time:
    case Unit::work: {
        if (*before <= 0) return {};
        const double percent = std::round(100 * by / *before);
        return percent == 0 ? QString() : withSign(plain(std::abs(percent)) + QStringLiteral(" %"), by);
    }
    case Unit::percent: return withSign(tr("%1 pts").arg(plain(std::abs(by))), by);
    case Unit::count: break;
    }
    return withSign(plain(std::abs(by)), by);
}

Role roleOf(const Measure& measure, const FlowMetrics& before, const FlowMetrics& after) {
    const std::optional<double> old = measure.of(before);
    const std::optional<double> now = measure.of(after);
    if (!old || !now) return Role::muted;
    return (*now < *old) == measure.isBetterLow ? Role::good : Role::bad;
}

void addChange(StripFigure& figure, const Measure& measure, const FlowMetrics* before, const FlowMetrics& after) {
    if (!before) return;
    figure.change = fromQt(changeText(measure.unit, measure.of(*before), measure.of(after)));
    if (!figure.change.empty()) figure.changeRole = roleOf(measure, *before, after);
}

const Measure& measureNamed(std::string_view label) {
    for (const Measure& measure : measures)
        if (measure.label == label) return measure;
    return measures[0];
}

// What the plan says of a health rule that a figure stands for; nullopt when the rule is off.
std::optional<double> thresholdOf(const Model& model, std::string_view rule, double standard) {
    std::optional<double> threshold = standard;
    model.forEach<model::RuleSetting>([&](const model::RuleSetting& setting) {
        if (setting.ruleId != rule) return;
        if (setting.severity == model::RuleSeverity::off)
            threshold.reset();
        else if (setting.threshold)
            threshold = setting.threshold;
    });
    return threshold;
}

bool isWork(const Step& step) {
    return step.type == model::StepType::task || step.type == model::StepType::decision;
}

std::string ambiguityWords(const Model& model, const Variant& variant) {
    int nobody = 0;
    int several = 0;
    model.forEach(variant.steps, [&](const Step& step) {
        if (!isWork(step)) return;
        nobody += step.accountable.isEmpty() ? 1 : 0;
        several += step.accountable.size() > 1 ? 1 : 0;
    });
    if (nobody == 0 && several == 0) return fromQt(tr("one owner everywhere"));
    if (several == 0) return fromQt(tr("%1 with no owner").arg(nobody));
    if (nobody == 0) return fromQt(tr("%1 with several").arg(several));
    return fromQt(tr("%1 with no owner, %2 with several").arg(nobody).arg(several));
}

class Strip {
  public:
    Strip(const FlowFigures& figures, const AnyId& variant, const FlowMetrics& metrics, const FlowMetrics* before)
        : m_figures(figures), m_variant(*figures.model().find(Id<Variant>(variant))), m_metrics(metrics),
          m_before(before) {
        if (const base::Error* reason = reasonFor(metrics)) m_reason = reason->message;
    }

    std::vector<StripFigure> run() {
        leadTime();
        processTime();
        efficiency();
        handoffs();
        pingPong();
        quality();
        ambiguity();
        return std::move(m_strip);
    }

  private:
    StripFigure& add(const char* key, const char* measure, const QString& label) {
        const Measure& named = measureNamed(measure);
        StripFigure& figure = m_strip.emplace_back();
        figure.key = key;
        figure.label = fromQt(label);
        const std::optional<double> value = named.of(m_metrics);
        figure.value = fromQt(valueText(named.unit, value, m_figures.hoursPerDay()));
        addChange(figure, named, m_before, m_metrics);
        if (!value && !m_reason.empty()) {
            figure.role = Role::muted;
            figure.mark = Role::bad;
            figure.second = fromQt(tr("cannot be told yet"));
            figure.tip = m_reason;
        }
        return figure;
    }
    [[nodiscard]] std::string time(double hours) const { return timeText(hours, m_figures.hoursPerDay()); }

    void leadTime() {
        StripFigure& figure = add("lead", "Lead time, expected", tr("Lead time"));
        if (!m_metrics.leadHours) return;
        if (m_metrics.isLowerBound) figure.value = fromQt(tr("at least %1").arg(toQt(figure.value)));
        if (m_metrics.staticLeadHours)
            figure.second = fromQt(tr("one pass %1").arg(toQt(time(*m_metrics.staticLeadHours))));
        figure.tip = fromQt(tr("From start to end on average, rework included."));
        if (m_metrics.isLowerBound)
            figure.tip +=
                fromQt(tr(" Parallel work waits for the slowest branch of each case, so the average is this or "
                          "more; the simulation tells how much more."));
        if (m_metrics.stepsWithoutNumbers > 0)
            figure.tip += fromQt(tr(" %1 steps state no process or wait time: the total is too low.")
                                     .arg(m_metrics.stepsWithoutNumbers));
        if (m_metrics.stepsWithoutNumbers > 0) figure.mark = Role::warn;
        figure.moreTip = fromQt(tr("Simulate: how long do most cases take?"));
    }

    void processTime() {
        StripFigure& figure = add("process", "Process time", tr("Process time"));
        if (!m_metrics.processHours) return;
        if (m_metrics.effortHours)
            figure.second =
                fromQt(tr("effort %1").arg(toQt(workText(*m_metrics.effortHours, m_figures.hoursPerDay()))));
        figure.tip = fromQt(tr("Time from start to end if nothing ever waited; effort adds up all parallel work."));
    }

    void efficiency() {
        StripFigure& figure = add("efficiency", "Flow efficiency", tr("Flow efficiency"));
        if (!m_metrics.flowEfficiency) return;
        if (m_metrics.cycleEfficiency)
            figure.second =
                fromQt(tr("PCE %1, value-adding only").arg(toQt(view::shareText(*m_metrics.cycleEfficiency))));
        figure.tip =
            fromQt(tr("Flow efficiency is process time ÷ lead time. Process cycle efficiency (PCE) counts only "
                      "work that adds value; some sources use that name for the first."));
        const auto least = thresholdOf(m_figures.model(), "F12", 5);
        if (least && *m_metrics.flowEfficiency < *least) figure.mark = Role::warn;
    }

    void handoffs() {
        StripFigure& figure = add("handoffs", "Handoffs, expected", tr("Handoffs, expected"));
        const auto most = thresholdOf(m_figures.model(), "F05", 7);
        figure.second = fromQt(tr("static %1 · rework %2 · external %3")
                                   .arg(m_metrics.handoffs)
                                   .arg(m_metrics.reworkHandoffs)
                                   .arg(m_metrics.externalHandoffs));
        if (!m_metrics.expectedHandoffs) return;
        figure.value = fromQt(QString::number(*m_metrics.expectedHandoffs, 'f', 1));
        figure.role = Role::handoff;
        figure.tip =
            fromQt(tr("How often a case changes hands on average. One pass without rework: %1, which is %2 % of "
                      "its links.")
                       .arg(m_metrics.handoffs)
                       .arg(plain(m_metrics.handoffDensity)));
        if (most && static_cast<double>(m_metrics.handoffs) > *most) figure.mark = Role::warn;
    }

    void pingPong() {
        StripFigure& figure = add("pingpong", "Ping-pong", tr("Ping-pong"));
        figure.second = fromQt(tr("there and straight back"));
        figure.tip = fromQt(tr("How often work goes to another team and straight back."));
        if (m_metrics.pingPongs == 0) return;
        figure.role = Role::handoff;
        if (thresholdOf(m_figures.model(), "F06", 0)) figure.mark = Role::warn;
    }

    void quality() {
        StripFigure& figure = add("quality", "Rolled %C&A", tr("Rolled %C&A"));
        if (!m_metrics.rolledCompleteAccurate) return;
        figure.second = fromQt(tr("right first time"));
        figure.tip = fromQt(tr("Share of cases that pass every step complete and accurate."));
        const auto least = thresholdOf(m_figures.model(), "F13", 50);
        if (least && *m_metrics.rolledCompleteAccurate < *least) figure.mark = Role::warn;
    }

    void ambiguity() {
        StripFigure& figure = add("ambiguity", "Ownership ambiguity", tr("Ownership ambiguity"));
        figure.second = ambiguityWords(m_figures.model(), m_variant);
        figure.tip =
            fromQt(tr("0: one role answers for each step, one for the flow, and every decision has one decider. "
                      "100: nobody answers for anything."));
        if (m_metrics.ownershipAmbiguity > 0 && thresholdOf(m_figures.model(), "F02", 0)) figure.mark = Role::bad;
    }

    const FlowFigures& m_figures;
    const Variant& m_variant;
    const FlowMetrics& m_metrics;
    const FlowMetrics* m_before;
    std::string m_reason;
    std::vector<StripFigure> m_strip;
};

} // namespace

std::string timeText(double hours, double hoursPerDay) {
    return view::timeText(base::Duration{std::llround(hours * 3600)}, hoursPerDay);
}

std::vector<MeasureRow> measureRows(const FlowMetrics& before, const FlowMetrics& after, double hoursPerDay) {
    std::vector<MeasureRow> rows;
    for (const Measure& measure : measures)
        rows.push_back({tr(measure.label), valueText(measure.unit, measure.of(before), hoursPerDay),
                        valueText(measure.unit, measure.of(after), hoursPerDay),
                        changeText(measure.unit, measure.of(before), measure.of(after)),
                        roleOf(measure, before, after)});
    return rows;
}

std::vector<StripFigure> stripFigures(const FlowFigures& figures, const AnyId& variant, const FlowMetrics* before) {
    const FlowMetrics* metrics = figures.of(variant);
    return metrics ? Strip(figures, variant, *metrics, before).run() : std::vector<StripFigure>();
}

std::vector<TabPart> tabParts(const FlowFigures& figures, const AnyId& variant) {
    const FlowMetrics* metrics = figures.of(variant);
    const model::Flow* flow = figures.flow();
    if (!metrics || !flow) return {};
    const FlowMetrics* before = flow->current == variant ? nullptr : figures.of(flow->current);
    std::vector<TabPart> parts;
    const auto change = [&](const char* label) {
        const Measure& measure = measureNamed(label);
        if (!before) return;
        const QString text = changeText(measure.unit, measure.of(*before), measure.of(*metrics));
        if (!text.isEmpty()) parts.push_back({text, roleOf(measure, *before, *metrics), true});
    };
    if (metrics->leadHours) {
        const QString least = metrics->isLowerBound ? QStringLiteral("≥ ") : QString();
        parts.push_back({least + toQt(timeText(*metrics->leadHours, figures.hoursPerDay()))});
        change("Lead time, expected");
    } else {
        parts.push_back({tr("lead time unknown"), Role::bad});
    }
    if (metrics->expectedHandoffs) {
        parts.push_back({tr("%1 handoffs").arg(QString::number(*metrics->expectedHandoffs, 'f', 1)), Role::handoff});
        change("Handoffs, expected");
    }
    parts.push_back({tr("%1 ambiguity").arg(plain(metrics->ownershipAmbiguity))});
    change("Ownership ambiguity");
    return parts;
}

const base::Error* reasonFor(const FlowMetrics& metrics) {
    if (metrics.leadHours && metrics.staticLeadHours) return nullptr;
    for (const base::Issue& issue : metrics.issues)
        if (issue.severity == base::Severity::error) return &issue.error;
    return metrics.issues.empty() ? nullptr : &metrics.issues.front().error;
}

std::vector<AnyId> causesOf(const std::string& figure, const FlowFigures& figures, const AnyId& variantId) {
    const FlowMetrics* metrics = figures.of(variantId);
    const Model& model = figures.model();
    const Variant* variant = model.find(Id<Variant>(variantId));
    if (!metrics || !variant) return {};
    const base::Error* reason = reasonFor(*metrics);
    if (reason && (figure == "lead" || figure == "process" || figure == "efficiency" || figure == "quality"))
        return {AnyId(reason->pointer)};
    std::vector<AnyId> causes;
    if (figure == "lead" || figure == "efficiency") {
        causes.push_back(metrics->longestWaitStep);
    } else if (figure == "process") {
        AnyId longest;
        double most = 0;
        for (const auto& step : metrics->steps)
            if (step.processHours.value_or(0) > most) {
                most = *step.processHours;
                longest = step.step;
            }
        causes.push_back(longest);
    } else if (figure == "handoffs" || figure == "pingpong") {
        const analysis::FlowGraph graph = analysis::flowGraph(model, *variant);
        const auto links = analysis::workLinks(graph, analysis::staticPass(graph));
        if (figure == "handoffs") {
            for (const analysis::WorkLink& link : links)
                if (analysis::isHandoff(graph, link))
                    for (const std::size_t edge : link.edges) causes.push_back(graph.edges[edge].link);
        } else {
            for (const analysis::PingPong& each : analysis::pingPongs(graph, links))
                causes.push_back(graph.nodes[each.over].step->id);
        }
    } else {
        double worst = 100;
        AnyId weakest;
        model.forEach(variant->steps, [&](const Step& step) {
            if (figure == "ambiguity" && isWork(step) && step.accountable.size() != 1) causes.push_back(step.id);
            if (figure == "quality" && step.percentCompleteAccurate && *step.percentCompleteAccurate < worst) {
                worst = *step.percentCompleteAccurate;
                weakest = step.id;
            }
        });
        if (weakest) causes.push_back(weakest);
    }
    return causes;
}

} // namespace flowspine::editors
