#include "analysis/evaluation.h"
#include "support/examples.h"
#include "support/paths.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <map>
#include <set>

using namespace flowspine;
using nlohmann::json;

namespace {

using Findings = std::multiset<std::string>; // "O07 O2"

Findings expectedIn(const json& expected) {
    Findings findings;
    for (const json& each : expected["findings"])
        findings.insert(each["rule"].get<std::string>() + " " + each["entity"].get<std::string>());
    return findings;
}

Findings foundIn(const analysis::Evaluation& evaluation, const test::ImportedCase& imported) {
    std::map<model::AnyId, std::string> caseIds;
    for (const auto& [caseId, id] : imported.ids)
        if (const auto [at, isNew] = caseIds.emplace(id, caseId); !isNew && caseId.size() < at->second.size())
            at->second = caseId; // "F1/s3" rather than "F1/v1/s3"
    Findings findings;
    for (const analysis::Finding& finding : evaluation.findings()) {
        if (!analysis::findRule(finding.ruleId)->isCore) continue;
        const auto caseId = caseIds.find(finding.entity);
        findings.insert(std::string(finding.ruleId) + " " +
                        (caseId != caseIds.end() ? caseId->second : std::string(finding.entity.text())));
    }
    return findings;
}

std::string joined(const Findings& findings) {
    std::string text;
    for (const std::string& each : findings) text += each + ", ";
    return text;
}

} // namespace

TEST_CASE("the core rules find in every case exactly what its authors expect") {
    const json expected = test::readJsonFile((test::sourceDir() / "tests/data/cases/expected_findings.json").string());
    REQUIRE(expected.size() == test::bundledExamples.size());
    for (const test::BundledExample& example : test::bundledExamples) {
        INFO(example.caseName);
        const json& ofCase = expected.at(std::string(example.caseName));
        const test::ImportedCase imported = test::importBundled(example);
        const auto day = base::parseDate(ofCase["asOf"].get<std::string>());
        REQUIRE(day);
        const Findings found = foundIn(analysis::Evaluation::of(imported.model, *day), imported);
        INFO("found " << joined(found));
        CHECK(found == expectedIn(ofCase));
    }
}

TEST_CASE("there are 88 rules, 49 of them in the core set, and each says what it is") {
    std::set<std::string_view> ids;
    std::size_t core = 0;
    for (const analysis::Rule& rule : analysis::allRules()) {
        INFO(rule.id);
        CHECK(ids.insert(rule.id).second);
        core += rule.isCore ? 1 : 0;
        CHECK(rule.subjects != 0);
        CHECK(rule.check != nullptr);
        CHECK_FALSE(rule.condition.empty());
        CHECK_FALSE(rule.messages.empty());
        CHECK_FALSE(rule.suggestion.empty());
        CHECK(rule.why.ends_with('.'));
        CHECK_FALSE(rule.source.empty());
        CHECK(rule.threshold.has_value() != rule.thresholdMeans.empty());
    }
    CHECK(ids.size() == 88);
    CHECK(core == 49);
}
