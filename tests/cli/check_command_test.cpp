// check: what it finds, in which order, with which exit code, and each way of writing it.
#include "cli/command.h"
#include "support/golden.h"
#include "support/paths.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

#include <cstdlib>

using namespace flowspine;
using nlohmann::json;
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

std::string withoutFolder(std::string text) {
    const std::string folder = fs::path(example("x")).parent_path().string() + "/";
    for (std::size_t at = text.find(folder); at != std::string::npos; at = text.find(folder, at))
        text.erase(at, folder.size());
    return text;
}

// What the schema has against a SARIF log; empty when it is valid.
std::string sarifComplaints(const json& log) {
    const json source = json::parse(contentOf(test::sourceDir() / "tests/data/schemas/sarif-2.1.0-subset.schema.json"));
    valijson::Schema schema;
    valijson::SchemaParser(valijson::SchemaParser::kDraft7)
        .populateSchema(valijson::adapters::NlohmannJsonAdapter(source), schema);
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(schema, valijson::adapters::NlohmannJsonAdapter(log), &results)) return {};
    std::string text = "invalid";
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        text += "\n";
        for (const std::string& part : error.context) text += part;
        text += ": " + error.description;
    }
    return text;
}

// What the schema has against a JUnit document; empty when it is valid. Needs libxml2-utils.
std::string junitComplaints(const std::string& name, const std::string& xml) {
    const fs::path file = test::scratch(name) / "junit.xml";
    const fs::path said = file.parent_path() / "said.txt";
    test::write(file, xml);
    const fs::path schema = test::sourceDir() / "tests/data/schemas/junit.xsd";
    const std::string command = "xmllint --nonet --noout --schema '" + schema.string() + "' '" + file.string() +
                                "' >'" + said.string() + "' 2>&1";
    return std::system(command.c_str()) == 0 ? std::string() : contentOf(said);
}

// A plan with a waived finding (O06), a dangling reference, and a title that no markup may take literally.
constexpr const char* oddPlan = R"({
  "format": "flowspine",
  "formatVersion": 1,
  "id": "plan-000000000001",
  "name": "Plan",
  "teams": [
    {
      "id": "team-000000000001",
      "name": "One"
    }
  ],
  "roles": [
    {
      "id": "role-000000000001",
      "name": "Lead",
      "team": "team-000000000009"
    }
  ],
  "outcomes": [
    {
      "id": "outc-000000000001",
      "title": "Über <b>\"everything\"</b> & \u001b[31m more]]>"
    }
  ],
  "waivers": [
    {
      "id": "waiv-000000000001",
      "about": "outc-000000000001",
      "ruleId": "O06",
      "reason": "Named in <January>",
      "by": "The board",
      "expiry": "2027-01-31"
    }
  ]
}
)";

std::string oddFile(const std::string& folder) {
    const fs::path file = test::scratch(folder) / "odd plan ü.flowspine";
    test::write(file, oddPlan);
    return file.string();
}

} // namespace

TEST_CASE("check says as text what the rules find, by place in the file") {
    const Ran ran = runCommand({"check", example("renovation-permit.flowspine"), example("acme-stamping.flowspine")});
    CHECK(ran.code == 1);
    CHECK(ran.err.empty());
    CHECK(test::differenceFromGolden("check_examples.txt", withoutFolder(ran.out)) == "");
}

TEST_CASE("check of a plan without findings is one line of scores and one sentence") {
    const fs::path file = test::scratch("check-clean") / "plan.flowspine";
    REQUIRE(runCommand({"new", file.string(), "--template", "blank"}).code == 0);
    const Ran ran = runCommand({"check", file.string(), "--fail-on", "warning"});
    CHECK(ran.code == 0);
    CHECK(ran.out == "1 file checked, no problems.\n");
}

TEST_CASE("check fails on errors, on warnings only when it is asked to, and never on notes") {
    const std::string file = example("renovation-permit.flowspine");
    CHECK(runCommand({"check", file}).code == 1);
    CHECK(runCommand({"check", file, "--rules", "F05"}).code == 0);
    CHECK(runCommand({"check", file, "--rules", "F05", "--fail-on", "warning"}).code == 1);
    CHECK(runCommand({"check", file, "--rules", "R18", "--fail-on", "warning"}).code == 0);
    CHECK(runCommand({"check", file, "--fail-on", "info"}).code == 2);
}

TEST_CASE("check applies the rules that it is asked for") {
    const std::string file = example("renovation-permit.flowspine");
    const Ran two = runCommand({"check", file, "--rules", "F05,R01"});
    CHECK(withoutFolder(two.out) ==
          "renovation-permit.flowspine:589:5: warning: “Renovation permit: apply to inspected” changes hands 12 "
          "times. Merge neighbouring steps into one team. [F05]\n"
          "renovation-permit.flowspine:1207:5: error: “Stop wet-stamping” would change “Every plan is printed and "
          "wet-stamped”, which cannot change. Redesign it, or start an item that changes the law. [R01]\n"
          "renovation-permit.flowspine:1225:5: error: “Ask state to accept digital seals for complex tier” would "
          "change “State building code applies to every permit”, which cannot change. Redesign it, or start an item "
          "that changes the law. [R01]\n"
          "1 file checked, 2 errors, 1 warning.\n");
    const auto found = [&](const std::string& rules) {
        return json::parse(
                   runCommand({"check", file, "--format", "json", "--rules", rules}).out)["files"][0]["findings"]
            .size();
    };
    CHECK(found("core") == 29);
    CHECK(found("O") + found("S") + found("F") + found("R") + found("M") == found("all"));
    const Ran unknown = runCommand({"check", file, "--rules", "F05,X99"});
    CHECK(unknown.code == 2);
    CHECK(unknown.out.empty());
    CHECK_THAT(unknown.err, Catch::Contains("no rule “X99”"));
}

TEST_CASE("check judges dates as of the day that it is given") {
    const auto overdue = [](const std::string& day) {
        return runCommand({"check", example("renovation-permit.flowspine"), "--rules", "S05", "--as-of", day}).out;
    };
    CHECK(overdue("2026-11-23") == "1 file checked, no problems.\n");
    CHECK_THAT(overdue("2029-11-23"), Catch::Contains("was due on"));
}

TEST_CASE("check names file, line and column of a reference to nothing, once") {
    const std::string file = oddFile("check-reference");
    const Ran ran = runCommand({"check", file, "--rules", "M03"});
    CHECK(ran.code == 1);
    CHECK(ran.err.empty());
    CHECK_THAT(ran.out, Catch::StartsWith(file + ":13:5: error: "));
    CHECK_THAT(ran.out, Catch::Contains("team-000000000009"));
    CHECK_THAT(ran.out, Catch::EndsWith(" [M03]\n1 file checked, 1 error.\n"));
}

TEST_CASE("check makes control characters of a title visible and counts what is accepted") {
    const Ran ran = runCommand({"check", oddFile("check-odd"), "--rules", "O06,O01"});
    CHECK_THAT(ran.out, Catch::Contains("& <U+001B>[31m more]]>"));
    CHECK_THAT(ran.out, !Catch::Contains("[O06]"));
    CHECK_THAT(ran.out, Catch::EndsWith("1 file checked, 2 errors; 1 accepted as exceptions.\n"));
}

TEST_CASE("check of a damaged, a missing and a good file reads the good one and ends with 2") {
    const fs::path folder = test::scratch("check-damaged");
    const std::string good = contentOf(example("renovation-permit.flowspine"));
    test::write(folder / "damaged.flowspine", replaced(good, "\"name\":", "\"name\" "));
    const std::string damaged = (folder / "damaged.flowspine").string();
    const std::string missing = (folder / "missing.flowspine").string();
    const Ran ran = runCommand({"check", damaged, missing, example("renovation-permit.flowspine"), "--rules", "S05"});
    CHECK(ran.code == 2);
    CHECK(ran.out == "1 file checked, no problems; 2 could not be read.\n");
    CHECK_THAT(ran.err, Catch::StartsWith(damaged + ":5:"));
    CHECK_THAT(ran.err, Catch::Contains("\n" + missing + ": error: "));

    const json log = json::parse(runCommand({"check", damaged, missing, "--format", "sarif"}).out);
    CHECK(sarifComplaints(log) == "");
    const json& invocation = log["runs"][0]["invocations"][0];
    CHECK(invocation["executionSuccessful"] == false);
    REQUIRE(invocation["toolExecutionNotifications"].size() == 2);
    CHECK(invocation["toolExecutionNotifications"][0]["locations"][0]["physicalLocation"]["region"]["startLine"] == 5);
    CHECK(log["runs"][0]["results"].empty());
    const std::string junit = runCommand({"check", damaged, missing, "--format", "junit"}).out;
    CHECK(junitComplaints("check-damaged-junit", junit) == "");
    CHECK_THAT(junit, Catch::Contains("tests=\"2\" failures=\"0\" errors=\"2\""));
}

TEST_CASE("check survives references to the wrong kind of thing") {
    const fs::path file = test::scratch("check-wrong-kind") / "plan.flowspine";
    std::string text = contentOf(example("renovation-permit.flowspine"));
    std::size_t swapped = 0;
    for (std::size_t at = text.find("\"owner\": \"role-"); at != std::string::npos;
         at = text.find("\"owner\": \"role-", at + 1), ++swapped)
        text.replace(at, 28, "\"owner\": \"plan-ya3amhm5qgeq\"");
    REQUIRE(swapped > 5);
    test::write(file, text);
    const Ran ran = runCommand({"check", file.string()});
    CHECK(ran.code == 1);
    CHECK_THAT(ran.out, Catch::Contains("[wrong-kind]"));
    CHECK_THAT(ran.out, Catch::Contains("[O06]"));
}

TEST_CASE("SARIF is valid, names the line and column of each entity, and carries exceptions as suppressions") {
    const std::string file = oddFile("check-sarif");
    const Ran ran = runCommand({"check", example("renovation-permit.flowspine"), file, "--format", "sarif"});
    CHECK(ran.code == 1);
    const json log = json::parse(ran.out);
    CHECK(sarifComplaints(log) == "");
    const json& run = log["runs"][0];
    CHECK(run["tool"]["driver"]["rules"].size() == 88);
    std::size_t suppressed = 0;
    for (const json& result : run["results"]) {
        CAPTURE(result.dump());
        const json& place = result["locations"][0];
        const json& region = place["physicalLocation"]["region"];
        const bool isOdd = place["physicalLocation"]["artifactLocation"]["uri"].get<std::string>().ends_with(
            "odd%20plan%20%C3%BC.flowspine");
        const std::string text = isOdd ? oddPlan : contentOf(example("renovation-permit.flowspine"));
        // The entity's object begins there.
        std::size_t at = 0;
        for (std::size_t line = 1; line < region["startLine"].get<std::size_t>(); ++line) at = text.find('\n', at) + 1;
        at += region["startColumn"].get<std::size_t>() - 1;
        CHECK(text.at(at) == '{');
        const std::string whole = place["logicalLocations"][0]["fullyQualifiedName"].get<std::string>();
        const std::string id = whole.substr(0, whole.find('/'));
        const std::size_t idAt = text.find("\"id\": \"" + id + "\"", at);
        CHECK(idAt < text.find("\"id\": \"", at) + 1);
        CHECK(run["tool"]["driver"]["rules"][result["ruleIndex"].get<std::size_t>()]["id"] == result["ruleId"]);
        if (!result.contains("suppressions")) continue;
        ++suppressed;
        CHECK(result["suppressions"][0]["justification"] == "Named in <January> (The board)");
        CHECK(result["ruleId"] == "O06");
    }
    CHECK(suppressed == 1);
}

TEST_CASE("JUnit is valid and counts failures, exceptions and rules that pass") {
    const std::string file = oddFile("check-junit");
    const std::string all =
        runCommand({"check", example("renovation-permit.flowspine"), file, "--format", "junit"}).out;
    CHECK(junitComplaints("check-junit-all", all) == "");
    const std::string few = runCommand({"check", file, "--format", "junit", "--rules", "O01,O06,O10"}).out;
    CHECK(junitComplaints("check-junit-few", few) == "");
    CHECK_THAT(few, Catch::Contains("tests=\"4\" failures=\"2\" errors=\"0\" skipped=\"1\""));
    CHECK_THAT(few, Catch::Contains("<skipped message=\"Named in &lt;January&gt;\"/>"));
    CHECK_THAT(few, Catch::Contains("<testcase name=\"O10 "));
    CHECK_THAT(few, !Catch::Contains("\x1B"));
    // A warning is a failure only when the check fails on warnings.
    const auto failures = [](const std::string& failOn) {
        return runCommand({"check", example("renovation-permit.flowspine"), "--format", "junit", "--rules", "F05",
                           "--fail-on", failOn})
            .out;
    };
    CHECK_THAT(failures("error"), Catch::Contains("<system-out>") && Catch::Contains("failures=\"0\""));
    CHECK_THAT(failures("warning"), Catch::Contains("<failure ") && Catch::Contains("failures=\"1\""));
}

TEST_CASE("JSON has every finding with its place, and the scores") {
    const std::string file = oddFile("check-json");
    const json printed = json::parse(runCommand({"check", file, "--format", "json"}).out);
    CHECK(printed["waived"] == 1);
    const json& checked = printed["files"][0];
    CHECK(checked["plan"] == "Plan");
    REQUIRE(checked["scores"].size() == 4);
    CHECK(checked["scores"][0]["score"].get<double>() < 100);
    bool hasWaived = false;
    for (const json& finding : checked["findings"]) {
        CHECK(finding["line"].get<int>() > 0);
        if (!finding.contains("waived")) continue;
        hasWaived = true;
        CHECK(finding["rule"] == "O06");
        CHECK(finding["waived"]["until"] == "2027-01-31");
    }
    CHECK(hasWaived);
}

TEST_CASE("check writes the same bytes each time") {
    for (const std::string format : {"text", "json", "sarif", "junit"}) {
        const std::vector<std::string> args = {"check", example("first-passport.flowspine"), "--format", format};
        CHECK((runCommand(args).out == runCommand(args).out));
    }
}
