#include "model/impact.h"

#include "edit/entity_edit.h"
#include "project/model_reader.h"
#include "project/model_writer.h"
#include "support/examples.h"
#include "support/json_references.h"
#include "support/paths.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

#include <fstream>
#include <sstream>

using namespace flowspine;
using model::AnyId;
using model::Model;
using test::JsonReferences;
using Mention = JsonReferences::Mention;

namespace {

Mention mention(const model::Reference& reference) {
    return {std::string(reference.from.text()), std::string(reference.field->name),
            std::string(reference.target.text())};
}

std::multiset<Mention> mentions(const std::vector<model::Reference>& references) {
    std::multiset<Mention> all;
    for (const model::Reference& each : references) all.insert(mention(each));
    return all;
}

// The first entity for which impact and the file disagree; empty when there is none.
std::string firstDifference(const Model& model, const std::string& text) {
    const JsonReferences json(text);
    const model::ModelIndex index(model);
    for (const std::string& id : json.ids()) {
        const AnyId entity{std::string_view(id)};
        if (mentions(model::impactOf(model, index, entity)) != json.mentionsOf(id)) return "who refers to " + id;
        std::set<std::string> referrers;
        for (const Mention& each : json.mentionsOf(id))
            if (!each.from.starts_with("plac")) referrers.insert(each.from);
        if (model::referrersOf(model, index, entity).size() != referrers.size()) return "how many refer to " + id;
        if (model::kindOf(entity) == model::Kind::plan) continue;
        const edit::Impact impact = edit::impactOfRemoval(model, {entity});
        std::set<std::string> gone;
        for (const AnyId& each : impact.removed) gone.insert(std::string(each.text()));
        if (gone != json.goneWith({id})) return "what goes with " + id;
        if (mentions(impact.loseReference) != json.leftWithout(gone)) return "who loses " + id;
    }
    return {};
}

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

} // namespace

TEST_CASE("impact is what a count of the ids in the file gives, for everything in the examples") {
    for (const test::BundledExample& example : test::bundledExamples) {
        const std::string text = contentOf(test::sourceDir() / "resources/examples" / example.fileName);
        const auto read = project::readModel(text);
        REQUIRE(read);
        INFO(example.fileName);
        CHECK(firstDifference(read->model, text) == "");
    }
}

TEST_CASE("impact is what a count of the ids in the file gives, for everything in 500 random plans") {
    const std::uint64_t seed = test::testSeed(20261127);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 500; ++round) {
        const Model model = test::randomModel(random, {.entities = 40 + random.below(40)});
        INFO("round " << round);
        REQUIRE(firstDifference(model, project::writeModel(model)) == "");
    }
}

TEST_CASE("who refers to the inside of an entity refers to it, and its own parts do not count") {
    const auto text = contentOf(test::sourceDir() / "resources/examples/renovation-permit.flowspine");
    const auto read = project::readModel(text);
    REQUIRE(read);
    const Model& model = read->model;
    const model::ModelIndex index(model);
    const AnyId flow = model.plan().flows[0];
    for (const model::Reference& reference : model::impactOf(model, index, flow))
        CHECK(index.ownerOfKind(reference.from, model::Kind::flow) != flow);
    CHECK(model::impactOf(model, index, AnyId("step-000000000000")).empty());
}
