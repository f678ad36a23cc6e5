#include "analysis/variant_comparison.h"

#include "support/case_importer.h"
#include "support/paths.h"
#include "support/worked_example.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

using namespace flowspine;
using analysis::StepChange;
using nlohmann::json;

namespace {

json vectorNamed(const json& document, const std::string& id) {
    for (const json& vector : document["vectors"])
        if (vector["id"] == id) return vector;
    FAIL("no worked example " << id);
    return {};
}

std::set<std::string> namesOf(const analysis::VariantComparison& comparison, const test::WorkedPair& pair,
                              bool StepChange::*what) {
    std::set<std::string> names;
    for (const StepChange& change : comparison.steps)
        for (const auto& [name, id] : pair.steps)
            if (change.*what && change.after == id) names.insert(name);
    return names;
}

} // namespace

TEST_CASE("the worked reconfiguration gives its published figures") {
    const json document = test::readJsonFile((test::sourceDir() / "tests/data/cases/worked_examples.json").string());
    const json expected = document["scalars"]["T16_reconfiguration"];
    const test::WorkedPair pair =
        test::importWorkedPair(vectorNamed(document, expected["from_"]), vectorNamed(document, expected["to"]),
                               expected["demandPerWeek"].get<double>());
    const model::Model& model = pair.model;
    // The pair shares one flow, so its owner is missing only where the test takes it out.
    model::Flow unowned = *model.find(pair.flow);
    unowned.owner = {};
    const auto before = analysis::flowMetrics(model, unowned, *model.find(pair.before));
    const auto comparison =
        analysis::compareVariants(model, *model.find(pair.flow), *model.find(pair.before), *model.find(pair.after));

    CHECK(namesOf(comparison, pair, &StepChange::isReassigned) == expected["reassigned"].get<std::set<std::string>>());
    CHECK(namesOf(comparison, pair, &StepChange::isRetimed) == expected["retimed"].get<std::set<std::string>>());
    CHECK(comparison.linksChanged == 0);
    CHECK(comparison.newInterfaces.size() == expected["newInterfaces"].get<std::size_t>());
    CHECK(comparison.teamsCreated.size() == 1);
    CHECK(*comparison.workMovedPerWeek == Approx(expected["workMovedHoursPerWeek"].get<double>()).epsilon(0.001));
    CHECK(*comparison.workNotPeople == Approx(expected["workNotPeoplePct"].get<double>()));
    CHECK(comparison.costIndex == Approx(expected["rci"].get<double>()));
    CHECK_FALSE(comparison.isBlocked);

    const auto delta = [](double a, double b) { return b - a; };
    CHECK(delta(static_cast<double>(comparison.before.handoffs), static_cast<double>(comparison.after.handoffs)) ==
          Approx(expected["deltaStaticHandoffs"].get<double>()));
    CHECK(delta(*comparison.before.expectedHandoffs, *comparison.after.expectedHandoffs) ==
          Approx(expected["deltaExpectedHandoffs"].get<double>()).epsilon(0.001));
    CHECK(delta(*comparison.before.leadHours, *comparison.after.leadHours) ==
          Approx(expected["deltaLeadTimeExpected_h"].get<double>()).epsilon(0.001));
    CHECK(delta(before.ownershipAmbiguity, comparison.after.ownershipAmbiguity) ==
          Approx(expected["deltaOAI"].get<double>()).epsilon(0.001));
}

TEST_CASE("people who change team count against work that moves") {
    const json document = test::readJsonFile((test::sourceDir() / "tests/data/cases/worked_examples.json").string());
    const test::WorkedPair pair =
        test::importWorkedPair(vectorNamed(document, "T10_asis"), vectorNamed(document, "T10_tobe"), 20);
    const auto comparison = analysis::compareVariants(
        pair.model, *pair.model.find(pair.flow), *pair.model.find(pair.before), *pair.model.find(pair.after), {}, 2);
    CHECK(comparison.peopleMovedPerWeek == Approx(80));
    CHECK(*comparison.workNotPeople == Approx(100 * 113.333 / 193.333).epsilon(0.001));
    CHECK(comparison.costIndex == Approx(16.5 + 6));
}

TEST_CASE("a variant compared with itself changes nothing") {
    const json source =
        test::readJsonFile((test::sourceDir() / "tests/data/cases/01_city_renovation_permit.json").string());
    const test::ImportedCase imported = test::importCase(source, json::object());
    const model::Id<model::Flow> flow(imported.ids.at("F1"));
    const model::Id<model::Variant> variant(imported.ids.at("F1/v1"));
    const auto same = analysis::compareVariants(imported.model, *imported.model.find(flow),
                                                *imported.model.find(variant), *imported.model.find(variant));
    CHECK(same.costIndex == 0);
    for (const StepChange& change : same.steps) CHECK(change.isUnchanged());
}

TEST_CASE("losing the step that a fixed rule stands on blocks a variant") {
    const json source =
        test::readJsonFile((test::sourceDir() / "tests/data/cases/01_city_renovation_permit.json").string());
    const test::ImportedCase imported = test::importCase(source, json::object());
    const model::Id<model::Flow> flow(imported.ids.at("F1"));
    const model::Id<model::Variant> before(imported.ids.at("F1/v1"));
    const model::Id<model::Variant> after(imported.ids.at("F1/v2"));
    const auto comparison = analysis::compareVariants(imported.model, *imported.model.find(flow),
                                                      *imported.model.find(before), *imported.model.find(after));
    // The to-be flow has no fee step (S3, S4) and no stamping (S8).
    std::set<std::string> lost;
    for (const char* name : {"S1", "S3", "S4", "S8"})
        for (const auto& id : comparison.lostSpine)
            if (id == imported.ids.at(name)) lost.insert(name);
    CHECK(lost == std::set<std::string>{"S3", "S4", "S8"});
    CHECK(comparison.isBlocked);
}
