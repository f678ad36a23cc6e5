#include "model/entity_type.h"

#include "model/entity_fields.h"

#include <array>
#include <cassert>
#include <utility>

namespace flowspine::model {

namespace {

// How a member type is seen through FieldValue and FieldVisitor.
template <class M>
struct Access;

// Optional members: monostate or a value.
template <class V, FieldType Type, void (FieldVisitor::*Visit)(V)>
struct OptionalAccess {
    static constexpr FieldType type = Type;
    static FieldValue get(const std::optional<V>& member) {
        return member ? FieldValue(*member) : FieldValue(std::monostate{});
    }
    static bool set(std::optional<V>& member, FieldValue&& value) {
        if (std::holds_alternative<std::monostate>(value)) {
            member.reset();
            return true;
        }
        if (const V* v = std::get_if<V>(&value)) {
            member = *v;
            return true;
        }
        return false;
    }
    static void visit(const std::optional<V>& member, FieldVisitor& visitor) {
        if (member)
            (visitor.*Visit)(*member);
        else
            visitor.unstated();
    }
};

template <>
struct Access<std::optional<double>> : OptionalAccess<double, FieldType::number, &FieldVisitor::number> {};
template <>
struct Access<std::optional<Duration>> : OptionalAccess<Duration, FieldType::duration, &FieldVisitor::duration> {};
template <>
struct Access<std::optional<Date>> : OptionalAccess<Date, FieldType::date, &FieldVisitor::date> {};
template <>
struct Access<std::optional<Period>> : OptionalAccess<Period, FieldType::period, &FieldVisitor::period> {};

template <class V, class M>
bool take(M& member, FieldValue&& value) {
    V* v = std::get_if<V>(&value);
    if (v == nullptr) return false;
    member = std::move(*v);
    return true;
}

template <>
struct Access<std::string> {
    static constexpr FieldType type = FieldType::text;
    static FieldValue get(const std::string& member) { return member; }
    static bool set(std::string& member, FieldValue&& value) { return take<std::string>(member, std::move(value)); }
    static void visit(const std::string& member, FieldVisitor& visitor) { visitor.text(member); }
};

template <>
struct Access<std::vector<std::string>> {
    static constexpr FieldType type = FieldType::texts;
    static FieldValue get(const std::vector<std::string>& member) { return member; }
    static bool set(std::vector<std::string>& member, FieldValue&& value) {
        return take<std::vector<std::string>>(member, std::move(value));
    }
    static void visit(const std::vector<std::string>& member, FieldVisitor& visitor) { visitor.texts(member); }
};

template <>
struct Access<bool> {
    static constexpr FieldType type = FieldType::boolean;
    static FieldValue get(bool member) { return member; }
    static bool set(bool& member, FieldValue&& value) { return take<bool>(member, std::move(value)); }
    static void visit(bool member, FieldVisitor& visitor) { visitor.boolean(member); }
};

template <class M>
requires std::is_enum_v<M>
struct Access<M> {
    static constexpr FieldType type = FieldType::choice;
    static FieldValue get(M member) { return ChoiceValue{static_cast<std::uint8_t>(member)}; }
    static bool set(M& member, FieldValue&& value) {
        const ChoiceValue* choice = std::get_if<ChoiceValue>(&value);
        if (choice == nullptr || choice->index >= choicesOf<M>().size()) return false;
        member = static_cast<M>(choice->index);
        return true;
    }
    static void visit(M member, FieldVisitor& visitor) {
        visitor.choice(ChoiceValue{static_cast<std::uint8_t>(member)});
    }
};

template <class M>
requires std::is_base_of_v<AnyId, M>
struct Access<M> {
    static constexpr FieldType type = FieldType::reference;
    static FieldValue get(const M& member) { return static_cast<const AnyId&>(member); }
    static bool set(M& member, FieldValue&& value) {
        const AnyId* id = std::get_if<AnyId>(&value);
        if (id == nullptr) return false;
        member = M(*id);
        return true;
    }
    static void visit(const M& member, FieldVisitor& visitor) { visitor.reference(member); }
};

template <class T>
struct Access<IdList<T>> {
    static constexpr FieldType type = FieldType::references;
    static FieldValue get(const IdList<T>& member) { return member.ids(); }
    static bool set(IdList<T>& member, FieldValue&& value) {
        return take<std::vector<AnyId>>(member.ids(), std::move(value));
    }
    static void visit(const IdList<T>& member, FieldVisitor& visitor) { visitor.references(member.ids()); }
};
template <class T>
struct Access<ChildList<T>> : Access<IdList<T>> {
    static constexpr FieldType type = FieldType::children;
};

// The kinds that a member's type already names.
template <class M>
struct Targets {
    static constexpr KindSet value = 0;
};
template <class T>
requires(!std::is_same_v<T, Entity>) struct Targets<Id<T>> {
    static constexpr KindSet value = kinds(kindFor<T>);
};
template <class T>
requires(!std::is_same_v<T, Entity>) struct Targets<IdList<T>> : Targets<Id<T>> {
};
template <class T>
struct Targets<ChildList<T>> : Targets<Id<T>> {};

// E is the concrete entity; List is its own tuple of fields or the common one.
template <class E, const auto& List, std::size_t I>
struct Accessor {
    static constexpr auto& description = std::get<I>(List);
    using Member = std::remove_reference_t<decltype(std::declval<E&>().*(description.member))>;
    static const Member& member(const Entity& entity) { return static_cast<const E&>(entity).*(description.member); }
    static Member& member(Entity& entity) { return static_cast<E&>(entity).*(description.member); }

    static FieldValue get(const Entity& entity) { return Access<Member>::get(member(entity)); }
    static bool set(Entity& entity, FieldValue value) { return Access<Member>::set(member(entity), std::move(value)); }
    static bool equal(const Entity& a, const Entity& b) { return member(a) == member(b); }
    static bool isDefault(const Entity& entity) {
        static const E defaults{};
        return member(entity) == defaults.*(description.member);
    }
    static void visit(const Entity& entity, FieldVisitor& visitor) { Access<Member>::visit(member(entity), visitor); }

    static FieldDescription describe() {
        FieldDescription d;
        d.name = description.name;
        d.type = Access<Member>::type;
        d.options = description.options;
        if constexpr (Targets<Member>::value != 0) d.options.targets = Targets<Member>::value;
        if constexpr (std::is_enum_v<Member>) d.choices = choicesOf<Member>();
        d.isEvidence = std::is_same_v<Member, Evidence> && description.options.label == "Evidence";
        d.get = get;
        d.set = set;
        d.equal = equal;
        d.isDefault = isDefault;
        d.visit = visit;
        return d;
    }
};

template <class E>
std::vector<FieldDescription> describeFields() {
    static_assert(isCompletelyDescribed<E>, "a member of this entity is missing from its fields");
    std::vector<FieldDescription> all;
    const auto append = [&all]<const auto & List, std::size_t... I>(std::index_sequence<I...>, bool children) {
        const auto one = [&](FieldDescription d) {
            if ((d.type == FieldType::children) == children) all.push_back(d);
        };
        (one(Accessor<E, List, I>::describe()), ...);
    };
    constexpr auto own = std::make_index_sequence<std::tuple_size_v<decltype(fields<E>)>>{};
    constexpr auto common = std::make_index_sequence<std::tuple_size_v<decltype(commonFields)>>{};
    append.template operator()<fields<E>>(own, false);
    append.template operator()<commonFields>(common, false);
    append.template operator()<fields<E>>(own, true);
    for (std::size_t i = 0; i < all.size(); ++i) all[i].index = static_cast<std::uint16_t>(i);
    return all;
}

template <class E>
EntityType describe(std::string_view name, std::string_view plural) {
    static const std::vector<FieldDescription> all = describeFields<E>();
    EntityType type;
    type.kind = kindFor<E>;
    type.name = name;
    type.plural = plural;
    type.fields = all;
    for (const FieldDescription& field : all)
        if (field.options.isTitle && field.type == FieldType::text) type.titleField = &field;
    type.make = [] { return std::static_pointer_cast<Entity>(std::make_shared<E>()); };
    type.clone = [](const Entity& entity) {
        return std::static_pointer_cast<Entity>(std::make_shared<E>(static_cast<const E&>(entity)));
    };
    return type;
}

const std::array<EntityType, kindCount>& allTypes() {
    static const std::array<EntityType, kindCount> types = {
        describe<Plan>("plan", "plans"),
        describe<Stakeholder>("stakeholder", "stakeholders"),
        describe<Team>("team", "teams"),
        describe<Interaction>("interaction", "interactions"),
        describe<Role>("role", "roles"),
        describe<Outcome>("outcome", "outcomes"),
        describe<Measure>("measure", "measures"),
        describe<Reading>("reading", "readings"),
        describe<Constraint>("constraint", "constraints"),
        describe<SpineItem>("spine item", "spine items"),
        describe<DecisionRight>("decision right", "decision rights"),
        describe<Assignment>("assignment", "assignments"),
        describe<Flow>("flow", "flows"),
        describe<Variant>("variant", "variants"),
        describe<Step>("step", "steps"),
        describe<Link>("link", "links"),
        describe<Placement>("placement", "placements"),
        describe<RoadmapItem>("roadmap item", "roadmap items"),
        describe<Cadence>("review rhythm", "review rhythms"),
        describe<Review>("review", "reviews"),
        describe<ReviewedItem>("reviewed item", "reviewed items"),
        describe<Decision>("decision", "decisions"),
        describe<Commitment>("commitment", "commitments"),
        describe<Comment>("comment", "comments"),
        describe<Reply>("reply", "replies"),
        describe<Waiver>("waiver", "waivers"),
        describe<RuleSetting>("rule setting", "rule settings"),
        describe<Conflict>("conflict", "conflicts"),
    };
    return types;
}

} // namespace

const FieldDescription* EntityType::field(std::string_view fieldName) const {
    for (const FieldDescription& each : fields)
        if (each.name == fieldName) return &each;
    return nullptr;
}

const EntityType& entityType(Kind kind) {
    return allTypes()[static_cast<std::size_t>(kind)];
}

const EntityType& entityType(const Entity& entity) {
    const std::optional<Kind> kind = kindOf(entity.id);
    assert(kind.has_value());
    return entityType(*kind);
}

const Ownership& ownership(Kind kind) {
    static const std::array<Ownership, kindCount> owners = [] {
        std::array<Ownership, kindCount> all{};
        for (const EntityType& type : allTypes())
            for (const FieldDescription& field : type.fields) {
                if (field.type != FieldType::children) continue;
                for (const Kind child : allKinds())
                    if (contains(field.options.targets, child))
                        all[static_cast<std::size_t>(child)] = {type.kind, &field};
            }
        return all;
    }();
    return owners[static_cast<std::size_t>(kind)];
}

bool equal(const Entity& a, const Entity& b) {
    if (&a == &b) return true;
    if (a.id != b.id || a.extra != b.extra) return false;
    for (const FieldDescription& field : entityType(a).fields)
        if (!field.equal(a, b)) return false;
    return true;
}

std::vector<AnyId> idsIn(const Entity& entity, const FieldDescription& field) {
    if (field.options.targets == 0) return {};
    FieldValue value = field.get(entity);
    if (auto* ids = std::get_if<std::vector<AnyId>>(&value)) return std::move(*ids);
    const AnyId& id = std::get<AnyId>(value);
    return id ? std::vector<AnyId>{id} : std::vector<AnyId>{};
}

std::string titleOf(const Entity& entity) {
    const FieldDescription* title = entityType(entity).titleField;
    if (title == nullptr) return {};
    return std::get<std::string>(title->get(entity));
}

} // namespace flowspine::model
