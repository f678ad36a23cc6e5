#include "adapters/list_changes.h"

#include <catch2/catch.hpp>

#include <algorithm>
#include <numeric>
#include <random>

using namespace flowspine::adapters;

namespace {

// Plays the changes on a list of keys.
std::vector<int> played(std::vector<int> list, const ListChanges& changes, const std::vector<int>& wanted) {
    for (const int at : changes.removed) list.erase(list.begin() + at);
    for (const ListChanges::Move& move : changes.moves) {
        const int key = list[static_cast<std::size_t>(move.from)];
        list.erase(list.begin() + move.from);
        list.insert(list.begin() + move.to, key);
    }
    for (const int at : changes.inserted) list.insert(list.begin() + at, wanted[static_cast<std::size_t>(at)]);
    return list;
}

std::vector<int> oldPositions(const std::vector<int>& before, const std::vector<int>& after) {
    std::vector<int> positions;
    for (const int key : after) {
        const auto at = std::find(before.begin(), before.end(), key);
        positions.push_back(at == before.end() ? -1 : static_cast<int>(at - before.begin()));
    }
    return positions;
}

} // namespace

TEST_CASE("list changes lead from any list to any other") {
    const unsigned seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 2000; ++round) {
        std::vector<int> all(12);
        std::iota(all.begin(), all.end(), 0);
        std::shuffle(all.begin(), all.end(), random);
        const std::vector<int> before(all.begin(), all.begin() + static_cast<int>(random() % 12));
        std::shuffle(all.begin(), all.end(), random);
        const std::vector<int> after(all.begin(), all.begin() + static_cast<int>(random() % 12));
        const ListChanges changes = listChanges(oldPositions(before, after), before.size());
        REQUIRE(played(before, changes, after) == after);
    }
}

TEST_CASE("moving one entry of a list is one move") {
    const std::vector<int> before = {0, 1, 2, 3, 4, 5};
    const ListChanges up = listChanges(oldPositions(before, {4, 0, 1, 2, 3, 5}), before.size());
    CHECK(up.moves == std::vector<ListChanges::Move>{{4, 0}});
    const ListChanges down = listChanges(oldPositions(before, {1, 2, 3, 0, 4, 5}), before.size());
    CHECK(down.moves == std::vector<ListChanges::Move>{{0, 3}});
    CHECK(down.removed.empty());
    CHECK(down.inserted.empty());
}

TEST_CASE("a longest increasing run leaves new entries out") {
    const std::vector<double> values = {3, -1, 1, 2, -1, 5, 4};
    const std::vector<bool> run = longestIncreasing(values);
    CHECK(std::count(run.begin(), run.end(), true) == 3);
    CHECK_FALSE(run[1]);
    CHECK_FALSE(run[0]);
    CHECK(longestIncreasing({}).empty());
}
