#include "panels/chip.h"

#include "render/icon.h"
#include "render/look.h"
#include "render/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <utility>

namespace flowspine::panels {

namespace {

constexpr int chipHeight = 24;
constexpr int iconSize = 14;
constexpr double radius = 6;

} // namespace

Chip::Chip(QString iconName, const QString& text, bool isRemovable, QWidget* parent)
    : QWidget(parent), m_iconName(std::move(iconName)), m_text(new ElidedLabel(this)) {
    setAttribute(Qt::WA_Hover);
    setFixedHeight(chipHeight);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAccessibleName(text);
    m_text->setFont(render::fontFor({.size = 11, .weight = 400}));
    m_text->setText(text);
    auto* const layout = new QHBoxLayout(this);
    layout->setContentsMargins(8 + iconSize + 4, 0, isRemovable ? 4 : 8, 0);
    layout->setSpacing(4);
    layout->addWidget(m_text, 1);
    if (!isRemovable) return;
    m_cross = new QToolButton(this);
    render::setLook(*m_cross, render::Look::bare);
    m_cross->setIcon(render::icon(QStringLiteral("close")));
    m_cross->setIconSize({iconSize, iconSize});
    m_cross->setFocusPolicy(Qt::NoFocus);
    m_cross->setToolTip(tr("Take out (Del)"));
    m_cross->setAccessibleName(tr("Take out"));
    connect(m_cross, &QToolButton::clicked, this, &Chip::removed);
    layout->addWidget(m_cross);
}

void Chip::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const double lineWidth = hasFocus() ? 2 : 1;
    const QPalette::ColorRole line = hasFocus() ? QPalette::Highlight : underMouse() ? QPalette::Dark : QPalette::Mid;
    painter.setPen(QPen(palette().color(line), lineWidth));
    painter.setBrush(palette().color(QPalette::Base));
    const double inset = lineWidth / 2;
    painter.drawRoundedRect(QRectF(rect()).adjusted(inset, inset, -inset, -inset), radius - inset, radius - inset);
    render::drawIcon(painter, m_iconName, palette().color(QPalette::PlaceholderText),
                     QRectF(8, (height() - iconSize) / 2.0, iconSize, iconSize));
}

void Chip::mouseReleaseEvent(QMouseEvent* event) {
    if (event->button() == Qt::LeftButton && rect().contains(event->position().toPoint())) emit clicked();
}

void Chip::keyPressEvent(QKeyEvent* event) {
    switch (event->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Space: emit clicked(); break;
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (m_cross != nullptr) emit removed();
        break;
    default: QWidget::keyPressEvent(event);
    }
}

} // namespace flowspine::panels
