#include "app/menu_button.h"

#include "render/icon.h"
#include "render/look.h"

#include <QPainter>

namespace flowspine::app {

namespace {

constexpr int symbolSize = 16;
constexpr int arrowInset = 12;

} // namespace

MenuButton::MenuButton(const QString& text, const QString& iconName, QMenu* menu, QWidget* parent)
    : QToolButton(parent) {
    render::setLook(*this, render::Look::menu);
    setToolButtonStyle(Qt::ToolButtonTextBesideIcon);
    setText(text);
    setIcon(render::icon(iconName));
    setIconSize({symbolSize, symbolSize});
    setPopupMode(QToolButton::InstantPopup);
    setMenu(menu);
}

void MenuButton::paintEvent(QPaintEvent* event) {
    QToolButton::paintEvent(event);
    QPainter painter(this);
    const QColor color = palette().color(isEnabled() ? QPalette::Normal : QPalette::Disabled, QPalette::ButtonText);
    render::drawIcon(painter, QStringLiteral("chevron-down"), color,
                     QRectF(width() - symbolSize - arrowInset, (height() - symbolSize) / 2.0, symbolSize, symbolSize));
}

} // namespace flowspine::app
