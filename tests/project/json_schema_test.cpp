#include "project/json_schema.h"

#include "model/entity_type.h"
#include "project/model_writer.h"
#include "project/project_file.h"
#include "support/examples.h"
#include "support/paths.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>
#include <valijson/adapters/nlohmann_json_adapter.hpp>
#include <valijson/schema.hpp>
#include <valijson/schema_parser.hpp>
#include <valijson/validation_results.hpp>
#include <valijson/validator.hpp>

using namespace flowspine;
using nlohmann::json;

namespace {

// What the published schema has against a document; empty when it is valid.
std::string complaints(const json& document) {
    static const std::unique_ptr<const valijson::Schema> schema = [] {
        const json source = json::parse(project::jsonSchema());
        auto made = std::make_unique<valijson::Schema>();
        valijson::SchemaParser(valijson::SchemaParser::kDraft7)
            .populateSchema(valijson::adapters::NlohmannJsonAdapter(source), *made);
        return made;
    }();
    valijson::Validator validator;
    valijson::ValidationResults results;
    if (validator.validate(*schema, valijson::adapters::NlohmannJsonAdapter(document), &results)) return {};
    std::string text = "invalid";
    valijson::ValidationResults::Error error;
    while (results.popError(error)) {
        text += "\n";
        for (const std::string& part : error.context) text += part;
        text += ": " + error.description;
    }
    return text;
}

json smallPlan() {
    return json::parse(R"({"format": "flowspine", "formatVersion": 1, "id": "plan-1", "name": "P", "unknown": {},
        "teams": [{"id": "team-1", "fte": 2.5, "unknown": 0}], "roles": [{"id": "role-1", "team": "team-1"}],
        "flows": [{"id": "flow-1", "current": "vari-1", "variants": [{"id": "vari-1", "lanes": ["team-1"],
          "steps": [{"id": "step-1", "type": "decision", "processTime": "PT1H30M"}]}]}],
        "cadences": [{"id": "cade-1", "frequency": "P1Y6M"}], "roadmapStart": "2026-11-24"})");
}

} // namespace

TEST_CASE("the published schema is the one that the program prints") {
    const auto published = project::readBytes(test::sourceDir() / "docs/flowspine.schema.json", std::size_t{1} << 24U);
    REQUIRE(published.hasValue());
    INFO("write it again with: flowspine schema > docs/flowspine.schema.json");
    CHECK((*published == project::jsonSchema()));
}

TEST_CASE("every example is valid by the schema") {
    for (const test::BundledExample& example : test::bundledExamples) {
        INFO(example.fileName);
        const auto bytes =
            project::readBytes(test::sourceDir() / "resources/examples" / example.fileName, std::size_t{1} << 24U);
        REQUIRE(bytes.hasValue());
        CHECK(complaints(json::parse(*bytes)).empty());
    }
}

TEST_CASE("random plans with every field and unknown members are valid by the schema") {
    const std::uint64_t seed = test::testSeed(11);
    for (std::uint64_t i = 0; i < 10; ++i) {
        INFO("FLOWSPINE_SEED=" << seed << ", plan " << i);
        test::Random random(seed + i);
        CHECK(complaints(json::parse(project::writeModel(test::randomModel(random, {80, 50, 80})))).empty());
    }
}

TEST_CASE("the schema refuses what the reader refuses") {
    const json good = smallPlan();
    REQUIRE(complaints(good).empty());
    REQUIRE(project::readModel(good.dump()).hasValue());
    const std::vector<std::pair<std::string, json>> changes = {
        {"/format", "geojson"},
        {"/formatVersion", "1"},
        {"/id", "team-1"},
        {"/name", 5},
        {"/name", nullptr},
        {"/teams", json::object()},
        {"/teams/0", "team-1"},
        {"/teams/0/id", "role-1"},
        {"/teams/0/id", "team-" + std::string(27, 'x')},
        {"/teams/0/id", "team-with space"},
        {"/teams/0/fte", "2.5"},
        {"/roles/0/team", 1},
        {"/roles/0/team", "the team"},
        {"/flows/0/variants/0/lanes", "team-1"},
        {"/flows/0/variants/0/lanes/0", 1},
        {"/flows/0/variants/0/steps/0/type", "choice"},
        {"/flows/0/variants/0/steps/0/processTime", "90 min"},
        {"/flows/0/variants/0/steps/0/processTime", "PT"},
        {"/cadences/0/frequency", "monthly"},
        {"/cadences/0/frequency", "P"},
        {"/roadmapStart", "24.11.2026"},
        {"/roadmapStart", "2026-13-01"},
    };
    for (const auto& [pointer, value] : changes) {
        json bad = good;
        bad[json::json_pointer(pointer)] = value;
        INFO(pointer << " " << value);
        CHECK_FALSE(complaints(bad).empty());
        CHECK_FALSE(project::readModel(bad.dump()).hasValue());
    }
    json withoutId = good;
    withoutId["teams"][0].erase("id");
    CHECK_FALSE(complaints(withoutId).empty());
}

TEST_CASE("every field of every entity is in the schema, with its unit and its limits") {
    const json schema = json::parse(project::jsonSchema());
    for (const model::Kind kind : model::allKinds()) {
        const json& properties = kind == model::Kind::plan
                                     ? schema["properties"]
                                     : schema["$defs"][std::string(model::idPrefix(kind))]["properties"];
        for (const model::FieldDescription& field : model::entityType(kind).fields)
            CHECK(properties.contains(std::string(field.name)));
    }
    const json& confidence = schema["$defs"]["item"]["properties"]["confidence"];
    CHECK(confidence == json::parse(R"({"title": "Confidence", "description": "In %.", "type": "number",
        "minimum": 0, "maximum": 100})"));
}
