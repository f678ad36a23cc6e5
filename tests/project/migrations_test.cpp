#include "project/migrations.h"

#include "project/model_writer.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <array>

using namespace flowspine;
using nlohmann::ordered_json;
using project::MigrationStep;

namespace {

constexpr std::string_view oldPlan = R"({
  "format": "flowspine",
  "formatVersion": 0,
  "id": "plan-1",
  "title": "What was called title",
  "x-kept": [1.50]
})";

// A step as a later version would have it: “title” became “name”.
base::Result<> titleToName(ordered_json& plan) {
    if (!plan.contains("title")) return base::failure("wrong-format", "This old plan has no title.");
    plan["name"] = plan["title"];
    plan.erase("title");
    return base::Nothing{};
}

const std::array<MigrationStep, 1> steps = {{{0, titleToName}}};

} // namespace

TEST_CASE("a file of an older version is migrated before it is read") {
    const base::Result<project::ReadModel> read = project::readModel(oldPlan, {}, steps);
    REQUIRE(read.hasValue());
    CHECK(read->formatVersion == 0);
    CHECK_FALSE(read->isNewerFormat);
    CHECK(read->model.plan().name == "What was called title");
    CHECK(project::writeModel(read->model).find("\"x-kept\": [\n    1.5\n  ],\n  \"name\"") != std::string::npos);
}

TEST_CASE("a file of the current version is not migrated") {
    std::string current(oldPlan);
    current.replace(current.find(": 0"), 3, ": 1");
    const base::Result<project::ReadModel> read = project::readModel(current, {}, steps);
    REQUIRE(read.hasValue());
    CHECK(read->model.plan().name.empty());
    CHECK(read->model.plan().extra.members().size() == 2);
}

TEST_CASE("what a migration cannot do is an error in its words") {
    std::string withoutTitle(oldPlan);
    withoutTitle.replace(withoutTitle.find("title"), 5, "other");
    const base::Result<project::ReadModel> read = project::readModel(withoutTitle, {}, steps);
    REQUIRE_FALSE(read.hasValue());
    CHECK(read.error().message == "This old plan has no title.");
}

TEST_CASE("an error in a migrated document has no place, since the user's file looks otherwise") {
    std::string wrong(oldPlan);
    wrong.replace(wrong.find("\"What was called title\""), 23, "12");
    const base::Result<project::ReadModel> read = project::readModel(wrong, {}, steps);
    REQUIRE_FALSE(read.hasValue());
    CHECK(read.error().message == "“name” of the plan must be text; here it is a number.");
    CHECK(read.error().line == 0);
}

TEST_CASE("an old document is checked before a tree is made of it") {
    const auto errorOf = [](const std::string& member) {
        std::string bytes(oldPlan);
        bytes.insert(bytes.rfind('}'), ",\n" + member);
        const base::Result<project::ReadModel> read = project::readModel(bytes, {200'000'000, 200, 1000}, steps);
        REQUIRE_FALSE(read.hasValue());
        CHECK(read.error().line == 8);
        return read.error().code;
    };
    CHECK(errorOf("\"title\": 1") == "duplicate-member");
    CHECK(errorOf("\"x\": " + std::string(100'000, '[') + std::string(100'000, ']')) == "too-deep");
    CHECK(errorOf("\"x\": \"" + std::string(1001, 'x') + "\"") == "string-too-long");
    std::string many = "\"x\": {\"0\": 0";
    for (int i = 1; i < 20'000; ++i) many += ", \"" + std::to_string(i) + "\": 0";
    CHECK(errorOf(many + "}") == "too-large");
}

TEST_CASE("a version without a migration is an error") {
    const base::Result<project::ReadModel> read = project::readModel(oldPlan);
    REQUIRE_FALSE(read.hasValue());
    CHECK(read.error().code == "wrong-format");
}
