#include "project/model_reader.h"

#include "project/model_writer.h"

#include <catch2/catch.hpp>

#include <string>
#include <vector>

using namespace flowspine;
using namespace std::string_literals;
using base::Error;
using project::readModel;
using project::ReadModel;

namespace {

Error errorOf(std::string_view bytes, const project::Limits& limits = {}) {
    const base::Result<ReadModel> read = readModel(bytes, limits);
    INFO(bytes.substr(0, 300));
    REQUIRE_FALSE(read.hasValue());
    return read.error();
}

// A plan with these members after the first three lines; each on a line of its own.
std::string plan(const std::string& members, const std::string& version = "1") {
    return "{\n  \"format\": \"flowspine\",\n  \"formatVersion\": " + version + ",\n" + members + "\n}\n";
}
std::string planWithId(const std::string& members) {
    return plan("  \"id\": \"plan-1\",\n" + members);
}

std::string nested(std::size_t depth) {
    return std::string(depth, '[') + std::string(depth, ']');
}

} // namespace

TEST_CASE("bytes that are no plan get one clear sentence") {
    struct Case {
        std::string bytes;
        std::string code;
        std::string message;
        std::size_t line;
        std::size_t column;
    };
    const std::vector<Case> cases = {
        {"", "empty", "The file is empty.", 1, 1},
        {" \n\t\r\n", "empty", "The file is empty.", 1, 1},
        {"\xFF\xFE{\0\n\0"s, "utf16", "The file is UTF-16 text; a plan is UTF-8. Save it as UTF-8 and try again.", 1,
         1},
        {"\0{\0\n"s, "utf16", "The file is UTF-16 text; a plan is UTF-8. Save it as UTF-8 and try again.", 1, 1},
        {plan("  \"id\": \"plan-1\"") + "\0garbage"s, "nul-byte",
         "There is a NUL byte here, which no plan has: the file is damaged, or it is no plan.", 6, 1},
        {"version https://git-lfs.github.com/spec/v1\noid sha256:4d7a\nsize 12345\n", "lfs-pointer",
         "This is a Git LFS pointer, not the plan itself. Fetch the plan with “git lfs pull”.", 1, 1},
        {planWithId("<<<<<<< HEAD\n  \"name\": \"A\"\n=======\n  \"name\": \"B\"\n>>>>>>> theirs"), "conflict-markers",
         "The file holds git's conflict markers. Resolve the merge, then open it.", 5, 1},
        {planWithId("  \"name\": \"A").substr(0, 73), "truncated",
         "The file ends in the middle: its last part is missing.", 5, 0},
        {"hello", "syntax", "This is not valid JSON: invalid literal.", 1, 1},
        {"[]", "wrong-format", "This is no Flowspine plan: a plan is a JSON object, this is a list.", 1, 1},
        {"17", "wrong-format", "This is no Flowspine plan: a plan is a JSON object, this is a number.", 1, 1},
        {"{}", "wrong-format", "This is no Flowspine plan: its outermost object does not say “format”: “flowspine”.", 1,
         1},
        {"{\n  \"format\": \"geojson\"\n}", "wrong-format", "This is no Flowspine plan: its format is “geojson”.", 2,
         13},
        {"{\n  \"format\": 1\n}", "wrong-format", "“format” must be “flowspine”; here it is a number.", 2, 13},
        {"{\n  \"format\": \"flowspine\"\n}", "wrong-format",
         "This plan does not say which version of the format it has (“formatVersion”).", 1, 1},
        {plan("  \"id\": \"plan-1\"", "\"1\""), "wrong-format",
         "“formatVersion” must be a whole number; here it is text.", 3, 20},
        {plan("  \"id\": \"plan-1\"", "1.5"), "wrong-format",
         "“formatVersion” must be a whole number; here it is a number with a fraction.", 3, 20},
        {plan("  \"id\": \"plan-1\"", "-1"), "wrong-format", "“formatVersion” cannot be negative.", 3, 20},
        {plan("  \"id\": \"plan-1\"", "0"), "wrong-format",
         "This plan says “formatVersion”: 0, which no version of Flowspine has written.", 0, 0},
        {plan("  \"id\": \"plan-1\"", "null"), "wrong-format",
         "“formatVersion” must be a whole number; here it is null.", 3, 20},
        {plan("  \"name\": \"No id\""), "bad-id", "This plan has no id.", 1, 1},
    };
    for (const Case& each : cases) {
        const Error error = errorOf(each.bytes);
        CHECK(error.code == each.code);
        CHECK(error.message == each.message);
        CHECK(error.line == each.line);
        if (each.code != "truncated") CHECK(error.column == each.column);
    }
}

TEST_CASE("a plan cut at any byte is an error, and never a plan with less in it") {
    const std::string whole = planWithId("  \"name\": \"Grüße\",\n  \"teams\": [{\"id\": \"team-1\", \"fte\": 12.5}]");
    for (std::size_t size = 0; size + 2 < whole.size(); ++size) {
        const Error error = errorOf(std::string_view(whole).substr(0, size));
        INFO(size << ": " << base::toText(error));
        CHECK((error.code == "truncated" || error.code == "empty" || error.code == "not-utf8"));
    }
}

TEST_CASE("a value that does not fit says what was expected and what was found, with its place") {
    struct Case {
        std::string member;
        std::string code;
        std::string message;
        std::size_t column;
    };
    const std::vector<Case> cases = {
        {R"("name": 5)", "wrong-type", "“name” of the plan must be text; here it is a number.", 9},
        {R"("name": null)", "wrong-type", "“name” of the plan must be text; here it is null.", 9},
        {R"("name": {})", "wrong-type", "“name” of the plan must be text; here it is an object.", 9},
        {R"("name": [])", "wrong-type", "“name” of the plan must be text; here it is a list.", 9},
        {R"("name": true)", "wrong-type", "“name” of the plan must be text; here it is true.", 9},
        {R"("hoursPerDay": "8")", "wrong-type", "“hoursPerDay” of the plan must be a number; here it is text.", 16},
        {R"("tags": "a")", "wrong-type", "“tags” of the plan must be a list of texts; here it is text.", 9},
        {R"("tags": ["a", 12])", "wrong-type", "“tags” of the plan must be a list of texts; here is a number in it.",
         15},
        {R"("tags": [["a"]])", "wrong-type", "“tags” of the plan must be a list of texts; here is a list in it.", 10},
        {R"("teams": {})", "wrong-type", "“teams” of the plan must be a list of teams; here it is an object.", 10},
        {R"("teams": ["team-1"])", "wrong-type", "“teams” of the plan must be a list of teams; here is text in it.",
         11},
        {R"("lastReviewed": "2026-02-29")", "bad-value",
         "“lastReviewed” of the plan must be a date such as \"2026-11-24\"; here it is “2026-02-29”.", 17},
        {R"("lastReviewed": "24.11.2026")", "bad-value",
         "“lastReviewed” of the plan must be a date such as \"2026-11-24\"; here it is “24.11.2026”.", 17},
        {R"("calendarBasis": "lunar")", "bad-value",
         "“calendarBasis” of the plan must be one of: working, elapsed; here it is “lunar”.", 18},
        {R"("cadences": [{"id": "cade-1", "frequency": "monthly"}])", "bad-value",
         "“frequency” of review rhythm “cade-1” must be a period such as \"P3M\"; here it is “monthly”.", 44},
        {R"("flows": [{"id": "flow-1", "variants": [{"id": "vari-1", "steps": [{"id": "step-1", "waitTime": "3 d"}]}]}])",
         "bad-value", "“waitTime” of step “step-1” must be a duration such as \"PT1H30M\"; here it is “3 d”.", 97},
        {R"("spine": [{"mustBeEnforced": 1, "id": "spin-1"}])", "wrong-type",
         "“mustBeEnforced” of this spine item must be true or false; here it is a number.", 30},
        {R"("roles": [{"id": "role-1", "team": 4}])", "wrong-type",
         "“team” of role “role-1” must be the id of an entity; here it is a number.", 36},
        {R"("roles": [{"id": "role-1", "team": "the team"}])", "bad-id",
         "“team” of role “role-1” cannot hold “the team”: an id has 1 to 31 letters, digits, hyphens, underscores and "
         "dots.",
         36},
        {R"("commitments": [{"id": "prom-1", "outcomes": ["outc-1", ""]}])", "bad-id",
         "“outcomes” of commitment “prom-1” cannot hold “”: an id has 1 to 31 letters, digits, hyphens, underscores "
         "and "
         "dots.",
         57},
        {R"("teams": [{"id": "role-1"}])", "bad-id",
         "“role-1” is not the id of a team: it must start with “team-” and have at most 31 letters, digits, hyphens, "
         "underscores and dots.",
         18},
        {R"("outcomes": [{"id": "o"}])", "bad-id",
         "“o” is not the id of an outcome: it must start with “outc-” and have at most 31 letters, digits, hyphens, "
         "underscores and dots.",
         21},
        {R"("teams": [{"id": 7}])", "wrong-type", "The id of a team must be text; here it is a number.", 18},
        {R"("teams": [{"id": "team-1", "id": "team-1"}])", "duplicate-member", "This team has the member “id” twice.",
         28},
        {R"("teams": [{"name": "Intake"}])", "bad-id", "This team has no id.", 11},
        {R"("hoursPerDay": 1e999)", "bad-value", "This number is too large.", 16},
        {R"("x": 1, "x": 2)", "duplicate-member", "This plan has the member “x” twice.", 9},
        {R"("name": "a", "name": "b")", "duplicate-member", "This plan has the member “name” twice.", 14},
        {R"("format": "flowspine")", "duplicate-member", "This plan has the member “format” twice.", 1},
        {R"("x": {"y": {"z": 1, "z": 2}})", "duplicate-member", "This object has the member “z” twice.", 21},
    };
    for (const Case& each : cases) {
        const Error error = errorOf(planWithId(each.member));
        INFO(each.member);
        CHECK(error.code == each.code);
        CHECK(error.message == each.message);
        CHECK(error.line == 5);
        CHECK(error.column == each.column);
    }
}

TEST_CASE("an id that two entities have is an error that names both places") {
    const Error error =
        errorOf(planWithId("\"teams\": [\n{\"id\": \"team-2\"},\n{\"id\": \"team-1\"},\n{\"id\": \"team-2\"}]"));
    CHECK(error.code == "duplicate-id");
    CHECK(error.message == "“team-2” names two entities: this one and the one at line 6.");
    CHECK(error.pointer == "team-2");
    CHECK(error.line == 8);
    CHECK(error.column == 1);
}

TEST_CASE("limits are checked while reading and named in the message") {
    const project::Limits limits{2000, 20, 100};
    const Error deep = errorOf(planWithId("\"x\": " + nested(20)), limits);
    CHECK(deep.code == "too-deep");
    CHECK(deep.message == "Lists and objects are nested more than 20 deep here; no plan needs that.");
    CHECK(deep.line == 5);
    CHECK(deep.column == 25);
    CHECK(readModel(planWithId("\"x\": " + nested(19)), limits).hasValue());

    const Error longText = errorOf(planWithId("\"name\": \"" + std::string(101, 'x') + "\""), limits);
    CHECK(longText.code == "string-too-long");
    CHECK(longText.message == "This text has 101 bytes; at most 100 are allowed.");
    CHECK(longText.column == 9);
    CHECK(errorOf(planWithId("\"" + std::string(101, 'x') + "\": 1"), limits).code == "string-too-long");
    CHECK(errorOf(planWithId("\"x\": [\"" + std::string(101, 'x') + "\"]"), limits).code == "string-too-long");
    CHECK(readModel(planWithId("\"name\": \"" + std::string(100, 'x') + "\""), limits).hasValue());

    const Error large = errorOf(planWithId("\"x\": 1" + std::string(2000, ' ')), limits);
    CHECK(large.code == "too-large");
    CHECK(large.message.find("a plan may have 2000.") != std::string::npos);
}

TEST_CASE("a million brackets are refused as too deep, not by a crash") {
    CHECK(errorOf(planWithId("\"x\": " + std::string(1'000'000, '['))).code == "too-deep");
    CHECK(errorOf(std::string(1'000'000, '[')).code == "wrong-format");
    std::string objects;
    for (int i = 0; i < 100'000; ++i) objects += "{\"a\":";
    CHECK(errorOf(planWithId("\"x\": " + objects)).code == "too-deep");
}

TEST_CASE("a hundred thousand unknown members are read in reasonable time") {
    std::string members;
    for (int i = 0; i < 100'000; ++i) members += "\"m" + std::to_string(i) + "\": 0,\n";
    const base::Result<ReadModel> read = readModel(planWithId(members + "\"last\": 0"));
    REQUIRE(read.hasValue());
    CHECK(read->model.plan().extra.members().size() == 100'001);
}

TEST_CASE("what is odd but readable is an issue with the place of its entity") {
    const base::Result<ReadModel> read = readModel(planWithId(R"("hoursPerDay": 9007199254740993,
"daysPerWeek": 9,
"roles": [
  {"id": "role-1", "team": "team-9"},
  {"id": "role-2", "team": "role-1"},
  {"id": "role-3", "team": "foreign"}
])"));
    REQUIRE(read.hasValue());
    std::vector<std::string> found;
    for (const base::Issue& issue : read->issues)
        found.push_back(issue.error.code + " " + std::to_string(issue.error.line) + ":" +
                        std::to_string(issue.error.column));
    CHECK(found == std::vector<std::string>{"rounded-number 5:16", "out-of-range 1:1", "out-of-range 1:1",
                                            "unknown-reference 8:3", "wrong-kind 9:3", "wrong-kind 10:3"});
    // Nothing is dropped.
    const std::string bytes = project::writeModel(read->model);
    for (const char* kept :
         {"\"team\": \"team-9\"", "\"team\": \"role-1\"", "\"team\": \"foreign\"", "\"daysPerWeek\": 9"})
        CHECK(bytes.find(kept) != std::string::npos);
}

TEST_CASE("a byte order mark is accepted, mentioned, and gone after saving") {
    const std::string bytes = planWithId("  \"name\": \"P\"");
    const base::Result<ReadModel> read = readModel("\xEF\xBB\xBF" + bytes);
    REQUIRE(read.hasValue());
    REQUIRE(read->issues.size() == 1);
    CHECK(read->issues[0].severity == base::Severity::info);
    CHECK(read->issues[0].error.code == "byte-order-mark");
    CHECK(project::writeModel(read->model) == bytes);
    // Columns do not count it.
    CHECK(errorOf("\xEF\xBB\xBFhello").column == 1);
}

TEST_CASE("Windows line ends read like others") {
    std::string bytes = planWithId("  \"name\": 3");
    std::string windows;
    for (const char c : bytes) windows += c == '\n' ? "\r\n"s : std::string(1, c);
    CHECK(errorOf(windows) == errorOf(bytes));
}

TEST_CASE("a newer format is read as far as it can be, and says so") {
    const std::string bytes =
        plan("  \"id\": \"plan-1\",\n"
             "  \"name\": {\"en\": \"A plan\"},\n"
             "  \"sector\": \"space\",\n"
             "  \"tags\": [\"a\", 1, \"b\"],\n"
             "  \"teams\": [{\"id\": \"team-1\", \"name\": \"Intake\", \"budget\": [1]},\n"
             "    {\"name\": \"No id\"}, {\"id\": \"x-1\"}, {\"id\": \"team-1\"}, {\"id\": \"team-1\"}],\n"
             "  \"rooms\": [{\"id\": \"room-1\"}]",
             "7");
    const base::Result<ReadModel> read = readModel(bytes);
    REQUIRE(read.hasValue());
    CHECK(read->isNewerFormat);
    CHECK(read->formatVersion == 7);
    CHECK(read->model.plan().tags == std::vector<std::string>{"a", "b"});
    CHECK(read->model.table(model::Kind::team).size() == 1);
    std::vector<std::string> codes;
    for (const base::Issue& issue : read->issues) codes.push_back(issue.error.code);
    CHECK(codes == std::vector<std::string>{"wrong-type", "bad-value", "wrong-type", "bad-id", "bad-id", "duplicate-id",
                                            "duplicate-id", "two-owners", "two-owners"});
    CHECK(readModel(plan("  \"id\": \"plan-1\"", "99999999999999999999")).hasValue() == false);
    CHECK(readModel(plan("  \"id\": \"plan-1\"", "4294967297"))->isNewerFormat);
}

TEST_CASE("the places of entities are where their objects start") {
    const auto places = project::placesOf(planWithId("\"teams\": [\n  {\"name\": \"ü\", \"id\": \"team-1\"},  {\n"
                                                     "    \"id\": \"team-2\"}]"));
    REQUIRE(places.size() == 3);
    CHECK(places.at(model::AnyId("plan-1")).line == 1);
    CHECK(places.at(model::AnyId("team-1")).line == 6);
    CHECK(places.at(model::AnyId("team-1")).column == 3);
    CHECK(places.at(model::AnyId("team-2")).line == 6);
    CHECK(places.at(model::AnyId("team-2")).column == 35);
}
