// Our line icons, recoloured by role.
#pragma once

#include "render/theme.h"

#include <QIcon>
#include <QPixmap>
#include <QRectF>

class QPainter;

namespace flowspine::render {

// `name` as in resources/icons, `color` opaque; an unknown name gives an empty icon and a warning in the log.
[[nodiscard]] QIcon icon(const QString& name, const QColor& color);
// In the colour of button text of the application's palette, whatever that is when it is painted; the accent when on.
[[nodiscard]] QIcon icon(const QString& name);
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio);

// Stretched into `rect`, as lines where the device draws lines (PDF, SVG).
void drawIcon(QPainter& painter, const QString& name, const QColor& color, const QRectF& rect);

} // namespace flowspine::render
