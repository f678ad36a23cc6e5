#include "model/plan_order.h"

#include "model/entity_type.h"

namespace flowspine::model {

namespace {

// Kinds own kinds further down only, so this ends for broken plans too.
void append(const Model& model, const AnyId& id, std::vector<AnyId>& list) {
    const EntityPtr entity = model.find(id);
    if (!entity) return;
    list.push_back(id);
    for (const FieldDescription& field : entityType(*entity).fields)
        if (field.type == FieldType::children)
            for (const AnyId& child : idsIn(*entity, field)) append(model, child, list);
}

} // namespace

std::vector<AnyId> withAllOwned(const Model& model, const AnyId& id) {
    std::vector<AnyId> list;
    append(model, id, list);
    return list;
}

} // namespace flowspine::model
