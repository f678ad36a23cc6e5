#include "view/spine_matrix.h"

#include "model/draft.h"
#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_model.h"
#include "view/spine_card.h"
#include "view/spine_reliance.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Draft;
using model::Id;
using model::Model;

namespace {

const FixedTextMeasure measure;

SpineMatrixOptions optionsFor(double width, double height, std::vector<AnyId> selection = {}) {
    return {width, height, *base::makeDate(2026, 12, 3), std::move(selection), {}};
}

Picture matrix(const Model& model, const SpineMatrixOptions& options) {
    return spineMatrix(model, model::ModelIndex(model), options, measure);
}

std::string allProblems(const Model& model, const Picture& picture) {
    return test::problemsOf(picture, measure) + test::overlapsOf(picture, {"card", "add"}) +
           test::overlapsOf(picture, {"cell"}) + test::missingOf(picture, "card", model.plan().spine.ids()) +
           test::textOutside(picture, "card");
}

std::string wordsOf(const Picture& picture, const AnyId& id, const std::string& part) {
    for (const Shape& shape : picture.shapes)
        if (shape.id == id && shape.part == part) return std::get<Label>(shape.form).lines.front();
    return {};
}

const HitArea* areaOf(const Picture& picture, const std::string& role, const AnyId& id, const std::string& key = {}) {
    for (const HitArea& area : picture.areas)
        if (area.role == role && area.id == id && area.key == key) return &area;
    return nullptr;
}

} // namespace

TEST_CASE("the spine matrix of the permit plan is as it was accepted") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture roomy = matrix(permit.model, optionsFor(1512, 900, {permit.ids.at("S8")}));
    CHECK(test::differenceFromGolden("spine_matrix_permit_1920.txt", test::pictureText(roomy)) == "");
    const Picture compact = matrix(permit.model, optionsFor(958, 588, {permit.ids.at("S8")}));
    CHECK(test::differenceFromGolden("spine_matrix_permit_1366.txt", test::pictureText(compact)) == "");
}

TEST_CASE("a spine card stands in the cell of its category and stability") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture picture = matrix(permit.model, optionsFor(1512, 900));
    const HitArea* cell = areaOf(picture, "cell", {}, "financialControls/shouldNotChange");
    const HitArea* card = areaOf(picture, "card", permit.ids.at("S3"));
    REQUIRE(cell != nullptr);
    REQUIRE(card != nullptr);
    CHECK(cell->rect.contains({card->rect.x, card->rect.y}));
    CHECK(cell->rect.contains({card->rect.right() - 1, card->rect.bottom() - 1}));
    CHECK(areaOf(picture, "add", {}, "dataFoundation/cannotChange") != nullptr);
    CHECK(areaOf(picture, "add", {}, "financialControls/shouldNotChange") == nullptr);
}

TEST_CASE("a card says when its review was due, is due, or that none is planned") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture picture = matrix(permit.model, optionsFor(1512, 900));
    CHECK(wordsOf(picture, permit.ids.at("S5"), "review") == "was due 1 Dec 2026");
    CHECK(wordsOf(picture, permit.ids.at("S1"), "review") == "15 Jan 2028");
    CHECK(wordsOf(picture, permit.ids.at("S7"), "review") == "no next review");
    CHECK(wordsOf(picture, permit.ids.at("S7"), "reliance") == "nothing relies on it");
}

TEST_CASE("the next review follows from the last one and the rhythm when no date is stated") {
    model::SpineItem item;
    CHECK_FALSE(nextReviewOf(item));
    item.lastReviewed = base::makeDate(2026, 1, 31);
    CHECK_FALSE(nextReviewOf(item));
    item.reviewCadence = base::parsePeriod("P1M");
    CHECK(nextReviewOf(item) == base::makeDate(2026, 2, 28));
    item.nextReview = base::makeDate(2027, 1, 1);
    CHECK(nextReviewOf(item) == base::makeDate(2027, 1, 1));
}

TEST_CASE("what relies on a spine item are steps in use, decisions, constraints, roadmap items and adaptables") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const auto words = [&](const Model& model, const char* item) {
        return relianceWords(relianceOn(model, model::ModelIndex(model), permit.ids.at(item)));
    };
    CHECK(words(permit.model, "S8") == "1 step, 1 constraint and 1 roadmap item rely on it");
    CHECK(words(permit.model, "S4") == "1 step relies on it");
    CHECK(words(permit.model, "S2") == "nothing relies on it");

    Draft draft(permit.model);
    permit.model.forEach<model::Variant>([&](const model::Variant& variant) {
        draft.change(Id<model::Variant>(variant.id))->kind = model::VariantKind::archived;
    });
    CHECK(words(draft.finish(), "S4") == "nothing relies on it");
}

TEST_CASE("the strip names what relies on the selected item") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture none = matrix(permit.model, optionsFor(1512, 900));
    CHECK(wordsOf(none, {}, "reliance.title") == "Select something to see what relies on it.");
    const Picture picture = matrix(permit.model, optionsFor(1512, 900, {permit.ids.at("S8")}));
    CHECK(areaOf(picture, "chip", permit.ids.at("C4")) != nullptr);
    CHECK(areaOf(picture, "chip", permit.ids.at("R3")) != nullptr);
    CHECK(areaOf(picture, "chip", permit.ids.at("C1")) == nullptr);
    for (const Shape& shape : picture.shapes)
        if (shape.id.isEmpty() && shape.part == "reliance")
            CHECK(boundsOf(shape.form).bottom() == picture.bounds.bottom());
}

TEST_CASE("an empty cell says Add under the pointer only") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    SpineMatrixOptions options = optionsFor(1512, 900);
    const std::string key = "riskManagement/cannotChange";
    CHECK(wordsOf(matrix(permit.model, options), {}, "add." + key).empty());
    options.hoveredCell = key;
    CHECK(wordsOf(matrix(permit.model, options), {}, "add." + key) == "Add");
}

TEST_CASE("an empty spine invites in every cell") {
    const Model model = model::makeEmptyModel(AnyId("plan-test"), "Untitled");
    const Picture picture = matrix(model, optionsFor(958, 588));
    CHECK(test::differenceFromGolden("spine_matrix_empty.txt", test::pictureText(picture)) == "");
    const auto adds = std::count_if(picture.areas.begin(), picture.areas.end(),
                                    [](const HitArea& area) { return area.role == "add"; });
    CHECK(adds == 18);
}

TEST_CASE("a matrix of any plan at any size is sound") {
    const std::uint64_t seed = test::testSeed(20261125);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 60; ++round) {
        const Model model = test::randomModel(random, {.entities = 60 + random.below(300)});
        SpineMatrixOptions options =
            optionsFor(600 + static_cast<double>(random.below(1400)), 400 + static_cast<double>(random.below(800)));
        if (!model.plan().spine.isEmpty()) options.selection.push_back(random.pick(model.plan().spine.ids()));
        INFO("round " << round << ", " << options.width << " x " << options.viewportHeight);
        const Picture picture = matrix(model, options);
        REQUIRE(allProblems(model, picture) == "");
        REQUIRE(picture.bounds.width == options.width);
        REQUIRE(picture == matrix(model, options));
    }
}
