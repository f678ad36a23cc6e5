#include "app/rail.h"

#include "adapters/plain_text.h"
#include "render/icon.h"
#include "render/theme.h"

#include <QPainter>

#include <utility>

namespace flowspine::app {

namespace {

constexpr int railWidth = 88;
constexpr int cellHeight = 64;
constexpr int edgeWidth = 3;
constexpr int symbolSize = 20;
constexpr int lineInset = 12;

} // namespace

RailButton::RailButton(const QString& text, QString iconName, QWidget* parent)
    : QAbstractButton(parent), m_iconName(std::move(iconName)) {
    setText(text);
    setCheckable(true);
    setFixedSize(railWidth, cellHeight);
    setFocusPolicy(Qt::TabFocus);
}

QSize RailButton::sizeHint() const {
    return {railWidth, cellHeight};
}

void RailButton::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    const QColor color = palette().color(isChecked() ? QPalette::Highlight : QPalette::PlaceholderText);
    if (isChecked()) {
        painter.fillRect(rect(), palette().color(QPalette::Base));
        painter.fillRect(0, 0, edgeWidth, height(), color);
    } else {
        if (underMouse()) {
            QColor wash = palette().color(QPalette::WindowText);
            wash.setAlphaF(0.05F);
            painter.fillRect(rect(), wash);
        }
        painter.fillRect(width() - 1, 0, 1, height(), palette().color(QPalette::Mid));
    }
    if (hasFocus()) {
        painter.setPen(QPen(palette().color(QPalette::Highlight), 2));
        painter.drawRect(rect().adjusted(1, 1, -1, -1));
    }
    render::drawIcon(painter, m_iconName, color, QRectF((width() - symbolSize) / 2.0, 12, symbolSize, symbolSize));
    painter.setPen(color);
    painter.setFont(render::fontFor({.size = 11, .weight = 500}));
    painter.drawText(QRect(0, 36, width(), 16), Qt::AlignCenter, text());
}

void RailButton::enterEvent(QEnterEvent* event) {
    QAbstractButton::enterEvent(event);
    update();
}

void RailButton::leaveEvent(QEvent* event) {
    QAbstractButton::leaveEvent(event);
    update();
}

Rail::Rail(QWidget* parent)
    : adapters::Surface(QPalette::Window, Qt::RightEdge, parent), m_layout(new QVBoxLayout(this)) {
    setFixedWidth(railWidth);
    m_layout->setContentsMargins(0, 8, 0, 0);
    m_layout->setSpacing(0);
    m_layout->addStretch();
    connect(&m_buttons, &QButtonGroup::idClicked, this, &Rail::chosen);
}

void Rail::addEditor(const QString& title, const QString& iconName, bool isStep) {
    const int index = static_cast<int>(m_buttons.buttons().size());
    if (isStep) ++m_steps;
    if (!isStep && index == m_steps) {
        auto* const line = new Surface(QPalette::Window, Qt::BottomEdge, this);
        line->setFixedSize(railWidth - 2 * lineInset, 9);
        m_layout->insertWidget(m_layout->count() - 1, line, 0, Qt::AlignHCenter);
        m_layout->insertSpacing(m_layout->count() - 1, 8);
    }
    auto* const button = new RailButton(isStep ? tr("%1 %2").arg(m_steps).arg(title) : title, iconName, this);
    button->setAccessibleName(title);
    button->setToolTip(adapters::plainTip(tr("%1 (Ctrl+%2)").arg(title).arg(index + 1)));
    m_buttons.addButton(button, index);
    m_layout->insertWidget(m_layout->count() - 1, button);
}

void Rail::setCurrent(int index) {
    if (QAbstractButton* const button = m_buttons.button(index)) button->setChecked(true);
}

} // namespace flowspine::app
