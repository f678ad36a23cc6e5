// A flow's table as text between programs: cells separated by tabs, as spreadsheets copy and paste them.
#pragma once

#include "adapters/cell_text.h"
#include "adapters/field_edit.h"
#include "edit/flow_table_edit.h"

#include <QString>
#include <QStringList>

#include <array>
#include <vector>

namespace flowspine::editors {

using adapters::cellsOf;
using adapters::textOfCells;

// The columns of the table, from left to right.
inline constexpr std::array tableColumns = {
    edit::FlowTableColumn::step,        edit::FlowTableColumn::type,          edit::FlowTableColumn::lane,
    edit::FlowTableColumn::process,     edit::FlowTableColumn::wait,          edit::FlowTableColumn::quality,
    edit::FlowTableColumn::accountable, edit::FlowTableColumn::decisionRight, edit::FlowTableColumn::next};

// The name of a column in the plan's words, and the other way round: "Touch time" is the process time. nullopt for a
// heading that means nothing here.
[[nodiscard]] QString headingOf(edit::FlowTableColumn column);
[[nodiscard]] std::optional<edit::FlowTableColumn> columnNamed(const QString& heading);

struct PastedTable {
    std::vector<edit::FlowTableRow> rows;
    std::vector<edit::FlowTableProblem> problems; // cells that are no time, number or type
    bool hasHeadings = false;
    QStringList unknownHeadings; // columns that are left out
};
// The first row names the columns when at least two of its cells (or its only one) do; else they are taken in the
// table's order. A heading may state a unit for bare numbers: "Wait (d)".
[[nodiscard]] PastedTable pastedTable(const QString& text, const adapters::FieldEdit& reader);

} // namespace flowspine::editors
