// Edits of the roadmap: items by horizon and rank, their dates, and what waits for what.
#pragma once

#include "edit/entity_edit.h"

namespace flowspine::edit {

using model::Id;

// An item, last in its horizon.
[[nodiscard]] Result<Added> addRoadmapItem(const Model& model, model::Horizon horizon, std::string_view title,
                                           base::IdGenerator& ids);

// An experiment in the nearest horizon that works on `constraint`.
[[nodiscard]] Result<Added> addExperimentFor(const Model& model, const Id<model::Constraint>& constraint,
                                             std::string_view title, base::IdGenerator& ids);

// Rank counts from 0 among the items of one horizon.
[[nodiscard]] Result<Model> moveItem(const Model& model, const Id<model::RoadmapItem>& item, model::Horizon horizon,
                                     std::size_t rank);

// Moves an item to a day. When it has a start and an end its length stays; an item without an end stays open; one that
// has only an end keeps that. Errors: end-before-start, out-of-range.
[[nodiscard]] Result<Model> scheduleItem(const Model& model, const Id<model::RoadmapItem>& item, base::Date start);

// Sets both ends; either may be none. Error: end-before-start.
[[nodiscard]] Result<Model> setItemDates(const Model& model, const Id<model::RoadmapItem>& item,
                                         std::optional<base::Date> start, std::optional<base::Date> end);

// `item` waits for `earlier`. Errors: same-item, and dependency-cycle when `earlier` already waits for `item`, directly
// or through others; the message names the chain.
[[nodiscard]] Result<Model> connectDependency(const Model& model, const Id<model::RoadmapItem>& item,
                                              const Id<model::RoadmapItem>& earlier);
[[nodiscard]] Result<Model> disconnectDependency(const Model& model, const Id<model::RoadmapItem>& item,
                                                 const Id<model::RoadmapItem>& earlier);

} // namespace flowspine::edit
