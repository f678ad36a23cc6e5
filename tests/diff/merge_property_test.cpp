// The laws of merging on random triples over all kinds of entity, judged by an oracle that shares nothing with the
// merge. FLOWSPINE_SEED repeats a run; the probe merge-batch makes as many as one likes.
#include "diff/merge.h"
#include "support/merge_oracle.h"
#include "support/random_triple.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::Model;

namespace {

Model merged(const Model& base, const Model& ours, const Model& theirs) {
    return diff::merge(base, ours, theirs).value().model;
}

} // namespace

TEST_CASE("3,000 random merges lose nothing, invent nothing and report no false conflict") {
    const std::uint64_t seed = test::testSeed(20261124);
    test::Random random(seed);
    std::size_t clean = 0;
    for (int i = 0; i < 3'000; ++i) {
        const test::Triple triple = test::randomTriple(random);
        const auto merge = diff::merge(triple.base, triple.ours, triple.theirs);
        INFO("FLOWSPINE_SEED=" << seed << ", triple " << i);
        REQUIRE(merge.hasValue());
        REQUIRE(test::judgeMerge(triple.base, triple.ours, triple.theirs, merge->model).text() == "");
        clean += merge->conflicts.empty() ? 1U : 0U;
    }
    // A run without either would show little.
    CHECK(clean > 300);
    CHECK(clean < 2'700);
}

TEST_CASE("a merge with nothing on one side, or the same on both, gives the other side") {
    const std::uint64_t seed = test::testSeed(4711);
    test::Random random(seed);
    for (int i = 0; i < 400; ++i) {
        const auto [base, ours, theirs] = test::randomTriple(random);
        INFO("FLOWSPINE_SEED=" << seed << ", triple " << i);
        REQUIRE(merged(base, base, theirs) == theirs);
        REQUIRE(merged(base, ours, base) == ours);
        REQUIRE(merged(base, ours, ours) == ours);
        REQUIRE(merged(base, base, base) == base);
    }
}
