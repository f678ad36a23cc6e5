#include "view/picture_builder.h"

#include <algorithm>
#include <utility>

namespace flowspine::view {

namespace {
}

double baselineOffset(double size, double lineHeight) {
    return lineHeight / 2 + 0.364 * size;
}

Shape& PictureBuilder::add(std::string part, Form form) {
    Shape& shape = m_picture.shapes.emplace_back();
    shape.id = m_id;
    shape.part = std::move(part);
    shape.form = std::move(form);
    return shape;
}

Shape& PictureBuilder::box(std::string part, const Rect& rect, Paint fill, Stroke border, double radius,
                           Outline outline) {
    return add(std::move(part), Box{rect, outline, radius, fill, border});
}

Shape& PictureBuilder::line(std::string part, std::vector<Point> points, Stroke stroke) {
    Line line;
    line.points = std::move(points);
    line.stroke = stroke;
    return add(std::move(part), std::move(line));
}

Shape& PictureBuilder::symbol(std::string part, const Rect& rect, std::string icon, Paint paint) {
    return add(std::move(part), Symbol{rect, std::move(icon), paint});
}

double PictureBuilder::text(std::string part, Point anchor, std::string_view words, TextStyle style, Paint paint,
                            double maxWidth, Align align) {
    std::string shown = maxWidth > 0 ? elided(m_measure, words, style, maxWidth) : visible(words);
    if (shown.empty()) return 0;
    const double width = m_measure.width(shown, style);
    const bool isElided = maxWidth > 0 && shown != visible(words);
    Shape& shape =
        add(std::move(part), Label{anchor, {std::move(shown)}, style, style.size * 1.5, align, paint, width});
    if (isElided) shape.tip = visible(words, longestTip);
    return width;
}

std::size_t PictureBuilder::paragraph(std::string part, Point topLeft, std::string_view words, TextStyle style,
                                      Paint paint, double maxWidth, std::size_t maxLines, double lineHeight) {
    std::vector<std::string> lines = wrapped(m_measure, words, style, maxWidth, maxLines);
    if (lines.empty()) return 0;
    const std::size_t count = lines.size();
    double width = 0;
    for (const std::string& each : lines) width = std::max(width, m_measure.width(each, style));
    const bool isElided = lines.back().ends_with("…") && !words.ends_with("…");
    const Point anchor{topLeft.x, topLeft.y + baselineOffset(style.size, lineHeight)};
    Shape& shape = add(std::move(part), Label{anchor, std::move(lines), style, lineHeight, Align::left, paint, width});
    if (isElided) shape.tip = visible(words, longestTip);
    return count;
}

void PictureBuilder::area(const Rect& rect, const AnyId& id, std::string role, std::string key) {
    m_picture.areas.push_back({rect, id, std::move(role), std::move(key)});
}

Picture PictureBuilder::finish(const Rect& bounds) {
    for (Shape& shape : m_picture.shapes) {
        if (!shape.altText.empty()) shape.altText = visible(shape.altText, longestTip);
        if (!shape.tip.empty()) shape.tip = visible(shape.tip, longestTip);
    }
    m_picture.bounds = bounds;
    if (bounds.isEmpty() && !m_picture.shapes.empty()) {
        m_picture.bounds = boundsOf(m_picture.shapes.front().form);
        for (const Shape& shape : m_picture.shapes) m_picture.bounds = united(m_picture.bounds, boundsOf(shape.form));
    }
    return std::exchange(m_picture, {});
}

} // namespace flowspine::view
