#include "edit/flow_edit.h"

#include "model/lanes.h"
#include "model/validate.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Id;
using model::Kind;
using model::LinkKind;
using model::Model;
using model::Step;
using model::Variant;
using Office = test::PermitOffice;

namespace {

// The names of the steps along the first links, from the start on.
std::vector<std::string> walk(const Model& model, const Id<Variant>& variant) {
    const Variant& present = *model.find(variant);
    std::vector<std::string> names;
    Id<Step> at = present.steps[0];
    while (at && names.size() < 20) {
        names.push_back(model.find(at)->name);
        Id<Step> next;
        model.forEach(present.links, [&](const model::Link& link) {
            if (link.from == at && !next) next = link.to;
        });
        at = next;
    }
    return names;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("a new flow has a current as-is variant from start to end") {
    base::CountingIdGenerator ids;
    const Model empty = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    const edit::Added added = *edit::addFlow(empty, "Permit", ids);
    const auto& flow = *added.model.find(Id<model::Flow>(added.id));
    CHECK(flow.name == "Permit");
    REQUIRE(flow.variants.size() == 1);
    CHECK(flow.current == flow.variants[0]);
    const Variant& variant = *added.model.find(flow.current);
    CHECK(variant.kind == model::VariantKind::asIs);
    REQUIRE(variant.steps.size() == 2);
    CHECK(added.model.find(variant.steps[0])->type == model::StepType::start);
    CHECK(added.model.find(variant.steps[1])->type == model::StepType::end);
    CHECK(variant.links.size() == 1);
    CHECK(model::validate(added.model).empty());
}

TEST_CASE("work typed one after another stays a whole flow") {
    Office office;
    CHECK(walk(office.model, office.variant) == Names{"", "Check zoning", "Decide", ""});
    office.add(edit::addStep(office.model, office.variant, "Visit", {}, office.check, office.ids));
    // Not the way to the end: a second way out of "Check zoning".
    CHECK(walk(office.model, office.variant) == Names{"", "Check zoning", "Decide", ""});
    CHECK(office.model.find(office.variant)->links.size() == 4);
    CHECK(office.model.find(office.variant)->steps.size() == 5);
}

TEST_CASE("a step behind a decision is a branch, also when the decision leads to the end") {
    Office office;
    office.set(office.decide, "type", model::ChoiceValue{static_cast<std::uint8_t>(model::StepType::decision)});
    office.add(edit::addStep(office.model, office.variant, "Reject", office.planning, office.decide, office.ids));
    CHECK(walk(office.model, office.variant) == Names{"", "Check zoning", "Decide", ""});
    CHECK(office.model.find(office.variant)->links.size() == 4);
}

TEST_CASE("a new step stands behind the one before it, in its phase and its lane") {
    Office office;
    office.set(office.check, "phase", std::string("Review"));
    const Id<Step> visit{
        office.add(edit::addStep(office.model, office.variant, "Visit", office.oneStop, office.check, office.ids))};
    CHECK(office.model.find(visit)->phase == "Review");
    CHECK(office.model.find(visit)->team == office.oneStop);
    CHECK(office.model.find(office.variant)->steps[2] == visit);
    CHECK(office.model.find(office.variant)->lanes.ids() == std::vector<AnyId>{office.planning, office.oneStop});
    CHECK(edit::addStep(office.model, office.variant, "X", {}, AnyId("step-gone"), office.ids).error().code ==
          "no-entity");
    CHECK(edit::addStep(office.model, Id<Variant>("vari-gone"), "X", {}, {}, office.ids).error().code == "no-owner");
    CHECK(edit::addStep(office.model, office.variant, "X", Id<model::Team>("team-gone"), {}, office.ids).error().code ==
          "unknown-reference");
    const Id<model::Flow> other{office.add(edit::addFlow(office.model, "Appeal", office.ids))};
    CHECK(edit::addStep(office.model, office.model.find(other)->current, "X", {}, office.check, office.ids)
              .error()
              .code == "foreign-step");
}

TEST_CASE("links join two different steps of one variant, once for each kind") {
    Office office;
    CHECK(edit::connectSteps(office.model, office.check, office.decide, LinkKind::sequence, office.ids).error().code ==
          "duplicate-link");
    CHECK(
        edit::connectSteps(office.model, office.check, office.decide, LinkKind::sequence, office.ids).error().message ==
        "“Check zoning” already leads to “Decide”.");
    CHECK(edit::connectSteps(office.model, office.check, office.check, LinkKind::rework, office.ids).error().code ==
          "same-step");
    const Id<Variant> other{office.add(edit::duplicateVariant(office.model, office.variant, "To be", office.ids))};
    CHECK(edit::connectSteps(office.model, office.check, office.model.find(other)->steps[0], LinkKind::sequence,
                             office.ids)
              .error()
              .code == "foreign-step");
    const Id<model::Link> rework{
        office.add(edit::connectSteps(office.model, office.decide, office.check, LinkKind::rework, office.ids))};
    CHECK(office.model.find(rework)->kind == LinkKind::rework);
}

TEST_CASE("a link gets other ends and keeps what it says") {
    Office office;
    const Id<model::Link> link{
        office.add(edit::connectSteps(office.model, office.decide, office.check, LinkKind::rework, office.ids))};
    office.set(link, "passes", std::string("the file"));
    office.take(edit::reconnectLink(office.model, link, office.decide, office.start));
    CHECK(office.model.find(link)->to == office.start);
    CHECK(office.model.find(link)->passes == "the file");
    CHECK(edit::reconnectLink(office.model, link, office.check, office.check).error().code == "same-step");
    // To where it is already: no change, no duplicate of itself.
    CHECK(edit::reconnectLink(office.model, link, office.decide, office.start).value().isSameAs(office.model));
}

TEST_CASE("handing work over adds a lane only when there is none, and moves no other lane") {
    Office office;
    const Model over = *edit::handOver(office.model, {office.check, office.decide}, office.oneStop);
    CHECK(over.find(office.check)->team == office.oneStop);
    CHECK(over.find(office.decide)->team == office.oneStop);
    CHECK(over.find(office.variant)->lanes.ids() == std::vector<AnyId>{office.planning, office.oneStop});
    const Model back = *edit::handOver(over, {office.check}, office.planning);
    CHECK(back.find(office.variant)->lanes.ids() == over.find(office.variant)->lanes.ids());
    CHECK(edit::handOver(over, {office.check}, {}).value().find(office.check)->team.isEmpty());
    CHECK(edit::handOver(over, {office.planning}, {}).error().code == "no-entity");
    CHECK(edit::handOver(over, {office.check}, Id<model::Team>("team-gone")).error().code == "no-entity");
}

TEST_CASE("a lane moves among the others, and implied lanes become listed") {
    Office office;
    office.set(office.decide, "team", office.oneStop);
    office.set(office.variant, "lanes", std::vector<AnyId>{});
    REQUIRE(model::lanesOf(office.model, *office.model.find(office.variant)).size() == 2);
    office.take(edit::moveLane(office.model, office.variant, office.oneStop, 0));
    CHECK(office.model.find(office.variant)->lanes.ids() == std::vector<AnyId>{office.oneStop, office.planning});
    office.take(edit::moveLane(office.model, office.variant, office.oneStop, 99));
    CHECK(office.model.find(office.variant)->lanes.ids() == std::vector<AnyId>{office.planning, office.oneStop});
    const AnyId third = office.add(edit::addTeam(office.model, "Fire marshal", office.ids));
    CHECK(edit::moveLane(office.model, office.variant, Id<model::Team>(third), 0).error().code == "no-lane");
}

TEST_CASE("a pin is one placement, moved and taken away again") {
    Office office;
    const Model before = office.model;
    office.take(edit::pinStep(office.model, office.check, 3, office.ids));
    office.take(edit::pinStep(office.model, office.check, 5, office.ids));
    const Variant& variant = *office.model.find(office.variant);
    REQUIRE(variant.placements.size() == 1);
    const auto& placement = *office.model.find(variant.placements[0]);
    CHECK(placement.step == office.check);
    CHECK(placement.column == 5.0);
    CHECK(placement.pinned);
    CHECK(edit::pinStep(office.model, office.check, -1, office.ids).error().code == "out-of-range");
    CHECK(edit::pinStep(office.model, office.decide, -1, office.ids).error().code == "out-of-range");
    office.take(edit::pinStep(office.model, office.check, std::nullopt, office.ids));
    CHECK(office.model == before);
    CHECK(edit::pinStep(office.model, office.check, std::nullopt, office.ids).value().isSameAs(office.model));
}

TEST_CASE("a variant's copy is a to-be behind it whose steps remember the first variant's") {
    Office office;
    const Id<model::Constraint> constraint{
        office.add(edit::addConstraintFor(office.model, office.faster, "Waiting", office.ids))};
    office.set(constraint, "locations", std::vector<AnyId>{office.check});
    office.take(edit::pinStep(office.model, office.check, 3, office.ids));
    office.set(office.check, "joins", office.end);

    const Id<Variant> second{office.add(edit::duplicateVariant(office.model, office.variant, "One team", office.ids))};
    const Variant& copy = *office.model.find(second);
    CHECK(copy.name == "One team");
    CHECK(copy.kind == model::VariantKind::toBe);
    CHECK(copy.basedOn == office.variant);
    CHECK(office.model.find(office.flow)->current == office.variant);
    CHECK(walk(office.model, second) == walk(office.model, office.variant));
    const Variant& original = *office.model.find(office.variant);
    for (std::size_t i = 0; i < original.steps.size(); ++i)
        CHECK(office.model.find(copy.steps[i])->origin == original.steps[i]);
    CHECK(office.model.find(copy.steps[1])->joins == copy.steps[3]);
    REQUIRE(copy.placements.size() == 1);
    CHECK(office.model.find(copy.placements[0])->step == copy.steps[1]);
    CHECK(office.model.find(constraint)->locations.ids() == std::vector<AnyId>{office.check});

    // A copy of the copy points to the same first steps, so that all variants compare with each other.
    const edit::Added third = *edit::duplicateVariant(office.model, second, "Two teams", office.ids);
    const Variant& last = *third.model.find(Id<Variant>(third.id));
    CHECK(last.basedOn == second);
    for (std::size_t i = 0; i < last.steps.size(); ++i)
        CHECK(third.model.find(last.steps[i])->origin == original.steps[i]);
    CHECK(model::validate(third.model).empty());
}

TEST_CASE("another variant becomes the current one") {
    Office office;
    const Id<Variant> second{office.add(edit::duplicateVariant(office.model, office.variant, "One team", office.ids))};
    office.take(edit::makeCurrent(office.model, second));
    CHECK(office.model.find(office.flow)->current == second);
    CHECK(edit::makeCurrent(office.model, Id<Variant>("vari-gone")).error().code == "no-entity");
}
