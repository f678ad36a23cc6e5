#include "panels/reference_picker.h"

#include "adapters/plain_text.h"
#include "render/icon.h"

#include <QAbstractItemView>
#include <QAction>
#include <QFocusEvent>
#include <QKeyEvent>
#include <QMouseEvent>

namespace flowspine::panels {

using adapters::toQt;
using model::AnyId;

namespace {

constexpr int idRole = Qt::UserRole + 1;
constexpr int nameRole = Qt::UserRole + 2;
constexpr qsizetype longestName = 200;

} // namespace

ReferencePicker::ReferencePicker(QWidget* parent) : QLineEdit(parent) {
    m_completer.setModel(&m_model);
    m_completer.setFilterMode(Qt::MatchContains);
    m_completer.setCaseSensitivity(Qt::CaseInsensitive);
    m_completer.setCompletionMode(QCompleter::PopupCompletion);
    m_completer.setMaxVisibleItems(12);
    setCompleter(&m_completer);
    m_list = addAction(render::icon(QStringLiteral("chevron-down")), QLineEdit::TrailingPosition);
    m_list->setText(tr("List all"));
    connect(m_list, &QAction::triggered, this, [this] {
        setFocus();
        listAll();
    });
    connect(
        &m_completer, QOverload<const QModelIndex&>::of(&QCompleter::activated), this,
        [this](const QModelIndex& index) {
            const AnyId id(adapters::fromQt(index.data(idRole).toString()));
            rest(index.data(nameRole).toString());
            emit chosen(id);
        },
        Qt::QueuedConnection); // the completer writes the line after it tells
}

void ReferencePicker::rest(const QString& text) {
    m_resting = text;
    if (this->text() != text) setText(text);
    if (!hasFocus()) setCursorPosition(0);
}

void ReferencePicker::focusInEvent(QFocusEvent* event) {
    QLineEdit::focusInEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) {
        fill();
        selectAll();
    }
}

void ReferencePicker::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    // A half-typed name is dropped: only Enter or a click chooses.
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) rest(m_resting);
}

void ReferencePicker::mousePressEvent(QMouseEvent* event) {
    QLineEdit::mousePressEvent(event);
    if (event->button() == Qt::LeftButton) listAll();
}

void ReferencePicker::keyPressEvent(QKeyEvent* event) {
    const bool isOpen = m_completer.popup()->isVisible();
    switch (event->key()) {
    case Qt::Key_Escape:
        if (isOpen) break;
        rest(m_resting);
        selectAll();
        return;
    case Qt::Key_Down:
        if (isOpen) break;
        listAll();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (isOpen && m_completer.popup()->currentIndex().isValid()) break;
        m_completer.popup()->hide();
        take();
        return;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void ReferencePicker::fill() {
    m_model.clear();
    if (!m_candidates) return;
    for (const Candidate& candidate : m_candidates()) {
        const QString name = candidate.name.left(longestName);
        auto* const item =
            new QStandardItem(candidate.context.isEmpty() ? name : tr("%1 · %2").arg(name, candidate.context));
        item->setData(toQt(candidate.id.text()), idRole);
        item->setData(name, nameRole);
        item->setEditable(false);
        m_model.appendRow(item);
    }
}

void ReferencePicker::listAll() {
    fill();
    m_completer.setCompletionPrefix({});
    m_completer.complete();
}

void ReferencePicker::take() {
    const QString typed = text().trimmed();
    if (typed == m_resting) return;
    if (typed.isEmpty()) {
        rest({});
        emit chosen(AnyId());
        return;
    }
    for (int row = 0; row < m_model.rowCount(); ++row) {
        const QStandardItem* const item = m_model.item(row);
        if (item->data(nameRole).toString().compare(typed, Qt::CaseInsensitive) != 0 &&
            item->text().compare(typed, Qt::CaseInsensitive) != 0)
            continue;
        const AnyId id(adapters::fromQt(item->data(idRole).toString()));
        rest(item->data(nameRole).toString());
        emit chosen(id);
        return;
    }
    if (m_makesNew) emit typedNew(typed);
}

} // namespace flowspine::panels
