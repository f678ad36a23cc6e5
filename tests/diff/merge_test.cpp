// Merges that people meet, one by one. The laws on random plans are in merge_property_test.cpp.
#include "diff/merge.h"

#include "diff/text_merge.h"
#include "edit/conflict_edit.h"
#include "model/draft.h"
#include "model/validate.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Conflict;
using model::ConflictKind;
using model::Model;
using Texts = std::vector<std::string>;

namespace {

// Two people who go on from one plan; ids of the second do not clash with those of the first.
struct TwoPeople {
    test::PermitOffice base;
    test::PermitOffice ours = base;
    test::PermitOffice theirs = base;

    TwoPeople() { startApart(); }
    void startApart() {
        ours = base;
        theirs = base;
        theirs.ids = base::CountingIdGenerator(1000);
    }
    [[nodiscard]] Model merged() const {
        const diff::Merged merge = diff::merge(base.model, ours.model, theirs.model).value();
        CHECK(model::validate(merge.model).empty());
        return merge.model;
    }
    [[nodiscard]] std::vector<Conflict> conflicts() const {
        std::vector<Conflict> all;
        const Model model = merged();
        model.forEach(model.plan().conflicts, [&all](const Conflict& conflict) { all.push_back(conflict); });
        return all;
    }
};

std::optional<std::string> words(std::string_view base, std::string_view ours, std::string_view theirs) {
    const auto merged = diff::mergeText(base, ours, theirs);
    CHECK(merged == diff::mergeText(base, theirs, ours));
    return merged;
}

} // namespace

TEST_CASE("two fields of one step changed by two people are both changed") {
    TwoPeople people;
    people.ours.set(people.ours.check, "processTime", base::Duration{7200});
    people.theirs.set(people.theirs.check, "team", people.theirs.oneStop);
    const Model merged = people.merged();
    CHECK(merged.plan().conflicts.isEmpty());
    CHECK(merged.find(people.base.check)->processTime == base::Duration{7200});
    CHECK(merged.find(people.base.check)->team == people.base.oneStop);
}

TEST_CASE("one field changed differently is a conflict with all three values, and ours stands") {
    TwoPeople people;
    people.ours.set(people.ours.check, "processTime", base::Duration{7200});
    people.theirs.set(people.theirs.check, "processTime", base::Duration{1800});
    const auto conflicts = people.conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].about == people.base.check);
    CHECK(conflicts[0].kind == ConflictKind::value);
    CHECK(conflicts[0].field == "processTime");
    CHECK(conflicts[0].base == Texts{});
    CHECK(conflicts[0].ours == Texts{"PT2H"});
    CHECK(conflicts[0].theirs == Texts{"PT30M"});
    CHECK(people.merged().find(people.base.check)->processTime == base::Duration{7200});
    CHECK(people.merged() == people.merged()); // ids too
}

TEST_CASE("a step that one side removed and the other changed stays, with its links, as one conflict") {
    TwoPeople people;
    people.ours.take(edit::remove(people.ours.model, {people.ours.check}));
    people.theirs.set(people.theirs.check, "name", std::string("Check zoning twice"));
    const auto conflicts = people.conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].kind == ConflictKind::oursRemoved);
    CHECK(conflicts[0].about == people.base.check);
    const Model merged = people.merged();
    CHECK(merged.find(people.base.check)->name == "Check zoning twice");
    CHECK(merged.find(people.base.variant)->links.size() ==
          people.theirs.model.find(people.base.variant)->links.size());
    // Chosen ours it goes with its links; chosen theirs it stays as it is.
    const Model chosenOurs = edit::settleAll(merged, edit::Choice::ours).model;
    CHECK(chosenOurs == people.ours.model);
    CHECK(edit::settleAll(merged, edit::Choice::theirs).model == people.theirs.model);
}

TEST_CASE("a team that one side dissolved and the other gave a step to is one conflict") {
    TwoPeople people;
    people.ours.take(edit::remove(people.ours.model, {people.ours.oneStop}));
    people.theirs.set(people.theirs.check, "team", people.theirs.oneStop);
    const auto conflicts = people.conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].kind == ConflictKind::oursRemoved);
    CHECK(conflicts[0].about == people.base.oneStop);
    CHECK(people.merged().find(people.base.check)->team == people.base.oneStop);
}

TEST_CASE("a dissolved team leaves no conflict where the other side had moved its steps elsewhere") {
    TwoPeople people;
    people.ours.take(edit::remove(people.ours.model, {people.ours.planning}));
    people.theirs.set(people.theirs.check, "team", people.theirs.oneStop);
    const Model merged = people.merged();
    CHECK(merged.plan().conflicts.isEmpty());
    CHECK_FALSE(merged.contains(people.base.planning));
    CHECK(merged.find(people.base.check)->team == people.base.oneStop);
    CHECK(merged.find(people.base.decide)->team.isEmpty());
}

TEST_CASE("a flow that one side removed and the other worked in stays whole, as one conflict") {
    TwoPeople people;
    people.theirs.take(edit::remove(people.theirs.model, {people.theirs.flow}));
    people.ours.add(edit::addStep(people.ours.model, people.ours.variant, "Phone the applicant", people.ours.planning,
                                  people.ours.check, people.ours.ids));
    const auto conflicts = people.conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].kind == ConflictKind::theirsRemoved);
    CHECK(conflicts[0].about == people.base.flow);
    CHECK(people.merged().find(people.base.variant)->steps.size() == 5);
}

TEST_CASE("what both sides have added alike is there once") {
    TwoPeople people;
    people.base.set(people.base.check, "tags", Texts{"legal"});
    people.startApart();
    // The same commit, taken over by both.
    test::PermitOffice picked = people.base;
    const AnyId outcome =
        picked.add(edit::addOutcome(picked.model, model::Perspective::organisation, "Fewer complaints", picked.ids));
    people.ours = picked;
    people.theirs = picked;
    people.ours.set(people.ours.check, "tags", Texts{"legal", "urgent"});
    people.theirs.set(people.theirs.check, "tags", Texts{"urgent", "legal", "slow"});
    const Model merged = people.merged();
    CHECK(merged.plan().conflicts.isEmpty() == false); // “urgent” stands behind “legal” here and before it there
    CHECK(merged.plan().outcomes.size() == 2);
    CHECK(merged.contains(outcome));
    CHECK(merged.find(people.base.check)->tags.size() == 3);
}

TEST_CASE("what two people add to one list comes in one order, whoever merges") {
    TwoPeople people;
    for (test::PermitOffice* side : {&people.ours, &people.theirs})
        side->add(edit::addOutcome(side->model, model::Perspective::organisation, "New", side->ids));
    const Model one = people.merged();
    std::swap(people.ours, people.theirs);
    CHECK(one == people.merged());
    CHECK(one.plan().conflicts.isEmpty());
    CHECK(one.plan().outcomes.size() == 3);
}

TEST_CASE("two moves in one list go together, and two that do not are a conflict over the order") {
    TwoPeople people;
    std::vector<AnyId> outcomes{people.base.faster};
    for (const char* title : {"B", "C", "D", "E"})
        outcomes.push_back(people.base.add(
            edit::addOutcome(people.base.model, model::Perspective::organisation, title, people.base.ids)));
    people.startApart();
    const auto moved = [&](test::PermitOffice& office, std::size_t which, std::size_t place) {
        office.take(edit::move(office.model, outcomes[which], office.model.plan().id, place));
    };
    moved(people.ours, 0, 1);   // B A C D E
    moved(people.theirs, 4, 3); // A B C E D
    CHECK(people.conflicts().empty());
    const std::vector<AnyId> wanted{outcomes[1], outcomes[0], outcomes[2], outcomes[4], outcomes[3]};
    CHECK(people.merged().plan().outcomes.ids() == wanted);

    people.startApart();
    moved(people.ours, 0, 1);   // B A C D E
    moved(people.theirs, 1, 2); // A C B D E: B before A before C before B
    const auto conflicts = people.conflicts();
    REQUIRE(conflicts.size() == 1);
    CHECK(conflicts[0].kind == ConflictKind::order);
    CHECK(conflicts[0].field == "outcomes");
    CHECK(people.merged().plan().outcomes == people.ours.model.plan().outcomes);
    CHECK(edit::settleAll(people.merged(), edit::Choice::theirs).model == people.theirs.model);
}

TEST_CASE("outcomes that become parts of each other by two people's edits are reported as a circle") {
    TwoPeople people;
    const AnyId other = people.base.add(
        edit::addOutcome(people.base.model, model::Perspective::organisation, "Fewer complaints", people.base.ids));
    people.startApart();
    people.ours.set(people.ours.faster, "parent", other);
    people.theirs.set(other, "parent", AnyId(people.theirs.faster));
    const auto conflicts = people.conflicts();
    REQUIRE(conflicts.size() == 2);
    CHECK(conflicts[0].kind == ConflictKind::cycle);
    CHECK(conflicts[1].kind == ConflictKind::cycle);
    const Model merged = people.merged();
    CHECK(edit::settleAll(merged, edit::Choice::ours).model == people.ours.model);
    CHECK(edit::settleAll(merged, edit::Choice::theirs).model == people.theirs.model);
}

TEST_CASE("a field of an unsettled base is settled by neither side alone") {
    // As git merges histories that cross: the base is itself a merge with a conflict, which both sides settled.
    TwoPeople people;
    people.ours.set(people.ours.check, "phase", std::string("Intake"));
    people.theirs.set(people.theirs.check, "phase", std::string("Review"));
    const Model unsettled = people.merged();
    const Model ours = edit::settleAll(unsettled, edit::Choice::ours).model;     // equal to the base's value
    const Model theirs = edit::settleAll(unsettled, edit::Choice::theirs).model; // another one
    const diff::Merged again = diff::merge(unsettled, ours, theirs).value();
    REQUIRE(again.conflicts.size() == 1);
    CHECK(again.model.find(model::Id<Conflict>(again.conflicts[0]))->field == "phase");
    CHECK(diff::merge(unsettled, ours, ours).value().conflicts.empty());
}

TEST_CASE("members that this version does not know are merged by name") {
    const auto with = [](const Model& model, std::vector<model::ExtraMember> members) {
        model::Draft draft(model);
        draft.changePlan().extra = model::Extra(std::move(members));
        return draft.finish();
    };
    const Model plan = test::PermitOffice().model;
    const Model base = with(plan, {{"x-a", "1"}, {"x-b", "2"}});
    const Model ours = with(plan, {{"x-a", "10"}, {"x-b", "2"}, {"x-c", "3"}});
    const Model theirs = with(plan, {{"x-a", "11"}});
    const diff::Merged merge = diff::merge(base, ours, theirs).value();
    CHECK(merge.model.plan().extra == model::Extra({{"x-a", "10"}, {"x-c", "3"}}));
    REQUIRE(merge.conflicts.size() == 1);
    const Conflict& conflict = *merge.model.find(model::Id<Conflict>(merge.conflicts[0]));
    CHECK(conflict.kind == ConflictKind::member);
    CHECK(conflict.field == "x-a");
    CHECK(edit::settleConflict(merge.model, conflict.id, edit::Choice::theirs).value().plan().extra ==
          model::Extra({{"x-a", "11"}, {"x-c", "3"}}));
}

TEST_CASE("plans that are not versions of one plan are not merged") {
    const Model one = model::makeEmptyModel(AnyId("plan-one"), "One");
    const Model other = model::makeEmptyModel(AnyId("plan-other"), "Other");
    CHECK(diff::merge(one, one, other).error().code == "other-plan");
    CHECK(diff::merge(other, one, one).error().code == "other-plan");
    CHECK(diff::merge(Model(), one, one).error().code == "no-base");
}

TEST_CASE("texts are merged by words, with a word that nobody touched between two changes") {
    CHECK(words("Check the zoning plan today", "Check our zoning plan today", "Check the zoning plan soon") ==
          "Check our zoning plan soon");
    CHECK(words("one two three", "one two three four", "zero one two three") == "zero one two three four");
    CHECK(words("First line.\nSecond line.\n", "First line.\nSecond line.\nThird.\n",
                "A first line.\nSecond line.\n") == "A first line.\nSecond line.\nThird.\n");
    CHECK(words("same", "other", "other") == "other");
    CHECK(words("a b", "a c", "d b") == std::nullopt);
    CHECK(words("", "mine", "yours") == std::nullopt);
    CHECK(words("one two", "one", "one two three") == std::nullopt);
    CHECK(words("one two three", "", "one two three") == "");
    CHECK(words("Привет мир сегодня", "Привет мир завтра", "Здравствуй мир сегодня") == "Здравствуй мир завтра");
}
