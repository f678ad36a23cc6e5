#include "view/decision_grid.h"

#include "edit/spine_edit.h"
#include "model/deciders.h"
#include "model/draft.h"
#include "support/examples.h"
#include "support/golden.h"
#include "support/picture_checks.h"
#include "support/picture_text.h"
#include "support/random_model.h"
#include "view/decision_rows.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Id;
using model::Letter;
using model::Model;

namespace {

const FixedTextMeasure measure;

Picture grid(const Model& model, DecisionGridOptions options = {}) {
    return decisionGrid(model, model::ModelIndex(model), options, measure);
}

DecisionGridOptions optionsFor(double width, double height, std::vector<AnyId> selection = {}) {
    DecisionGridOptions options;
    options.width = width;
    options.viewportHeight = height;
    options.selection = std::move(selection);
    return options;
}

const Shape* shapeOf(const Picture& picture, const AnyId& id, const std::string& part) {
    for (const Shape& shape : picture.shapes)
        if (shape.id == id && shape.part == part) return &shape;
    return nullptr;
}

std::string wordsOf(const Picture& picture, const AnyId& id, const std::string& part) {
    const Shape* shape = shapeOf(picture, id, part);
    return shape ? std::get<Label>(shape->form).lines.front() : std::string();
}

std::size_t count(const Picture& picture, const std::string& role, const AnyId& id) {
    return static_cast<std::size_t>(std::count_if(picture.areas.begin(), picture.areas.end(), [&](const HitArea& area) {
        return area.role == role && area.id == id;
    }));
}

// Three roles and a right; nobody takes part yet.
struct Board {
    base::CountingIdGenerator ids;
    Model model = model::makeEmptyModel(AnyId("plan-test"), "Plan");
    std::vector<Id<model::Role>> roles;
    Id<model::DecisionRight> right;

    Board() {
        for (const char* name : {"Clerk", "Planner", "Marshal"}) {
            edit::Added added = edit::addNew(model, model.plan().id, model::Kind::role, name, ids).value();
            roles.emplace_back(added.id);
            model = std::move(added.model);
        }
        edit::Added added = edit::addNew(model, model.plan().id, model::Kind::decisionRight, "Approve", ids).value();
        right = Id<model::DecisionRight>(added.id);
        model = std::move(added.model);
    }
    void assign(std::size_t role, Letter letter) {
        model = edit::assignLetter(model, right, roles[role], letter, ids).value();
    }
};

} // namespace

TEST_CASE("the decision rights of the permit plan are as they were accepted") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const AnyId first = permit.model.plan().decisionRights[0];
    const Picture picture = grid(permit.model, optionsFor(958, 588, {first}));
    CHECK(test::differenceFromGolden("decision_grid_permit_1366.txt", test::pictureText(picture)) == "");
}

TEST_CASE("one decider is shown, two are ringed, none leaves a place that takes the letter") {
    Board board;
    const auto letterPart = [&](std::size_t role) { return "letter." + std::string(board.roles[role].text()); };
    Picture picture = grid(board.model);
    CHECK(wordsOf(picture, board.right, "note") == "no decider");
    CHECK(wordsOf(picture, board.right, "slot.words") == "No A yet: who decides?");
    CHECK(count(picture, "slot", board.right) == 3);

    board.assign(1, Letter::a);
    picture = grid(board.model);
    CHECK(wordsOf(picture, board.right, "note") == "no step yet");
    CHECK(wordsOf(picture, board.right, letterPart(1)) == "A");
    CHECK(shapeOf(picture, board.right, letterPart(1) + ".mark"));
    CHECK_FALSE(shapeOf(picture, board.right, letterPart(1) + ".ring"));
    CHECK(count(picture, "slot", board.right) == 0);

    board.assign(2, Letter::a);
    picture = grid(board.model);
    CHECK(wordsOf(picture, board.right, "note") == "2 deciders");
    CHECK(shapeOf(picture, board.right, letterPart(1) + ".ring"));
    CHECK(shapeOf(picture, board.right, letterPart(2) + ".ring"));
}

TEST_CASE("in RAPID the D decides and the A only agrees") {
    Board board;
    board.model = edit::setField(board.model, board.right, "scheme",
                                 model::ChoiceValue{static_cast<std::uint8_t>(model::DecisionScheme::rapid)})
                      .value();
    board.assign(0, Letter::a);
    board.assign(1, Letter::d);
    CHECK(model::decidersOf(board.model, *board.model.find(board.right)) ==
          std::vector<Id<model::Role>>{board.roles[1]});
    const Picture picture = grid(board.model);
    CHECK(shapeOf(picture, board.right, "letter." + std::string(board.roles[1].text()) + ".mark"));
    CHECK_FALSE(shapeOf(picture, board.right, "letter." + std::string(board.roles[0].text()) + ".mark"));
}

TEST_CASE("roles without a part are hidden and said so, and are shown when asked for") {
    Board board;
    board.assign(1, Letter::a);
    Picture picture = grid(board.model);
    CHECK(count(picture, "role", board.roles[1]) == 1);
    CHECK(count(picture, "role", board.roles[0]) == 0);
    CHECK(wordsOf(picture, {}, "foot.hidden") == "2 roles take no part (hidden)");
    DecisionGridOptions options;
    options.showsAllRoles = true;
    picture = grid(board.model, options);
    CHECK(count(picture, "role", board.roles[0]) == 1);
    CHECK(wordsOf(picture, {}, "foot.hidden") == "Hide roles without a part");
}

TEST_CASE("a decision step without a right is a row with the letters that its fields say") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    model::Draft draft(permit.model);
    AnyId step;
    permit.model.forEach(permit.model.plan().flows, [&](const model::Flow& flow) {
        permit.model.forEach(permit.model.find(flow.current)->steps, [&](const model::Step& each) {
            if (step || each.type != model::StepType::decision) return;
            step = each.id;
            model::Step& changed = *draft.change(Id<model::Step>(each.id));
            changed.decisionRight = {};
            changed.accountable = {permit.model.plan().roles[0]};
            changed.consulted = {permit.model.plan().roles[1]};
        });
    });
    REQUIRE(step);
    const Model model = draft.finish();
    const DecisionTable table = decisionTable(model, model::ModelIndex(model), false);
    REQUIRE(table.derived.size() == 1);
    CHECK(table.derived.front().id == step);
    CHECK(table.derived.front().deciders == 1);
    CHECK(count(grid(model), "derived", step) == 1);

    base::CountingIdGenerator ids(5000);
    const edit::Added stated = edit::stateDecisionRight(model, Id<model::Step>(step), ids).value();
    CHECK(stated.model.find(Id<model::Step>(step))->decisionRight == stated.id);
    CHECK(decisionTable(stated.model, model::ModelIndex(stated.model), false).derived.empty());
    CHECK(model::decidersOf(stated.model, *stated.model.find(Id<model::DecisionRight>(stated.id))) ==
          std::vector<Id<model::Role>>{permit.model.plan().roles[0]});
}

TEST_CASE("the time of a decision stands beside the wait of its step") {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    const Picture picture = grid(permit.model);
    bool hasTick = false;
    for (const model::Id<model::DecisionRight> id : permit.model.plan().decisionRights) {
        const model::DecisionRight& right = *permit.model.find(id);
        CHECK((shapeOf(picture, id, "within.bar") != nullptr) == (right.decisionDays.value_or(0) > 0));
        hasTick = hasTick || shapeOf(picture, id, "within.tick");
        if (!right.decisionDays) CHECK(wordsOf(picture, id, "within") == "no time");
    }
    CHECK(hasTick);
}

TEST_CASE("a grid of any plan at any size is sound") {
    const std::uint64_t seed = test::testSeed(20261126);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 60; ++round) {
        const Model model = test::randomModel(random, {.entities = 60 + random.below(300)});
        DecisionGridOptions options =
            optionsFor(600 + static_cast<double>(random.below(1400)), 400 + static_cast<double>(random.below(800)));
        options.showsAllRoles = random.below(2) == 0;
        if (!model.plan().decisionRights.isEmpty())
            options.selection.push_back(random.pick(model.plan().decisionRights.ids()));
        options.cursor = "within";
        INFO("round " << round);
        const Picture picture = grid(model, options);
        REQUIRE(test::problemsOf(picture, measure) + test::overlapsOf(picture, {"right", "derived", "letter", "slot"}) +
                    test::missingOf(picture, "right", model.plan().decisionRights.ids()) ==
                "");
        REQUIRE(picture.bounds.width >= options.width);
        REQUIRE(picture == grid(model, options));
    }
}
