#include "view/row_packing.h"

#include "support/random.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;

TEST_CASE("packed intervals take the first row with room and never overlap") {
    CHECK(packIntoRows({}, 4).empty());
    CHECK(rowCount({}) == 0);
    CHECK(packIntoRows({{0, 10}, {5, 12}, {14, 20}, {13, 15}}, 4) == std::vector<std::size_t>{0, 1, 0, 2});
    const std::uint64_t seed = test::testSeed(20261126);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 200; ++round) {
        std::vector<PackedInterval> intervals;
        for (std::size_t i = random.below(40); i > 0; --i) {
            const double start = static_cast<double>(random.below(1000));
            intervals.push_back({start, start + static_cast<double>(1 + random.below(200))});
        }
        const auto rows = packIntoRows(intervals, 3);
        REQUIRE(rows.size() == intervals.size());
        for (std::size_t i = 0; i < intervals.size(); ++i)
            for (std::size_t j = i + 1; j < intervals.size(); ++j)
                if (rows[i] == rows[j])
                    REQUIRE((intervals[i].end + 3 <= intervals[j].start || intervals[j].end + 3 <= intervals[i].start));
    }
}
