#include "analysis/flow_metrics.h"

#include "analysis/handoffs.h"
#include "analysis/linear_flow.h"
#include "model/deciders.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace flowspine::analysis {

namespace {

using model::AnyId;
using model::Step;
using model::StepType;
using model::Team;
using model::TeamType;

double leadOf(const FlowNode& node) {
    return node.waitHours + node.processHours;
}
double processOf(const FlowNode& node) {
    return node.processHours;
}

bool isOutside(const Model& model, const Step& step) {
    const Team* team = model.find(step.team);
    return team != nullptr && (team->type == TeamType::customer || team->type == TeamType::external);
}

// A branch of a parallel block is random when its way splits by probability or comes back.
bool hasRandomBranches(const FlowGraph& graph) {
    for (const FlowNode& split : graph.nodes) {
        if (!split.join) continue;
        std::vector<std::size_t> todo;
        std::vector<bool> seen(graph.nodes.size(), false);
        for (const std::size_t e : split.out) todo.push_back(graph.edges[e].to);
        while (!todo.empty()) {
            const std::size_t at = todo.back();
            todo.pop_back();
            if (at == *split.join || seen[at]) continue;
            seen[at] = true;
            const FlowNode& node = graph.nodes[at];
            if (!node.isSplit() && node.out.size() > 1) return true;
            for (const std::size_t e : node.out) todo.push_back(graph.edges[e].to);
        }
    }
    return false;
}

class MetricsRun {
  public:
    MetricsRun(const Model& model, const model::Flow& flow, const model::Variant& variant)
        : m_model(model), m_flow(flow), m_graph(flowGraph(model, variant)), m_pass(staticPass(m_graph)) {
        m_metrics.issues = m_graph.issues;
    }

    FlowMetrics run() {
        countSteps();
        if (m_graph.isComputable()) {
            computeVisits();
            computeTimes();
            markCritical();
        }
        countHandoffs();
        judgeOwnership();
        return std::move(m_metrics);
    }

  private:
    void countSteps() {
        std::unordered_set<AnyId> teams;
        for (const FlowNode& node : m_graph.nodes) {
            m_metrics.steps.push_back({Id<Step>(node.step->id), {}, {}, {}, false});
            if (!node.isWork()) continue;
            ++m_metrics.workSteps;
            if (node.step->team) teams.insert(node.step->team);
            if (!node.step->processTime || !node.step->waitTime) ++m_metrics.stepsWithoutNumbers;
        }
        m_metrics.teams = teams.size();
    }

    void computeVisits() {
        m_visits = expectedVisits(m_graph);
        if (!m_visits) return;
        double longest = 0;
        double effort = 0;
        double valueAdded = 0;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const FlowNode& node = m_graph.nodes[i];
            const double visits = (*m_visits)[i];
            FlowMetrics::StepFigures& figures = m_metrics.steps[i];
            figures.visits = visits;
            figures.waitHours = visits * node.waitHours;
            figures.processHours = visits * node.processHours;
            effort += *figures.processHours;
            if (node.step->valueClass == model::ValueClass::valueAdding) valueAdded += *figures.processHours;
            if (*figures.waitHours > longest) {
                longest = *figures.waitHours;
                m_metrics.longestWaitStep = figures.step;
            }
        }
        m_metrics.effortHours = effort;
        m_metrics.valueAddedHours = valueAdded;
    }

    void computeTimes() {
        const std::size_t start = *m_graph.start;
        const auto lead = expectedHours(m_graph, leadOf, true);
        const auto process = expectedHours(m_graph, processOf, false);
        if (!lead || !process) {
            m_metrics.issues.push_back(
                {base::Severity::error,
                 base::failure("leaves-parallel", "A link jumps out of parallel work, so times cannot be computed.",
                               std::string(m_graph.nodes[start].step->id.text()))});
            return;
        }
        m_metrics.leadHours = (*lead)[start];
        m_metrics.processHours = (*process)[start];
        m_metrics.isLowerBound = hasRandomBranches(m_graph);
        if (*m_metrics.leadHours > 0) {
            m_metrics.flowEfficiency = 100 * *m_metrics.processHours / *m_metrics.leadHours;
            if (m_metrics.valueAddedHours)
                m_metrics.cycleEfficiency = 100 * *m_metrics.valueAddedHours / *m_metrics.leadHours;
        }
        const bool hasOnePass = std::none_of(m_graph.issues.begin(), m_graph.issues.end(),
                                             [](const Issue& issue) { return issue.error.code == "loop-not-rework"; });
        if (!hasOnePass) return;
        m_staticLead = expectedHours(m_pass.graph, leadOf, true);
        const auto staticProcess = expectedHours(m_pass.graph, processOf, false);
        if (m_staticLead && staticProcess) {
            m_metrics.staticLeadHours = (*m_staticLead)[start];
            m_metrics.staticProcessHours = (*staticProcess)[start];
        }
        if (const auto yield = rolledCompleteAccurate(m_pass.graph)) m_metrics.rolledCompleteAccurate = 100 * *yield;
    }

    // At a split the longest branch, elsewhere the likeliest way (formula 4).
    void markCritical() {
        if (!m_staticLead) return;
        std::vector<std::size_t> todo = {*m_graph.start};
        while (!todo.empty()) {
            const std::size_t at = todo.back();
            todo.pop_back();
            if (m_metrics.steps[at].isCritical) continue;
            m_metrics.steps[at].isCritical = true;
            const FlowNode& node = m_pass.graph.nodes[at];
            const FlowEdge* best = nullptr;
            const auto rank = [&](const FlowEdge& edge) {
                if (!node.isSplit()) return edge.probability;
                const bool endsBlock = m_pass.graph.nodes[edge.to].split.has_value();
                return edge.delayHours + (endsBlock ? 0.0 : (*m_staticLead)[edge.to]);
            };
            for (const std::size_t e : node.out)
                if (const FlowEdge& edge = m_pass.graph.edges[e]; best == nullptr || rank(edge) > rank(*best))
                    best = &edge;
            if (best != nullptr) todo.push_back(best->to);
        }
    }

    void countHandoffs() {
        const std::vector<WorkLink> links = workLinks(m_graph, m_pass);
        std::size_t forward = 0;
        double expected = 0;
        for (const WorkLink& link : links) {
            if (!link.isRework) ++forward;
            if (!isHandoff(m_graph, link)) continue;
            if (m_visits) expected += (*m_visits)[link.from] * link.rate;
            if (link.isRework) {
                ++m_metrics.reworkHandoffs;
                continue;
            }
            ++m_metrics.handoffs;
            if (isOutside(m_model, *m_graph.nodes[link.from].step) || isOutside(m_model, *m_graph.nodes[link.to].step))
                ++m_metrics.externalHandoffs;
        }
        if (m_visits) m_metrics.expectedHandoffs = expected;
        if (forward > 0)
            m_metrics.handoffDensity = 100 * static_cast<double>(m_metrics.handoffs) / static_cast<double>(forward);
        m_metrics.pingPongs = pingPongs(m_graph, links).size();
    }

    // Formula 10.
    [[nodiscard]] double ambiguityOf(const Step& step) const {
        double worst = 0;
        if (step.accountable.isEmpty()) worst = 1;
        if (step.accountable.size() > 1) worst = std::max(worst, 0.8);
        if (!step.team) worst = std::max(worst, 0.5);
        if (step.type == StepType::decision) {
            const model::DecisionRight* right = m_model.find(step.decisionRight);
            if (right == nullptr || !hasSingleDecider(m_model, *right)) worst = std::max(worst, 0.3);
        }
        return worst;
    }

    void judgeOwnership() {
        double sum = m_flow.owner ? 0 : 1;
        for (const FlowNode& node : m_graph.nodes)
            if (node.isWork()) sum += ambiguityOf(*node.step);
        m_metrics.ownershipAmbiguity = 100 * sum / static_cast<double>(m_metrics.workSteps + 1);
    }

    const Model& m_model;
    const model::Flow& m_flow;
    FlowGraph m_graph;
    StaticPass m_pass;
    std::optional<std::vector<double>> m_visits;
    std::optional<std::vector<double>> m_staticLead;
    FlowMetrics m_metrics;
};

} // namespace

FlowMetrics flowMetrics(const Model& model, const model::Flow& flow, const model::Variant& variant) {
    return MetricsRun(model, flow, variant).run();
}

bool hasSingleDecider(const Model& model, const model::DecisionRight& right) {
    const model::Letter decides = model::deciderLetter(right.scheme);
    std::size_t deciders = 0;
    model.forEach(right.assignments,
                  [&](const model::Assignment& each) { deciders += each.letter == decides ? 1 : 0; });
    return deciders == 1;
}

std::vector<TeamLoad> teamLoads(const Model& model) {
    std::unordered_map<AnyId, TeamLoad> loads;
    model.forEach(model.plan().flows, [&](const model::Flow& flow) {
        const model::Variant* variant = model.find(flow.current);
        if (variant == nullptr || flow.status == model::FlowStatus::retired) return;
        const FlowGraph graph = flowGraph(model, *variant);
        const auto visits = graph.isComputable() ? expectedVisits(graph) : std::nullopt;
        std::unordered_set<AnyId> working;
        for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
            const Step& step = *graph.nodes[i].step;
            if (!step.team || !graph.nodes[i].isWork()) continue;
            working.insert(step.team);
            if (visits && flow.demandPerWeek)
                loads[step.team].hoursPerWeek += *flow.demandPerWeek * (*visits)[i] * graph.nodes[i].processHours;
        }
        for (const AnyId& team : working) ++loads[team].flows;
    });
    std::vector<TeamLoad> all;
    model.forEach(model.plan().teams, [&](const Team& team) {
        TeamLoad load = loads[team.id];
        load.team = Id<Team>(team.id);
        if (team.capacityPerWeek && *team.capacityPerWeek > 0)
            load.share = 100 * load.hoursPerWeek / *team.capacityPerWeek;
        all.push_back(load);
    });
    return all;
}

double itemsInFlow(double demandPerWeek, double leadHours, double hoursPerWeek) {
    return demandPerWeek * leadHours / hoursPerWeek;
}

std::optional<double> queueWaitFactor(double load) {
    if (load < 0 || load >= 1) return std::nullopt;
    return load / (1 - load);
}

} // namespace flowspine::analysis
