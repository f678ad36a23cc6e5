#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

#include <algorithm>

namespace flowspine::analysis {

namespace {

using model::Cadence;
using model::Constraint;
using model::Flow;
using model::Horizon;
using model::Plan;
using model::RoadmapItem;
using model::Role;
using model::Variant;

bool isTargetState(const RoadmapItem& item) {
    return hasWord(plainText(item.title),
                   {"target state", "end state", "final state", "target operating model", "future state"});
}

struct Horizons {
    bool hasCadence = false;
    bool hasLaterQuestion = false; // a Later item with a hypothesis
    bool hasTargetState = false;
};

Horizons horizons(EvaluationContext& context) {
    Horizons seen;
    seen.hasCadence = context.count<Cadence>() > 0;
    context.forEach<RoadmapItem>([&](const RoadmapItem& item) {
        if (!isAlive(item)) return;
        seen.hasLaterQuestion |= item.horizon == Horizon::later && !isBlank(item.weBelieve);
        seen.hasTargetState |= isTargetState(item);
    });
    return seen;
}

Verdict planEnds(const Plan&, EvaluationContext& context) {
    if (context.count<RoadmapItem>() + context.count<Cadence>() == 0) return notApplicable();
    const Horizons seen = horizons(context);
    if (seen.hasCadence && seen.hasLaterQuestion && !seen.hasTargetState) return pass();
    Verdict verdict = fail({});
    verdict.field = seen.hasCadence ? "roadmap" : "cadences";
    return verdict;
}

Changes addCadence(const Plan& plan, EvaluationContext& context) {
    const Horizons seen = horizons(context);
    if (seen.hasCadence || !seen.hasLaterQuestion || seen.hasTargetState) return {};
    return {addition({"Add a quarterly review", {}}, Kind::cadence, plan.id,
                     {{"name", std::string("Quarterly review")},
                      {"frequency", base::Period{0, 3, 0, 0}},
                      {"layer", choiceValue(model::CadenceLayer::roadmap)}})};
}

Verdict inCycle(const RoadmapItem& item, EvaluationContext& context) {
    if (item.dependsOn.isEmpty()) return notApplicable();
    const std::vector<AnyId> cycle = context.cycle(item);
    if (cycle.empty()) return pass();
    if (cycle.front() != item.id) // told once, at its first item
        return notApplicable();
    const std::vector<AnyId> others(cycle.begin() + 1, cycle.end());
    if (others.empty()) return fail({context.name(item.id)}, {}, 1);
    return fail({listed(quoted(context.names(cycle)))}, others);
}

// The one wait without which nothing goes round any more.
Changes breakCycle(const RoadmapItem& item, EvaluationContext& context) {
    const std::vector<AnyId> cycle = context.cycle(item);
    std::vector<const RoadmapItem*> members;
    for (const AnyId& id : cycle)
        if (const RoadmapItem* member = context.find(model::Id<RoadmapItem>(id))) members.push_back(member);
    const auto isAcyclicWithout = [&](const AnyId& from, const AnyId& to) {
        std::vector<AnyId> left = cycle; // take away what waits for nothing left, until nothing or a cycle is left
        for (bool isShrinking = true; isShrinking && !left.empty();) {
            isShrinking = false;
            for (const RoadmapItem* member : members) {
                const auto at = std::find(left.begin(), left.end(), member->id);
                if (at == left.end()) continue;
                const auto& waits = member->dependsOn.ids();
                const bool isWaiting = std::any_of(waits.begin(), waits.end(), [&](const AnyId& id) {
                    return !(member->id == from && id == to) && std::find(left.begin(), left.end(), id) != left.end();
                });
                if (!isWaiting) {
                    left.erase(at);
                    isShrinking = true;
                }
            }
        }
        return left.empty();
    };
    for (const RoadmapItem* member : members)
        for (const AnyId& other : member->dependsOn.ids())
            if (std::find(cycle.begin(), cycle.end(), other) != cycle.end() && isAcyclicWithout(member->id, other)) {
                std::vector<AnyId> waits = member->dependsOn.ids();
                std::erase(waits, other);
                return {setting({"“%1” no longer waits for “%2”", context.names({member->id, other})}, member->id,
                                "dependsOn", waits)};
            }
    return {};
}

// Now items of one owner, or of all when `owner` is empty, in the order of the roadmap.
std::vector<AnyId> nowItems(const AnyId& owner, EvaluationContext& context) {
    std::vector<AnyId> items;
    context.forEachInOrder(&Plan::roadmap, [&](const RoadmapItem& item) {
        if (isAlive(item) && item.horizon == Horizon::now && (owner.isEmpty() || item.owner == owner))
            items.push_back(item.id);
    });
    return items;
}

constexpr std::size_t mostNowInAll = 7;

std::size_t mostNowOf(const model::Entity& entity, EvaluationContext& context) {
    return model::kindOf(entity.id) == Kind::plan ? mostNowInAll : countFrom(context.threshold());
}

AnyId ownerFor(const model::Entity& entity) {
    return model::kindOf(entity.id) == Kind::plan ? AnyId() : entity.id;
}

Verdict tooMuchAtOnce(const model::Entity& entity, EvaluationContext& context) {
    if (model::kindOf(entity.id) == Kind::role && !context.isNamedBy<RoadmapItem>(entity.id)) return notApplicable();
    const std::vector<AnyId> items = nowItems(ownerFor(entity), context);
    if (items.empty()) return notApplicable();
    return items.size() > mostNowOf(entity, context) ? fail({}, items) : pass();
}

Changes moveToNext(const model::Entity& entity, EvaluationContext& context) {
    const std::vector<AnyId> items = nowItems(ownerFor(entity), context);
    SuggestedChange change{{"Move the last ones to Next", {}}, {}};
    for (std::size_t i = mostNowOf(entity, context); i < items.size(); ++i)
        change.steps.push_back(model::FieldSetting{items[i], "horizon", choiceValue(Horizon::next)});
    return {change};
}

std::vector<const RoadmapItem*> itemsFor(const Constraint& constraint, EvaluationContext& context) {
    std::vector<const RoadmapItem*> items;
    context.forEachReferrer<RoadmapItem>(constraint.id, [&](const RoadmapItem& item) {
        if (isAlive(item)) items.push_back(&item);
    });
    return items;
}

Verdict onlyLater(const Constraint& constraint, EvaluationContext& context) {
    if (!isAlive(constraint) || constraint.severity.value_or(0) < context.threshold()) return notApplicable();
    const std::vector<const RoadmapItem*> items = itemsFor(constraint, context);
    if (items.empty()) return notApplicable();
    std::vector<AnyId> ids;
    for (const RoadmapItem* item : items) {
        if (item->horizon != Horizon::later) return pass();
        ids.push_back(item->id);
    }
    return fail({context.name(constraint.id)}, ids);
}

Changes pullForward(const Constraint& constraint, EvaluationContext& context) {
    Changes changes;
    for (const RoadmapItem* item : itemsFor(constraint, context))
        changes.push_back(setting({"Pull “%1” forward to Next", {context.name(item->id)}}, item->id, "horizon",
                                  choiceValue(Horizon::next)));
    return changes;
}

// Talk of people and lines instead of work; in English, as far as words can tell.
bool speaksOfPeople(const RoadmapItem& item) {
    const std::string words = plainText(item.title + " . " + item.weBelieve + " . " + item.willResultIn);
    return hasWord(words, {"headcount", "head count", "reporting line", "reporting lines", "reorganise", "reorganize",
                           "reorganisation", "reorganization", "restructure", "restructuring", "org chart",
                           "org charts", "layoff", "layoffs", "redundancies", "hire", "hiring", "recruit"});
}

Verdict movesPeopleNotWork(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item)) return notApplicable();
    const Variant* variant = context.find(item.variant);
    const bool movesPeople = variant != nullptr && variant->fteMoved.value_or(0) > 0;
    if (!movesPeople && !speaksOfPeople(item)) return notApplicable();
    const Flow* flow = variant != nullptr ? context.owner<Flow>(variant->id) : nullptr;
    if (flow != nullptr && isAlive(*flow) && variant->kind != model::VariantKind::archived) {
        const std::optional<VariantComparison> compared = context.comparedToCurrent(*flow, *variant);
        if (!compared) return notApplicable(); // it is the current one by now
        if (compared->count(&StepChange::isReassigned) > 0) return pass();
    }
    return fail({context.name(item.id)});
}

Verdict noAlternative(const Constraint& constraint, EvaluationContext& context) {
    if (!isAlive(constraint)) return notApplicable();
    const std::vector<const RoadmapItem*> items = itemsFor(constraint, context);
    if (items.empty()) return notApplicable();
    return items.size() > 1 ? pass() : fail({context.name(items.front()->id)}, {items.front()->id});
}

Changes addAlternative(const Constraint& constraint, EvaluationContext& context) {
    return {addition({"Add a second experiment", {}}, Kind::roadmapItem, context.plan().id,
                     {{"title", "Another way to relieve “" + context.name(constraint.id) + "”"},
                      {"horizon", choiceValue(Horizon::later)},
                      {"constraints", std::vector<AnyId>{constraint.id}}})};
}

Verdict mapNotUpdated(const RoadmapItem& item, EvaluationContext& context) {
    const Variant* variant = context.find(item.variant);
    if (item.status != model::RoadmapStatus::adopted || variant == nullptr) return notApplicable();
    const Flow* flow = context.owner<Flow>(variant->id);
    if (flow == nullptr) return notApplicable();
    return flow->current == variant->id ? pass() : fail({}, {variant->id, flow->id});
}

Changes promoteVariant(const RoadmapItem& item, EvaluationContext& context) {
    const AnyId flow = context.ownerOf(item.variant);
    return {
        setting({"Make “%1” the current variant", {context.name(item.variant)}}, flow, "current", AnyId(item.variant))};
}

} // namespace

std::vector<Rule> roadmapRules() {
    constexpr auto item = model::kinds(Kind::roadmapItem);
    constexpr auto constraint = model::kinds(Kind::constraint);
    return {
        {.id = "R07",
         .area = Area::roadmap,
         .isCore = true,
         .subjects = model::kinds(Kind::plan),
         .field = "roadmap",
         .condition = "No review rhythm, no question beyond Next, or a final target state",
         .messages = {"The plan ends; the world does not."},
         .suggestion = "Add a review rhythm and a Later question.",
         .why = "A target state is out of date when it is reached; a rhythm of questions is not.",
         .source = sources::dynamicModel,
         .check = typed<planEnds>,
         .fixes = typed<addCadence>},
        {.id = "R11",
         .area = Area::roadmap,
         .severity = Severity::error,
         .subjects = item,
         .field = "dependsOn",
         .condition = "Items that wait for each other",
         .messages = {"{items} wait for each other.", "“{item}” waits for itself."},
         .suggestion = "Break the cycle.",
         .why = "None of them can ever start.",
         .source = sources::own,
         .check = typed<inCycle>,
         .fixes = typed<breakCycle>},
        {.id = "R13",
         .area = Area::roadmap,
         .subjects = model::kinds(Kind::role, Kind::plan),
         .condition = "Too many Now items",
         .messages = {"Too much at once."},
         .suggestion = "Move some to Next.",
         .threshold = 3,
         .thresholdMeans = "Now items of one owner at most; 7 in all",
         .why = "What is begun but not finished teaches nothing and blocks what could.",
         .source = sources::flowMetrics,
         .check = tooMuchAtOnce,
         .fixes = moveToNext},
        {.id = "R16",
         .area = Area::roadmap,
         .isCore = true,
         .subjects = constraint,
         .field = "severity",
         .condition = "Severe constraint addressed only Later",
         .messages = {"“{constraint}” hurts now but waits."},
         .suggestion = "Pull an item forward.",
         .threshold = 4,
         .thresholdMeans = "severity from which on it must not wait",
         .why = "The constraint sets the pace of everything that is done before it is relieved.",
         .source = sources::constraints,
         .check = typed<onlyLater>,
         .fixes = typed<pullForward>},
        {.id = "R17",
         .area = Area::roadmap,
         .subjects = item,
         .condition = "Item that changes headcount or reporting but moves no step",
         .messages = {"“{item}” moves people, not work."},
         .suggestion = "State which work moves.",
         .why = "New lines on the chart leave the queues where they are.",
         .source = sources::dynamicModel,
         .check = typed<movesPeopleNotWork>},
        {.id = "R18",
         .area = Area::roadmap,
         .severity = Severity::info,
         .subjects = constraint,
         .condition = "Constraint with one option only",
         .messages = {"No alternative to “{item}”."},
         .suggestion = "Add a second experiment.",
         .why = "With one option nobody asks whether it is a good one.",
         .source = sources::hypotheses,
         .check = typed<noAlternative>,
         .fixes = typed<addAlternative>},
        {.id = "R19",
         .area = Area::roadmap,
         .subjects = item,
         .field = "variant",
         .condition = "Adopted item whose variant is not the current one",
         .messages = {"We did it, but the map still shows the old way."},
         .suggestion = "Promote the variant.",
         .why = "A map that lags behind the work is soon not looked at.",
         .source = sources::own,
         .check = typed<mapNotUpdated>,
         .fixes = typed<promoteVariant>},
    };
}

} // namespace flowspine::analysis
