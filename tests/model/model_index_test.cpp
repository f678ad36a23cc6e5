#include "model/model_index.h"

#include "model/entity_type.h"
#include "model/plan_order.h"
#include "support/permit_office.h"
#include "support/random_edit.h"

#include <catch2/catch.hpp>

#include <map>
#include <set>
#include <tuple>

using namespace flowspine;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;
using model::ModelIndex;
using Office = test::PermitOffice;

namespace {

using Key = std::tuple<std::string, std::string, std::string>; // target, from, field

std::string text(const AnyId& id) {
    return std::string(id.text());
}

// Read from the plan field by field, without an index.
std::multiset<Key> allReferences(const Model& model) {
    std::multiset<Key> all;
    for (const Kind kind : model::allKinds())
        for (const model::EntityPtr& row : model.table(kind).rows())
            for (const model::FieldDescription& field : model::entityType(kind).fields)
                if (field.type != model::FieldType::children)
                    for (const AnyId& target : model::idsIn(*row, field))
                        all.emplace(text(target), text(row->id), std::string(field.name));
    return all;
}

std::multiset<Key> referencesIn(const Model& model, const ModelIndex& index) {
    std::multiset<Key> all;
    for (const Kind kind : model::allKinds())
        for (const model::EntityPtr& row : model.table(kind).rows())
            for (const model::Reference& reference : index.referencesTo(row->id))
                all.emplace(text(reference.target), text(reference.from), std::string(reference.field->name));
    return all;
}

std::map<AnyId, AnyId> owners(const Model& model) {
    std::map<AnyId, AnyId> all;
    for (const Kind kind : model::allKinds())
        for (const model::EntityPtr& row : model.table(kind).rows())
            for (const model::FieldDescription& field : model::entityType(kind).fields)
                if (field.type == model::FieldType::children)
                    for (const AnyId& child : model::idsIn(*row, field)) all[child] = row->id;
    return all;
}

} // namespace

TEST_CASE("an index knows owners and referrers of what is in the plan") {
    const Office office;
    const ModelIndex index(office.model);
    CHECK(index.ownerOf(office.check) == office.variant);
    CHECK(index.ownerOf(office.variant) == office.flow);
    CHECK(index.ownerOf(office.flow) == office.model.plan().id);
    CHECK(index.ownerOf(office.model.plan().id).isEmpty());
    CHECK(index.ownerOf(AnyId("step-gone")).isEmpty());
    CHECK(index.ownerOfType<model::Flow>(office.check) == office.flow);
    CHECK(index.ownerOfType<model::Step>(office.check) == office.check);
    CHECK(index.ownerOfType<model::Outcome>(office.check).isEmpty());
    CHECK(index.referrers<model::Step>(office.planning).size() == 2);
    CHECK(index.referrers<model::Link>(office.check).size() == 2);
    CHECK(index.referrers<model::Team>(office.check).empty());
    CHECK(index.referencesTo(office.variant).size() == 1); // the flow's current one
}

TEST_CASE("an entity that refers twice is one referrer and two references") {
    Office office;
    office.set(office.check, "accountable", std::vector<AnyId>{office.model.plan().roles[0]});
    office.set(office.check, "informed", std::vector<AnyId>{office.model.plan().roles[0]});
    const ModelIndex index(office.model);
    CHECK(index.referrers<model::Step>(office.model.plan().roles[0]).size() == 1);
    CHECK(index.referencesTo(office.model.plan().roles[0], Kind::step).size() == 2);
}

TEST_CASE("an index that follows random edits is the one that is built anew") {
    const std::uint64_t seed = test::testSeed(17);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    test::RandomEditor editor(random);
    Model model = test::randomModel(random);
    auto index = std::make_unique<ModelIndex>(model);
    for (int i = 0; i < 600; ++i) {
        const test::RandomEdit edit = editor.next(model);
        if (!edit.result) continue;
        model = Model(edit.result.value());
        index = std::make_unique<ModelIndex>(model, index.get());
        if (i % 20 != 0) continue;
        INFO("edit " << i << ": " << edit.what);
        const std::map<AnyId, AnyId> owned = owners(model);
        REQUIRE(referencesIn(model, *index) == allReferences(model));
        for (const auto& [child, owner] : owned)
            if (index->ownerOf(child) != owner) FAIL(child.text());
    }
}

TEST_CASE("the order of the plan names everything once, owners before what they own") {
    test::Random random(2);
    const Model model = test::randomModel(random, {.entities = 400});
    const std::vector<AnyId> order = model::withAllOwned(model, model.plan().id);
    CHECK(order.size() == model.entityCount());
    CHECK(order.front() == model.plan().id);
    const std::map<AnyId, AnyId> owned = owners(model);
    std::set<AnyId> seen{order.front()};
    for (std::size_t i = 1; i < order.size(); ++i) {
        if (!seen.contains(owned.at(order[i]))) FAIL(order[i].text());
        if (!seen.insert(order[i]).second) FAIL(order[i].text());
    }
    const Office office;
    CHECK(model::withAllOwned(office.model, office.variant).size() == 8);
    CHECK(model::withAllOwned(office.model, office.check) == std::vector<AnyId>{office.check});
    CHECK(model::withAllOwned(office.model, AnyId("step-gone")).empty());
}
