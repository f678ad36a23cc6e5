#include "adapters/surface.h"

#include <QPainter>

namespace flowspine::adapters {

Surface::Surface(QPalette::ColorRole ground, Qt::Edges lines, QWidget* parent) : QWidget(parent), m_lines(lines) {
    setBackgroundRole(ground);
    setAutoFillBackground(true);
}

void Surface::paintEvent(QPaintEvent* /*event*/) {
    if (m_lines == Qt::Edges()) return;
    QPainter painter(this);
    const QColor line = palette().color(QPalette::Mid);
    if (m_lines.testFlag(Qt::TopEdge)) painter.fillRect(0, 0, width(), 1, line);
    if (m_lines.testFlag(Qt::BottomEdge)) painter.fillRect(0, height() - 1, width(), 1, line);
    if (m_lines.testFlag(Qt::LeftEdge)) painter.fillRect(0, 0, 1, height(), line);
    if (m_lines.testFlag(Qt::RightEdge)) painter.fillRect(width() - 1, 0, 1, height(), line);
}

} // namespace flowspine::adapters
