#include "analysis/evaluation.h"

#include "analysis/evaluation_context.h"
#include "model/plan_order.h"

#include <algorithm>
#include <unordered_map>

namespace flowspine::analysis {

using model::Kind;
using model::Model;

// What the rules say about one entity, and what they read to say it.
struct SubjectResult {
    struct Check {
        std::uint8_t rule = 0; // its place
        bool isPass = false;
    };
    struct Failure {
        std::uint8_t rule = 0;
        std::optional<Severity> severity;
        std::string_view field;
        std::vector<AnyId> others;
        base::Sentence sentence;
    };
    AnyId entity;
    std::vector<Check> checks; // those that applied
    std::vector<Failure> failures;
    std::vector<ReadKey> reads;
};

namespace {

// The places of the rules that look at a kind.
const std::vector<std::uint8_t>& rulesFor(Kind kind) {
    static const auto lists = [] {
        std::array<std::vector<std::uint8_t>, model::kindCount> all;
        for (const Kind each : model::allKinds())
            for (std::size_t i = 0; i < allRules().size(); ++i)
                if (model::contains(allRules()[i].subjects, each))
                    all[static_cast<std::size_t>(each)].push_back(static_cast<std::uint8_t>(i));
        return all;
    }();
    return lists[static_cast<std::size_t>(kind)];
}

std::shared_ptr<const SubjectResult> evaluate(Kind kind, const model::Entity& entity, EvaluationContext& context) {
    auto result = std::make_shared<SubjectResult>();
    result->entity = entity.id;
    context.begin(entity);
    for (const std::uint8_t place : rulesFor(kind)) {
        const Rule& rule = allRules()[place];
        context.setRule(rule);
        Verdict verdict = rule.check(entity, context);
        if (verdict.state == Verdict::State::notApplicable) continue;
        const bool isPass = verdict.state == Verdict::State::pass;
        result->checks.push_back({place, isPass});
        if (!isPass)
            result->failures.push_back({place,
                                        verdict.severity,
                                        verdict.field.empty() ? rule.field : verdict.field,
                                        std::move(verdict.others),
                                        {rule.messages[verdict.message].pattern(), std::move(verdict.arguments)}});
    }
    result->reads = context.takeReads();
    return result;
}

// A waiver in force, by what it accepts.
class Waivers {
  public:
    Waivers(const Model& model, base::Date today) {
        model.forEach<model::Waiver>([&](const model::Waiver& waiver) {
            if (!waiver.expiry || *waiver.expiry >= today) m_byEntity.emplace(waiver.about, &waiver);
        });
    }
    [[nodiscard]] AnyId find(const AnyId& entity, std::string_view ruleId) const {
        AnyId found;
        const auto range = m_byEntity.equal_range(entity);
        for (auto at = range.first; at != range.second; ++at)
            if (at->second->ruleId == ruleId && (found.isEmpty() || at->second->id < found)) found = at->second->id;
        return found;
    }

  private:
    std::unordered_multimap<AnyId, const model::Waiver*> m_byEntity;
};

} // namespace

Evaluation Evaluation::of(const Model& model, base::Date today) {
    Evaluation evaluation;
    auto facts = std::make_shared<PlanFacts>(planFacts(model, today));
    EvaluationContext context(*facts);
    for (const Kind kind : model::allKinds()) {
        const auto& rows = model.table(kind).rows();
        Results& results = evaluation.m_results[static_cast<std::size_t>(kind)];
        results.reserve(rows.size());
        for (const model::EntityPtr& row : rows) results.push_back(evaluate(kind, *row, context));
        evaluation.m_subjectsEvaluated += rows.size();
    }
    evaluation.m_facts = std::move(facts);
    evaluation.gather();
    return evaluation;
}

Evaluation Evaluation::followed(const Model& model) const {
    if (model.isSameAs(m_facts->model)) return *this;
    Evaluation evaluation;
    TouchedKeys touched = touchedKeys(m_facts->model, model);
    auto facts = std::make_shared<PlanFacts>(updatedPlanFacts(*m_facts, model, touched));
    EvaluationContext context(*facts);
    for (const Kind kind : model::allKinds()) {
        const auto place = static_cast<std::size_t>(kind);
        const auto& before = m_facts->model.table(kind).rows();
        const auto& rows = model.table(kind).rows();
        Results& results = evaluation.m_results[place];
        results.reserve(rows.size());
        std::size_t old = 0;
        for (const model::EntityPtr& row : rows) {
            while (old < before.size() && before[old]->id < row->id) ++old;
            const bool isSameRow = old < before.size() && before[old] == row;
            if (isSameRow && !touched.touch(m_results[place][old]->reads)) {
                results.push_back(m_results[place][old]);
            } else {
                results.push_back(evaluate(kind, *row, context));
                ++evaluation.m_subjectsEvaluated;
            }
        }
    }
    evaluation.m_facts = std::move(facts);
    evaluation.gather();
    return evaluation;
}

void Evaluation::gather() {
    const std::vector<Rule>& rules = allRules();
    const Waivers waivers(m_facts->model, m_facts->today);
    std::array<std::vector<RuleTally>, 4> tallies;
    for (auto& each : tallies) each.resize(rules.size());
    std::vector<std::vector<Finding>> found(rules.size());
    for (const Kind kind : model::allKinds())
        for (const auto& result : m_results[static_cast<std::size_t>(kind)]) {
            for (const SubjectResult::Check& check : result->checks) {
                const RuleChoice& choice = m_facts->choices[check.rule];
                if (!check.isPass || choice.isOff) continue;
                const Rule& rule = rules[check.rule];
                tallies[static_cast<std::size_t>(scoreArea(rule, kind))][check.rule].add(
                    choice.severity.value_or(rule.severity), true);
            }
            for (const SubjectResult::Failure& failure : result->failures) {
                const Rule& rule = rules[failure.rule];
                const RuleChoice& choice = m_facts->choices[failure.rule];
                if (choice.isOff) continue;
                Finding finding{rule.id,
                                choice.severity.value_or(failure.severity.value_or(rule.severity)),
                                scoreArea(rule, kind),
                                result->entity,
                                failure.others,
                                failure.field,
                                failure.sentence,
                                waivers.find(result->entity, rule.id)};
                RuleTally& tally = tallies[static_cast<std::size_t>(finding.area)][failure.rule];
                if (finding.isWaived())
                    ++tally.waived;
                else
                    tally.add(finding.severity, false);
                found[failure.rule].push_back(std::move(finding));
            }
        }
    for (std::vector<Finding>& each : found)
        for (Finding& finding : each) m_findings.push_back(std::move(finding));
    for (std::size_t area = 0; area < tallies.size(); ++area) {
        m_scores.areas[area].area = static_cast<Area>(area);
        for (std::size_t i = 0; i < rules.size(); ++i) {
            RuleTally& tally = tallies[area][i];
            tally.ruleId = rules[i].id;
            if (tally.passed + tally.failed + tally.waived > 0) m_scores.areas[area].rules.push_back(tally);
        }
    }
}

const Model& Evaluation::model() const {
    return m_facts->model;
}

base::Date Evaluation::today() const {
    return m_facts->today;
}

Verdict::State Evaluation::verdict(std::string_view ruleId, const AnyId& entity) const {
    const std::optional<Kind> kind = model::kindOf(entity);
    const Rule* rule = findRule(ruleId);
    if (!kind || rule == nullptr) return Verdict::State::notApplicable;
    const Results& results = m_results[static_cast<std::size_t>(*kind)];
    const auto at = std::lower_bound(results.begin(), results.end(), entity,
                                     [](const auto& result, const AnyId& id) { return result->entity < id; });
    if (at == results.end() || (*at)->entity != entity) return Verdict::State::notApplicable;
    for (const SubjectResult::Check& check : (*at)->checks)
        if (check.rule == indexOf(*rule)) return check.isPass ? Verdict::State::pass : Verdict::State::fail;
    return Verdict::State::notApplicable;
}

std::vector<SuggestedChange> Evaluation::fixes(const Finding& finding) const {
    const Rule* rule = findRule(finding.ruleId);
    const model::EntityPtr entity = m_facts->model.find(finding.entity);
    if (rule == nullptr || rule->fixes == nullptr || !entity) return {};
    EvaluationContext context(*m_facts);
    context.begin(*entity);
    context.setRule(*rule);
    if (rule->check(*entity, context).state != Verdict::State::fail) return {};
    return rule->fixes(*entity, context);
}

std::vector<Finding> inPlanOrder(const Model& model, std::vector<Finding> findings) {
    std::unordered_map<AnyId, std::size_t> place;
    for (const AnyId& id : model::withAllOwned(model, model.plan().id)) place.emplace(id, place.size());
    std::stable_sort(findings.begin(), findings.end(),
                     [&place](const Finding& a, const Finding& b) { return place[a.entity] < place[b.entity]; });
    return findings;
}

} // namespace flowspine::analysis
