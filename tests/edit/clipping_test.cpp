// Copy, paste and duplicate.
#include "edit/entity_edit.h"
#include "model/draft.h"
#include "model/validate.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;
using Office = test::PermitOffice;

TEST_CASE("copied steps bring the links between them, and nothing twice") {
    const Office office;
    const edit::Clipping clipping =
        edit::copy(office.model, {office.decide, office.check, office.check, AnyId("step-gone")});
    REQUIRE(clipping.roots.size() == 3);
    CHECK(clipping.roots[0] == office.check); // as the plan reads
    CHECK(clipping.roots[1] == office.decide);
    CHECK(model::kindOf(clipping.roots[2]) == Kind::link);
    CHECK(clipping.entities.size() == 3);
    CHECK(edit::copy(office.model, {office.variant, office.check}).roots == std::vector<AnyId>{office.variant});
    CHECK(edit::copy(office.model, {office.model.plan().id}).roots.empty());
}

TEST_CASE("pasted steps are linked among themselves as the originals are") {
    Office office;
    office.set(office.check, "joins", office.end);
    const edit::Clipping clipping = edit::copy(office.model, {office.check, office.decide});
    const edit::Pasted pasted = *edit::paste(office.model, clipping, office.variant, office.ids);
    REQUIRE(pasted.roots.size() == 3);
    const auto& link = *pasted.model.find(Id<model::Link>(pasted.roots[2]));
    CHECK(link.from == pasted.roots[0]);
    CHECK(link.to == pasted.roots[1]);
    const auto& check = *pasted.model.find(Id<model::Step>(pasted.roots[0]));
    CHECK(check.team == office.planning);
    CHECK(check.joins == office.end);
    CHECK(pasted.model.find(office.variant)->steps.size() == 6);
    CHECK(model::validate(pasted.model).empty());
}

TEST_CASE("what is pasted into another variant forgets the steps it leaves behind") {
    Office office;
    office.set(office.check, "joins", office.end);
    const Id<model::Flow> other{office.add(edit::addFlow(office.model, "Appeal", office.ids))};
    std::vector<AnyId> chosen = office.model.find(office.variant)->links.ids(); // three links, with one step
    chosen.push_back(office.check);
    const edit::Pasted pasted = *edit::paste(office.model, edit::copy(office.model, chosen), other, office.ids);
    REQUIRE(pasted.roots.size() == 1); // on a flow: into its current variant; the links have lost an end
    const AnyId variant = office.model.find(other)->current;
    CHECK(pasted.model.find(Id<model::Variant>(variant))->steps.contains(pasted.roots[0]));
    CHECK(pasted.model.find(Id<model::Step>(pasted.roots[0]))->joins.isEmpty());
    CHECK(model::validate(pasted.model).empty());
}

TEST_CASE("pasting behind something of the same kind, under an owner, or where the plan keeps it") {
    Office office;
    const AnyId second = office.add(edit::addOutcome(office.model, model::Perspective::organisation, "B", office.ids));
    const AnyId measure = office.add(edit::addMeasure(office.model, office.faster, "Lead time", office.ids));
    const edit::Clipping outcome = edit::copy(office.model, {second});
    const edit::Pasted behind = *edit::paste(office.model, outcome, office.faster, office.ids);
    CHECK(behind.model.plan().outcomes[1] == behind.roots[0]);
    const edit::Pasted anywhere = *edit::paste(office.model, outcome, office.check, office.ids);
    CHECK(anywhere.model.plan().outcomes[2] == anywhere.roots[0]);
    const edit::Pasted none = *edit::paste(office.model, outcome, AnyId{}, office.ids);
    CHECK(none.model.plan().outcomes[2] == none.roots[0]);

    const edit::Clipping clipped = edit::copy(office.model, {measure});
    const edit::Pasted under = *edit::paste(office.model, clipped, second, office.ids);
    CHECK(under.model.find(Id<model::Outcome>(second))->measures.size() == 1);
    const auto nowhere = edit::paste(office.model, clipped, office.check, office.ids);
    REQUIRE_FALSE(nowhere);
    CHECK(nowhere.error().code == "no-owner");
    CHECK(nowhere.error().message == "Select an outcome to paste a measure into.");
}

TEST_CASE("pasting into a plan that lacks the targets clears references and drops what needs them") {
    Office office;
    const AnyId right =
        office.add(edit::addNew(office.model, office.model.plan().id, Kind::decisionRight, "D", office.ids));
    const AnyId part = office.add(edit::addNew(office.model, right, Kind::assignment, "", office.ids));
    office.set(part, "role", office.model.plan().roles[0]);
    const edit::Clipping clipping = edit::copy(office.model, {right, office.flow});

    const Model empty = model::makeEmptyModel(AnyId("plan-other"), "Other");
    base::CountingIdGenerator ids(5000);
    const edit::Pasted pasted = *edit::paste(empty, clipping, AnyId{}, ids);
    REQUIRE(pasted.roots.size() == 2);
    CHECK(model::validate(pasted.model).empty());
    CHECK(pasted.model.table(Kind::assignment).size() == 0);
    CHECK(pasted.model.find(Id<model::DecisionRight>(pasted.roots[0]))->assignments.isEmpty());
    const auto& flow = *pasted.model.find(Id<model::Flow>(pasted.roots[1]));
    REQUIRE(flow.variants.size() == 1);
    CHECK(flow.current == flow.variants[0]);
    const auto& variant = *pasted.model.find(flow.current);
    CHECK(variant.lanes.isEmpty());
    CHECK(variant.steps.size() == 4);
    CHECK(variant.links.size() == 3);
    pasted.model.forEach(variant.steps, [](const model::Step& step) { CHECK(step.team.isEmpty()); });
}

TEST_CASE("new ids are never ones that are taken") {
    Office office;
    base::CountingIdGenerator again; // counts from 1 as the office's own did
    const edit::Pasted copies = *edit::duplicate(office.model, {office.flow}, again);
    CHECK(copies.model.entityCount() == office.model.entityCount() + 9);
    CHECK(model::validate(copies.model).empty());
}

TEST_CASE("duplicates stand behind the last original, together") {
    Office office;
    std::vector<AnyId> ids{office.faster};
    for (const char* title : {"B", "C"})
        ids.push_back(office.add(edit::addOutcome(office.model, model::Perspective::peopleServed, title, office.ids)));
    const edit::Pasted pasted = *edit::duplicate(office.model, {ids[1], ids[0]}, office.ids);
    REQUIRE(pasted.roots.size() == 2);
    CHECK(pasted.model.plan().outcomes.ids() ==
          std::vector<AnyId>{ids[0], ids[1], pasted.roots[0], pasted.roots[1], ids[2]});
    CHECK(pasted.model.find(Id<model::Outcome>(pasted.roots[1]))->title == "B");
    CHECK(edit::duplicate(office.model, {AnyId("outc-gone")}, office.ids).error().code == "no-entity");
}

TEST_CASE("what is wrong with an original does not get worse in its copy") {
    Office office;
    const Id<model::Link> link = office.model.find(office.variant)->links[0];
    model::Draft draft(office.model);
    draft.change(office.flow)->current = {};
    draft.change(office.check)->team = Id<model::Team>(office.decide);
    draft.change(link)->to = Id<model::Step>(office.faster);
    draft.change(office.variant)->steps.add(AnyId("step-gone"));
    const Model broken = draft.finish();
    const std::size_t issues = model::validate(broken).size();
    CHECK(issues == 5);
    const edit::Pasted pasted = *edit::duplicate(broken, {office.flow}, office.ids);
    CHECK(model::validate(pasted.model).size() == issues);
    const auto& copy = *pasted.model.find(Id<model::Flow>(pasted.roots[0]));
    CHECK(copy.current == copy.variants[0]);
    CHECK(pasted.model.find(copy.current)->links.size() == 2);

    model::Draft large(office.model);
    large.change(office.check)->percentCompleteAccurate = 200;
    CHECK(edit::duplicate(large.finish(), {office.check}, office.ids).error().code == "out-of-range");
}

TEST_CASE("a clipping that names what it does not hold is pasted without it") {
    Office office;
    edit::Clipping clipping = edit::copy(office.model, {office.flow});
    std::erase_if(clipping.entities, [&](const model::EntityPtr& entity) { return entity->id == office.variant; });
    const edit::Pasted pasted = *edit::paste(office.model, clipping, AnyId{}, office.ids);
    REQUIRE(pasted.roots.size() == 1);
    CHECK(pasted.model.find(Id<model::Flow>(pasted.roots[0]))->variants.isEmpty());
    CHECK(model::validate(pasted.model).empty());
    CHECK(pasted.model.entityCount() == office.model.entityCount() + 1);
}

TEST_CASE("copies carry unknown members along") {
    Office office;
    model::Draft draft(office.model);
    const model::Extra extra({{"x-risk", "{\n  \"a\": 1\n}", 3}});
    draft.change(office.check)->extra = extra;
    const edit::Pasted pasted = *edit::duplicate(draft.finish(), {office.check}, office.ids);
    CHECK(pasted.model.find(Id<model::Step>(pasted.roots[0]))->extra == extra);
}

TEST_CASE("a duplicated step is a new step: it does not share its origin with the one beside it") {
    Office office;
    const Id<model::Variant> toBe{
        office.add(edit::duplicateVariant(office.model, office.variant, "To be", office.ids))};
    const AnyId step = office.model.find(toBe)->steps[1];
    const edit::Pasted pasted = *edit::duplicate(office.model, {step}, office.ids);
    CHECK(pasted.model.find(Id<model::Step>(pasted.roots[0]))->origin.isEmpty());
    // Into a variant that has no such step it keeps it.
    const Id<model::Flow> other{office.add(edit::addFlow(office.model, "Appeal", office.ids))};
    const edit::Pasted far = *edit::paste(office.model, edit::copy(office.model, {step}), other, office.ids);
    CHECK(far.model.find(Id<model::Step>(far.roots[0]))->origin == office.model.find(Id<model::Step>(step))->origin);
}
