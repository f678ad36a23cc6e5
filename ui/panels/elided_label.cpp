#include "panels/elided_label.h"

#include "adapters/plain_text.h"

#include <QEvent>
#include <QPainter>

namespace flowspine::panels {

ElidedLabel::ElidedLabel(QWidget* parent) : QWidget(parent) {
    setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Fixed);
}

void ElidedLabel::setText(const QString& text) {
    const QString line = adapters::oneLine(text);
    if (line == m_text) return;
    m_text = line;
    setAccessibleName(m_text);
    updateGeometry();
    updateTip();
    update();
}

void ElidedLabel::setColorRole(QPalette::ColorRole role) {
    m_role = role;
    update();
}

QSize ElidedLabel::sizeHint() const {
    // A name may hold a million characters; no window is that wide.
    constexpr int widest = 2000;
    const QFontMetrics metrics(font());
    const QSize words(std::min(widest, metrics.horizontalAdvance(m_text.left(widest)) + 1), metrics.height());
    return words.grownBy(contentsMargins());
}

QSize ElidedLabel::minimumSizeHint() const {
    return {std::min(24, sizeHint().width()), sizeHint().height()};
}

void ElidedLabel::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setPen(palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, m_role));
    const QRect place = contentsRect();
    const QString line = fontMetrics().elidedText(m_text.left(2000), Qt::ElideRight, place.width());
    painter.drawText(place, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, line);
}

void ElidedLabel::resizeEvent(QResizeEvent* event) {
    QWidget::resizeEvent(event);
    updateTip();
}

void ElidedLabel::changeEvent(QEvent* event) {
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange) updateGeometry();
}

void ElidedLabel::updateTip() {
    const bool isCut = sizeHint().width() > width();
    setToolTip(isCut ? adapters::plainTip(m_text) : QString());
}

} // namespace flowspine::panels
