// A change that something proposes and somebody else makes: what is added, set and removed, as data. A health rule
// describes its fix this way; edit/ turns it into the next plan, in one step. Says nothing about whether it is
// possible.
#pragma once

#include "base/sentence.h"
#include "model/field.h"

#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace flowspine::model {

// Stands for the id of the `number`th entity (from 1) that the same change adds: "new.1". Has no kind.
[[nodiscard]] inline AnyId newEntity(std::size_t number) {
    return AnyId("new." + std::to_string(number));
}

struct FieldSetting {
    AnyId entity;
    std::string_view field; // its name in the file
    FieldValue value;       // may hold newEntity(n)
};

// The nth addition of a change makes newEntity(n).
struct EntityAddition {
    Kind kind = Kind::plan;
    AnyId owner;
    std::vector<std::pair<std::string_view, FieldValue>> fields; // the rest stays at its defaults
};

struct EntityRemoval {
    AnyId entity;
};

using ChangeStep = std::variant<FieldSetting, EntityAddition, EntityRemoval>;

// Steps are made in their order.
struct SuggestedChange {
    base::Sentence label; // "Make %1 the owner"
    std::vector<ChangeStep> steps;
};

} // namespace flowspine::model
