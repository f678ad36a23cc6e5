#include "app/button_drawing.h"

#include "app/style_box.h"

namespace flowspine::app {

using render::Look;

namespace {

// The line of the frame counts as padding.
struct ButtonRoom {
    int left;
    int right;
    int height;
    int width = 0; // at least
};

ButtonRoom roomOf(Look look) {
    switch (look) {
    case Look::flat: return {9, 9, 28};
    case Look::flatSmall: return {9, 9, 24};
    case Look::framed: return {11, 11, 28};
    case Look::menu: return {9, 33, 28};
    case Look::symbol: return {1, 1, 28, 28};
    case Look::tab: return {9, 9, 24};
    case Look::link:
    case Look::bare:
    case Look::heading: return {0, 0, 0};
    default: return {13, 13, 28};
    }
}

bool isPrimary(const QStyleOptionButton& button, Look look) {
    return look == Look::primary ||
           (look == Look::standard && button.features.testFlag(QStyleOptionButton::DefaultButton));
}

bool is(const QStyleOption& option, QStyle::StateFlag flag) {
    return option.state.testFlag(flag);
}

Box frameOf(const QStyleOption& button, Look look) {
    const QPalette& palette = button.palette;
    const auto wash = [&palette](int percent) { return blended(palette, QPalette::WindowText, percent); };
    const bool isHovered = is(button, QStyle::State_MouseOver) && is(button, QStyle::State_Enabled);
    Box box;
    switch (look) {
    case Look::standard:
    case Look::primary:
    case Look::menu:
    case Look::framed:
    case Look::segmentFirst:
    case Look::segment:
    case Look::segmentLast:
        box.fill = palette.color(QPalette::Button);
        box.line = palette.color(QPalette::Mid);
        if (isHovered) box.fill = wash(5);
        if (is(button, QStyle::State_Sunken)) box.fill = wash(10);
        if (is(button, QStyle::State_On)) box.fill = blended(palette, QPalette::Highlight, 8);
        break;
    case Look::flat:
    case Look::flatSmall:
        if (isHovered) box.fill = wash(5);
        if (is(button, QStyle::State_Sunken)) box.fill = wash(10);
        break;
    case Look::symbol:
    case Look::tab:
        if (isHovered) box.fill = wash(6);
        if (is(button, QStyle::State_Sunken)) box.fill = wash(10);
        if (is(button, QStyle::State_On)) box.fill = blended(palette, QPalette::Highlight, 10);
        break;
    default: return box;
    }
    if (is(button, QStyle::State_HasFocus)) {
        box.line = palette.color(QPalette::Highlight);
        box.lineWidth = focusWidth;
    }
    return box;
}

QPalette::ColorRole wordsRole(const QStyleOption& button, Look look) {
    if (!is(button, QStyle::State_Enabled)) return QPalette::ButtonText;
    const bool isOn = is(button, QStyle::State_On);
    switch (look) {
    case Look::framed:
    case Look::symbol: return isOn ? QPalette::Highlight : QPalette::ButtonText;
    case Look::segmentFirst:
    case Look::segment:
    case Look::segmentLast:
    case Look::tab: return isOn ? QPalette::Highlight : QPalette::PlaceholderText;
    case Look::heading:
        return is(button, QStyle::State_MouseOver) || is(button, QStyle::State_HasFocus) ? QPalette::ButtonText
                                                                                         : QPalette::PlaceholderText;
    case Look::link: return QPalette::Highlight;
    default: return QPalette::ButtonText;
    }
}

// Rounded where the row of segments ends. Two neighbours have one line between them, that of the left one.
void drawSegment(QPainter& painter, const QRect& rect, const Box& box, Look look) {
    constexpr int beyond = 2 * static_cast<int>(cornerRadius);
    const bool isFirst = look == Look::segmentFirst;
    const bool isLast = look == Look::segmentLast;
    const int line = static_cast<int>(box.lineWidth);
    painter.save();
    painter.setClipRect(rect, Qt::IntersectClip);
    drawBox(painter, rect.adjusted(isFirst ? 0 : -beyond, 0, isLast ? 0 : beyond, 0), box);
    if (!isLast) painter.fillRect(rect.right() - line + 1, rect.top(), line, rect.height(), box.line);
    if (!isFirst && line > 1) painter.fillRect(rect.left(), rect.top(), line, rect.height(), box.line);
    painter.restore();
}

} // namespace

void drawPushButtonFrame(QPainter& painter, const QStyleOptionButton& button, Look look) {
    Box box = frameOf(button, look);
    if (isPrimary(button, look) && is(button, QStyle::State_Enabled)) {
        box.line = button.palette.color(QPalette::Highlight);
        box.fill = is(button, QStyle::State_MouseOver) ? blended(button.palette, QPalette::Highlight, 88) : box.line;
    }
    drawBox(painter, button.rect, box);
}

QStyleOptionButton pushButtonLabel(const QStyleOptionButton& button, Look look) {
    QStyleOptionButton label = button;
    const bool isOnAccent = isPrimary(button, look) && is(button, QStyle::State_Enabled);
    label.palette.setColor(QPalette::ButtonText,
                           button.palette.color(isOnAccent ? QPalette::HighlightedText : wordsRole(button, look)));
    return label;
}

void drawLink(QPainter& painter, const QStyleOptionButton& button) {
    painter.save();
    // With the focus it is underlined: there is no room for a frame.
    QFont font = painter.font();
    font.setUnderline(is(button, QStyle::State_HasFocus) || is(button, QStyle::State_MouseOver));
    painter.setFont(font);
    painter.setPen(button.palette.color(wordsRole(button, Look::link)));
    painter.drawText(button.rect, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextHideMnemonic, button.text);
    painter.restore();
}

void drawToolButtonFrame(QPainter& painter, const QStyleOptionToolButton& button, Look look) {
    if (look == Look::segmentFirst || look == Look::segment || look == Look::segmentLast)
        drawSegment(painter, button.rect, frameOf(button, look), look);
    else
        drawBox(painter, button.rect, frameOf(button, look));
}

QStyleOptionToolButton toolButtonLabel(const QStyleOptionToolButton& button, Look look) {
    QStyleOptionToolButton label = button;
    label.rect = buttonContents(button.rect, look);
    label.palette.setColor(QPalette::ButtonText, button.palette.color(wordsRole(button, look)));
    return label;
}

QSize buttonSize(const QSize& contents, Look look) {
    const ButtonRoom room = roomOf(look);
    return {std::max(room.width, contents.width() + room.left + room.right), std::max(room.height, contents.height())};
}

QRect buttonContents(const QRect& rect, Look look) {
    const ButtonRoom room = roomOf(look);
    return rect.adjusted(room.left, 0, -room.right, 0);
}

} // namespace flowspine::app
