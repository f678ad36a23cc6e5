#include "view/coverage.h"

#include "view/line_of_sight.h"

#include <algorithm>
#include <unordered_map>

namespace flowspine::view {

namespace {

using model::Id;
using model::Model;

// The places of ids in a list.
std::unordered_map<AnyId, std::size_t> placesOf(const std::vector<AnyId>& ids) {
    std::unordered_map<AnyId, std::size_t> places;
    for (std::size_t i = 0; i < ids.size(); ++i) places.emplace(ids[i], i);
    return places;
}

template <class T>
std::vector<AnyId> inSight(const Model& model, const model::ChildList<T>& list) {
    std::vector<AnyId> ids;
    model.forEach(list, [&](const T& entity) {
        if (isInSight(entity)) ids.push_back(entity.id);
    });
    return ids;
}

CoverageMatrix matrix(std::string_view title, std::string_view nothingSays, Role nothingRole, std::vector<AnyId> rows,
                      std::vector<AnyId> columns) {
    CoverageMatrix made{title, nothingSays, nothingRole, std::move(rows), std::move(columns), {}};
    made.counts.assign(made.rows.size() * made.columns.size(), 0);
    return made;
}

} // namespace

std::size_t CoverageMatrix::ofRow(std::size_t row) const {
    std::size_t covered = 0;
    for (std::size_t column = 0; column < columns.size(); ++column) covered += at(row, column) > 0 ? 1 : 0;
    return covered;
}

std::size_t CoverageMatrix::ofColumn(std::size_t column) const {
    std::size_t covered = 0;
    for (std::size_t row = 0; row < rows.size(); ++row) covered += at(row, column) > 0 ? 1 : 0;
    return covered;
}

std::array<CoverageMatrix, 3> coverageOf(const Model& model) {
    const model::Plan& plan = model.plan();
    const std::vector<AnyId> flows = inSight(model, plan.flows);

    CoverageMatrix outcomes = matrix("Outcomes by the flows that deliver them", "no flow delivers it", Role::warn,
                                     inSight(model, plan.outcomes), flows);
    const auto outcomeRows = placesOf(outcomes.rows);
    CoverageMatrix spine = matrix("Fixed spine by the flows that stand on it", "no step refers to it", Role::muted,
                                  plan.spine.ids(), flows);
    const auto spineRows = placesOf(spine.rows);
    for (std::size_t column = 0; column < flows.size(); ++column) {
        const model::Flow& flow = *model.find(Id<model::Flow>(flows[column]));
        for (const AnyId& outcome : flow.outcomes.ids())
            if (const auto row = outcomeRows.find(outcome); row != outcomeRows.end())
                outcomes.counts[row->second * flows.size() + column] = 1;
        const model::Variant* variant = shownVariant(model, flow, false);
        if (!variant) continue;
        model.forEach(variant->steps, [&](const model::Step& step) {
            for (const AnyId& item : step.spine.ids())
                if (const auto row = spineRows.find(item); row != spineRows.end())
                    ++spine.counts[row->second * flows.size() + column];
        });
    }

    CoverageMatrix constraints = matrix("Constraints by the roadmap items that work on them", "nobody works on it",
                                        Role::bad, inSight(model, plan.constraints), inSight(model, plan.roadmap));
    const auto constraintRows = placesOf(constraints.rows);
    for (std::size_t column = 0; column < constraints.columns.size(); ++column) {
        const model::RoadmapItem& item = *model.find(Id<model::RoadmapItem>(constraints.columns[column]));
        for (const AnyId& constraint : item.constraints.ids())
            if (const auto row = constraintRows.find(constraint); row != constraintRows.end())
                constraints.counts[row->second * constraints.columns.size() + column] = 1;
    }
    return {std::move(outcomes), std::move(spine), std::move(constraints)};
}

} // namespace flowspine::view
