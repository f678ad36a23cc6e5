// The matrices against counts made from the file itself, without the program's model of it.
#include "view/coverage.h"

#include "project/model_writer.h"
#include "support/examples.h"
#include "support/picture_checks.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

using namespace flowspine;
using namespace flowspine::view;
using nlohmann::json;

namespace {

const FixedTextMeasure measure;

using Counts = std::map<std::pair<std::string, std::string>, std::size_t>; // by row and column; nothing without

bool names(const json& entity, const char* list, const std::string& id) {
    if (!entity.contains(list)) return false;
    for (const json& each : entity.at(list))
        if (each == id) return true;
    return false;
}

bool isStill(const json& entity, const char* over) {
    return entity.value("status", std::string()) != over;
}

json listOf(const json& entity, const char* name) {
    return entity.contains(name) ? entity.at(name) : json::array();
}

Counts outcomesByFlow(const json& plan) {
    Counts counts;
    for (const json& outcome : listOf(plan, "outcomes"))
        for (const json& flow : listOf(plan, "flows"))
            if (isStill(outcome, "retired") && isStill(flow, "retired") && names(flow, "outcomes", outcome.at("id")))
                counts[{outcome.at("id"), flow.at("id")}] = 1;
    return counts;
}

Counts spineByFlow(const json& plan) {
    Counts counts;
    for (const json& item : listOf(plan, "spine"))
        for (const json& flow : listOf(plan, "flows")) {
            if (!isStill(flow, "retired")) continue;
            for (const json& variant : listOf(flow, "variants")) {
                if (variant.at("id") != flow.value("current", std::string())) continue;
                for (const json& step : listOf(variant, "steps"))
                    if (names(step, "spine", item.at("id"))) ++counts[{item.at("id"), flow.at("id")}];
            }
        }
    return counts;
}

Counts constraintsByItem(const json& plan) {
    Counts counts;
    for (const json& constraint : listOf(plan, "constraints"))
        for (const json& item : listOf(plan, "roadmap"))
            if (isStill(constraint, "resolved") && isStill(item, "stopped") &&
                names(item, "constraints", constraint.at("id")))
                counts[{constraint.at("id"), item.at("id")}] = 1;
    return counts;
}

Counts countsOf(const CoverageMatrix& matrix) {
    Counts counts;
    for (std::size_t row = 0; row < matrix.rows.size(); ++row)
        for (std::size_t column = 0; column < matrix.columns.size(); ++column)
            if (matrix.at(row, column) > 0)
                counts[{std::string(matrix.rows[row].text()), std::string(matrix.columns[column].text())}] =
                    matrix.at(row, column);
    return counts;
}

void checkAgainstFile(const model::Model& model) {
    const json plan = json::parse(project::writeModel(model));
    const auto matrices = coverageOf(model);
    CHECK(countsOf(matrices[0]) == outcomesByFlow(plan));
    CHECK(countsOf(matrices[1]) == spineByFlow(plan));
    CHECK(countsOf(matrices[2]) == constraintsByItem(plan));
    std::size_t stillOutcomes = 0;
    for (const json& outcome : listOf(plan, "outcomes")) stillOutcomes += isStill(outcome, "retired") ? 1 : 0;
    CHECK(matrices[0].rows.size() == stillOutcomes);
    CHECK(matrices[1].rows.size() == listOf(plan, "spine").size());
}

} // namespace

TEST_CASE("the coverage of every example is what a count of its file gives") {
    for (const test::BundledExample& example : test::bundledExamples) {
        INFO(example.fileName);
        const test::ImportedCase imported = test::importBundled(example);
        checkAgainstFile(imported.model);
        CHECK_FALSE(countsOf(coverageOf(imported.model)[0]).empty());
        CHECK_FALSE(countsOf(coverageOf(imported.model)[2]).empty());
    }
}

TEST_CASE("the coverage of 500 random plans is what a count of their files gives") {
    const std::uint64_t seed = 20261124;
    test::Random random(seed);
    std::size_t covered = 0;
    for (int i = 0; i < 500; ++i) {
        INFO("seed " << seed << ", plan " << i);
        const model::Model model = test::randomModel(random, {.entities = 40 + random.below(160)});
        checkAgainstFile(model);
        for (const CoverageMatrix& matrix : coverageOf(model)) covered += countsOf(matrix).size();
    }
    CHECK(covered > 500);
}

TEST_CASE("the coverage picture keeps every word in its place") {
    for (const test::BundledExample& example : test::bundledExamples)
        for (const double width : {958.0, 1512.0}) {
            INFO(example.fileName << " " << width);
            const Picture picture = coveragePicture(test::importBundled(example).model, {width, 588}, measure);
            CHECK(test::problemsOf(picture, measure) == "");
        }
    test::Random random(7);
    for (int i = 0; i < 40; ++i) {
        INFO("plan " << i);
        const Picture picture = coveragePicture(test::randomModel(random), {1200, 700}, measure);
        CHECK(test::problemsOf(picture, measure) == "");
    }
}
