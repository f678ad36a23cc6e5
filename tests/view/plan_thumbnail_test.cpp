#include "view/plan_thumbnail.h"

#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_model.h"
#include "view/thumbnail_layout.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Model;

namespace {
const FixedTextMeasure measure;
}

TEST_CASE("the thumbnail of the permit plan is as it was accepted") {
    const Model model = test::importBundled(test::bundledExamples[0]).model;
    CHECK(test::differenceFromGolden("plan_thumbnail_permit.txt",
                                     test::pictureText(planThumbnail(model, {}, measure))) == "");
}

TEST_CASE("in a thumbnail work runs to the right and parallel branches share a column") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const auto* flow = permit.model.find(model::Id<model::Flow>(permit.ids.at("F1")));
    const ThumbnailLayout layout = thumbnailLayout(permit.model, *permit.model.find(flow->current));
    for (const ThumbnailLink& link : layout.links)
        if (!link.isRework) CHECK(layout.steps[link.from].column < layout.steps[link.to].column);
    const auto columnOf = [&](const char* id) {
        for (const ThumbnailStep& step : layout.steps)
            if (step.step->id == permit.ids.at(id)) return step.column;
        return layout.columns;
    };
    CHECK(columnOf("F1/s5") == columnOf("F1/s7"));
    CHECK(columnOf("F1/s4") == columnOf("F1/s3"));
}

TEST_CASE("a thumbnail of any plan is sound") {
    const std::uint64_t seed = test::testSeed(20261126);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 60; ++round) {
        INFO("round " << round);
        const Model model = test::randomModel(random, {.entities = 60 + random.below(300)});
        const Picture picture = planThumbnail(model, {}, measure);
        REQUIRE(test::problemsOf(picture, measure) == "");
        REQUIRE(picture == planThumbnail(model, {}, measure));
    }
    CHECK(planThumbnail(model::makeEmptyModel(AnyId("plan-test"), "Untitled"), {}, measure).bounds.width == 574);
}
