// The random plans that other property tests stand on.
#include "support/random_model.h"

#include "model/entity_type.h"
#include "model/validate.h"

#include <catch2/catch.hpp>

using namespace flowspine;

TEST_CASE("a random plan is valid, has every kind and about the size asked for") {
    const std::uint64_t seed = test::testSeed(20261124);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    for (int round = 0; round < 40; ++round) {
        const std::size_t size = 28 + random.below(300);
        const model::Model model = test::randomModel(random, {.entities = size});
        CHECK(model.entityCount() == size);
        const std::vector<base::Issue> issues = model::validate(model);
        for (const base::Issue& issue : issues) FAIL_CHECK(issue.error.code << ": " << issue.error.message);
        for (const model::Kind kind : model::allKinds()) CHECK(model.table(kind).size() >= 1);
    }
}

TEST_CASE("the same seed gives the same random plan") {
    test::Random first(7);
    test::Random second(7);
    test::Random other(8);
    const model::Model model = test::randomModel(first);
    CHECK(model == test::randomModel(second));
    CHECK_FALSE(model == test::randomModel(other));
}

TEST_CASE("random plans state every field of every kind and carry unknown members") {
    test::Random random(1);
    const model::Model model = test::randomModel(random, {.entities = 2000});
    std::size_t unknown = 0;
    for (const model::Kind kind : model::allKinds()) {
        for (const model::EntityPtr& row : model.table(kind).rows()) unknown += row->extra.isEmpty() ? 0 : 1;
        if (kind == model::Kind::plan) continue;
        for (const model::FieldDescription& field : model::entityType(kind).fields) {
            bool isStated = false;
            for (const model::EntityPtr& row : model.table(kind).rows()) isStated = isStated || !field.isDefault(*row);
            INFO(model::entityType(kind).name << "." << field.name);
            CHECK(isStated);
        }
    }
    CHECK(unknown > 200);
    CHECK(unknown < 400);
}
