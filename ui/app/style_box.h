// What the drawings of the style have in common: a rounded box, and colours blended from two of the palette.
#pragma once

#include <QPainter>
#include <QPalette>

namespace flowspine::app {

constexpr double cornerRadius = 6;
constexpr double focusWidth = 2;

// `percent` of one colour on another, as view::colorOf blends.
[[nodiscard]] QColor blended(const QPalette& palette, QPalette::ColorRole over, int percent,
                             QPalette::ColorRole on = QPalette::Base);

// A colour that is not valid is not drawn.
struct Box {
    QColor fill = {};
    QColor line = {};
    double lineWidth = 1;
    double radius = cornerRadius;
};

// The line lies inside `rect`.
void drawBox(QPainter& painter, const QRect& rect, const Box& box);

} // namespace flowspine::app
