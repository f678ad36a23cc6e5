// How menus, the menu bar and tool tips look, and the room that their lines take.
#pragma once

#include <QStyleOption>

namespace flowspine::app {

constexpr int menuMargin = 4;

void drawMenuPanel(QPainter& painter, const QStyleOption& menu);
void drawMenuItem(QPainter& painter, const QStyleOptionMenuItem& item);
// Around words of the size `contents`.
[[nodiscard]] QSize menuItemSize(const QStyleOptionMenuItem& item, const QSize& contents);

void drawMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item);
[[nodiscard]] QSize menuBarItemSize(const QSize& contents);

} // namespace flowspine::app
