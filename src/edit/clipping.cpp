#include "edit/entity_edit.h"
#include "edit/graft.h"
#include "edit/groundwork.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "model/plan_order.h"

#include <algorithm>
#include <map>

namespace flowspine::edit {

namespace {

// Links between steps that are copied: a piece of flow without its links is no flow.
void addLinksBetween(const Model& model, const IdSet& chosen, std::vector<AnyId>& roots) {
    if (std::none_of(chosen.begin(), chosen.end(), [](const AnyId& id) { return model::kindOf(id) == Kind::step; }))
        return;
    model.forEach<model::Variant>([&](const model::Variant& variant) {
        model.forEach(variant.links, [&](const model::Link& link) {
            if (chosen.contains(link.from) && chosen.contains(link.to) && !chosen.contains(link.id))
                roots.push_back(link.id);
        });
    });
}

// Where something of `kind` goes when people paste it at `target`.
std::optional<Place> placeFor(const Model& model, const AnyId& target, Kind kind) {
    const Kind ownerKind = model::ownership(kind).ownerKind;
    const std::optional<Kind> targetKind = model::kindOf(target);
    if (targetKind == kind && model.contains(target)) {
        const AnyId owner = ownerOf(model, target);
        if (owner) return Place{owner, placeAmongSiblings(model, owner, target) + 1};
    }
    if (const AnyId above = ownerOfKind(model, target, ownerKind); above && model.contains(above))
        return Place{above, std::nullopt};
    if (ownerKind == Kind::plan) return Place{model.plan().id, std::nullopt};
    if (ownerKind == Kind::variant)
        if (const auto* flow = model.find(model::Id<model::Flow>(ownerOfKind(model, target, Kind::flow))))
            if (model.contains(flow->current)) return Place{flow->current, std::nullopt};
    return std::nullopt;
}

} // namespace

Clipping copy(const Model& model, const std::vector<AnyId>& ids) {
    const IdSet chosen(ids.begin(), ids.end());
    IdSet inside; // owned by something chosen
    Clipping clipping;
    for (const AnyId& id : model::withAllOwned(model, model.plan().id)) {
        if (!chosen.contains(id) || inside.contains(id) || model::kindOf(id) == Kind::plan) continue;
        clipping.roots.push_back(id);
        for (const AnyId& owned : model::withAllOwned(model, id)) inside.insert(owned);
    }
    addLinksBetween(model, IdSet(clipping.roots.begin(), clipping.roots.end()), clipping.roots);
    for (const AnyId& root : clipping.roots)
        for (const AnyId& id : model::withAllOwned(model, root)) clipping.entities.push_back(model.find(id));
    return clipping;
}

Result<Pasted> paste(const Model& model, const Clipping& clipping, const AnyId& owner, base::IdGenerator& ids) {
    std::vector<Place> places;
    for (const AnyId& root : clipping.roots) {
        const Kind kind = *model::kindOf(root);
        const std::optional<Place> place = placeFor(model, owner, kind);
        if (!place)
            return base::failure("no-owner", "Select " + oneOf(model::ownership(kind).ownerKind) + " to paste " +
                                                 oneOf(kind) + " into.");
        places.push_back(*place);
    }
    Result<Grafted> grafted = graft(model, clipping, places, ids);
    if (!grafted) return grafted.error();
    return Pasted{grafted->model, grafted->roots};
}

Result<Pasted> duplicate(const Model& model, const std::vector<AnyId>& ids, base::IdGenerator& idGenerator) {
    for (const AnyId& id : ids)
        if (model::kindOf(id) == Kind::plan || !model.contains(id)) return noSuchEntity(id);
    const Clipping clipping = copy(model, ids);
    // Behind the last original that has the same owner, so that what stood together stays together.
    std::map<std::pair<Kind, AnyId>, std::size_t> behind;
    std::vector<Place> places;
    for (const AnyId& root : clipping.roots) {
        const AnyId owner = ownerOf(model, root);
        std::size_t& position = behind[{*model::kindOf(root), owner}];
        position = std::max(position, placeAmongSiblings(model, owner, root) + 1);
        places.push_back({owner, std::nullopt});
    }
    for (std::size_t i = 0; i < places.size(); ++i)
        places[i].position = behind[{*model::kindOf(clipping.roots[i]), places[i].owner}];
    Result<Grafted> grafted = graft(model, clipping, places, idGenerator);
    if (!grafted) return grafted.error();
    return Pasted{grafted->model, grafted->roots};
}

} // namespace flowspine::edit
