// The history of a plan, in the repositories that people have.
#include "cli/git_world.h"
#include "edit/entity_edit.h"
#include "git/file_history.h"

#include <catch2/catch.hpp>

#include <unistd.h>

using namespace flowspine;
using model::Model;
using test::GitWorld;
using test::Ran;

namespace {

std::function<Model(const Model&)> purpose(const std::string& text) {
    return [text](const Model& model) { return edit::setField(model, model.plan().id, "purpose", text).value(); };
}

std::vector<std::string> summaries(const git::FileHistory& history) {
    std::vector<std::string> all;
    const std::vector<git::Revision> revisions = history.revisions(100).value();
    for (const git::Revision& each : revisions) all.push_back(each.summary);
    return all;
}

using Strings = std::vector<std::string>;

} // namespace

TEST_CASE("log lists the commits that changed a plan, with what they changed") {
    const GitWorld world("log");
    world.makeRepository("r");
    world.commit("r", "Say why", purpose("Permits in three weeks"));
    test::write(world.path("r/readme"), "no plan");
    world.ok("r", "git add -A && git commit -q -m 'Something else'");
    const std::string log = world.ok("r", "flowspine log plan.flowspine");
    CHECK_THAT(log, Catch::Contains("  2026-11-24  Ada  Say why\n    Plan “Renovation permit”: purpose "));
    CHECK_THAT(log, Catch::Contains("  2026-11-24  Ada  The plan\n    the plan as it was first committed\n"));
    CHECK_THAT(log, !Catch::Contains("Something else"));
    CHECK_THAT(world.ok("r", "flowspine log -n 1 plan.flowspine"), !Catch::Contains("The plan"));
}

TEST_CASE("the history follows a file that was renamed, on each branch") {
    const GitWorld world("renamed");
    world.makeRepository("r");
    world.commit("r", "Before", purpose("Before"));
    world.ok("r", "mkdir plans && git mv plan.flowspine plans/permit.flowspine && git commit -q -m Renamed");
    world.edit("r/plans/permit.flowspine", purpose("After"));
    world.ok("r", "git commit -q -am After");
    const git::FileHistory history = git::FileHistory::open(world.path("r/plans/permit.flowspine")).value();
    CHECK(summaries(history) == Strings{"After", "Renamed", "Before", "The plan"});
    CHECK(history.path() == "plans/permit.flowspine");
    CHECK_THAT(history.bytesAt("HEAD~2").value(), Catch::Contains("Before"));
    CHECK(history.bytesAt("HEAD~9").error().code == "no-revision");
    CHECK(history.bytesAt("nonsense").error().code == "no-revision");
    const git::FileHistory other = git::FileHistory::open(world.path("r/none.flowspine")).value();
    CHECK(summaries(other).empty());
    CHECK(other.bytesAt("HEAD").error().code == "not-in-revision");
}

TEST_CASE("a merge is listed only when the file differs from all of its parents'") {
    const GitWorld world("merges");
    world.makeRepository("r");
    world.ok("r", "git checkout -q -b side");
    world.commit("r", "Side", purpose("Side"));
    world.ok("r", "git checkout -q main && git merge -q --no-ff -m 'Only theirs' side");
    world.ok("r", "git tag v1");
    world.commit("r", "Ours", [](const Model& model) {
        return edit::setField(model, model.plan().id, "currency", std::string("GBP")).value();
    });
    world.ok("r", "git checkout -q side");
    world.commit("r", "More", purpose("More"));
    world.ok("r", "git checkout -q main && git merge -q -m Both side");
    const git::FileHistory history = git::FileHistory::open(world.path("r/plan.flowspine")).value();
    Strings found = summaries(history);
    CHECK(found.front() == "Both");
    CHECK(std::find(found.begin(), found.end(), "Only theirs") == found.end());
    CHECK(found.size() == 5);
    const auto names = history.names();
    REQUIRE(names.size() == 3);
    CHECK(names[0].name == "main");
    CHECK(names[1].name == "side");
    CHECK(names[2].name == "v1");
    CHECK(names[2].isTag);
}

TEST_CASE("the three versions of an unfinished merge are read from the index") {
    const GitWorld world("stages");
    world.makeRepository("r");
    const git::FileHistory history = git::FileHistory::open(world.path("r/plan.flowspine")).value();
    CHECK_FALSE(history.stages().value().isMerging());
    world.ok("r", "git checkout -q -b side");
    world.commit("r", "Theirs", purpose("Theirs"));
    world.ok("r", "git checkout -q main");
    world.commit("r", "Ours", purpose("Ours"));
    CHECK(world.run("r", "git merge side").code == 1);
    const git::Stages stages = git::FileHistory::open(world.path("r/plan.flowspine")).value().stages().value();
    REQUIRE(stages.isMerging());
    CHECK_THAT(*stages.ours, Catch::Contains("\"Ours\""));
    CHECK_THAT(*stages.theirs, Catch::Contains("\"Theirs\""));
    CHECK(stages.base.has_value());
}

TEST_CASE("worktrees, submodules and shallow clones have a history, too") {
    const GitWorld world("kinds");
    world.makeRepository("r");
    world.commit("r", "Say why", purpose("Why"));
    world.ok("r", "git worktree add -q ../tree -b other");
    CHECK(summaries(git::FileHistory::open(world.path("tree/plan.flowspine")).value()) ==
          Strings{"Say why", "The plan"});
    world.ok("", "git clone -q --depth 1 file://\"$PWD\"/r shallow");
    const git::FileHistory shallow = git::FileHistory::open(world.path("shallow/plan.flowspine")).value();
    CHECK(shallow.isShallow());
    CHECK(summaries(shallow) == Strings{"Say why"});
    CHECK_THAT(world.ok("shallow", "flowspine log plan.flowspine"), Catch::Contains("This clone is shallow"));
    world.ok("", "mkdir super && cd super && git init -q . && "
                 "git -c protocol.file.allow=always submodule add -q ../r part && git commit -q -m Sub");
    CHECK(summaries(git::FileHistory::open(world.path("super/part/plan.flowspine")).value()).size() == 2);
}

TEST_CASE("what git cannot give is explained: no repository, a bare one, somebody else's, nothing committed") {
    const GitWorld world("none");
    std::filesystem::create_directories(world.path("plain"));
    test::write(world.path("plain/plan.flowspine"), "");
    const Ran plain = world.run("plain", "flowspine log plan.flowspine");
    CHECK(plain.code == 2);
    CHECK_THAT(plain.err, Catch::Contains("is not in a git repository"));

    world.makeRepository("r");
    world.ok("", "git clone -q --bare r bare.git");
    const Ran bare = world.run("bare.git", "flowspine log plan.flowspine");
    CHECK(bare.code == 2);
    CHECK_THAT(bare.err, Catch::Contains("Clone it and open the file there"));

    world.ok("", "git init -q empty");
    CHECK(world.ok("empty", "flowspine log plan.flowspine") == "plan.flowspine: no commit has it yet\n");

    if (::geteuid() == 0) { // only root can give a folder away
        world.ok("", "chown -R 12345 r");
        const Ran foreign = world.run("r", "flowspine log plan.flowspine");
        CHECK(foreign.code == 2);
        CHECK_THAT(foreign.err, Catch::Contains("belongs to another user"));
        CHECK_THAT(foreign.err, Catch::Contains("git config --global --add safe.directory"));
        world.ok("", "rm home/.gitconfig");
        CHECK_THAT(world.run("r", "flowspine log plan.flowspine").err, Catch::Contains("belongs to another user"));
    }
}

TEST_CASE("diff and text take a version that git has as REVISION:FILE") {
    const GitWorld world("versions");
    world.makeRepository("r");
    world.commit("r", "Say why", purpose("Why"));
    const Ran diff = world.run("r", "flowspine diff --format markdown HEAD~1:plan.flowspine plan.flowspine");
    CHECK(diff.code == 1);
    CHECK_THAT(diff.out, Catch::StartsWith("### Plan\n\n- Plan “Renovation permit”: purpose "));
    CHECK_THAT(world.ok("r", "flowspine text HEAD:plan.flowspine"), Catch::Contains("\n  Purpose: “Why”\n"));
    CHECK_THAT(world.run("r", "flowspine diff HEAD~9:plan.flowspine plan.flowspine").err,
               Catch::Contains("There is no commit, branch or tag “HEAD~9”"));
}
