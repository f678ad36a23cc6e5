#include "panels/text_field.h"

#include "adapters/plain_text.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QVBoxLayout>

#include <algorithm>

namespace flowspine::panels {

using model::FieldValue;

namespace {

constexpr int fewestLines = 2;
constexpr int mostLines = 12;

} // namespace

TypingArea::TypingArea(QWidget* parent) : QPlainTextEdit(parent) {
    setFrameShape(QFrame::StyledPanel); // again: before, it was no text area to the style
    setTabChangesFocus(true);
    setVerticalScrollBarPolicy(Qt::ScrollBarAsNeeded);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    connect(document()->documentLayout(), &QAbstractTextDocumentLayout::documentSizeChanged, this,
            [this] { updateGeometry(); });
}

QSize TypingArea::sizeHint() const {
    // The layout of a plain text counts lines, not pixels.
    const int lines = std::clamp(static_cast<int>(document()->size().height()), fewestLines, mostLines);
    const double margin = document()->documentMargin();
    const QMargins frame = contentsMargins() + viewportMargins();
    const int height = lines * fontMetrics().lineSpacing() + qRound(2 * margin) + frame.top() + frame.bottom() + 6;
    return {80, height};
}

bool TypingArea::event(QEvent* event) {
    if (event->type() == QEvent::ShortcutOverride) {
        const auto& key = static_cast<QKeyEvent&>(*event);
        if (key.matches(QKeySequence::Undo) || key.matches(QKeySequence::Redo)) {
            event->ignore();
            return true;
        }
    }
    return QPlainTextEdit::event(event);
}

void TypingArea::keyPressEvent(QKeyEvent* event) {
    const bool isReturn = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (event->key() == Qt::Key_Escape)
        emit escaped();
    else if (isReturn && event->modifiers().testFlag(Qt::ControlModifier))
        emit finished();
    else
        QPlainTextEdit::keyPressEvent(event);
}

void TypingArea::focusOutEvent(QFocusEvent* event) {
    QPlainTextEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason && event->reason() != Qt::ActiveWindowFocusReason) emit left();
}

void TypingArea::resizeEvent(QResizeEvent* event) {
    QPlainTextEdit::resizeEvent(event);
    updateGeometry();
}

TextField::TextField(session::DocumentSession& session, const model::FieldDescription& field, QWidget* parent)
    : FieldWidget(session, field, parent), m_area(new TypingArea(this)) {
    m_area->setAccessibleName(adapters::toQt(field.options.label));
    auto* const layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_area);
    setFocusProxy(m_area);
    connect(m_area, &QPlainTextEdit::textChanged, this, &TextField::follow);
    connect(m_area, &TypingArea::finished, this, &TextField::commitTyping);
    connect(m_area, &TypingArea::left, this, &TextField::commitTyping);
    connect(m_area, &TypingArea::escaped, this, &TextField::cancelTyping);
}

void TextField::showValue(const FieldValue& value, bool isMixed) {
    const QString text = isMixed ? QString() : adapters::toQt(std::get<std::string>(value));
    m_area->setPlaceholderText(isMixed ? tr("several values") : QString());
    if (text == m_area->toPlainText()) return;
    const QScopedValueRollback<bool> showing(m_isShowing, true);
    m_area->setPlainText(text);
}

void TextField::follow() {
    if (m_isShowing || targets().empty()) return;
    const base::Result<> shown = previewValue(FieldValue(adapters::fromQt(m_area->toPlainText())));
    if (!shown) cancelTyping();
}

} // namespace flowspine::panels
