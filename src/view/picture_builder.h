// Shorthand for projections: appends shapes and areas to a Picture and keeps its bounds.
#pragma once

#include "view/picture.h"
#include "view/text_measure.h"

#include <string>
#include <string_view>

namespace flowspine::view {

// Bytes of a tip or an alternative text, as visible() counts them.
inline constexpr std::size_t longestTip = 1000;

class PictureBuilder {
  public:
    explicit PictureBuilder(const TextMeasure& measure) : m_measure(measure) {}

    [[nodiscard]] const TextMeasure& measure() const { return m_measure; }

    // Shapes added from here on stand for this entity; empty for none.
    void setEntity(const AnyId& id) { m_id = id; }

    // Returned references hold until the next shape is added.
    Shape& box(std::string part, const Rect& rect, Paint fill, Stroke border = {{Role::none}, 0}, double radius = 0,
               Outline outline = Outline::rectangle);
    Shape& line(std::string part, std::vector<Point> points, Stroke stroke);
    Shape& symbol(std::string part, const Rect& rect, std::string icon, Paint paint = {Role::ink});
    // One line, elided to `maxWidth` (0: as long as it is); elided text has its full words as tip. Returns its width;
    // adds no shape for no words.
    double text(std::string part, Point anchor, std::string_view words, TextStyle style, Paint paint,
                double maxWidth = 0, Align align = Align::left);
    // Wrapped text; `top` is the upper edge of the first line. Returns the number of lines.
    std::size_t paragraph(std::string part, Point topLeft, std::string_view words, TextStyle style, Paint paint,
                          double maxWidth, std::size_t maxLines, double lineHeight);
    Shape& add(std::string part, Form form);
    void area(const Rect& rect, const AnyId& id, std::string role, std::string key = {});

    [[nodiscard]] Picture& picture() { return m_picture; }
    // `bounds` empty: around everything that was added. Tips and alternative texts become visible() text. Leaves the
    // builder empty.
    [[nodiscard]] Picture finish(const Rect& bounds = {});

  private:
    const TextMeasure& m_measure;
    AnyId m_id;
    Picture m_picture;
};

// Distance from a line's top to its baseline, for a line of `lineHeight` and type of `size`.
[[nodiscard]] double baselineOffset(double size, double lineHeight);

} // namespace flowspine::view
