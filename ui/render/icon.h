// Our line icons, recoloured by role.
#pragma once

#include "render/theme.h"

#include <QIcon>
#include <QPixmap>

namespace flowspine::render {

// `name` as in resources/icons; an unknown name gives an empty icon and a debug warning.
[[nodiscard]] QIcon icon(const QString& name, const QColor& color);
[[nodiscard]] QPixmap iconPixmap(const QString& name, const QColor& color, int size, qreal devicePixelRatio);

} // namespace flowspine::render
