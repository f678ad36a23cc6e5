#include "editors/flows/picture_band.h"

#include "adapters/far_shapes.h"
#include "adapters/plain_text.h"
#include "adapters/shape_item.h"
#include "render/picture_painter.h"

#include <QHelpEvent>
#include <QMouseEvent>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace flowspine::editors {

using view::HitArea;

PictureBand::PictureBand(const render::Theme& theme, QWidget* parent) : QWidget(parent), m_theme(&theme) {
    setMouseTracking(true);
    setAttribute(Qt::WA_OpaquePaintEvent);
}

void PictureBand::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    forget();
}

void PictureBand::show(view::Picture picture) {
    if (picture == m_picture) return;
    const bool isOtherSize = picture.bounds != m_picture.bounds;
    m_picture = std::move(picture);
    m_hovered.reset();
    QStringList words;
    for (const view::Shape& shape : m_picture.shapes)
        if (!shape.altText.empty()) words += adapters::toQt(shape.altText);
    setAccessibleDescription(words.join(QStringLiteral(". ")));
    if (isOtherSize) updateGeometry();
    forget();
}

void PictureBand::setOverlay(std::vector<view::Shape> overlay) {
    if (overlay == m_overlay) return;
    m_overlay = std::move(overlay);
    update();
}

void PictureBand::setView(double left, double scale) {
    if (left == m_left && scale == m_scale) return;
    if (std::exchange(m_scale, scale) != scale) updateGeometry();
    m_left = left;
    forget();
}

QSize PictureBand::sizeHint() const {
    return {static_cast<int>(std::ceil(m_picture.bounds.width * m_scale)),
            static_cast<int>(std::ceil(m_picture.bounds.height * m_scale))};
}

QPointF PictureBand::onScreen(view::Point point) const {
    return {(point.x - m_left) * m_scale, (point.y - m_picture.bounds.y) * m_scale};
}

view::Point PictureBand::inPicture(QPointF at) const {
    return {at.x() / m_scale + m_left, at.y() / m_scale + m_picture.bounds.y};
}

bool PictureBand::event(QEvent* event) {
    if (event->type() != QEvent::ToolTip) return QWidget::event(event);
    const auto* help = static_cast<QHelpEvent*>(event);
    const view::Point at = inPicture(help->pos());
    for (auto shape = m_picture.shapes.rbegin(); shape != m_picture.shapes.rend(); ++shape)
        if (!shape->tip.empty() && view::boundsOf(shape->form).contains(at)) {
            QToolTip::showText(help->globalPos(), adapters::plainTip(adapters::toQt(shape->tip)), this);
            return true;
        }
    QToolTip::hideText();
    event->ignore();
    return true;
}

void PictureBand::forget() {
    m_painted = {};
    update();
}

void PictureBand::paintPicture() {
    m_painted = QPixmap(size() * devicePixelRatio());
    m_painted.setDevicePixelRatio(devicePixelRatio());
    m_painted.fill(m_theme->color(view::Role::paper));
    QPainter painter(&m_painted);
    painter.scale(m_scale, m_scale);
    painter.translate(-m_left, -m_picture.bounds.y);
    const view::Rect shown{m_left, m_picture.bounds.y, width() / m_scale, height() / m_scale};
    render::PicturePainter pen(painter, *m_theme);
    const bool isFar = m_scale < adapters::smallestTextScale;
    for (const view::Shape& shape : m_picture.shapes) {
        if (!view::boundsOf(shape.form).intersects(shown)) continue;
        if (isFar)
            adapters::drawFarShape(painter, shape, *m_theme, m_scale);
        else
            pen.draw(shape);
    }
}

void PictureBand::paintEvent(QPaintEvent*) {
    if (m_painted.size() != size() * devicePixelRatio()) paintPicture();
    QPainter painter(this);
    painter.drawPixmap(0, 0, m_painted);
    painter.scale(m_scale, m_scale);
    painter.translate(-m_left, -m_picture.bounds.y);
    render::PicturePainter pen(painter, *m_theme);
    for (const view::Shape& shape : m_overlay) pen.draw(shape);
}

void PictureBand::mousePressEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    if (event->position().y() < m_gripHeight) {
        m_grip = event->position().toPoint();
        setCursor(Qt::SizeAllCursor);
        return;
    }
    const view::Point at = inPicture(event->position());
    if (const HitArea* area = view::areaAt(m_picture, at)) emit pressed(HitArea(*area), event->modifiers());
    emit dragged(at);
}

void PictureBand::mouseReleaseEvent(QMouseEvent*) {
    m_grip.reset();
}

void PictureBand::mouseMoveEvent(QMouseEvent* event) {
    if (m_grip) {
        const QPoint wanted = pos() + event->position().toPoint() - *m_grip;
        const QSize room = parentWidget()->size() - size();
        move(std::clamp(wanted.x(), 0, std::max(room.width(), 0)),
             std::clamp(wanted.y(), 0, std::max(room.height(), 0)));
        m_wasMoved = true;
        return;
    }
    if (m_gripHeight > 0 && event->position().y() < m_gripHeight) {
        hover(nullptr);
        setCursor(Qt::SizeAllCursor);
        return;
    }
    if (cursor().shape() == Qt::SizeAllCursor) setCursor(Qt::ArrowCursor);
    const view::Point at = inPicture(event->position());
    if (event->buttons() & Qt::LeftButton) emit dragged(at);
    hover(view::areaAt(m_picture, at));
}

void PictureBand::leaveEvent(QEvent*) {
    hover(nullptr);
}

void PictureBand::hover(const HitArea* area) {
    const std::optional<HitArea> now = area ? std::optional(*area) : std::nullopt;
    if (now == m_hovered) return;
    m_hovered = now;
    setCursor(now ? Qt::PointingHandCursor : Qt::ArrowCursor);
    emit hovered(m_hovered);
}

} // namespace flowspine::editors
