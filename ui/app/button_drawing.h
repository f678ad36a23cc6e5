// How push buttons and tool buttons look, and the room they take. Tool buttons without a look are left to Fusion.
#pragma once

#include "render/look.h"

#include <QStyleOption>

namespace flowspine::app {

// Frame and ground, without the words.
void drawPushButtonFrame(QPainter& painter, const QStyleOptionButton& button, render::Look look);
// With the palette and the place for the words, which Fusion then draws.
[[nodiscard]] QStyleOptionButton pushButtonLabel(const QStyleOptionButton& button, render::Look look);
// A link is words alone, at the left.
void drawLink(QPainter& painter, const QStyleOptionButton& button);

void drawToolButtonFrame(QPainter& painter, const QStyleOptionToolButton& button, render::Look look);
[[nodiscard]] QStyleOptionToolButton toolButtonLabel(const QStyleOptionToolButton& button, render::Look look);

// Of the whole button around icon and words of the size `contents`.
[[nodiscard]] QSize buttonSize(const QSize& contents, render::Look look);
[[nodiscard]] QRect buttonContents(const QRect& rect, render::Look look);

} // namespace flowspine::app
