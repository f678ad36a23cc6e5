#include "render/picture_painter.h"

#include "render/icon.h"
#include "view/line_shape.h"

#include <QPainterPath>

#include <cmath>

namespace flowspine::render {

namespace {

using view::LineEnd;

QPointF toQt(view::Point point) {
    return {point.x, point.y};
}

QRectF toQt(const view::Rect& rect) {
    return {rect.x, rect.y, rect.width, rect.height};
}

QPen penFor(const view::Stroke& stroke, const Theme& theme) {
    if (stroke.paint.role == view::Role::none || stroke.width <= 0) return Qt::NoPen;
    QPen pen(theme.color(stroke.paint), stroke.width);
    pen.setCapStyle(Qt::FlatCap);
    pen.setJoinStyle(Qt::MiterJoin);
    // Patterns are 5 4 and 2 3 px; Qt counts them in pen widths.
    if (stroke.dash == view::Dash::dashed) pen.setDashPattern({5 / stroke.width, 4 / stroke.width});
    if (stroke.dash == view::Dash::dotted) pen.setDashPattern({2 / stroke.width, 3 / stroke.width});
    return pen;
}

double distance(const QPointF& a, const QPointF& b) {
    return std::hypot(b.x() - a.x(), b.y() - a.y());
}

// The point `length` px from `from` towards `to`.
QPointF towards(const QPointF& from, const QPointF& to, double length) {
    const double whole = distance(from, to);
    return whole <= 0 ? from : from + (to - from) * (length / whole);
}

QPainterPath roundedPolyline(const std::vector<QPointF>& points, double radius) {
    QPainterPath path(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const QPointF& corner = points[i];
        const double before = distance(points[i - 1], corner) / 2;
        const double after = distance(corner, points[i + 1]) / 2;
        const double reach = std::min({radius, before, after});
        path.lineTo(towards(corner, points[i - 1], reach));
        path.quadTo(corner, towards(corner, points[i + 1], reach));
    }
    path.lineTo(points.back());
    return path;
}

bool isStraightHairline(const view::Line& line) {
    return line.points.size() == 2 && line.stroke.width <= 1 &&
           (line.points[0].x == line.points[1].x || line.points[0].y == line.points[1].y);
}

// The end of a line at `tip`, seen along the direction from `from`.
void drawEnd(QPainter& painter, LineEnd end, view::Point tip, view::Point from, const view::Line& line,
             const Theme& theme) {
    const view::LineEndShape shape = view::shapeOf(end, tip, from, line.stroke.width, line.endScale);
    const QColor color = theme.color(line.stroke.paint);
    painter.setPen(shape.isHollow ? QPen(color, 1.25 * line.endScale) : QPen(Qt::NoPen));
    painter.setBrush(shape.isHollow ? theme.color(view::Role::paper) : color);
    if (shape.discRadius > 0) painter.drawEllipse(toQt(tip), shape.discRadius, shape.discRadius);
    if (shape.outline.empty()) return;
    QPolygonF outline;
    for (const view::Point& point : shape.outline) outline.append(toQt(point));
    painter.drawPolygon(outline);
}

class FormPainter {
  public:
    FormPainter(QPainter& painter, const Theme& theme) : m_painter(painter), m_theme(theme) {}

    void operator()(const view::Box& box) const {
        m_painter.setPen(penFor(box.border, m_theme));
        setBrush(box.fill);
        // A border lies inside the rectangle, so that neighbours of equal rectangles meet.
        const double inset = m_painter.pen().style() == Qt::NoPen ? 0 : box.border.width / 2;
        const QRectF rect = toQt(box.rect).adjusted(inset, inset, -inset, -inset);
        switch (box.outline) {
        case view::Outline::rectangle:
            if (box.radius > 0)
                m_painter.drawRoundedRect(rect, box.radius - inset, box.radius - inset);
            else
                m_painter.drawRect(rect);
            break;
        case view::Outline::lozenge:
            m_painter.drawPolygon(
                QPolygonF{QPointF(rect.center().x(), rect.top()), QPointF(rect.right(), rect.center().y()),
                          QPointF(rect.center().x(), rect.bottom()), QPointF(rect.left(), rect.center().y())});
            break;
        case view::Outline::ellipse: m_painter.drawEllipse(rect); break;
        }
    }

    void operator()(const view::Line& line) const {
        if (line.points.size() < 2) return;
        std::vector<QPointF> points;
        points.reserve(line.points.size());
        for (const view::Point& point : view::shortened(line)) points.push_back(toQt(point));

        QPainterPath path;
        if (line.isCubic && points.size() == 4) {
            path.moveTo(points[0]);
            path.cubicTo(points[1], points[2], points[3]);
        } else {
            path = roundedPolyline(points, line.bendRadius);
        }
        m_painter.setBrush(Qt::NoBrush);
        m_painter.setPen(penFor(line.stroke, m_theme));
        // A straight hairline on a pixel's edge would be smeared over two rows.
        m_painter.setRenderHint(QPainter::Antialiasing, !isStraightHairline(line));
        m_painter.drawPath(path);
        m_painter.setRenderHint(QPainter::Antialiasing);

        drawEnd(m_painter, line.start, line.points.front(), line.points[1], line, m_theme);
        drawEnd(m_painter, line.end, line.points.back(), line.points[line.points.size() - 2], line, m_theme);
    }

    void operator()(const view::Ribbon& ribbon) const {
        if (ribbon.upper.size() < 2 || ribbon.lower.size() < 2) return;
        QPolygonF outline;
        for (const view::Point& point : ribbon.upper) outline.append(toQt(point));
        for (auto point = ribbon.lower.rbegin(); point != ribbon.lower.rend(); ++point) outline.append(toQt(*point));
        m_painter.setPen(Qt::NoPen);
        setBrush(ribbon.fill);
        m_painter.drawPolygon(outline);
    }

    void operator()(const view::Label& label) const {
        m_painter.setPen(m_theme.color(label.paint));
        m_painter.setFont(fontFor(label.style));
        const double scale = fontScale(label.style);
        const QtTextMeasure measure;
        double y = label.anchor.y;
        for (const std::string& line : label.lines) {
            double x = label.anchor.x;
            if (label.align != view::Align::left) {
                const double width = measure.width(line, label.style);
                x -= label.align == view::Align::center ? width / 2 : width;
            }
            drawText(QPointF(x, y), scale, line);
            y += label.lineHeight;
        }
    }

    void operator()(const view::Symbol& symbol) const {
        drawIcon(m_painter, QString::fromStdString(symbol.icon), m_theme.color(symbol.paint), toQt(symbol.rect));
    }

  private:
    void setBrush(const view::Paint& paint) const {
        if (paint.role == view::Role::none)
            m_painter.setBrush(Qt::NoBrush);
        else
            m_painter.setBrush(m_theme.color(paint));
    }

    void drawText(const QPointF& at, double scale, const std::string& line) const {
        const QString text = QString::fromStdString(line);
        if (scale == 1.0) {
            m_painter.drawText(at, text);
            return;
        }
        m_painter.translate(at);
        m_painter.scale(scale, scale);
        m_painter.drawText(QPointF(0, 0), text);
        m_painter.scale(1 / scale, 1 / scale);
        m_painter.translate(-at);
    }

    QPainter& m_painter;
    const Theme& m_theme;
};

} // namespace

PicturePainter::PicturePainter(QPainter& painter, const Theme& theme) : m_painter(painter), m_theme(theme) {
    m_painter.setRenderHint(QPainter::Antialiasing);
    m_painter.setRenderHint(QPainter::TextAntialiasing);
}

void PicturePainter::draw(const view::Shape& shape) {
    std::visit(FormPainter(m_painter, m_theme), shape.form);
}

void PicturePainter::draw(const view::Picture& picture) {
    for (const view::Shape& shape : picture.shapes) draw(shape);
}

} // namespace flowspine::render
