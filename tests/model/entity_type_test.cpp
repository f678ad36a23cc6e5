// The descriptions of entities: complete, unambiguous, and true to the members they describe.
#include "model/entity_type.h"

#include "model/entity_fields.h"
#include "support/random_model.h"
#include "support/random_value.h"

#include <catch2/catch.hpp>

#include <set>

using namespace flowspine;
using model::Entity;
using model::EntityType;
using model::FieldDescription;
using model::FieldType;
using model::FieldValue;
using model::Kind;

namespace {

struct ThreeMembers : Entity {
    int a;
    std::string b;
    std::vector<int> c;
};

// What a visitor is told, as the FieldValue it stands for.
class ValueCatcher final : public model::FieldVisitor {
  public:
    void unstated() override { value = std::monostate{}; }
    void text(std::string_view v) override { value = std::string(v); }
    void texts(std::span<const std::string> v) override { value = std::vector<std::string>(v.begin(), v.end()); }
    void number(double v) override { value = v; }
    void duration(base::Duration v) override { value = v; }
    void date(base::Date v) override { value = v; }
    void period(base::Period v) override { value = v; }
    void boolean(bool v) override { value = v; }
    void choice(model::ChoiceValue v) override { value = v; }
    void reference(const model::AnyId& v) override { value = v; }
    void references(std::span<const model::AnyId> v) override { value = std::vector<model::AnyId>(v.begin(), v.end()); }

    FieldValue value;
};

// Also child lists get something.
FieldValue otherValue(test::Random& random, const model::Model& plan, const FieldDescription& field) {
    if (field.type != FieldType::children) return test::randomValue(random, plan, field);
    return std::vector<model::AnyId>(1 + random.below(3), model::AnyId("x"));
}

template <class E>
void checkCount() {
    INFO(model::entityType(model::kindFor<E>).name);
    // Own members, and what every entity has besides id and unknown members.
    CHECK(model::entityType(model::kindFor<E>).fields.size() ==
          model::memberCount<E>() - 1 + std::tuple_size_v<decltype(model::commonFields)>);
}

} // namespace

TEST_CASE("the members of a struct are counted, its base as one") {
    CHECK(model::memberCount<ThreeMembers>() == 4);
    CHECK(model::memberCount<model::Role>() == 4);
    CHECK_FALSE(model::isCompletelyDescribed<ThreeMembers>);
}

TEST_CASE("every member of every entity is described") {
    checkCount<model::Plan>();
    checkCount<model::Stakeholder>();
    checkCount<model::Team>();
    checkCount<model::Interaction>();
    checkCount<model::Role>();
    checkCount<model::Outcome>();
    checkCount<model::Measure>();
    checkCount<model::Reading>();
    checkCount<model::Constraint>();
    checkCount<model::SpineItem>();
    checkCount<model::DecisionRight>();
    checkCount<model::Assignment>();
    checkCount<model::Flow>();
    checkCount<model::Variant>();
    checkCount<model::Step>();
    checkCount<model::Link>();
    checkCount<model::Placement>();
    checkCount<model::RoadmapItem>();
    checkCount<model::Cadence>();
    checkCount<model::Review>();
    checkCount<model::ReviewedItem>();
    checkCount<model::Decision>();
    checkCount<model::Commitment>();
    checkCount<model::Comment>();
    checkCount<model::Reply>();
    checkCount<model::Waiver>();
    checkCount<model::RuleSetting>();
    checkCount<model::Conflict>();
}

TEST_CASE("every kind has words, an own prefix and exactly one owner") {
    std::set<std::string_view> prefixes;
    std::set<std::string_view> names;
    for (const Kind kind : model::allKinds()) {
        const EntityType& type = model::entityType(kind);
        CAPTURE(type.name);
        CHECK(type.kind == kind);
        CHECK_FALSE(type.name.empty());
        CHECK(type.plural.starts_with(type.name.substr(0, type.name.size() - 1)));
        CHECK(names.insert(type.name).second);
        CHECK(model::idPrefix(kind).size() == 4);
        CHECK(prefixes.insert(model::idPrefix(kind)).second);
        CHECK(model::kindOf(model::AnyId(std::string(model::idPrefix(kind)) + "-x")) == kind);

        std::size_t owners = 0;
        for (const Kind owner : model::allKinds())
            for (const FieldDescription& field : model::entityType(owner).fields)
                if (field.type == FieldType::children && model::contains(field.options.targets, kind)) ++owners;
        CHECK(owners == (kind == Kind::plan ? 0 : 1));
        if (kind == Kind::plan) continue;
        CHECK(model::ownership(kind).children != nullptr);
        // Owners come first: what walks the kinds in order has seen the owner of everything it meets.
        CHECK(model::ownership(kind).ownerKind < kind);
    }
    for (const char* text : {"", "step", "step-", "stepx1", "nope-1", "STEP-1"})
        CHECK_FALSE(model::kindOf(model::AnyId(text)).has_value());
}

TEST_CASE("names of fields are plain, unique in their entity and free for JSON; labels are there") {
    for (const Kind kind : model::allKinds()) {
        const EntityType& type = model::entityType(kind);
        std::set<std::string_view> names{"id"};
        std::size_t titles = 0;
        for (const FieldDescription& field : type.fields) {
            CAPTURE(type.name, field.name);
            CHECK(names.insert(field.name).second);
            CHECK(field.name.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
                  std::string_view::npos);
            CHECK_FALSE(field.options.label.empty());
            CHECK(field.options.min <= field.options.max);
            CHECK(&type.fields[field.index] == &field);
            CHECK(type.field(field.name) == &field);
            titles += field.options.isTitle ? 1 : 0;
        }
        CAPTURE(type.name);
        CHECK(titles <= 1);
        CHECK(type.field("nonsense") == nullptr);
    }
}

TEST_CASE("children come last, and only references, lists of them and children name kinds") {
    for (const Kind kind : model::allKinds()) {
        bool sawChildren = false;
        for (const FieldDescription& field : model::entityType(kind).fields) {
            CAPTURE(model::entityType(kind).name, field.name);
            const bool isChildren = field.type == FieldType::children;
            const bool isReference = field.type == FieldType::reference || field.type == FieldType::references;
            CHECK((isChildren || !sawChildren));
            sawChildren = sawChildren || isChildren;
            CHECK((field.options.targets != 0) == (isChildren || isReference));
            CHECK(field.choices.empty() == (field.type != FieldType::choice));
            // What is needed is one thing; a list that loses an entry is still a list.
            if (field.options.onDelete == model::OnDelete::removeSelf) CHECK(field.type == FieldType::reference);
        }
    }
}

TEST_CASE("evidence stands behind the number or time it speaks of") {
    std::size_t count = 0;
    for (const Kind kind : model::allKinds()) {
        const auto& fields = model::entityType(kind).fields;
        for (const FieldDescription& field : fields) {
            if (!field.isEvidence) continue;
            ++count;
            CAPTURE(model::entityType(kind).name, field.name);
            REQUIRE(field.index > 0);
            const FieldDescription& number = fields[field.index - 1U];
            CHECK(field.name == std::string(number.name) + "Evidence");
            CHECK((number.type == FieldType::number || number.type == FieldType::duration));
        }
    }
    CHECK(count == 12);
}

TEST_CASE("choices have unique names and a label each") {
    for (const Kind kind : model::allKinds())
        for (const FieldDescription& field : model::entityType(kind).fields) {
            CAPTURE(model::entityType(kind).name, field.name);
            std::set<std::string_view> names;
            for (const model::Choice& choice : field.choices) {
                CHECK(names.insert(choice.name).second);
                CHECK_FALSE(choice.label.empty());
            }
        }
    CHECK(model::nameOf(model::RuleSeverity::off) == "off");
    CHECK(model::nameOf(model::StepType::exclusive) == "xor");
    CHECK(model::labelOf(model::StepType::end) == "End");
    CHECK(model::choicesOf<model::ConstraintType>().size() == 12);
}

TEST_CASE("get, set, visit, equal and default agree for every field") {
    const std::uint64_t seed = test::testSeed(5);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    const model::Model plan = test::randomModel(random);
    for (const Kind kind : model::allKinds()) {
        const EntityType& type = model::entityType(kind);
        for (const FieldDescription& field : type.fields) {
            CAPTURE(type.name, field.name);
            std::shared_ptr<Entity> entity = type.make();
            CHECK(field.isDefault(*entity));
            for (int i = 0; i < 20; ++i) {
                const FieldValue value = test::randomValue(random, plan, field);
                REQUIRE(field.set(*entity, value));
                CHECK(field.get(*entity) == value);
                ValueCatcher catcher;
                field.visit(*entity, catcher);
                CHECK(catcher.value == value);
                const std::shared_ptr<Entity> copy = type.clone(*entity);
                CHECK(field.equal(*entity, *copy));
                CHECK(field.isDefault(*entity) == field.equal(*entity, *type.make()));
            }
            // Values of other types change nothing.
            const FieldValue present = field.get(*entity);
            for (const FieldValue& wrong :
                 {FieldValue(std::string("x")), FieldValue(3.0), FieldValue(true), FieldValue(model::AnyId("x")),
                  FieldValue(model::ChoiceValue{250}), FieldValue(std::vector<std::string>{"x"}),
                  FieldValue(base::Date{1}), FieldValue(base::Duration{1}), FieldValue(base::Period{0, 1, 0, 0})}) {
                if (wrong.index() == present.index() && field.type != FieldType::choice) continue;
                if (field.set(*entity, wrong)) {
                    // Only where "not stated" was the present value does another alternative fit.
                    CHECK(present == FieldValue());
                    REQUIRE(field.set(*entity, present));
                }
                CHECK(field.get(*entity) == present);
            }
        }
    }
}

TEST_CASE("entities are equal when every field, the id and the unknown members are") {
    test::Random random(6);
    const model::Model plan = test::randomModel(random);
    for (const Kind kind : model::allKinds()) {
        const EntityType& type = model::entityType(kind);
        const Entity& row = *plan.table(kind).rows().front();
        CAPTURE(type.name);
        CHECK(model::equal(row, *type.clone(row)));
        for (const FieldDescription& field : type.fields) {
            const std::shared_ptr<Entity> other = type.clone(row);
            FieldValue value = field.get(row);
            while (value == field.get(row)) value = otherValue(random, plan, field);
            REQUIRE(field.set(*other, value));
            CAPTURE(field.name);
            CHECK_FALSE(model::equal(row, *other));
        }
        const std::shared_ptr<Entity> renamed = type.clone(row);
        renamed->id = model::AnyId(std::string(model::idPrefix(kind)) + "-other");
        CHECK_FALSE(model::equal(row, *renamed));
        const std::shared_ptr<Entity> extended = type.clone(row);
        extended->extra = model::Extra({{"x-new", "1", 0}});
        CHECK_FALSE(model::equal(row, *extended));
    }
}
