#include "analysis/simulation.h"

#include "analysis/flow_metrics.h"
#include "support/case_importer.h"
#include "support/paths.h"
#include "support/random_flow.h"
#include "support/worked_example.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace flowspine;
using nlohmann::json;

namespace {

test::WorkedExample worked(const std::string& id) {
    const json document = test::readJsonFile((test::sourceDir() / "tests/data/cases/worked_examples.json").string());
    for (const json& vector : document["vectors"])
        if (vector["id"] == id) return test::importWorkedExample(vector);
    throw std::runtime_error("no worked example " + id);
}

double simulatedHours(const std::string& id) {
    const test::WorkedExample example = worked(id);
    const auto graph = analysis::flowGraph(example.model, *example.model.find(example.variant));
    const auto simulation = analysis::simulate(graph, {.seed = 7, .runs = 200'000, .isCancelled = {}});
    REQUIRE(simulation.has_value());
    return simulation->meanHours;
}

} // namespace

TEST_CASE("the simulation agrees with published runs") {
    CHECK(simulatedHours("T6_credit") == Approx(69.2).epsilon(0.005));
    CHECK(simulatedHours("T10_asis") == Approx(114.167).epsilon(0.005));
    CHECK(simulatedHours("T13_fix_loop") == Approx(10).epsilon(0.01));
}

TEST_CASE("where branches are random the simulation finds what the formula cannot") {
    CHECK(simulatedHours("T11_critical_branch_flips") == Approx(80).epsilon(0.005));
    const test::WorkedExample example = worked("T11_critical_branch_flips");
    CHECK(analysis::flowMetrics(example.model, *example.model.find(example.flow), *example.model.find(example.variant))
              .isLowerBound);
}

TEST_CASE("expected lead times of 1,000 random flows lie within the simulation, or below it where they are bounds") {
    std::size_t exact = 0;
    std::size_t bounds = 0;
    for (std::uint64_t seed = 1; seed <= 1000; ++seed) {
        INFO("seed " << seed);
        const test::RandomFlow random = test::makeRandomFlow(seed, 4 + seed % 60, 1 + seed % 6);
        const model::Model& model = random.model;
        const auto metrics = analysis::flowMetrics(model, *model.find(random.flow), *model.find(random.variant));
        for (const base::Issue& issue : metrics.issues) FAIL_CHECK(base::toText(issue.error));
        REQUIRE(metrics.leadHours.has_value());
        const auto simulation = analysis::simulate(analysis::flowGraph(model, *model.find(random.variant)),
                                                   {.seed = seed, .runs = 4000, .isCancelled = {}});
        REQUIRE(simulation.has_value());
        // 99.9 % of the intervals of one flow hold the mean; a little wider, so that 1,000 flows of one seed all do.
        const double interval = 4.5 * simulation->standardError + 1e-9;
        if (metrics.isLowerBound) {
            ++bounds;
            CHECK(*metrics.leadHours <= simulation->meanHours + interval);
        } else {
            ++exact;
            CHECK(std::abs(*metrics.leadHours - simulation->meanHours) <= interval);
        }
    }
    CHECK(exact > 200);
    CHECK(bounds > 200);
}

TEST_CASE("a simulation can be cancelled and repeats itself with the same seed") {
    const test::RandomFlow random = test::makeRandomFlow(3, 20, 3);
    const auto graph = analysis::flowGraph(random.model, *random.model.find(random.variant));
    CHECK_FALSE(analysis::simulate(graph, {.runs = 1000, .isCancelled = [] { return true; }}).has_value());
    const auto once = analysis::simulate(graph, {.seed = 5, .runs = 1000, .isCancelled = {}});
    const auto again = analysis::simulate(graph, {.seed = 5, .runs = 1000, .isCancelled = {}});
    CHECK(once->sortedHours == again->sortedHours);
    CHECK(once->percentile(0.5) <= once->percentile(0.85));
    std::size_t runs = 0;
    for (const auto& bar : once->histogram) runs += bar.runs;
    CHECK(runs == 1000);
}
