#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

#include <algorithm>

namespace flowspine::analysis {

namespace {

using model::Constraint;
using model::Flow;
using model::Outcome;
using model::Role;
using model::Step;
using model::Team;
using model::TeamType;
using model::Variant;

// Of the current variant of a flow that is not retired; nullptr when there is nothing to judge.
const FlowFacts* currentFacts(const Flow& flow, EvaluationContext& context) {
    return isAlive(flow) ? context.flowFacts(flow.current) : nullptr;
}

template <class F>
void forEachCurrentStep(const Flow& flow, EvaluationContext& context, F&& f) {
    if (const Variant* variant = context.find(flow.current)) context.forEach(variant->steps, std::forward<F>(f));
}

Verdict ownerMissing(const Flow& flow, EvaluationContext& context) {
    if (!isAlive(flow)) return notApplicable();
    return failIf(flow.owner.isEmpty(), [&] { return Arguments{context.name(flow.id)}; });
}

bool isOutside(const Team* team) {
    return team != nullptr && (team->type == TeamType::customer || team->type == TeamType::external);
}

// Whoever answers for most of its steps, outsiders left out.
Changes ownByMostAccountable(const Flow& flow, EvaluationContext& context) {
    std::vector<std::pair<AnyId, int>> roles;
    forEachCurrentStep(flow, context, [&](const Step& step) {
        context.forEach(step.accountable, [&](const Role& role) {
            if (isOutside(context.find(role.team))) return;
            const auto known =
                std::find_if(roles.begin(), roles.end(), [&](const auto& each) { return each.first == role.id; });
            if (known == roles.end())
                roles.emplace_back(role.id, 1);
            else
                ++known->second;
        });
    });
    const auto most =
        std::max_element(roles.begin(), roles.end(), [](const auto& a, const auto& b) { return a.second < b.second; });
    if (most == roles.end()) return {};
    return {setting({"Make “%1” the owner", {context.name(most->first)}}, flow.id, "owner", most->first)};
}

Verdict tooManyHandoffs(const Flow& flow, EvaluationContext& context) {
    const FlowFacts* facts = currentFacts(flow, context);
    if (facts == nullptr || facts->metrics.workSteps < 2) return notApplicable();
    return failIf(static_cast<double>(facts->metrics.handoffs) > context.threshold(), [&] {
        return Arguments{context.name(flow.id), std::to_string(facts->metrics.handoffs)};
    });
}

Verdict goesBackAndForth(const Flow& flow, EvaluationContext& context) {
    const FlowFacts* facts = currentFacts(flow, context);
    if (facts == nullptr || facts->metrics.workSteps < 2) return notApplicable();
    if (facts->pingPongs.empty()) return pass();
    const FlowFacts::PingPongSteps& first = facts->pingPongs.front();
    const auto teamOf = [&](const AnyId& id) {
        const Step* step = context.find(model::Id<Step>(id));
        return step != nullptr ? context.name(step->team) : std::string();
    };
    return fail({context.name(first.from), teamOf(first.over), teamOf(first.from)},
                {first.from, first.over, first.back});
}

Verdict outcomeMissing(const Flow& flow, EvaluationContext& context) {
    if (!isAlive(flow)) return notApplicable();
    return failIf(flow.outcomes.isEmpty(), [&] { return Arguments{context.name(flow.id)}; });
}

// The outcome that its constraints hold back, or the only one there is.
Changes linkOutcome(const Flow& flow, EvaluationContext& context) {
    std::vector<AnyId> candidates;
    context.forEachReferrer<Constraint>(flow.id, [&](const Constraint& constraint) {
        context.forEach(constraint.outcomes, [&](const Outcome& outcome) {
            if (std::find(candidates.begin(), candidates.end(), outcome.id) == candidates.end())
                candidates.push_back(outcome.id);
        });
    });
    if (candidates.empty())
        context.forEach<Outcome>([&](const Outcome& outcome) {
            if (isAlive(outcome)) candidates.push_back(outcome.id);
        });
    if (candidates.size() != 1) return {};
    return {setting({"It delivers “%1”", {context.name(candidates[0])}}, flow.id, "outcomes", candidates)};
}

Verdict mostlyWaiting(const Flow& flow, EvaluationContext& context) {
    const FlowFacts* facts = currentFacts(flow, context);
    if (facts == nullptr || !facts->metrics.flowEfficiency) return notApplicable();
    const double efficiency = *facts->metrics.flowEfficiency;
    if (efficiency >= context.threshold()) return pass();
    Verdict verdict = fail({percentText(100 - efficiency)});
    constexpr double warnBelow = 5;
    if (efficiency >= warnBelow) verdict.severity = Severity::info;
    return verdict;
}

Verdict mostlyCorrected(const Flow& flow, EvaluationContext& context) {
    const FlowFacts* facts = currentFacts(flow, context);
    if (facts == nullptr || !facts->metrics.rolledCompleteAccurate) return notApplicable();
    const double rolled = *facts->metrics.rolledCompleteAccurate;
    return failIf(rolled < context.threshold(), [&] { return Arguments{percentText(rolled)}; });
}

// The share of a sum over the current steps that some of them have; nullopt when the sum is 0.
template <class Condition>
std::optional<double> shareOf(const Flow& flow, const FlowFacts& facts, double StepFacts::*hours,
                              EvaluationContext& context, Condition condition) {
    double all = 0;
    double some = 0;
    forEachCurrentStep(flow, context, [&](const Step& step) {
        const StepFacts* own = facts.of(step.id);
        if (own == nullptr) return;
        all += own->*hours;
        some += condition(step) ? own->*hours : 0;
    });
    return all > 0 ? std::optional(100 * some / all) : std::nullopt;
}

Verdict wasted(const Flow& flow, EvaluationContext& context) {
    const FlowFacts* facts = currentFacts(flow, context);
    if (facts == nullptr || !facts->metrics.effortHours) return notApplicable();
    const std::optional<double> share = shareOf(flow, *facts, &StepFacts::effortHours, context, [](const Step& step) {
        return step.valueClass == model::ValueClass::waste;
    });
    if (!share) return notApplicable();
    return failIf(*share > context.threshold(), [&] { return Arguments{percentText(*share)}; });
}

Verdict waitsOutside(const Flow& flow, EvaluationContext& context) {
    const FlowFacts* facts = currentFacts(flow, context);
    if (facts == nullptr || !facts->metrics.leadHours) return notApplicable();
    const std::optional<double> share = shareOf(flow, *facts, &StepFacts::leadHours, context,
                                                [&](const Step& step) { return isOutside(context.find(step.team)); });
    if (!share) return notApplicable();
    return failIf(*share > context.threshold(), [] { return Arguments{}; });
}

Verdict demandMissing(const Flow& flow, EvaluationContext&) {
    if (!isAlive(flow)) return notApplicable();
    return failIf(!flow.demandPerWeek, [] { return Arguments{}; });
}

Verdict boundsMissing(const Flow& flow, EvaluationContext& context) {
    if (!isAlive(flow)) return notApplicable();
    if (!isBlank(flow.trigger) && !isBlank(flow.endEvent) && flow.customer) return pass();
    Verdict verdict = fail({context.name(flow.id)});
    verdict.field = isBlank(flow.trigger) ? "trigger" : isBlank(flow.endEvent) ? "endEvent" : "customer";
    return verdict;
}

// The names of its start and end, and the only customer there is.
Changes fillBounds(const Flow& flow, EvaluationContext& context) {
    std::string start;
    std::string end;
    forEachCurrentStep(flow, context, [&](const Step& step) {
        if (step.type == model::StepType::start && start.empty()) start = step.name;
        if (step.type == model::StepType::end && end.empty()) end = step.name;
    });
    std::vector<AnyId> customers;
    context.forEach<model::Stakeholder>([&](const model::Stakeholder& each) {
        if (each.kind == model::StakeholderKind::peopleServed) customers.push_back(each.id);
    });
    SuggestedChange change{{"Take them from the map", {}}, {}};
    const auto fill = [&](bool isMissing, std::string_view field, bool isKnown, const model::FieldValue& value) {
        if (isMissing && isKnown) change.steps.push_back(model::FieldSetting{flow.id, field, value});
        return !isMissing || isKnown;
    };
    const bool isComplete = fill(isBlank(flow.trigger), "trigger", !isBlank(start), start) &&
                            fill(isBlank(flow.endEvent), "endEvent", !isBlank(end), end) &&
                            fill(flow.customer.isEmpty(), "customer", customers.size() == 1,
                                 customers.empty() ? AnyId() : customers.front());
    return isComplete ? Changes{change} : Changes{};
}

Verdict isDepartment(const Flow& flow, EvaluationContext& context) {
    const FlowFacts* facts = currentFacts(flow, context);
    if (facts == nullptr || facts->metrics.workSteps < 2) return notApplicable();
    bool isOneTeam = facts->teams.size() == 1;
    forEachCurrentStep(flow, context, [&](const Step& step) {
        const bool isWork = step.type == model::StepType::task || step.type == model::StepType::decision;
        isOneTeam = isOneTeam && !(isWork && step.team.isEmpty());
    });
    const Team* team = isOneTeam ? context.find(facts->teams.front()) : nullptr;
    return failIf(team != nullptr && team->type == TeamType::functional,
                  [&] { return Arguments{context.name(flow.id)}; });
}

} // namespace

std::vector<Rule> flowRules() {
    constexpr auto flow = model::kinds(Kind::flow);
    return {
        {.id = "F01",
         .area = Area::flows,
         .severity = Severity::error,
         .isCore = true,
         .subjects = flow,
         .field = "owner",
         .condition = "Flow without an owner",
         .messages = {"Nobody owns “{flow}” end to end."},
         .suggestion = "Name one owner with decision rights.",
         .why = "Between departments that each do their part, the whole belongs to nobody.",
         .source = sources::dynamicModel,
         .check = typed<ownerMissing>,
         .fixes = typed<ownByMostAccountable>},
        {.id = "F05",
         .area = Area::flows,
         .isCore = true,
         .subjects = flow,
         .condition = "Too many handoffs",
         .messages = {"“{flow}” changes hands {count} times."},
         .suggestion = "Merge neighbouring steps into one team.",
         .threshold = 7,
         .thresholdMeans = "handoffs of one pass at most",
         .why = "Every handoff is a queue and a chance to misunderstand.",
         .source = sources::dynamicModel,
         .check = typed<tooManyHandoffs>},
        {.id = "F06",
         .area = Area::flows,
         .isCore = true,
         .subjects = flow,
         .condition = "Work that goes to another team and straight back",
         .messages = {"“{step}” goes to {other} and straight back to {team}."},
         .suggestion = "Give the first team the skill or the decision.",
         .why = "Two queues are paid for one thing that the first team could not do itself.",
         .source = sources::teams,
         .check = typed<goesBackAndForth>},
        {.id = "F07",
         .area = Area::flows,
         .severity = Severity::error,
         .isCore = true,
         .subjects = flow,
         .field = "outcomes",
         .condition = "Flow that delivers no outcome",
         .messages = {"Why does “{flow}” exist?"},
         .suggestion = "Link an outcome.",
         .why = "Work that serves no outcome can only be made cheaper, never better.",
         .source = sources::dynamicModel,
         .check = typed<outcomeMissing>,
         .fixes = typed<linkOutcome>},
        {.id = "F12",
         .area = Area::flows,
         .isCore = true,
         .subjects = flow,
         .condition = "Low flow efficiency",
         .messages = {"Work waits {percent}% of the time."},
         .suggestion = "Attack the largest wait.",
         .threshold = 5,
         .thresholdMeans = "% of the lead time that is work, at least; from 5 up to a higher number it is a note",
         .why = "Where work mostly waits, working faster changes nothing.",
         .source = sources::valueStreams,
         .check = typed<mostlyWaiting>},
        {.id = "F13",
         .area = Area::flows,
         .isCore = true,
         .subjects = flow,
         .condition = "Low rolled %C&A",
         .messages = {"Only {percent}% passes without correction."},
         .suggestion = "Improve the worst inputs.",
         .threshold = 50,
         .thresholdMeans = "% that passes every step complete and accurate, at least",
         .why = "Small shares of bad input multiply from step to step.",
         .source = sources::valueStreams,
         .check = typed<mostlyCorrected>},
        {.id = "F20",
         .area = Area::flows,
         .subjects = flow,
         .condition = "Much effort that adds no value",
         .messages = {"{percent}% of the effort adds no value."},
         .suggestion = "Remove it or automate it.",
         .threshold = 30,
         .thresholdMeans = "% of the effort that is waste, at most",
         .why = "Effort that nobody would miss is the cheapest capacity there is.",
         .source = sources::valueStreams,
         .check = typed<wasted>},
        {.id = "F21",
         .area = Area::flows,
         .severity = Severity::info,
         .subjects = flow,
         .condition = "Much of the lead time is outside",
         .messages = {"Most waiting happens outside."},
         .suggestion = "Change the request, not the people.",
         .threshold = 40,
         .thresholdMeans = "% of the time of all steps that is the customer's or an external team's, at most",
         .why = "What is asked for, and how, decides how long others take to give it.",
         .source = sources::own,
         .check = typed<waitsOutside>},
        {.id = "F22",
         .area = Area::flows,
         .severity = Severity::info,
         .subjects = flow,
         .field = "demandPerWeek",
         .condition = "Flow without a demand rate",
         .messages = {"Cannot compute load without volume."},
         .suggestion = "Enter items per week.",
         .why = "Whether a team is busy depends on how much comes in.",
         .source = sources::flowMetrics,
         .check = typed<demandMissing>},
        {.id = "F23",
         .area = Area::flows,
         .subjects = flow,
         .field = "trigger",
         .condition = "Flow without trigger, end event or customer",
         .messages = {"Where does “{flow}” start and end?"},
         .suggestion = "Fill in what is missing.",
         .why = "A flow is end to end only when somebody said where the ends are.",
         .source = sources::valueStreams,
         .check = typed<boundsMissing>,
         .fixes = typed<fillBounds>},
        {.id = "F24",
         .area = Area::flows,
         .severity = Severity::info,
         .subjects = flow,
         .condition = "All steps in one functional team",
         .messages = {"“{flow}” looks like a department, not a flow."},
         .suggestion = "Extend it from the request to the result.",
         .why = "Nobody outside asks for what a single function does; they ask for the whole.",
         .source = sources::dynamicModel,
         .check = typed<isDepartment>},
    };
}

} // namespace flowspine::analysis
