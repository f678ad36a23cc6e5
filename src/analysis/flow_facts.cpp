#include "analysis/flow_facts.h"

#include "analysis/handoffs.h"

#include <algorithm>
#include <map>

namespace flowspine::analysis {

namespace {

using model::AnyId;
using model::Step;

bool isBefore(const StepFacts& facts, const AnyId& step) {
    return facts.step < step;
}

class Collector {
  public:
    Collector(const Model& model, const model::Flow& flow, const model::Variant& variant)
        : m_model(model), m_flow(flow), m_variant(variant), m_graph(flowGraph(model, variant)),
          m_pass(staticPass(m_graph)) {}

    FlowFacts run() {
        m_facts.metrics = flowMetrics(m_model, m_flow, m_variant);
        m_facts.isComputable = m_graph.isComputable();
        collectSteps();
        collectErrors();
        collectWays();
        noteReads();
        return std::move(m_facts);
    }

  private:
    void collectSteps() {
        std::map<AnyId, double> effort;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const FlowNode& node = m_graph.nodes[i];
            const FlowMetrics::StepFigures& figures = m_facts.metrics.steps[i];
            StepFacts facts;
            facts.step = node.step->id;
            facts.branches = node.out.size();
            for (const std::size_t e : node.out) {
                facts.branchPercent += 100 * m_graph.edges[e].probability;
                if (m_graph.edges[e].isRework && !node.isSplit())
                    facts.reworkPercent += 100 * m_graph.edges[e].probability;
            }
            facts.effortHours = figures.processHours.value_or(0);
            facts.leadHours = facts.effortHours + figures.waitHours.value_or(0);
            if (node.isWork() && node.step->team) effort[node.step->team] += facts.effortHours;
            m_facts.steps.push_back(facts);
        }
        std::sort(m_facts.steps.begin(), m_facts.steps.end(),
                  [](const StepFacts& a, const StepFacts& b) { return a.step < b.step; });
        for (const auto& [team, hours] : effort) {
            m_facts.teams.emplace_back(team);
            m_facts.effort.push_back({model::Id<model::Team>(team), hours});
        }
    }

    void collectErrors() {
        for (const Issue& issue : m_graph.issues) {
            const AnyId at(issue.error.pointer);
            if (issue.error.code == "F09" && at == m_variant.id) {
                m_facts.hasOneStart = false;
                continue;
            }
            const auto facts = std::lower_bound(m_facts.steps.begin(), m_facts.steps.end(), at, isBefore);
            if (facts == m_facts.steps.end() || facts->step != at) continue;
            if (issue.error.code == "F08")
                facts->hasBadBranches = true;
            else if (issue.error.code == "F10")
                facts->isEndless = true;
            else if (issue.error.code == "F25")
                facts->lacksJoin = true;
            else if (issue.error.code == "F09")
                (isReached(at) ? facts->isDeadEnd : facts->isUnreachable) = true;
        }
    }

    // A step that is reached and reported can only be a dead end.
    [[nodiscard]] bool isReached(const AnyId& step) {
        if (m_isReached.empty()) {
            m_isReached.assign(m_graph.nodes.size(), false);
            std::vector<std::size_t> todo;
            if (m_graph.start) todo.push_back(*m_graph.start);
            while (!todo.empty()) {
                const std::size_t at = todo.back();
                todo.pop_back();
                if (m_isReached[at]) continue;
                m_isReached[at] = true;
                for (const std::size_t e : m_graph.nodes[at].out) todo.push_back(m_graph.edges[e].to);
            }
        }
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i)
            if (m_graph.nodes[i].step->id == step) return m_isReached[i];
        return false;
    }

    void collectWays() {
        const std::vector<WorkLink> links = workLinks(m_graph, m_pass);
        const auto idOf = [this](std::size_t node) { return m_graph.nodes[node].step->id; };
        for (const PingPong& each : pingPongs(m_graph, links))
            m_facts.pingPongs.push_back({idOf(each.from), idOf(each.over), idOf(each.back)});
        for (const WorkLink& link : links) {
            const bool areDecisions = m_graph.nodes[link.from].step->type == model::StepType::decision &&
                                      m_graph.nodes[link.to].step->type == model::StepType::decision;
            if (areDecisions && !link.isRework && link.from != link.to)
                m_facts.approvalsInRow.push_back({idOf(link.from), idOf(link.to)});
        }
    }

    void noteRead(const AnyId& id) {
        if (id) m_facts.reads.push_back(readKey(Read::entity, id));
    }

    void noteReads() {
        noteRead(m_variant.id);
        noteRead(m_flow.id);
        for (const AnyId& id : m_variant.steps.ids()) noteRead(id);
        for (const AnyId& id : m_variant.links.ids()) noteRead(id);
        m_model.forEach(m_variant.steps, [this](const Step& step) {
            noteRead(step.team);
            noteRead(step.decisionRight);
            if (const model::DecisionRight* right = m_model.find(step.decisionRight))
                for (const AnyId& id : right->assignments.ids()) noteRead(id);
        });
        std::sort(m_facts.reads.begin(), m_facts.reads.end());
        m_facts.reads.erase(std::unique(m_facts.reads.begin(), m_facts.reads.end()), m_facts.reads.end());
    }

    const Model& m_model;
    const model::Flow& m_flow;
    const model::Variant& m_variant;
    FlowGraph m_graph;
    StaticPass m_pass;
    std::vector<bool> m_isReached;
    FlowFacts m_facts;
};

} // namespace

const StepFacts* FlowFacts::of(const AnyId& step) const {
    const auto found = std::lower_bound(steps.begin(), steps.end(), step, isBefore);
    return found != steps.end() && found->step == step ? &*found : nullptr;
}

FlowFacts flowFacts(const Model& model, const model::Flow& flow, const model::Variant& variant) {
    return Collector(model, flow, variant).run();
}

} // namespace flowspine::analysis
