// Shapes seen from far away, where nobody can read: plain boxes and thin lines, without text, symbols, rounding,
// arrowheads and dashes. A canvas of ten thousand steps is drawn this way when all of it is in view.
#pragma once

#include "render/theme.h"
#include "view/picture.h"

#include <QPainter>

namespace flowspine::adapters {

// Draws nothing for text and symbols. `scale`: screen px for one of the picture. Leaves pen, brush and render hints as
// they fall.
void drawFarShape(QPainter& painter, const view::Shape& shape, const render::Theme& theme, double scale);

} // namespace flowspine::adapters
