#include "view/measure_chart.h"

#include "analysis/evaluation.h"
#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_model.h"
#include "view/measure_doubts.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Id;
using model::Measure;
using model::Model;

namespace {

const FixedTextMeasure measure;
const base::Date today = *base::makeDate(2026, 11, 24);

Picture chart(const Model& model, const Id<Measure>& id, double width = 1512) {
    MeasureChartOptions options;
    options.width = width;
    options.today = today;
    options.measure = id;
    return measureChart(model, model::ModelIndex(model), options, measure);
}

} // namespace

TEST_CASE("the chart of the permit plan's first measure is as it was accepted") {
    const Model model = test::importBundled(test::bundledExamples[0]).model;
    const Id<Measure> first = shownMeasure(model, {});
    REQUIRE(first);
    CHECK(test::differenceFromGolden("measure_chart_permit.txt", test::pictureText(chart(model, first))) == "");
}

TEST_CASE("every measure of every plan has a chart in which all is in its place") {
    const auto check = [](const Model& model) {
        for (const double width : {700.0, 958.0, 1512.0})
            model.forEach<Measure>([&](const Measure& each) {
                const Picture picture = chart(model, Id<Measure>(each.id), width);
                CHECK(test::problemsOf(picture, measure) == "");
                CHECK(test::missingOf(picture, "reading-row", {}) == "");
            });
        CHECK(test::problemsOf(chart(model, {}), measure) == "");
    };
    for (const test::BundledExample& example : test::bundledExamples) {
        INFO(example.fileName);
        check(test::importBundled(example).model);
    }
    const std::uint64_t seed = 77;
    test::Random random(seed);
    for (int i = 0; i < 25; ++i) {
        INFO("seed " << seed << ", plan " << i);
        check(test::randomModel(random, {.entities = 120}));
    }
    check(model::makeEmptyModel(AnyId("plan-test"), "Untitled"));
}

TEST_CASE("a target is doubted where the health rule finds it against its direction") {
    const std::uint64_t seed = 404;
    test::Random random(seed);
    std::size_t found = 0;
    for (int i = 0; i < 200; ++i) {
        INFO("seed " << seed << ", plan " << i);
        const Model model = test::randomModel(random, {.entities = 200});
        const analysis::Evaluation evaluation = analysis::Evaluation::of(model, today);
        model.forEach<Measure>([&](const Measure& each) {
            if (each.direction == model::Direction::maintain) return;
            bool isDoubted = false;
            for (const MeasureDoubt& doubt : doubtsAbout(model, each)) isDoubted |= doubt.field == "target";
            // The rule asks only about outcomes that are still wanted.
            const analysis::Verdict::State verdict = evaluation.verdict("O04", each.id);
            if (verdict == analysis::Verdict::State::notApplicable) return;
            CHECK(isDoubted == (verdict == analysis::Verdict::State::fail));
            found += isDoubted ? 1 : 0;
        });
    }
    CHECK(found > 20);
}
