#include "adapters/list_changes.h"

#include <algorithm>

namespace flowspine::adapters {

std::vector<bool> longestIncreasing(std::span<const double> values) {
    // Patience sorting: tails[n] is the entry that ends the best run of length n + 1 found so far.
    std::vector<std::size_t> tails;
    std::vector<std::size_t> previous(values.size(), values.size());
    for (std::size_t i = 0; i < values.size(); ++i) {
        if (values[i] < 0) continue;
        const auto at = std::lower_bound(tails.begin(), tails.end(), values[i],
                                         [&values](std::size_t tail, double value) { return values[tail] < value; });
        if (at != tails.begin()) previous[i] = *(at - 1);
        if (at == tails.end())
            tails.push_back(i);
        else
            *at = i;
    }
    std::vector<bool> isPart(values.size(), false);
    if (tails.empty()) return isPart;
    for (std::size_t i = tails.back(); i < values.size(); i = previous[i]) isPart[i] = true;
    return isPart;
}

ListChanges listChanges(std::span<const int> oldPositions, std::size_t oldSize) {
    ListChanges changes;
    std::vector<bool> stays(oldSize, false);
    std::vector<int> wanted; // what stays, by old position, in the new order
    for (std::size_t i = 0; i < oldPositions.size(); ++i) {
        const int old = oldPositions[i];
        if (old < 0) {
            changes.inserted.push_back(static_cast<int>(i));
            continue;
        }
        stays[static_cast<std::size_t>(old)] = true;
        wanted.push_back(old);
    }
    for (std::size_t i = oldSize; i-- > 0;)
        if (!stays[i]) changes.removed.push_back(static_cast<int>(i));

    // Rows outside the longest increasing run move, in the new order, to just behind the row they follow.
    const std::vector<double> values(wanted.begin(), wanted.end());
    const std::vector<bool> isFixed = longestIncreasing(values);
    std::vector<int> list = wanted;
    std::sort(list.begin(), list.end());
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (isFixed[i]) continue;
        const auto from = std::find(list.begin(), list.end(), wanted[i]);
        const auto behind = i == 0 ? list.begin() : std::find(list.begin(), list.end(), wanted[i - 1]) + 1;
        ListChanges::Move move{static_cast<int>(from - list.begin()), static_cast<int>(behind - list.begin())};
        if (behind > from) {
            --move.to;
            std::rotate(from, from + 1, behind);
        } else {
            std::rotate(behind, from, from + 1);
        }
        if (move.from != move.to) changes.moves.push_back(move);
    }
    return changes;
}

} // namespace flowspine::adapters
