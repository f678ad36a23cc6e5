// How what is typed or chosen in looks: lines, text areas, combo and spin boxes, check boxes, and the frames of panels.
#pragma once

#include <QStyleOption>
#include <QWidget>

namespace flowspine::app {

constexpr int fieldHeight = 28;

// nullptr draws it as a plain one.
void drawLineFrame(QPainter& painter, const QStyleOption& line, const QWidget* widget);
[[nodiscard]] QRect lineContents(const QRect& rect, const QWidget* widget);
[[nodiscard]] int lineHeight(const QWidget* widget);

// Of a text area, and of what stands over the rest: the list under the search field, popups.
void drawPanelFrame(QPainter& painter, const QStyleOption& frame, const QWidget* widget);
[[nodiscard]] QRect panelContents(const QRect& rect, const QWidget* widget);

void drawComboBox(QPainter& painter, const QStyleOption& box, const QRect& arrow);
[[nodiscard]] QRect comboArrow(const QRect& rect);
[[nodiscard]] QRect comboWords(const QRect& rect);

void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& box);
[[nodiscard]] QRect spinBoxPart(const QRect& rect, QStyle::SubControl part);

void drawCheckBox(QPainter& painter, const QStyleOption& box);

} // namespace flowspine::app
