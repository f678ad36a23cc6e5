#include "diff/merge_cycles.h"

#include "model/entity_type.h"

#include <algorithm>
#include <map>

namespace flowspine::diff {

namespace {

// Work may flow in a circle; what steps say about each other (their join, their origin) makes none that matters.
bool makesHierarchy(Kind kind, const FieldDescription& field) {
    return kind != Kind::step && field.type != model::FieldType::children &&
           field.options.targets == model::kinds(kind);
}

bool changes(const MergeSide& side, Kind kind, const FieldDescription& field) {
    return std::any_of(side.changes().changes.begin(), side.changes().changes.end(), [&](const EntityChange& change) {
        return model::kindOf(change.id) == kind && change.after &&
               (change.isAdded() || std::any_of(change.fields.begin(), change.fields.end(),
                                                [&](const FieldChange& each) { return each.field == &field; }));
    });
}

using Arrows = std::map<AnyId, std::vector<AnyId>>;

// The arrows of `field` in `model` between entities of `among`, or between all.
Arrows arrowsIn(const Model& model, Kind kind, const FieldDescription& field, const IdSet* among) {
    Arrows arrows;
    for (const EntityPtr& row : model.table(kind).rows()) {
        if (among != nullptr && !among->contains(row->id)) continue;
        for (const AnyId& target : model::idsIn(*row, field))
            if (among == nullptr || among->contains(target)) arrows[row->id].push_back(target);
    }
    return arrows;
}

// What cannot be taken off by always taking what has no arrow in, or none out: circles, and what lies between circles.
IdSet onCircles(Arrows arrows) {
    for (int direction = 0; direction < 2; ++direction) {
        std::map<AnyId, std::size_t> incoming;
        for (const auto& [from, targets] : arrows)
            for (const AnyId& target : targets) ++incoming[target];
        std::vector<AnyId> free;
        for (const auto& [from, targets] : arrows)
            if (!incoming.contains(from)) free.push_back(from);
        while (!free.empty()) {
            const auto at = arrows.find(free.back());
            free.pop_back();
            if (at == arrows.end()) continue;
            for (const AnyId& target : at->second)
                if (--incoming[target] == 0) free.push_back(target);
            arrows.erase(at);
        }
        Arrows turned;
        for (const auto& [from, targets] : arrows)
            for (const AnyId& target : targets)
                if (arrows.contains(target)) turned[target].push_back(from);
        arrows = std::move(turned);
    }
    IdSet ids;
    for (const auto& [from, targets] : arrows) ids.insert(from);
    return ids;
}

} // namespace

void reportNewCycles(const Model& base, const MergeSide& ours, const MergeSide& theirs, const Model& merged,
                     ConflictList& conflicts) {
    for (const Kind kind : model::allKinds()) {
        for (const FieldDescription& field : model::entityType(kind).fields) {
            if (!makesHierarchy(kind, field) || !changes(ours, kind, field) || !changes(theirs, kind, field)) continue;
            const IdSet circle = onCircles(arrowsIn(merged, kind, field, nullptr));
            if (circle.empty()) continue;
            const IdSet inOurs = onCircles(arrowsIn(ours.model(), kind, field, &circle));
            const IdSet inTheirs = onCircles(arrowsIn(theirs.model(), kind, field, &circle));
            for (const EntityPtr& row : merged.table(kind).rows()) {
                const AnyId& id = row->id;
                if (!circle.contains(id) || inOurs.contains(id) || inTheirs.contains(id)) continue;
                const EntityPtr mine = ours.model().find(id);
                const EntityPtr yours = theirs.model().find(id);
                if (!mine || !yours || field.equal(*mine, *yours) || conflicts.has(id, field.name)) continue;
                const EntityPtr before = base.find(id);
                conflicts.add(id, model::ConflictKind::cycle, field, before ? field.get(*before) : field.get(*mine),
                              field.get(*mine), field.get(*yours));
            }
        }
    }
}

} // namespace flowspine::diff
