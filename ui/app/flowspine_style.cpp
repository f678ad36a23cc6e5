#include "app/flowspine_style.h"

#include "render/icon.h"

#include <QPainter>
#include <QStyleFactory>
#include <QStyleOption>

namespace flowspine::app {

namespace {

constexpr int fieldHeight = 28;
constexpr int arrowWidth = 24;
constexpr double corner = 6;

void drawField(QPainter& painter, const QStyleOption& option, double radius) {
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(option.palette.color(isFocused ? QPalette::Highlight : QPalette::Mid));
    painter.setBrush(option.palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), radius, radius);
    painter.restore();
}

void drawCheckBox(QPainter& painter, const QStyleOption& option) {
    const bool isOn = option.state.testFlag(QStyle::State_On);
    const bool isFocused = option.state.testFlag(QStyle::State_HasFocus);
    const QColor accent = option.palette.color(QPalette::Highlight);
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(isOn || isFocused ? accent : option.palette.color(QPalette::Dark));
    painter.setBrush(isOn ? accent : option.palette.color(QPalette::Base));
    painter.drawRoundedRect(QRectF(option.rect).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
    painter.restore();
    if (isOn)
        render::drawIcon(painter, QStringLiteral("check"), option.palette.color(QPalette::HighlightedText),
                         QRectF(option.rect).adjusted(1, 1, -1, -1));
    else if (option.state.testFlag(QStyle::State_NoChange))
        render::drawIcon(painter, QStringLiteral("minus"), option.palette.color(QPalette::Text), option.rect);
}

} // namespace

FlowspineStyle::FlowspineStyle() : QProxyStyle(QStyleFactory::create(QStringLiteral("Fusion"))) {}

void FlowspineStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                   const QWidget* widget) const {
    switch (element) {
    case PE_IndicatorCheckBox: drawCheckBox(*painter, *option); return;
    case PE_FrameFocusRect: return; // whatever takes the focus shows it by its border
    default: QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void FlowspineStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option, QPainter* painter,
                                        const QWidget* widget) const {
    if (control != CC_ComboBox) {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
        return;
    }
    drawField(*painter, *option, corner);
    const QRect arrow = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
    const bool isEnabled = option->state.testFlag(State_Enabled);
    const QColor color = option->palette.color(isEnabled ? QPalette::Normal : QPalette::Disabled, QPalette::Text);
    QRectF square(0, 0, 14, 14);
    square.moveCenter(QRectF(arrow).center());
    render::drawIcon(*painter, QStringLiteral("chevron-down"), color, square);
}

QRect FlowspineStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                     const QWidget* widget) const {
    if (control == CC_ComboBox) {
        const QRect& all = option->rect;
        if (part == SC_ComboBoxArrow) return {all.right() - arrowWidth + 1, all.top(), arrowWidth, all.height()};
        if (part == SC_ComboBoxEditField) return all.adjusted(8, 1, -arrowWidth, -1);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

QSize FlowspineStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                       const QWidget* widget) const {
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ComboBox) size.setHeight(fieldHeight);
    return size;
}

int FlowspineStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_SmallIconSize:
    case PM_ButtonIconSize: return 16;
    default: return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int FlowspineStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                              QStyleHintReturn* returned) const {
    if (hint == SH_UnderlineShortcut) return 0;
    if (hint == SH_ToolTip_WakeUpDelay) return 400;
    return QProxyStyle::styleHint(hint, option, widget, returned);
}

} // namespace flowspine::app
