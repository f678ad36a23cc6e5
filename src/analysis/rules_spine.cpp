#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

#include <array>

namespace flowspine::analysis {

namespace {

using base::Period;
using model::Plan;
using model::SpineCategory;
using model::SpineItem;
using model::Stability;

bool isFixed(const SpineItem& item) {
    return item.stability != Stability::adaptable;
}

template <class Condition>
Verdict fixedFailsIf(const SpineItem& item, EvaluationContext& context, Condition condition) {
    if (!isFixed(item)) return notApplicable();
    return failIf(condition(), [&] { return Arguments{context.name(item.id)}; });
}

Verdict rationaleMissing(const SpineItem& item, EvaluationContext& context) {
    return fixedFailsIf(item, context, [&] { return isBlank(item.rationale); });
}

Verdict authorityMissing(const SpineItem& item, EvaluationContext& context) {
    if (item.stability != Stability::cannotChange) return notApplicable();
    return failIf(isBlank(item.authority) && isBlank(item.authorityLink),
                  [&] { return Arguments{context.name(item.id)}; });
}

Changes moveToShouldNot(const SpineItem& item, EvaluationContext&) {
    return {setting({"Move it to “should not change often”", {}}, item.id, "stability",
                    choiceValue(Stability::shouldNotChange))};
}

Verdict ownerMissing(const SpineItem& item, EvaluationContext& context) {
    return fixedFailsIf(item, context, [&] { return item.owner.isEmpty(); });
}

Changes ownByDecider(const SpineItem& item, EvaluationContext& context) {
    const model::DecisionRight* right = context.find(item.changeAuthority);
    const AnyId decider = right != nullptr ? AnyId(context.singleDecider(*right)) : AnyId();
    if (!decider) return {};
    return {setting({"Make “%1” the owner", {context.name(decider)}}, item.id, "owner", decider)};
}

// The rhythm that fits how often a layer may change: yearly, half-yearly, monthly.
Period usualCadence(Stability stability) {
    switch (stability) {
    case Stability::cannotChange: return {1, 0, 0, 0};
    case Stability::shouldNotChange: return {0, 6, 0, 0};
    case Stability::adaptable: return {0, 1, 0, 0};
    }
    return {1, 0, 0, 0};
}

Verdict neverReviewed(const SpineItem& item, EvaluationContext& context) {
    Verdict verdict = fixedFailsIf(item, context, [&] { return !item.reviewCadence || !item.nextReview; });
    verdict.field = item.reviewCadence ? "nextReview" : "reviewCadence";
    return verdict;
}

base::Date nextReview(base::Date from, Period cadence, base::Date today) {
    const base::Date next = base::addPeriod(from, cadence);
    return next < today ? base::addPeriod(today, cadence) : next;
}

Changes setReview(const SpineItem& item, EvaluationContext& context) {
    const Period cadence = item.reviewCadence.value_or(usualCadence(item.stability));
    SuggestedChange change{{"Review it %1", {base::toWords(cadence)}}, {}};
    if (!item.reviewCadence) change.steps.push_back(model::FieldSetting{item.id, "reviewCadence", cadence});
    if (!item.nextReview)
        change.steps.push_back(model::FieldSetting{
            item.id, "nextReview", nextReview(item.lastReviewed.value_or(context.today()), cadence, context.today())});
    return {change};
}

Verdict reviewOverdue(const SpineItem& item, EvaluationContext& context) {
    if (!isFixed(item) || !item.nextReview) return notApplicable();
    const bool isDone = item.lastReviewed && *item.lastReviewed >= *item.nextReview;
    return failIf(*item.nextReview < context.today() && !isDone, [&] {
        return Arguments{context.name(item.id), base::toWords(*item.nextReview)};
    });
}

Changes reviewNow(const SpineItem& item, EvaluationContext& context) {
    const base::Date next = base::addPeriod(context.today(), item.reviewCadence.value_or(usualCadence(item.stability)));
    return {{{"Reviewed today, next on %1", {base::toWords(next)}},
             {model::FieldSetting{item.id, "lastReviewed", context.today()},
              model::FieldSetting{item.id, "nextReview", next}}}};
}

// Platforms and data count as one category, as the method has it.
constexpr std::array<std::string_view, 5> categoryWords = {"core governance", "financial controls", "risk management",
                                                           "laws and regulation", "enterprise platforms and data"};
std::size_t categoryOf(const SpineItem& item) {
    return item.category == SpineCategory::dataFoundation ? static_cast<std::size_t>(SpineCategory::enterprisePlatform)
                                                          : static_cast<std::size_t>(item.category);
}

Verdict categoryEmpty(const Plan&, EvaluationContext& context) {
    if (context.count<SpineItem>() == 0) return notApplicable();
    std::array<bool, 5> isFilled{};
    context.forEach<SpineItem>([&](const SpineItem& item) {
        if (isFixed(item)) isFilled[categoryOf(item)] = true;
    });
    std::vector<std::string> empty;
    for (std::size_t i = 0; i < isFilled.size(); ++i)
        if (!isFilled[i]) empty.emplace_back(categoryWords[i]);
    return failIf(!empty.empty(), [&] { return Arguments{listed(empty)}; });
}

struct StabilityCount {
    double all = 0;
    double cannot = 0;
    double adaptable = 0;
};

StabilityCount countByStability(EvaluationContext& context) {
    StabilityCount count;
    context.forEach<SpineItem>([&](const SpineItem& item) {
        ++count.all;
        count.cannot += item.stability == Stability::cannotChange ? 1 : 0;
        count.adaptable += item.stability == Stability::adaptable ? 1 : 0;
    });
    return count;
}

Verdict everythingFixed(const Plan&, EvaluationContext& context) {
    const StabilityCount count = countByStability(context);
    if (count.all == 0) return notApplicable();
    return failIf(count.adaptable == 0 || 100 * count.cannot / count.all > context.threshold(),
                  [] { return Arguments{}; });
}

Changes addAdaptable(const Plan& plan, EvaluationContext& context) {
    const StabilityCount count = countByStability(context);
    if (100 * count.cannot / (count.all + 1) > context.threshold()) return {};
    return {
        addition({"Add something that teams may change", {}}, Kind::spineItem, plan.id,
                 {{"title", std::string("What teams may change")}, {"stability", choiceValue(Stability::adaptable)}})};
}

Verdict changeRouteMissing(const SpineItem& item, EvaluationContext& context) {
    if (item.stability != Stability::shouldNotChange) return notApplicable();
    return failIf(isBlank(item.changeRoute) && item.changeAuthority.isEmpty(),
                  [&] { return Arguments{context.name(item.id)}; });
}

Verdict touchesNothing(const SpineItem& item, EvaluationContext& context) {
    return fixedFailsIf(item, context, [&] {
        return !context.isNamedBy<model::Step>(item.id) && !context.isNamedBy<model::RoadmapItem>(item.id) &&
               !context.isNamedBy<model::Decision>(item.id) && !context.isNamedBy<model::Constraint>(item.id);
    });
}

double days(Period period) {
    return period.years * 365.25 + period.months * 30.4375 + period.weeks * 7.0 + period.days;
}

// Rhythms that a layer bears, with room around what is usual.
struct CadenceRange {
    Period least;
    Period most;
};
CadenceRange bearableCadence(Stability stability) {
    switch (stability) {
    case Stability::cannotChange: return {{0, 6, 0, 0}, {5, 0, 0, 0}};
    case Stability::shouldNotChange: return {{0, 1, 0, 0}, {1, 0, 0, 0}};
    case Stability::adaptable: return {{0, 0, 0, 0}, {0, 3, 0, 0}};
    }
    return {};
}

Verdict cadenceMisfits(const SpineItem& item, EvaluationContext& context) {
    if (!item.reviewCadence) return notApplicable();
    const CadenceRange range = bearableCadence(item.stability);
    constexpr double slack = 3; // months and weeks do not divide into each other
    const bool isFaster = days(*item.reviewCadence) < days(range.least) - slack;
    const bool isSlower = days(*item.reviewCadence) > days(range.most) + slack;
    return failIf(isFaster || isSlower, [&] {
        return Arguments{context.name(item.id), isFaster ? "faster" : "slower"};
    });
}

Changes useUsualCadence(const SpineItem& item, EvaluationContext&) {
    const Period usual = usualCadence(item.stability);
    return {setting({"Review it %1", {base::toWords(usual)}}, item.id, "reviewCadence", usual)};
}

Verdict habitNotLaw(const SpineItem& item, EvaluationContext& context) {
    if (item.stability != Stability::cannotChange || item.tier == model::PolicyTier::unstated) return notApplicable();
    return failIf(item.tier == model::PolicyTier::practice, [&] { return Arguments{context.name(item.id)}; });
}

Verdict approvalSlow(const SpineItem& item, EvaluationContext& context) {
    if (isFixed(item) || !item.approvalDays) return notApplicable();
    return failIf(*item.approvalDays > context.threshold(), [&] {
        return Arguments{context.name(item.id), percentText(*item.approvalDays)};
    });
}

// A guardrail is a financial or risk control that must be enforced, or anything that states half of a limit.
Verdict limitMissing(const SpineItem& item, EvaluationContext& context) {
    const bool isControl =
        item.category == SpineCategory::financialControls || item.category == SpineCategory::riskManagement;
    const bool hasUnit = !isBlank(item.limitUnit);
    if (!isFixed(item) || (!(isControl && item.mustBeEnforced) && !item.limit && !hasUnit)) return notApplicable();
    if (item.limit && hasUnit) return pass();
    Verdict verdict = fail({context.name(item.id)});
    verdict.field = item.limit ? "limitUnit" : "limit";
    return verdict;
}

Verdict overlaps(const SpineItem& item, EvaluationContext& context) {
    const AnyId twin = context.twin(item.id);
    return twin ? fail({context.name(twin), context.name(item.id)}, {twin}) : pass();
}

} // namespace

std::vector<Rule> spineRules() {
    constexpr auto item = model::kinds(Kind::spineItem);
    constexpr auto plan = model::kinds(Kind::plan);
    return {
        {.id = "S01",
         .area = Area::spine,
         .severity = Severity::error,
         .isCore = true,
         .subjects = item,
         .field = "rationale",
         .condition = "Fixed item without a reason",
         .messages = {"We do not say why “{item}” is fixed."},
         .suggestion = "Write one sentence.",
         .why = "A rule whose reason is forgotten outlives it.",
         .source = sources::dynamicModel,
         .check = typed<rationaleMissing>},
        {.id = "S02",
         .area = Area::spine,
         .severity = Severity::error,
         .isCore = true,
         .subjects = item,
         .field = "authority",
         .condition = "Item that cannot change, without an authority",
         .messages = {"“{item}” is fixed, but by whom?"},
         .suggestion = "Cite law, contract or minute, or move it to should-not.",
         .why = "Only somebody outside can make a thing impossible to change; without a name it is a choice.",
         .source = sources::dynamicModel,
         .check = typed<authorityMissing>,
         .fixes = typed<moveToShouldNot>},
        {.id = "S03",
         .area = Area::spine,
         .isCore = true,
         .subjects = item,
         .field = "owner",
         .condition = "Fixed item without an owner",
         .messages = {"Nobody looks after “{item}”."},
         .suggestion = "Name a role.",
         .why = "Somebody has to answer when people ask whether it still holds for them.",
         .source = sources::dynamicModel,
         .check = typed<ownerMissing>,
         .fixes = typed<ownByDecider>},
        {.id = "S04",
         .area = Area::spine,
         .isCore = true,
         .subjects = item,
         .field = "reviewCadence",
         .condition = "Fixed item without a review rhythm or a next date",
         .messages = {"“{item}” is never looked at again."},
         .suggestion = "Set a review rhythm and the next date.",
         .why = "Fixed means reviewed slowly, not never.",
         .source = sources::paceLayers,
         .check = typed<neverReviewed>,
         .fixes = typed<setReview>},
        {.id = "S05",
         .area = Area::spine,
         .isCore = true,
         .subjects = item,
         .field = "nextReview",
         .condition = "Review overdue",
         .messages = {"“{item}” was due on {date}."},
         .suggestion = "Review it now.",
         .why = "A review that slips once tends to slip for good.",
         .source = sources::paceLayers,
         .check = typed<reviewOverdue>,
         .fixes = typed<reviewNow>},
        {.id = "S06",
         .area = Area::spine,
         .isCore = true,
         .subjects = plan,
         .field = "spine",
         .condition = "A category without fixed items",
         .messages = {"Nothing fixed under {categories}."},
         .suggestion = "Add what is fixed, or accept the finding with “none, because …”.",
         .why = "A forgotten category is found out about when somebody changes what they should not have.",
         .source = sources::dynamicModel,
         .check = typed<categoryEmpty>},
        {.id = "S07",
         .area = Area::spine,
         .isCore = true,
         .subjects = plan,
         .field = "spine",
         .condition = "Nothing adaptable, or too much that cannot change",
         .messages = {"Everything looks fixed."},
         .suggestion = "List what teams may change.",
         .threshold = 70,
         .thresholdMeans = "% of the items that cannot change, at most",
         .why = "The spine is there to show how much is free; people who see only walls change nothing.",
         .source = sources::dynamicModel,
         .check = typed<everythingFixed>,
         .fixes = typed<addAdaptable>},
        {.id = "S08",
         .area = Area::spine,
         .isCore = true,
         .subjects = item,
         .field = "changeRoute",
         .condition = "Item that should not change, without a way to change it",
         .messages = {"No way to change “{item}” when we must."},
         .suggestion = "Name the authority and the path for exceptions.",
         .why = "Without a way through, people go round.",
         .source = sources::dynamicModel,
         .check = typed<changeRouteMissing>},
        {.id = "S09",
         .area = Area::spine,
         .severity = Severity::info,
         .isCore = true,
         .subjects = item,
         .condition = "Fixed item that nothing refers to",
         .messages = {"“{item}” touches no step, decision or plan."},
         .suggestion = "Link it where it applies.",
         .why = "A rule that appears nowhere in the work is either dead or broken unseen.",
         .source = sources::own,
         .check = typed<touchesNothing>},
        {.id = "S10",
         .area = Area::spine,
         .subjects = item,
         .field = "reviewCadence",
         .condition = "Review rhythm that does not fit the layer",
         .messages = {"“{item}” is reviewed {faster} than it can change."},
         .suggestion = "Use the rhythm of its layer.",
         .why = "Reviews faster than change are theatre, slower ones miss it.",
         .source = sources::paceLayers,
         .check = typed<cadenceMisfits>,
         .fixes = typed<useUsualCadence>},
        {.id = "S11",
         .area = Area::spine,
         .isCore = true,
         .subjects = item,
         .field = "tier",
         .condition = "Item that cannot change but is local practice",
         .messages = {"“{item}” may be habit, not law."},
         .suggestion = "Challenge it in the next review.",
         .why = "Much of what cannot be changed has only never been questioned.",
         .source = sources::own,
         .check = typed<habitNotLaw>},
        {.id = "S12",
         .area = Area::spine,
         .severity = Severity::error,
         .subjects = item,
         .field = "approvalDays",
         .condition = "Adaptable item that takes long to approve",
         .messages = {"“{item}” is called adaptable but takes {days} days to approve."},
         .suggestion = "Delegate the decision or reclassify the item.",
         .threshold = 30,
         .thresholdMeans = "days of approval at most",
         .why = "What takes months of asking is fixed in all but name.",
         .source = sources::dynamicModel,
         .check = typed<approvalSlow>,
         .fixes = typed<moveToShouldNot>},
        {.id = "S13",
         .area = Area::spine,
         .subjects = item,
         .field = "limit",
         .condition = "Guardrail without a number",
         .messages = {"“{item}” cannot be checked."},
         .suggestion = "Add limit and unit.",
         .why = "A limit that is not a number is found out about afterwards.",
         .source = sources::own,
         .check = typed<limitMissing>},
        {.id = "S14",
         .area = Area::spine,
         .subjects = item,
         .condition = "Two items that overlap",
         .messages = {"“{first}” and “{second}” overlap."},
         .suggestion = "Merge them.",
         .why = "Two wordings of one rule leave people to choose the one they like.",
         .source = sources::own,
         .check = typed<overlaps>},
    };
}

} // namespace flowspine::analysis
