// git with Flowspine as its merge driver, in real repositories.
#include "cli/git_world.h"
#include "edit/entity_edit.h"
#include "model/validate.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Kind;
using model::Model;
using test::GitWorld;
using test::Ran;

namespace {

using Change = std::function<Model(const Model&)>;

// The first entity of a kind in the renovation permit, in the order of ids.
AnyId first(const Model& model, Kind kind, std::size_t number = 0) {
    return model.table(kind).rows().at(number)->id;
}

Change set(Kind kind, std::size_t number, std::string field, model::FieldValue value) {
    return [=](const Model& model) { return edit::setField(model, first(model, kind, number), field, value).value(); };
}

double peopleOf(const Model& model, std::size_t team) {
    return model.find(model::Id<model::Team>(first(model, Kind::team, team)))->fte.value_or(-1);
}
std::string purposeOf(const Model& model) {
    return model.plan().purpose;
}

// Both edit the team list's neighbours, where a text merge would see one place.
const Change ours = set(Kind::team, 0, "fte", 41.0);
const Change theirs = set(Kind::team, 0, "capacityPerWeek", 42.0);

void checkBoth(const Model& model) {
    CHECK(model.plan().conflicts.isEmpty());
    CHECK(peopleOf(model, 0) == 41.0);
    CHECK(model.find(model::Id<model::Team>(first(model, Kind::team)))->capacityPerWeek == 42.0);
    CHECK(model::validate(model).empty());
}

} // namespace

TEST_CASE("git merge with the driver takes changes in lines that touch each other from both sides") {
    const GitWorld world("merge");
    world.makeRepository("r");
    world.ok("r", "git checkout -q -b side");
    world.commit("r", "Theirs", theirs);
    world.ok("r", "git checkout -q main");
    world.commit("r", "Ours", ours);
    world.ok("r", "git merge -q --no-edit side");
    checkBoth(world.plan("r/plan.flowspine"));
    CHECK(world.ok("r", "git status --porcelain").empty());
}

TEST_CASE("git merge with a conflict leaves a plan that opens, and resolve and git add finish it") {
    const GitWorld world("conflict");
    world.makeRepository("r");
    world.ok("r", "git checkout -q -b side");
    world.commit("r", "Theirs", set(Kind::team, 0, "fte", 2.0));
    world.ok("r", "git checkout -q main");
    world.commit("r", "Ours", set(Kind::team, 0, "fte", 1.0));
    const Ran merge = world.run("r", "git merge --no-edit side");
    CHECK(merge.code == 1);
    CHECK_THAT(merge.out, Catch::Contains("people is 1 FTE in ours and 2 FTE in theirs; it was"));
    CHECK_THAT(merge.out, Catch::Contains("flowspine resolve plan.flowspine"));
    CHECK(world.ok("r", "git status --porcelain") == "UU plan.flowspine\n");
    CHECK(world.plan("r/plan.flowspine").plan().conflicts.size() == 1);
    CHECK(world.run("r", "flowspine check --rules M plan.flowspine").code == 1);

    const Ran listed = world.run("r", "flowspine resolve plan.flowspine");
    CHECK(listed.code == 1);
    const std::string address = std::string(first(world.plan("r/plan.flowspine"), Kind::team).text()) + ".fte";
    CHECK_THAT(listed.out, Catch::Contains(address));
    const Ran resolved = world.run("r", "flowspine resolve plan.flowspine --field " + address + "=value:3");
    CHECK(resolved.code == 0);
    CHECK(resolved.out == "plan.flowspine: no conflict left; next: git add plan.flowspine\n");
    CHECK(peopleOf(world.plan("r/plan.flowspine"), 0) == 3.0);
    CHECK(world.run("r", "flowspine check --rules M plan.flowspine").code == 0);
    world.ok("r", "git add plan.flowspine && git commit -q --no-edit");
}

TEST_CASE("git rebase, cherry-pick, stash pop and revert use the driver") {
    const GitWorld world("others");
    world.makeRepository("r");
    world.ok("r", "git branch start && git checkout -q -b side");
    world.commit("r", "Theirs", theirs);
    world.ok("r", "git checkout -q main");
    world.commit("r", "Ours", ours);

    SECTION("rebase") {
        world.ok("r", "git checkout -q side && git rebase -q main");
        checkBoth(world.plan("r/plan.flowspine"));
    }
    SECTION("cherry-pick") {
        world.ok("r", "git cherry-pick side");
        checkBoth(world.plan("r/plan.flowspine"));
    }
    SECTION("stash pop") {
        world.ok("r", "git checkout -q start");
        world.edit("r/plan.flowspine", theirs);
        world.ok("r", "git stash -q && git checkout -q main && git stash pop -q");
        checkBoth(world.plan("r/plan.flowspine"));
    }
    SECTION("revert") {
        const Model before = world.plan("r/plan.flowspine");
        world.ok("r", "git cherry-pick side && git revert --no-edit HEAD");
        CHECK(world.plan("r/plan.flowspine") == before);
        // An older commit, with others on top of it.
        world.ok("r", "git cherry-pick side && git revert --no-edit HEAD~3");
        const Model after = world.plan("r/plan.flowspine");
        CHECK(after.find(model::Id<model::Team>(first(after, Kind::team)))->capacityPerWeek == 42.0);
        CHECK(peopleOf(after, 0) != 41.0);
    }
    SECTION("an octopus of three branches, one after another") {
        world.ok("r", "git checkout -q start && git checkout -q -b third");
        world.commit("r", "Third", set(Kind::team, 1, "fte", 43.0));
        world.ok("r", "git checkout -q main && git merge -q --no-edit side && git merge -q --no-edit third");
        checkBoth(world.plan("r/plan.flowspine"));
        CHECK(peopleOf(world.plan("r/plan.flowspine"), 1) == 43.0);
    }
}

TEST_CASE("histories that cross are merged, and what was settled differently on both sides is asked again") {
    const GitWorld world("crossing");
    world.makeRepository("r");
    world.ok("r", "git branch side");
    world.commit("r", "Purpose A", [](const Model& model) {
        return edit::setField(model, model.plan().id, "purpose", std::string("Ours")).value();
    });
    world.ok("r", "git tag a && git checkout -q side");
    world.commit("r", "Purpose B", [](const Model& model) {
        return edit::setField(model, model.plan().id, "purpose", std::string("Theirs")).value();
    });
    world.ok("r", "git tag b");
    // Each merges the other's first commit and settles it in its own way.
    CHECK(world.run("r", "git merge --no-edit a").code == 1);
    world.ok("r", "flowspine resolve plan.flowspine --ours && git add plan.flowspine && git commit -q --no-edit");
    CHECK(purposeOf(world.plan("r/plan.flowspine")) == "Theirs");
    world.ok("r", "git checkout -q main");
    CHECK(world.run("r", "git merge --no-edit b").code == 1);
    world.ok("r", "flowspine resolve plan.flowspine --ours && git add plan.flowspine && git commit -q --no-edit");
    CHECK(purposeOf(world.plan("r/plan.flowspine")) == "Ours");
    world.commit("r", "More", set(Kind::team, 1, "fte", 43.0));
    // Now there are two common versions, and git merges these first.
    CHECK(world.run("r", "git merge --no-edit side").code == 1);
    const Model merged = world.plan("r/plan.flowspine");
    CHECK(merged.plan().conflicts.size() == 1);
    CHECK(peopleOf(merged, 1) == 43.0);
    world.ok("r", "flowspine resolve plan.flowspine --theirs && git add plan.flowspine && git commit -q --no-edit");
    CHECK(purposeOf(world.plan("r/plan.flowspine")) == "Theirs");
}

TEST_CASE("a merge that was started without the driver is taken over from git's index") {
    const GitWorld world("late");
    world.makeRepository("r", false);
    world.ok("r", "git checkout -q -b side");
    world.commit("r", "Theirs", theirs);
    world.ok("r", "git checkout -q main");
    world.commit("r", "Ours", ours);
    CHECK(world.run("r", "git merge --no-edit side").code == 1);
    CHECK_THAT(test::contentOf(world.path("r/plan.flowspine")), Catch::Contains("<<<<<<<"));
    world.ok("r", "flowspine resolve plan.flowspine");
    checkBoth(world.plan("r/plan.flowspine"));
}

TEST_CASE("git diff shows plain words, and git log -p lines to read") {
    const GitWorld world("diff");
    world.makeRepository("r");
    world.edit("r/plan.flowspine", set(Kind::team, 0, "fte", 41.0));
    const std::string diff = world.ok("r", "git diff");
    CHECK_THAT(diff, Catch::StartsWith("plan.flowspine\n  Value flows\n    Team “"));
    CHECK_THAT(diff, Catch::Contains("→ 41 FTE"));
    world.ok("r", "git commit -q -am More && git mv plan.flowspine other.flowspine && git commit -q -m Renamed");
    const std::string log = world.ok("r", "git log -p -1 --no-ext-diff HEAD~1");
    CHECK_THAT(log, Catch::Contains("\n+    People: 41 FTE\n"));
    CHECK_THAT(world.ok("r", "git diff HEAD~2 HEAD"), Catch::Contains("→ 41 FTE"));
    // Coming and going, and a file that is no plan.
    world.ok("r", "git rm -q other.flowspine && git commit -q -m Gone");
    CHECK_THAT(world.ok("r", "git diff HEAD~1 HEAD"), Catch::Contains("Removed"));
    test::write(world.path("r/broken.flowspine"), "no plan");
    world.ok("r", "git add broken.flowspine && git commit -q -m Broken && git rm -q broken.flowspine");
    CHECK_THAT(world.ok("r", "git diff --cached"), Catch::Contains("cannot be compared"));
}
