#include "view/flow_picture.h"

#include "model/draft.h"
#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_flow.h"
#include "support/random_model.h"
#include "view/flow_ladder.h"

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

Picture pictureOf(const Model& model, const AnyId& variant, const FlowPictureOptions& options = {}) {
    return flowPicture(model, model::ModelIndex(model), Id<model::Variant>(variant), options, measure);
}

const Shape* shapeOf(const Picture& picture, const AnyId& id, const std::string& part) {
    for (const Shape& shape : picture.shapes)
        if (shape.id == id && shape.part == part) return &shape;
    return nullptr;
}

std::string wordsOf(const Picture& picture, const AnyId& id, const std::string& part) {
    const Shape* shape = shapeOf(picture, id, part);
    return shape == nullptr ? "" : std::get<Label>(shape->form).lines.front();
}

const HitArea* areaOf(const Picture& picture, const std::string& role, const AnyId& id) {
    for (const HitArea& area : picture.areas)
        if (area.role == role && area.id == id) return &area;
    return nullptr;
}

// A line of text of 14 px holds letters of 11 px: above them it is empty.
Rect inkOf(const Rect& label) {
    return {label.x, label.y + 2, label.width, label.height - 2};
}

// Labels of links, badges and boxes of steps keep clear of each other.
std::string coveredText(const Picture& picture) {
    std::vector<std::pair<const Shape*, Rect>> solid;
    std::vector<std::pair<const Shape*, Rect>> labels;
    for (const Shape& shape : picture.shapes) {
        const auto* box = std::get_if<Box>(&shape.form);
        if (box != nullptr && shape.part == "box" && box->outline == Outline::rectangle)
            solid.emplace_back(&shape, box->rect);
        if (box != nullptr && shape.part.starts_with("badge")) labels.emplace_back(&shape, box->rect);
        if (std::holds_alternative<Label>(shape.form) && shape.part == "label")
            labels.emplace_back(&shape, inkOf(boundsOf(shape.form)));
    }
    std::string problems;
    const auto say = [&](const Shape* a, const Shape* b) {
        problems += std::string(a->id.text()) + " " + a->part + " lies over " + std::string(b->id.text()) + " " +
                    b->part + "\n";
    };
    for (std::size_t i = 0; i < labels.size(); ++i) {
        if (labels[i].first->part == "label")
            for (const auto& [box, rect] : solid)
                if (labels[i].second.intersects(rect)) say(labels[i].first, box);
        for (std::size_t j = i + 1; j < labels.size(); ++j)
            if (labels[i].second.intersects(labels[j].second)) say(labels[i].first, labels[j].first);
    }
    return problems;
}

std::string allProblems(const Model& model, const AnyId& variant, const Picture& picture) {
    const model::Variant& shown = *model.find(Id<model::Variant>(variant));
    return test::problemsOf(picture, measure) + test::overlapsOf(picture, {"step"}) +
           test::missingOf(picture, "step", shown.steps.ids()) + coveredText(picture);
}

} // namespace

TEST_CASE("the pictures of the permit flow are as they were accepted") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    CHECK(test::differenceFromGolden("flow_permit_as_is.txt",
                                     test::pictureText(pictureOf(permit.model, permit.ids.at("F1/v1")))) == "");
    CHECK(test::differenceFromGolden("flow_permit_to_be.txt",
                                     test::pictureText(pictureOf(permit.model, permit.ids.at("F1/v2")))) == "");
    FlowPictureOptions options;
    for (const char* step : {"F1/s1", "F1/s2", "F1/s3", "F1/g1", "F1/s7", "F1/g2", "F1/s9", "F1/s10"})
        options.critical.insert(permit.ids.at(step));
    const Picture ladder = flowLadder(permit.model, model::ModelIndex(permit.model),
                                      Id<model::Variant>(permit.ids.at("F1/v1")), options, measure);
    CHECK(test::problemsOf(ladder, measure) == "");
    CHECK(test::differenceFromGolden("flow_permit_ladder.txt", test::pictureText(ladder)) == "");
}

TEST_CASE("the flows of all examples are sound") {
    for (const test::BundledExample& example : test::bundledExamples) {
        const test::ImportedCase imported = test::importBundled(example);
        imported.model.forEach<model::Variant>([&](const model::Variant& variant) {
            INFO(example.caseName << " " << variant.name);
            const Picture picture = pictureOf(imported.model, variant.id);
            CHECK(allProblems(imported.model, variant.id, picture) == "");
            CHECK(picture == pictureOf(imported.model, variant.id));
        });
    }
}

TEST_CASE("work that changes teams is drawn as a handoff, looking through gateways") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture picture = pictureOf(permit.model, permit.ids.at("F1/v1"));
    const model::Variant& variant = *permit.model.find(Id<model::Variant>(permit.ids.at("F1/v1")));
    const auto roleBetween = [&](const char* from, const char* to) {
        Role role = Role::none;
        permit.model.forEach(variant.links, [&](const model::Link& link) {
            if (link.from == permit.ids.at(from) && link.to == permit.ids.at(to))
                role = std::get<Line>(shapeOf(picture, link.id, "line")->form).stroke.paint.role;
        });
        return role;
    };
    CHECK(roleBetween("F1/s1", "F1/s2") == Role::handoff);
    CHECK(roleBetween("F1/s2", "F1/s3") == Role::muted);
    CHECK(roleBetween("F1/s3", "F1/g1") == Role::muted);
    CHECK(roleBetween("F1/g1", "F1/s5") == Role::handoff);
    CHECK(roleBetween("F1/s5", "F1/g2") == Role::handoff);
    CHECK(roleBetween("F1/g2", "F1/s9") == Role::muted);
}

TEST_CASE("a step shows who answers, what it rests on and how often its work is right") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture picture = pictureOf(permit.model, permit.ids.at("F1/v1"));
    CHECK(wordsOf(picture, permit.ids.at("F1/s9"), "badge.owner.text") == "0");
    CHECK(wordsOf(picture, permit.ids.at("F1/s5"), "badge.owner.text") == "2");
    CHECK(shapeOf(picture, permit.ids.at("F1/s7"), "badge.owner") == nullptr);
    CHECK(wordsOf(picture, permit.ids.at("F1/s2"), "badge.spine.text") == "S3 S4");
    CHECK(wordsOf(picture, permit.ids.at("F1/s10"), "badge.right.text") == "D1");
    CHECK(wordsOf(picture, permit.ids.at("F1/s1"), "badge.accurate.text") == "67 %");
    CHECK(shapeOf(picture, permit.ids.at("F1/s2"), "badge.accurate") == nullptr);
    CHECK(wordsOf(picture, permit.ids.at("F1/s7"), "wait") == "18 d");
    CHECK(wordsOf(picture, permit.ids.at("F1/s7"), "process") == "30 min");
}

TEST_CASE("links between critical steps are heavier, and the ladder adds up their times") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    FlowPictureOptions options;
    for (const char* step : {"F1/g1", "F1/s7", "F1/g2"}) options.critical.insert(permit.ids.at(step));
    const Picture picture = pictureOf(permit.model, permit.ids.at("F1/v1"), options);
    const model::Variant& variant = *permit.model.find(Id<model::Variant>(permit.ids.at("F1/v1")));
    std::size_t heavy = 0;
    permit.model.forEach(variant.links, [&](const model::Link& link) {
        if (std::get<Line>(shapeOf(picture, link.id, "line")->form).stroke.width > 2) ++heavy;
    });
    CHECK(heavy == 2);
    const Picture ladder = flowLadder(permit.model, model::ModelIndex(permit.model),
                                      Id<model::Variant>(permit.ids.at("F1/v1")), options, measure);
    CHECK(wordsOf(ladder, {}, "summary") == "18 d wait + 30 min process = 18.1 d");
    const HitArea* box = areaOf(picture, "step", permit.ids.at("F1/s7"));
    const HitArea* rung = areaOf(ladder, "step", permit.ids.at("F1/s7"));
    REQUIRE((box != nullptr && rung != nullptr));
    CHECK(rung->rect.right() == box->rect.right());
}

TEST_CASE("lanes and columns can be acted on, and a hovered step has handles") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    FlowPictureOptions options;
    options.hover = permit.ids.at("F1/s7");
    const Picture picture = pictureOf(permit.model, permit.ids.at("F1/v1"), options);
    const HitArea* step = areaOf(picture, "step", permit.ids.at("F1/s7"));
    REQUIRE(step != nullptr);
    const Point middle = step->rect.center();
    REQUIRE(areaAt(picture, middle) != nullptr);
    CHECK(areaAt(picture, middle)->id == permit.ids.at("F1/s7"));
    const model::Step& fire = *permit.model.find(Id<model::Step>(permit.ids.at("F1/s7")));
    REQUIRE(areaAt(picture, middle, "lane-body") != nullptr);
    CHECK(areaAt(picture, middle, "lane-body")->id == fire.team);
    REQUIRE(areaAt(picture, {20, middle.y}, "lane") != nullptr);
    CHECK(areaAt(picture, {20, middle.y}, "lane")->key == fire.team.text());
    REQUIRE(areaAt(picture, middle, "column") != nullptr);
    CHECK(areaAt(picture, {middle.x, step->rect.y}, "handle") != nullptr);
}

TEST_CASE("an unknown variant has an empty picture, an empty one its lanes") {
    const Model model = model::makeEmptyModel(AnyId("plan-test"), "Empty");
    CHECK(pictureOf(model, AnyId("vari-none")) == Picture{});
    CHECK(flowLadder(model, model::ModelIndex(model), {}, {}, measure) == Picture{});
    Draft draft(model);
    auto variant = std::make_shared<model::Variant>();
    variant->id = AnyId("vari-empty");
    draft.put(variant);
    const Model with = draft.finish();
    FlowPictureOptions options;
    options.minimumWidth = 958;
    const Picture picture = pictureOf(with, AnyId("vari-empty"), options);
    CHECK(test::problemsOf(picture, measure) == "");
    CHECK(picture.bounds.width == 958);
    CHECK(std::count_if(picture.areas.begin(), picture.areas.end(),
                        [](const HitArea& area) { return area.role == "lane-body"; }) == 1);
}

TEST_CASE("a picture of any flow is sound") {
    const std::uint64_t seed = test::testSeed(20261125);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 150; ++round) {
        INFO("round " << round);
        const test::RandomFlow flow = test::makeRandomFlow(random.next(), 2 + random.below(60), 1 + random.below(9));
        const Picture picture = pictureOf(flow.model, flow.variant);
        REQUIRE(allProblems(flow.model, flow.variant, picture) == "");
    }
    for (int round = 0; round < 40; ++round) {
        INFO("plan of round " << round);
        const Model model = test::randomModel(random, {.entities = 60 + random.below(400)});
        model.forEach<model::Variant>([&](const model::Variant& variant) {
            FlowPictureOptions options;
            for (const AnyId& id : variant.steps.ids())
                if (random.chance(50)) options.critical.insert(id);
            const Picture picture = pictureOf(model, variant.id, options);
            REQUIRE(allProblems(model, variant.id, picture) == "");
            options.detail = FlowDetail::thumbnail;
            REQUIRE(test::problemsOf(pictureOf(model, variant.id, options), measure) == "");
            options.detail = FlowDetail::full;
            const Picture ladder =
                flowLadder(model, model::ModelIndex(model), Id<model::Variant>(variant.id), options, measure);
            REQUIRE(test::problemsOf(ladder, measure) == "");
        });
    }
}

TEST_CASE("hostile names do a flow no harm") {
    for (const std::string& name :
         {std::string(), std::string("   "), std::string(100'000, 'W'), std::string("<b>bold</b> &amp; <script>"),
          std::string("\u202Eevil\u202C \u0007 bell\nsecond line"),
          std::string("\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627"),
          std::string("\xFF\xFE broken \xC3")}) {
        test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
        Draft draft(permit.model);
        permit.model.forEach<model::Step>([&](const model::Step& each) {
            model::Step* step = draft.change(Id<model::Step>(each.id));
            step->name = name;
            step->phase = name;
        });
        permit.model.forEach<model::Link>([&](const model::Link& each) {
            draft.change(Id<model::Link>(each.id))->passes = name;
            draft.change(Id<model::Link>(each.id))->condition = name;
        });
        permit.model.forEach<model::Team>(
            [&](const model::Team& each) { draft.change(Id<model::Team>(each.id))->name = name; });
        permit.model.forEach<model::Flow>([&](const model::Flow& each) {
            draft.change(Id<model::Flow>(each.id))->trigger = name;
            draft.change(Id<model::Flow>(each.id))->endEvent = name;
        });
        const Model model = draft.finish();
        const AnyId variant = permit.ids.at("F1/v1");
        INFO("name “" << visible(name, 60) << "”");
        CHECK(allProblems(model, variant, pictureOf(model, variant)) == "");
    }
}
