#include "analysis/strong_components.h"

#include <algorithm>
#include <limits>

namespace flowspine::analysis {

StrongComponents strongComponents(const std::vector<std::vector<std::size_t>>& successors) {
    constexpr std::size_t unseen = std::numeric_limits<std::size_t>::max();
    const std::size_t count = successors.size();
    StrongComponents result;
    result.of.assign(count, unseen);
    std::vector<std::size_t> order(count, unseen);
    std::vector<std::size_t> low(count, 0);
    std::vector<std::size_t> open;
    struct Frame {
        std::size_t node;
        std::size_t next;
    };
    std::vector<Frame> frames;
    std::size_t clock = 0;

    const auto enter = [&](std::size_t node) {
        order[node] = low[node] = clock++;
        open.push_back(node);
        frames.push_back({node, 0});
    };
    const auto close = [&](std::size_t node) {
        if (low[node] != order[node]) return;
        std::vector<std::size_t> members;
        do {
            members.push_back(open.back());
            result.of[open.back()] = result.members.size();
            open.pop_back();
        } while (members.back() != node);
        std::reverse(members.begin(), members.end());
        result.isLoop.push_back(members.size() > 1 || std::find(successors[node].begin(), successors[node].end(),
                                                                node) != successors[node].end());
        result.members.push_back(std::move(members));
    };

    for (std::size_t root = 0; root < count; ++root) {
        if (order[root] != unseen) continue;
        enter(root);
        while (!frames.empty()) {
            const std::size_t node = frames.back().node;
            if (frames.back().next < successors[node].size()) {
                const std::size_t next = successors[node][frames.back().next++];
                if (order[next] == unseen)
                    enter(next);
                else if (result.of[next] == unseen)
                    low[node] = std::min(low[node], order[next]);
                continue;
            }
            close(node);
            frames.pop_back();
            if (!frames.empty()) low[frames.back().node] = std::min(low[frames.back().node], low[node]);
        }
    }
    return result;
}

} // namespace flowspine::analysis
