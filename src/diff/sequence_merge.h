// Merges an order that two people changed apart. Which entries stay is the caller's decision; this finds their order.
#pragma once

#include <algorithm>
#include <cstddef>
#include <unordered_map>
#include <utility>
#include <vector>

namespace flowspine::diff {

template <class T>
struct MergedSequence {
    std::vector<T> items;
    // Both put the same entries in different orders that do not go together; `items` follows ours.
    bool isDisputed = false;
};

// For entries that each list has at most once. `keeps(entry)` is asked about entries of either side.
//
// Of two entries that both sides have, the order is the one that somebody changed; a change by both is the same change,
// since there are only two orders. Where these pairs go round in a circle, or an entry is new on both sides at
// different places, the order is disputed. An entry that one side only has stands behind what it stands behind there;
// what both put at one place comes in the order of the entries themselves, so that swapping the sides changes nothing.
template <class T, class Keeps>
[[nodiscard]] MergedSequence<T> mergeSequence(const std::vector<T>& base, const std::vector<T>& ours,
                                              const std::vector<T>& theirs, Keeps keeps) {
    using Places = std::unordered_map<T, std::size_t>;
    const auto placesOf = [](const std::vector<T>& list) {
        Places places;
        places.reserve(list.size());
        for (std::size_t i = 0; i < list.size(); ++i) places.emplace(list[i], i);
        return places;
    };
    const Places inOurs = placesOf(ours);
    const Places inTheirs = placesOf(theirs);
    const auto sharedOf = [&](const std::vector<T>& list) {
        std::vector<T> shared;
        for (const T& item : list)
            if (inOurs.contains(item) && inTheirs.contains(item) && keeps(item)) shared.push_back(item);
        return shared;
    };

    MergedSequence<T> merged;
    std::vector<T> shared = sharedOf(ours);
    const std::vector<T> sharedTheirs = sharedOf(theirs);
    if (shared != sharedTheirs) {
        const std::vector<T> sharedBase = sharedOf(base);
        if (shared == sharedBase) {
            shared = sharedTheirs;
        } else if (sharedTheirs != sharedBase) {
            const Places inBase = placesOf(base);
            // How many of the others come before each: 0, 1, 2 … exactly when the pairs make one order.
            std::vector<std::size_t> earlier(shared.size(), 0);
            for (std::size_t a = 0; a < shared.size() && !merged.isDisputed; ++a)
                for (std::size_t b = a + 1; b < shared.size(); ++b) {
                    bool isBefore = true; // ours has a before b
                    if (inTheirs.at(shared[a]) > inTheirs.at(shared[b])) {
                        const auto baseA = inBase.find(shared[a]);
                        const auto baseB = inBase.find(shared[b]);
                        if (baseA == inBase.end() || baseB == inBase.end()) {
                            merged.isDisputed = true;
                            break;
                        }
                        isBefore = baseA->second > baseB->second;
                    }
                    ++earlier[isBefore ? b : a];
                }
            std::vector<std::size_t> order(shared.size());
            for (std::size_t i = 0; i < order.size(); ++i) order[i] = i;
            std::sort(order.begin(), order.end(),
                      [&](std::size_t a, std::size_t b) { return earlier[a] < earlier[b]; });
            for (std::size_t i = 0; i < order.size(); ++i)
                merged.isDisputed = merged.isDisputed || earlier[order[i]] != i;
            if (!merged.isDisputed) {
                std::vector<T> sorted;
                for (const std::size_t i : order) sorted.push_back(shared[i]);
                shared = std::move(sorted);
            }
        }
    }

    // What only one side has, by the shared entry that it follows there; `shared.size()` is the start.
    const Places inShared = placesOf(shared);
    std::unordered_map<std::size_t, std::pair<std::vector<T>, std::vector<T>>> followers;
    const auto collect = [&](const std::vector<T>& list, const Places& other, bool isOurs) {
        std::size_t anchor = shared.size();
        for (const T& item : list) {
            if (const auto at = inShared.find(item); at != inShared.end()) {
                anchor = at->second;
            } else if (!other.contains(item) && keeps(item)) {
                auto& [fromOurs, fromTheirs] = followers[anchor];
                (isOurs ? fromOurs : fromTheirs).push_back(item);
            }
        }
    };
    collect(ours, inTheirs, true);
    collect(theirs, inOurs, false);
    const auto append = [&](std::size_t anchor) {
        const auto at = followers.find(anchor);
        if (at == followers.end()) return;
        auto [first, second] = std::move(at->second);
        if (!first.empty() && !second.empty() && second.front() < first.front()) std::swap(first, second);
        merged.items.insert(merged.items.end(), first.begin(), first.end());
        merged.items.insert(merged.items.end(), second.begin(), second.end());
    };
    append(shared.size());
    for (std::size_t i = 0; i < shared.size(); ++i) {
        merged.items.push_back(shared[i]);
        append(i);
    }
    return merged;
}

} // namespace flowspine::diff
