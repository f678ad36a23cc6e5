#include "cli/command.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace flowspine;
using test::contentOf;
using test::example;
using test::Ran;
using test::runCommand;
namespace fs = std::filesystem;

namespace {

// A copy of an example with one place changed.
std::string changedCopy(const fs::path& file, const std::string& from, const std::string& to) {
    std::string text = contentOf(example("renovation-permit.flowspine"));
    const std::size_t at = text.find(from);
    REQUIRE(at != std::string::npos);
    test::write(file, text.replace(at, from.size(), to));
    return file.string();
}

} // namespace

TEST_CASE("diff of a plan with itself says nothing and ends with 0") {
    const Ran ran = runCommand({"diff", example("acme-stamping.flowspine"), example("acme-stamping.flowspine")});
    CHECK(ran.code == 0);
    CHECK(ran.out.empty());
    CHECK(ran.err.empty());
}

TEST_CASE("diff says a changed field in plain words below its editor and ends with 1") {
    const fs::path folder = test::scratch("diff");
    const std::string after =
        changedCopy(folder / "after.flowspine", "Guided intake with live completeness check", "Guided intake");
    const Ran ran = runCommand({"diff", example("renovation-permit.flowspine"), after});
    CHECK(ran.code == 1);
    CHECK(ran.err.empty());
    CHECK(ran.out == "Roadmap\n  Roadmap item “Guided intake with live completeness check” renamed to “Guided "
                     "intake”\n");
}

TEST_CASE("diff --no-placements leaves out what only moved") {
    const fs::path folder = test::scratch("diff-placements");
    const std::string plan = R"({
  "format": "flowspine",
  "formatVersion": 1,
  "id": "plan-000000000001",
  "name": "Plan",
  "flows": [
    {
      "id": "flow-000000000001",
      "name": "Flow",
      "current": "vari-000000000001",
      "variants": [
        {
          "id": "vari-000000000001",
          "name": "As it is",
          "steps": [
            {
              "id": "step-000000000001",
              "name": "Check"
            }
          ],
          "placements": [
            {
              "id": "plac-000000000001",
              "step": "step-000000000001",
              "column": COLUMN,
              "pinned": true
            }
          ]
        }
      ]
    }
  ]
}
)";
    const auto written = [&](const std::string& name, const std::string& column) {
        std::string text = plan;
        test::write(folder / name, text.replace(text.find("COLUMN"), 6, column));
        return (folder / name).string();
    };
    const std::string before = written("before.flowspine", "1");
    const std::string after = written("after.flowspine", "2");
    REQUIRE(runCommand({"format", before, after}).code == 0);
    const Ran all = runCommand({"diff", before, after});
    CHECK(all.code == 1);
    CHECK_THAT(all.out, Catch::StartsWith("Value flows\n  "));
    const Ran meaning = runCommand({"diff", "--no-placements", before, after});
    CHECK(meaning.code == 0);
    CHECK(meaning.out.empty());
}

TEST_CASE("diff with a file that cannot be read ends with 2 and names it") {
    const std::string missing = (test::scratch("diff-missing") / "none.flowspine").string();
    const Ran ran = runCommand({"diff", example("acme-stamping.flowspine"), missing});
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK_THAT(ran.err, Catch::StartsWith(missing + ": error: "));
}

TEST_CASE("diff writes JSON, Markdown and a page that runs nothing, with hostile words escaped") {
    const fs::path folder = test::scratch("diff-formats");
    const std::string after = changedCopy(folder / "after.flowspine", "Guided intake with live completeness check",
                                          "<script>*bold* & [link](x)</script>");
    const auto diff = [&](const std::string& format) {
        const Ran ran = runCommand({"diff", "--format", format, example("renovation-permit.flowspine"), after});
        CHECK(ran.code == 1);
        return ran.out;
    };
    const nlohmann::json json = nlohmann::json::parse(diff("json"));
    REQUIRE(json["changes"].size() == 1);
    CHECK(json["changes"][0]["kind"] == "roadmap item");
    CHECK(json["changes"][0]["fields"][0]["field"] == "title");
    CHECK(json["changes"][0]["fields"][0]["after"][0] == "<script>*bold* & [link](x)</script>");
    CHECK(json["lines"][0]["area"] == "Roadmap");
    CHECK_THAT(diff("markdown"), Catch::Contains("“\\<script\\>\\*bold\\* \\& \\[link\\](x)\\</script\\>”"));
    const std::string page = diff("html");
    CHECK_THAT(page, Catch::StartsWith("<!DOCTYPE html>"));
    CHECK_THAT(page, Catch::Contains("default-src 'none'"));
    CHECK_THAT(page, !Catch::Contains("<script"));
    CHECK(runCommand({"diff", "--format", "pdf", after, after}).code == 2);
}
