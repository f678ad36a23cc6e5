#include "adapters/kind_table.h"

#include "adapters/cell_delegate.h"
#include "adapters/field_edit.h"
#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "render/look.h"
#include "render/theme.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

namespace flowspine::adapters {

using model::AnyId;
using model::Kind;
using model::Model;

namespace {

constexpr int rowHeight = 32;
constexpr int numberInset = 10;

// Numbers sort as numbers, before words; the plan's order comes back when sorting is taken off.
class NaturalOrder final : public QSortFilterProxyModel {
  public:
    using QSortFilterProxyModel::QSortFilterProxyModel;

  protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override {
        const QString a = left.data().toString();
        const QString b = right.data().toString();
        const std::optional<double> first = numberFrom(a);
        const std::optional<double> second = numberFrom(b);
        if (first && second) return *first < *second;
        if (first || second) return second.has_value() ? a.isEmpty() : !b.isEmpty();
        return a.localeAwareCompare(b) < 0;
    }
};

class FieldDelegate final : public CellDelegate {
  public:
    using CellDelegate::CellDelegate;

    void paint(QPainter* painter, const QStyleOptionViewItem& option, const QModelIndex& at) const override {
        QStyleOptionViewItem inner = option;
        const bool isRight = (at.data(Qt::TextAlignmentRole).toInt() & Qt::AlignRight) != 0;
        if (isRight) {
            // Numbers keep off the words of the next column; what is selected is filled to the edge.
            option.widget->style()->drawPrimitive(QStyle::PE_PanelItemViewItem, &option, painter, option.widget);
            inner.rect.adjust(0, 0, -numberInset, 0);
        }
        CellDelegate::paint(painter, inner, at);
    }
};

} // namespace

KindTable::KindTable(session::DocumentSession& session, Kind kind, std::vector<Column> columns, RowIds rowsInOrder,
                     QWidget* parent)
    : QWidget(parent), m_session(session), m_kind(kind), m_columns(std::move(columns)),
      m_rowIds(std::move(rowsInOrder)), m_rows(new RowModel<KindRow>(rowColumns(), this)),
      m_sorted(new NaturalOrder(this)), m_view(new QTableView(this)), m_add(new QLineEdit(this)),
      m_answer([this](const RemovalQuestion& question) { return askInDialog(this, question); }) {
    m_sorted->setSourceModel(m_rows);
    m_sorted->setFilterCaseSensitivity(Qt::CaseInsensitive);
    m_sorted->setFilterKeyColumn(-1);
    m_view->setModel(m_sorted);
    m_view->setItemDelegate(new FieldDelegate([this](int column) { return suggestions(column); }, m_view));
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setShowGrid(false);
    m_view->setAlternatingRowColors(false);
    m_view->setWordWrap(false);
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setSortingEnabled(true);
    m_view->horizontalHeader()->setSortIndicatorClearable(true);
    m_view->sortByColumn(-1, Qt::AscendingOrder);
    m_view->setAccessibleName(toQt(model::entityType(kind).plural));
    m_view->setFont(render::fontFor({.size = 13, .weight = 400}));
    m_view->verticalHeader()->hide();
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_view->horizontalHeader()->setHighlightSections(false);
    m_view->horizontalHeader()->setStretchLastSection(true);
    connect(m_view->horizontalHeader(), &QHeaderView::sectionResized, this, [this](int section) {
        // The last one only takes what is left.
        if (!m_isFitting && section + 1 < static_cast<int>(m_columns.size())) m_hasChosenWidths = true;
    });
    m_view->installEventFilter(this);
    m_view->viewport()->installEventFilter(this);
    m_add->installEventFilter(this);
    m_add->hide();
    connect(m_add, &QLineEdit::returnPressed, this, [this] {
        const QString typed = oneLine(m_add->text());
        m_add->clear();
        if (!typed.isEmpty()) addTyped({typed});
    });

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(8);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_add);

    connect(&session, &session::DocumentSession::changed, this, &KindTable::refresh);
    connect(&session, &session::DocumentSession::selectionChanged, this, &KindTable::followSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &KindTable::tellSelection);
}

std::vector<RowColumn<KindRow>> KindTable::rowColumns() {
    std::vector<RowColumn<KindRow>> columns;
    for (std::size_t i = 0; i < m_columns.size(); ++i) {
        const Column& column = m_columns[i];
        RowColumn<KindRow> made;
        made.text = [i](const KindRow& row) { return row.cells[i]; };
        made.heading = column.heading;
        if (const model::FieldDescription* field = model::entityType(m_kind).field(column.field)) {
            if (made.heading.isEmpty()) made.heading = toQt(field->options.label);
            if (!field->options.unit.empty()) made.heading += QStringLiteral(", ") + toQt(field->options.unit);
            made.write = [this, name = column.field](const KindRow& row, const QString& text) {
                return write(row.id, name, text);
            };
            if (field->type == model::FieldType::number) made.alignment = Qt::AlignRight | Qt::AlignVCenter;
        }
        columns.push_back(std::move(made));
    }
    return columns;
}

void KindTable::setAddLine(const QString& placeholder, AddLine add) {
    m_add->setPlaceholderText(placeholder);
    m_add->setAccessibleName(placeholder);
    m_addLine = std::move(add);
    m_add->show();
}

void KindTable::addTyped(const QStringList& lines) {
    std::vector<AnyId> added;
    const model::EntityType& type = model::entityType(m_kind);
    const QString text = lines.size() == 1 ? tr("Add %1").arg(toQt(type.name))
                                           : tr("Add %1 %2").arg(lines.size()).arg(toQt(type.plural));
    const base::Result<> done = m_session.commit(text, [&](const Model& model) -> base::Result<Model> {
        Model next = model;
        for (const QString& line : lines) {
            base::Result<edit::Added> made = m_addLine(next, fromQt(line));
            if (!made) return made.error();
            added.push_back(made->id);
            next = std::move(made).value().model;
        }
        return next;
    });
    if (done) m_session.select(session::Selection(added));
}

bool KindTable::write(const AnyId& id, std::string_view field, const QString& text) {
    const model::FieldDescription& description = *model::entityType(m_kind).field(field);
    const QString undo =
        tr("Set “%1” of %2").arg(toQt(description.options.label), toQt(model::shortName(m_session.live(), id)));
    return m_session
        .commit(undo,
                [&](const Model& model) -> base::Result<Model> {
                    const base::Result<model::FieldValue> value = FieldEdit(model).value(description, text);
                    if (!value) return value.error();
                    return edit::setField(model, id, field, *value);
                })
        .hasValue();
}

QStringList KindTable::suggestions(int column) const {
    const model::FieldDescription* field =
        model::entityType(m_kind).field(m_columns[static_cast<std::size_t>(column)].field);
    QStringList words;
    if (!field) return words;
    for (const model::Choice& choice : field->choices) words += toQt(choice.label);
    if (field->type == model::FieldType::reference || field->type == model::FieldType::references)
        for (const Kind kind : model::allKinds())
            if (model::contains(field->options.targets, kind))
                for (const model::EntityPtr& row : m_session.live().table(kind).rows())
                    words += toQt(model::shortName(m_session.live(), row->id));
    return words;
}

void KindTable::showEvent(QShowEvent* event) {
    QWidget::showEvent(event);
    fill();
}

void KindTable::refresh() {
    m_isStale = true;
    if (isVisible()) fill();
}

void KindTable::fill() {
    if (!std::exchange(m_isStale, false)) return;
    const Model& model = m_session.live();
    const FieldEdit texts(model);
    const model::EntityType& type = model::entityType(m_kind);
    std::vector<KindRow> rows;
    for (const AnyId& id : m_rowIds(model)) {
        const model::EntityPtr entity = model.find(id);
        if (!entity) continue;
        KindRow row{id, {}};
        for (const Column& column : m_columns) {
            const model::FieldDescription* field = type.field(column.field);
            row.cells.push_back(field ? texts.text(*field, field->get(*entity))
                                      : column.computed(model, m_session.index(), id));
        }
        rows.push_back(std::move(row));
    }
    m_isFollowing = true;
    m_rows->setRows(std::move(rows));
    m_isFollowing = false;
    followSelection();
}

void KindTable::followSelection() {
    if (m_isFollowing) return;
    m_isFollowing = true;
    QItemSelection rows;
    for (const AnyId& id : m_session.selection().ids())
        if (const QModelIndex at = m_sorted->mapFromSource(m_rows->indexOf(id)); at.isValid()) rows.select(at, at);
    m_view->selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    const QModelIndex first = m_sorted->mapFromSource(m_rows->indexOf(m_session.selection().primary()));
    if (first.isValid() && m_view->currentIndex().row() != first.row())
        m_view->selectionModel()->setCurrentIndex(first.siblingAtColumn(std::max(0, m_view->currentIndex().column())),
                                                  QItemSelectionModel::NoUpdate);
    m_isFollowing = false;
}

void KindTable::tellSelection() {
    if (m_isFollowing) return;
    // What was selected first stays first.
    std::vector<AnyId> ids;
    const QModelIndexList rows = m_view->selectionModel()->selectedRows();
    std::vector<AnyId> shown;
    for (const QModelIndex& at : rows) shown.push_back(m_rows->idAt(m_sorted->mapToSource(at)));
    for (const AnyId& id : m_session.selection().ids())
        if (std::find(shown.begin(), shown.end(), id) != shown.end()) ids.push_back(id);
    ids.insert(ids.end(), shown.begin(), shown.end());
    m_isFollowing = true;
    m_session.select(session::Selection(ids));
    m_isFollowing = false;
}

std::vector<AnyId> KindTable::selected() const {
    std::vector<AnyId> ids;
    for (const AnyId& id : m_session.selection().ids())
        if (m_rows->indexOf(id).isValid()) ids.push_back(id);
    return ids;
}

bool KindTable::reveal(const AnyId& id) {
    fill();
    const QModelIndex at = m_sorted->mapFromSource(m_rows->indexOf(id));
    if (!at.isValid()) return false;
    m_view->scrollTo(at);
    m_view->setFocus(Qt::OtherFocusReason);
    return true;
}

bool KindTable::editTitle(const AnyId& id) {
    const QModelIndex at = m_sorted->mapFromSource(m_rows->indexOf(id));
    if (!at.isValid()) return false;
    m_view->setCurrentIndex(at);
    m_view->edit(at);
    return true;
}

bool KindTable::removeSelected() {
    const std::vector<AnyId> ids = selected();
    if (ids.empty()) return false;
    m_session.settleGesture();
    const RemovalQuestion question = removalQuestion(m_session.committed(), ids);
    if (!question.effects.isEmpty() && !m_answer(question)) return false;
    return m_session
        .commit(removalText(m_session.committed(), ids),
                [&ids](const Model& model) { return edit::remove(model, ids); })
        .hasValue();
}

QString KindTable::copiedText() const {
    QStringList lines;
    QStringList cells;
    for (int column = 0; column < m_rows->columnCount(); ++column)
        cells += m_rows->headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
    lines += cells.join(u'\t');
    const bool hasSelection = !selected().empty();
    for (int row = 0; row < m_sorted->rowCount(); ++row) {
        const QModelIndex first = m_sorted->index(row, 0);
        if (hasSelection && !m_view->selectionModel()->isRowSelected(row)) continue;
        cells.clear();
        for (int column = 0; column < m_sorted->columnCount(); ++column)
            cells += oneLine(first.siblingAtColumn(column).data().toString());
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

void KindTable::setFilter(const QString& words) {
    m_sorted->setFilterFixedString(words.trimmed());
}

void KindTable::fitColumns() {
    if (m_hasChosenWidths || m_isFitting) return;
    int wanted = 0;
    for (const Column& column : m_columns) wanted += column.width;
    const double factor = std::max(1.0, static_cast<double>(m_view->viewport()->width()) / wanted);
    m_isFitting = true;
    for (std::size_t i = 0; i + 1 < m_columns.size(); ++i)
        m_view->setColumnWidth(static_cast<int>(i), static_cast<int>(m_columns[i].width * factor));
    m_isFitting = false;
}

bool KindTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched == m_view->viewport()) {
        if (event->type() == QEvent::Resize) fitColumns();
        return false;
    }
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    const auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_add) {
        if (!key->matches(QKeySequence::Paste)) return false;
        const QStringList lines = pastedLines(QGuiApplication::clipboard()->text());
        if (lines.size() < 2) return false;
        addTyped(lines);
        return true;
    }
    if (key->matches(QKeySequence::Copy)) {
        QGuiApplication::clipboard()->setText(copiedText());
        return true;
    }
    if (key->modifiers() != Qt::NoModifier) return false;
    if (key->key() == Qt::Key_Delete) return removeSelected();
    if ((key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter) && m_view->currentIndex().isValid()) {
        m_view->edit(m_view->currentIndex());
        return true;
    }
    return false;
}

} // namespace flowspine::adapters
