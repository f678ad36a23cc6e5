// Draws shapes of a Picture with QPainter, on the screen and into PNG files. PDF has a writer of its own
// (pdf_content.h).
#pragma once

#include "render/theme.h"
#include "view/picture.h"

#include <QPainter>

namespace flowspine::render {

class PicturePainter {
  public:
    PicturePainter(QPainter& painter, const Theme& theme);

    // In picture coordinates; the painter's transform decides scale and place. Leaves pen, brush and font as they fall.
    void draw(const view::Shape& shape);
    void draw(const view::Picture& picture);

  private:
    QPainter& m_painter;
    const Theme& m_theme;
};

} // namespace flowspine::render
