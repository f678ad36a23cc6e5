// What happened to a list: what came, what went, and what of the rest was moved.
#pragma once

#include <algorithm>
#include <unordered_map>
#include <vector>

namespace flowspine::diff {

template <class T>
struct ListChange {
    std::vector<T> gained; // in the order of the list after
    std::vector<T> lost;   // in the order of the list before
    // The fewest entries whose moving turns the old order of what stayed into the new one; in the order after.
    std::vector<T> moved;
};

// Entries that occur several times are taken by their first occurrence.
template <class T>
[[nodiscard]] ListChange<T> listChange(const std::vector<T>& before, const std::vector<T>& after) {
    ListChange<T> change;
    std::unordered_map<T, std::size_t> placeBefore;
    for (std::size_t i = 0; i < before.size(); ++i) placeBefore.emplace(before[i], i);
    std::unordered_map<T, std::size_t> placeAfter;
    std::vector<std::pair<T, std::size_t>> stayed; // in the new order, with the old place
    for (std::size_t i = 0; i < after.size(); ++i) {
        if (!placeAfter.emplace(after[i], i).second) continue;
        const auto old = placeBefore.find(after[i]);
        if (old == placeBefore.end())
            change.gained.push_back(after[i]);
        else
            stayed.emplace_back(after[i], old->second);
    }
    for (std::size_t i = 0; i < before.size(); ++i)
        if (placeBefore.at(before[i]) == i && !placeAfter.contains(before[i])) change.lost.push_back(before[i]);

    // A longest increasing run of old places stays; patience sorting with links back.
    std::vector<std::size_t> ends; // index into `stayed` of the smallest end of a run of each length
    std::vector<std::size_t> previous(stayed.size());
    for (std::size_t i = 0; i < stayed.size(); ++i) {
        const auto at = std::lower_bound(ends.begin(), ends.end(), i, [&stayed](std::size_t a, std::size_t b) {
            return stayed[a].second < stayed[b].second;
        });
        previous[i] = at == ends.begin() ? stayed.size() : *(at - 1);
        if (at == ends.end())
            ends.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> isKept(stayed.size(), false);
    for (std::size_t i = ends.empty() ? stayed.size() : ends.back(); i < stayed.size(); i = previous[i])
        isKept[i] = true;
    for (std::size_t i = 0; i < stayed.size(); ++i)
        if (!isKept[i]) change.moved.push_back(stayed[i].first);
    return change;
}

} // namespace flowspine::diff
