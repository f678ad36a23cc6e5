// The table between programs: rows pasted from a spreadsheet with their preview, and text copied out.
#include "adapters/field_edit.h"
#include "analysis/flow_metrics.h"
#include "editors/flows/figure_words.h"
#include "editors/flows/flow_table.h"
#include "editors/flows/flow_table_header.h"
#include "editors/flows/flow_table_text.h"
#include "view/time_text.h"

#include <QLabel>
#include <QMenu>
#include <QPushButton>

#include <algorithm>

namespace flowspine::editors {

using adapters::FieldEdit;
using adapters::toQt;
using edit::FlowTableColumn;
using model::AnyId;
using model::Id;
using model::Model;
using model::Step;
using model::Variant;

namespace {

constexpr int roomForEffect = 1280; // px

} // namespace

bool FlowTable::paste(const QString& text) {
    cancel();
    say({});
    m_session.settleGesture();
    const Variant* variant = m_session.live().find(m_variant);
    const PastedTable table = pastedTable(text, FieldEdit(m_session.committed()));
    if (!variant || table.rows.empty()) return false;
    m_pasted = text;
    m_meanings.reset();
    m_newRoles.clear();
    m_after = m_session.selection().primary();
    if (!variant->steps.contains(m_after)) m_after = {};
    m_preview = m_session.beginGesture(tr("Paste %n row(s)", nullptr, static_cast<int>(table.rows.size())),
                                       session::DocumentSession::WhenSettled::cancels);
    showPreview();
    for (const StepRow& row : m_rows->rows())
        if (row.state != StepRow::State::plain) {
            m_view->scrollTo(m_rows->indexOf(row.id), QAbstractItemView::PositionAtCenter);
            break;
        }
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

void FlowTable::showPreview() {
    if (!isPreviewing()) return;
    const FieldEdit reader(m_session.committed());
    PastedTable table = pastedTable(m_pasted, reader, m_meanings ? &*m_meanings : nullptr);
    m_columns = table.columns;
    Model base = m_session.committed();
    for (const std::string& name : m_newRoles) {
        base::Result<edit::Added> role = edit::addNew(base, base.plan().id, model::Kind::role, name, m_session.ids());
        if (role) base = std::move(role).value().model;
    }
    base::Result<edit::FlowTableResult> applied =
        edit::applyTable(base, m_variant, table.rows, m_after, m_session.ids());
    if (!applied) {
        cancel();
        return say(toQt(applied.error().message));
    }
    edit::FlowTableResult result = *std::move(applied);
    result.problems.insert(result.problems.begin(), table.problems.begin(), table.problems.end());
    m_states.clear();
    m_rowProblems.clear();
    for (const AnyId& id : result.addedSteps) m_states[id] = StepRow::State::added;
    for (const AnyId& id : result.changedSteps) m_states[id] = StepRow::State::changed;
    m_unknownRoles.clear();
    for (const edit::FlowTableProblem& problem : result.problems) {
        if (problem.row < result.steps.size() && result.steps[problem.row])
            m_rowProblems[result.steps[problem.row]] += toQt(problem.message) + u'\n';
        const bool isKnown =
            std::find(m_unknownRoles.begin(), m_unknownRoles.end(), problem.unknown) != m_unknownRoles.end();
        if (!problem.unknown.empty() && !isKnown) m_unknownRoles.push_back(problem.unknown);
    }
    m_proposed = result.addedSteps;
    m_proposed.insert(m_proposed.end(), result.addedTeams.begin(), result.addedTeams.end());
    if (const Variant* before = m_session.committed().find(m_variant))
        for (const AnyId& link : result.model.find(m_variant)->links.ids())
            if (!before->links.contains(link)) m_proposed.push_back(link);
    showBar(result, table.rows.size(), table.unknownHeadings);
    const base::Result<> shown = m_preview->preview([&](const Model&) -> base::Result<Model> { return result.model; });
    if (!shown) {
        cancel();
        say(toQt(shown.error().message));
    }
}

void FlowTable::forgetPreview() {
    m_states.clear();
    m_rowProblems.clear();
    m_proposed.clear();
    m_header->setPasted({});
    m_bar->hide();
}

void FlowTable::takeFrom(FlowTableColumn column, std::optional<std::size_t> pasted) {
    if (!isPreviewing()) return;
    ColumnMeanings meanings;
    for (const PastedColumn& each : m_columns) meanings.push_back(each.meaning);
    for (auto& each : meanings)
        if (each == column) each.reset();
    if (pasted && *pasted < meanings.size()) meanings[*pasted] = column;
    m_meanings = std::move(meanings);
    showPreview();
}

void FlowTable::addUnknownRoles() {
    m_newRoles.insert(m_newRoles.end(), m_unknownRoles.begin(), m_unknownRoles.end());
    showPreview();
}

void FlowTable::askColumn(int section) {
    if (!isPreviewing()) return;
    const FlowTableColumn column = tableColumns[static_cast<std::size_t>(section)];
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto offer = [&](const QString& words, std::optional<std::size_t> pasted, bool isTaken) {
        QAction* action = menu->addAction(words, this, [this, column, pasted] { takeFrom(column, pasted); });
        action->setCheckable(true);
        action->setChecked(isTaken);
    };
    bool isTaken = false;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        isTaken = isTaken || m_columns[i].meaning == column;
        QString words = m_columns[i].heading.isEmpty() ? tr("Column %1").arg(i + 1) : m_columns[i].heading;
        words.replace(u'&', QStringLiteral("&&"));
        offer(words, i, m_columns[i].meaning == column);
    }
    menu->addSeparator();
    offer(tr("Not pasted"), std::nullopt, !isTaken);
    menu->popup(m_header->mapToGlobal(QPoint(m_header->sectionViewportPosition(section), m_header->height())));
}

// "If applied: one pass 43.9 d → 42 d, handoffs 12 → 14"
QString FlowTable::effectOf(const Model& pasted) const {
    const model::Flow* flow = m_session.committed().find(m_session.index().ownerOfType<model::Flow>(m_variant));
    const Variant* before = m_session.committed().find(m_variant);
    const Variant* after = pasted.find(m_variant);
    if (!flow || !before || !after) return {};
    const analysis::FlowMetrics old = analysis::flowMetrics(m_session.committed(), *flow, *before);
    const analysis::FlowMetrics made = analysis::flowMetrics(pasted, *flow, *after);
    const double day = view::hoursPerDay(pasted.plan());
    const auto time = [&](const std::optional<double>& hours) {
        return hours ? toQt(timeText(*hours, day)) : QStringLiteral("–");
    };
    return tr("If applied: one pass %1 → %2, handoffs %3 → %4")
        .arg(time(old.staticLeadHours), time(made.staticLeadHours))
        .arg(old.handoffs)
        .arg(made.handoffs);
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
    m_effect->setText(effectOf(result.model));
    m_effect->setVisible(width() >= roomForEffect);
    m_words->setToolTip(adapters::plainTip(m_effect->text()));
    m_addRoles->setText(m_unknownRoles.size() == 1 ? tr("Add role %1").arg(toQt(m_unknownRoles.front()).left(40))
                                                   : tr("Add %1 roles").arg(m_unknownRoles.size()));
    m_addRoles->setVisible(!m_unknownRoles.empty());
    QStringList pasted;
    for (const FlowTableColumn column : tableColumns) {
        const auto from = std::find_if(m_columns.begin(), m_columns.end(),
                                       [&](const PastedColumn& each) { return each.meaning == column; });
        pasted += from == m_columns.end() ? QString() : from->heading;
    }
    m_header->setPasted(pasted);
    m_bar->show();
}

void FlowTable::apply() {
    if (!isPreviewing()) return;
    const std::unique_ptr<session::Gesture> preview = std::move(m_preview);
    forgetPreview();
    preview->commit();
    refresh();
}

void FlowTable::cancel() {
    if (!m_preview) return;
    const std::unique_ptr<session::Gesture> preview = std::move(m_preview);
    forgetPreview();
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
