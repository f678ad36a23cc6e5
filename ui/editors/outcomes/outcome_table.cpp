#include "editors/outcomes/outcome_table.h"

#include "adapters/cell_delegate.h"
#include "adapters/cell_text.h"
#include "adapters/field_edit.h"
#include "adapters/plain_text.h"
#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "render/icon.h"
#include "render/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace flowspine::editors {

using adapters::FieldEdit;
using adapters::RowColumn;
using adapters::toQt;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;
using model::Outcome;

namespace {

constexpr int rowHeight = 26;

struct ColumnWords {
    const char* heading;
    const char* field; // nullptr: not written here
    int width;
};
// In the order of OutcomeColumn.
constexpr std::array<ColumnWords, outcomeColumns> columnWords = {
    {{QT_TRANSLATE_NOOP("OutcomeTable", "Outcome"), "title", 300},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Matters to"), "perspective", 120},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Audience"), "audience", 150},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Owner"), "owner", 170},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Term"), "term", 80},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Status"), "status", 80},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Part of"), "parent", 140},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Measures"), nullptr, 260},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Held back by"), nullptr, 90},
     {QT_TRANSLATE_NOOP("OutcomeTable", "Delivered by"), nullptr, 90}}};

// What is part of another outcome is indented under it, as long as the plan's order is shown.
class OutcomeRows final : public adapters::RowModel<OutcomeRow> {
  public:
    using RowModel::RowModel;

    [[nodiscard]] QVariant data(const QModelIndex& at, int role) const override {
        if (role == Qt::DisplayRole && at.isValid() && at.column() == 0) {
            const OutcomeRow& row = rows()[static_cast<std::size_t>(at.row())];
            return QString(4 * row.depth, QChar::Nbsp) + row.cells[0];
        }
        return RowModel::data(at, role);
    }
};

// Finds words in any cell, and sorts numbers as numbers.
class OutcomeFilter final : public QSortFilterProxyModel {
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

  protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override {
        const QString pattern = filterRegularExpression().pattern();
        if (pattern.isEmpty()) return true;
        for (const QString& word : pattern.split(u' ', Qt::SkipEmptyParts)) {
            bool isThere = false;
            for (int column = 0; column < sourceModel()->columnCount(parent); ++column)
                isThere = isThere || sourceModel()
                                         ->index(row, column, parent)
                                         .data(Qt::EditRole)
                                         .toString()
                                         .contains(word, Qt::CaseInsensitive);
            if (!isThere) return false;
        }
        return true;
    }
    [[nodiscard]] bool lessThan(const QModelIndex& a, const QModelIndex& b) const override {
        const QString left = a.data(Qt::EditRole).toString();
        const QString right = b.data(Qt::EditRole).toString();
        bool areNumbers = false;
        bool isRightNumber = false;
        const int leftNumber = left.toInt(&areNumbers);
        const int rightNumber = right.toInt(&isRightNumber);
        if (areNumbers && isRightNumber) return leftNumber < rightNumber;
        return QString::localeAwareCompare(left, right) < 0;
    }
};

} // namespace

OutcomeTable::OutcomeTable(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_session(session), m_theme(&theme), m_rows(new OutcomeRows(columns(), this)),
      m_sorted(new OutcomeFilter(this)), m_filter(new QLineEdit(this)), m_typeLine(new QLineEdit(this)),
      m_view(new QTableView(this)), m_said(adapters::plainLabel({}, this)) {
    m_sorted->setSourceModel(m_rows);
    m_filter->setPlaceholderText(tr("Find in the table"));
    m_filter->setAccessibleName(tr("Find in the table"));
    m_filter->setClearButtonEnabled(true);
    m_filter->setMaximumWidth(320);
    m_filter->setMinimumWidth(200);
    m_typeLine->setPlaceholderText(tr("Type the next outcome and press Enter"));
    m_typeLine->setAccessibleName(tr("The next outcome"));
    m_typeLine->setMaximumWidth(480);
    connect(m_typeLine, &QLineEdit::returnPressed, this, [this] {
        const QString line = adapters::oneLine(m_typeLine->text());
        m_typeLine->clear();
        if (!line.isEmpty()) emit lineTyped(line);
    });
    connect(m_filter, &QLineEdit::textChanged, m_sorted, &QSortFilterProxyModel::setFilterFixedString);

    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_sorted);
    m_view->setItemDelegate(new adapters::CellDelegate([this](int column) { return suggestions(column); }, m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setAccessibleName(tr("Outcomes"));
    m_view->setWordWrap(false);
    m_view->setSortingEnabled(true);
    m_view->setFont(render::fontFor({.size = 13, .weight = 400}));
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->verticalHeader()->hide();
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setStretchLastSection(true);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->horizontalHeader()->setSortIndicator(-1, Qt::AscendingOrder);
    for (std::size_t i = 0; i < columnWords.size(); ++i)
        m_view->setColumnWidth(static_cast<int>(i), columnWords[i].width);
    // What can be measured stands beside what it is about.
    m_view->horizontalHeader()->moveSection(static_cast<int>(OutcomeColumn::measures), 1);
    m_view->installEventFilter(this);
    m_typeLine->installEventFilter(this);
    m_filter->installEventFilter(this);
    m_said->setForegroundRole(QPalette::BrightText);
    m_said->setContentsMargins(12, 4, 12, 4);
    m_said->hide();

    auto* bar = new QHBoxLayout;
    bar->setContentsMargins(24, 8, 24, 8);
    bar->addWidget(m_typeLine, 2);
    bar->addStretch(1);
    bar->addWidget(m_filter, 1);
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addLayout(bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_said);
    setFocusProxy(m_view);

    connect(&session, &session::DocumentSession::changed, this,
            [this](const Model&, const Model&, const diff::ModelDiff& difference) {
                if (difference.touches(model::kinds(Kind::plan, Kind::outcome, Kind::measure, Kind::reading,
                                                    Kind::constraint, Kind::flow, Kind::role, Kind::stakeholder)))
                    refresh();
            });
    connect(&session, &session::DocumentSession::selectionChanged, this, &OutcomeTable::followSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &OutcomeTable::tellSelection);
}

void OutcomeTable::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    refresh();
}

std::vector<RowColumn<OutcomeRow>> OutcomeTable::columns() {
    std::vector<RowColumn<OutcomeRow>> made;
    for (std::size_t i = 0; i < columnWords.size(); ++i) {
        const auto column = static_cast<OutcomeColumn>(i);
        RowColumn<OutcomeRow> each;
        each.heading = tr(columnWords[i].heading);
        each.text = [i](const OutcomeRow& row) { return row.cells[i]; };
        if (columnWords[i].field)
            each.write = [this, column](const OutcomeRow& row, const QString& text) {
                return write(row, column, text);
            };
        each.more = [this, column](const OutcomeRow& row, int role) -> QVariant {
            if (role == Qt::ForegroundRole && column == OutcomeColumn::measures && row.isBroken)
                return m_theme->color(view::Role::bad);
            return {};
        };
        made.push_back(std::move(each));
    }
    return made;
}

QStringList OutcomeTable::suggestions(int column) const {
    const char* name = columnWords[static_cast<std::size_t>(column)].field;
    if (!name) return {};
    const model::FieldDescription& field = *model::entityType(Kind::outcome).field(name);
    QStringList words;
    for (const model::Choice& choice : field.choices) words += toQt(choice.label);
    if (field.type == model::FieldType::reference) {
        for (const Kind kind : model::allKinds())
            if (model::contains(field.options.targets, kind))
                for (const model::EntityPtr& row : m_session.live().table(kind).rows())
                    words += toQt(model::shortName(m_session.live(), row->id));
        words.sort(Qt::CaseInsensitive);
    }
    return words;
}

bool OutcomeTable::write(const OutcomeRow& row, OutcomeColumn column, const QString& text) {
    const auto at = static_cast<std::size_t>(column);
    if (text == row.cells[at]) return true;
    const char* name = columnWords[at].field;
    const base::Result<model::FieldValue> value =
        FieldEdit(m_session.committed()).value(*model::entityType(Kind::outcome).field(name), text);
    if (!value) {
        say(toQt(value.error().message));
        return false;
    }
    const base::Result<> done =
        m_session.commit(tr("Set %1 of %2").arg(tr(columnWords[at].heading), row.cells[0]),
                         [&](const Model& model) { return edit::setField(model, row.id, name, *value); });
    say(done ? QString() : toQt(done.error().message));
    return done.hasValue();
}

bool OutcomeTable::indent(bool isDeeper) {
    const AnyId id = m_session.selection().primary();
    const std::vector<OutcomeRow>& rows = m_rows->rows();
    const auto at = std::find_if(rows.begin(), rows.end(), [&](const OutcomeRow& row) { return row.id == id; });
    if (at == rows.end()) return false;
    AnyId parent;
    if (isDeeper) {
        // The one before it that stands as deep.
        auto above = at;
        while (above != rows.begin() && (--above)->depth > at->depth) {
        }
        if (above == at || above->depth != at->depth) return true;
        parent = above->id;
    } else {
        const Outcome* own = m_session.live().find(Id<Outcome>(id));
        const Outcome* outer = own ? m_session.live().find(own->parent) : nullptr;
        if (!outer) return true;
        parent = outer->parent;
    }
    const base::Result<> done = m_session.commit(
        isDeeper ? tr("Make an outcome part of another") : tr("Take an outcome out of another"),
        [&](const Model& model) { return edit::setField(model, id, "parent", model::FieldValue(parent)); });
    say(done ? QString() : toQt(done.error().message));
    return true;
}

void OutcomeTable::refresh() {
    if (!isVisibleTo(parentWidget())) return;
    m_rows->setRows(outcomeRows(m_session.live()));
    followSelection();
}

void OutcomeTable::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    refresh();
}

void OutcomeTable::followSelection() {
    if (m_isFollowing || !isVisible()) return;
    m_isFollowing = true;
    QItemSelection selection;
    for (const AnyId& id : m_session.selection().ids()) {
        const QModelIndex at = m_sorted->mapFromSource(m_rows->indexOf(id));
        if (!at.isValid()) continue;
        if (selection.isEmpty()) {
            m_view->scrollTo(at);
            if (m_view->currentIndex().row() != at.row())
                m_view->selectionModel()->setCurrentIndex(at, QItemSelectionModel::NoUpdate);
        }
        selection.select(at, at);
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_isFollowing = false;
}

void OutcomeTable::tellSelection() {
    if (m_isFollowing) return;
    std::vector<AnyId> ids;
    for (const QModelIndex& at : m_view->selectionModel()->selectedRows())
        ids.push_back(m_rows->idAt(m_sorted->mapToSource(at)));
    m_isFollowing = true;
    m_session.select(session::Selection(ids));
    m_isFollowing = false;
}

void OutcomeTable::say(const QString& words) {
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
}

QString OutcomeTable::said() const {
    return m_said->isHidden() ? QString() : m_said->text();
}

QString OutcomeTable::copiedText() const {
    std::vector<QStringList> cells;
    QStringList headings;
    for (const ColumnWords& column : columnWords) headings += tr(column.heading);
    cells.push_back(headings);
    const bool isAll = m_view->selectionModel()->selectedRows().isEmpty();
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        if (!isAll && !m_view->selectionModel()->isRowSelected(row)) continue;
        QStringList line;
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            line += m_sorted->index(row, column).data(Qt::EditRole).toString();
        cells.push_back(line);
    }
    return adapters::textOfCells(cells);
}

bool OutcomeTable::pressed(const QKeyEvent& key) {
    if (key.modifiers() == Qt::AltModifier && (key.key() == Qt::Key_Right || key.key() == Qt::Key_Left))
        return indent(key.key() == Qt::Key_Right);
    if (key.matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(copiedText());
        return true;
    }
    if (key.matches(QKeySequence::Paste)) {
        emit pasteAsked();
        return true;
    }
    if (key.key() == Qt::Key_Escape) {
        emit leaveAsked();
        return true;
    }
    return false;
}

bool OutcomeTable::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride)
        return QWidget::eventFilter(watched, event);
    const auto& key = static_cast<QKeyEvent&>(*event);
    if (watched == m_filter || watched == m_typeLine) {
        const bool isOut = key.key() == Qt::Key_Down || (watched == m_filter && key.key() == Qt::Key_Return);
        if (event->type() != QEvent::KeyPress || !isOut) return false;
        m_view->setFocus();
        return true;
    }
    if (event->type() == QEvent::KeyPress) return pressed(key);
    const bool isOurs = key.matches(QKeySequence::Copy) || key.matches(QKeySequence::Paste) ||
                        key.key() == Qt::Key_Escape || key.modifiers() == Qt::AltModifier;
    if (isOurs) event->accept();
    return isOurs;
}

} // namespace flowspine::editors
