#include "editors/flows/flow_figures.h"

#include "editors/flows/figure_words.h"
#include "view/time_text.h"

#include <cmath>
#include <unordered_map>

namespace flowspine::editors {

using model::AnyId;
using model::Flow;
using model::Id;
using model::Kind;
using model::Model;
using model::Step;
using model::Variant;

namespace {

constexpr Kind sources[] = {Kind::plan, Kind::flow,          Kind::variant,    Kind::step,     Kind::link,
                            Kind::team, Kind::decisionRight, Kind::assignment, Kind::spineItem};

} // namespace

FlowFigures::FlowFigures(Model model, const Id<Flow>& flow)
    : m_model(std::move(model)), m_flow(flow), m_loads(analysis::teamLoads(m_model)),
      m_hoursPerDay(view::hoursPerDay(m_model.plan())) {
    if (const Flow* found = m_model.find(flow))
        m_model.forEach(found->variants, [&](const Variant& variant) {
            m_variants.push_back({variant.id, analysis::flowMetrics(m_model, *found, variant)});
        });
}

bool FlowFigures::areOf(const Model& model, const Id<Flow>& flow) const {
    if (flow != m_flow) return false;
    for (const Kind kind : sources)
        if (!m_model.table(kind).isSameAs(model.table(kind))) return false;
    return true;
}

const analysis::FlowMetrics* FlowFigures::of(const AnyId& variant) const {
    for (const OfVariant& each : m_variants)
        if (each.id == variant) return &each.metrics;
    return nullptr;
}

Id<Variant> FlowFigures::baselineOf(const AnyId& variant) const {
    const Flow* found = flow();
    const Variant* shown = m_model.find(Id<Variant>(variant));
    if (!found || !shown || !found->variants.contains(variant)) return {};
    if (found->current != variant) return found->current;
    return found->variants.contains(shown->basedOn) && shown->basedOn != variant ? shown->basedOn : Id<Variant>();
}

std::optional<analysis::VariantComparison> FlowFigures::compared(const AnyId& variant, double fteMoved) const {
    const Variant* before = m_model.find(baselineOf(variant));
    const Variant* after = m_model.find(Id<Variant>(variant));
    if (!before || !after) return std::nullopt;
    return analysis::compareVariants(m_model, *flow(), *before, *after, {}, fteMoved);
}

void FlowFigures::describe(const AnyId& variantId, view::FlowPictureOptions& options) const {
    const analysis::FlowMetrics* metrics = of(variantId);
    const Variant* variant = m_model.find(Id<Variant>(variantId));
    if (!metrics || !variant) return;
    for (const auto& step : metrics->steps)
        if (step.isCritical) options.critical.insert(step.step);
    for (const base::Issue& issue : metrics->issues) {
        if (issue.error.pointer.empty()) continue;
        view::FlowProblem& problem = options.problems[AnyId(issue.error.pointer)];
        problem.isError = problem.isError || issue.severity == base::Severity::error;
        problem.words += (problem.words.empty() ? "" : "\n") + issue.error.message;
    }
    for (const analysis::TeamLoad& load : m_loads) {
        if (load.share)
            options.loads[load.team] = {*load.share, {}};
        else if (load.hoursPerWeek > 0)
            options.loads[load.team] = {std::nullopt, view::shortNumber(load.hoursPerWeek) + " h / week"};
    }
    notePhases(*variant, *metrics, options);
}

void FlowFigures::notePhases(const Variant& variant, const analysis::FlowMetrics& metrics,
                             view::FlowPictureOptions& options) const {
    if (!metrics.staticLeadHours || *metrics.staticLeadHours <= 0) return;
    std::unordered_map<std::string, double> hours;
    for (const auto& figures : metrics.steps) {
        const Step* step = figures.isCritical ? m_model.find(figures.step) : nullptr;
        if (!step || step->phase.empty()) continue;
        hours[step->phase] += (step->waitTime ? base::hours(*step->waitTime) : 0) +
                              (step->processTime ? base::hours(*step->processTime) : 0);
    }
    for (const std::string& phase : variant.phases) {
        const auto found = hours.find(phase);
        if (found == hours.end()) continue;
        const double share = 100 * found->second / *metrics.staticLeadHours;
        options.phaseNotes[phase] =
            timeText(found->second, m_hoursPerDay) + " · " + view::shortNumber(std::round(share)) + " %";
    }
}

} // namespace flowspine::editors
