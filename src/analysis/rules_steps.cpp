#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"
#include "model/deciders.h"

#include <algorithm>
#include <cmath>

namespace flowspine::analysis {

namespace {

using model::Assignment;
using model::DecisionRight;
using model::DecisionScheme;
using model::Flow;
using model::Letter;
using model::Role;
using model::Step;
using model::StepType;

// A task or a decision of the way things are done now.
bool isCurrentWork(const Step& step, EvaluationContext& context) {
    return (step.type == StepType::task || step.type == StepType::decision) && context.flowOf(step) != nullptr;
}

Arguments named(const Step& step, EvaluationContext& context) {
    return {context.name(step.id)};
}

Verdict nobodyAnswers(const Step& step, EvaluationContext& context) {
    if (!isCurrentWork(step, context)) return notApplicable();
    return failIf(step.accountable.isEmpty(), [&] { return named(step, context); });
}

// The only role of its team.
Changes assignTeamRole(const Step& step, EvaluationContext& context) {
    if (!step.team) return {};
    std::vector<AnyId> roles;
    context.forEachReferrer<Role>(step.team, [&](const Role& role) { roles.push_back(role.id); });
    if (roles.size() != 1) return {};
    return {setting({"Make “%1” accountable", {context.name(roles[0])}}, step.id, "accountable", roles)};
}

Verdict severalAnswer(const Step& step, EvaluationContext& context) {
    if (!isCurrentWork(step, context) || step.accountable.isEmpty()) return notApplicable();
    if (step.accountable.size() == 1) return pass();
    std::vector<std::string> names = context.names(step.accountable.ids());
    const std::string last = names.back();
    names.pop_back();
    std::string first;
    for (const std::string& name : names) first += (first.empty() ? "" : ", ") + name;
    return fail({first, last, context.name(step.id)}, step.accountable.ids());
}

Changes keepFirstAccountable(const Step& step, EvaluationContext& context) {
    const std::vector<AnyId>& roles = step.accountable.ids();
    std::vector<AnyId> consulted = step.consulted.ids();
    for (std::size_t i = 1; i < roles.size(); ++i)
        if (std::find(consulted.begin(), consulted.end(), roles[i]) == consulted.end()) consulted.push_back(roles[i]);
    return {{{"Keep “%1”, consult the others", {context.name(roles[0])}},
             {model::FieldSetting{step.id, "accountable", std::vector<AnyId>{roles[0]}},
              model::FieldSetting{step.id, "consulted", consulted}}}};
}

Verdict teamMissing(const Step& step, EvaluationContext& context) {
    if (!isCurrentWork(step, context)) return notApplicable();
    return failIf(step.team.isEmpty(), [&] { return named(step, context); });
}

Changes assignAccountableTeam(const Step& step, EvaluationContext& context) {
    const Role* role = step.accountable.size() == 1 ? context.find(step.accountable[0]) : nullptr;
    if (role == nullptr || !role->team) return {};
    return {setting({"Assign %1", {context.name(role->team)}}, step.id, "team", AnyId(role->team))};
}

Verdict muchRework(const Step& step, EvaluationContext& context) {
    const StepFacts* facts = context.stepFacts(step);
    if (facts == nullptr || facts->reworkPercent <= 0) return notApplicable();
    constexpr double rounding = 1e-9;
    return failIf(facts->reworkPercent > context.threshold() + rounding, [&] {
        return Arguments{percentText(facts->reworkPercent), context.name(step.id)};
    });
}

Verdict whoMayDecide(const Step& step, EvaluationContext& context) {
    if (step.type != StepType::decision || !isCurrentWork(step, context)) return notApplicable();
    const DecisionRight* right = context.find(step.decisionRight);
    return failIf(right == nullptr || !context.singleDecider(*right), [&] { return named(step, context); });
}

// Whoever answers for the step decides; of several deciders the first one stays and the others are asked.
Changes settleDecider(const Step& step, EvaluationContext& context) {
    const AnyId accountable = step.accountable.size() == 1 ? AnyId(step.accountable[0]) : AnyId();
    const DecisionRight* right = context.find(step.decisionRight);
    if (right == nullptr) {
        if (!accountable) return {};
        return {
            {{"Let “%1” decide", {context.name(accountable)}},
             {model::EntityAddition{Kind::decisionRight, context.plan().id, {{"title", context.name(step.id)}}},
              model::EntityAddition{
                  Kind::assignment, model::newEntity(1), {{"letter", choiceValue(Letter::a)}, {"role", accountable}}},
              model::FieldSetting{step.id, "decisionRight", model::newEntity(1)}}}};
    }
    std::vector<const Assignment*> deciders;
    context.forEach(right->assignments, [&](const Assignment& each) {
        if (each.letter == model::deciderLetter(right->scheme)) deciders.push_back(&each);
    });
    if (deciders.empty()) {
        if (!accountable) return {};
        return {addition({"Let “%1” decide", {context.name(accountable)}}, Kind::assignment, right->id,
                         {{"letter", choiceValue(model::deciderLetter(right->scheme))}, {"role", accountable}})};
    }
    const Letter asked = right->scheme == DecisionScheme::rapid ? Letter::i : Letter::c;
    SuggestedChange change{{"Let “%1” decide, ask the others", {context.name(deciders.front()->role)}}, {}};
    for (std::size_t i = 1; i < deciders.size(); ++i)
        change.steps.push_back(model::FieldSetting{deciders[i]->id, "letter", choiceValue(asked)});
    return {change};
}

Verdict numbersMissing(const Step& step, EvaluationContext& context) {
    if (!isCurrentWork(step, context)) return notApplicable();
    if (step.processTime && step.waitTime) return pass();
    Verdict verdict = fail(named(step, context));
    verdict.field = step.processTime ? "waitTime" : "processTime";
    return verdict;
}

// Who decides at a step: by its right, else whoever answers for it. Empty when that is not one role.
AnyId deciderAt(const Step& step, EvaluationContext& context) {
    if (const DecisionRight* right = context.find(step.decisionRight)) return context.singleDecider(*right);
    return step.accountable.size() == 1 ? AnyId(step.accountable[0]) : AnyId();
}

Verdict approvedTwice(const Step& step, EvaluationContext& context) {
    const Flow* flow = step.type == StepType::decision ? context.flowOf(step) : nullptr;
    const FlowFacts* facts = flow != nullptr ? context.flowFacts(flow->current) : nullptr;
    if (facts == nullptr) return notApplicable();
    bool isInRow = false;
    for (const FlowFacts::Approvals& pair : facts->approvalsInRow) {
        if (pair.second != step.id) continue;
        isInRow = true;
        const Step* first = context.find(model::Id<Step>(pair.first));
        const AnyId before = first != nullptr ? deciderAt(*first, context) : AnyId();
        const AnyId now = deciderAt(step, context);
        if (before && now && before != now)
            return fail({context.name(pair.first), context.name(step.id)}, {pair.first});
    }
    return isInRow ? pass() : notApplicable();
}

double hoursPerDay(EvaluationContext& context) {
    constexpr double usual = 8;
    return context.plan().hoursPerDay.value_or(usual);
}

Verdict decidesTooSlowly(const Step& step, EvaluationContext& context) {
    if (!isCurrentWork(step, context)) return notApplicable();
    const DecisionRight* right = context.find(step.decisionRight);
    if (right == nullptr || !step.waitTime) return notApplicable();
    if (!right->decisionDays) return fail({context.name(right->id)}, {right->id}, 1);
    constexpr double rounding = 1e-6;
    const bool isLonger = *right->decisionDays * hoursPerDay(context) > base::hours(*step.waitTime) + rounding;
    return isLonger ? fail({context.name(right->id)}, {right->id}) : pass();
}

Changes agreeDecisionTime(const Step& step, EvaluationContext& context) {
    const double days = std::floor(100 * base::hours(*step.waitTime) / hoursPerDay(context)) / 100;
    if (days <= 0) return {};
    return {setting({"Decide within %1 days", {percentText(days)}}, step.decisionRight, "decisionDays", days)};
}

} // namespace

std::vector<Rule> stepRules() {
    constexpr auto step = model::kinds(Kind::step);
    return {
        {.id = "F02",
         .area = Area::flows,
         .severity = Severity::error,
         .isCore = true,
         .subjects = step,
         .field = "accountable",
         .condition = "Step without an accountable role",
         .messages = {"If “{step}” goes wrong, nobody answers."},
         .suggestion = "Assign one.",
         .why = "Gaps in ownership are where work is lost without anybody noticing.",
         .source = sources::dynamicModel,
         .check = typed<nobodyAnswers>,
         .fixes = typed<assignTeamRole>},
        {.id = "F03",
         .area = Area::flows,
         .severity = Severity::error,
         .isCore = true,
         .subjects = step,
         .field = "accountable",
         .condition = "Step with two or more accountable roles",
         .messages = {"{first} and {second} both answer for “{step}”."},
         .suggestion = "Keep one and make the other consulted.",
         .why = "Where two answer, each may think that the other does.",
         .source = sources::dynamicModel,
         .check = typed<severalAnswer>,
         .fixes = typed<keepFirstAccountable>},
        {.id = "F04",
         .area = Area::flows,
         .isCore = true,
         .subjects = step,
         .field = "team",
         .condition = "Step without a team",
         .messages = {"Who does “{step}”?"},
         .suggestion = "Assign a team.",
         .why = "Handoffs and load can be counted only between teams that are named.",
         .source = sources::valueStreams,
         .check = typed<teamMissing>,
         .fixes = typed<assignAccountableTeam>},
        {.id = "F11",
         .area = Area::flows,
         .isCore = true,
         .subjects = step,
         .condition = "Much rework",
         .messages = {"{percent}% of the work comes back at “{step}”."},
         .suggestion = "Fix quality at the source.",
         .threshold = 20,
         .thresholdMeans = "% of the work that goes back, at most",
         .why = "Work that is done twice takes the time of work that waits.",
         .source = sources::flowAnalysis,
         .check = typed<muchRework>},
        {.id = "F14",
         .area = Area::flows,
         .isCore = true,
         .subjects = step,
         .field = "decisionRight",
         .condition = "Decision without exactly one decider",
         .messages = {"“{step}” decides, but who may?"},
         .suggestion = "Attach a decision right.",
         .why = "Decisions wait longest where nobody knows who may make them.",
         .source = sources::dynamicModel,
         .check = typed<whoMayDecide>,
         .fixes = typed<settleDecider>},
        {.id = "F15",
         .area = Area::flows,
         .subjects = step,
         .field = "processTime",
         .condition = "Step without process time or wait",
         .messages = {"Numbers for “{step}” are missing; totals are too low."},
         .suggestion = "Estimate.",
         .why = "A gap counts as zero, and that is the one number it cannot be.",
         .source = sources::valueStreams,
         .check = typed<numbersMissing>},
        {.id = "F18",
         .area = Area::flows,
         .subjects = step,
         .condition = "Two approvals in a row by different deciders",
         .messages = {"“{first}” and “{second}” approve the same thing."},
         .suggestion = "One decider, the other informed.",
         .why = "The second signature makes the first one careless.",
         .source = sources::own,
         .check = typed<approvedTwice>},
        {.id = "F27",
         .area = Area::flows,
         .subjects = step,
         .field = "decisionRight",
         .condition = "Decision time longer than the step's wait, or none agreed",
         .messages = {"“{decision}” takes longer than the work.", "Nobody agreed how long “{decision}” may take."},
         .suggestion = "Agree a decision time.",
         .why = "The work waits for the decision whatever the plan says.",
         .source = sources::own,
         .check = typed<decidesTooSlowly>,
         .fixes = typed<agreeDecisionTime>},
    };
}

} // namespace flowspine::analysis
