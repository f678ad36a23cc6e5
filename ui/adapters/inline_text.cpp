#include "adapters/inline_text.h"

#include "adapters/picture_view.h"
#include "adapters/plain_text.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

#include <algorithm>

namespace flowspine::adapters {

namespace {

constexpr int longestName = 10000;
constexpr int smallestHeight = 24;
constexpr int smallestWidth = 120;
constexpr double textSize = 13;

} // namespace

InlineText::InlineText(PictureView& view) : QLineEdit(view.viewport()), m_view(view) {
    setMaxLength(longestName);
    hide();
    connect(&view, &PictureView::moved, this, &InlineText::place);
    // Pasting several lines through the context menu would join them into one.
    setContextMenuPolicy(Qt::NoContextMenu);
}

void InlineText::open(const view::Rect& place, const QString& text, const QString& placeholder) {
    m_place = place;
    setPlaceholderText(placeholder);
    setText(text);
    selectAll();
    this->place();
    QLineEdit::show();
    raise();
    setFocus(Qt::OtherFocusReason);
}

void InlineText::setPlace(const view::Rect& place) {
    m_place = place;
    this->place();
}

void InlineText::place() {
    QRect rect = m_view.viewRect(m_place);
    rect.setWidth(std::max(rect.width(), smallestWidth));
    if (rect.height() < smallestHeight)
        rect = QRect(rect.x(), rect.center().y() - smallestHeight / 2, rect.width(), smallestHeight);
    if (rect == geometry()) return;
    setGeometry(rect);
    QFont font = this->font();
    font.setPixelSize(std::clamp(static_cast<int>(textSize * m_view.zoom()), 11, 22));
    setFont(font);
}

void InlineText::close() {
    m_isClosing = true;
    const bool hadFocus = hasFocus();
    hide();
    if (hadFocus) m_view.setFocus(Qt::OtherFocusReason);
    clear();
    m_isClosing = false;
}

bool InlineText::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        if (key->matches(QKeySequence::Undo) || key->matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    // Before QWidget uses Tab to move the focus.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent*>(event)->key() == Qt::Key_Tab) {
        emit tabbed(oneLine(text()));
        return true;
    }
    return QLineEdit::event(event);
}

bool InlineText::pasteLines() {
    const QStringList lines = pastedLines(QGuiApplication::clipboard()->text());
    if (lines.size() < 2) return false;
    emit pasted(lines);
    return true;
}

void InlineText::keyPressEvent(QKeyEvent* event) {
    if (event->matches(QKeySequence::Undo)) return emit undoAsked();
    if (event->matches(QKeySequence::Redo)) return emit redoAsked();
    if (event->matches(QKeySequence::Paste) && pasteLines()) return;
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (event->modifiers().testFlag(Qt::ControlModifier) && event->modifiers().testFlag(Qt::ShiftModifier))
            emit enteredToPlace(oneLine(text()));
        else if (event->modifiers().testFlag(Qt::ControlModifier))
            emit enteredAside(oneLine(text()));
        else
            emit entered(oneLine(text()));
        return;
    case Qt::Key_Escape: return emit cancelled();
    case Qt::Key_Up:
    case Qt::Key_Down:
        if (event->modifiers() == Qt::NoModifier || event->modifiers() == Qt::KeypadModifier)
            return emit movedBeyond(event->key());
        break;
    default: break;
    }
    QLineEdit::keyPressEvent(event);
}

void InlineText::focusOutEvent(QFocusEvent* event) {
    QLineEdit::focusOutEvent(event);
    // A menu, a dialog or another window takes the focus only for a while.
    const bool isForAWhile = event->reason() == Qt::PopupFocusReason ||
                             event->reason() == Qt::ActiveWindowFocusReason ||
                             event->reason() == Qt::MenuBarFocusReason;
    if (!m_isClosing && !isForAWhile && isVisible()) emit left(oneLine(text()));
}

} // namespace flowspine::adapters
