#include "app/field_drawing.h"

#include "app/style_box.h"
#include "render/icon.h"
#include "render/look.h"

#include <QPlainTextEdit>

namespace flowspine::app {

using render::Look;

namespace {

constexpr int arrowWidth = 24;
constexpr int titleHeight = 24;
constexpr int cellHeight = 20;
constexpr int stepWidth = 22;

Box fieldBox(const QStyleOption& field) {
    Box box;
    box.fill = field.palette.color(QPalette::Base);
    box.line = field.palette.color(QPalette::Mid);
    if (field.state.testFlag(QStyle::State_HasFocus)) {
        box.line = field.palette.color(QPalette::Highlight);
        box.lineWidth = focusWidth;
    }
    return box;
}

} // namespace

void drawLineFrame(QPainter& painter, const QStyleOption& line, const QWidget* widget) {
    Box box = fieldBox(line);
    const Look look = render::lookOf(widget);
    const bool hasFocus = line.state.testFlag(QStyle::State_HasFocus);
    if (look == Look::cell) box.radius = 0;
    if (look == Look::quiet) box.fill = line.palette.color(QPalette::Window);
    if (look == Look::title && !hasFocus) {
        box.fill = QColor();
        if (!line.state.testFlag(QStyle::State_MouseOver)) box.line = QColor();
    }
    if (render::isWrong(widget)) box.line = line.palette.color(QPalette::BrightText);
    drawBox(painter, line.rect, box);
}

QRect lineContents(const QRect& rect, const QWidget* widget) {
    const Look look = render::lookOf(widget);
    const int side = look == Look::title ? 2 : look == Look::cell ? 4 : 8;
    return rect.adjusted(side, 1, -side, -1);
}

int lineHeight(const QWidget* widget) {
    const Look look = render::lookOf(widget);
    return look == Look::title ? titleHeight : look == Look::cell ? cellHeight : fieldHeight;
}

void drawPanelFrame(QPainter& painter, const QStyleOption& frame, const QWidget* widget) {
    Box box = fieldBox(frame);
    const bool isTextArea = qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
    if (!isTextArea) {
        box.line = frame.palette.color(QPalette::Mid);
        box.lineWidth = 1;
    }
    // A window of its own has nothing behind its corners.
    if (widget != nullptr && widget->isWindow()) box.radius = 0;
    drawBox(painter, frame.rect, box);
}

QRect panelContents(const QRect& rect, const QWidget* widget) {
    const bool isTextArea = qobject_cast<const QPlainTextEdit*>(widget) != nullptr;
    return isTextArea ? rect.adjusted(4, 3, -4, -3) : rect.adjusted(1, 1, -1, -1);
}

void drawComboBox(QPainter& painter, const QStyleOption& box, const QRect& arrow) {
    drawBox(painter, box.rect, fieldBox(box));
    QRectF square(0, 0, 14, 14);
    square.moveCenter(QRectF(arrow).center());
    render::drawIcon(painter, QStringLiteral("chevron-down"), box.palette.color(QPalette::Text), square);
}

QRect comboArrow(const QRect& rect) {
    return {rect.right() - arrowWidth + 1, rect.top(), arrowWidth, rect.height()};
}

QRect comboWords(const QRect& rect) {
    return rect.adjusted(8, 1, -arrowWidth, -1);
}

void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& box) {
    drawBox(painter, box.rect, fieldBox(box));
    const auto drawStep = [&](const QString& icon, QStyle::SubControl part, QAbstractSpinBox::StepEnabledFlag step) {
        const bool isPossible = box.stepEnabled.testFlag(step) && box.state.testFlag(QStyle::State_Enabled);
        QRectF square(0, 0, 10, 10);
        square.moveCenter(QRectF(spinBoxPart(box.rect, part)).center());
        render::drawIcon(painter, icon,
                         box.palette.color(isPossible ? QPalette::Active : QPalette::Disabled, QPalette::Text), square);
    };
    drawStep(QStringLiteral("chevron-up"), QStyle::SC_SpinBoxUp, QAbstractSpinBox::StepUpEnabled);
    drawStep(QStringLiteral("chevron-down"), QStyle::SC_SpinBoxDown, QAbstractSpinBox::StepDownEnabled);
}

QRect spinBoxPart(const QRect& rect, QStyle::SubControl part) {
    const int middle = rect.height() / 2;
    const int stepLeft = rect.right() - stepWidth + 1;
    switch (part) {
    case QStyle::SC_SpinBoxFrame: return rect;
    case QStyle::SC_SpinBoxEditField: return rect.adjusted(6, 1, -stepWidth, -1);
    case QStyle::SC_SpinBoxUp: return {stepLeft, rect.top() + 2, stepWidth - 2, middle - 2};
    case QStyle::SC_SpinBoxDown: return {stepLeft, rect.top() + middle, stepWidth - 2, middle - 2};
    default: return {};
    }
}

void drawCheckBox(QPainter& painter, const QStyleOption& box) {
    const bool isOn = box.state.testFlag(QStyle::State_On);
    const bool isFocused = box.state.testFlag(QStyle::State_HasFocus);
    const QColor accent = box.palette.color(QPalette::Highlight);
    drawBox(painter, box.rect,
            {.fill = isOn ? accent : box.palette.color(QPalette::Base),
             .line = isOn || isFocused ? accent : box.palette.color(QPalette::Dark),
             .lineWidth = isFocused ? focusWidth : 1,
             .radius = 4});
    const QRectF rect(box.rect);
    if (isOn)
        render::drawIcon(painter, QStringLiteral("check"), box.palette.color(QPalette::HighlightedText),
                         rect.adjusted(1, 1, -1, -1));
    else if (box.state.testFlag(QStyle::State_NoChange))
        render::drawIcon(painter, QStringLiteral("minus"), box.palette.color(QPalette::Text), rect);
}

} // namespace flowspine::app
