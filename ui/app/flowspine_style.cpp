#include "app/flowspine_style.h"

#include "app/button_drawing.h"
#include "app/field_drawing.h"
#include "app/menu_drawing.h"
#include "app/style_box.h"
#include "app/view_drawing.h"
#include "render/theme.h"

#include <QAbstractSpinBox>
#include <QApplication>
#include <QComboBox>
#include <QListView>
#include <QScrollBar>
#include <QStyleFactory>
#include <QStyleOption>
#include <QStyledItemDelegate>

namespace flowspine::app {

using render::Look;

namespace {

// The line of a spin box or of a combo box that is typed in has the frame of its owner.
bool isPartOfField(const QWidget* widget) {
    const QWidget* const owner = widget == nullptr ? nullptr : widget->parentWidget();
    return qobject_cast<const QAbstractSpinBox*>(owner) != nullptr || qobject_cast<const QComboBox*>(owner) != nullptr;
}

} // namespace

void FlowspineStyle::install() {
    QApplication::setStyle(new FlowspineStyle);
    QApplication::setFont(render::fontFor({.size = 13, .weight = 400}));
    const QFont button = render::fontFor({.size = 13, .weight = 500});
    for (const char* kind : {"QPushButton", "QToolButton", "QTabBar"}) QApplication::setFont(button, kind);
    QApplication::setFont(render::fontFor({.size = 11, .weight = 600}), "QHeaderView");
    QApplication::setFont(render::fontFor({.size = 11, .weight = 400}), "QTipLabel");
}

FlowspineStyle::FlowspineStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void FlowspineStyle::polish(QWidget* widget) {
    QProxyStyle::polish(widget);
    // What is behind a scroll bar shows through.
    if (auto* const bar = qobject_cast<QScrollBar*>(widget)) bar->setAttribute(Qt::WA_OpaquePaintEvent, false);
    // The rows that a combo box brings paint past the style.
    if (auto* const list = qobject_cast<QListView*>(widget))
        if (list->itemDelegate()->inherits("QComboBoxDelegate")) list->setItemDelegate(new QStyledItemDelegate(list));
}

void FlowspineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    switch (element) {
    case PE_IndicatorCheckBox: drawCheckBox(*painter, *option); return;
    case PE_FrameFocusRect: return; // whatever takes the focus shows it by its border
    case PE_PanelLineEdit:
        if (!isPartOfField(widget)) drawLineFrame(*painter, *option, widget);
        return;
    case PE_Frame: drawPanelFrame(*painter, *option, widget); return;
    case PE_PanelScrollAreaCorner: return;
    case PE_PanelMenu: drawMenuPanel(*painter, *option); return;
    case PE_FrameMenu: return; // the panel has drawn it
    case PE_PanelMenuBar: return;
    case PE_PanelTipLabel: painter->fillRect(option->rect, option->palette.color(QPalette::ToolTipBase)); return;
    case PE_PanelItemViewItem:
        if (const auto* row = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            drawRowGround(*painter, *row, widget);
            return;
        }
        break;
    default: break;
    }
    QProxyStyle::drawPrimitive(element, option, painter, widget);
}

void FlowspineStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    const auto* const button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const auto* const item = qstyleoption_cast<const QStyleOptionMenuItem*>(option);
    const auto* const tab = qstyleoption_cast<const QStyleOptionTab*>(option);
    const auto* const row = qstyleoption_cast<const QStyleOptionViewItem*>(option);
    switch (element) {
    case CE_PushButtonBevel:
        if (button != nullptr) return drawPushButtonFrame(*painter, *button, render::lookOf(widget));
        break;
    case CE_PushButtonLabel:
        if (button != nullptr) {
            const Look look = render::lookOf(widget);
            if (look == Look::link) return drawLink(*painter, *button);
            const QStyleOptionButton label = pushButtonLabel(*button, look);
            return QProxyStyle::drawControl(element, &label, painter, widget);
        }
        break;
    case CE_MenuItem:
        if (item != nullptr) return drawMenuItem(*painter, *item);
        break;
    case CE_MenuBarItem:
        if (item != nullptr) return drawMenuBarItem(*painter, *item);
        break;
    case CE_MenuBarEmptyArea: painter->fillRect(option->rect, option->palette.color(QPalette::Button)); return;
    case CE_TabBarTabShape:
        if (tab != nullptr) return drawTab(*painter, *tab);
        break;
    case CE_TabBarTabLabel:
        if (tab != nullptr) return drawTabWords(*painter, *tab);
        break;
    case CE_ItemViewItem:
        if (row != nullptr) {
            const QStyleOptionViewItem inked = rowWithItsInk(*row);
            return QProxyStyle::drawControl(element, &inked, painter, widget);
        }
        break;
    case CE_HeaderEmptyArea: painter->fillRect(option->rect, option->palette.color(QPalette::Base)); return;
    case CE_HeaderSection: drawHeading(*painter, *option); return;
    case CE_HeaderLabel:
        if (const auto* heading = qstyleoption_cast<const QStyleOptionHeader*>(option)) {
            QStyleOptionHeader muted = *heading;
            muted.palette.setColor(QPalette::ButtonText, heading->palette.color(QPalette::PlaceholderText));
            return QProxyStyle::drawControl(element, &muted, painter, widget);
        }
        break;
    case CE_Splitter: painter->fillRect(option->rect, option->palette.color(QPalette::Mid)); return;
    default: break;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void FlowspineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                        const QWidget* widget) const {
    if (control == CC_ComboBox) {
        drawComboBox(*painter, *option, subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget));
        return;
    }
    if (control == CC_SpinBox) {
        if (const auto* box = qstyleoption_cast<const QStyleOptionSpinBox*>(option)) return drawSpinBox(*painter, *box);
    }
    if (control == CC_ScrollBar) {
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option))
            return drawScrollBar(*painter, *bar);
    }
    if (control == CC_ToolButton) {
        const Look look = render::lookOf(widget);
        const auto* const button = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        if (button != nullptr && look == Look::standard) {
            QStyleOptionToolButton unmarked = *button;
            unmarked.features &= ~QStyleOptionToolButton::HasMenu;
            return QProxyStyle::drawComplexControl(control, &unmarked, painter, widget);
        }
        if (button != nullptr) {
            drawToolButtonFrame(*painter, *button, look);
            const QStyleOptionToolButton label = toolButtonLabel(*button, look);
            return drawControl(CE_ToolButtonLabel, &label, painter, widget);
        }
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect FlowspineStyle::subElementRect(SubElement element, const QStyleOption* option, const QWidget* widget) const {
    switch (element) {
    case SE_PushButtonContents: return buttonContents(option->rect, render::lookOf(widget));
    case SE_LineEditContents:
        if (isPartOfField(widget)) break;
        return lineContents(option->rect, widget);
    case SE_ShapedFrameContents:
        if (const auto* frame = qstyleoption_cast<const QStyleOptionFrame*>(option))
            if (frame->frameShape == QFrame::StyledPanel) return panelContents(option->rect, widget);
        break;
    case SE_TabBarTabText: return option->rect.adjusted(tabPadding, tabEdge, -tabPadding, 0);
    case SE_HeaderLabel: return QProxyStyle::subElementRect(element, option, widget).marginsRemoved(headingPadding());
    case SE_ItemViewItemText:
    case SE_ItemViewItemDecoration:
    case SE_ItemViewItemCheckIndicator:
        if (const auto* row = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            QStyleOptionViewItem inner = *row;
            inner.rect = row->rect.marginsRemoved(rowPadding(widget));
            return QProxyStyle::subElementRect(element, &inner, widget);
        }
        break;
    default: break;
    }
    return QProxyStyle::subElementRect(element, option, widget);
}

QRect FlowspineStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget) const {
    if (control == CC_ComboBox && part == SC_ComboBoxArrow) return comboArrow(option->rect);
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) return comboWords(option->rect);
    if (control == CC_SpinBox) return spinBoxPart(option->rect, part);
    if (control == CC_ScrollBar)
        if (const auto* bar = qstyleoption_cast<const QStyleOptionSlider*>(option)) return scrollBarPart(*bar, part);
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize FlowspineStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                       const QWidget* widget) const {
    switch (type) {
    case CT_PushButton: return buttonSize(contents, render::lookOf(widget));
    case CT_ToolButton: {
        const Look look = render::lookOf(widget);
        if (look != Look::standard) return buttonSize(contents, look);
        break;
    }
    case CT_LineEdit:
        if (isPartOfField(widget)) break;
        return {contents.width() + 16, lineHeight(widget)};
    case CT_SpinBox:
    case CT_ComboBox: return {QProxyStyle::sizeFromContents(type, option, contents, widget).width(), fieldHeight};
    case CT_MenuItem:
        if (const auto* item = qstyleoption_cast<const QStyleOptionMenuItem*>(option))
            return menuItemSize(*item, contents);
        break;
    case CT_MenuBarItem: return menuBarItemSize(contents);
    case CT_TabBarTab: return {contents.width(), tabHeight};
    case CT_HeaderSection:
        return QProxyStyle::sizeFromContents(type, option, contents, widget).grownBy(headingPadding());
    case CT_ItemViewItem:
        if (const auto* row = qstyleoption_cast<const QStyleOptionViewItem*>(option)) {
            const QMargins padding = rowPadding(widget);
            QStyleOptionViewItem inner = *row;
            inner.rect = row->rect.marginsRemoved(padding);
            return QProxyStyle::sizeFromContents(type, &inner, contents, widget).grownBy(padding);
        }
        break;
    default: break;
    }
    return QProxyStyle::sizeFromContents(type, option, contents, widget);
}

int FlowspineStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    case PM_MenuPanelWidth:
    case PM_SplitterWidth: return 1;
    case PM_MenuHMargin:
    case PM_MenuVMargin: return menuMargin;
    case PM_MenuBarHMargin: return 10;
    case PM_MenuBarItemSpacing: return 6;
    case PM_MenuBarVMargin: return 2;
    case PM_MenuBarPanelWidth:
    case PM_TabBarTabShiftHorizontal:
    case PM_TabBarTabShiftVertical:
    case PM_TabBarTabOverlap: return 0;
    case PM_TabBarTabHSpace: return 2 * tabPadding;
    case PM_ToolTipLabelFrameWidth: return 5;
    case PM_ScrollBarExtent: return scrollBarWidth;
    case PM_ScrollBarSliderMin: return shortestHandle;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlowspineStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returned) const {
    if (hint == SH_UnderlineShortcut) return 0;
    if (hint == SH_ToolTip_WakeUpDelay) return 400;
    if (hint == SH_ComboBox_Popup) return 0; // a list under the box
    if (hint == SH_Table_GridLineColor)
        return static_cast<int>(
            (option == nullptr ? QApplication::palette() : option->palette).color(QPalette::Mid).rgba());
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace flowspine::app
