#include "app/start_row.h"

#include "render/icon.h"
#include "render/picture_painter.h"
#include "view/plan_thumbnail.h"

#include <QPainter>

namespace flowspine::app {

using view::Role;

namespace {

constexpr int rowHeight = 44;
constexpr int largeHeight = 84;
constexpr int pictureWidth = 98;
constexpr int pictureHeight = 62;
constexpr int inset = 12;
constexpr int lineHeight = 20;
// The thumbnail is made for a larger place and drawn smaller.
constexpr double thumbnailWidth = 260;
constexpr double thumbnailHeight = 150;
constexpr double thumbnailMargin = 6;

} // namespace

StartRow::StartRow(Words words, QWidget* parent) : QAbstractButton(parent), m_words(std::move(words)) {
    setText(m_words.title);
    setAccessibleName(m_words.title);
    setAccessibleDescription(m_words.line);
    setFixedHeight(rowHeight);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
}

void StartRow::makeLarge(const render::Theme& theme) {
    setFixedHeight(largeHeight);
    m_theme = &theme;
}

void StartRow::setPlan(const model::Model& plan) {
    const render::QtTextMeasure measure;
    m_picture = view::planThumbnail(
        plan, {.width = thumbnailWidth, .flowHeight = thumbnailHeight, .hasLaneNames = false, .hasRoadmap = false},
        measure);
    update();
}

void StartRow::setTheme(const render::Theme& theme) {
    if (m_theme != nullptr) m_theme = &theme;
    update();
}

QSize StartRow::sizeHint() const {
    return {160, height()};
}

void StartRow::drawPicture(QPainter& painter) const {
    const QRectF place(inset, (height() - pictureHeight) / 2.0, pictureWidth, pictureHeight);
    painter.setPen(m_theme->color(Role::line));
    painter.setBrush(m_theme->color(Role::paper));
    painter.drawRoundedRect(place.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    if (m_picture.shapes.empty()) {
        constexpr double size = 24;
        QRectF square(0, 0, size, size);
        square.moveCenter(place.center());
        render::drawIcon(painter, m_words.iconName, m_theme->color(Role::muted), square);
        return;
    }
    const QRectF inner = place.adjusted(thumbnailMargin, thumbnailMargin, -thumbnailMargin, -thumbnailMargin);
    const double scale = std::min(inner.width() / m_picture.bounds.width, inner.height() / m_picture.bounds.height);
    painter.save();
    painter.translate(inner.topLeft());
    painter.scale(scale, scale);
    painter.translate(-m_picture.bounds.x, -m_picture.bounds.y);
    render::PicturePainter(painter, *m_theme).draw(m_picture);
    painter.restore();
}

void StartRow::paintEvent(QPaintEvent* /*event*/) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QPalette colors = palette();
    if (underMouse() || hasFocus()) {
        painter.setPen(colors.color(hasFocus() ? QPalette::Highlight : QPalette::Mid));
        painter.setBrush(underMouse() ? QBrush(colors.color(QPalette::AlternateBase)) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), 6, 6);
    }
    const bool isLarge = m_theme != nullptr;
    constexpr int iconSize = 16;
    if (isLarge)
        drawPicture(painter);
    else
        render::drawIcon(painter, m_words.iconName, colors.color(QPalette::PlaceholderText),
                         QRectF(inset, (height() - iconSize) / 2.0, iconSize, iconSize));

    const int left = inset + (isLarge ? pictureWidth + 16 : iconSize + 12);
    const int lineWidth = width() - left - inset;
    painter.setPen(colors.color(QPalette::PlaceholderText));
    painter.setFont(render::fontFor({.size = isLarge ? 13.0 : 11.0, .weight = 400}));
    constexpr int oneLine = Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine;
    const QFontMetrics metrics = painter.fontMetrics();
    const bool isWrapped = isLarge && metrics.horizontalAdvance(m_words.line) > lineWidth;
    const int middle = height() / 2 - (isWrapped ? lineHeight / 2 : 0);
    if (isWrapped)
        painter.drawText(QRect(left, middle, lineWidth, 2 * lineHeight), Qt::AlignLeft | Qt::TextWordWrap,
                         m_words.line);
    else
        painter.drawText(QRect(left, middle, lineWidth, lineHeight), oneLine,
                         metrics.elidedText(m_words.line, Qt::ElideMiddle, lineWidth));
    painter.setFont(render::fontFor({.size = 11, .weight = 400}));
    const int asideWidth = painter.fontMetrics().horizontalAdvance(m_words.aside);
    painter.drawText(QRect(width() - inset - asideWidth, middle - lineHeight, asideWidth, lineHeight),
                     Qt::AlignRight | Qt::AlignVCenter, m_words.aside);
    painter.setFont(render::fontFor({.size = 13, .weight = isLarge ? 600 : 500}));
    painter.setPen(colors.color(QPalette::WindowText));
    const int titleWidth = lineWidth - asideWidth - inset;
    painter.drawText(QRect(left, middle - lineHeight, titleWidth, lineHeight), oneLine,
                     painter.fontMetrics().elidedText(m_words.title, Qt::ElideRight, titleWidth));
}

} // namespace flowspine::app
