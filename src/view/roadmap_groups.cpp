#include "view/roadmap_groups.h"

#include "model/naming.h"

#include <algorithm>
#include <unordered_map>
#include <unordered_set>

namespace flowspine::view {

using namespace model;

namespace {

bool isClosed(RoadmapStatus status) {
    return status == RoadmapStatus::adopted || status == RoadmapStatus::stopped;
}

std::string changeText(const RoadmapItem& item, const Measure* measure) {
    if (!item.expectedDelta.empty()) return item.expectedDelta;
    if (measure == nullptr || !measure->baseline) return {};
    return numberText(*measure->baseline) + " → ?" + (measure->unit.empty() ? "" : " " + measure->unit);
}

RoadmapEntry entryOf(const Model& model, const TeamTints& tints, const RoadmapItem& item) {
    RoadmapEntry entry;
    entry.item = &item;
    entry.tint = {Role::muted, 45};
    if (const model::Role* owner = model.find(item.owner)) {
        entry.ownerName = shortName(model, item.owner);
        if (model.contains(owner->team)) entry.tint = {tints.of(owner->team)};
    }
    model.forEach(item.measures, [&](const Measure& measure) {
        if (entry.measure == nullptr) entry.measure = &measure;
    });
    if (entry.measure != nullptr) entry.measureName = entry.measure->name;
    entry.change = changeText(item, entry.measure);
    model.forEach(item.spine, [&](const SpineItem& spine) {
        if (spine.stability == Stability::cannotChange && entry.lock != SpineLock::closed) {
            entry.lock = SpineLock::closed;
            entry.spineText = "Cannot change: " + spine.title;
        } else if (spine.stability == Stability::shouldNotChange && entry.lock == SpineLock::none) {
            entry.lock = SpineLock::open;
            const std::string who = shortName(model, spine.owner);
            entry.spineText = spine.title + (who.empty() ? "" : ": " + who + " must agree");
        }
    });
    if (!isClosed(item.status)) {
        if (item.measures.isEmpty()) entry.missing = "no measure";
        if (!item.reviewDate) entry.missing += entry.missing.empty() ? "no review date" : ", no review date";
    }
    return entry;
}

std::string groupOf(const Model& model, const ModelIndex& index, const RoadmapItem& item, RoadmapGrouping grouping) {
    AnyId id;
    switch (grouping) {
    case RoadmapGrouping::flow:
        model.forEach(item.flows, [&](const Flow& flow) {
            if (id.isEmpty()) id = flow.id;
        });
        break;
    case RoadmapGrouping::outcome:
        model.forEach(item.measures, [&](const Measure& measure) {
            if (id.isEmpty()) id = index.ownerOf(measure.id);
        });
        break;
    case RoadmapGrouping::team:
        if (const model::Role* owner = model.find(item.owner); owner != nullptr && model.contains(owner->team))
            id = owner->team;
        break;
    case RoadmapGrouping::owner:
        if (model.contains(item.owner)) id = item.owner;
        break;
    case RoadmapGrouping::horizon: return std::string(nameOf(item.horizon));
    }
    return std::string(id.text());
}

std::string_view restName(RoadmapGrouping grouping) {
    switch (grouping) {
    case RoadmapGrouping::flow: return "Beside the flows";
    case RoadmapGrouping::outcome: return "No outcome measured";
    case RoadmapGrouping::team: return "No team";
    case RoadmapGrouping::owner: return "No owner";
    case RoadmapGrouping::horizon: break;
    }
    return "No horizon";
}

} // namespace

std::vector<RoadmapGroup> roadmapGroups(const Model& model, const ModelIndex& index, RoadmapGrouping grouping) {
    const Plan& plan = model.plan();
    const TeamTints tints(model);
    std::vector<RoadmapGroup> groups;
    const auto add = [&](const AnyId& id, std::string key, std::string name) -> RoadmapGroup& {
        RoadmapGroup& group = groups.emplace_back();
        group.id = id;
        group.key = std::move(key);
        group.name = std::move(name);
        return group;
    };
    const auto own = [&](RoadmapGroup& group, const Id<model::Role>& role) {
        const model::Role* owner = model.find(role);
        if (owner == nullptr) return;
        group.ownerName = shortName(model, role);
        group.tint = {tints.of(owner->team)};
    };
    switch (grouping) {
    case RoadmapGrouping::flow:
        model.forEach(plan.flows, [&](const Flow& flow) {
            RoadmapGroup& group = add(flow.id, std::string(flow.id.text()), flow.name);
            own(group, flow.owner);
            if (flow.demandPerWeek) group.note = numberText(*flow.demandPerWeek) + " a week";
        });
        break;
    case RoadmapGrouping::outcome:
        model.forEach(plan.outcomes, [&](const Outcome& outcome) {
            own(add(outcome.id, std::string(outcome.id.text()), outcome.title), outcome.owner);
        });
        break;
    case RoadmapGrouping::team:
        model.forEach(plan.teams, [&](const Team& team) {
            add(team.id, std::string(team.id.text()), team.name).tint = {tints.of(team.id)};
        });
        break;
    case RoadmapGrouping::owner:
        model.forEach(plan.roles, [&](const model::Role& role) {
            add(role.id, std::string(role.id.text()), role.name).tint = {tints.of(role.team)};
        });
        break;
    case RoadmapGrouping::horizon:
        for (const Horizon horizon : {Horizon::now, Horizon::next, Horizon::later})
            add({}, std::string(nameOf(horizon)), std::string(labelOf(horizon)));
        break;
    }
    add({}, {}, std::string(groups.empty() ? "Roadmap" : restName(grouping)));
    std::unordered_map<std::string, std::size_t> places;
    for (std::size_t g = 0; g < groups.size(); ++g) places.emplace(groups[g].key, g);
    model.forEach(plan.roadmap, [&](const RoadmapItem& item) {
        const auto found = places.find(groupOf(model, index, item, grouping));
        RoadmapGroup& group = found == places.end() ? groups.back() : groups[found->second];
        group.entries.push_back(entryOf(model, tints, item));
    });
    const bool keepsEmpty = grouping != RoadmapGrouping::team && grouping != RoadmapGrouping::owner;
    const bool hasOthers = groups.size() > 1;
    std::erase_if(groups, [&](const RoadmapGroup& group) {
        return group.entries.empty() && (group.key.empty() ? hasOthers : !keepsEmpty);
    });
    if (groups.empty()) add({}, {}, "Roadmap");
    return groups;
}

std::vector<const Constraint*> constraintsNobodyWorksOn(const Model& model) {
    std::unordered_set<AnyId> worked;
    model.forEach(model.plan().roadmap, [&](const RoadmapItem& item) {
        worked.insert(item.constraints.ids().begin(), item.constraints.ids().end());
    });
    std::vector<const Constraint*> open;
    model.forEach(model.plan().constraints, [&](const Constraint& constraint) {
        if (constraint.status == ConstraintStatus::open && constraint.severity.value_or(0) >= 3 &&
            !worked.contains(constraint.id))
            open.push_back(&constraint);
    });
    std::stable_sort(open.begin(), open.end(), [](const Constraint* a, const Constraint* b) {
        return a->severity.value_or(0) > b->severity.value_or(0);
    });
    return open;
}

} // namespace flowspine::view
