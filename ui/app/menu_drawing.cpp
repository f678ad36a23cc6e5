#include "app/menu_drawing.h"

#include "app/style_box.h"
#include "render/icon.h"

namespace flowspine::app {

namespace {

constexpr int left = 28;
constexpr int right = 24;
constexpr int symbolInset = 6;
constexpr int symbolSize = 16;
constexpr int lineHeight = 28;
constexpr int separatorHeight = 9;
constexpr int separatorInset = 8;

void drawSymbol(QPainter& painter, const QStyleOptionMenuItem& item, const QRect& place) {
    const bool isChecked = item.checkType != QStyleOptionMenuItem::NotCheckable && item.checked;
    if (!item.icon.isNull())
        item.icon.paint(&painter, place, Qt::AlignCenter,
                        item.state.testFlag(QStyle::State_Enabled) ? QIcon::Normal : QIcon::Disabled,
                        isChecked ? QIcon::On : QIcon::Off);
    else if (isChecked)
        render::drawIcon(painter, QStringLiteral("check"), item.palette.color(QPalette::Text), place);
}

} // namespace

void drawMenuPanel(QPainter& painter, const QStyleOption& menu) {
    drawBox(painter, menu.rect,
            {.fill = menu.palette.color(QPalette::Base), .line = menu.palette.color(QPalette::Mid), .radius = 0});
}

void drawMenuItem(QPainter& painter, const QStyleOptionMenuItem& item) {
    const QRect& rect = item.rect;
    if (item.menuItemType == QStyleOptionMenuItem::Separator) {
        painter.fillRect(rect.left() + separatorInset, rect.center().y(), rect.width() - 2 * separatorInset, 1,
                         item.palette.color(QPalette::Mid));
        return;
    }
    const bool isEnabled = item.state.testFlag(QStyle::State_Enabled);
    if (item.state.testFlag(QStyle::State_Selected) && isEnabled)
        drawBox(painter, rect, {.fill = blended(item.palette, QPalette::Highlight, 10), .radius = 4});

    const auto visual = [&](const QRect& part) { return QStyle::visualRect(item.direction, rect, part); };
    const int symbolTop = rect.top() + (rect.height() - symbolSize) / 2;
    drawSymbol(painter, item, visual({rect.left() + symbolInset, symbolTop, symbolSize, symbolSize}));
    painter.save();
    painter.setFont(item.font);
    painter.setPen(item.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    const QRect words = visual(rect.adjusted(left, 0, -right, 0));
    constexpr int flags = Qt::AlignVCenter | Qt::TextSingleLine | Qt::TextHideMnemonic | Qt::TextDontClip;
    const qsizetype tab = item.text.indexOf(QLatin1Char('\t'));
    painter.drawText(words, flags | Qt::AlignLeft, tab < 0 ? item.text : item.text.left(tab));
    if (tab >= 0) painter.drawText(words, flags | Qt::AlignRight, item.text.mid(tab + 1));
    painter.restore();
    if (item.menuItemType == QStyleOptionMenuItem::SubMenu)
        render::drawIcon(painter, QStringLiteral("chevron-right"),
                         item.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text),
                         visual({rect.right() - right + 5, symbolTop, symbolSize, symbolSize}));
}

QSize menuItemSize(const QStyleOptionMenuItem& item, const QSize& contents) {
    if (item.menuItemType == QStyleOptionMenuItem::Separator) return {contents.width(), separatorHeight};
    const int gap = item.text.contains(QLatin1Char('\t')) ? left : 0;
    return {contents.width() + left + right + gap, std::max(lineHeight, contents.height())};
}

void drawMenuBarItem(QPainter& painter, const QStyleOptionMenuItem& item) {
    painter.fillRect(item.rect, item.palette.color(QPalette::Button));
    const bool isEnabled = item.state.testFlag(QStyle::State_Enabled);
    if (isEnabled && item.state.testFlag(QStyle::State_Selected))
        drawBox(painter, item.rect, {.fill = blended(item.palette, QPalette::WindowText, 6)});
    painter.setPen(item.palette.color(isEnabled ? QPalette::Active : QPalette::Disabled, QPalette::Text));
    painter.drawText(item.rect, Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic | Qt::TextDontClip,
                     item.text);
}

QSize menuBarItemSize(const QSize& contents) {
    return contents + QSize(16, 8);
}

} // namespace flowspine::app
