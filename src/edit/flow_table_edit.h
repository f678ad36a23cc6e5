// Steps of a flow as rows of a table, by names: what a spreadsheet holds becomes steps, lanes and links in one edit.
// Cells that name nothing known are left out and explained; the rest of their row counts.
#pragma once

#include "edit/entity_edit.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::edit {

using model::Id;

// What is not stated leaves a step as it is. Empty text takes a fact away.
struct FlowTableRow {
    Id<model::Step> id; // the step; empty: the step of that name, or a new one
    std::string name;
    std::optional<model::StepType> type;
    std::optional<std::string> lane; // a team; one that is not there is made
    std::optional<std::string> phase;
    std::optional<base::Duration> processTime;
    std::optional<base::Duration> waitTime;
    std::optional<double> percentCompleteAccurate;
    std::optional<std::string> accountable; // roles, separated by ";"
    std::optional<std::string> decisionRight;
    // Steps it leads to, separated by ";" or line breaks (by "," where no step is called like the whole), each with its
    // share behind it when it has one: "Decide 80 %; Fix 20 %". "end" is the flow's end. Other ways out that are not
    // named end.
    std::optional<std::string> next;
};

enum class FlowTableColumn : std::uint8_t {
    step,
    type,
    lane,
    phase,
    process,
    wait,
    quality,
    accountable,
    decisionRight,
    next,
};

struct FlowTableProblem {
    std::size_t row = 0; // in the list of rows
    FlowTableColumn column = FlowTableColumn::step;
    std::string message;      // for a person
    std::string unknown = {}; // the name of what is not there, where it could be made
    friend bool operator==(const FlowTableProblem&, const FlowTableProblem&) = default;
};

struct FlowTableResult {
    Model model;
    std::vector<AnyId> steps; // of each row; empty where a row made none
    std::vector<AnyId> addedSteps;
    std::vector<AnyId> changedSteps;
    std::vector<AnyId> addedTeams;
    std::size_t addedLinks = 0;
    std::size_t removedLinks = 0;
    std::vector<FlowTableProblem> problems;
};

// When no row says what comes next, new steps follow each other, the first one `after` (may be empty: the start). In a
// flow that goes straight from its start to its end, the start leads to the first new step and steps that lead nowhere
// lead to the end. Errors: no-owner, and those of setField() for values out of range.
[[nodiscard]] Result<FlowTableResult> applyTable(const Model& model, const Id<model::Variant>& variant,
                                                 const std::vector<FlowTableRow>& rows, const AnyId& after,
                                                 base::IdGenerator& ids);

} // namespace flowspine::edit
