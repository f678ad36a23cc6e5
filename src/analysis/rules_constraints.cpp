#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

namespace flowspine::analysis {

namespace {

using model::Constraint;
using model::Flow;
using model::Outcome;
using model::RoadmapItem;

Verdict outcomeMissing(const Constraint& constraint, EvaluationContext& context) {
    if (!isAlive(constraint)) return notApplicable();
    return failIf(constraint.outcomes.isEmpty(), [&] { return Arguments{context.name(constraint.id)}; });
}

Changes linkOnlyOutcomeOrDelete(const Constraint& constraint, EvaluationContext& context) {
    std::vector<AnyId> outcomes;
    context.forEach<Outcome>([&](const Outcome& outcome) {
        if (isAlive(outcome)) outcomes.push_back(outcome.id);
    });
    Changes changes;
    if (outcomes.size() == 1)
        changes.push_back(
            setting({"It holds “%1” back", {context.name(outcomes[0])}}, constraint.id, "outcomes", outcomes));
    changes.push_back({{"Delete the constraint", {}}, {model::EntityRemoval{constraint.id}}});
    return changes;
}

Verdict nobodyWorksOnIt(const Constraint& constraint, EvaluationContext& context) {
    if (constraint.status != model::ConstraintStatus::open || constraint.severity.value_or(0) < context.threshold())
        return notApplicable();
    bool isWorkedOn = false;
    context.forEachReferrer<RoadmapItem>(
        constraint.id, [&](const RoadmapItem& item) { isWorkedOn |= item.status != model::RoadmapStatus::stopped; });
    return failIf(!isWorkedOn, [&] { return Arguments{context.name(constraint.id)}; });
}

Changes createExperiment(const Constraint& constraint, EvaluationContext& context) {
    std::vector<AnyId> flows;
    for (const AnyId& place : constraint.locations.ids())
        if (model::kindOf(place) == Kind::flow) flows.push_back(place);
    return {addition({"Create an experiment from it", {}}, Kind::roadmapItem, context.plan().id,
                     {{"title", "Relieve “" + context.name(constraint.id) + "”"},
                      {"type", choiceValue(model::RoadmapItemType::experiment)},
                      {"horizon", choiceValue(model::Horizon::next)},
                      {"constraints", std::vector<AnyId>{constraint.id}},
                      {"flows", flows}})};
}

Verdict locationMissing(const Constraint& constraint, EvaluationContext& context) {
    if (!isAlive(constraint)) return notApplicable();
    return failIf(constraint.locations.isEmpty(), [&] { return Arguments{context.name(constraint.id)}; });
}

// The flow that delivers what it holds back, when that is one.
Changes locateInOnlyFlow(const Constraint& constraint, EvaluationContext& context) {
    std::vector<AnyId> flows;
    context.forEach<Flow>([&](const Flow& flow) {
        bool delivers = false;
        for (const AnyId& outcome : constraint.outcomes.ids()) delivers = delivers || flow.outcomes.contains(outcome);
        if (isAlive(flow) && delivers) flows.push_back(flow.id);
    });
    if (flows.size() != 1) return {};
    return {setting({"It bites in “%1”", {context.name(flows[0])}}, constraint.id, "locations", flows)};
}

} // namespace

std::vector<Rule> constraintRules() {
    constexpr auto constraint = model::kinds(Kind::constraint);
    return {
        {.id = "O12",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = constraint,
         .field = "outcomes",
         .condition = "Constraint that holds no outcome back",
         .messages = {"“{constraint}” limits nothing we care about."},
         .suggestion = "Link it to an outcome or delete it.",
         .why = "An obstacle matters only for where one wants to go.",
         .source = sources::constraints,
         .check = typed<outcomeMissing>,
         .fixes = typed<linkOnlyOutcomeOrDelete>},
        {.id = "O13",
         .area = Area::outcomes,
         .severity = Severity::error,
         .isCore = true,
         .subjects = constraint,
         .condition = "Severe open constraint that no roadmap item addresses",
         .messages = {"Nobody is working on “{constraint}”."},
         .suggestion = "Create an experiment from it.",
         .threshold = 3,
         .thresholdMeans = "severity from which on somebody must work on it",
         .why = "A known obstacle that nobody takes on will decide the result.",
         .source = sources::constraints,
         .check = typed<nobodyWorksOnIt>,
         .fixes = typed<createExperiment>},
        {.id = "O14",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = constraint,
         .field = "locations",
         .condition = "Constraint without a location",
         .messages = {"“{constraint}” is nowhere in a flow, team or rule."},
         .suggestion = "Point to where it bites.",
         .why = "What cannot be pointed at cannot be relieved.",
         .source = sources::constraints,
         .check = typed<locationMissing>,
         .fixes = typed<locateInOnlyFlow>},
    };
}

} // namespace flowspine::analysis
