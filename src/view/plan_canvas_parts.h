// What the one-page canvas says, before it has a place: sections of entries, gathered from the plan.
#pragma once

#include "model/model.h"

#include <string>
#include <string_view>
#include <vector>

namespace flowspine::view {

struct CanvasEntry {
    model::AnyId id; // empty: it sums several up
    std::string name;
    std::string detail;
};

struct CanvasSection {
    std::string_view part; // names it from one picture to the next
    std::string_view title;
    std::string_view icon;
    std::string_view nothing; // what to say without entries
    std::string summary;
    std::vector<CanvasEntry> entries;
};

struct CanvasPlan {
    std::string name;
    std::string purpose;
    CanvasSection people;
    CanvasSection organisationWants;
    CanvasSection suppliers;
    CanvasSection locations;
    CanvasSection processes;
    CanvasSection information;
    CanvasSection organisation;
    CanvasSection management;
};
[[nodiscard]] CanvasPlan canvasPlan(const model::Model& model);

} // namespace flowspine::view
