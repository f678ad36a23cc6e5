#include "app/view_drawing.h"

#include "app/style_box.h"

#include <QListView>
#include <QTreeView>

namespace flowspine::app {

namespace {

bool hasRows(const QWidget* view) {
    return qobject_cast<const QListView*>(view) != nullptr || qobject_cast<const QTreeView*>(view) != nullptr;
}

} // namespace

QMargins rowPadding(const QWidget* view) {
    return hasRows(view) ? QMargins(8, 3, 8, 3) : QMargins();
}

void drawRowGround(QPainter& painter, const QStyleOptionViewItem& row, const QWidget* view) {
    if (row.backgroundBrush.style() != Qt::NoBrush) painter.fillRect(row.rect, row.backgroundBrush);
    Box box{.radius = hasRows(view) ? 4.0 : 0.0};
    if (row.state.testFlag(QStyle::State_Selected))
        box.fill = blended(row.palette, QPalette::Highlight, 10);
    else if (hasRows(view) && row.state.testFlag(QStyle::State_MouseOver) && row.state.testFlag(QStyle::State_Enabled))
        box.fill = blended(row.palette, QPalette::Text, 5);
    drawBox(painter, row.rect, box);
}

QStyleOptionViewItem rowWithItsInk(const QStyleOptionViewItem& row) {
    QStyleOptionViewItem inked = row;
    for (const QPalette::ColorGroup group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        inked.palette.setColor(group, QPalette::HighlightedText, row.palette.color(group, QPalette::Text));
    return inked;
}

void drawHeading(QPainter& painter, const QStyleOption& section) {
    const QRect& rect = section.rect;
    const QColor line = section.palette.color(QPalette::Mid);
    painter.fillRect(rect, section.palette.color(QPalette::Base));
    painter.fillRect(rect.left(), rect.bottom(), rect.width(), 1, line);
    painter.fillRect(rect.right(), rect.top(), 1, rect.height(), line);
}

QMargins headingPadding() {
    return {8, 4, 9, 5};
}

void drawTab(QPainter& painter, const QStyleOptionTab& tab) {
    const bool isSelected = tab.state.testFlag(QStyle::State_Selected);
    if (isSelected) {
        painter.fillRect(tab.rect, tab.palette.color(QPalette::Base));
        painter.fillRect(tab.rect.left(), tab.rect.top(), tab.rect.width(), tabEdge,
                         tab.palette.color(QPalette::Highlight));
    } else if (tab.state.testFlag(QStyle::State_MouseOver)) {
        painter.fillRect(tab.rect, blended(tab.palette, QPalette::WindowText, 5));
    }
    if (isSelected && tab.state.testFlag(QStyle::State_HasFocus))
        drawBox(painter, tab.rect,
                {.line = tab.palette.color(QPalette::Highlight), .lineWidth = focusWidth, .radius = 0});
}

void drawTabWords(QPainter& painter, const QStyleOptionTab& tab) {
    const bool isSelected = tab.state.testFlag(QStyle::State_Selected);
    painter.setPen(tab.palette.color(isSelected ? QPalette::WindowText : QPalette::PlaceholderText));
    painter.drawText(tab.rect.adjusted(tabPadding, tabEdge, -tabPadding, 0),
                     Qt::AlignCenter | Qt::TextSingleLine | Qt::TextHideMnemonic, tab.text);
}

void drawScrollBar(QPainter& painter, const QStyleOptionSlider& bar) {
    if (bar.maximum <= bar.minimum) return;
    const bool isActive = bar.activeSubControls.testFlag(QStyle::SC_ScrollBarSlider) &&
                          (bar.state.testFlag(QStyle::State_MouseOver) || bar.state.testFlag(QStyle::State_Sunken));
    drawBox(painter, scrollBarPart(bar, QStyle::SC_ScrollBarSlider).adjusted(2, 2, -2, -2),
            {.fill = blended(bar.palette, QPalette::PlaceholderText, isActive ? 60 : 35), .radius = 3});
}

QRect scrollBarPart(const QStyleOptionSlider& bar, QStyle::SubControl part) {
    const bool isHorizontal = bar.orientation == Qt::Horizontal;
    const int length = isHorizontal ? bar.rect.width() : bar.rect.height();
    const qint64 range = qint64(bar.maximum) - bar.minimum;
    int handle = length;
    if (range > 0) {
        const qint64 share = length * qint64(bar.pageStep) / (range + bar.pageStep);
        handle = std::min(length, std::max(shortestHandle, static_cast<int>(share)));
    }
    const int start =
        QStyle::sliderPositionFromValue(bar.minimum, bar.maximum, bar.sliderPosition, length - handle, bar.upsideDown);
    const auto along = [&](int from, int to) {
        const QRect rect = isHorizontal ? QRect(bar.rect.left() + from, bar.rect.top(), to - from, bar.rect.height())
                                        : QRect(bar.rect.left(), bar.rect.top() + from, bar.rect.width(), to - from);
        return QStyle::visualRect(bar.direction, bar.rect, rect);
    };
    switch (part) {
    case QStyle::SC_ScrollBarGroove: return bar.rect;
    case QStyle::SC_ScrollBarSlider: return along(start, start + handle);
    case QStyle::SC_ScrollBarSubPage: return along(0, start);
    case QStyle::SC_ScrollBarAddPage: return along(start + handle, length);
    default: return {};
    }
}

} // namespace flowspine::app
