// The figures of the flows, for people and for programs.
#include "cli/command.h"
#include "support/golden.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace flowspine;
using test::contentOf;
using test::example;
using test::Ran;
using test::runCommand;
namespace fs = std::filesystem;

TEST_CASE("metrics prints a table of every flow and variant, and the load of the teams") {
    for (const std::string name : {"renovation-permit", "acme-stamping"}) {
        CAPTURE(name);
        const Ran ran = runCommand({"metrics", example(name + ".flowspine")});
        CHECK(ran.code == 0);
        CHECK(ran.err.empty());
        CHECK(test::differenceFromGolden("metrics_" + name + ".txt", ran.out) == "");
    }
}

TEST_CASE("metrics as JSON has the same figures in hours and percent") {
    const Ran ran = runCommand({"metrics", "--json", example("renovation-permit.flowspine")});
    CHECK(ran.code == 0);
    CHECK(test::differenceFromGolden("metrics_renovation-permit.json", ran.out) == "");
    const nlohmann::json printed = nlohmann::json::parse(ran.out);
    const nlohmann::json& variant = printed["flows"][0]["variants"][0];
    CHECK(variant["isCurrent"] == true);
    CHECK(variant["handoffs"] == 12);
    CHECK(variant["leadTimeHours"].get<double>() == Approx(49.9 * 8).epsilon(0.001));
    CHECK(variant["issues"].empty());
    CHECK(printed["teamLoads"].size() > 3);
}

TEST_CASE("metrics of a flow with a fault names it, leaves out what cannot be told and ends with 1") {
    const fs::path file = test::scratch("metrics-fault") / "plan.flowspine";
    std::string text = contentOf(example("acme-stamping.flowspine"));
    // The start of the flow becomes a parallel split without a join.
    const std::size_t type = text.find("\"type\": \"start\"");
    REQUIRE(type != std::string::npos);
    text.replace(type, std::string("\"type\": \"start\"").size(), "\"type\": \"andSplit\"");
    test::write(file, text);
    const Ran ran = runCommand({"metrics", file.string()});
    CHECK(ran.code == 1);
    CHECK_THAT(ran.out, Catch::Contains("unknown"));
    CHECK_THAT(ran.out, Catch::Contains("never comes back together"));
    const Ran json = runCommand({"metrics", "--json", file.string()});
    CHECK(json.code == 1);
    const nlohmann::json printed = nlohmann::json::parse(json.out);
    CHECK(printed["flows"][0]["variants"][0]["leadTimeHours"].is_null());
    CHECK_FALSE(printed["flows"][0]["variants"][0]["issues"].empty());
}

TEST_CASE("metrics of a plan without flows says so, and of no plan ends with 2") {
    const fs::path folder = test::scratch("metrics-none");
    const std::string file = (folder / "plan.flowspine").string();
    CHECK(runCommand({"new", file}).code == 0);
    const Ran ran = runCommand({"metrics", file});
    CHECK(ran.code == 0);
    CHECK_THAT(ran.out, Catch::Contains("no value flows") || Catch::Contains("Load"));
    const Ran gone = runCommand({"metrics", (folder / "gone.flowspine").string()});
    CHECK(gone.code == 2);
    CHECK(gone.out.empty());
    CHECK_FALSE(gone.err.empty());
}
