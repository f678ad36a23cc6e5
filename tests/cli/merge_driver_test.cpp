// What git and people may rely on when `flowspine merge` ends with 0, with 1, or with more; and git-setup.
#include "cli/git_world.h"
#include "edit/entity_edit.h"
#include "project/model_writer.h"
#include "project/project_file.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::Model;
using test::contentOf;
using test::Ran;
using test::runCommand;
namespace fs = std::filesystem;

namespace {

// base, ours and theirs of a plan in a folder.
struct Versions {
    fs::path folder;
    std::string base;
    std::string ours;
    std::string theirs;

    explicit Versions(const std::string& name)
        : folder(test::scratch("merge-" + name)), base((folder / "base").string()), ours((folder / "ours").string()),
          theirs((folder / "theirs").string()) {
        for (const std::string& file : {base, ours, theirs})
            test::write(file, contentOf(test::example("acme-stamping.flowspine")));
    }
    void edit(const std::string& file, std::string_view field, const std::string& value) const {
        const Model model = project::openFile(file).value().content.model;
        test::write(file, project::writeModel(edit::setField(model, model.plan().id, field, value).value()));
    }
    [[nodiscard]] Ran merge(std::vector<std::string> more = {}) const {
        std::vector<std::string> args{"merge", base, ours, theirs};
        args.insert(args.end(), more.begin(), more.end());
        return runCommand(args);
    }
};

// Nothing written, exit code above 1, a sentence on the error stream that names the file.
void checkRefused(const Versions& versions, const std::string& words) {
    const std::string before = contentOf(versions.ours);
    const Ran ran = versions.merge({"--path", "plans/plan.flowspine"});
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Catch::StartsWith("plans/plan.flowspine:") && Catch::Contains(": error: "));
    CHECK_THAT(ran.err, Catch::Contains(words));
    CHECK(contentOf(versions.ours) == before);
}

} // namespace

TEST_CASE("a clean merge ends with 0, says nothing and replaces ours") {
    const Versions versions("clean");
    versions.edit(versions.ours, "purpose", "Ours");
    versions.edit(versions.theirs, "currency", "EUR");
    const Ran ran = versions.merge();
    CHECK(ran.code == 0);
    CHECK(ran.out.empty());
    CHECK(ran.err.empty());
    const Model merged = project::openFile(versions.ours).value().content.model;
    CHECK(merged.plan().purpose == "Ours");
    CHECK(merged.plan().currency == "EUR");
}

TEST_CASE("a merge of three equal versions leaves the bytes") {
    const Versions versions("same");
    CHECK(versions.merge().code == 0);
    CHECK(contentOf(versions.ours) == contentOf(versions.base));
}

TEST_CASE("with -o the result goes there, and ours stays") {
    const Versions versions("output");
    versions.edit(versions.theirs, "currency", "EUR");
    const std::string output = (versions.folder / "result.flowspine").string();
    CHECK(versions.merge({"-o", output}).code == 0);
    CHECK(contentOf(versions.ours) == contentOf(versions.base));
    CHECK(contentOf(output) == contentOf(versions.theirs));
}

TEST_CASE("a merge with conflicts ends with 1, and what it wrote opens with ours and all three versions") {
    const Versions versions("conflict");
    versions.edit(versions.base, "currency", "GBP");
    versions.edit(versions.ours, "currency", "USD");
    versions.edit(versions.theirs, "currency", "EUR");
    const Ran ran = versions.merge({"--path", "plan.flowspine"});
    CHECK(ran.code == 1);
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, Catch::StartsWith("plan.flowspine: 1 conflict; the file holds both versions"));
    const Model merged = project::openFile(versions.ours).value().content.model;
    CHECK(merged.plan().currency == "USD");
    REQUIRE(merged.plan().conflicts.size() == 1);
    const model::Conflict& conflict = *merged.find(merged.plan().conflicts[0]);
    CHECK(conflict.base == std::vector<std::string>{"GBP"});
    CHECK(conflict.ours == std::vector<std::string>{"USD"});
    CHECK(conflict.theirs == std::vector<std::string>{"EUR"});
}

TEST_CASE("the same merge again gives the same bytes") {
    const Versions versions("again");
    versions.edit(versions.ours, "currency", "USD");
    versions.edit(versions.theirs, "currency", "EUR");
    const std::string one = (versions.folder / "one").string();
    const std::string two = (versions.folder / "two").string();
    CHECK(versions.merge({"-o", one}).code == 1);
    CHECK(versions.merge({"-o", two}).code == 1);
    CHECK(contentOf(one) == contentOf(two));
}

TEST_CASE("a merge that cannot be done ends with 2 and leaves ours") {
    SECTION("a side is missing") {
        const Versions versions("missing");
        fs::remove(versions.theirs);
        checkRefused(versions, "their version: There is no file");
    }
    SECTION("there is no common version") {
        const Versions versions("no-base");
        test::write(versions.base, "");
        checkRefused(versions, "both sides added the file");
    }
    SECTION("the base is missing") {
        const Versions versions("base-missing");
        fs::remove(versions.base);
        checkRefused(versions, "base version: There is no file");
    }
    SECTION("a side is cut off") {
        const Versions versions("cut");
        test::write(versions.theirs, contentOf(versions.theirs).substr(0, 4000));
        checkRefused(versions, "their version: ");
    }
    SECTION("a side is no text") {
        const Versions versions("binary");
        test::write(versions.theirs, std::string("\x89PNG\r\n\x1a\n\0\0", 10));
        checkRefused(versions, "their version: ");
    }
    SECTION("ours has git's markers already") {
        const Versions versions("markers");
        test::write(versions.ours, "<<<<<<< HEAD\n" + contentOf(versions.ours));
        checkRefused(versions, "our version: ");
    }
    SECTION("the versions are of different plans") {
        const Versions versions("unrelated");
        test::write(versions.theirs, contentOf(test::example("renovation-permit.flowspine")));
        checkRefused(versions, "not versions of one plan");
    }
    SECTION("a newer version of Flowspine wrote a side") {
        const Versions versions("newer");
        std::string text = contentOf(versions.theirs);
        text.replace(text.find("\"formatVersion\": 1"), 18, "\"formatVersion\": 9");
        test::write(versions.theirs, text);
        checkRefused(versions, "a newer version of Flowspine");
    }
    SECTION("the result cannot be written") {
        const Versions versions("unwritable");
        const Ran ran = versions.merge({"-o", (versions.folder / "none" / "result").string()});
        CHECK(ran.code == 2);
        CHECK(contentOf(versions.ours) == contentOf(versions.base));
    }
    SECTION("an argument is missing") {
        const Versions versions("arguments");
        CHECK(runCommand({"merge", versions.base, versions.ours}).code == 2);
        CHECK(contentOf(versions.ours) == contentOf(versions.base));
    }
}

TEST_CASE("git-setup registers the drivers once, and undo leaves every file as it was") {
    const test::GitWorld world("setup");
    fs::create_directories(world.path("r"));
    world.ok("r", "git init -q .");
    test::write(world.path("r/.gitattributes"), "*.png binary");
    const std::string config = contentOf(world.path("r/.git/config"));
    CHECK_THAT(world.ok("r", "flowspine git-setup"), Catch::Contains("in this repository"));
    CHECK(contentOf(world.path("r/.gitattributes")) ==
          "*.png binary\n*.flowspine text eol=lf merge=flowspine diff=flowspine\n");
    CHECK(world.ok("r", "git config merge.flowspine.driver") == "flowspine merge %O %A %B --path %P\n");
    const std::string once = contentOf(world.path("r/.git/config"));
    world.ok("r", "flowspine git-setup");
    CHECK(contentOf(world.path("r/.git/config")) == once);
    world.ok("r", "flowspine git-setup --undo");
    CHECK(contentOf(world.path("r/.git/config")) == config);
    CHECK(contentOf(world.path("r/.gitattributes")) == "*.png binary\n");
    CHECK_THAT(world.ok("r", "flowspine git-setup --undo"), Catch::Contains("Nothing was set up"));
}

TEST_CASE("git-setup --global serves every repository of the user, and can be undone") {
    const test::GitWorld world("setup-global");
    const std::string config = contentOf(world.path("home/.gitconfig"));
    world.ok("", "flowspine git-setup --global");
    fs::create_directories(world.path("r"));
    world.ok("r", "git init -q .");
    CHECK(world.ok("r", "git check-attr merge -- a.flowspine") == "a.flowspine: merge: flowspine\n");
    CHECK(world.ok("r", "git config diff.flowspine.textconv") == "flowspine text\n");
    world.ok("", "flowspine git-setup --global --undo");
    CHECK(contentOf(world.path("home/.gitconfig")) == config);
    CHECK_FALSE(fs::exists(world.path("home/.config/git/attributes")));
}

TEST_CASE("git-setup outside of a repository says so and changes nothing") {
    const test::GitWorld world("setup-nowhere");
    fs::create_directories(world.path("plain"));
    const Ran ran = world.run("plain", "flowspine git-setup");
    CHECK(ran.code == 2);
    CHECK_THAT(ran.err, Catch::Contains("is not in a git repository"));
    CHECK(fs::is_empty(world.path("plain")));
}
