#include "adapters/far_shapes.h"

#include "render/picture_painter.h"

#include <QVarLengthArray>

#include <algorithm>

namespace flowspine::adapters {

namespace {

// On the screen: smaller boxes are all border, so they are filled in its colour.
constexpr double smallestFramed = 8;

void setSmooth(QPainter& painter, bool isSmooth) {
    if (painter.testRenderHint(QPainter::Antialiasing) != isSmooth)
        painter.setRenderHint(QPainter::Antialiasing, isSmooth);
}

bool isDrawn(const view::Paint& paint) {
    return paint.role != view::Role::none;
}

class FarPainter {
  public:
    FarPainter(QPainter& painter, const view::Shape& shape, const render::Theme& theme, double scale)
        : m_painter(painter), m_shape(shape), m_theme(theme), m_scale(scale) {}

    void operator()(const view::Box& box) const {
        const bool hasBorder = isDrawn(box.border.paint) && box.border.width > 0;
        const QRectF rect(box.rect.x, box.rect.y, box.rect.width, box.rect.height);
        setSmooth(m_painter, false);
        if (std::max(rect.width(), rect.height()) * m_scale < smallestFramed) {
            if (hasBorder || isDrawn(box.fill))
                m_painter.fillRect(rect, m_theme.color(hasBorder ? box.border.paint : box.fill));
            return;
        }
        m_painter.setPen(hasBorder ? thin(box.border) : QPen(Qt::NoPen));
        m_painter.setBrush(isDrawn(box.fill) ? QBrush(m_theme.color(box.fill)) : QBrush(Qt::NoBrush));
        switch (box.outline) {
        case view::Outline::rectangle: m_painter.drawRect(rect); break;
        case view::Outline::lozenge: {
            const QPointF corners[] = {{rect.center().x(), rect.top()},
                                       {rect.right(), rect.center().y()},
                                       {rect.center().x(), rect.bottom()},
                                       {rect.left(), rect.center().y()}};
            m_painter.drawConvexPolygon(corners, 4);
            break;
        }
        case view::Outline::ellipse: m_painter.drawEllipse(rect); break;
        }
    }

    void operator()(const view::Line& line) const {
        if (line.isCubic) return render::PicturePainter(m_painter, m_theme).draw(m_shape);
        if (line.points.size() < 2 || !isDrawn(line.stroke.paint) || line.stroke.width <= 0) return;
        QVarLengthArray<QPointF, 16> points;
        for (const view::Point& point : line.points) points.append({point.x, point.y});
        setSmooth(m_painter, false);
        m_painter.setPen(thin(line.stroke));
        m_painter.drawPolyline(points.constData(), static_cast<int>(points.size()));
    }

    void operator()(const view::Ribbon&) const { render::PicturePainter(m_painter, m_theme).draw(m_shape); }
    void operator()(const view::Label&) const {}
    void operator()(const view::Symbol&) const {}

  private:
    // As wide as it is, but never so thin that it is lost.
    [[nodiscard]] QPen thin(const view::Stroke& stroke) const {
        QPen pen(m_theme.color(stroke.paint), std::max(1.0, stroke.width * m_scale));
        pen.setCosmetic(true);
        return pen;
    }

    QPainter& m_painter;
    const view::Shape& m_shape;
    const render::Theme& m_theme;
    double m_scale;
};

} // namespace

void drawFarShape(QPainter& painter, const view::Shape& shape, const render::Theme& theme, double scale) {
    std::visit(FarPainter(painter, shape, theme, scale), shape.form);
}

} // namespace flowspine::adapters
