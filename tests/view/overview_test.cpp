#include "view/overview.h"

#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_model.h"
#include "view/overview_parts.h"
#include "view/page_overview.h"
#include "view/plan_canvas.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Model;

namespace {

const FixedTextMeasure measure;

Overview draw(const Model& model, double width, double height, bool isOnlyBroken = false) {
    OverviewOptions options;
    options.width = width;
    options.viewportHeight = height;
    options.today = *base::makeDate(2026, 11, 24);
    options.isOnlyBroken = isOnlyBroken;
    return overview(model, model::ModelIndex(model), options, measure);
}

std::string problemsOf(const Overview& drawn) {
    std::string problems = test::problemsOf(drawn.picture, measure) + test::overlapsOf(drawn.picture, {"sight"}) +
                           test::textOutside(drawn.picture, "sight");
    // A ribbon begins and ends on the sides of its cards.
    for (std::size_t i = 0; i < drawn.curves.size(); ++i) {
        const std::vector<Point>& curve = drawn.curves[i];
        if (curve.empty()) continue;
        const Rect& from = drawn.places[drawn.sight.ties[i].from];
        const Rect& to = drawn.places[drawn.sight.ties[i].to];
        if (curve.front().x != from.right() || curve.back().x != to.x || curve.front().y < from.y ||
            curve.front().y > from.bottom() || curve.back().y < to.y || curve.back().y > to.bottom())
            problems += "tie " + std::to_string(i) + " does not meet its cards\n";
    }
    return problems;
}

} // namespace

TEST_CASE("the overview of the permit plan is as it was accepted") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Overview drawn = draw(permit.model, 1512, 900);
    CHECK(test::differenceFromGolden("overview_permit_1920.txt", test::pictureText(drawn.picture)) == "");
    const Overview compact = draw(permit.model, 958, 588);
    CHECK(test::differenceFromGolden("overview_permit_1366.txt", test::pictureText(compact.picture)) == "");
}

TEST_CASE("every outcome, flow, team, fixed item, roadmap item and constraint has a card of its own") {
    for (const test::BundledExample& example : test::bundledExamples)
        for (const double width : {958.0, 1512.0, 2400.0}) {
            INFO(example.fileName << " " << width);
            const Model model = test::importBundled(example).model;
            const Overview drawn = draw(model, width, 600);
            CHECK(problemsOf(drawn) == "");
            CHECK(test::missingOf(drawn.picture, "sight", model.plan().outcomes.ids()) == "");
            CHECK(test::missingOf(drawn.picture, "sight", model.plan().teams.ids()) == "");
            CHECK(test::missingOf(drawn.picture, "sight", model.plan().spine.ids()) == "");
            CHECK(test::missingOf(drawn.picture, "sight", model.plan().roadmap.ids()) == "");
            CHECK(problemsOf(draw(model, width, 600, true)) == "");
        }
}

TEST_CASE("random plans have an overview without overlaps, and one page") {
    const std::uint64_t seed = 9;
    test::Random random(seed);
    for (int i = 0; i < 60; ++i) {
        INFO("seed " << seed << ", plan " << i);
        const Model model = test::randomModel(random, {.entities = 40 + random.below(300)});
        CHECK(problemsOf(draw(model, 900 + static_cast<double>(random.below(1200)), 700)) == "");
        CHECK(test::problemsOf(planCanvas(model, {1200, 700}, measure), measure) == "");
    }
}

TEST_CASE("an empty plan says what will appear") {
    const Model model = model::makeEmptyModel(AnyId("plan-test"), "Untitled");
    CHECK(problemsOf(draw(model, 958, 588)) == "");
    CHECK_THAT(test::pictureText(draw(model, 958, 588).picture), Catch::Contains("Nothing to trace yet"));
    CHECK(test::problemsOf(planCanvas(model, {958, 588}, measure), measure) == "");
}

TEST_CASE("only broken threads are left when nothing else is asked for") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Overview drawn = draw(permit.model, 1512, 900, true);
    const auto isShown = [&](const char* id) { return !drawn.places[*drawn.sight.find(permit.ids.at(id))].isEmpty(); };
    CHECK(isShown("O4"));
    CHECK_FALSE(isShown("O1"));
}

TEST_CASE("things stand where they wish unless that would push them into each other") {
    const auto near = [](std::vector<WishedPlace> wishes) { return placedNear(wishes, 10, 0, 500); };
    CHECK(near({{20, 50.0}, {20, 200.0}}) == std::vector<double>{40, 190});
    // Both want the same place: they meet in the middle of it.
    CHECK(near({{20, 100.0}, {20, 100.0}}) == std::vector<double>{75, 105});
    CHECK(near({{20, 5.0}, {20, 5.0}}) == std::vector<double>{0, 30});
    CHECK(near({{20, 495.0}, {20, 495.0}}) == std::vector<double>{450, 480});
}

TEST_CASE("the overview of the mortgage plan is one readable sheet of A3") {
    const test::ImportedCase mortgage = test::importBundled(test::bundledExamples[2]);
    PageSetup setup;
    setup.stateOfPlan = *base::makeDate(2026, 11, 24);
    const std::vector<Page> pages =
        overviewPages(mortgage.model, model::ModelIndex(mortgage.model), {}, setup, measure);
    REQUIRE(pages.size() == 1);
    double smallest = 100;
    for (const Shape& shape : pages.front().picture.shapes)
        if (const auto* label = std::get_if<Label>(&shape.form); label && shape.id)
            smallest = std::min(smallest, label->style.size);
    // Points; newspapers set their text in 8.
    CHECK(smallest >= 8);
    CHECK(coveragePages(mortgage.model, setup, measure).size() == 1);
    CHECK(canvasPages(mortgage.model, setup, measure).size() == 1);
}
