#include "view/outcome_following.h"

#include "edit/entity_edit.h"
#include "support/examples.h"
#include "support/picture_text.h"
#include "support/random_model.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using namespace flowspine::view;
using model::AnyId;
using model::Kind;
using model::Model;

namespace {

const FixedTextMeasure measure;

Picture board(const Model& model, const OutcomeBoardOptions& options) {
    return outcomeBoard(model, model::ModelIndex(model), options, measure);
}

OutcomeBoardOptions optionsFor(double width, double height) {
    return {width, height, *base::makeDate(2026, 11, 24), {}, std::nullopt};
}

// Whether the followed picture is the one that would be made anew; nothing when it was not followed.
std::optional<bool> isFollowed(const Model& before, const Model& after, const AnyId& card,
                               const OutcomeBoardOptions& options) {
    Picture picture = board(before, options);
    const Picture kept = picture;
    const auto places = followCards(picture, after, model::ModelIndex(after), options, {card}, measure);
    if (!places) {
        CHECK(picture == kept);
        return std::nullopt;
    }
    return picture == board(after, options);
}

} // namespace

TEST_CASE("a renamed card is followed to the picture that would be made anew") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    for (const auto& [width, height] : {std::pair{1512.0, 900.0}, std::pair{958.0, 588.0}})
        for (const char* key : {"O1", "O2", "O3", "O4", "C1", "C2", "C4"}) {
            INFO(key << " " << width);
            const AnyId id = permit.ids.at(key);
            const Model after =
                edit::setField(permit.model, id, "title", model::FieldValue(std::string("Another name & more")))
                    .value();
            CHECK(isFollowed(permit.model, after, id, optionsFor(width, height)) == std::optional(true));
        }
}

TEST_CASE("what changes on cards of random plans is followed exactly, or not at all") {
    const std::uint64_t seed = 3003;
    test::Random random(seed);
    std::size_t followed = 0;
    for (int i = 0; i < 120; ++i) {
        INFO("seed " << seed << ", plan " << i);
        const Model before = test::randomModel(random, {.entities = 80 + random.below(200)});
        const Kind kind = random.chance(50) ? Kind::outcome : Kind::constraint;
        const auto& rows = before.table(kind).rows();
        if (rows.empty()) continue;
        const AnyId id = random.pick(rows)->id;
        const char* field = random.chance(50) ? "title" : kind == Kind::outcome ? "statement" : "evidence";
        const std::string words = random.chance(20) ? std::string() : "Words " + std::to_string(i);
        const Model after = edit::setField(before, id, field, model::FieldValue(words)).value();
        const auto result = isFollowed(before, after, id, optionsFor(1100, 800));
        CHECK(result.value_or(true));
        followed += result ? 1 : 0;
    }
    CHECK(followed > 30);
}
