#include "editors/flows/flow_list.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

namespace flowspine::editors {

using adapters::RowColumn;
using adapters::RowModel;
using adapters::toQt;
using model::AnyId;

namespace {

constexpr int listWidth = 160;

} // namespace

FlowList::FlowList(QWidget* parent)
    : QWidget(parent),
      m_rows(new RowModel<FlowRow>({{tr("Flow"), [](const FlowRow& row) { return adapters::oneLine(toQt(row.name)); },
                                     [this](const FlowRow& row, const QString& typed) {
                                         const QString name = adapters::oneLine(typed);
                                         if (name.isEmpty()) return false;
                                         emit renamed(row.id, name);
                                         return true;
                                     }}},
                                   this)),
      m_view(new QListView(this)), m_line(new QLineEdit(this)) {
    setFixedWidth(listWidth);
    m_view->setModel(m_rows);
    m_view->setWordWrap(true);
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_view->setEditTriggers(QAbstractItemView::DoubleClicked | QAbstractItemView::EditKeyPressed);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    m_view->setAccessibleName(tr("Flows"));
    m_view->installEventFilter(this);
    m_line->setPlaceholderText(tr("Type a flow, Enter"));
    m_line->setAccessibleName(tr("New flow"));
    m_line->installEventFilter(this);

    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->addWidget(m_view, 1);
    auto* foot = new QVBoxLayout;
    foot->setContentsMargins(8, 0, 8, 0);
    foot->addWidget(m_line);
    layout->addLayout(foot);

    connect(m_view->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& at) {
        if (!m_isShowing && at.isValid()) emit chosen(m_rows->idAt(at));
    });
    connect(m_view, &QWidget::customContextMenuRequested, this, &FlowList::popUpMenu);
    connect(m_line, &QLineEdit::returnPressed, this, &FlowList::takeLine);
}

void FlowList::show(const model::Model& model, const AnyId& current) {
    m_isShowing = true;
    std::vector<FlowRow> rows;
    model.forEach(model.plan().flows, [&](const model::Flow& flow) { rows.push_back({flow.id, flow.name}); });
    m_rows->setRows(std::move(rows));
    const QModelIndex at = m_rows->indexOf(current);
    if (at != m_view->currentIndex()) m_view->setCurrentIndex(at);
    m_isShowing = false;
}

void FlowList::startTyping() {
    m_line->setFocus(Qt::OtherFocusReason);
}

void FlowList::rename(const AnyId& flow) {
    const QModelIndex at = m_rows->indexOf(flow);
    if (at.isValid()) m_view->edit(at);
}

void FlowList::takeLine() {
    const QString name = adapters::oneLine(m_line->text());
    m_line->clear();
    if (!name.isEmpty()) emit added({name});
}

bool FlowList::eventFilter(QObject* watched, QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride && watched == m_line) {
        auto* key = static_cast<QKeyEvent*>(event);
        // Undo is the plan's, also while a line is typed.
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    if (event->type() != QEvent::KeyPress) return QWidget::eventFilter(watched, event);
    auto* key = static_cast<QKeyEvent*>(event);
    if (watched == m_view) return listKey(*key);
    if (key->key() == Qt::Key_Escape) {
        m_line->clear();
        m_view->setFocus(Qt::OtherFocusReason);
        return true;
    }
    if (key->matches(QKeySequence::Paste)) {
        const QStringList lines = adapters::pastedLines(QGuiApplication::clipboard()->text());
        if (lines.size() > 1) {
            emit added(lines);
            return true;
        }
    }
    return false;
}

bool FlowList::listKey(QKeyEvent& event) {
    const AnyId flow = m_rows->idAt(m_view->currentIndex());
    if (!flow) return false;
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    if (event.key() == Qt::Key_Delete) {
        emit removeAsked(flow);
        return true;
    }
    if (modifiers == Qt::AltModifier && (event.key() == Qt::Key_Up || event.key() == Qt::Key_Down)) {
        emit moveAsked(flow, event.key() == Qt::Key_Up ? -1 : 1);
        return true;
    }
    return false;
}

void FlowList::popUpMenu(const QPoint& at) {
    const AnyId flow = m_rows->idAt(m_view->indexAt(at));
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    if (flow) {
        menu->addAction(tr("Rename"), this, [this, flow] { rename(flow); })->setShortcut(Qt::Key_F2);
        menu->addAction(tr("Duplicate"), this, [this, flow] { emit duplicateAsked(flow); });
        menu->addAction(tr("Delete"), this, [this, flow] { emit removeAsked(flow); })->setShortcut(Qt::Key_Delete);
        menu->addSeparator();
    }
    menu->addAction(tr("Add a flow"), this, &FlowList::startTyping);
    menu->popup(m_view->viewport()->mapToGlobal(at));
}

} // namespace flowspine::editors
