#include "model/value_texts.h"

#include "model/entity_type.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

using namespace flowspine;

TEST_CASE("every value of every field reads back equal from its texts") {
    const std::uint64_t seed = test::testSeed(20261124);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    for (int round = 0; round < 10; ++round) {
        const model::Model plan = test::randomModel(random);
        for (const model::Kind kind : model::allKinds())
            for (const model::EntityPtr& entity : plan.table(kind).rows())
                for (const model::FieldDescription& field : model::entityType(kind).fields) {
                    const model::FieldValue value = field.get(*entity);
                    const auto again = model::fromTexts(field, model::toTexts(field, value));
                    CAPTURE(field.name);
                    REQUIRE(again.has_value());
                    REQUIRE(*again == value);
                }
    }
}

TEST_CASE("texts that are no value of a field give none") {
    const auto value = [](model::Kind kind, std::string_view field, const std::vector<std::string>& texts) {
        return model::fromTexts(*model::entityType(kind).field(field), texts);
    };
    using model::Kind;
    CHECK_FALSE(value(Kind::step, "processTime", {"2 hours"}));
    CHECK_FALSE(value(Kind::step, "percentCompleteAccurate", {"12x"}));
    CHECK_FALSE(value(Kind::step, "percentCompleteAccurate", {"1", "2"}));
    CHECK_FALSE(value(Kind::step, "type", {"nonsense"}));
    CHECK_FALSE(value(Kind::step, "type", {}));
    CHECK_FALSE(value(Kind::step, "team", {"no id"}));
    CHECK_FALSE(value(Kind::step, "spine", {"spin-1", ""}));
    CHECK_FALSE(value(Kind::placement, "pinned", {"yes"}));
    CHECK(value(Kind::placement, "pinned", {"true"}) == model::FieldValue(true));
    CHECK(value(Kind::step, "percentCompleteAccurate", {}) == model::FieldValue());
}
