#include "edit/entity_edit.h"

#include "model/draft.h"
#include "model/entity_type.h"
#include "model/validate.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace flowspine;
using edit::Result;
using model::AnyId;
using model::FieldValue;
using model::Id;
using model::Kind;
using model::Model;
using Office = test::PermitOffice;

namespace {

std::string codeOf(const Result<Model>& result) {
    return result ? "" : result.error().code;
}

std::string setCode(const Model& model, const AnyId& id, std::string_view field, FieldValue value) {
    return codeOf(edit::setField(model, id, field, std::move(value)));
}

} // namespace

TEST_CASE("setting a field to what it is gives the same plan") {
    const Office office;
    const Model same = *edit::setField(office.model, office.check, "name", std::string("Check zoning"));
    CHECK(same.isSameAs(office.model));
}

TEST_CASE("a field takes only values of its type") {
    const Office office;
    CHECK(setCode(office.model, office.check, "name", 3.0) == "wrong-type");
    CHECK(setCode(office.model, office.check, "waitTime", std::string("3 days")) == "wrong-type");
    CHECK(setCode(office.model, office.check, "type", model::ChoiceValue{200}) == "wrong-type");
    CHECK(setCode(office.model, office.check, "team", std::vector<AnyId>{office.planning}) == "wrong-type");
    CHECK(setCode(office.model, office.check, "colour", std::string("red")) == "no-field");
    CHECK(setCode(office.model, AnyId("step-gone"), "name", std::string("x")) == "no-entity");
    CHECK(setCode(office.model, AnyId("nonsense"), "name", std::string("x")) == "no-entity");
    CHECK(setCode(office.model, office.variant, "steps", std::vector<AnyId>{}) == "owned");
}

TEST_CASE("numbers, dates and texts stay within what a file can hold") {
    const Office office;
    const AnyId plan = office.model.plan().id;
    CHECK(setCode(office.model, office.check, "percentCompleteAccurate", 100.0).empty());
    CHECK(setCode(office.model, office.check, "percentCompleteAccurate", 100.5) == "out-of-range");
    CHECK(edit::setField(office.model, office.check, "percentCompleteAccurate", -1.0).error().message ==
          "“%C&A” must be from 0 to 100 %.");
    CHECK(edit::setField(office.model, office.planning, "fte", -1.0).error().message ==
          "“People” must be at least 0 FTE.");
    CHECK(setCode(office.model, office.planning, "fte", std::numeric_limits<double>::infinity()) == "out-of-range");
    CHECK(setCode(office.model, office.planning, "fte", std::numeric_limits<double>::quiet_NaN()) == "out-of-range");
    CHECK(setCode(office.model, plan, "lastReviewed", base::Date{4'000'000}) == "out-of-range");
    CHECK(setCode(office.model, plan, "lastReviewed", *base::makeDate(9999, 12, 31)).empty());
    CHECK(setCode(office.model, office.check, "waitTime", base::Duration{3'600'000'001}) == "out-of-range");
    CHECK(setCode(office.model, office.check, "waitTime", base::Duration{-3'600'000'000}).empty());
    CHECK(setCode(office.model, office.check, "name", std::string("\xC3(")) == "not-utf8");
    CHECK(setCode(office.model, office.check, "notes", std::string((1U << 20U) + 1, 'x')) == "too-long");
    CHECK(setCode(office.model, office.check, "systems", std::vector<std::string>{"\xFF"}) == "not-utf8");
}

TEST_CASE("minus zero becomes zero and doubles in a reference list become one") {
    Office office;
    office.set(office.planning, "fte", -0.0);
    CHECK_FALSE(std::signbit(*office.model.find(office.planning)->fte));
    office.set(office.variant, "lanes", std::vector<AnyId>{office.oneStop, office.planning, office.oneStop});
    CHECK(office.model.find(office.variant)->lanes.ids() == std::vector<AnyId>{office.oneStop, office.planning});
}

TEST_CASE("references name what is there and of the right kind") {
    const Office office;
    CHECK(setCode(office.model, office.check, "team", office.oneStop).empty());
    CHECK(setCode(office.model, office.check, "team", AnyId{}).empty());
    CHECK(setCode(office.model, office.check, "team", office.decide) == "wrong-kind");
    CHECK(setCode(office.model, office.check, "team", AnyId("team-gone")) == "unknown-reference");
    CHECK(setCode(office.model, office.check, "team", AnyId("foreign")) == "wrong-kind");
    CHECK(setCode(office.model, office.variant, "lanes", std::vector<AnyId>{office.planning, AnyId{}}) ==
          "unknown-reference");
}

TEST_CASE("links, placements and joins name steps of their own variant only") {
    Office office;
    const AnyId other{office.add(edit::duplicateVariant(office.model, office.variant, "To be", office.ids))};
    const AnyId copied = office.model.find(Id<model::Variant>(other))->steps[0];
    const AnyId link = office.model.find(office.variant)->links[0];
    CHECK(setCode(office.model, link, "to", copied) == "foreign-step");
    CHECK(setCode(office.model, link, "to", office.decide).empty());
    CHECK(setCode(office.model, office.check, "joins", copied) == "foreign-step");
    CHECK(setCode(office.model, office.check, "origin", copied).empty());
    office.take(edit::pinStep(office.model, office.check, 1, office.ids));
    CHECK(setCode(office.model, office.model.find(office.variant)->placements[0], "step", copied) == "foreign-step");
}

TEST_CASE("the current variant is one of the flow's own") {
    Office office;
    const Id<model::Flow> other{office.add(edit::addFlow(office.model, "Appeal", office.ids))};
    CHECK(setCode(office.model, office.flow, "current", office.model.find(other)->current) == "no-current-variant");
    CHECK(setCode(office.model, office.flow, "current", AnyId{}) == "no-current-variant");
    office.take(edit::remove(office.model, {office.model.find(other)->current}));
    CHECK(office.model.find(other)->current.isEmpty());
    CHECK(setCode(office.model, other, "current", AnyId{}).empty());
}

TEST_CASE("an entity is added where it belongs, at its place") {
    Office office;
    const AnyId plan = office.model.plan().id;
    const edit::Added second = *edit::addNew(office.model, plan, Kind::outcome, "Second", office.ids);
    const edit::Added first = *edit::addNew(second.model, plan, Kind::outcome, "First", office.ids, 0);
    CHECK(first.model.plan().outcomes.ids() == std::vector<AnyId>{first.id, office.faster, second.id});
    CHECK(codeOf(edit::add(office.model, office.flow,
                           std::make_shared<model::Outcome>(*first.model.find(Id<model::Outcome>(first.id))))) ==
          "wrong-kind");
    CHECK(codeOf(edit::add(first.model, plan,
                           std::make_shared<model::Outcome>(*first.model.find(Id<model::Outcome>(first.id))))) ==
          "duplicate-id");
    CHECK(codeOf(edit::add(office.model, AnyId("plan-gone"),
                           std::make_shared<model::Outcome>(*first.model.find(Id<model::Outcome>(first.id))))) ==
          "no-owner");
    CHECK(codeOf(edit::add(office.model, plan, std::make_shared<model::Outcome>())) == "bad-id");
}

TEST_CASE("a new entity brings no children and only references that lead somewhere") {
    const Office office;
    const AnyId plan = office.model.plan().id;
    auto flow = std::make_shared<model::Flow>();
    flow->id = AnyId("flow-new");
    flow->variants.add(office.variant);
    CHECK(codeOf(edit::add(office.model, plan, flow)) == "has-children");
    auto role = std::make_shared<model::Role>();
    role->id = AnyId("role-new");
    role->team = Id<model::Team>("team-gone");
    CHECK(codeOf(edit::add(office.model, plan, role)) == "unknown-reference");
}

TEST_CASE("the plan cannot be added, moved or removed") {
    Office office;
    const AnyId plan = office.model.plan().id;
    CHECK(edit::addNew(office.model, plan, Kind::plan, "Second", office.ids).error().code == "wrong-kind");
    CHECK(codeOf(edit::move(office.model, plan, plan, 0)) == "no-entity");
    CHECK(codeOf(edit::remove(office.model, {plan})) == "no-entity");
    CHECK(edit::impactOfRemoval(office.model, {plan}).removed.empty());
}

TEST_CASE("removing takes along what is owned and what makes no sense without it, and clears the rest") {
    Office office;
    const AnyId plan = office.model.plan().id;
    const Id<model::Constraint> constraint{
        office.add(edit::addConstraintFor(office.model, office.faster, "Waiting", office.ids))};
    office.set(constraint, "locations", std::vector<AnyId>{office.flow, office.check, office.planning});
    const AnyId comment = office.add(edit::addNew(office.model, plan, Kind::comment, "Ada", office.ids));
    office.set(comment, "about", office.check);
    const AnyId reply = office.add(edit::addNew(office.model, comment, Kind::reply, "Ben", office.ids));
    const AnyId waiver = office.add(edit::addNew(office.model, plan, Kind::waiver, "F02", office.ids));
    office.set(waiver, "about", comment);

    const edit::Impact impact = edit::impactOfRemoval(office.model, {office.check});
    CHECK(impact.removed.size() == 6); // the step, its two links, the comment, its reply, the waiver
    REQUIRE(impact.loseReference.size() == 1);
    CHECK(impact.loseReference[0].from == constraint);

    const Model after = *edit::remove(office.model, {office.check});
    for (const AnyId& id : impact.removed) CHECK_FALSE(after.contains(id));
    CHECK(after.entityCount() == office.model.entityCount() - 6);
    CHECK_FALSE(after.contains(reply));
    CHECK(after.find(constraint)->locations.ids() == std::vector<AnyId>{office.flow, office.planning});
    CHECK(model::validate(after).empty());
}

TEST_CASE("when the current variant goes the first one left takes its place") {
    Office office;
    const Id<model::Variant> second{
        office.add(edit::duplicateVariant(office.model, office.variant, "Two", office.ids))};
    const Id<model::Variant> third{
        office.add(edit::duplicateVariant(office.model, office.variant, "Three", office.ids))};
    CHECK(office.model.find(office.flow)->variants.ids() == std::vector<AnyId>{office.variant, third, second});
    const Model one = *edit::remove(office.model, {office.variant});
    CHECK(one.find(office.flow)->current == third);
    const Model two = *edit::remove(one, {second});
    CHECK(two.find(office.flow)->current == third);
    CHECK(two.find(third)->basedOn.isEmpty());
}

TEST_CASE("moving within a list counts places after taking out") {
    Office office;
    std::vector<AnyId> ids{office.faster};
    for (const char* title : {"B", "C", "D"})
        ids.push_back(office.add(edit::addOutcome(office.model, model::Perspective::peopleServed, title, office.ids)));
    const AnyId plan = office.model.plan().id;
    const auto order = [&](std::size_t from, std::size_t to) {
        return edit::move(office.model, ids[from], plan, to).value().plan().outcomes.ids();
    };
    CHECK(order(0, 1) == std::vector<AnyId>{ids[1], ids[0], ids[2], ids[3]});
    CHECK(order(3, 0) == std::vector<AnyId>{ids[3], ids[0], ids[1], ids[2]});
    CHECK(order(0, 99) == std::vector<AnyId>{ids[1], ids[2], ids[3], ids[0]});
    CHECK(edit::move(office.model, ids[1], plan, 1).value().isSameAs(office.model));
    CHECK(codeOf(edit::move(office.model, ids[0], office.flow, 0)) == "wrong-kind");
}

TEST_CASE("a step that goes to another variant leaves its links, placement and joins behind") {
    Office office;
    const Id<model::Variant> other{office.add(edit::duplicateVariant(office.model, office.variant, "Two", office.ids))};
    office.take(edit::pinStep(office.model, office.check, 2, office.ids));
    office.set(office.start, "joins", office.check);
    office.set(office.check, "joins", office.decide);
    office.take(edit::move(office.model, office.check, other, 0));
    CHECK(office.model.find(other)->steps[0] == office.check);
    CHECK(office.model.find(office.variant)->steps.size() == 3);
    CHECK(office.model.find(office.variant)->links.size() == 1);
    CHECK(office.model.find(office.variant)->placements.isEmpty());
    CHECK(office.model.find(office.start)->joins.isEmpty());
    CHECK(office.model.find(office.check)->joins.isEmpty());
    CHECK(model::validate(office.model).empty());
    CHECK(codeOf(edit::move(office.model, office.model.find(office.variant)->links[0], other, 0)) == "foreign-step");
}

TEST_CASE("a variant that goes to another flow leaves both with a current one, or none to choose from") {
    Office office;
    const Id<model::Flow> other{office.add(edit::addFlow(office.model, "Appeal", office.ids))};
    const Id<model::Variant> moved = office.model.find(other)->current;
    office.take(edit::move(office.model, moved, office.flow, 0));
    CHECK(office.model.find(other)->current.isEmpty());
    CHECK(office.model.find(office.flow)->current == office.variant);
    office.take(edit::move(office.model, moved, other, 0));
    CHECK(office.model.find(other)->current == moved);
}
