#include "analysis/rule_lists.h"
#include "analysis/rule_sources.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>
#include <unordered_set>

namespace flowspine::analysis {

namespace {

using model::Flow;
using model::Link;
using model::LinkKind;
using model::Step;
using model::StepType;
using model::Variant;

// The branches out of a step; links that only inform are none.
std::vector<const Link*> branchesOf(const Step& step, EvaluationContext& context) {
    std::vector<const Link*> branches;
    context.forEachReferrer<Link>(step.id, [&](const Link& link) {
        if (link.from == step.id && link.kind != LinkKind::information) branches.push_back(&link);
    });
    return branches;
}

Verdict branchesDoNotAddUp(const Step& step, EvaluationContext& context) {
    const StepFacts* facts = context.stepFacts(step);
    if (facts == nullptr || step.type == StepType::andSplit || (facts->branches < 2 && !facts->hasBadBranches))
        return notApplicable();
    return failIf(facts->hasBadBranches, [&] {
        return Arguments{context.name(step.id), percentText(facts->branchPercent)};
    });
}

// Scaled to 100 in the proportion they have; equal when they have none. Whole hundredths, the last one takes the rest.
Changes scaleBranches(const Step& step, EvaluationContext& context) {
    std::vector<const Link*> stated = branchesOf(step, context);
    std::erase_if(stated, [](const Link* link) { return !link->probability; });
    if (stated.empty()) return {};
    double sum = 0;
    for (const Link* link : stated) sum += *link->probability;
    SuggestedChange change{{"Scale the branches to 100 %", {}}, {}};
    double left = 100;
    for (const Link* link : stated) {
        const double share = sum > 0 ? 100 * *link->probability / sum : 100 / static_cast<double>(stated.size());
        const double rounded = link == stated.back() ? left : std::round(share * 100) / 100;
        left = std::round((left - rounded) * 100) / 100;
        change.steps.push_back(model::FieldSetting{link->id, "probability", std::clamp(rounded, 0.0, 100.0)});
    }
    return {change};
}

Verdict notConnected(const Step& step, EvaluationContext& context) {
    const StepFacts* facts = context.stepFacts(step);
    if (facts == nullptr) return notApplicable();
    if (facts->isUnreachable) return fail({context.name(step.id)});
    return facts->isDeadEnd ? fail({context.name(step.id)}, {}, 1) : pass();
}

Verdict startUnclear(const Flow& flow, EvaluationContext& context) {
    const FlowFacts* facts = isAlive(flow) ? context.flowFacts(flow.current) : nullptr;
    if (facts == nullptr || facts->steps.empty()) return notApplicable();
    return facts->hasOneStart ? pass() : fail({context.name(flow.id)}, {}, 2);
}

Verdict badlyConnected(const model::Entity& entity, EvaluationContext& context) {
    return model::kindOf(entity.id) == Kind::flow ? startUnclear(static_cast<const Flow&>(entity), context)
                                                  : notConnected(static_cast<const Step&>(entity), context);
}

Changes removeOrConnect(const model::Entity& entity, EvaluationContext& context) {
    if (model::kindOf(entity.id) != Kind::step) return {};
    const auto& step = static_cast<const Step&>(entity);
    const StepFacts* facts = context.stepFacts(step);
    const auto* variant = context.owner<Variant>(step.id);
    if (facts == nullptr || variant == nullptr) return {};
    Changes changes;
    if (facts->isDeadEnd) {
        std::vector<AnyId> ends;
        context.forEach(variant->steps, [&](const Step& each) {
            if (each.type == StepType::end) ends.push_back(each.id);
        });
        for (const AnyId& end : ends)
            changes.push_back(addition({"Link it to “%1”", {context.name(end)}}, Kind::link, variant->id,
                                       {{"from", AnyId(step.id)}, {"to", end}}));
    } else {
        changes.push_back({{"Remove the step", {}}, {model::EntityRemoval{step.id}}});
    }
    return changes;
}

Verdict endless(const Step& step, EvaluationContext& context) {
    const StepFacts* facts = context.stepFacts(step);
    if (facts == nullptr || (!facts->isEndless && facts->reworkPercent <= 0)) return notApplicable();
    return failIf(facts->isEndless, [&] { return Arguments{context.name(step.id)}; });
}

bool isNegative(const std::optional<base::Duration>& time) {
    return time && time->seconds < 0;
}

Verdict negativeTime(const model::Entity& entity, EvaluationContext& context) {
    if (model::kindOf(entity.id) == Kind::link) {
        const auto& link = static_cast<const Link&>(entity);
        if (!link.delay || context.flowOf(link) == nullptr) return notApplicable();
        if (!isNegative(link.delay)) return pass();
        Verdict verdict = fail({context.name(link.id)}, {}, 1);
        verdict.field = "delay";
        return verdict;
    }
    const auto& step = static_cast<const Step&>(entity);
    if ((!step.processTime && !step.waitTime) || context.flowOf(step) == nullptr) return notApplicable();
    if (!isNegative(step.processTime) && !isNegative(step.waitTime)) return pass();
    Verdict verdict = fail({context.name(step.id)});
    verdict.field = isNegative(step.processTime) ? "processTime" : "waitTime";
    return verdict;
}

Changes dropTheMinus(const model::Entity& entity, EvaluationContext&) {
    SuggestedChange change{{"Take the minus away", {}}, {}};
    const auto turn = [&](std::string_view field, const std::optional<base::Duration>& time) {
        if (isNegative(time))
            change.steps.push_back(model::FieldSetting{entity.id, field, base::Duration{-time->seconds}});
    };
    if (model::kindOf(entity.id) == Kind::link) {
        turn("delay", static_cast<const Link&>(entity).delay);
    } else {
        turn("processTime", static_cast<const Step&>(entity).processTime);
        turn("waitTime", static_cast<const Step&>(entity).waitTime);
    }
    return {change};
}

Verdict joinMissing(const Step& step, EvaluationContext& context) {
    if (step.type != StepType::andSplit) return notApplicable();
    const StepFacts* facts = context.stepFacts(step);
    if (facts == nullptr) return notApplicable();
    return failIf(facts->lacksJoin, [] { return Arguments{}; });
}

// Finds where the branches of a split come together.
class JoinFinder {
  public:
    JoinFinder(const Step& split, const Variant& variant, EvaluationContext& context) : m_split(split.id) {
        context.forEach(variant.links, [&](const Link& link) {
            if (link.kind != LinkKind::information && link.kind != LinkKind::rework)
                m_next[link.from].push_back(link.to);
        });
        for (const AnyId& branch : m_next[m_split]) {
            const std::unordered_set<AnyId> reached = reachedFrom(branch);
            for (const AnyId& step : reached) ++m_branchesAt[step];
        }
    }

    // Where all branches come, and from where all of them go on to; empty when there is no such step.
    [[nodiscard]] AnyId meetingPoint() const {
        const std::size_t branches = m_next.contains(m_split) ? m_next.at(m_split).size() : 0;
        std::vector<AnyId> common;
        for (const auto& [step, count] : m_branchesAt)
            if (count == branches && step != m_split) common.push_back(step);
        std::sort(common.begin(), common.end());
        for (const AnyId& step : common) {
            const std::unordered_set<AnyId> reached = reachedFrom(step);
            if (std::all_of(common.begin(), common.end(), [&](const AnyId& each) { return reached.contains(each); }))
                return step;
        }
        return {};
    }

    // Whether the step is on a branch, before all have come together.
    [[nodiscard]] bool isInside(const AnyId& step) const {
        const auto at = m_branchesAt.find(step);
        return step == m_split || (at != m_branchesAt.end() && at->second < m_next.at(m_split).size());
    }

  private:
    // `from` included.
    [[nodiscard]] std::unordered_set<AnyId> reachedFrom(const AnyId& from) const {
        std::unordered_set<AnyId> reached;
        std::vector<AnyId> todo = {from};
        while (!todo.empty()) {
            const AnyId at = todo.back();
            todo.pop_back();
            if (!reached.insert(at).second) continue;
            if (const auto next = m_next.find(at); next != m_next.end())
                todo.insert(todo.end(), next->second.begin(), next->second.end());
        }
        return reached;
    }

    AnyId m_split;
    std::unordered_map<AnyId, std::vector<AnyId>> m_next;
    std::unordered_map<AnyId, std::size_t> m_branchesAt;
};

Changes insertJoin(const Step& split, EvaluationContext& context) {
    const auto* variant = context.owner<Variant>(split.id);
    if (variant == nullptr) return {};
    const JoinFinder finder(split, *variant, context);
    const AnyId meeting = finder.meetingPoint();
    const Step* step = context.find(model::Id<Step>(meeting));
    if (step == nullptr) return {};
    if (step->type == StepType::andJoin)
        return {setting({"They come together at “%1”", {context.name(meeting)}}, split.id, "joins", meeting)};
    SuggestedChange change{{"Insert a join before “%1”", {context.name(meeting)}}, {}};
    change.steps.push_back(model::EntityAddition{
        Kind::step, variant->id, {{"type", choiceValue(StepType::andJoin)}, {"phase", step->phase}}});
    context.forEach(variant->links, [&](const Link& link) {
        const bool isForward = link.kind != LinkKind::information && link.kind != LinkKind::rework;
        if (link.to == meeting && isForward && finder.isInside(link.from))
            change.steps.push_back(model::FieldSetting{link.id, "to", model::newEntity(1)});
    });
    change.steps.push_back(
        model::EntityAddition{Kind::link, variant->id, {{"from", model::newEntity(1)}, {"to", meeting}}});
    change.steps.push_back(model::FieldSetting{split.id, "joins", model::newEntity(1)});
    return {change};
}

} // namespace

std::vector<Rule> structureRules() {
    constexpr auto step = model::kinds(Kind::step);
    return {
        {.id = "F08",
         .area = Area::flows,
         .severity = Severity::error,
         .subjects = step,
         .condition = "Branch probabilities that do not add up to 100 %",
         .messages = {"Branches after “{step}” add up to {percent}%."},
         .suggestion = "Correct the probabilities.",
         .why = "Every number of the flow is worked out from them.",
         .source = sources::flowAnalysis,
         .check = typed<branchesDoNotAddUp>,
         .fixes = typed<scaleBranches>},
        {.id = "F09",
         .area = Area::flows,
         .severity = Severity::error,
         .subjects = model::kinds(Kind::step, Kind::flow),
         .condition = "Not exactly one start, a step out of reach, or a dead end",
         .messages = {"“{step}” can never be reached.", "Work stops at “{step}”, which is no end.",
                      "It is not clear where “{flow}” starts."},
         .suggestion = "Connect it or remove it.",
         .why = "A map with a hole in it is read differently by everybody.",
         .source = sources::flowAnalysis,
         .check = badlyConnected,
         .fixes = removeOrConnect},
        {.id = "F10",
         .area = Area::flows,
         .severity = Severity::error,
         .subjects = step,
         .condition = "Loop without an exit",
         .messages = {"Work can circle forever at “{step}”."},
         .suggestion = "Add an exit with a probability above 0.",
         .why = "Such work is never done, and no time can be worked out for it.",
         .source = sources::flowAnalysis,
         .check = typed<endless>},
        {.id = "F16",
         .area = Area::flows,
         .severity = Severity::error,
         .subjects = model::kinds(Kind::step, Kind::link),
         .field = "processTime",
         .condition = "Negative time, or a lead time shorter than the process time",
         .messages = {"“{step}” finishes before it is done.", "The delay of “{link}” is negative."},
         .suggestion = "Correct the time.",
         .why = "A wait below zero means that a lead time was entered that is too short.",
         .source = sources::valueStreams,
         .check = negativeTime,
         .fixes = dropTheMinus},
        {.id = "F25",
         .area = Area::flows,
         .severity = Severity::error,
         .subjects = step,
         .field = "joins",
         .condition = "Parallel split without a join",
         .messages = {"Parallel work never comes back together."},
         .suggestion = "Add the join.",
         .why = "Without it nobody waits for the slowest, and the work goes on several times.",
         .source = sources::flowAnalysis,
         .check = typed<joinMissing>,
         .fixes = typed<insertJoin>},
    };
}

} // namespace flowspine::analysis
