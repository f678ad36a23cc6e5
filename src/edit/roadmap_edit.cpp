#include "edit/roadmap_edit.h"

#include "edit/groundwork.h"
#include "edit/rank.h"
#include "model/draft.h"
#include "model/naming.h"

#include <deque>
#include <limits>
#include <unordered_map>

namespace flowspine::edit {

namespace {

using base::Date;
using base::failure;
using model::Horizon;
using model::RoadmapItem;

constexpr std::size_t last = std::numeric_limits<std::size_t>::max();

std::size_t placeIn(const Model& model, const AnyId& moved, Horizon horizon, std::size_t rank) {
    return placeForRank(model, model.plan().roadmap, moved, rank,
                        [horizon](const RoadmapItem& item) { return item.horizon == horizon; });
}

// From `from` along what each waits for to `to`, both included, by the fewest steps; empty when there is no way.
std::vector<AnyId> waitingChain(const Model& model, const AnyId& from, const AnyId& to) {
    std::unordered_map<AnyId, AnyId> reachedFrom{{from, {}}};
    std::deque<AnyId> open{from};
    while (!open.empty() && !reachedFrom.contains(to)) {
        const AnyId at = open.front();
        open.pop_front();
        const RoadmapItem* item = model.find(Id<RoadmapItem>(at));
        if (item == nullptr) continue;
        for (const Id<RoadmapItem> next : item->dependsOn)
            if (reachedFrom.emplace(next, at).second) open.push_back(next);
    }
    std::vector<AnyId> chain;
    if (!reachedFrom.contains(to)) return chain;
    for (AnyId at = to; at; at = reachedFrom.at(at)) chain.insert(chain.begin(), at);
    return chain;
}

Error cycleError(const Model& model, const AnyId& item, const std::vector<AnyId>& chain) {
    const auto quoted = [&model](const AnyId& id) { return "“" + model::shortName(model, id) + "”"; };
    std::string through;
    for (std::size_t i = 1; i + 1 < chain.size(); ++i) through += (through.empty() ? "" : ", ") + quoted(chain[i]);
    if (!through.empty()) through = " through " + through;
    return failure("dependency-cycle",
                   quoted(item) + " cannot wait for " + quoted(chain.front()) + ", which already waits for " +
                       quoted(item) + through + ".",
                   std::string(item.text()));
}

} // namespace

Result<Added> addRoadmapItem(const Model& model, Horizon horizon, std::string_view title, base::IdGenerator& ids) {
    auto item = std::make_shared<RoadmapItem>();
    item->id = newId(model, Kind::roadmapItem, ids);
    item->title = title;
    item->horizon = horizon;
    const AnyId id = item->id;
    Result<Model> next = add(model, model.plan().id, std::move(item), placeIn(model, {}, horizon, last));
    if (!next) return next.error();
    return Added{*std::move(next), id};
}

Result<Added> addExperimentFor(const Model& model, const Id<model::Constraint>& constraint, std::string_view title,
                               base::IdGenerator& ids) {
    Result<Added> item = addRoadmapItem(model, Horizon::now, title, ids);
    if (!item) return item;
    Result<Model> next =
        setField(item->model, item->id, "constraints", model::FieldValue(std::vector<AnyId>{constraint}));
    if (!next) return next.error();
    return Added{*std::move(next), item->id};
}

Result<Model> moveItem(const Model& model, const Id<RoadmapItem>& item, Horizon horizon, std::size_t rank) {
    Result<Model> moved = move(model, item, model.plan().id, placeIn(model, item, horizon, rank));
    if (!moved) return moved;
    return setField(*moved, item, "horizon", model::ChoiceValue{static_cast<std::uint8_t>(horizon)});
}

Result<Model> scheduleItem(const Model& model, const Id<RoadmapItem>& item, Date start) {
    const RoadmapItem* present = model.find(item);
    if (present == nullptr) return noSuchEntity(item);
    std::optional<Date> end = present->end;
    if (present->start && end) end = base::addDays(start, end->days - present->start->days);
    return setItemDates(model, item, start, end);
}

Result<Model> setItemDates(const Model& model, const Id<RoadmapItem>& item, std::optional<Date> start,
                           std::optional<Date> end) {
    if (model.find(item) == nullptr) return noSuchEntity(item);
    if (start && end && *end < *start)
        return failure("end-before-start",
                       "“" + model::shortName(model, item) + "” would end on " + base::toWords(*end) +
                           ", before it starts on " + base::toWords(*start) + ".",
                       std::string(item.text()));
    const auto value = [](std::optional<Date> date) { return date ? FieldValue(*date) : FieldValue(); };
    Result<Model> started = setField(model, item, "start", value(start));
    if (!started) return started;
    return setField(*started, item, "end", value(end));
}

Result<Model> connectDependency(const Model& model, const Id<RoadmapItem>& item, const Id<RoadmapItem>& earlier) {
    const RoadmapItem* present = model.find(item);
    if (present == nullptr) return noSuchEntity(item);
    if (item == earlier) return failure("same-item", "An item cannot wait for itself.", std::string(item.text()));
    const std::vector<AnyId> chain = waitingChain(model, earlier, item);
    if (!chain.empty()) return cycleError(model, item, chain);
    return setField(model, item, "dependsOn", withMember(present->dependsOn, earlier, true));
}

Result<Model> disconnectDependency(const Model& model, const Id<RoadmapItem>& item, const Id<RoadmapItem>& earlier) {
    const RoadmapItem* present = model.find(item);
    if (present == nullptr) return noSuchEntity(item);
    return setField(model, item, "dependsOn", withMember(present->dependsOn, earlier, false));
}

} // namespace flowspine::edit
