#include "analysis/flow_graph.h"

#include "analysis/strong_components.h"
#include "model/naming.h"

#include <algorithm>
#include <cmath>
#include <unordered_map>

namespace flowspine::analysis {

namespace {

using model::AnyId;
using model::LinkKind;
using model::Step;
using model::StepType;

class GraphBuilder {
  public:
    GraphBuilder(const Model& model, const model::Variant& variant) : m_model(model), m_variant(variant) {}

    FlowGraph build() {
        addNodes();
        addEdges();
        matchJoins();
        findStart();
        shareProbabilities();
        checkReachability();
        checkLoops();
        return std::move(m_graph);
    }

  private:
    void report(base::Severity severity, const char* code, const AnyId& id, std::string message) {
        m_graph.issues.push_back({severity, base::failure(code, std::move(message), std::string(id.text()))});
    }
    void error(const char* code, std::size_t node, const std::string& message) {
        report(base::Severity::error, code, m_graph.nodes[node].step->id, message);
    }
    std::string name(std::size_t node) const {
        return "“" + model::shortName(m_model, m_graph.nodes[node].step->id) + "”";
    }

    void addNodes() {
        m_model.forEach(m_variant.steps, [this](const Step& step) {
            m_number[step.id] = m_graph.nodes.size();
            FlowNode node;
            node.step = &step;
            if (step.processTime) node.processHours = base::hours(*step.processTime);
            if (step.waitTime) node.waitHours = base::hours(*step.waitTime);
            m_graph.nodes.push_back(std::move(node));
            if (m_graph.nodes.back().processHours < 0 || m_graph.nodes.back().waitHours < 0)
                error("F16", m_graph.nodes.size() - 1, name(m_graph.nodes.size() - 1) + " is done before it begins.");
        });
    }

    void addEdges() {
        m_model.forEach(m_variant.links, [this](const model::Link& link) {
            const auto from = m_number.find(link.from);
            const auto to = m_number.find(link.to);
            if (link.kind == LinkKind::information || from == m_number.end() || to == m_number.end()) return;
            FlowEdge edge;
            edge.from = from->second;
            edge.to = to->second;
            edge.isRework = link.kind == LinkKind::rework;
            edge.link = Id<model::Link>(link.id);
            if (link.delay) edge.delayHours = base::hours(*link.delay);
            edge.probability = link.probability ? *link.probability / 100 : -1; // -1: not stated, see below
            if (edge.delayHours < 0) error("F16", edge.from, "The delay after " + name(edge.from) + " is negative.");
            m_graph.nodes[edge.from].out.push_back(m_graph.edges.size());
            m_graph.nodes[edge.to].in.push_back(m_graph.edges.size());
            m_graph.edges.push_back(edge);
        });
    }

    void matchJoins() {
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            FlowNode& node = m_graph.nodes[i];
            if (!node.isSplit()) continue;
            const auto join = m_number.find(node.step->joins);
            if (join == m_number.end() || m_graph.nodes[join->second].step->type != StepType::andJoin) {
                error("F25", i, "Parallel work from " + name(i) + " never comes back together.");
                continue;
            }
            node.join = join->second;
            m_graph.nodes[join->second].split = i;
        }
    }

    void findStart() {
        std::vector<std::size_t> marked;
        std::vector<std::size_t> sources;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            if (m_graph.nodes[i].step->type == StepType::start) marked.push_back(i);
            if (m_graph.nodes[i].in.empty()) sources.push_back(i);
        }
        // Without a start event the one step that nothing leads to is the start.
        const std::vector<std::size_t>& candidates = marked.empty() ? sources : marked;
        if (candidates.size() == 1) {
            m_graph.start = candidates.front();
        } else if (!m_graph.nodes.empty()) {
            report(base::Severity::error, "F09", m_variant.id,
                   candidates.empty() ? "It is not said where the flow starts."
                                      : "The flow starts in " + std::to_string(candidates.size()) + " places.");
        }
    }

    void shareProbabilities() {
        constexpr double tolerance = 0.01;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const FlowNode& node = m_graph.nodes[i];
            if (node.out.empty()) continue;
            if (node.isSplit()) {
                for (const std::size_t e : node.out) m_graph.edges[e].probability = 1;
                continue;
            }
            double stated = 0;
            std::size_t open = 0;
            for (const std::size_t e : node.out)
                m_graph.edges[e].probability < 0 ? void(++open) : void(stated += m_graph.edges[e].probability);
            const double share = open == 0 ? 0 : std::max(0.0, 1 - stated) / static_cast<double>(open);
            for (const std::size_t e : node.out)
                if (m_graph.edges[e].probability < 0) m_graph.edges[e].probability = share;
            const double sum = stated + share * static_cast<double>(open);
            if (std::abs(sum - 1) > tolerance)
                error("F08", i,
                      "Branches after " + name(i) + " add up to " + model::numberText(std::round(sum * 1000) / 10) +
                          " %.");
        }
    }

    void checkReachability() {
        if (!m_graph.start) return;
        std::vector<bool> reached(m_graph.nodes.size(), false);
        std::vector<std::size_t> todo = {*m_graph.start};
        reached[*m_graph.start] = true;
        while (!todo.empty()) {
            const std::size_t at = todo.back();
            todo.pop_back();
            for (const std::size_t e : m_graph.nodes[at].out)
                if (const std::size_t next = m_graph.edges[e].to; !reached[next]) {
                    reached[next] = true;
                    todo.push_back(next);
                }
        }
        bool hasEnd = false;
        for (const FlowNode& node : m_graph.nodes) hasEnd = hasEnd || node.step->type == StepType::end;
        for (std::size_t i = 0; i < m_graph.nodes.size(); ++i) {
            const FlowNode& node = m_graph.nodes[i];
            if (!reached[i])
                report(base::Severity::warning, "F09", node.step->id, name(i) + " can never be reached.");
            else if (hasEnd && node.out.empty() && node.step->type != StepType::end)
                report(base::Severity::warning, "F09", node.step->id,
                       "Work stops at " + name(i) + ", which is no end.");
        }
    }

    // A loop of work without an exit, and loops without a rework link.
    void checkLoops() {
        const std::size_t count = m_graph.nodes.size();
        std::vector<std::vector<std::size_t>> all(count);
        std::vector<std::vector<std::size_t>> forward(count);
        for (const FlowEdge& edge : m_graph.edges) {
            if (edge.probability > 0) all[edge.from].push_back(edge.to);
            if (!edge.isRework) forward[edge.from].push_back(edge.to);
        }
        const StrongComponents loops = strongComponents(all);
        std::vector<bool> leaves(loops.members.size(), false);
        for (const FlowEdge& edge : m_graph.edges)
            if (edge.probability > 0 && loops.of[edge.from] != loops.of[edge.to]) leaves[loops.of[edge.from]] = true;
        for (std::size_t c = 0; c < loops.members.size(); ++c)
            if (loops.isLoop[c] && !leaves[c])
                error("F10", loops.members[c].front(),
                      "Work can circle forever at " + name(loops.members[c].front()) + ".");

        // What only rework leads to may close a loop by an ordinary link: that is how a fix-up step is drawn.
        std::vector<bool> isReached(count, false);
        if (m_graph.start) {
            std::vector<std::size_t> todo = {*m_graph.start};
            isReached[*m_graph.start] = true;
            while (!todo.empty()) {
                const std::size_t at = todo.back();
                todo.pop_back();
                for (const std::size_t next : forward[at])
                    if (!isReached[next]) {
                        isReached[next] = true;
                        todo.push_back(next);
                    }
            }
        }
        for (std::size_t i = 0; i < count; ++i)
            if (!isReached[i]) forward[i].clear();
        const StrongComponents cycles = strongComponents(forward);
        for (std::size_t c = 0; c < cycles.members.size(); ++c)
            if (cycles.isLoop[c])
                report(base::Severity::warning, "loop-not-rework", m_graph.nodes[cycles.members[c].front()].step->id,
                       "Work comes back to " + name(cycles.members[c].front()) +
                           ", but no link of the loop is marked as rework.");
    }

    const Model& m_model;
    const model::Variant& m_variant;
    FlowGraph m_graph;
    std::unordered_map<AnyId, std::size_t> m_number;
};

} // namespace

bool FlowNode::isWork() const {
    return step->type == StepType::task || step->type == StepType::decision;
}

bool FlowGraph::isComputable() const {
    return start.has_value() && std::none_of(issues.begin(), issues.end(), [](const Issue& issue) {
               return issue.severity == base::Severity::error;
           });
}

FlowGraph flowGraph(const Model& model, const model::Variant& variant) {
    return GraphBuilder(model, variant).build();
}

StaticPass staticPass(const FlowGraph& graph) {
    StaticPass pass;
    pass.isReached.assign(graph.nodes.size(), false);
    if (graph.start) {
        std::vector<std::size_t> todo = {*graph.start};
        pass.isReached[*graph.start] = true;
        while (!todo.empty()) {
            const std::size_t at = todo.back();
            todo.pop_back();
            for (const std::size_t e : graph.nodes[at].out)
                if (!graph.edges[e].isRework && !pass.isReached[graph.edges[e].to]) {
                    pass.isReached[graph.edges[e].to] = true;
                    todo.push_back(graph.edges[e].to);
                }
        }
    }
    pass.graph.start = graph.start;
    pass.graph.nodes = graph.nodes;
    for (FlowNode& node : pass.graph.nodes) {
        node.out.clear();
        node.in.clear();
    }
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        double kept = 0;
        for (const std::size_t e : graph.nodes[i].out)
            if (!graph.edges[e].isRework) kept += graph.edges[e].probability;
        if (!pass.isReached[i]) continue;
        for (const std::size_t e : graph.nodes[i].out) {
            FlowEdge edge = graph.edges[e];
            if (edge.isRework) continue;
            if (!graph.nodes[i].isSplit() && kept > 0) edge.probability /= kept;
            pass.graph.nodes[edge.from].out.push_back(pass.graph.edges.size());
            pass.graph.nodes[edge.to].in.push_back(pass.graph.edges.size());
            pass.graph.edges.push_back(edge);
        }
    }
    return pass;
}

} // namespace flowspine::analysis
