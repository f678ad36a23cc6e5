#include "analysis/handoffs.h"

#include <map>
#include <tuple>

namespace flowspine::analysis {

namespace {

// Walks from a step through gateways, events and waits to the next tasks.
class Walker {
  public:
    Walker(const FlowGraph& graph, const StaticPass& pass,
           std::map<std::tuple<std::size_t, std::size_t, bool>, WorkLink>& links)
        : m_graph(graph), m_pass(pass), m_links(links), m_isOnWay(graph.nodes.size(), false) {}

    void walkFrom(std::size_t source) {
        m_source = source;
        walk(source, 1.0, !m_pass.isReached[source]);
    }

  private:
    void walk(std::size_t at, double rate, bool isRework) {
        for (const std::size_t e : m_graph.nodes[at].out) {
            const FlowEdge& edge = m_graph.edges[e];
            const double next = rate * edge.probability;
            const bool rework = isRework || edge.isRework;
            m_way.push_back(e);
            if (m_graph.nodes[edge.to].isWork()) {
                WorkLink& link = m_links[{m_source, edge.to, rework}];
                if (link.edges.empty()) link = {m_source, edge.to, 0, rework, m_way};
                link.rate += next;
            } else if (!m_isOnWay[edge.to]) {
                m_isOnWay[edge.to] = true;
                walk(edge.to, next, rework);
                m_isOnWay[edge.to] = false;
            }
            m_way.pop_back();
        }
    }

    const FlowGraph& m_graph;
    const StaticPass& m_pass;
    std::map<std::tuple<std::size_t, std::size_t, bool>, WorkLink>& m_links;
    std::vector<bool> m_isOnWay;
    std::vector<std::size_t> m_way;
    std::size_t m_source = 0;
};

const model::Id<model::Team>& teamOf(const FlowGraph& graph, std::size_t node) {
    return graph.nodes[node].step->team;
}

} // namespace

std::vector<WorkLink> workLinks(const FlowGraph& graph, const StaticPass& pass) {
    std::map<std::tuple<std::size_t, std::size_t, bool>, WorkLink> links;
    Walker walker(graph, pass, links);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (graph.nodes[i].isWork()) walker.walkFrom(i);
    std::vector<WorkLink> all;
    all.reserve(links.size());
    for (auto& [key, link] : links) all.push_back(std::move(link));
    return all;
}

bool isHandoff(const FlowGraph& graph, const WorkLink& link) {
    const auto& from = teamOf(graph, link.from);
    const auto& to = teamOf(graph, link.to);
    return from && to && from != to;
}

std::vector<PingPong> pingPongs(const FlowGraph& graph, const std::vector<WorkLink>& links) {
    std::map<std::size_t, std::vector<const WorkLink*>> forward;
    for (const WorkLink& link : links)
        if (!link.isRework && isHandoff(graph, link)) forward[link.from].push_back(&link);
    std::vector<PingPong> found;
    for (const auto& [from, firsts] : forward)
        for (const WorkLink* first : firsts) {
            const auto seconds = forward.find(first->to);
            if (seconds == forward.end()) continue;
            for (const WorkLink* second : seconds->second)
                if (teamOf(graph, second->to) == teamOf(graph, from)) found.push_back({from, first->to, second->to});
        }
    return found;
}

} // namespace flowspine::analysis
