// Draws on a sheet of paper: shorthand over PictureBuilder for projections in points, whose shapes need no names of
// their own.
#pragma once

#include "view/picture_builder.h"

#include <string>
#include <string_view>

namespace flowspine::view {

class PagePen {
  public:
    explicit PagePen(const TextMeasure& measure) : m_builder(measure) {}

    [[nodiscard]] const TextMeasure& measure() const { return m_builder.measure(); }
    void setEntity(const AnyId& id) { m_builder.setEntity(id); }
    // What was drawn last leads to where `target` is drawn.
    void linkLast(const AnyId& target) { m_builder.picture().shapes.back().linkTarget = target.text(); }

    // One line; `anchor` is on its baseline. Elided to `maxWidth` unless that is 0. Returns its width.
    double text(Point anchor, std::string_view words, TextStyle style, Paint paint, double maxWidth = 0,
                Align align = Align::left);
    // The same on an opaque ground that covers the lines behind it.
    double textOn(Paint ground, Point anchor, std::string_view words, TextStyle style, Paint paint, double maxWidth = 0,
                  Align align = Align::left);
    // Wrapped lines from `top` down. Returns the height that they take.
    double paragraph(Point topLeft, std::string_view words, TextStyle style, Paint paint, double maxWidth,
                     std::size_t maxLines, double lineHeight);
    [[nodiscard]] double heightOf(std::string_view words, TextStyle style, double maxWidth, std::size_t maxLines,
                                  double lineHeight) const;

    void rule(Point from, Point to, Stroke stroke);
    void path(std::vector<Point> points, Stroke stroke, LineEnd end = LineEnd::none, double bendRadius = 0);
    Shape& box(const Rect& rect, Paint fill, Stroke border = {{Role::none}, 0}, double radius = 0);
    void diamond(Point center, double reach, Paint fill, Stroke border);
    void circle(Point center, double radius, Paint fill, Stroke border);
    void ribbon(Ribbon ribbon);
    void symbol(Point center, double size, std::string icon, Paint paint);

    [[nodiscard]] Picture finish(const Rect& bounds) { return m_builder.finish(bounds); }

  private:
    [[nodiscard]] std::string nextPart() { return std::to_string(++m_count); }

    PictureBuilder m_builder;
    std::size_t m_count = 0;
};

} // namespace flowspine::view
