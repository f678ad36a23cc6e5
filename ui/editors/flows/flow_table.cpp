#include "editors/flows/flow_table.h"

#include "adapters/cell_delegate.h"
#include "adapters/surface.h"
#include "editors/flows/flow_table_header.h"
#include "editors/flows/flow_table_text.h"
#include "render/icon.h"
#include "render/look.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QKeyEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace flowspine::editors {

using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;
using model::Variant;

namespace {

constexpr int columnWidths[] = {216, 92, 172, 84, 84, 64, 188, 150, 220};
constexpr int rowHeight = 22;

// Rows with their numbers, and what is wrong with a pasted one.
class StepRows final : public adapters::RowModel<StepRow> {
  public:
    using RowModel::RowModel;

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override {
        if (orientation == Qt::Horizontal) return RowModel::headerData(section, orientation, role);
        if (role == Qt::TextAlignmentRole) return static_cast<int>(Qt::AlignCenter);
        if (role != Qt::DisplayRole || section >= rowCount()) return {};
        const StepRow& row = rows()[static_cast<std::size_t>(section)];
        return row.state == StepRow::State::added ? QStringLiteral("+") : QString::number(section + 1);
    }
    [[nodiscard]] QVariant data(const QModelIndex& at, int role) const override {
        if (role == Qt::ToolTipRole && at.isValid())
            if (const QString& problem = rows()[static_cast<std::size_t>(at.row())].problem; !problem.isEmpty())
                return adapters::plainTip(problem.trimmed());
        return RowModel::data(at, role);
    }
};

} // namespace

FlowTable::FlowTable(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : QWidget(parent), m_session(session), m_theme(&theme), m_rows(new StepRows(columns(), this)),
      m_view(new QTableView(this)), m_header(new FlowTableHeader(theme, m_view)),
      m_bar(new adapters::Surface(QPalette::Window, Qt::BottomEdge, this)), m_words(adapters::plainLabel({}, m_bar)),
      m_problems(adapters::plainLabel({}, m_bar)), m_effect(adapters::plainLabel({}, m_bar)),
      m_addRoles(new QPushButton(m_bar)), m_said(adapters::plainLabel({}, this)) {
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setModel(m_rows);
    m_view->setItemDelegate(new adapters::CellDelegate([this](int column) { return suggestions(column); }, m_view));
    m_view->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed |
                            QAbstractItemView::AnyKeyPressed);
    m_view->setAccessibleName(tr("Steps of the flow"));
    m_view->setWordWrap(false);
    m_view->setIconSize({10, 10});
    m_view->setFont(render::fontFor({.size = 13, .weight = 400}));
    m_view->verticalHeader()->setDefaultSectionSize(rowHeight);
    m_view->verticalHeader()->setMinimumSectionSize(rowHeight);
    m_view->verticalHeader()->setMinimumWidth(28);
    m_view->setHorizontalHeader(m_header);
    for (int i = 0; i < static_cast<int>(tableColumns.size()); ++i) m_view->setColumnWidth(i, columnWidths[i]);
    m_view->installEventFilter(this);

    tintBar();
    m_bar->setFixedHeight(36);
    auto* head = adapters::plainLabel(tr("Paste preview"), m_bar);
    head->setFont(render::fontFor({.size = 13, .weight = 600}));
    m_problems->setForegroundRole(QPalette::BrightText);
    auto* cancelButton = new QPushButton(tr("Cancel  Esc"), m_bar);
    auto* applyButton = new QPushButton(tr("Apply  Enter"), m_bar);
    render::setLook(*applyButton, render::Look::primary);
    auto* bar = new QHBoxLayout(m_bar);
    bar->setContentsMargins(12, 0, 12, 0);
    bar->setSpacing(12);
    bar->addWidget(head);
    bar->addWidget(m_words);
    bar->addWidget(m_problems);
    m_effect->setForegroundRole(QPalette::PlaceholderText);
    m_effect->setFont(render::fontFor({.size = 11, .weight = 400}));
    bar->addWidget(m_effect);
    bar->addStretch(1);
    bar->addWidget(m_addRoles);
    bar->addWidget(cancelButton);
    bar->addWidget(applyButton);
    m_bar->hide();
    m_said->setForegroundRole(QPalette::BrightText);
    m_said->setContentsMargins(12, 4, 12, 4);
    m_said->hide();

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->setSpacing(0);
    layout->addWidget(m_bar);
    layout->addWidget(m_view, 1);
    layout->addWidget(m_said);

    connect(m_addRoles, &QPushButton::clicked, this, &FlowTable::addUnknownRoles);
    connect(m_header, &QHeaderView::sectionClicked, this, &FlowTable::askColumn);
    connect(applyButton, &QPushButton::clicked, this, &FlowTable::apply);
    connect(cancelButton, &QPushButton::clicked, this, &FlowTable::cancel);
    connect(&session, &session::DocumentSession::changed, this,
            [this](const Model&, const Model&, const diff::ModelDiff& difference) {
                if (difference.touches(model::kinds(Kind::variant, Kind::step, Kind::link, Kind::team, Kind::role,
                                                    Kind::decisionRight, Kind::plan)))
                    refresh();
            });
    connect(&session, &session::DocumentSession::selectionChanged, this, &FlowTable::followSelection);
    connect(m_view->selectionModel(), &QItemSelectionModel::selectionChanged, this, &FlowTable::tellSelection);
}

FlowTable::~FlowTable() = default;

void FlowTable::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    m_header->setTheme(theme);
    tintBar();
    refresh();
}

void FlowTable::tintBar() {
    QPalette palette;
    palette.setColor(QPalette::Window, m_theme->color({view::Role::accent, 8}));
    m_bar->setPalette(palette);
}

void FlowTable::show(const Id<Variant>& variant) {
    if (m_variant != variant) cancel();
    m_variant = variant;
    refresh();
}

void FlowTable::refresh() {
    if (m_preview && !m_preview->isRunning()) {
        // Something else had to happen first.
        m_preview.reset();
        forgetPreview();
        say(tr("The pasted rows were dropped: nothing of them was applied. Paste them again to go on."));
    }
    if (!isVisibleTo(parentWidget())) return;
    m_rows->setRows(rows());
    followSelection();
}

void FlowTable::followSelection() {
    if (m_isFollowing) return;
    m_isFollowing = true;
    QItemSelection selection;
    for (const AnyId& id : m_session.selection().ids()) {
        const QModelIndex at = m_rows->indexOf(id);
        if (!at.isValid()) continue;
        if (selection.isEmpty()) m_view->scrollTo(at);
        selection.select(at, at);
    }
    m_view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    m_isFollowing = false;
}

void FlowTable::tellSelection() {
    if (m_isFollowing) return;
    std::vector<AnyId> ids;
    for (const QModelIndex& at : m_view->selectionModel()->selectedRows()) ids.push_back(m_rows->idAt(at));
    m_isFollowing = true;
    m_session.select(session::Selection(ids));
    m_isFollowing = false;
}

void FlowTable::say(const QString& words) {
    m_said->setText(words);
    m_said->setVisible(!words.isEmpty());
}

QString FlowTable::said() const {
    return m_said->isHidden() ? QString() : m_said->text();
}

bool FlowTable::eventFilter(QObject* watched, QEvent* event) {
    if (watched != m_view) return QWidget::eventFilter(watched, event);
    if (event->type() != QEvent::KeyPress && event->type() != QEvent::ShortcutOverride) return false;
    auto* key = static_cast<QKeyEvent*>(event);
    const bool isCopy = key->matches(QKeySequence::Copy);
    const bool isPaste = key->matches(QKeySequence::Paste);
    const bool isEnter = key->key() == Qt::Key_Return || key->key() == Qt::Key_Enter;
    const bool isEscape = key->key() == Qt::Key_Escape;
    const bool isOurs = isCopy || isPaste || isEscape || (isEnter && isPreviewing());
    if (!isOurs) return false;
    if (event->type() == QEvent::ShortcutOverride) {
        event->accept();
        return true;
    }
    if (isCopy)
        QGuiApplication::clipboard()->setText(copiedText());
    else if (isPaste)
        paste(QGuiApplication::clipboard()->text());
    else if (isEnter)
        apply();
    else if (isPreviewing())
        cancel();
    else
        emit leaveAsked();
    return true;
}

} // namespace flowspine::editors
