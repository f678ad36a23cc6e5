// The type of an entity as machinery sees it: its kind, words for it, its fields, and how to make and copy one.
#pragma once

#include "model/field.h"

#include <memory>
#include <span>
#include <string>
#include <string_view>
#include <vector>

namespace flowspine::model {

struct EntityType {
    Kind kind = Kind::plan;
    std::string_view name;   // "roadmap item", inside a sentence
    std::string_view plural; // "roadmap items"
    // In file order: own facts, notes and tags, then owned children.
    std::span<const FieldDescription> fields;
    const FieldDescription* titleField = nullptr; // none when an entity has no words of its own
    std::shared_ptr<Entity> (*make)() = nullptr;
    std::shared_ptr<Entity> (*clone)(const Entity&) = nullptr;

    // nullptr when there is no field of that name.
    [[nodiscard]] const FieldDescription* field(std::string_view fieldName) const;
};

[[nodiscard]] const EntityType& entityType(Kind kind);
// The type of an existing entity, by its id's prefix. Entities always carry an id of their kind.
[[nodiscard]] const EntityType& entityType(const Entity& entity);

// Where entities of `kind` live: the kind of their owner and the owner's list of them. The plan has no owner.
struct Ownership {
    Kind ownerKind = Kind::plan;
    const FieldDescription* children = nullptr;
};
[[nodiscard]] const Ownership& ownership(Kind kind);

// All fields are equal, id and unknown members included.
[[nodiscard]] bool equal(const Entity& a, const Entity& b);

// The ids that a reference, reference list or child list holds; empty for other fields.
[[nodiscard]] std::vector<AnyId> idsIn(const Entity& entity, const FieldDescription& field);

// The entity's title, or "" when it has none or it is empty.
[[nodiscard]] std::string titleOf(const Entity& entity);

} // namespace flowspine::model
