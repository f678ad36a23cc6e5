// What the grid of decision rights shows, before it is drawn: its rows and the roles that take part.
#pragma once

#include "model/model_index.h"

#include <string>
#include <vector>

namespace flowspine::view {

struct DecisionCell {
    std::string letters; // "A", "A C" for a role with two parts, empty for none
    bool decides = false;
};

struct DecisionRow {
    model::AnyId id;                             // of the right, or of the step that decides without one
    const model::DecisionRight* right = nullptr; // none for a step
    const model::Step* step = nullptr;           // the first current step under the right; the step itself
    std::vector<DecisionCell> cells;             // by role
    std::size_t deciders = 0;
    std::string note; // "2 steps", "a step of “Permit”", "used nowhere"
};

struct DecisionTable {
    std::vector<const model::Role*> roles; // in the plan's order
    std::vector<const model::Role*> hidden;
    std::vector<DecisionRow> rights;
    std::vector<DecisionRow> derived; // decisions of current variants without a right
};

// Roles without a part in any row are hidden unless `showsAllRoles`, or there are no others.
[[nodiscard]] DecisionTable decisionTable(const model::Model& model, const model::ModelIndex& index,
                                          bool showsAllRoles);

} // namespace flowspine::view
