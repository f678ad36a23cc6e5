// Draft, tables and the plan as a value.
#include "model/draft.h"

#include "model/entity_type.h"
#include "support/fingerprint.h"
#include "support/random_model.h"
#include "support/random_value.h"

#include <catch2/catch.hpp>

#include <map>

using namespace flowspine;
using model::AnyId;
using model::Draft;
using model::EntityTable;
using model::Id;
using model::Kind;
using model::Model;
using model::Role;

namespace {

std::shared_ptr<Role> role(const char* id, const char* name) {
    auto made = std::make_shared<Role>();
    made->id = AnyId(id);
    made->name = name;
    return made;
}

} // namespace

TEST_CASE("an empty plan is valid and has a name") {
    const Model model = model::makeEmptyModel(AnyId("plan-1"), "Permits");
    CHECK(model.isValid());
    CHECK(model.plan().name == "Permits");
    CHECK(model.entityCount() == 1);
    CHECK_FALSE(Model().isValid());
}

TEST_CASE("a draft shows its changes and leaves its base alone") {
    const Model base = model::makeEmptyModel(AnyId("plan-1"), "Permits");
    Draft draft(base);
    draft.put(role("role-1", "Lead"));
    CHECK(draft.find(Id<Role>("role-1"))->name == "Lead");
    draft.change(Id<Role>("role-1"))->name = "Head";
    draft.changePlan().name = "Licences";
    CHECK(draft.base().plan().name == "Permits");
    const Model next = draft.finish();
    CHECK(next.find(Id<Role>("role-1"))->name == "Head");
    CHECK(next.plan().name == "Licences");
    CHECK(base.plan().name == "Permits");
    CHECK_FALSE(base.contains(AnyId("role-1")));
}

TEST_CASE("what is removed in a draft cannot be found or changed, and may come back") {
    Draft first(model::makeEmptyModel(AnyId("plan-1"), "Permits"));
    first.put(role("role-1", "Lead"));
    const Model base = first.finish();
    Draft draft(base);
    draft.remove(AnyId("role-1"));
    CHECK(draft.find(AnyId("role-1")) == nullptr);
    CHECK(draft.change(AnyId("role-1")) == nullptr);
    CHECK_FALSE(draft.finish().contains(AnyId("role-1")));
    draft.put(role("role-1", "Lead"));
    CHECK(draft.finish().isSameAs(base));
    CHECK(draft.change(AnyId("role-gone")) == nullptr);
    draft.remove(AnyId("role-gone"));
    CHECK(draft.finish().isSameAs(base));
}

TEST_CASE("a draft that ends where it began is the same plan, and untouched tables are shared") {
    test::Random random(4);
    const Model base = test::randomModel(random);
    Draft draft(base);
    const AnyId id = base.table(Kind::team).rows().front()->id;
    const std::string name = base.find(Id<model::Team>(id))->name;
    draft.change(Id<model::Team>(id))->name = name + "!";
    CHECK_FALSE(draft.finish().isSameAs(base));
    for (const Kind kind : model::allKinds())
        CHECK(draft.finish().table(kind).isSameAs(base.table(kind)) == (kind != Kind::team));
    draft.change(Id<model::Team>(id))->name = name;
    CHECK(draft.finish().isSameAs(base));
}

TEST_CASE("random batches of changes give what a map would give") {
    const std::uint64_t seed = test::testSeed(21);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Permits");
    std::map<std::string, std::string> expected;
    for (int batch = 0; batch < 300; ++batch) {
        Draft draft(model);
        for (std::size_t i = random.below(12); i > 0; --i) {
            const std::string id = "role-" + std::to_string(random.below(60));
            if (random.chance(35)) {
                draft.remove(AnyId(id));
                expected.erase(id);
            } else {
                const std::string name = std::to_string(random.below(5));
                draft.put(role(id.c_str(), name.c_str()));
                expected[id] = name;
            }
        }
        const std::uint64_t before = test::fingerprint(model);
        const Model next = draft.finish();
        REQUIRE(test::fingerprint(model) == before);
        model = next;
        std::map<std::string, std::string> present;
        AnyId last;
        model.forEach<Role>([&](const Role& each) {
            REQUIRE(last < each.id);
            last = each.id;
            present[std::string(each.id.text())] = each.name;
        });
        REQUIRE(present == expected);
    }
}

TEST_CASE("a table takes rows in any order and finds each") {
    const EntityTable table({role("role-3", "C"), role("role-1", "A"), role("role-2", "B")});
    CHECK(table.size() == 3);
    CHECK(table.rows().front()->id == AnyId("role-1"));
    CHECK(table.find(AnyId("role-3"))->id == AnyId("role-3"));
    CHECK(table.find(AnyId("role-4")) == nullptr);
    CHECK(table.find(AnyId("role-0")) == nullptr);
    CHECK(EntityTable().find(AnyId("role-1")) == nullptr);
    CHECK(EntityTable().isSameAs(EntityTable(EntityTable::Rows{})));
}

TEST_CASE("a plan finds entities by kind only where they are") {
    test::Random random(9);
    const Model model = test::randomModel(random);
    for (const Kind kind : model::allKinds())
        for (const model::EntityPtr& row : model.table(kind).rows()) CHECK(model.find(row->id) == row);
    CHECK(model.find(Id<Role>(model.plan().id)) == nullptr);
    CHECK(model.find(AnyId{}) == nullptr);
    std::size_t steps = 0;
    model.forEach<model::Variant>([&](const model::Variant& variant) {
        model.forEach(variant.steps, [&](const model::Step& step) { steps += step.id ? 1 : 0; });
    });
    CHECK(steps == model.table(Kind::step).size());
}
