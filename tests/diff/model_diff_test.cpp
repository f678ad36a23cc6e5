#include "diff/model_diff.h"

#include "diff/list_change.h"
#include "model/draft.h"
#include "model/entity_type.h"
#include "support/permit_office.h"
#include "support/random_model.h"
#include "support/random_value.h"

#include <catch2/catch.hpp>

#include <set>

using namespace flowspine;
using model::AnyId;
using model::Kind;
using model::Model;
using Office = test::PermitOffice;

namespace {

// The same plan without a row in common, as when it is read from two files.
Model deepCopy(const Model& model) {
    std::array<model::EntityTable, model::kindCount> tables;
    for (const Kind kind : model::allKinds()) {
        model::EntityTable::Rows rows;
        for (const model::EntityPtr& row : model.table(kind).rows())
            rows.push_back(model::entityType(kind).clone(*row));
        tables[static_cast<std::size_t>(kind)] = model::EntityTable(std::move(rows));
    }
    return Model(std::move(tables));
}

} // namespace

TEST_CASE("plans that are equal differ in nothing, shared or not") {
    test::Random random(3);
    const Model model = test::randomModel(random);
    const Model copy = deepCopy(model);
    REQUIRE_FALSE(copy.isSameAs(model));
    CHECK(diff::diff(model, model).isEmpty());
    CHECK(diff::diff(model, copy).isEmpty());
}

TEST_CASE("a difference names each changed field of each entity once, in the order of kinds and ids") {
    Office office;
    const Model before = office.model;
    office.set(office.check, "name", std::string("Check"));
    office.set(office.check, "processTime", base::fromHours(2));
    office.set(office.planning, "name", std::string("Planners"));
    const diff::ModelDiff difference = diff::diff(before, office.model);
    REQUIRE(difference.changes.size() == 2);
    CHECK(difference.changes[0].id == office.planning);
    const diff::EntityChange& step = difference.changes[1];
    CHECK(step.id == office.check);
    REQUIRE(step.fields.size() == 2);
    CHECK(step.fields[0].field->name == "name");
    CHECK(step.fields[0].before == model::FieldValue(std::string("Check zoning")));
    CHECK(step.fields[0].after == model::FieldValue(std::string("Check")));
    CHECK(step.fields[1].field->name == "processTime");
    CHECK(step.fields[1].before == model::FieldValue());
    CHECK(difference.find(office.check) == &step);
    CHECK(difference.find(office.decide) == nullptr);
    CHECK(difference.find(AnyId("nothing")) == nullptr);
    CHECK(difference.touches(model::kinds(Kind::step)));
    CHECK(difference.touches(model::kinds(Kind::flow, Kind::team)));
    CHECK_FALSE(difference.touches(model::kinds(Kind::flow, Kind::plan)));
}

TEST_CASE("what came has no before and what went has no after") {
    Office office;
    const Model before = office.model;
    office.take(edit::remove(office.model, {office.check}));
    const diff::ModelDiff difference = diff::diff(before, office.model);
    const diff::EntityChange* step = difference.find(office.check);
    REQUIRE(step != nullptr);
    CHECK(step->isRemoved());
    CHECK_FALSE(step->isAdded());
    CHECK(step->fields.empty());
    const diff::ModelDiff back = diff::diff(office.model, before);
    REQUIRE(back.find(office.check) != nullptr);
    CHECK(back.find(office.check)->isAdded());
}

TEST_CASE("moving a box is placement only, anything more is not") {
    Office office;
    const Model before = office.model;
    office.take(edit::pinStep(office.model, office.check, 3, office.ids));
    const diff::ModelDiff pinned = diff::diff(before, office.model);
    REQUIRE(pinned.changes.size() == 2); // the variant's list and the placement
    for (const diff::EntityChange& change : pinned.changes) CHECK(change.isPlacementOnly());

    const Model again = *edit::pinStep(office.model, office.check, 5, office.ids);
    for (const diff::EntityChange& change : diff::diff(office.model, again).changes) CHECK(change.isPlacementOnly());

    office.set(office.variant, "name", std::string("Today"));
    CHECK_FALSE(diff::diff(before, office.model).find(office.variant)->isPlacementOnly());
    CHECK_FALSE(diff::diff(before, *edit::remove(before, {office.check})).find(office.check)->isPlacementOnly());

    model::Draft draft(before);
    draft.change(office.check)->extra = model::Extra({{"x-risk", "3", 0}});
    const diff::ModelDiff unknown = diff::diff(before, draft.finish());
    REQUIRE(unknown.changes.size() == 1);
    CHECK(unknown.changes[0].fields.empty());
    CHECK_FALSE(unknown.changes[0].isPlacementOnly());
}

TEST_CASE("applying a difference gives the plan after, for random plans that share nothing") {
    const std::uint64_t seed = test::testSeed(20261124);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    for (int round = 0; round < 40; ++round) {
        const Model a = test::randomModel(random, {.entities = 60 + random.below(100)});
        const Model b = test::randomModel(random, {.entities = 60 + random.below(100)});
        // Different plan ids: everything goes and everything comes.
        CHECK(diff::apply(diff::diff(a, b), a) == b);
        CHECK(diff::diff(a, b).changes.size() == a.entityCount() + b.entityCount());
        // Each field of some entities changes, unknown members too.
        model::Draft draft(deepCopy(a));
        for (const Kind kind : model::allKinds()) {
            model::Entity& entity = *draft.change(random.pick(a.table(kind).rows())->id);
            for (const model::FieldDescription& field : model::entityType(kind).fields)
                if (field.type != model::FieldType::children && random.chance(30))
                    field.set(entity, test::randomValue(random, a, field));
            if (random.chance(30)) entity.extra = test::randomExtra(random, entity);
        }
        const Model c = draft.finish();
        CHECK(diff::apply(diff::diff(a, c), a) == c);
        CHECK(diff::apply(diff::diff(c, a), c) == a);
    }
}

TEST_CASE("a difference put into another plan changes its fields and leaves the others") {
    Office office;
    const Model base = office.model;
    const diff::ModelDiff renamed =
        diff::diff(base, *edit::setField(base, office.check, "name", std::string("Check plans")));

    model::Draft other(base);
    other.change(office.check)->phase = "Review";
    other.change(office.check)->extra = model::Extra({{"x-risk", "3", 0}});
    const Model both = diff::apply(renamed, other.finish());
    CHECK(both.find(office.check)->name == "Check plans");
    CHECK(both.find(office.check)->phase == "Review");
    CHECK(both.find(office.check)->extra == model::Extra({{"x-risk", "3", 0}}));

    const Model without = *edit::remove(base, {office.check});
    CHECK(diff::apply(renamed, without) == without);
}

TEST_CASE("unknown members that changed are put in with the fields") {
    Office office;
    const Model base = office.model;
    model::Draft draft(base);
    draft.change(office.check)->name = "Check plans";
    draft.change(office.check)->extra = model::Extra({{"x-risk", "3", 0}});
    const Model elsewhere = *edit::setField(base, office.check, "phase", std::string("Review"));
    const Model both = diff::apply(diff::diff(base, draft.finish()), elsewhere);
    CHECK(both.find(office.check)->phase == "Review");
    CHECK(both.find(office.check)->extra == model::Extra({{"x-risk", "3", 0}}));
}

TEST_CASE("a list change moves as few entries as can be") {
    using List = std::vector<int>;
    const auto change = diff::listChange(List{1, 2, 3, 4, 5}, List{1, 5, 2, 3, 6});
    CHECK(change.gained == List{6});
    CHECK(change.lost == List{4});
    CHECK(change.moved == List{5});
    CHECK(diff::listChange(List{1, 2, 3}, List{3, 2, 1}).moved.size() == 2);
    CHECK(diff::listChange(List{}, List{}).moved.empty());
    CHECK(diff::listChange(List{1, 1, 2}, List{2, 1}).lost.empty());

    // Without what moved, what stayed stands in the same order before and after.
    test::Random random(5);
    for (int round = 0; round < 300; ++round) {
        List before;
        List after;
        for (int n = 0; n < 12; ++n) {
            if (random.chance(80))
                before.insert(before.begin() + random.between(0, static_cast<int>(before.size())), n);
            if (random.chance(80)) after.insert(after.begin() + random.between(0, static_cast<int>(after.size())), n);
        }
        const auto each = diff::listChange(before, after);
        const std::set<int> moved(each.moved.begin(), each.moved.end());
        const std::set<int> inBefore(before.begin(), before.end());
        const std::set<int> inAfter(after.begin(), after.end());
        std::erase_if(before, [&](int n) { return moved.contains(n) || !inAfter.contains(n); });
        std::erase_if(after, [&](int n) { return moved.contains(n) || !inBefore.contains(n); });
        CHECK(before == after);
    }
}
