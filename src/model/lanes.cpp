#include "model/lanes.h"

#include <unordered_set>

namespace flowspine::model {

std::vector<Id<Team>> lanesOf(const Model& model, const Variant& variant) {
    std::vector<Id<Team>> lanes;
    std::unordered_set<AnyId> listed;
    const auto add = [&](const Id<Team>& team) {
        if (model.contains(team) && listed.insert(team).second) lanes.push_back(team);
    };
    for (const Id<Team> team : variant.lanes) add(team);

    std::unordered_set<AnyId> used;
    bool hasUnassigned = false;
    model.forEach(variant.steps, [&](const Step& step) {
        const bool isWork =
            step.type == StepType::task || step.type == StepType::decision || step.type == StepType::wait;
        if (model.contains(step.team))
            used.insert(step.team);
        else
            hasUnassigned = hasUnassigned || isWork;
    });
    for (const Id<Team> team : model.plan().teams)
        if (used.contains(team)) add(team);
    if (hasUnassigned || lanes.empty()) lanes.emplace_back();
    return lanes;
}

} // namespace flowspine::model
