// new and format: the commands about a single plan.
#include "cli/command.h"
#include "project/model_reader.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using test::contentOf;
using test::example;
using test::Ran;
using test::runCommand;
namespace fs = std::filesystem;

namespace {

std::string replaced(std::string text, const std::string& from, const std::string& to) {
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    return text.replace(at, from.size(), to);
}

} // namespace

TEST_CASE("new writes a plan from each template under the given name") {
    const fs::path folder = test::scratch("new");
    for (const std::string name : {"blank", "government-service", "enterprise-product"}) {
        CAPTURE(name);
        const std::string file = (folder / (name + ".flowspine")).string();
        const Ran ran = runCommand({"new", file, "--template", name, "--name", "Parking permits"});
        CHECK(ran.code == 0);
        CHECK(ran.out == file + ": new plan “Parking permits”\n");
        CHECK(ran.err.empty());
        const base::Result<project::ReadModel> read = project::readModel(contentOf(file));
        REQUIRE(read);
        CHECK(read->model.plan().name == "Parking permits");
        CHECK(read->issues.empty());
        CHECK(runCommand({"format", "--check", file}).code == 0);
    }
}

TEST_CASE("new names the plan after its file and never replaces a file") {
    const fs::path file = test::scratch("new-twice") / "Parking permits.flowspine";
    CHECK(runCommand({"new", file.string()}).code == 0);
    const std::string before = contentOf(file);
    CHECK(project::readModel(before)->model.plan().name == "Parking permits");
    const Ran again = runCommand({"new", file.string(), "--name", "Other"});
    CHECK(again.code == 2);
    CHECK(again.out.empty());
    CHECK(again.err ==
          file.string() + ": error: There is a file of that name; choose another name, it was left as it is.\n");
    CHECK(contentOf(file) == before);
}

TEST_CASE("format --check lists what is not canonical and writes nothing") {
    const fs::path folder = test::scratch("format-check");
    const std::string canonical = contentOf(example("acme-stamping.flowspine"));
    const std::string untidy = replaced(canonical, "\n  \"name\"", "\n\n     \"name\"");
    test::write(folder / "tidy.flowspine", canonical);
    test::write(folder / "untidy.flowspine", untidy);
    const std::string file = (folder / "untidy.flowspine").string();
    const Ran ran = runCommand({"format", "--check", (folder / "tidy.flowspine").string(), file});
    CHECK(ran.code == 1);
    CHECK(ran.out == file + ": not in canonical form\n");
    CHECK(ran.err.empty());
    CHECK(contentOf(file) == untidy);
}

TEST_CASE("format rewrites only what differs, and leaves no other files behind") {
    const fs::path folder = test::scratch("format");
    const std::string canonical = contentOf(example("acme-stamping.flowspine"));
    test::write(folder / "untidy.flowspine", replaced(canonical, "\n  \"name\"", "\n\n     \"name\""));
    const std::string file = (folder / "untidy.flowspine").string();
    const Ran first = runCommand({"format", file});
    CHECK(first.code == 0);
    CHECK(first.out == file + ": rewritten\n");
    CHECK(contentOf(file) == canonical);
    const Ran second = runCommand({"format", file});
    CHECK(second.code == 0);
    CHECK(second.out.empty());
    CHECK(std::distance(fs::directory_iterator(folder), fs::directory_iterator()) == 1);
}

TEST_CASE("format keeps members that it does not know, and leaves a file of a newer version alone") {
    const fs::path folder = test::scratch("format-unknown");
    const std::string canonical = contentOf(example("acme-stamping.flowspine"));
    const std::string file = (folder / "plan.flowspine").string();
    const std::string unknown =
        replaced(canonical, "\n  \"name\"", "\n  \"colourOfTheCover\": {\"deep\": [1, 2]},\n     \"name\"");
    test::write(file, unknown);
    CHECK(runCommand({"format", file}).code == 0);
    CHECK_THAT(contentOf(file), Catch::Contains("\"colourOfTheCover\": {"));

    const std::string newer = replaced(unknown, "\"formatVersion\": 1", "\"formatVersion\": 99");
    test::write(file, newer);
    const Ran ran = runCommand({"format", file});
    CHECK(ran.code == 2);
    CHECK_THAT(ran.err, Catch::Contains("newer version of Flowspine"));
    CHECK(contentOf(file) == newer);
}
