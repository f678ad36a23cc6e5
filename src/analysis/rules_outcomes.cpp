#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

#include <algorithm>
#include <array>

namespace flowspine::analysis {

namespace {

using model::Constraint;
using model::Flow;
using model::Measure;
using model::MeasureKind;
using model::Outcome;
using model::OutcomeStatus;
using model::Perspective;
using model::Plan;
using model::Role;

Verdict measureMissing(const Outcome& outcome, EvaluationContext& context) {
    if (!isAlive(outcome)) return notApplicable();
    return failIf(outcome.measures.isEmpty(), [&] { return Arguments{context.name(outcome.id)}; });
}

Changes addMeasure(const Outcome& outcome, EvaluationContext&) {
    return {addition({"Add a measure", {}}, Kind::measure, outcome.id, {{"name", std::string("New measure")}})};
}

bool delivers(const Flow& flow, const Outcome& outcome) {
    return isAlive(flow) && flow.outcomes.contains(outcome.id);
}

Verdict flowMissing(const Outcome& outcome, EvaluationContext& context) {
    if (!isAlive(outcome)) return notApplicable();
    bool isDelivered = false;
    context.forEachReferrer<Flow>(outcome.id, [&](const Flow& flow) { isDelivered |= delivers(flow, outcome); });
    return failIf(!isDelivered, [&] { return Arguments{context.name(outcome.id)}; });
}

Changes linkOnlyFlow(const Outcome& outcome, EvaluationContext& context) {
    std::vector<const Flow*> flows;
    context.forEachInOrder(&Plan::flows, [&](const Flow& flow) {
        if (isAlive(flow)) flows.push_back(&flow);
    });
    Changes changes;
    if (flows.size() == 1)
        changes.push_back(setting({"“%1” delivers it", {context.name(flows[0]->id)}}, flows[0]->id, "outcomes",
                                  withAlso(flows[0]->outcomes, outcome.id)));
    changes.push_back(setting({"Retire the outcome", {}}, outcome.id, "status", choiceValue(OutcomeStatus::retired)));
    return changes;
}

Verdict ownerMissing(const Outcome& outcome, EvaluationContext& context) {
    if (!isAlive(outcome)) return notApplicable();
    return failIf(outcome.owner.isEmpty(), [&] { return Arguments{context.name(outcome.id)}; });
}

// The owner of the flows that deliver it, when that is one role.
Changes ownByFlowOwner(const Outcome& outcome, EvaluationContext& context) {
    std::vector<AnyId> owners;
    context.forEachReferrer<Flow>(outcome.id, [&](const Flow& flow) {
        const bool isNew = std::find(owners.begin(), owners.end(), flow.owner) == owners.end();
        if (delivers(flow, outcome) && flow.owner && isNew) owners.push_back(flow.owner);
    });
    if (owners.size() != 1) return {};
    return {setting({"Make “%1” the owner", {context.name(owners[0])}}, outcome.id, "owner", owners[0])};
}

Verdict leadingMeasureMissing(const Outcome& outcome, EvaluationContext& context) {
    if (!isAlive(outcome) || outcome.measures.isEmpty()) return notApplicable();
    bool hasLeading = false;
    context.forEach(outcome.measures,
                    [&](const Measure& measure) { hasLeading |= measure.kind == MeasureKind::leading; });
    return failIf(!hasLeading, [&] { return Arguments{context.name(outcome.id)}; });
}

Changes addLeadingMeasure(const Outcome& outcome, EvaluationContext&) {
    return {addition({"Add an early signal", {}}, Kind::measure, outcome.id,
                     {{"name", std::string("Early signal")}, {"kind", choiceValue(MeasureKind::leading)}})};
}

// Living outcomes of each perspective.
std::array<std::size_t, 2> outcomesByPerspective(EvaluationContext& context) {
    std::array<std::size_t, 2> count{};
    context.forEach<Outcome>([&](const Outcome& outcome) {
        if (isAlive(outcome)) ++count[static_cast<std::size_t>(outcome.perspective)];
    });
    return count;
}

Verdict perspectiveEmpty(const Plan&, EvaluationContext& context) {
    const std::array<std::size_t, 2> count = outcomesByPerspective(context);
    if (count[0] + count[1] == 0) return notApplicable();
    return failIf(count[0] == 0 || count[1] == 0,
                  [&] { return Arguments{count[0] == 0 ? "the people we serve" : "our organisation"}; });
}

Changes addOutcome(const Plan& plan, EvaluationContext& context) {
    const bool isForPeople = outcomesByPerspective(context)[0] == 0;
    const Perspective perspective = isForPeople ? Perspective::peopleServed : Perspective::organisation;
    return {addition({"Add an outcome for %1", {isForPeople ? "the people we serve" : "our organisation"}},
                     Kind::outcome, plan.id,
                     {{"title", std::string("New outcome")}, {"perspective", choiceValue(perspective)}})};
}

std::vector<AnyId> activeOutcomes(EvaluationContext& context) {
    std::vector<AnyId> active;
    context.forEachInOrder(&Plan::outcomes, [&](const Outcome& outcome) {
        if (outcome.status == OutcomeStatus::active) active.push_back(outcome.id);
    });
    return active;
}

Verdict tooManyOutcomes(const Plan&, EvaluationContext& context) {
    const std::vector<AnyId> active = activeOutcomes(context);
    if (active.empty()) return notApplicable();
    return failIf(static_cast<double>(active.size()) > context.threshold(), [] { return Arguments{}; });
}

Changes parkLowestOutcomes(const Plan&, EvaluationContext& context) {
    const std::vector<AnyId> active = activeOutcomes(context);
    const auto most = countFrom(context.threshold());
    SuggestedChange change{{"Park what ranks below number %1", {std::to_string(most)}}, {}};
    for (std::size_t i = most; i < active.size(); ++i)
        change.steps.push_back(model::FieldSetting{active[i], "status", choiceValue(OutcomeStatus::draft)});
    return {change};
}

Verdict constraintMissing(const Outcome& outcome, EvaluationContext& context) {
    if (!isAlive(outcome)) return notApplicable();
    bool isRecorded = false;
    context.forEachReferrer<Constraint>(outcome.id, [&](const Constraint& constraint) {
        isRecorded |= constraint.status != model::ConstraintStatus::resolved;
    });
    return failIf(!isRecorded, [&] { return Arguments{context.name(outcome.id)}; });
}

Changes addConstraint(const Outcome& outcome, EvaluationContext& context) {
    return {addition({"Record a constraint", {}}, Kind::constraint, context.plan().id,
                     {{"title", "What holds “" + context.name(outcome.id) + "” back"},
                      {"outcomes", std::vector<AnyId>{outcome.id}}})};
}

// A time or an amount of money that should become smaller.
bool isSpeedOrCost(const Measure& measure, const std::string& currency) {
    if (measure.direction != model::Direction::decrease) return false;
    const std::string unit = plainText(measure.unit);
    if (hasWord(unit, {"second", "seconds", "s", "minute", "minutes", "min", "hour", "hours", "h", "day", "days", "d",
                       "week", "weeks", "month", "months", "year", "years"}))
        return true;
    const std::string money = plainText(currency);
    if ((!money.empty() && hasWord(unit, {money})) || hasWord(unit, {"eur", "usd", "gbp", "chf", "€", "£"}))
        return true;
    return measure.unit.find('$') != std::string::npos ||
           hasWord(plainText(measure.name), {"cost", "costs", "price", "spend"});
}

std::vector<AnyId> speedOrCostMeasures(const Outcome& outcome, EvaluationContext& context) {
    std::vector<AnyId> found;
    const std::string currency = context.plan().currency;
    context.forEach(outcome.measures, [&](const Measure& measure) {
        if (isSpeedOrCost(measure, currency)) found.push_back(measure.id);
    });
    return found;
}

Verdict guardrailMissing(const Outcome& outcome, EvaluationContext& context) {
    if (!isAlive(outcome)) return notApplicable();
    const std::vector<AnyId> fast = speedOrCostMeasures(outcome, context);
    if (fast.empty()) return notApplicable();
    bool isGuarded = false;
    context.forEach(outcome.measures,
                    [&](const Measure& measure) { isGuarded |= measure.kind == MeasureKind::guardrail; });
    for (const AnyId& id : fast) isGuarded = isGuarded || context.isNamedBy<Measure>(id);
    return isGuarded ? pass() : fail({context.name(outcome.id)}, fast);
}

Changes addGuardrail(const Outcome& outcome, EvaluationContext& context) {
    return {addition({"Add a guardrail measure", {}}, Kind::measure, outcome.id,
                     {{"name", std::string("Guardrail")},
                      {"kind", choiceValue(MeasureKind::guardrail)},
                      {"guards", speedOrCostMeasures(outcome, context).front()}})};
}

Verdict looksLikeAnother(const model::Entity& entity, EvaluationContext& context) {
    const AnyId outcomeId = model::kindOf(entity.id) == Kind::measure ? context.ownerOf(entity.id) : entity.id;
    const Outcome* outcome = context.find(model::Id<Outcome>(outcomeId));
    if (outcome == nullptr || !isAlive(*outcome)) return notApplicable();
    const AnyId twin = context.twin(entity.id);
    return twin ? fail({context.name(twin), context.name(entity.id)}, {twin}) : pass();
}

} // namespace

std::vector<Rule> outcomeRules() {
    constexpr auto outcome = model::kinds(Kind::outcome);
    constexpr auto plan = model::kinds(Kind::plan);
    return {
        {.id = "O01",
         .area = Area::outcomes,
         .severity = Severity::error,
         .isCore = true,
         .subjects = outcome,
         .field = "measures",
         .condition = "Outcome without a measure",
         .messages = {"Nobody can tell whether “{outcome}” is happening."},
         .suggestion = "Add one measure with unit and direction.",
         .why = "A change that nobody can observe cannot steer any decision about the work.",
         .source = sources::outcomes,
         .check = typed<measureMissing>,
         .fixes = typed<addMeasure>},
        {.id = "O05",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = outcome,
         .condition = "Outcome that no flow delivers",
         .messages = {"No flow delivers “{outcome}”."},
         .suggestion = "Link a flow or retire the outcome.",
         .why = "An outcome that no work leads to stays a wish.",
         .source = sources::dynamicModel,
         .check = typed<flowMissing>,
         .fixes = typed<linkOnlyFlow>},
        {.id = "O06",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = outcome,
         .field = "owner",
         .condition = "Outcome without an owner",
         .messages = {"Nobody owns “{outcome}”."},
         .suggestion = "Name one role.",
         .why = "What everybody wants and nobody answers for is the first thing to be put off.",
         .source = sources::outcomeRecords,
         .check = typed<ownerMissing>,
         .fixes = typed<ownByFlowOwner>},
        {.id = "O07",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = outcome,
         .field = "measures",
         .condition = "Outcome without a leading measure",
         .messages = {"You will only learn about “{outcome}” afterwards."},
         .suggestion = "Add an early signal.",
         .why = "A result comes too late to correct the course; an early signal comes while one still can.",
         .source = sources::measures,
         .check = typed<leadingMeasureMissing>,
         .fixes = typed<addLeadingMeasure>},
        {.id = "O09",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = plan,
         .field = "outcomes",
         .condition = "A perspective without outcomes",
         .messages = {"No outcome for {perspective}."},
         .suggestion = "Answer the missing question.",
         .why = "A plan that asks only one side improves that side at the cost of the other.",
         .source = sources::dynamicModel,
         .check = typed<perspectiveEmpty>,
         .fixes = typed<addOutcome>},
        {.id = "O10",
         .area = Area::outcomes,
         .severity = Severity::info,
         .subjects = plan,
         .field = "outcomes",
         .condition = "Too many active outcomes",
         .messages = {"So many outcomes dilute focus."},
         .suggestion = "Rank them and park the rest.",
         .threshold = 7,
         .thresholdMeans = "active outcomes at most",
         .why = "Capacity spread over everything that matters moves nothing far.",
         .source = sources::outcomes,
         .check = typed<tooManyOutcomes>,
         .fixes = typed<parkLowestOutcomes>},
        {.id = "O11",
         .area = Area::outcomes,
         .isCore = true,
         .subjects = outcome,
         .condition = "Outcome without a recorded constraint",
         .messages = {"We do not say what holds “{outcome}” back."},
         .suggestion = "Record the current constraint.",
         .why = "Work on anything but the constraint does not move the result.",
         .source = sources::constraints,
         .check = typed<constraintMissing>,
         .fixes = typed<addConstraint>},
        {.id = "O17",
         .area = Area::outcomes,
         .severity = Severity::info,
         .subjects = outcome,
         .field = "measures",
         .condition = "Speed or cost measure without a guardrail",
         .messages = {"Speeding up “{outcome}” may hurt quality unseen."},
         .suggestion = "Pair it with a guardrail measure.",
         .why = "Time and money are easily saved where it hurts; a second number shows when that happens.",
         .source = sources::measures,
         .check = typed<guardrailMissing>,
         .fixes = typed<addGuardrail>},
        {.id = "O18",
         .area = Area::outcomes,
         .subjects = model::kinds(Kind::outcome, Kind::measure),
         .condition = "Outcome or measure that is there twice",
         .messages = {"“{first}” and “{second}” look the same."},
         .suggestion = "Merge them.",
         .why = "Two entries for one thing grow apart and then contradict each other.",
         .source = sources::own,
         .check = looksLikeAnother},
    };
}

} // namespace flowspine::analysis
