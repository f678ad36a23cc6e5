// The difference between two plans, entity by entity and field by field. Serves view refresh, review, change logs and
// merging: there is no other diff. Costs nothing for tables that both plans share.
#pragma once

#include "model/field.h"
#include "model/model.h"

#include <vector>

namespace flowspine::diff {

using model::AnyId;
using model::EntityPtr;
using model::FieldDescription;
using model::FieldValue;
using model::Kind;
using model::Model;

struct FieldChange {
    const FieldDescription* field = nullptr;
    FieldValue before;
    FieldValue after;
    friend bool operator==(const FieldChange&, const FieldChange&) = default;
};

// `before` is null for an added entity, `after` for a removed one. `fields` lists what differs in a changed one; it is
// empty when only unknown members differ.
struct EntityChange {
    AnyId id;
    EntityPtr before;
    EntityPtr after;
    std::vector<FieldChange> fields;

    [[nodiscard]] bool isAdded() const { return before == nullptr; }
    [[nodiscard]] bool isRemoved() const { return after == nullptr; }
    // Nothing but where things are drawn.
    [[nodiscard]] bool isPlacementOnly() const;
};

struct ModelDiff {
    std::vector<EntityChange> changes; // by kind, then id

    [[nodiscard]] bool isEmpty() const { return changes.empty(); }
    [[nodiscard]] bool touches(model::KindSet kinds) const;
    [[nodiscard]] const EntityChange* find(const AnyId& id) const;
};

[[nodiscard]] ModelDiff diff(const Model& before, const Model& after);

// The plan `before` with the differences put in: apply(diff(a, b), a) == b. On another plan it sets the changed fields
// and leaves the others; changes of an entity that this plan lacks are left out.
[[nodiscard]] Model apply(const ModelDiff& difference, const Model& before);

} // namespace flowspine::diff
