#include "analysis/variant_comparison.h"

#include "analysis/handoffs.h"

#include <algorithm>
#include <set>
#include <unordered_map>
#include <unordered_set>

namespace flowspine::analysis {

namespace {

using model::AnyId;
using model::Step;
using model::Variant;

// One variant with its graph and the links between its work.
struct Side {
    Side(const Model& model, const Variant& variant)
        : graph(flowGraph(model, variant)), pass(staticPass(graph)), links(workLinks(graph, pass)) {
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) number[graph.nodes[i].step->id] = i;
    }
    FlowGraph graph;
    StaticPass pass;
    std::vector<WorkLink> links;
    std::unordered_map<AnyId, std::size_t> number;
};

std::set<TeamInterface> interfacesOf(const Side& side) {
    std::set<TeamInterface> pairs;
    for (const WorkLink& link : side.links)
        if (isHandoff(side.graph, link))
            pairs.insert({side.graph.nodes[link.from].step->team, side.graph.nodes[link.to].step->team});
    return pairs;
}

class Comparer {
  public:
    Comparer(const Model& model, const model::Flow& flow, const Variant& before, const Variant& after)
        : m_model(model), m_flow(flow), m_before(model, before), m_after(model, after) {
        m_result.before = flowMetrics(model, flow, before);
        m_result.after = flowMetrics(model, flow, after);
    }

    VariantComparison run(const CostWeights& weights, double fteMoved) {
        matchSteps();
        compareSteps();
        compareLinks();
        compareTeams();
        findLostSpine();
        weighMoves(fteMoved);
        m_result.costIndex = costIndex(weights, fteMoved);
        return std::move(m_result);
    }

  private:
    // The step that both variants descend from.
    static AnyId rootOf(const Step& step) { return step.origin ? AnyId(step.origin) : step.id; }

    void matchSteps() {
        std::unordered_map<AnyId, std::size_t> byRoot;
        for (std::size_t i = 0; i < m_before.graph.nodes.size(); ++i)
            byRoot.emplace(rootOf(*m_before.graph.nodes[i].step), i);
        m_match.assign(m_after.graph.nodes.size(), std::nullopt);
        for (std::size_t i = 0; i < m_after.graph.nodes.size(); ++i) {
            const auto found = byRoot.find(rootOf(*m_after.graph.nodes[i].step));
            if (found == byRoot.end()) continue;
            m_match[i] = found->second;
            m_isMatched.insert(found->second);
        }
    }

    // Steps of `before` from which work reaches the step; -1 for steps that only one variant has.
    std::multiset<long> sourcesOf(const Side& side, std::size_t node, bool isAfter) const {
        std::multiset<long> sources;
        for (const WorkLink& link : side.links) {
            if (link.to != node || link.isRework) continue;
            if (isAfter)
                sources.insert(m_match[link.from] ? static_cast<long>(*m_match[link.from]) : -1);
            else
                sources.insert(m_isMatched.contains(link.from) ? static_cast<long>(link.from) : -1);
        }
        return sources;
    }

    void compareSteps() {
        for (std::size_t i = 0; i < m_after.graph.nodes.size(); ++i) {
            const FlowNode& node = m_after.graph.nodes[i];
            if (!node.isWork()) continue;
            StepChange change;
            change.after = Id<Step>(node.step->id);
            if (m_match[i]) {
                const Step& old = *m_before.graph.nodes[*m_match[i]].step;
                const Step& now = *node.step;
                change.before = Id<Step>(old.id);
                change.isReassigned = old.team != now.team;
                change.isRetimed = old.processTime != now.processTime || old.waitTime != now.waitTime;
                change.isRedecided = old.decisionRight != now.decisionRight;
                change.isResequenced = sourcesOf(m_before, *m_match[i], false) != sourcesOf(m_after, i, true);
            }
            m_result.steps.push_back(change);
        }
        for (std::size_t i = 0; i < m_before.graph.nodes.size(); ++i)
            if (m_before.graph.nodes[i].isWork() && !m_isMatched.contains(i))
                m_result.steps.push_back({Id<Step>(m_before.graph.nodes[i].step->id), {}});
    }

    void compareLinks() {
        std::set<std::pair<std::size_t, std::size_t>> old;
        std::set<std::pair<std::size_t, std::size_t>> now;
        for (const WorkLink& link : m_before.links)
            if (m_isMatched.contains(link.from) && m_isMatched.contains(link.to)) old.insert({link.from, link.to});
        for (const WorkLink& link : m_after.links)
            if (m_match[link.from] && m_match[link.to]) now.insert({*m_match[link.from], *m_match[link.to]});
        std::vector<std::pair<std::size_t, std::size_t>> differing;
        std::set_symmetric_difference(old.begin(), old.end(), now.begin(), now.end(), std::back_inserter(differing));
        m_result.linksChanged = differing.size();
    }

    void compareTeams() {
        const std::set<TeamInterface> old = interfacesOf(m_before);
        for (const TeamInterface& pair : interfacesOf(m_after))
            if (!old.contains(pair)) m_result.newInterfaces.push_back(pair);

        std::unordered_set<AnyId> working;
        m_model.forEach(m_model.plan().flows, [&](const model::Flow& flow) {
            if (const Variant* current = m_model.find(flow.current))
                m_model.forEach(current->steps, [&](const Step& step) { working.insert(step.team); });
        });
        for (const FlowNode& node : m_before.graph.nodes) working.insert(node.step->team);
        for (const FlowNode& node : m_after.graph.nodes)
            if (node.isWork() && node.step->team && working.insert(node.step->team).second)
                m_result.teamsCreated.push_back(node.step->team);
    }

    void findLostSpine() {
        std::unordered_set<AnyId> kept;
        for (const FlowNode& node : m_after.graph.nodes)
            for (const AnyId& item : node.step->spine.ids()) kept.insert(item);
        for (const FlowNode& node : m_before.graph.nodes)
            for (const Id<model::SpineItem> id : node.step->spine) {
                const model::SpineItem* item = m_model.find(id);
                if (item == nullptr || !kept.insert(id).second) continue;
                m_result.lostSpine.push_back(id);
                m_result.isBlocked = m_result.isBlocked || item->stability == model::Stability::cannotChange;
            }
    }

    void weighMoves(double fteMoved) {
        if (m_flow.demandPerWeek && m_result.after.effortHours) {
            double hours = 0;
            for (const StepChange& change : m_result.steps)
                if (change.isReassigned)
                    hours += m_result.after.steps[m_after.number.at(change.after)].processHours.value_or(0);
            m_result.workMovedPerWeek = *m_flow.demandPerWeek * hours;
        }
        m_result.peopleMovedPerWeek = fteMoved * hoursPerWeek(m_model.plan());
        if (!m_result.workMovedPerWeek) return;
        const double moved = *m_result.workMovedPerWeek + m_result.peopleMovedPerWeek;
        if (moved > 0) m_result.workNotPeople = 100 * *m_result.workMovedPerWeek / moved;
    }

    [[nodiscard]] double costIndex(const CostWeights& w, double fteMoved) const {
        const auto count = [](std::size_t n) { return static_cast<double>(n); };
        std::size_t added = 0;
        std::size_t removed = 0;
        for (const StepChange& change : m_result.steps) {
            added += change.isAdded() ? 1 : 0;
            removed += change.isRemoved() ? 1 : 0;
        }
        std::size_t shouldNot = 0;
        for (const Id<model::SpineItem> id : m_result.lostSpine)
            shouldNot += m_model.find(id)->stability == model::Stability::shouldNotChange ? 1 : 0;
        return w.reassigned * count(m_result.count(&StepChange::isReassigned)) +
               w.retimed * count(m_result.count(&StepChange::isRetimed)) + w.added * count(added) +
               w.removed * count(removed) + w.linkChanged * count(m_result.linksChanged) +
               w.newInterface * count(m_result.newInterfaces.size()) +
               w.rightChanged * count(m_result.count(&StepChange::isRedecided)) +
               w.teamCreated * count(m_result.teamsCreated.size()) + w.fteMoved * fteMoved +
               w.shouldNotTouched * count(shouldNot);
    }

    const Model& m_model;
    const model::Flow& m_flow;
    Side m_before;
    Side m_after;
    std::vector<std::optional<std::size_t>> m_match; // of a step of `after`: its step of `before`
    std::unordered_set<std::size_t> m_isMatched;     // steps of `before`
    VariantComparison m_result;
};

} // namespace

std::size_t VariantComparison::count(bool StepChange::*what) const {
    return static_cast<std::size_t>(
        std::count_if(steps.begin(), steps.end(), [what](const StepChange& change) { return change.*what; }));
}

VariantComparison compareVariants(const Model& model, const model::Flow& flow, const Variant& before,
                                  const Variant& after, const CostWeights& weights, double fteMoved) {
    return Comparer(model, flow, before, after).run(weights, fteMoved);
}

double hoursPerWeek(const model::Plan& plan) {
    return plan.hoursPerDay.value_or(8) * plan.daysPerWeek.value_or(5);
}

} // namespace flowspine::analysis
