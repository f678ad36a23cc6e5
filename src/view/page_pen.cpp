#include "view/page_pen.h"

#include <utility>

namespace flowspine::view {

double PagePen::text(Point anchor, std::string_view words, TextStyle style, Paint paint, double maxWidth, Align align) {
    return m_builder.text(nextPart(), anchor, words, style, paint, maxWidth, align);
}

double PagePen::textOn(Paint ground, Point anchor, std::string_view words, TextStyle style, Paint paint,
                       double maxWidth, Align align) {
    const std::string shown = maxWidth > 0 ? elided(measure(), words, style, maxWidth) : visible(words);
    if (shown.empty()) return 0;
    const double width = measure().width(shown, style);
    const double left = align == Align::left ? 0 : align == Align::center ? width / 2 : width;
    box({anchor.x - left - 1, anchor.y - style.size, width + 2, style.size * 1.3}, ground);
    return text(anchor, shown, style, paint, 0, align);
}

double PagePen::paragraph(Point topLeft, std::string_view words, TextStyle style, Paint paint, double maxWidth,
                          std::size_t maxLines, double lineHeight) {
    const std::size_t lines =
        m_builder.paragraph(nextPart(), topLeft, words, style, paint, maxWidth, maxLines, lineHeight);
    return static_cast<double>(lines) * lineHeight;
}

double PagePen::heightOf(std::string_view words, TextStyle style, double maxWidth, std::size_t maxLines,
                         double lineHeight) const {
    return static_cast<double>(wrapped(measure(), words, style, maxWidth, maxLines).size()) * lineHeight;
}

void PagePen::rule(Point from, Point to, Stroke stroke) {
    m_builder.line(nextPart(), {from, to}, stroke);
}

void PagePen::path(std::vector<Point> points, Stroke stroke, LineEnd end, double bendRadius) {
    auto& line = std::get<Line>(m_builder.line(nextPart(), std::move(points), stroke).form);
    line.end = end;
    line.bendRadius = bendRadius;
}

Shape& PagePen::box(const Rect& rect, Paint fill, Stroke border, double radius) {
    return m_builder.box(nextPart(), rect, fill, border, radius);
}

void PagePen::diamond(Point center, double reach, Paint fill, Stroke border) {
    m_builder.box(nextPart(), {center.x - reach, center.y - reach, 2 * reach, 2 * reach}, fill, border, 0,
                  Outline::lozenge);
}

void PagePen::circle(Point center, double radius, Paint fill, Stroke border) {
    m_builder.box(nextPart(), {center.x - radius, center.y - radius, 2 * radius, 2 * radius}, fill, border, 0,
                  Outline::ellipse);
}

void PagePen::ribbon(Ribbon ribbon) {
    m_builder.add(nextPart(), std::move(ribbon));
}

void PagePen::symbol(Point center, double size, std::string icon, Paint paint) {
    m_builder.symbol(nextPart(), {center.x - size / 2, center.y - size / 2, size, size}, std::move(icon), paint);
}

} // namespace flowspine::view
