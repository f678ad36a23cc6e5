#include "project/project_file.h"

#include "model/draft.h"
#include "project/model_writer.h"
#include "project/scratch_folder.h"

#include <catch2/catch.hpp>

#include <limits>
#include <sys/stat.h>

using namespace flowspine;
namespace fs = std::filesystem;
using project::openFile;
using project::savePlan;
using test::writeBytes;

namespace {

model::Model plan(const std::string& name) {
    return model::makeEmptyModel(model::AnyId("plan-1"), name);
}

} // namespace

TEST_CASE("a saved plan opens equal, with the hash that the save told") {
    const test::ScratchFolder folder;
    const auto saved = savePlan(folder / "p.flowspine", plan("One"), std::nullopt);
    REQUIRE(saved.hasValue());
    CHECK(saved->warnings.empty());
    const auto opened = openFile(folder / "p.flowspine");
    REQUIRE(opened.hasValue());
    CHECK(opened->content.model == plan("One"));
    CHECK(opened->hash == saved->hash);
    CHECK(opened->bytes == project::writeModel(plan("One")));
    CHECK(folder.fileCount() == 1);
}

TEST_CASE("the version before is kept as a backup, and saving the same again keeps it") {
    const test::ScratchFolder folder;
    const fs::path file = folder / "p.flowspine";
    for (const char* name : {"One", "Two", "Three", "Three"}) REQUIRE(savePlan(file, plan(name), std::nullopt));
    CHECK(openFile(file)->content.model == plan("Three"));
    CHECK(openFile(folder / "p.flowspine~")->content.model == plan("Two"));
    CHECK(folder.fileCount() == 2);
}

TEST_CASE("the backup is as private as the plan, and lies beside the file that a link leads to") {
    const test::ScratchFolder folder;
    fs::create_directory(folder / "real");
    fs::create_symlink("real/p.flowspine", folder / "link");
    REQUIRE(savePlan(folder / "link", plan("One"), std::nullopt));
    REQUIRE(::chmod((folder / "real/p.flowspine").c_str(), 0600) == 0);
    REQUIRE(savePlan(folder / "link", plan("Two"), std::nullopt));
    struct stat status = {};
    REQUIRE(::stat((folder / "real/p.flowspine~").c_str(), &status) == 0);
    CHECK((status.st_mode & 0777U) == 0600);
    CHECK(openFile(folder / "link")->content.model == plan("Two"));
}

TEST_CASE("a backup that cannot be written is a warning, and the plan is saved") {
    const test::ScratchFolder folder;
    const fs::path file = folder / "p.flowspine";
    REQUIRE(savePlan(file, plan("One"), std::nullopt));
    fs::create_directory(folder / "p.flowspine~");
    const auto saved = savePlan(file, plan("Two"), std::nullopt);
    REQUIRE(saved.hasValue());
    REQUIRE(saved->warnings.size() == 1);
    CHECK(saved->warnings[0] == "The previous version could not be kept as a backup. Cannot save “p.flowspine~”: it is "
                                "a folder. The file on disk is unchanged.");
    CHECK(openFile(file)->content.model == plan("Two"));
}

TEST_CASE("a plan with the longest name has a backup too") {
    const test::ScratchFolder folder;
    std::string name(245, 'n');
    name += ".flowspine";
    REQUIRE(savePlan(folder / name, plan("One"), std::nullopt));
    const auto saved = savePlan(folder / name, plan("Two"), std::nullopt);
    REQUIRE(saved.hasValue());
    CHECK(saved->warnings.empty());
    CHECK(openFile(folder / (name.substr(0, 254) + "~"))->content.model == plan("One"));
}

TEST_CASE("a file that somebody else changed is not overwritten") {
    const test::ScratchFolder folder;
    const fs::path file = folder / "p.flowspine";
    const auto first = savePlan(file, plan("One"), std::nullopt);
    REQUIRE(first.hasValue());
    REQUIRE(savePlan(file, plan("Theirs"), std::nullopt));
    const auto refused = savePlan(file, plan("Ours"), first->hash);
    REQUIRE_FALSE(refused.hasValue());
    CHECK(refused.error().code == "changed-on-disk");
    CHECK(refused.error().message ==
          "Cannot save “p.flowspine”: somebody changed it since it was opened. The file on disk is unchanged.");
    CHECK(openFile(file)->content.model == plan("Theirs"));
    CHECK(savePlan(file, plan("Ours"), openFile(file)->hash).hasValue());
    CHECK(openFile(file)->content.model == plan("Ours"));
}

TEST_CASE("a file that is gone is written anew, with a warning") {
    const test::ScratchFolder folder;
    const fs::path file = folder / "p.flowspine";
    const auto first = savePlan(file, plan("One"), std::nullopt);
    fs::remove(file);
    const auto saved = savePlan(file, plan("Two"), first->hash);
    REQUIRE(saved.hasValue());
    CHECK(saved->warnings == std::vector<std::string>{"“p.flowspine” was no longer there and is written anew."});
    CHECK(openFile(file)->content.model == plan("Two"));
}

TEST_CASE("a plan that would not read back is not saved") {
    const test::ScratchFolder folder;
    const fs::path file = folder / "p.flowspine";
    REQUIRE(savePlan(file, plan("One"), std::nullopt));
    model::Draft notANumber(plan("Two"));
    notANumber.changePlan().hoursPerDay = std::numeric_limits<double>::quiet_NaN();
    model::Draft lostChild(plan("Two"));
    lostChild.changePlan().teams.add(model::AnyId("team-1"));
    model::Draft orphan(plan("Two"));
    auto team = std::make_shared<model::Team>();
    team->id = model::AnyId("team-1");
    orphan.put(team);
    model::Draft brokenText(plan("Two"));
    brokenText.changePlan().organisation.push_back(static_cast<char>(0xFF));
    for (const model::Draft& draft : {notANumber, lostChild, orphan, brokenText}) {
        const auto refused = savePlan(file, draft.finish(), std::nullopt);
        REQUIRE_FALSE(refused.hasValue());
        CHECK(refused.error().code == "not-saveable");
        CHECK(openFile(file)->content.model == plan("One"));
    }
}

TEST_CASE("files that cannot be opened say why and name the file") {
    const test::ScratchFolder folder;
    const auto errorOf = [&](const std::string& name) {
        const base::Error error = openFile(folder / name).error();
        CHECK(error.file == (folder / name).string());
        return error.code + ": " + error.message;
    };
    CHECK(errorOf("none.flowspine") == "not-found: There is no file “none.flowspine”.");
    fs::create_directory(folder / "folder");
    CHECK(errorOf("folder") == "not-a-file: “folder” is a folder, not a plan.");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(errorOf("pipe") == "not-a-file: “pipe” is not a regular file.");
    writeBytes(folder / "empty", "");
    CHECK(errorOf("empty") == "empty: The file is empty.");
    fs::create_symlink("loop", folder / "loop");
    CHECK(errorOf("loop") == "not-readable: Cannot read “loop”: too many symbolic links.");
    writeBytes(folder / "bad", "{\n\"format\": \"flowspine\",\n\"formatVersion\": 1,\n\"id\": \"x\"}");
    const base::Error bad = openFile(folder / "bad").error();
    CHECK(base::toText(bad).starts_with((folder / "bad").string() + ":4:7: “x” is not the id of a plan"));
    CHECK(project::readBytes(folder / "bad", 10).error().code == "too-large");
    CHECK(project::readBytes(folder / "bad", 55).hasValue());
}

TEST_CASE("issues name the file too") {
    const test::ScratchFolder folder;
    writeBytes(folder / "p",
               "{\"format\": \"flowspine\", \"formatVersion\": 1, \"id\": \"plan-1\", \"hoursPerDay\": 99}");
    const auto opened = openFile(folder / "p");
    REQUIRE(opened.hasValue());
    REQUIRE(opened->content.issues.size() == 1);
    CHECK(opened->content.issues[0].error.file == (folder / "p").string());
}

TEST_CASE("opening never writes") {
    const test::ScratchFolder folder;
    writeBytes(folder / "p", "{\"format\": \"flowspine\", \"formatVersion\": 1, \"id\": \"plan-1\"}");
    const auto written = fs::last_write_time(folder / "p");
    REQUIRE(openFile(folder / "p"));
    CHECK(fs::last_write_time(folder / "p") == written);
    CHECK(folder.fileCount() == 1);
}

TEST_CASE("different contents have different hashes") {
    const std::vector<std::string> contents = {
        "",          std::string(1, '\0'), std::string(8, '\0'), "a", "b", "ab", "ba", "aaaaaaaab",
        "baaaaaaaa", "aaaaaaaaa",          std::string(16, 'a')};
    for (const std::string& a : contents)
        for (const std::string& b : contents) CHECK((project::contentHash(a) == project::contentHash(b)) == (a == b));
}
