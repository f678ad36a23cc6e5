#include "analysis/linear_flow.h"

#include "analysis/strong_components.h"

#include <algorithm>
#include <cmath>

namespace flowspine::analysis {

namespace {

// One term of a node's equation: value += weight * value(of).
struct Term {
    std::size_t of = 0;
    double weight = 1;
};

// value = constant + sum of terms; or, where `branches` is not empty, the greatest branch (constant + value(of)) is
// added to the constant first.
struct Branch {
    std::optional<std::size_t> of; // none: the branch goes straight to its join
    double constant = 0;
};
struct Equation {
    double constant = 0;
    std::vector<Term> terms;
    std::vector<Branch> branches;
};

// Solves the dense system of one component by elimination with row exchange. False when it is singular.
bool solveComponent(const std::vector<std::size_t>& members, const std::vector<Equation>& equations,
                    const std::vector<std::size_t>& position, const StrongComponents& components,
                    std::vector<double>& values) {
    const std::size_t n = members.size();
    std::vector<std::vector<double>> rows(n);
    for (std::size_t i = 0; i < n; ++i) {
        const Equation& equation = equations[members[i]];
        rows[i].resize(n + 1);
        rows[i][i] += 1;
        rows[i][n] = equation.constant;
        double longest = 0;
        for (const Branch& branch : equation.branches)
            longest = std::max(longest, branch.constant + (branch.of ? values[*branch.of] : 0.0));
        rows[i][n] += longest;
        for (const Term& term : equation.terms) {
            if (components.of[term.of] == components.of[members[i]])
                rows[i][position[term.of]] -= term.weight;
            else
                rows[i][n] += term.weight * values[term.of];
        }
    }
    for (std::size_t column = 0; column < n; ++column) {
        std::size_t pivot = column;
        for (std::size_t row = column + 1; row < n; ++row)
            if (std::abs(rows[row][column]) > std::abs(rows[pivot][column])) pivot = row;
        constexpr double singular = 1e-12;
        if (std::abs(rows[pivot][column]) < singular) return false;
        std::swap(rows[pivot], rows[column]);
        for (std::size_t row = 0; row < n; ++row) {
            if (row == column || rows[row][column] == 0) continue;
            const double factor = rows[row][column] / rows[column][column];
            for (std::size_t k = column; k <= n; ++k) rows[row][k] -= factor * rows[column][k];
        }
    }
    for (std::size_t i = 0; i < n; ++i) values[members[i]] = rows[i][n] / rows[i][i];
    return true;
}

// Values that equations depend on are solved before them, one strongly connected component at a time.
std::optional<std::vector<double>> solve(const std::vector<Equation>& equations) {
    std::vector<std::vector<std::size_t>> dependencies(equations.size());
    for (std::size_t i = 0; i < equations.size(); ++i) {
        for (const Term& term : equations[i].terms) dependencies[i].push_back(term.of);
        for (const Branch& branch : equations[i].branches)
            if (branch.of) dependencies[i].push_back(*branch.of);
    }
    const StrongComponents components = strongComponents(dependencies);
    std::vector<std::size_t> position(equations.size(), 0);
    std::vector<double> values(equations.size(), 0.0);
    for (const std::vector<std::size_t>& members : components.members) {
        for (std::size_t i = 0; i < members.size(); ++i) position[members[i]] = i;
        for (const std::size_t node : members)
            for (const Branch& branch : equations[node].branches)
                if (branch.of && components.of[*branch.of] == components.of[node])
                    return std::nullopt; // a link jumps out of the block
        if (!solveComponent(members, equations, position, components, values)) return std::nullopt;
    }
    return values;
}

} // namespace

std::optional<std::vector<double>> expectedVisits(const FlowGraph& graph) {
    std::vector<Equation> equations(graph.nodes.size());
    if (!graph.start) return std::nullopt;
    equations[*graph.start].constant = 1;
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const FlowNode& node = graph.nodes[i];
        if (node.split) {
            equations[i].terms.push_back({*node.split, 1.0});
            continue;
        }
        for (const std::size_t e : node.in)
            equations[i].terms.push_back({graph.edges[e].from, graph.edges[e].probability});
    }
    return solve(equations);
}

std::optional<std::vector<double>> expectedHours(const FlowGraph& graph, const NodeHours& nodeHours, bool withDelays) {
    std::vector<Equation> equations(graph.nodes.size());
    for (std::size_t i = 0; i < graph.nodes.size(); ++i) {
        const FlowNode& node = graph.nodes[i];
        Equation& equation = equations[i];
        equation.constant = nodeHours(node);
        for (const std::size_t e : node.out) {
            const FlowEdge& edge = graph.edges[e];
            const double delay = withDelays ? edge.delayHours : 0;
            const bool endsBlock = graph.nodes[edge.to].split.has_value();
            if (node.join) {
                equation.branches.push_back({endsBlock ? std::nullopt : std::optional(edge.to), delay});
            } else {
                equation.constant += edge.probability * delay;
                if (!endsBlock) equation.terms.push_back({edge.to, edge.probability});
            }
        }
        if (node.join) equation.terms.push_back({*node.join, 1.0});
    }
    return solve(equations);
}

std::optional<double> rolledCompleteAccurate(const FlowGraph& graph) {
    if (!graph.start) return std::nullopt;
    std::vector<std::vector<std::size_t>> successors(graph.nodes.size());
    for (const FlowEdge& edge : graph.edges) successors[edge.from].push_back(edge.to);
    for (std::size_t i = 0; i < graph.nodes.size(); ++i)
        if (graph.nodes[i].join) successors[i].push_back(*graph.nodes[i].join);
    const StrongComponents order = strongComponents(successors);
    std::vector<double> yields(graph.nodes.size(), 1.0);
    for (std::size_t c = 0; c < order.members.size(); ++c) {
        if (order.isLoop[c]) return std::nullopt;
        const std::size_t i = order.members[c].front();
        const FlowNode& node = graph.nodes[i];
        const double own = node.step->percentCompleteAccurate ? *node.step->percentCompleteAccurate / 100 : 1;
        double rest = node.out.empty() ? 1 : 0;
        if (node.join) {
            rest = yields[*node.join];
            for (const std::size_t e : node.out)
                if (!graph.nodes[graph.edges[e].to].split) rest *= yields[graph.edges[e].to];
        } else {
            for (const std::size_t e : node.out) {
                const FlowEdge& edge = graph.edges[e];
                rest += edge.probability * (graph.nodes[edge.to].split ? 1 : yields[edge.to]);
            }
        }
        yields[i] = own * rest;
    }
    return yields[*graph.start];
}

} // namespace flowspine::analysis
