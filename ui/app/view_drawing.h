// How lists, tables, their headings, tabs and scroll bars look.
#pragma once

#include <QStyleOption>
#include <QWidget>

namespace flowspine::app {

// The rows of lists and trees stand off the edge; the cells of tables do not.
[[nodiscard]] QMargins rowPadding(const QWidget* view);
void drawRowGround(QPainter& painter, const QStyleOptionViewItem& row, const QWidget* view);
// What is selected keeps the colour of its words.
[[nodiscard]] QStyleOptionViewItem rowWithItsInk(const QStyleOptionViewItem& row);

void drawHeading(QPainter& painter, const QStyleOption& section);
[[nodiscard]] QMargins headingPadding();

void drawTab(QPainter& painter, const QStyleOptionTab& tab);
void drawTabWords(QPainter& painter, const QStyleOptionTab& tab);
constexpr int tabHeight = 35;
constexpr int tabPadding = 14;
constexpr int tabEdge = 3;

constexpr int scrollBarWidth = 10;
constexpr int shortestHandle = 32;
void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar);
// The handle and what lies before and after it; there are no buttons.
[[nodiscard]] QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part);

} // namespace flowspine::app
