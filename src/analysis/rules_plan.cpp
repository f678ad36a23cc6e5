#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"
#include "model/entity_type.h"

#include <algorithm>

namespace flowspine::analysis {

namespace {

using model::Evidence;
using model::FieldDescription;
using model::FieldType;
using model::Flow;
using model::Plan;
using model::Variant;
using model::VariantKind;
using model::Waiver;

Verdict commitmentMissing(const Plan&, EvaluationContext& context) {
    const std::size_t commitments = context.count<model::Commitment>();
    if (commitments + context.count<model::RoadmapItem>() + context.count<model::Cadence>() == 0)
        return notApplicable();
    return failIf(commitments == 0, [] { return Arguments{}; });
}

Verdict notReviewed(const Plan&, EvaluationContext& context) {
    std::optional<base::Date> last = context.plan().lastReviewed;
    context.forEach<model::Review>([&](const model::Review& review) {
        if (review.date && *review.date <= context.today() && (!last || *review.date > *last)) last = review.date;
    });
    if (!last) return notApplicable();
    const int age = context.today().days - last->days;
    return failIf(age > context.threshold(), [&] { return Arguments{std::to_string(age)}; });
}

Changes reviewedToday(const Plan& plan, EvaluationContext& context) {
    return {setting({"It was reviewed today", {}}, plan.id, "lastReviewed", context.today())};
}

bool isReference(const FieldDescription& field) {
    return field.options.targets != 0 && field.type != FieldType::children;
}

// The ids of `field` that name nothing.
std::vector<AnyId> dangling(const model::Entity& entity, const FieldDescription& field, EvaluationContext& context) {
    std::vector<AnyId> ids = model::idsIn(entity, field);
    std::erase_if(ids, [&](const AnyId& id) { return context.exists(id); });
    return ids;
}

// A plan gets no points for references that are as they must be: they would drown every other check.
Verdict pointsToNothing(const model::Entity& entity, EvaluationContext& context) {
    Verdict verdict;
    for (const FieldDescription& field : model::entityType(entity).fields) {
        if (!isReference(field)) continue;
        const std::vector<AnyId> missing = dangling(entity, field, context);
        if (missing.empty() || verdict.state == Verdicts::fail) continue;
        verdict = fail({context.name(entity.id)}, missing);
        verdict.field = field.name;
    }
    return verdict;
}

Changes dropDangling(const model::Entity& entity, EvaluationContext& context) {
    SuggestedChange clear{{"Take the reference out", {}}, {}};
    for (const FieldDescription& field : model::entityType(entity).fields) {
        const std::vector<AnyId> missing = isReference(field) ? dangling(entity, field, context) : std::vector<AnyId>();
        if (missing.empty()) continue;
        if (field.options.onDelete == model::OnDelete::removeSelf)
            return {{{"Delete “%1”", {context.name(entity.id)}}, {model::EntityRemoval{entity.id}}}};
        std::vector<AnyId> kept = model::idsIn(entity, field);
        std::erase_if(kept,
                      [&](const AnyId& id) { return std::find(missing.begin(), missing.end(), id) != missing.end(); });
        model::FieldValue value = AnyId();
        if (field.type == FieldType::references) value = kept;
        clear.steps.push_back(model::FieldSetting{entity.id, field.name, value});
    }
    return {clear};
}

bool isProposal(const Variant& variant, const Flow* flow) {
    return flow != nullptr && isAlive(*flow) && flow->current != variant.id &&
           (variant.kind == VariantKind::toBe || variant.kind == VariantKind::whatIf);
}

Verdict isSlower(const Variant& variant, EvaluationContext& context) {
    const Flow* flow = context.owner<Flow>(variant.id);
    if (!isProposal(variant, flow)) return notApplicable();
    const FlowFacts* now = context.flowFacts(flow->current);
    const FlowFacts* then = context.flowFacts(variant.id);
    if (now == nullptr || then == nullptr) return notApplicable();
    constexpr double rounding = 1e-6;
    const auto both = [&](auto member) { return now->metrics.*member && then->metrics.*member; };
    const auto isMore = [&](auto member) {
        return both(member) && *(then->metrics.*member) > *(now->metrics.*member) + rounding;
    };
    if (!both(&FlowMetrics::leadHours) && !both(&FlowMetrics::expectedHandoffs)) return notApplicable();
    if (isMore(&FlowMetrics::leadHours)) return fail({}, {flow->current});
    return isMore(&FlowMetrics::expectedHandoffs) ? fail({}, {flow->current}, 1) : pass();
}

Verdict movesMorePeopleThanWork(const Variant& variant, EvaluationContext& context) {
    const Flow* flow = context.owner<Flow>(variant.id);
    if (!isProposal(variant, flow) || !variant.fteMoved) return notApplicable();
    const std::optional<VariantComparison> compared = context.comparedToCurrent(*flow, variant);
    if (!compared || !compared->workMovedPerWeek) return notApplicable();
    return failIf(compared->peopleMovedPerWeek > *compared->workMovedPerWeek, [] { return Arguments{}; });
}

Verdict exceptionEnded(const Waiver& waiver, EvaluationContext& context) {
    if (!waiver.expiry || *waiver.expiry >= context.today()) return pass();
    return fail({waiver.ruleId});
}

Changes renewOrEnd(const Waiver& waiver, EvaluationContext& context) {
    constexpr int renewedFor = 90;
    const base::Date until = base::addDays(context.today(), renewedFor);
    return {setting({"Renew it until %1", {base::toWords(until)}}, waiver.id, "expiry", until),
            {{"Delete the exception", {}}, {model::EntityRemoval{waiver.id}}}};
}

// Of a plan that was put together from several: something two owners list, or one lists twice.
Verdict sharesAnId(const model::Entity& entity, EvaluationContext& context) {
    for (const FieldDescription& field : model::entityType(entity).fields) {
        if (field.type != FieldType::children) continue;
        std::vector<AnyId> children = model::idsIn(entity, field);
        std::sort(children.begin(), children.end());
        AnyId shared;
        for (std::size_t i = 0; i < children.size() && !shared; ++i)
            if ((i > 0 && children[i] == children[i - 1]) || context.ownerOf(children[i]) != entity.id)
                shared = children[i];
        if (shared) {
            Verdict verdict = fail({}, {shared});
            verdict.field = field.name;
            return verdict;
        }
    }
    return notApplicable(); // no points for what must be so
}

class EvidenceCount {
  public:
    explicit EvidenceCount(Evidence otherwise) : m_otherwise(otherwise) {}
    void add(bool isStated, Evidence evidence) {
        if (evidence == Evidence::unstated) evidence = m_otherwise;
        if (!isStated || evidence == Evidence::unstated) return;
        ++m_known;
        m_guessed += evidence == Evidence::measured ? 0 : 1;
    }
    [[nodiscard]] std::optional<double> guessedPercent() const {
        return m_known > 0 ? std::optional(100 * m_guessed / m_known) : std::nullopt;
    }

  private:
    Evidence m_otherwise;
    double m_known = 0;
    double m_guessed = 0;
};

Verdict mostlyGuesses(const Plan&, EvaluationContext& context) {
    EvidenceCount count(context.plan().numbersAre);
    context.forEach<model::Team>([&](const model::Team& team) {
        count.add(team.fte.has_value(), team.fteEvidence);
        count.add(team.capacityPerWeek.has_value(), team.capacityPerWeekEvidence);
    });
    context.forEach<model::Measure>(
        [&](const model::Measure& measure) { count.add(measure.baseline.has_value(), measure.baselineEvidence); });
    context.forEach<model::Reading>(
        [&](const model::Reading& reading) { count.add(reading.value.has_value(), reading.valueEvidence); });
    context.forEach<model::Step>([&](const model::Step& step) {
        count.add(step.processTime.has_value(), step.processTimeEvidence);
        count.add(step.waitTime.has_value(), step.waitTimeEvidence);
        count.add(step.percentCompleteAccurate.has_value(), step.percentCompleteAccurateEvidence);
    });
    context.forEach<model::Link>(
        [&](const model::Link& link) { count.add(link.probability.has_value(), link.probabilityEvidence); });
    context.forEach<Flow>(
        [&](const Flow& flow) { count.add(flow.demandPerWeek.has_value(), flow.demandPerWeekEvidence); });
    const std::optional<double> guessed = count.guessedPercent();
    if (!guessed) return notApplicable();
    return failIf(*guessed > context.threshold(), [] { return Arguments{}; });
}

model::KindSet kindsWithChildren() {
    model::KindSet set = 0;
    for (const Kind kind : model::allKinds())
        for (const FieldDescription& field : model::entityType(kind).fields)
            if (field.type == FieldType::children) set |= model::kinds(kind);
    return set;
}

} // namespace

std::vector<Rule> planRules() {
    constexpr auto plan = model::kinds(Kind::plan);
    constexpr auto variant = model::kinds(Kind::variant);
    return {
        {.id = "M01",
         .isCore = true,
         .subjects = plan,
         .field = "commitments",
         .condition = "No commitment of the leadership",
         .messages = {"No leader has promised anything."},
         .suggestion = "Record who commits to what.",
         .why = "A way of working that its leaders do not keep to lasts until the first pressure.",
         .source = sources::dynamicModel,
         .countsFor = Area::roadmap,
         .check = typed<commitmentMissing>},
        {.id = "M02",
         .subjects = plan,
         .field = "lastReviewed",
         .condition = "Plan not reviewed for a quarter",
         .messages = {"The model is {days} days old."},
         .suggestion = "Run a review.",
         .threshold = 90,
         .thresholdMeans = "days since the last review at most",
         .why = "A plan that is not looked at describes an organisation that no longer exists.",
         .source = sources::dynamicModel,
         .countsFor = Area::roadmap,
         .check = typed<notReviewed>,
         .fixes = typed<reviewedToday>},
        {.id = "M03",
         .severity = Severity::error,
         .subjects = model::anyKind,
         .condition = "Reference to something that is not there",
         .messages = {"“{entity}” points to something deleted."},
         .suggestion = "Repair the reference.",
         .why = "Whatever is worked out from it is worked out from nothing.",
         .source = sources::own,
         .check = pointsToNothing,
         .fixes = dropDangling},
        {.id = "M04",
         .isCore = true,
         .subjects = variant,
         .condition = "Variant with a longer lead time or more expected handoffs",
         .messages = {"The new way is slower.", "The new way has more handoffs."},
         .suggestion = "Compare, explain or rework it.",
         .why = "A new way that costs people time needs a reason they can hear.",
         .source = sources::valueStreams,
         .countsFor = Area::flows,
         .check = typed<isSlower>},
        {.id = "M05",
         .subjects = variant,
         .field = "fteMoved",
         .condition = "Variant that moves more people than work",
         .messages = {"This is a reorganisation."},
         .suggestion = "Reassign steps instead.",
         .why = "The model is there to move work quickly so that people need not move.",
         .source = sources::dynamicModel,
         .countsFor = Area::flows,
         .check = typed<movesMorePeopleThanWork>},
        {.id = "M06",
         .severity = Severity::info,
         .subjects = model::kinds(Kind::waiver),
         .field = "expiry",
         .condition = "Exception that has ended",
         .messages = {"The exception for {rule} ended."},
         .suggestion = "Renew it or fix the cause.",
         .why = "An exception with a date was meant to end.",
         .source = sources::own,
         .countsFor = Area::roadmap,
         .check = typed<exceptionEnded>,
         .fixes = typed<renewOrEnd>},
        {.id = "M07",
         .severity = Severity::error,
         .subjects = kindsWithChildren(),
         .condition = "Two items with one id",
         .messages = {"Two items share one id."},
         .suggestion = "Give one of them a new id.",
         .why = "Nobody can tell which of the two is meant.",
         .source = sources::own,
         .check = sharesAnId},
        {.id = "M08",
         .severity = Severity::info,
         .subjects = plan,
         .field = "numbersAre",
         .condition = "Most numbers are estimates",
         .messages = {"Most numbers are guesses."},
         .suggestion = "Measure the biggest wait first.",
         .threshold = 50,
         .thresholdMeans = "% of the numbers that are not measured, at most",
         .why = "Conclusions are no better than what they are drawn from.",
         .source = sources::valueStreams,
         .countsFor = Area::flows,
         .check = typed<mostlyGuesses>},
    };
}

} // namespace flowspine::analysis
