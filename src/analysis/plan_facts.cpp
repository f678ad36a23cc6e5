#include "analysis/plan_facts.h"

#include "analysis/rule_lists.h"
#include "analysis/strong_components.h"

#include <algorithm>
#include <map>

namespace flowspine::analysis {

namespace {

using model::Flow;
using model::Measure;
using model::Outcome;
using model::RoadmapItem;
using model::SpineItem;
using model::Variant;

std::vector<RuleChoice> ruleChoices(const Model& model) {
    std::vector<RuleChoice> choices(allRules().size());
    std::vector<bool> isTaken(choices.size(), false);
    model.forEach<model::RuleSetting>([&](const model::RuleSetting& setting) {
        const Rule* rule = findRule(setting.ruleId);
        if (rule == nullptr || isTaken[indexOf(*rule)]) return;
        isTaken[indexOf(*rule)] = true;
        RuleChoice& choice = choices[indexOf(*rule)];
        choice.threshold = setting.threshold;
        switch (setting.severity) {
        case model::RuleSeverity::asDefined: break;
        case model::RuleSeverity::error: choice.severity = Severity::error; break;
        case model::RuleSeverity::warning: choice.severity = Severity::warning; break;
        case model::RuleSeverity::info: choice.severity = Severity::info; break;
        case model::RuleSeverity::off: choice.isOff = true; break;
        }
    });
    return choices;
}

// Entities with the same words; the one with the smallest id is the twin of the others.
class TwinFinder {
  public:
    explicit TwinFinder(std::unordered_map<AnyId, AnyId>& twins) : m_twins(twins) {}

    void add(const AnyId& id, std::string words) {
        if (!isBlank(words)) m_alike[std::move(words)].push_back(id);
    }
    void finish() {
        for (auto& [words, ids] : m_alike) {
            if (ids.size() < 2) continue;
            std::sort(ids.begin(), ids.end());
            for (std::size_t i = 1; i < ids.size(); ++i)
                if (ids[i] != ids[0]) m_twins.emplace(ids[i], ids[0]);
        }
        m_alike.clear();
    }

  private:
    std::unordered_map<AnyId, AnyId>& m_twins;
    std::unordered_map<std::string, std::vector<AnyId>> m_alike;
};

class Worker {
  public:
    Worker(const Model& model, base::Date today) {
        m_facts.model = model;
        m_facts.today = today;
    }

    PlanFacts run(const PlanFacts* earlier, TouchedKeys* touched) {
        m_earlier = earlier;
        m_touched = touched;
        m_facts.index =
            std::make_shared<model::ModelIndex>(m_facts.model, earlier != nullptr ? earlier->index.get() : nullptr);
        m_facts.choices = isSame(Kind::ruleSetting) ? earlier->choices : ruleChoices(m_facts.model);
        workOutFlows();
        workOutLoads();
        workOutCycles();
        workOutTwins();
        if (touched != nullptr) touched->sort();
        return std::move(m_facts);
    }

  private:
    [[nodiscard]] bool isSame(Kind kind) const {
        return m_earlier != nullptr && m_earlier->model.table(kind).isSameAs(m_facts.model.table(kind));
    }
    void touch(Read what, const AnyId& id) {
        if (m_touched != nullptr) m_touched->add(readKey(what, id));
    }

    void workOutFlows() {
        std::vector<AnyId> renewed;
        m_facts.model.forEach<Flow>([&](const Flow& flow) {
            if (!isAlive(flow)) return;
            m_facts.model.forEach(flow.variants, [&](const Variant& variant) {
                if (variant.kind == model::VariantKind::archived && flow.current != variant.id) return;
                if (m_earlier != nullptr) {
                    const auto kept = m_earlier->flows.find(variant.id);
                    if (kept != m_earlier->flows.end() && !m_touched->touch(kept->second->reads)) {
                        m_facts.flows.insert(*kept);
                        return;
                    }
                }
                m_facts.flows.emplace(variant.id, std::make_shared<FlowFacts>(flowFacts(m_facts.model, flow, variant)));
                renewed.push_back(variant.id);
            });
        });
        if (m_earlier == nullptr) return;
        for (const AnyId& variant : renewed) touch(Read::flowFacts, variant);
        for (const auto& [variant, facts] : m_earlier->flows)
            if (!m_facts.flows.contains(variant)) touch(Read::flowFacts, variant);
    }

    void workOutLoads() {
        m_facts.model.forEach<Flow>([this](const Flow& flow) {
            const auto facts = m_facts.flows.find(flow.current);
            if (!isAlive(flow) || facts == m_facts.flows.end()) return;
            for (const FlowFacts::Effort& effort : facts->second->effort) {
                PlanFacts::Load& load = m_facts.loads[effort.team];
                ++load.flows;
                load.hoursPerWeek += flow.demandPerWeek.value_or(0) * effort.hours;
            }
        });
        touchDifferent(Read::load, m_earlier != nullptr ? &m_earlier->loads : nullptr, m_facts.loads);
    }

    void workOutCycles() {
        if (isSame(Kind::roadmapItem)) {
            m_facts.cycles = m_earlier->cycles;
            return;
        }
        const auto& rows = m_facts.model.table(Kind::roadmapItem).rows();
        std::unordered_map<AnyId, std::size_t> number;
        for (std::size_t i = 0; i < rows.size(); ++i) number.emplace(rows[i]->id, i);
        std::vector<std::vector<std::size_t>> waitsFor(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i)
            for (const AnyId& id : static_cast<const RoadmapItem&>(*rows[i]).dependsOn.ids())
                if (const auto at = number.find(id); at != number.end()) waitsFor[i].push_back(at->second);
        const StrongComponents components = strongComponents(waitsFor);
        for (std::size_t c = 0; c < components.members.size(); ++c) {
            if (!components.isLoop[c]) continue;
            std::vector<AnyId> members;
            for (const std::size_t i : components.members[c]) members.push_back(rows[i]->id);
            std::sort(members.begin(), members.end());
            for (const AnyId& member : members) m_facts.cycles.emplace(member, members);
        }
        touchDifferent(Read::cycle, m_earlier != nullptr ? &m_earlier->cycles : nullptr, m_facts.cycles);
    }

    void workOutTwins() {
        if (isSame(Kind::outcome) && isSame(Kind::measure) && isSame(Kind::spineItem)) {
            m_facts.twins = m_earlier->twins;
            return;
        }
        TwinFinder finder(m_facts.twins);
        m_facts.model.forEach<Outcome>([&](const Outcome& outcome) {
            if (isAlive(outcome)) finder.add(outcome.id, plainText(outcome.title));
        });
        finder.finish();
        m_facts.model.forEach<Outcome>([&](const Outcome& outcome) {
            if (isAlive(outcome))
                m_facts.model.forEach(outcome.measures, [&](const Measure& measure) {
                    if (!isBlank(measure.name))
                        finder.add(measure.id, plainText(measure.name) + '\n' + plainText(measure.unit));
                });
        });
        finder.finish();
        m_facts.model.forEach<SpineItem>([&](const SpineItem& item) { finder.add(item.id, plainText(item.title)); });
        finder.finish();
        m_facts.model.forEach<SpineItem>([&](const SpineItem& item) { finder.add(item.id, plainText(item.text)); });
        finder.finish();
        touchDifferent(Read::twin, m_earlier != nullptr ? &m_earlier->twins : nullptr, m_facts.twins);
    }

    template <class Map>
    void touchDifferent(Read what, const Map* before, const Map& after) {
        if (before == nullptr) return;
        for (const auto& [id, value] : after)
            if (const auto old = before->find(id); old == before->end() || !(old->second == value)) touch(what, id);
        for (const auto& [id, value] : *before)
            if (!after.contains(id)) touch(what, id);
    }

    PlanFacts m_facts;
    const PlanFacts* m_earlier = nullptr;
    TouchedKeys* m_touched = nullptr;
};

} // namespace

PlanFacts planFacts(const Model& model, base::Date today) {
    return Worker(model, today).run(nullptr, nullptr);
}

PlanFacts updatedPlanFacts(const PlanFacts& earlier, const Model& model, TouchedKeys& touched) {
    return Worker(model, earlier.today).run(&earlier, &touched);
}

bool isAlive(const Outcome& outcome) {
    return outcome.status != model::OutcomeStatus::met && outcome.status != model::OutcomeStatus::retired;
}

bool isAlive(const RoadmapItem& item) {
    return item.status == model::RoadmapStatus::proposed || item.status == model::RoadmapStatus::running ||
           item.status == model::RoadmapStatus::measuring;
}

bool isAlive(const model::Constraint& constraint) {
    return constraint.status != model::ConstraintStatus::resolved &&
           constraint.status != model::ConstraintStatus::accepted;
}

bool isAlive(const Flow& flow) {
    return flow.status != model::FlowStatus::retired;
}

} // namespace flowspine::analysis
