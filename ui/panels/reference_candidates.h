// What a reference field may name: entities of the kinds it takes, each with words that tell it from its namesakes.
#pragma once

#include "model/field.h"
#include "model/model_index.h"

#include <QString>

#include <vector>

namespace flowspine::panels {

struct Candidate {
    model::AnyId id;
    QString name;
    QString context; // what it belongs to; empty where the plan owns it
    friend bool operator==(const Candidate&, const Candidate&) = default;
};

// In the order of names. A link's ends and what joins a split lie in the holder's own variant; nothing names itself.
[[nodiscard]] std::vector<Candidate> candidatesFor(const model::Model& model, const model::ModelIndex& index,
                                                   const model::AnyId& holder, const model::FieldDescription& field);

// The one kind that can be made by typing a new name into the field; nullopt when there are several, or the kind needs
// an owner that only people can choose.
[[nodiscard]] std::optional<model::Kind> kindMadeByName(const model::FieldDescription& field);

} // namespace flowspine::panels
