#include "view/outcome_board.h"

#include "model/draft.h"
#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Draft;
using model::Id;
using model::Model;

namespace {

const FixedTextMeasure measure;

OutcomeBoardOptions optionsFor(double width, double height, std::vector<AnyId> selection = {}) {
    return {width, height, *base::makeDate(2026, 11, 24), std::move(selection), std::nullopt};
}

Picture board(const Model& model, const OutcomeBoardOptions& options) {
    return outcomeBoard(model, model::ModelIndex(model), options, measure);
}

std::string allProblems(const Model& model, const Picture& picture) {
    return test::problemsOf(picture, measure) + test::overlapsOf(picture, {"card", "constraint", "add"}) +
           test::missingOf(picture, "card", model.plan().outcomes.ids()) +
           test::missingOf(picture, "constraint", model.plan().constraints.ids()) + test::textOutside(picture, "card") +
           test::textOutside(picture, "constraint") + test::textOutside(picture, "measure");
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

Rect areaOf(const Picture& picture, const std::string& role, const AnyId& id, const std::string& key = {}) {
    for (const HitArea& area : picture.areas)
        if (area.role == role && area.id == id && area.key == key) return area.rect;
    return {};
}

// A plan with one outcome in each column, and constraints on both sides that hold both back.
Model crossedPlan(std::size_t constraints) {
    Draft draft(model::makeEmptyModel(AnyId("plan-test"), "Crossed"));
    for (const char* id : {"outc-people", "outc-own"}) {
        auto outcome = std::make_shared<model::Outcome>();
        outcome->id = AnyId(id);
        outcome->title = id;
        if (outcome->id == AnyId("outc-own")) outcome->perspective = model::Perspective::organisation;
        draft.changePlan().outcomes.add(outcome->id);
        draft.put(outcome);
    }
    for (std::size_t i = 0; i < constraints; ++i) {
        auto constraint = std::make_shared<model::Constraint>();
        constraint->id = AnyId("cons-" + std::to_string(i));
        constraint->title = "Constraint " + std::to_string(i);
        constraint->severity = 3;
        constraint->outcomes.add(AnyId("outc-people"));
        constraint->outcomes.add(AnyId("outc-own"));
        draft.changePlan().constraints.add(constraint->id);
        draft.put(constraint);
    }
    return draft.finish();
}

struct TieLine {
    AnyId constraint;
    const Line* line = nullptr;
};

std::vector<TieLine> tiesIn(const Picture& picture) {
    std::vector<TieLine> ties;
    for (const Shape& shape : picture.shapes)
        if (shape.part.starts_with("tie.") && std::holds_alternative<Line>(shape.form))
            ties.push_back({shape.id, &std::get<Line>(shape.form)});
    return ties;
}

// A level stretch of `a` meets an upright one of `b`, or ends less than two px from it.
bool meets(const Line& a, const Line& b) {
    for (std::size_t i = 1; i < a.points.size(); ++i)
        for (std::size_t j = 1; j < b.points.size(); ++j) {
            const auto [left, right] = std::minmax(a.points[i - 1].x, a.points[i].x);
            const auto [top, bottom] = std::minmax(b.points[j - 1].y, b.points[j].y);
            const double x = b.points[j].x;
            const double y = a.points[i].y;
            const bool isLevel = a.points[i - 1].y == y && left < right;
            const bool isUpright = b.points[j - 1].x == x && top < bottom;
            if (isLevel && isUpright && x > left - 2 && x < right + 2 && y > top + 1 && y < bottom - 1) return true;
        }
    return false;
}

} // namespace

TEST_CASE("the outcome board of the permit plan is as it was accepted") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture roomy = board(permit.model, optionsFor(1512, 900, {permit.ids.at("O1")}));
    CHECK(test::differenceFromGolden("outcome_board_permit_1920.txt", test::pictureText(roomy)) == "");
    const Picture compact = board(permit.model, optionsFor(958, 588, {permit.ids.at("O1")}));
    CHECK(test::differenceFromGolden("outcome_board_permit_1366.txt", test::pictureText(compact)) == "");
}

TEST_CASE("an empty plan gets three questions with a place to type") {
    const Model model = model::makeEmptyModel(AnyId("plan-test"), "Untitled");
    const Picture picture = board(model, optionsFor(958, 588));
    CHECK(test::differenceFromGolden("outcome_board_empty.txt", test::pictureText(picture)) == "");
    for (const char* key : {"peopleServed", "organisation", "constraint"})
        CHECK_FALSE(areaOf(picture, "add", {}, key).isEmpty());
}

TEST_CASE("a measure says how far it came and how much of its time has passed") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture picture = board(permit.model, optionsFor(1512, 900));
    CHECK(wordsOf(picture, permit.ids.at("O1.m1"), "standing") ==
          "20 % of the way, 59 % of the ti…"); // as wide as the bar
    CHECK(wordsOf(picture, permit.ids.at("O1.m1"), "value") == "48");
    CHECK(wordsOf(picture, permit.ids.at("O3.m1"), "standing") == "inside its limit of 6 %");
    CHECK(wordsOf(picture, permit.ids.at("O4"), "owner") == "No owner yet");
}

TEST_CASE("a measure without readings shows where it started") {
    Draft draft(test::importBundled(test::bundledExamples[0]).model);
    const AnyId id = test::importBundled(test::bundledExamples[0]).ids.at("O1.m1");
    draft.change(Id<model::Measure>(id))->readings = {};
    const Picture picture = board(draft.finish(), optionsFor(1512, 900));
    CHECK(wordsOf(picture, id, "standing") == "no reading yet");
    CHECK(wordsOf(picture, id, "value") == "55");
    CHECK(shapeOf(picture, id, "plot.baseline") != nullptr);
    CHECK(shapeOf(picture, id, "plot.readings") == nullptr);
}

TEST_CASE("selecting an outcome lights its card, its ties and their constraints") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const AnyId outcome = permit.ids.at("O1");
    const Picture picture = board(permit.model, optionsFor(1512, 900, {outcome}));
    CHECK(std::get<Box>(shapeOf(picture, outcome, "card")->form).border == Stroke{{Role::accent}, 2});
    const auto tieRole = [&](const char* constraint, const char* to) {
        const Shape* tie = shapeOf(picture, permit.ids.at(constraint), "tie." + std::string(permit.ids.at(to).text()));
        return std::get<Line>(tie->form).stroke.paint.role;
    };
    CHECK(tieRole("C2", "O1") == Role::accent);
    CHECK(tieRole("C1", "O2") == Role::muted);
    CHECK(std::get<Box>(shapeOf(picture, permit.ids.at("C2"), "card")->form).border.paint.role == Role::accent);
    CHECK(std::get<Box>(shapeOf(picture, permit.ids.at("C3"), "card")->form).border.paint.role == Role::line);
}

TEST_CASE("selecting a measure opens its outcome on a compact board") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const AnyId outcome = permit.ids.at("O1");
    const Picture closed = board(permit.model, optionsFor(958, 588));
    const Picture open = board(permit.model, optionsFor(958, 588, {permit.ids.at("O1.m2")}));
    CHECK(areaOf(open, "card", outcome).height > areaOf(closed, "card", outcome).height + 80);
}

TEST_CASE("constraints stand by severity and settled ones last") {
    Draft draft(crossedPlan(4));
    draft.change(Id<model::Constraint>("cons-0"))->status = model::ConstraintStatus::resolved;
    draft.change(Id<model::Constraint>("cons-0"))->severity = 5;
    draft.change(Id<model::Constraint>("cons-3"))->severity = 4;
    const Picture picture = board(draft.finish(), optionsFor(1512, 900));
    const auto left = [&](const char* id) { return areaOf(picture, "constraint", AnyId(id)).x; };
    CHECK(left("cons-3") < left("cons-1"));
    CHECK(left("cons-1") < left("cons-2"));
    CHECK(left("cons-2") < left("cons-0"));
}

TEST_CASE("ties cross no card and leave a gap where they must cross each other") {
    for (const std::size_t count : {1, 2, 3, 4, 5, 8}) {
        const Picture picture = board(crossedPlan(count), optionsFor(1512, 900));
        INFO(count << " constraints");
        CHECK(test::problemsOf(picture, measure) == "");
        std::vector<Rect> cards;
        for (const HitArea& area : picture.areas)
            if (area.role == "card" || area.role == "constraint")
                cards.push_back({area.rect.x + 1, area.rect.y + 1, area.rect.width - 2, area.rect.height - 2});
        const std::vector<TieLine> ties = tiesIn(picture);
        CHECK(ties.size() >= 2 * count);
        for (const TieLine& tie : ties) {
            for (std::size_t i = 1; i < tie.line->points.size(); ++i) {
                const auto [left, right] = std::minmax(tie.line->points[i - 1].x, tie.line->points[i].x);
                const auto [top, bottom] = std::minmax(tie.line->points[i - 1].y, tie.line->points[i].y);
                const Rect stretch{left - 0.1, top - 0.1, right - left + 0.2, bottom - top + 0.2};
                for (const Rect& card : cards) CHECK_FALSE(stretch.intersects(card));
            }
            for (const TieLine& other : ties)
                if (other.constraint != tie.constraint) CHECK_FALSE(meets(*tie.line, *other.line));
        }
    }
}

TEST_CASE("with many constraints only the ties of the selection show") {
    const Model model = crossedPlan(9);
    CHECK(tiesIn(board(model, optionsFor(1512, 900))).empty());
    const Picture picture = board(model, optionsFor(1512, 900, {AnyId("cons-8")}));
    CHECK(tiesIn(picture).size() >= 2);
}

TEST_CASE("a board of any plan at any size is sound") {
    const std::uint64_t seed = test::testSeed(20261124);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 60; ++round) {
        const Model model = test::randomModel(random, {.entities = 60 + random.below(300)});
        OutcomeBoardOptions options =
            optionsFor(600 + static_cast<double>(random.below(1400)), 400 + static_cast<double>(random.below(800)));
        for (const std::vector<AnyId>& ids : {model.plan().outcomes.ids(), model.plan().constraints.ids()})
            if (!ids.empty() && random.chance(50)) options.selection.push_back(random.pick(ids));
        INFO("round " << round << ", " << options.width << " x " << options.viewportHeight);
        const Picture picture = board(model, options);
        REQUIRE(allProblems(model, picture) == "");
        REQUIRE(picture.bounds.width == options.width);
        REQUIRE(picture.bounds.height >= options.viewportHeight);
        REQUIRE(picture == board(model, options));
    }
}

TEST_CASE("hostile names do the board no harm") {
    const std::vector<std::string> names = {
        "",
        "   ",
        std::string(200'000, 'W'),
        "<b>bold</b> &amp; <script>",
        "\u202Eevil\u202C \u0007 bell\nsecond line",
        "\u05E9\u05DC\u05D5\u05DD \u0645\u0631\u062D\u0628\u0627",
        "👩‍🚒👨‍👩‍👧‍👦🏳️‍🌈 e\u0301\u0302\u0303",
        "\xFF\xFE broken \xC3",
    };
    for (const std::string& name : names) {
        test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
        Draft draft(permit.model);
        for (const AnyId& id : permit.model.plan().outcomes.ids()) {
            draft.change(Id<model::Outcome>(id))->title = name;
            draft.change(Id<model::Outcome>(id))->statement = name;
        }
        for (const AnyId& id : permit.model.plan().constraints.ids()) {
            draft.change(Id<model::Constraint>(id))->title = name;
            draft.change(Id<model::Constraint>(id))->evidence = name;
        }
        for (const AnyId& id : permit.model.plan().roles.ids()) draft.change(Id<model::Role>(id))->name = name;
        permit.model.forEach<model::Measure>([&](const model::Measure& each) {
            draft.change(Id<model::Measure>(each.id))->name = name;
            draft.change(Id<model::Measure>(each.id))->unit = name;
        });
        permit.model.forEach<model::Step>(
            [&](const model::Step& each) { draft.change(Id<model::Step>(each.id))->name = name; });
        const Model model = draft.finish();
        INFO("name \"" << visible(name, 40) << "\"");
        for (const double height : {900.0, 588.0})
            CHECK(allProblems(model, board(model, optionsFor(height > 700 ? 1512 : 958, height))) == "");
    }
}

TEST_CASE("the band stays at the foot of what is seen while the board scrolls") {
    const Model model = test::importBundled(test::bundledExamples[0]).model;
    OutcomeBoardOptions options = optionsFor(1512, 480);
    const Picture whole = board(model, options);
    const AnyId constraint = model.plan().constraints[0];
    REQUIRE(whole.bounds.height > 480);
    for (const double top : {0.0, 40.0, whole.bounds.height - 480}) {
        INFO(top);
        options.scrolledTo = top;
        const Picture picture = board(model, options);
        CHECK(test::problemsOf(picture, measure) == "");
        CHECK(picture.bounds == whole.bounds);
        const double above = whole.bounds.height - areaOf(whole, "constraint", constraint).y;
        CHECK(areaOf(picture, "constraint", constraint).y == Approx(top + 480 - above));
        // Ties of what is covered end above the band, so that none runs over it.
        const Rect band = areaOf(picture, "band", {});
        for (const TieLine& tie : tiesIn(picture))
            if (!band.isEmpty()) CHECK(tie.line->points.back().y < band.y);
    }
    // At the end of the board nothing is covered, and nothing differs from a board that does not scroll.
    CHECK(board(model, options) == whole);
    // A band that would cover more than half of what is seen ends the board.
    options.viewportHeight = 240;
    options.scrolledTo = 0;
    CHECK(areaOf(board(model, options), "band", {}).isEmpty());
}
