#include "view/roadmap_board.h"

#include "model/draft.h"
#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Draft;
using model::Id;
using model::Model;

namespace {

const FixedTextMeasure measure;

Picture boardOf(const Model& model, RoadmapBoardOptions options = {}) {
    options.today = *base::makeDate(2026, 11, 24);
    return roadmapBoard(model, model::ModelIndex(model), options, measure);
}

const HitArea* areaOf(const Picture& picture, const std::string& role, const AnyId& id, const std::string& key = {}) {
    for (const HitArea& area : picture.areas)
        if (area.role == role && area.id == id && (key.empty() || area.key == key)) return &area;
    return nullptr;
}

std::string allProblems(const Model& model, const Picture& picture) {
    return test::problemsOf(picture, measure) + test::overlapsOf(picture, {"card", "constraint", "add"}) +
           test::missingOf(picture, "card", model.plan().roadmap.ids()) + test::textOutside(picture, "card") +
           test::textOutside(picture, "constraint");
}

} // namespace

TEST_CASE("the roadmap boards of the permit plan are as they were accepted") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    RoadmapBoardOptions options;
    options.selection.insert(permit.ids.at("R1"));
    const Picture wide = boardOf(permit.model, options);
    options.width = 958;
    const Picture narrow = boardOf(permit.model, options);
    CHECK(allProblems(permit.model, wide) == "");
    CHECK(allProblems(permit.model, narrow) == "");
    CHECK(test::differenceFromGolden("roadmap_board_permit_1920.txt", test::pictureText(wide)) == "");
    CHECK(test::differenceFromGolden("roadmap_board_permit_1366.txt", test::pictureText(narrow)) == "");
}

TEST_CASE("a card stands in the cell of its horizon and flow") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture picture = boardOf(permit.model);
    const AnyId flow = permit.ids.at("F1");
    const auto cellOf = [&](const char* item) {
        const HitArea* card = areaOf(picture, "card", permit.ids.at(item));
        const HitArea* cell = areaAt(picture, card->rect.center(), "cell");
        return cell == nullptr ? "" : cell->key;
    };
    CHECK(cellOf("R1") == "now/" + std::string(flow.text()));
    CHECK(cellOf("R2") == "next/" + std::string(flow.text()));
    CHECK(cellOf("R4") == "later/" + std::string(flow.text()));
    CHECK(areaOf(picture, "add", flow, "now") != nullptr);
    CHECK(areaOf(picture, "add", flow, "later") != nullptr);
    CHECK(areaOf(picture, "link-measure", permit.ids.at("R3")) != nullptr);
    CHECK(areaOf(picture, "link-measure", permit.ids.at("R1")) == nullptr);
}

TEST_CASE("a heavy constraint that no item works on asks for one") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    Draft draft(permit.model);
    model::Constraint* constraint = draft.change(Id<model::Constraint>(permit.ids.at("C3")));
    constraint->severity = 4;
    constraint->status = model::ConstraintStatus::open;
    CHECK(areaOf(boardOf(draft.finish()), "constraint", permit.ids.at("C3")) != nullptr);
    draft.change(Id<model::RoadmapItem>(permit.ids.at("R1")))->constraints.add(permit.ids.at("C3"));
    CHECK(areaOf(boardOf(draft.finish()), "constraint", permit.ids.at("C3")) == nullptr);
}

TEST_CASE("an empty plan has a board to type into") {
    const Model model = model::makeEmptyModel(AnyId("plan-test"), "Empty");
    const Picture picture = boardOf(model);
    CHECK(allProblems(model, picture) == "");
    CHECK(std::count_if(picture.areas.begin(), picture.areas.end(),
                        [](const HitArea& area) { return area.role == "add"; }) == 3);
}

TEST_CASE("a roadmap board of any plan at any width is sound") {
    const std::uint64_t seed = test::testSeed(20261128);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 60; ++round) {
        const Model model = test::randomModel(random, {.entities = 60 + random.below(300)});
        RoadmapBoardOptions options;
        options.grouping = static_cast<RoadmapGrouping>(random.below(5));
        options.width = static_cast<double>(random.below(2400));
        for (const AnyId& id : model.plan().roadmap.ids())
            if (random.chance(20)) options.selection.insert(id);
        INFO("round " << round << ", grouping " << static_cast<int>(options.grouping) << ", width " << options.width);
        const Picture picture = boardOf(model, options);
        REQUIRE(allProblems(model, picture) == "");
        REQUIRE(picture.bounds.width >= options.width);
        REQUIRE(picture == boardOf(model, options));
    }
}

TEST_CASE("hostile names do the roadmap board no harm") {
    for (const std::string& name : {std::string(), std::string("   "), std::string(100'000, 'W'),
                                    std::string("<b>bold</b> &amp; <script>"),
                                    std::string("\u202Eevil\u202C \u0007 bell\nsecond line"),
                                    std::string("\xFF\xFE broken \xC3")}) {
        test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
        Draft draft(permit.model);
        for (const AnyId& id : permit.model.plan().roadmap.ids()) {
            model::RoadmapItem* item = draft.change(Id<model::RoadmapItem>(id));
            item->title = name;
            item->expectedDelta = name;
            item->willResultIn = name;
        }
        for (const AnyId& id : permit.model.plan().flows.ids()) draft.change(Id<model::Flow>(id))->name = name;
        for (const AnyId& id : permit.model.plan().roles.ids()) draft.change(Id<model::Role>(id))->name = name;
        for (const AnyId& id : permit.model.plan().spine.ids()) draft.change(Id<model::SpineItem>(id))->title = name;
        for (const AnyId& id : permit.model.plan().constraints.ids())
            draft.change(Id<model::Constraint>(id))->title = name;
        for (const AnyId& id : permit.model.plan().decisions.ids()) draft.change(Id<model::Decision>(id))->title = name;
        const Model model = draft.finish();
        INFO("name “" << visible(name, 60) << "”");
        RoadmapBoardOptions options;
        options.width = 958;
        CHECK(allProblems(model, boardOf(model, options)) == "");
        CHECK(allProblems(model, boardOf(model)) == "");
    }
}
