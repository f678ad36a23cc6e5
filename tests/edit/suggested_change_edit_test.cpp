#include "edit/suggested_change_edit.h"

#include "diff/model_diff.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::EntityAddition;
using model::EntityRemoval;
using model::FieldSetting;
using model::Kind;
using model::newEntity;
using model::SuggestedChange;

TEST_CASE("a suggested change adds entities that name each other and sets fields to them") {
    test::PermitOffice office;
    const AnyId role = office.model.table(Kind::role).rows().front()->id;
    const SuggestedChange change{
        {"Let %1 decide", {"Lead"}},
        {EntityAddition{Kind::decisionRight, office.model.plan().id, {{"title", std::string("Grant")}}},
         EntityAddition{Kind::assignment, newEntity(1), {{"letter", model::ChoiceValue{1}}, {"role", role}}},
         FieldSetting{office.decide, "decisionRight", newEntity(1)}}};
    const auto made = edit::make(office.model, change, office.ids);
    REQUIRE(made);
    REQUIRE(made->added.size() == 2);
    const auto* step = made->model.find(office.decide);
    CHECK(step->decisionRight == made->added[0]);
    const auto* right = made->model.find(step->decisionRight);
    REQUIRE(right != nullptr);
    CHECK(right->title == "Grant");
    CHECK(right->assignments.contains(made->added[1]));
    CHECK(made->model.find(model::Id<model::Assignment>(made->added[1]))->letter == model::Letter::a);
}

TEST_CASE("ids of new entities are put into lists too") {
    test::PermitOffice office;
    const SuggestedChange change{{},
                                 {EntityAddition{Kind::role, office.model.plan().id, {}},
                                  FieldSetting{office.check, "accountable", std::vector<AnyId>{newEntity(1)}}}};
    const auto made = edit::make(office.model, change, office.ids);
    REQUIRE(made);
    CHECK(made->model.find(office.check)->accountable[0] == made->added[0]);
}

TEST_CASE("a suggested change removes with all that goes along") {
    test::PermitOffice office;
    const auto made = edit::make(office.model, {{}, {EntityRemoval{office.check}}}, office.ids);
    REQUIRE(made);
    CHECK(made->model == edit::remove(office.model, {office.check}).value());
}

TEST_CASE("a suggested change is made as a whole or not at all") {
    test::PermitOffice office;
    const auto errorOf = [&](std::vector<model::ChangeStep> steps) {
        steps.insert(steps.begin(), FieldSetting{office.check, "name", std::string("Renamed")});
        const model::Model before = office.model;
        const auto made = edit::make(office.model, {{}, steps}, office.ids);
        CHECK(office.model == before);
        return made ? std::string("made") : made.error().code;
    };
    const AnyId plan = office.model.plan().id;
    CHECK(errorOf({}) == "made");
    CHECK(errorOf({FieldSetting{office.check, "nothing", 1.0}}) == "no-field");
    CHECK(errorOf({FieldSetting{office.check, "name", 1.0}}) == "wrong-type");
    CHECK(errorOf({FieldSetting{newEntity(1), "name", std::string("Later")}}) == "no-entity");
    CHECK(errorOf({FieldSetting{office.check, "team", newEntity(1)}}) == "wrong-kind");
    CHECK(errorOf({EntityAddition{Kind::role, plan, {{"nothing", 1.0}}}}) == "no-field");
    CHECK(errorOf({EntityAddition{Kind::role, plan, {{"name", 1.0}}}}) == "wrong-type");
    CHECK(errorOf({EntityAddition{Kind::measure, plan, {}}}) == "wrong-kind");
    CHECK(errorOf({EntityRemoval{AnyId("step-gone")}}) == "no-entity");
}
