#include "app/style_box.h"

namespace flowspine::app {

QColor blended(const QPalette& palette, QPalette::ColorRole over, int percent, QPalette::ColorRole on) {
    const QColor top = palette.color(over);
    const QColor under = palette.color(on);
    const auto channel = [percent](int a, int b) { return (a * percent + b * (100 - percent) + 50) / 100; };
    return {channel(top.red(), under.red()), channel(top.green(), under.green()), channel(top.blue(), under.blue())};
}

void drawBox(QPainter& painter, const QRect& rect, const Box& box) {
    if (!box.fill.isValid() && !box.line.isValid()) return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(box.line.isValid() ? QPen(box.line, box.lineWidth) : QPen(Qt::NoPen));
    painter.setBrush(box.fill.isValid() ? QBrush(box.fill) : QBrush(Qt::NoBrush));
    const double inset = box.line.isValid() ? box.lineWidth / 2 : 0;
    const double radius = std::max(0.0, box.radius - inset);
    painter.drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter.restore();
}

} // namespace flowspine::app
