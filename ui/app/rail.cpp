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
constexpr int badgeHeight = 16;
constexpr int badgeLeft = 52;
constexpr int badgeTop = 6;
constexpr std::size_t mostShown = 999;

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
    if (m_badge > 0) paintBadge(painter);
}

void RailButton::paintBadge(QPainter& painter) const {
    const QString count = m_badge > mostShown ? tr("%1+").arg(mostShown) : QString::number(m_badge);
    const QFont font = render::fontFor({.size = 11, .weight = 600});
    const int badgeWidth = std::max(badgeHeight, QFontMetrics(font).horizontalAdvance(count) + 8);
    const QRectF rect(badgeLeft, badgeTop, badgeWidth, badgeHeight);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(QPen(render::colorIn(palette(), {m_badgeRole, 45}), 1));
    painter.setBrush(palette().color(QPalette::Base));
    painter.drawRoundedRect(rect.adjusted(0.5, 0.5, -0.5, -0.5), badgeHeight / 2.0, badgeHeight / 2.0);
    painter.setPen(render::colorIn(palette(), {m_badgeRole}));
    painter.setFont(font);
    painter.drawText(rect, Qt::AlignCenter, count);
}

void RailButton::setBadge(std::size_t count, view::Role role) {
    if (count == m_badge && role == m_badgeRole) return;
    m_badge = count;
    m_badgeRole = role;
    setAccessibleDescription(count == 0 ? QString() : tr("%1 findings").arg(count));
    update();
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

RailButton& Rail::button(int index) const {
    return *static_cast<RailButton*>(m_buttons.button(index));
}

void Rail::setCurrent(int index) {
    if (QAbstractButton* const button = m_buttons.button(index)) button->setChecked(true);
}

} // namespace flowspine::app
