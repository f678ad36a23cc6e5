// Strongly connected components of a directed graph (Tarjan 1972), without recursion.
#pragma once

#include <cstddef>
#include <vector>

namespace flowspine::analysis {

struct StrongComponents {
    std::vector<std::size_t> of;                   // component of each node
    std::vector<std::vector<std::size_t>> members; // successors' components come before their predecessors'
    std::vector<bool> isLoop;                      // more than one member, or a link to itself
};

[[nodiscard]] StrongComponents strongComponents(const std::vector<std::vector<std::size_t>>& successors);

} // namespace flowspine::analysis
