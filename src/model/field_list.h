// What the lists of an entity's fields are made of. For entity_fields.h and annotation_fields.h.
#pragma once

#include "model/choices.h"
#include "model/field.h"

#include <string_view>
#include <tuple>

namespace flowspine::model {

template <class E, class M>
struct Field {
    std::string_view name;
    M E::*member;
    FieldOptions options;
};

template <class E, class M>
constexpr Field<E, M> field(std::string_view name, M E::*member, FieldOptions options) {
    return {name, member, options};
}

// Evidence of the number field before it.
template <class E>
constexpr Field<E, Evidence> evidence(std::string_view name, Evidence E::*member) {
    return {name, member, {.label = "Evidence"}};
}

// Members that every entity has; id and unknown members are handled apart.
inline constexpr auto commonFields = std::tuple{
    field("notes", &Entity::notes, {.label = "Notes", .isMultiline = true}),
    field("tags", &Entity::tags, {.label = "Tags"}),
};

// Specialised for every entity.
template <class E>
inline constexpr auto fields = std::tuple<>{};

} // namespace flowspine::model
