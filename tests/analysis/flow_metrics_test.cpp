#include "analysis/flow_metrics.h"

#include "support/case_importer.h"
#include "support/paths.h"
#include "support/worked_example.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace flowspine;
using nlohmann::json;

namespace {

json caseFile(const std::string& name) {
    return test::readJsonFile((test::sourceDir() / "tests/data/cases" / (name + ".json")).string());
}

// `places`: digits after the point in the published figure, whose last place may be rounded.
void checkNumber(const std::string& what, std::optional<double> actual, double expected, int places) {
    INFO(what);
    REQUIRE(actual.has_value());
    const double rounding = 0.5 * std::pow(10, -places) * 1.001;
    CHECK(*actual == Approx(expected).epsilon(0.001).margin(rounding));
}

// `units` turns hours into the units of the figures.
void checkExpected(const analysis::FlowMetrics& metrics, const json& expected, double units) {
    const auto inUnits = [units](std::optional<double> hours) {
        return hours ? std::optional(*hours * units) : std::nullopt;
    };
    for (const base::Issue& issue : metrics.issues) INFO(base::toText(issue.error));
    CHECK(metrics.workSteps == expected["steps"].get<std::size_t>());
    CHECK(metrics.teams == expected["teams"].get<std::size_t>());
    CHECK(metrics.handoffs == expected["handoffs"].get<std::size_t>());
    CHECK(metrics.externalHandoffs == expected["handoffsExternal"].get<std::size_t>());
    CHECK(metrics.reworkHandoffs == expected["reworkHandoffs"].get<std::size_t>());
    CHECK(metrics.pingPongs == expected["pingPong"].get<std::size_t>());
    checkNumber("expected handoffs", metrics.expectedHandoffs, expected["expectedHandoffs"], 3);
    checkNumber("handoff density", metrics.handoffDensity, expected["handoffDensityPct"], 1);
    checkNumber("static lead time", inUnits(metrics.staticLeadHours), expected["leadTimeStatic_h"], 3);
    checkNumber("expected lead time", inUnits(metrics.leadHours), expected["leadTimeExpected_h"], 3);
    checkNumber("static process time", inUnits(metrics.staticProcessHours), expected["processTimeStatic_h"], 3);
    checkNumber("expected process time", inUnits(metrics.processHours), expected["processTimeExpected_h"], 3);
    checkNumber("effort", inUnits(metrics.effortHours), expected["effortExpected_h"], 3);
    checkNumber("value-adding time", inUnits(metrics.valueAddedHours), expected["vaTime_h"], 3);
    checkNumber("flow efficiency", metrics.flowEfficiency, expected["flowEfficiencyPct"], 2);
    checkNumber("rolled %C&A", metrics.rolledCompleteAccurate, expected["rolledCAPct"], 2);
    checkNumber("ownership ambiguity", metrics.ownershipAmbiguity, expected["ownershipAmbiguityPct"], 1);
}

} // namespace

TEST_CASE("every worked example gives its published figures") {
    std::size_t checked = 0;
    const json document = caseFile("worked_examples");
    for (const json& vector : document["vectors"]) {
        INFO(vector["id"].get<std::string>());
        const test::WorkedExample example = test::importWorkedExample(vector);
        const auto metrics = analysis::flowMetrics(example.model, *example.model.find(example.flow),
                                                   *example.model.find(example.variant));
        checkExpected(metrics, vector["expected"], example.unitsPerHour);
        // Where nothing waits at all the example names its first step; there is no longest wait to name.
        const bool waits = std::any_of(metrics.steps.begin(), metrics.steps.end(),
                                       [](const auto& step) { return step.waitHours.value_or(0) > 0; });
        if (waits)
            CHECK(metrics.longestWaitStep == example.steps.at(vector["expected"]["largestWaitStep"]));
        else
            CHECK(metrics.longestWaitStep.isEmpty());
        ++checked;
    }
    CHECK(checked == 13);
}

TEST_CASE("every variant of the cases gives its expected figures") {
    std::size_t checked = 0;
    for (const char* name : {"01_city_renovation_permit", "03_passport_application", "05_mortgage_origination",
                             "08_acme_stamping_order_to_delivery"}) {
        const json source = caseFile(name);
        const test::ImportedCase imported = test::importCase(source, json::object());
        for (const json& flow : source["flows"])
            for (const json& variant : flow["variants"]) {
                const std::string path = flow["id"].get<std::string>() + "/" + variant["id"].get<std::string>();
                INFO(name << " " << path);
                const model::Id<model::Flow> flowId(imported.ids.at(flow["id"]));
                const model::Id<model::Variant> variantId(imported.ids.at(path));
                const auto metrics = analysis::flowMetrics(imported.model, *imported.model.find(flowId),
                                                           *imported.model.find(variantId));
                checkExpected(metrics, variant["expected"], 1);
                CHECK(metrics.longestWaitStep ==
                      imported.ids.at(path + "/" + variant["expected"]["largestWaitStep"].get<std::string>()));
                ++checked;
            }
    }
    CHECK(checked == 9);
}

TEST_CASE("the load of every team of the cases is as expected") {
    for (const char* name : {"01_city_renovation_permit", "03_passport_application", "05_mortgage_origination",
                             "08_acme_stamping_order_to_delivery"}) {
        const json source = caseFile(name);
        const test::ImportedCase imported = test::importCase(source, json::object());
        const std::vector<analysis::TeamLoad> loads = analysis::teamLoads(imported.model);
        for (const auto& [team, expected] : source["expectedTeamLoad"].items()) {
            INFO(name << " " << team);
            const auto load = std::find_if(loads.begin(), loads.end(), [&](const analysis::TeamLoad& each) {
                return each.team == imported.ids.at(team);
            });
            REQUIRE(load != loads.end());
            checkNumber("load", load->hoursPerWeek, expected["load_h_per_week"], 2);
            if (expected["utilisationPct"].is_number())
                checkNumber("share", load->share, expected["utilisationPct"], 1);
            else
                CHECK_FALSE(load->share.has_value());
        }
    }
}

TEST_CASE("Little's law and the queue factor give the published figures") {
    CHECK(analysis::itemsInFlow(10 * 5, 20 * 8, 40) == Approx(200));
    CHECK(analysis::itemsInFlow(4, 5 * 40, 40) == Approx(20));
    CHECK(*analysis::queueWaitFactor(54.0 / 70.0) == Approx(3.375));
    CHECK_FALSE(analysis::queueWaitFactor(1.0).has_value());
}
