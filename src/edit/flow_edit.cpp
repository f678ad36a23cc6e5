#include "edit/flow_edit.h"

#include "edit/graft.h"
#include "edit/groundwork.h"
#include "model/draft.h"
#include "model/lanes.h"
#include "model/naming.h"

#include <algorithm>

namespace flowspine::edit {

namespace {

using base::failure;
using model::Link;
using model::LinkKind;
using model::Step;
using model::StepType;
using model::Team;
using model::Variant;

std::shared_ptr<Step> newStep(const Model& model, std::string_view name, StepType type, base::IdGenerator& ids) {
    auto step = std::make_shared<Step>();
    step->id = newId(model, Kind::step, ids);
    step->name = name;
    step->type = type;
    return step;
}

Result<Model> addLink(const Model& model, const AnyId& variant, const AnyId& from, const AnyId& to, LinkKind kind,
                      const AnyId& id) {
    auto link = std::make_shared<Link>();
    link->id = id;
    link->from = Id<Step>(from);
    link->to = Id<Step>(to);
    link->kind = kind;
    return add(model, variant, std::move(link));
}

// Why a link may not run from `from` to `to`; `self` is the link that already does, if any.
std::optional<Error> whyNotLinked(const Model& model, const Id<Step>& from, const Id<Step>& to, LinkKind kind,
                                  const AnyId& self) {
    if (model.find(from) == nullptr) return noSuchEntity(from);
    if (model.find(to) == nullptr) return noSuchEntity(to);
    if (from == to) return failure("same-step", "A step cannot be linked to itself.", std::string(from.text()));
    const AnyId variant = ownerOf(model, from);
    if (ownerOf(model, to) != variant)
        return failure("foreign-step",
                       model::fullName(model, to) + " belongs to another variant; links stay within one variant.",
                       std::string(to.text()));
    const auto* owner = model.find(Id<Variant>(variant));
    if (owner == nullptr) return noSuchEntity(from);
    bool isThere = false;
    model.forEach(owner->links, [&](const Link& link) {
        isThere = isThere || (link.id != self && link.from == from && link.to == to && link.kind == kind);
    });
    if (isThere)
        return failure("duplicate-link",
                       "“" + model::shortName(model, from) + "” already leads to “" + model::shortName(model, to) +
                           "”.",
                       std::string(from.text()));
    return std::nullopt;
}

// The link to take over when a step comes behind `after`: its only way on, when that is straight to an end.
const Link* onlyLinkToEnd(const Model& model, const Variant& variant, const Step& after) {
    const bool isPlain = after.type == StepType::start || after.type == StepType::task ||
                         after.type == StepType::wait || after.type == StepType::andJoin;
    const Link* only = nullptr;
    std::size_t count = 0;
    model.forEach(variant.links, [&](const Link& link) {
        if (link.from != after.id) return;
        only = &link;
        ++count;
    });
    if (!isPlain || count != 1 || only->kind != LinkKind::sequence) return nullptr;
    const Step* to = model.find(only->to);
    return to != nullptr && to->type == StepType::end ? only : nullptr;
}

std::vector<AnyId> listedLanes(const Model& model, const Variant& variant) {
    std::vector<AnyId> lanes;
    for (const Id<Team> team : model::lanesOf(model, variant))
        if (team) lanes.push_back(team);
    return lanes;
}

// All lanes become listed when one is added, so that the others stay where they are.
void ensureLane(Draft& draft, const Model& before, const Variant& variant, const AnyId& team) {
    std::vector<AnyId> lanes = listedLanes(before, variant);
    if (!team || std::find(lanes.begin(), lanes.end(), team) != lanes.end()) return;
    Variant* changed = draft.change(Id<Variant>(variant.id));
    if (changed->lanes.contains(team)) return;
    for (const AnyId& lane : lanes)
        if (!changed->lanes.contains(lane)) changed->lanes.add(lane);
    changed->lanes.add(team);
}

} // namespace

Result<Added> addFlow(const Model& model, std::string_view name, base::IdGenerator& ids) {
    const Result<Added> flow = addNew(model, model.plan().id, Kind::flow, name, ids);
    if (!flow) return flow.error();
    const Result<Added> variant =
        addNew(flow->model, flow->id, Kind::variant, model::labelOf(model::VariantKind::asIs), ids);
    if (!variant) return variant.error();
    Model next = variant->model;
    std::vector<AnyId> ends;
    for (const StepType type : {StepType::start, StepType::end}) {
        std::shared_ptr<Step> step = newStep(next, {}, type, ids);
        ends.push_back(step->id);
        Result<Model> added = add(next, variant->id, std::move(step));
        if (!added) return added.error();
        next = *std::move(added);
    }
    Result<Model> linked =
        addLink(next, variant->id, ends[0], ends[1], LinkKind::sequence, newId(next, Kind::link, ids));
    if (!linked) return linked.error();
    return Added{*std::move(linked), flow->id};
}

Result<Added> addStep(const Model& model, const Id<Variant>& variant, std::string_view name, const Id<Team>& team,
                      const AnyId& after, base::IdGenerator& ids) {
    const Variant* owner = model.find(variant);
    if (owner == nullptr) return failure("no-owner", "This variant is not in the plan any more.");
    std::shared_ptr<Step> step = newStep(model, name, StepType::task, ids);
    const AnyId id = step->id;
    step->team = team;
    std::optional<std::size_t> position;
    const Step* before = nullptr;
    if (after) {
        before = model.find(Id<Step>(after));
        if (before == nullptr || model::kindOf(after) != Kind::step) return noSuchEntity(after);
        if (!owner->steps.contains(after))
            return failure("foreign-step", model::fullName(model, after) + " belongs to another variant.",
                           std::string(after.text()));
        step->phase = before->phase;
        position = placeAmongSiblings(model, variant, after) + 1;
    }
    Result<Model> added = add(model, variant, std::move(step), position);
    if (!added) return added.error();

    Draft draft(*added);
    ensureLane(draft, model, *owner, team);
    const Link* toEnd = before == nullptr ? nullptr : onlyLinkToEnd(model, *owner, *before);
    const Id<Step> end = toEnd == nullptr ? Id<Step>{} : toEnd->to;
    if (toEnd != nullptr) draft.change(Id<Link>(toEnd->id))->to = Id<Step>(id);
    const Model withLane = draft.finish();
    if (before == nullptr) return Added{withLane, id};
    const AnyId link = newId(withLane, Kind::link, ids);
    Result<Model> linked = toEnd == nullptr ? addLink(withLane, variant, after, id, LinkKind::sequence, link)
                                            : addLink(withLane, variant, id, end, LinkKind::sequence, link);
    if (!linked) return linked.error();
    return Added{*std::move(linked), id};
}

Result<Added> connectSteps(const Model& model, const Id<Step>& from, const Id<Step>& to, LinkKind kind,
                           base::IdGenerator& ids) {
    if (std::optional<Error> error = whyNotLinked(model, from, to, kind, {})) return *error;
    const AnyId id = newId(model, Kind::link, ids);
    Result<Model> linked = addLink(model, ownerOf(model, from), from, to, kind, id);
    if (!linked) return linked.error();
    return Added{*std::move(linked), id};
}

Result<Model> reconnectLink(const Model& model, const Id<Link>& link, const Id<Step>& from, const Id<Step>& to) {
    const Link* present = model.find(link);
    if (present == nullptr) return noSuchEntity(link);
    if (std::optional<Error> error = whyNotLinked(model, from, to, present->kind, link)) return *error;
    Draft draft(model);
    draft.change(link)->from = from;
    draft.change(link)->to = to;
    Model next = draft.finish();
    if (std::optional<Error> error = foreignStep(next, link)) return *error;
    return next;
}

Result<Model> handOver(const Model& model, const std::vector<AnyId>& steps, const Id<Team>& team) {
    if (team && model.find(team) == nullptr) return noSuchEntity(team);
    Draft draft(model);
    for (const AnyId& id : steps) {
        if (model::kindOf(id) != Kind::step || !model.contains(id)) return noSuchEntity(id);
        draft.change(Id<Step>(id))->team = team;
        if (const auto* variant = model.find(Id<Variant>(ownerOf(model, id)))) ensureLane(draft, model, *variant, team);
    }
    return draft.finish();
}

Result<Model> pinStep(const Model& model, const Id<Step>& step, std::optional<int> column, base::IdGenerator& ids) {
    const auto* variant = model.find(Id<Variant>(ownerOf(model, step)));
    if (variant == nullptr) return noSuchEntity(step);
    std::vector<AnyId> present;
    model.forEach(variant->placements, [&](const model::Placement& placement) {
        if (placement.step == step) present.push_back(placement.id);
    });
    if (!column) return remove(model, present);
    auto placement = std::make_shared<model::Placement>();
    if (!present.empty()) *placement = *model.find(Id<model::Placement>(present.front()));
    placement->step = step;
    placement->column = *column;
    placement->pinned = true;
    if (present.empty()) {
        placement->id = newId(model, Kind::placement, ids);
        return add(model, variant->id, std::move(placement));
    }
    Result<Model> moved = setField(model, placement->id, "column", *placement->column);
    if (!moved) return moved;
    return setField(*moved, placement->id, "pinned", true);
}

Result<Model> moveLane(const Model& model, const Id<Variant>& variant, const Id<Team>& team, std::size_t position) {
    const Variant* present = model.find(variant);
    if (present == nullptr) return noSuchEntity(variant);
    std::vector<AnyId> lanes = listedLanes(model, *present);
    const auto lane = std::find(lanes.begin(), lanes.end(), team);
    if (lane == lanes.end())
        return failure("no-lane", "This variant has no lane for that team.", std::string(team.text()));
    lanes.erase(lane);
    lanes.insert(lanes.begin() + static_cast<std::ptrdiff_t>(std::min(position, lanes.size())), team);
    return setField(model, variant, "lanes", std::move(lanes));
}

Result<Added> duplicateVariant(const Model& model, const Id<Variant>& variant, std::string_view name,
                               base::IdGenerator& ids) {
    if (model.find(variant) == nullptr) return noSuchEntity(variant);
    const Clipping clipping = copy(model, {variant});
    if (clipping.roots.empty()) return noSuchEntity(variant);
    const AnyId flow = ownerOf(model, variant);
    Result<Grafted> grafted = graft(model, clipping, {{flow, placeAmongSiblings(model, flow, variant) + 1}}, ids);
    if (!grafted) return grafted.error();
    Draft draft(grafted->model);
    Variant& made = *draft.change(Id<Variant>(grafted->roots.front()));
    made.name = name;
    made.kind = model::VariantKind::toBe;
    made.basedOn = variant;
    model.forEach(model.find(variant)->steps, [&](const Step& step) {
        draft.change(Id<Step>(grafted->newIds.at(step.id)))->origin = step.origin ? step.origin : Id<Step>(step.id);
    });
    return Added{draft.finish(), grafted->roots.front()};
}

Result<Model> makeCurrent(const Model& model, const Id<Variant>& variant) {
    const AnyId flow = ownerOf(model, variant);
    if (flow.isEmpty()) return noSuchEntity(variant);
    return setField(model, flow, "current", variant);
}

} // namespace flowspine::edit
