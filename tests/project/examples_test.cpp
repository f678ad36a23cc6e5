#include "support/examples.h"

#include "model/validate.h"
#include "project/model_writer.h"
#include "project/project_file.h"
#include "support/paths.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <set>

using namespace flowspine;
using nlohmann::json;

namespace {

std::filesystem::path exampleFile(const test::BundledExample& example) {
    return test::sourceDir() / "resources/examples" / example.fileName;
}

json caseOf(const test::BundledExample& example) {
    const auto folder = test::sourceDir() / "tests/data/cases";
    return test::readJsonFile((folder / (std::string(example.caseName) + ".json")).string());
}

// Every text that people wrote into a case, without ids, dates, names of choices and what only tests need.
void collectTexts(const json& value, const std::string& key, std::set<std::string>& texts) {
    static const std::set<std::string> notContent = {"schema",
                                                     "id",
                                                     "kind",
                                                     "type",
                                                     "direction",
                                                     "term",
                                                     "frequency",
                                                     "status",
                                                     "category",
                                                     "stability",
                                                     "policyTier",
                                                     "framework",
                                                     "reversibility",
                                                     "horizon",
                                                     "increment",
                                                     "va",
                                                     "from",
                                                     "to",
                                                     "team",
                                                     "owner",
                                                     "stakeholder",
                                                     "customer",
                                                     "join",
                                                     "sector",
                                                     "basis",
                                                     "perspective",
                                                     "reviewCadence",
                                                     "nextReview",
                                                     "reviewDate",
                                                     "date",
                                                     "baselineDate",
                                                     "targetDate",
                                                     "outcomes",
                                                     "location",
                                                     "appliesTo",
                                                     "spine",
                                                     "measures",
                                                     "addresses",
                                                     "changesFlows",
                                                     "touchesSpine",
                                                     "dependsOn",
                                                     "accountable",
                                                     "assignments",
                                                     "decisionRight",
                                                     "expected",
                                                     "seededFindings",
                                                     "expectedTeamLoad",
                                                     "totals"};
    const bool isRoot = key.empty();
    if (value.is_object()) {
        for (const auto& [name, member] : value.items()) {
            // At the root "outcomes", "spine" … are the content; inside entities they are references.
            const bool isContentList = isRoot && member.is_array() && name != "seededFindings";
            const bool isOwned = key == "outcomes" && name == "measures";
            if (isContentList || isOwned || !notContent.contains(name)) collectTexts(member, name, texts);
        }
    } else if (value.is_array()) {
        for (const json& each : value) collectTexts(each, key, texts);
    } else if (value.is_string() && !value.get<std::string>().empty()) {
        texts.insert(value.get<std::string>());
    }
}

void collectStrings(const json& value, std::set<std::string>& strings) {
    if (value.is_string()) strings.insert(value.get<std::string>());
    if (value.is_structured())
        for (const json& each : value) collectStrings(each, strings);
}

// A case's sentence with its ids ("O1.m2 ≥ 85%") cut at the ids, which a plan writes as titles.
std::vector<std::string> partsWithoutIds(const std::string& sentence) {
    std::vector<std::string> parts(1);
    std::string word;
    const auto isId = [](const std::string& token) {
        return token.size() > 1 && std::string_view("OSCARDFT").find(token[0]) != std::string_view::npos &&
               std::isdigit(static_cast<unsigned char>(token[1])) != 0;
    };
    for (const char c : sentence + " ") {
        if (std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '.' || c == '_') {
            word += c;
            continue;
        }
        if (isId(word))
            parts.emplace_back();
        else
            parts.back() += word;
        word.clear();
        parts.back() += c;
    }
    parts.back().pop_back();
    return parts;
}

} // namespace

TEST_CASE("each bundled example is exactly the plan that its case makes") {
    for (const test::BundledExample& example : test::bundledExamples) {
        INFO(example.fileName << ": write it again with the make-examples probe");
        const auto bytes = project::readBytes(exampleFile(example), 1U << 24U);
        REQUIRE(bytes.hasValue());
        CHECK(*bytes == project::writeModel(test::importBundled(example).model));
    }
}

TEST_CASE("the example plans keep every invariant") {
    for (const test::BundledExample& example : test::bundledExamples) {
        INFO(example.fileName);
        for (const base::Issue& issue : model::validate(test::importBundled(example).model))
            FAIL_CHECK(base::toText(issue.error));
    }
}

TEST_CASE("nothing that people wrote into a case is missing from its example") {
    for (const test::BundledExample& example : test::bundledExamples) {
        std::set<std::string> wanted;
        collectTexts(caseOf(example), {}, wanted);
        REQUIRE(wanted.size() > 40);
        std::set<std::string> present;
        collectStrings(test::readJsonFile(exampleFile(example).string()), present);
        std::string all;
        for (const std::string& each : present) all += each + "\n";
        // The case's title becomes organisation and name, and the name starts with a capital.
        const std::string title = caseOf(example)["title"];
        wanted.erase(title);
        for (const std::string& sentence : wanted)
            for (const std::string& part : partsWithoutIds(sentence)) {
                INFO(example.fileName << ": " << sentence);
                CHECK(all.find(part) != std::string::npos);
            }
    }
}

TEST_CASE("an example has as many entities as its case says") {
    for (const test::BundledExample& example : test::bundledExamples) {
        INFO(example.fileName);
        const json source = caseOf(example);
        const model::Model model = test::importBundled(example).model;
        const model::Plan& plan = model.plan();
        CHECK(plan.outcomes.size() == source["outcomes"].size());
        CHECK(plan.constraints.size() == source["constraints"].size());
        CHECK(plan.spine.size() == source["spine"].size() + source["adaptable"].size());
        CHECK(plan.decisionRights.size() == source["decisionRights"].size());
        CHECK(plan.flows.size() == source["flows"].size());
        CHECK(plan.roadmap.size() == source["roadmap"].size());
        CHECK(plan.cadences.size() == source["cadences"].size());
        CHECK(plan.commitments.size() == source["leadershipCommitments"].size());
        CHECK(plan.decisions.size() == source["decisionLog"].size());
        std::size_t links = 0;
        std::size_t steps = 0;
        for (const json& flow : source["flows"])
            for (const json& variant : flow["variants"]) {
                steps += variant["steps"].size();
                links += variant["edges"].size();
            }
        std::size_t events = 0;
        model.forEach<model::Step>([&](const model::Step& step) {
            events += step.type == model::StepType::start || step.type == model::StepType::end ? 1 : 0;
        });
        CHECK(model.table(model::Kind::step).size() == steps + events);
        CHECK(model.table(model::Kind::link).size() == links + events);
    }
}
