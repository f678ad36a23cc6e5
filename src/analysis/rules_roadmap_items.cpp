#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

#include <algorithm>

namespace flowspine::analysis {

namespace {

using model::Decision;
using model::Horizon;
using model::RoadmapItem;
using model::SpineItem;
using model::Stability;

Arguments named(const RoadmapItem& item, EvaluationContext& context) {
    return {context.name(item.id)};
}

bool isNowOrNext(const RoadmapItem& item) {
    return item.horizon != Horizon::later;
}

std::vector<const SpineItem*> touchedSpine(const RoadmapItem& item, Stability stability, EvaluationContext& context) {
    std::vector<const SpineItem*> touched;
    context.forEach(item.spine, [&](const SpineItem& each) {
        if (each.stability == stability) touched.push_back(&each);
    });
    return touched;
}

Verdict changesTheUnchangeable(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || item.spine.isEmpty()) return notApplicable();
    std::vector<AnyId> touched;
    for (const SpineItem* each : touchedSpine(item, Stability::cannotChange, context)) touched.push_back(each->id);
    if (touched.empty()) return pass();
    if (touched.size() == 1) return fail({context.name(item.id), context.name(touched.front())}, touched);
    return fail({context.name(item.id), listed(quoted(context.names(touched)))}, touched, 1);
}

// An accepted decision about the item approves it: for the spine items it names, or for all when it names none.
bool isApproved(const RoadmapItem& item, const SpineItem& touched, EvaluationContext& context) {
    bool isApproved = false;
    context.forEachReferrer<Decision>(item.id, [&](const Decision& decision) {
        if (decision.status != model::DecisionStatus::accepted) return;
        const auto& about = decision.about.ids();
        const bool namesSpine = std::any_of(about.begin(), about.end(),
                                            [](const AnyId& id) { return model::kindOf(id) == Kind::spineItem; });
        isApproved = isApproved || !namesSpine || decision.about.contains(touched.id);
    });
    return isApproved;
}

std::vector<const SpineItem*> unapprovedSpine(const RoadmapItem& item, EvaluationContext& context) {
    std::vector<const SpineItem*> touched = touchedSpine(item, Stability::shouldNotChange, context);
    std::erase_if(touched, [&](const SpineItem* each) { return isApproved(item, *each, context); });
    return touched;
}

std::string authorityOf(const SpineItem& item, EvaluationContext& context) {
    if (!isBlank(item.authority)) return item.authority;
    return item.changeAuthority ? context.name(item.changeAuthority) : "an approval";
}

Verdict approvalMissing(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || item.spine.isEmpty()) return notApplicable();
    const std::vector<const SpineItem*> touched = unapprovedSpine(item, context);
    if (touched.empty()) return pass();
    std::vector<AnyId> ids;
    std::vector<std::string> authorities;
    for (const SpineItem* each : touched) {
        ids.push_back(each->id);
        const std::string authority = authorityOf(*each, context);
        if (std::find(authorities.begin(), authorities.end(), authority) == authorities.end())
            authorities.push_back(authority);
    }
    if (ids.size() == 1) return fail({context.name(item.id), authorities.front(), context.name(ids.front())}, ids);
    return fail({context.name(item.id), listed(authorities), listed(quoted(context.names(ids)))}, ids, 1);
}

Changes recordApproval(const RoadmapItem& item, EvaluationContext& context) {
    std::vector<AnyId> about = {item.id};
    for (const SpineItem* each : unapprovedSpine(item, context)) about.push_back(each->id);
    return {addition({"Record that it was approved today", {}}, Kind::decision, context.plan().id,
                     {{"title", "Approval of “" + context.name(item.id) + "”"},
                      {"date", context.today()},
                      {"status", choiceValue(model::DecisionStatus::accepted)},
                      {"about", about}})};
}

Verdict hypothesisMissing(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || item.horizon != Horizon::now) return notApplicable();
    if (!isBlank(item.weBelieve) && !isBlank(item.willResultIn)) return pass();
    Verdict verdict = fail(named(item, context));
    verdict.field = isBlank(item.weBelieve) ? "weBelieve" : "willResultIn";
    return verdict;
}

Verdict measureMissing(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || !isNowOrNext(item)) return notApplicable();
    return failIf(item.measures.isEmpty(), [&] { return named(item, context); });
}

// A measure of what its constraints hold back: an early signal if there is one.
Changes linkMeasure(const RoadmapItem& item, EvaluationContext& context) {
    const model::Measure* best = nullptr;
    context.forEach(item.constraints, [&](const model::Constraint& constraint) {
        context.forEach(constraint.outcomes, [&](const model::Outcome& outcome) {
            context.forEach(outcome.measures, [&](const model::Measure& measure) {
                const bool isEarlier = best != nullptr && best->kind != model::MeasureKind::leading &&
                                       measure.kind == model::MeasureKind::leading;
                if (best == nullptr || isEarlier) best = &measure;
            });
        });
    });
    if (best == nullptr) return {};
    return {setting({"Judge it by “%1”", {context.name(best->id)}}, item.id, "measures", std::vector<AnyId>{best->id})};
}

Verdict reviewMissing(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || !isNowOrNext(item)) return notApplicable();
    return failIf(!item.reviewDate, [&] { return named(item, context); });
}

// When it is over, but within 90 days.
Changes setReviewDate(const RoadmapItem& item, EvaluationContext& context) {
    constexpr int most = 90;
    base::Date date = base::addDays(context.today(), most);
    if (item.end && *item.end > context.today() && *item.end < date) date = *item.end;
    return {setting({"Review it on %1", {base::toWords(date)}}, item.id, "reviewDate", date)};
}

Verdict decisionOverdue(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || !item.reviewDate) return notApplicable();
    if (*item.reviewDate >= context.today()) return pass();
    bool isDecided = false;
    context.forEachReferrer<model::ReviewedItem>(item.id, [&](const model::ReviewedItem& reviewed) {
        const auto* review = context.owner<model::Review>(reviewed.id);
        const bool isLate = review != nullptr && review->date && *review->date < *item.reviewDate;
        isDecided = isDecided || (reviewed.outcome != model::ReviewOutcome::undecided && !isLate);
    });
    context.forEachReferrer<Decision>(item.id, [&](const Decision& decision) {
        isDecided = isDecided || (decision.status == model::DecisionStatus::accepted && decision.date &&
                                  *decision.date >= *item.reviewDate);
    });
    return failIf(!isDecided, [&] { return Arguments{context.name(item.id), base::toWords(*item.reviewDate)}; });
}

Changes decide(const RoadmapItem& item, EvaluationContext&) {
    const auto become = [&](const char* label, model::RoadmapStatus status) {
        return setting({label, {}}, item.id, "status", choiceValue(status));
    };
    return {become("Keep it: adopted", model::RoadmapStatus::adopted),
            become("Adapt it", model::RoadmapStatus::adapted), become("Stop it", model::RoadmapStatus::stopped)};
}

Verdict solvesNothing(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item)) return notApplicable();
    return failIf(item.constraints.isEmpty() && item.measures.isEmpty(), [&] { return named(item, context); });
}

Verdict ownerMissing(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item)) return notApplicable();
    return failIf(item.owner.isEmpty(), [&] { return named(item, context); });
}

Changes ownByFlowOwner(const RoadmapItem& item, EvaluationContext& context) {
    std::vector<AnyId> owners;
    context.forEach(item.flows, [&](const model::Flow& flow) {
        if (flow.owner && std::find(owners.begin(), owners.end(), flow.owner) == owners.end())
            owners.push_back(flow.owner);
    });
    if (owners.size() != 1) return {};
    return {setting({"Make “%1” the owner", {context.name(owners[0])}}, item.id, "owner", owners[0])};
}

Verdict killCriteriaMissing(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || item.type != model::RoadmapItemType::experiment) return notApplicable();
    return failIf(isBlank(item.killCriteria), [&] { return named(item, context); });
}

std::vector<const RoadmapItem*> laterDependencies(const RoadmapItem& item, EvaluationContext& context) {
    std::vector<const RoadmapItem*> later;
    context.forEach(item.dependsOn, [&](const RoadmapItem& other) {
        if (isAlive(other) && other.horizon > item.horizon) later.push_back(&other);
    });
    return later;
}

Verdict dependsOnLater(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || item.dependsOn.isEmpty()) return notApplicable();
    std::vector<AnyId> later;
    for (const RoadmapItem* each : laterDependencies(item, context)) later.push_back(each->id);
    if (later.empty()) return pass();
    return fail({context.name(item.id), context.name(later.front())}, later);
}

Changes reorder(const RoadmapItem& item, EvaluationContext& context) {
    Horizon horizon = item.horizon;
    for (const RoadmapItem* each : laterDependencies(item, context)) horizon = std::max(horizon, each->horizon);
    return {
        setting({"Move it to %1", {std::string(model::labelOf(horizon))}}, item.id, "horizon", choiceValue(horizon))};
}

Verdict tooLong(const RoadmapItem& item, EvaluationContext& context) {
    if (!isAlive(item) || item.horizon != Horizon::now || !item.start || !item.end) return notApplicable();
    return failIf(item.end->days - item.start->days > context.threshold(), [&] { return named(item, context); });
}

Verdict learningMissing(const RoadmapItem& item, EvaluationContext& context) {
    if (isAlive(item)) return notApplicable();
    bool isRecorded = !isBlank(item.learning);
    context.forEachReferrer<model::ReviewedItem>(item.id, [&](const model::ReviewedItem& reviewed) {
        isRecorded = isRecorded || (reviewed.item == item.id && !isBlank(reviewed.learning));
    });
    return failIf(!isRecorded, [&] { return named(item, context); });
}

} // namespace

std::vector<Rule> roadmapItemRules() {
    constexpr auto item = model::kinds(Kind::roadmapItem);
    return {
        {.id = "R01",
         .area = Area::roadmap,
         .severity = Severity::error,
         .isCore = true,
         .subjects = item,
         .field = "spine",
         .condition = "Item that touches what cannot change",
         .messages = {"“{item}” would change “{spine}”, which cannot change.",
                      "“{item}” would change {spine}, which cannot change."},
         .suggestion = "Redesign it, or start an item that changes the law.",
         .why = "Work that the spine forbids will be stopped after it has been paid for.",
         .source = sources::dynamicModel,
         .check = typed<changesTheUnchangeable>},
        {.id = "R02",
         .area = Area::roadmap,
         .isCore = true,
         .subjects = item,
         .field = "spine",
         .condition = "Item that touches what should not change, without approval",
         .messages = {"“{item}” needs {authority} for “{spine}”.", "“{item}” needs {authority} for {spine}."},
         .suggestion = "Attach a decision.",
         .why = "The change has a way through; taking it late costs more than taking it first.",
         .source = sources::dynamicModel,
         .check = typed<approvalMissing>,
         .fixes = typed<recordApproval>},
        {.id = "R03",
         .area = Area::roadmap,
         .severity = Severity::error,
         .isCore = true,
         .subjects = item,
         .field = "weBelieve",
         .condition = "Now item without a hypothesis",
         .messages = {"We do not say what “{item}” should achieve."},
         .suggestion = "Fill in “We believe …”.",
         .why = "Whoever does not say beforehand what they expect cannot be surprised, and so learns nothing.",
         .source = sources::hypotheses,
         .check = typed<hypothesisMissing>},
        {.id = "R04",
         .area = Area::roadmap,
         .severity = Severity::error,
         .isCore = true,
         .subjects = item,
         .field = "measures",
         .condition = "Now or Next item without a measure",
         .messages = {"No number will tell whether “{item}” worked."},
         .suggestion = "Link a measure and the expected change.",
         .why = "Without a number, success is decided by who speaks last.",
         .source = sources::hypotheses,
         .check = typed<measureMissing>,
         .fixes = typed<linkMeasure>},
        {.id = "R05",
         .area = Area::roadmap,
         .isCore = true,
         .subjects = item,
         .field = "reviewDate",
         .condition = "Now or Next item without a review date",
         .messages = {"Nobody will look at “{item}” again."},
         .suggestion = "Set a date within 90 days.",
         .why = "Learning happens on a day that is in somebody's calendar.",
         .source = sources::dynamicModel,
         .check = typed<reviewMissing>,
         .fixes = typed<setReviewDate>},
        {.id = "R06",
         .area = Area::roadmap,
         .isCore = true,
         .subjects = item,
         .field = "reviewDate",
         .condition = "Review date passed without a decision",
         .messages = {"“{item}” was due for a decision on {date}."},
         .suggestion = "Decide: keep, adapt or stop.",
         .why = "What nobody decides about runs on, and its people with it.",
         .source = sources::dynamicModel,
         .check = typed<decisionOverdue>,
         .fixes = typed<decide>},
        {.id = "R08",
         .area = Area::roadmap,
         .isCore = true,
         .subjects = item,
         .condition = "Item without constraint and without measure",
         .messages = {"“{item}” solves nothing on the map."},
         .suggestion = "Link it or drop it.",
         .why = "Whatever relieves no constraint and moves no number takes capacity from what does.",
         .source = sources::roadmaps,
         .check = typed<solvesNothing>,
         .fixes = typed<linkMeasure>},
        {.id = "R09",
         .area = Area::roadmap,
         .subjects = item,
         .field = "owner",
         .condition = "Item without an owner",
         .messages = {"Nobody drives “{item}”."},
         .suggestion = "Name one.",
         .why = "A change without somebody who wants it stops at the first obstacle.",
         .source = sources::dynamicModel,
         .check = typed<ownerMissing>,
         .fixes = typed<ownByFlowOwner>},
        {.id = "R10",
         .area = Area::roadmap,
         .isCore = true,
         .subjects = item,
         .field = "killCriteria",
         .condition = "Experiment without a reason to stop",
         .messages = {"We do not know when to stop “{item}”."},
         .suggestion = "Write a threshold.",
         .why = "A threshold agreed beforehand is the only one that is not argued away.",
         .source = sources::hypotheses,
         .check = typed<killCriteriaMissing>},
        {.id = "R12",
         .area = Area::roadmap,
         .isCore = true,
         .subjects = item,
         .field = "dependsOn",
         .condition = "Item that waits for a later one",
         .messages = {"“{item}” needs “{other}”, which comes later."},
         .suggestion = "Reorder them.",
         .why = "The plan promises something it has put behind what it needs.",
         .source = sources::roadmaps,
         .check = typed<dependsOnLater>,
         .fixes = typed<reorder>},
        {.id = "R14",
         .area = Area::roadmap,
         .subjects = item,
         .field = "end",
         .condition = "Now item longer than a quarter",
         .messages = {"“{item}” is a project, not an increment."},
         .suggestion = "Slice it.",
         .threshold = 91, // a quarter of 13 weeks; 90 would reject what fills one increment
         .thresholdMeans = "days from start to end at most",
         .why = "The longer something runs, the later it can be wrong.",
         .source = sources::dynamicModel,
         .check = typed<tooLong>},
        {.id = "R15",
         .area = Area::roadmap,
         .severity = Severity::info,
         .subjects = item,
         .field = "learning",
         .condition = "Finished item without learning",
         .messages = {"What did “{item}” teach us?"},
         .suggestion = "Record it.",
         .why = "An experiment that nobody wrote down will be made again.",
         .source = sources::hypotheses,
         .check = typed<learningMissing>},
    };
}

} // namespace flowspine::analysis
