// How one list becomes another by removing, moving and inserting: the least number of moves, so that views keep their
// place and selection. Works on positions; the caller matches by key.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

namespace flowspine::adapters {

struct ListChanges {
    // Positions in the old list that are gone, from the last to the first.
    std::vector<int> removed;
    // Then, in order: take the row at `from` and put it so that it stands at `to`.
    struct Move {
        int from = 0;
        int to = 0;
        friend bool operator==(const Move&, const Move&) = default;
    };
    std::vector<Move> moves;
    // Then positions in the new list that are new, from the first to the last.
    std::vector<int> inserted;
};

// `oldPositions[i]` is where the i-th entry of the new list stood in the old one, or -1 when it is new; no position
// occurs twice.
[[nodiscard]] ListChanges listChanges(std::span<const int> oldPositions, std::size_t oldSize);

// Marks the entries of a longest run of increasing values; entries below zero are never part of it.
[[nodiscard]] std::vector<bool> longestIncreasing(std::span<const double> values);

} // namespace flowspine::adapters
