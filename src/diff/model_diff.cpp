#include "diff/model_diff.h"

#include "model/entity_type.h"

#include <algorithm>
#include <array>

namespace flowspine::diff {

namespace {

using model::Entity;
using model::EntityTable;
using model::EntityType;

// Where an id of the plan stands in a diff.
std::pair<Kind, AnyId> placeOf(const AnyId& id) {
    return {*model::kindOf(id), id};
}

void compareRows(const EntityType& type, const EntityPtr& before, const EntityPtr& after,
                 std::vector<EntityChange>& changes) {
    EntityChange change{before->id, before, after, {}};
    for (const FieldDescription& field : type.fields)
        if (!field.equal(*before, *after)) change.fields.push_back({&field, field.get(*before), field.get(*after)});
    if (!change.fields.empty() || before->extra != after->extra) changes.push_back(std::move(change));
}

// Both tables are sorted by id: one walk finds what only one has and what both have.
void compareTables(Kind kind, const EntityTable& before, const EntityTable& after, std::vector<EntityChange>& changes) {
    if (before.isSameAs(after)) return;
    const EntityType& type = model::entityType(kind);
    const EntityTable::Rows& left = before.rows();
    const EntityTable::Rows& right = after.rows();
    auto l = left.begin();
    auto r = right.begin();
    while (l != left.end() || r != right.end()) {
        if (l != left.end() && r != right.end() && *l == *r) {
            ++l;
            ++r;
        } else if (r == right.end() || (l != left.end() && (*l)->id < (*r)->id)) {
            changes.push_back({(*l)->id, *l, nullptr, {}});
            ++l;
        } else if (l == left.end() || (*r)->id < (*l)->id) {
            changes.push_back({(*r)->id, nullptr, *r, {}});
            ++r;
        } else {
            compareRows(type, *l, *r, changes);
            ++l;
            ++r;
        }
    }
}

// What `change` makes of `present`, which may have been changed elsewhere in other fields.
EntityPtr changed(const EntityPtr& present, const EntityChange& change) {
    if (present == change.before || model::equal(*present, *change.before)) return change.after;
    std::shared_ptr<Entity> next = model::entityType(*present).clone(*present);
    for (const FieldChange& each : change.fields) each.field->set(*next, each.after);
    if (change.before->extra != change.after->extra) next->extra = change.after->extra;
    return next;
}

} // namespace

bool EntityChange::isPlacementOnly() const {
    if (isAdded() || isRemoved()) return model::kindOf(id) == Kind::placement;
    return !fields.empty() && before->extra == after->extra &&
           std::all_of(fields.begin(), fields.end(),
                       [](const FieldChange& change) { return change.field->options.isPlacement; });
}

bool ModelDiff::touches(model::KindSet kinds) const {
    return std::any_of(changes.begin(), changes.end(), [kinds](const EntityChange& change) {
        return model::contains(kinds, *model::kindOf(change.id));
    });
}

const EntityChange* ModelDiff::find(const AnyId& id) const {
    if (!model::kindOf(id)) return nullptr;
    const auto at =
        std::lower_bound(changes.begin(), changes.end(), id, [](const EntityChange& change, const AnyId& wanted) {
            return placeOf(change.id) < placeOf(wanted);
        });
    return at != changes.end() && at->id == id ? &*at : nullptr;
}

ModelDiff diff(const Model& before, const Model& after) {
    ModelDiff difference;
    for (const Kind kind : model::allKinds())
        compareTables(kind, before.table(kind), after.table(kind), difference.changes);
    return difference;
}

Model apply(const ModelDiff& difference, const Model& before) {
    std::array<EntityTable::Rows, model::kindCount> puts;
    std::array<std::vector<AnyId>, model::kindCount> removals;
    // By kind, then id: every list comes out sorted.
    for (const EntityChange& change : difference.changes) {
        const auto kind = static_cast<std::size_t>(*model::kindOf(change.id));
        if (change.isRemoved()) {
            removals[kind].push_back(change.id);
        } else if (change.isAdded()) {
            puts[kind].push_back(change.after);
        } else if (const EntityPtr present = before.find(change.id)) {
            puts[kind].push_back(changed(present, change));
        }
    }
    std::array<EntityTable, model::kindCount> tables = before.tables();
    for (std::size_t i = 0; i < model::kindCount; ++i)
        if (!puts[i].empty() || !removals[i].empty()) tables[i] = tables[i].edited(puts[i], removals[i]);
    return Model(std::move(tables));
}

} // namespace flowspine::diff
