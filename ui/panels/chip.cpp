#include "panels/chip.h"

#include "render/icon.h"
#include "render/theme.h"

#include <QHBoxLayout>
#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>
#include <QStyle>

#include <utility>

namespace flowspine::panels {

namespace {

constexpr int chipHeight = 24;
constexpr int iconSize = 14;

} // namespace

Chip::Chip(QString iconName, const QString& text, bool isRemovable, QWidget* parent)
    : QFrame(parent), m_iconName(std::move(iconName)), m_text(new ElidedLabel(this)) {
    setObjectName(QStringLiteral("chip"));
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
    m_cross->setObjectName(QStringLiteral("chipIcon"));
    m_cross->setIcon(render::icon(QStringLiteral("close")));
    m_cross->setIconSize({iconSize, iconSize});
    m_cross->setFocusPolicy(Qt::NoFocus);
    m_cross->setToolTip(tr("Take out (Del)"));
    m_cross->setAccessibleName(tr("Take out"));
    connect(m_cross, &QToolButton::clicked, this, &Chip::removed);
    layout->addWidget(m_cross);
}

void Chip::paintEvent(QPaintEvent* event) {
    QFrame::paintEvent(event);
    QPainter painter(this);
    render::drawIcon(painter, m_iconName, palette().color(QPalette::PlaceholderText),
                     QRectF(8, (height() - iconSize) / 2.0, iconSize, iconSize));
}

void Chip::enterEvent(QEnterEvent* event) {
    QFrame::enterEvent(event);
    setHovered(true);
}

void Chip::leaveEvent(QEvent* event) {
    QFrame::leaveEvent(event);
    setHovered(false);
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
    default: QFrame::keyPressEvent(event);
    }
}

void Chip::setHovered(bool hovered) {
    setProperty("hovered", hovered);
    style()->unpolish(this);
    style()->polish(this);
}

} // namespace flowspine::panels
