// The table between programs: rows pasted from a spreadsheet with their preview, and text copied out.
#include "adapters/field_edit.h"
#include "editors/flows/flow_table.h"
#include "editors/flows/flow_table_text.h"

#include <QLabel>

namespace flowspine::editors {

using adapters::FieldEdit;
using adapters::toQt;
using edit::FlowTableColumn;
using model::AnyId;
using model::Id;
using model::Model;
using model::Step;
using model::Variant;

bool FlowTable::paste(const QString& text) {
    cancel();
    say({});
    const Variant* variant = m_session.live().find(m_variant);
    m_session.settleGesture();
    const FieldEdit reader(m_session.committed());
    PastedTable table = pastedTable(text, reader);
    if (!variant || table.rows.empty()) return false;
    AnyId after = m_session.selection().primary();
    if (!variant->steps.contains(after)) after = {};

    base::Result<edit::FlowTableResult> applied =
        edit::applyTable(m_session.committed(), m_variant, table.rows, after, m_session.ids());
    if (!applied) {
        say(toQt(applied.error().message));
        return true;
    }
    edit::FlowTableResult result = *std::move(applied);
    result.problems.insert(result.problems.begin(), table.problems.begin(), table.problems.end());
    m_states.clear();
    m_rowProblems.clear();
    for (const AnyId& id : result.addedSteps) m_states[id] = StepRow::State::added;
    for (const AnyId& id : result.changedSteps) m_states[id] = StepRow::State::changed;
    for (const edit::FlowTableProblem& problem : result.problems)
        if (problem.row < result.steps.size() && result.steps[problem.row])
            m_rowProblems[result.steps[problem.row]] += toQt(problem.message) + u'\n';
    m_preview = m_session.beginGesture(tr("Paste %n row(s)", nullptr, static_cast<int>(table.rows.size())));
    showBar(result, table.rows.size(), table.unknownHeadings);
    const base::Result<> shown = m_preview->preview([&](const Model&) -> base::Result<Model> { return result.model; });
    if (!shown) {
        cancel();
        say(toQt(shown.error().message));
    }
    for (const StepRow& row : m_rows->rows())
        if (row.state != StepRow::State::plain) {
            m_view->scrollTo(m_rows->indexOf(row.id), QAbstractItemView::PositionAtCenter);
            break;
        }
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

void FlowTable::showBar(const edit::FlowTableResult& result, std::size_t rowCount, const QStringList& unknownHeadings) {
    QStringList parts;
    const auto add = [&parts](std::size_t count, const QString& one, const QString& many) {
        if (count > 0) parts += count == 1 ? one : many.arg(count);
    };
    add(result.addedSteps.size(), tr("1 new step"), tr("%1 new steps"));
    add(result.changedSteps.size(), tr("1 changed"), tr("%1 changed"));
    add(result.addedTeams.size(), tr("1 new lane"), tr("%1 new lanes"));
    add(result.addedLinks, tr("1 new link"), tr("%1 new links"));
    add(result.removedLinks, tr("1 link taken out"), tr("%1 links taken out"));
    m_words->setText((rowCount == 1 ? tr("1 row: ") : tr("%1 rows: ").arg(rowCount)) +
                     (parts.isEmpty() ? tr("nothing new") : parts.join(QStringLiteral(", "))) + u'.');
    QStringList problems;
    for (const edit::FlowTableProblem& problem : result.problems)
        problems += tr("Row %1, %2: %3").arg(problem.row + 1).arg(headingOf(problem.column), toQt(problem.message));
    for (const QString& heading : unknownHeadings) problems += tr("The column “%1” means nothing here.").arg(heading);
    m_problems->setText(problems.size() == 1 ? tr("1 cell to settle") : tr("%1 cells to settle").arg(problems.size()));
    m_problems->setToolTip(adapters::plainTip(problems.join(u'\n')));
    m_problems->setVisible(!problems.isEmpty());
    m_bar->show();
}

void FlowTable::apply() {
    if (!isPreviewing()) return;
    const std::unique_ptr<session::Gesture> preview = std::move(m_preview);
    m_states.clear();
    m_rowProblems.clear();
    m_bar->hide();
    preview->commit();
    refresh();
}

void FlowTable::cancel() {
    if (!m_preview) return;
    const std::unique_ptr<session::Gesture> preview = std::move(m_preview);
    m_states.clear();
    m_rowProblems.clear();
    m_bar->hide();
    preview->cancel();
    refresh();
}

QString FlowTable::pasteWords() const {
    return m_bar->isHidden() ? QString() : m_words->text();
}

QString FlowTable::copiedText() const {
    QStringList headings;
    for (const FlowTableColumn column : tableColumns) headings += headingOf(column);
    std::vector<QStringList> cells = {headings};
    const QModelIndexList selected = m_view->selectionModel()->selectedRows();
    for (int i = 0; i < m_rows->rowCount(); ++i) {
        if (!selected.isEmpty() && !m_view->selectionModel()->isRowSelected(i)) continue;
        const StepRow& row = m_rows->rows()[static_cast<std::size_t>(i)];
        QStringList line(row.cells.begin(), row.cells.end());
        // "Nobody" is said of an empty cell.
        const Step* step = m_session.live().find(Id<Step>(row.id));
        if (step && step->accountable.isEmpty()) line[6].clear();
        cells.push_back(line);
    }
    return textOfCells(cells);
}

} // namespace flowspine::editors
