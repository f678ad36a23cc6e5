#include "render/pdf_content.h"

#include "view/line_shape.h"
#include "view/palette.h"

#include <QPainterPath>

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <optional>

namespace flowspine::render {

namespace {

using view::Paint;
using view::Point;
using view::Rect;
using view::Role;
using view::Stroke;

// A circle's quarter as a Bézier curve.
constexpr double quarter = 0.5522847498;

class ContentWriter {
  public:
    ContentWriter(GlyphShaper& shaper, const PdfResources& resources) : m_shaper(shaper), m_resources(resources) {}

    std::string write(const view::Page& page) {
        m_out.reserve(page.picture.shapes.size() * 80);
        write({1, 0, 0, -1, 0, page.size.height}, "cm"); // y points down, as in pictures
        for (const view::Shape& shape : page.picture.shapes)
            std::visit([this](const auto& form) { draw(form); }, shape.form);
        return std::move(m_out);
    }

  private:
    void number(double value) {
        if (!std::isfinite(value)) value = 0;
        std::array<char, 40> text{};
        const auto [end, error] = std::to_chars(text.data(), text.data() + text.size(),
                                                std::round(value * 100) / 100 + 0.0, std::chars_format::fixed);
        if (error == std::errc()) m_out.append(text.data(), end);
        m_out += ' ';
    }
    void write(std::initializer_list<double> numbers, std::string_view operation) {
        for (const double each : numbers) number(each);
        m_out += operation;
        m_out += '\n';
    }
    void move(Point to) { write({to.x, to.y}, "m"); }
    void line(Point to) { write({to.x, to.y}, "l"); }
    void curve(Point a, Point b, Point to) { write({a.x, a.y, b.x, b.y, to.x, to.y}, "c"); }
    // Colours need three decimals to come back as the same byte.
    void color(view::Color color, std::string_view operation) {
        for (const std::uint8_t channel : {color.red, color.green, color.blue}) {
            std::array<char, 40> text{};
            const auto [end, error] =
                std::to_chars(text.data(), text.data() + text.size(), std::round(channel / 0.255) / 1000);
            if (error == std::errc()) m_out.append(text.data(), end);
            m_out += ' ';
        }
        m_out += operation;
        m_out += '\n';
    }

    void setFill(const Paint& paint) {
        const view::Color wanted = view::colorOf(paint, view::Palette::light);
        if (m_fill == wanted) return;
        m_fill = wanted;
        color(wanted, "rg");
    }
    void setStroke(const Stroke& stroke) {
        const view::Color wanted = view::colorOf(stroke.paint, view::Palette::light);
        if (m_strokeColor != wanted) {
            m_strokeColor = wanted;
            color(wanted, "RG");
        }
        if (m_width != stroke.width) {
            m_width = stroke.width;
            write({stroke.width}, "w");
        }
        if (m_dash != stroke.dash) {
            m_dash = stroke.dash;
            m_out += stroke.dash == view::Dash::dashed   ? "[5 4] 0 d\n"
                     : stroke.dash == view::Dash::dotted ? "[2 3] 0 d\n"
                                                         : "[] 0 d\n";
        }
    }
    // Ends the path that was written.
    void paintPath(const Paint& fill, const Stroke& stroke, bool isClosed) {
        const bool fills = fill.role != Role::none;
        const bool strokes = isDrawn(stroke);
        m_out += fills && strokes ? "B\n" : fills ? "f\n" : strokes ? (isClosed ? "s\n" : "S\n") : "n\n";
    }
    static bool isDrawn(const Stroke& stroke) { return stroke.paint.role != Role::none && stroke.width > 0; }
    void setPaints(const Paint& fill, const Stroke& stroke) {
        if (fill.role != Role::none) setFill(fill);
        if (isDrawn(stroke)) setStroke(stroke);
    }

    void roundedRect(const Rect& rect, double radius) {
        const double r = std::min({radius, rect.width / 2, rect.height / 2});
        const double in = r * (1 - quarter);
        move({rect.x + r, rect.y});
        line({rect.right() - r, rect.y});
        curve({rect.right() - in, rect.y}, {rect.right(), rect.y + in}, {rect.right(), rect.y + r});
        line({rect.right(), rect.bottom() - r});
        curve({rect.right(), rect.bottom() - in}, {rect.right() - in, rect.bottom()},
              {rect.right() - r, rect.bottom()});
        line({rect.x + r, rect.bottom()});
        curve({rect.x + in, rect.bottom()}, {rect.x, rect.bottom() - in}, {rect.x, rect.bottom() - r});
        line({rect.x, rect.y + r});
        curve({rect.x, rect.y + in}, {rect.x + in, rect.y}, {rect.x + r, rect.y});
        m_out += "h\n";
    }
    void ellipse(const Rect& rect) {
        const Point c = rect.center();
        const double rx = rect.width / 2;
        const double ry = rect.height / 2;
        const double kx = rx * quarter;
        const double ky = ry * quarter;
        move({rect.right(), c.y});
        curve({rect.right(), c.y + ky}, {c.x + kx, rect.bottom()}, {c.x, rect.bottom()});
        curve({c.x - kx, rect.bottom()}, {rect.x, c.y + ky}, {rect.x, c.y});
        curve({rect.x, c.y - ky}, {c.x - kx, rect.y}, {c.x, rect.y});
        curve({c.x + kx, rect.y}, {rect.right(), c.y - ky}, {rect.right(), c.y});
        m_out += "h\n";
    }
    void polygon(const std::vector<Point>& points) {
        move(points.front());
        for (std::size_t i = 1; i < points.size(); ++i) line(points[i]);
        m_out += "h\n";
    }

    void draw(const view::Box& box) {
        setPaints(box.fill, box.border);
        const double inset = isDrawn(box.border) ? box.border.width / 2 : 0;
        const Rect rect{box.rect.x + inset, box.rect.y + inset, std::max(0.0, box.rect.width - 2 * inset),
                        std::max(0.0, box.rect.height - 2 * inset)};
        switch (box.outline) {
        case view::Outline::rectangle:
            if (box.radius > inset)
                roundedRect(rect, box.radius - inset);
            else
                write({rect.x, rect.y, rect.width, rect.height}, "re");
            break;
        case view::Outline::lozenge:
            polygon({{rect.center().x, rect.y},
                     {rect.right(), rect.center().y},
                     {rect.center().x, rect.bottom()},
                     {rect.x, rect.center().y}});
            break;
        case view::Outline::ellipse: ellipse(rect); break;
        }
        paintPath(box.fill, box.border, true);
    }

    void draw(const view::Line& form) {
        if (form.points.size() < 2 || !isDrawn(form.stroke)) return;
        const std::vector<Point> points = view::shortened(form);
        setStroke(form.stroke);
        move(points.front());
        if (form.isCubic && points.size() == 4) {
            curve(points[1], points[2], points[3]);
        } else {
            for (std::size_t i = 1; i + 1 < points.size(); ++i)
                bend(points[i - 1], points[i], points[i + 1], form.bendRadius);
            line(points.back());
        }
        paintPath({Role::none}, form.stroke, false);
        drawEnd(form.start, form.points.front(), form.points[1], form);
        drawEnd(form.end, form.points.back(), form.points[form.points.size() - 2], form);
    }
    void bend(Point before, Point corner, Point after, double radius) {
        const double reach = std::min({radius, std::hypot(before.x - corner.x, before.y - corner.y) / 2,
                                       std::hypot(after.x - corner.x, after.y - corner.y) / 2});
        if (reach <= 0) {
            line(corner);
            return;
        }
        const Point from = view::towards(corner, before, reach);
        const Point to = view::towards(corner, after, reach);
        line(from);
        // The quadratic curve over the corner, as a cubic one.
        const auto lift = [&](Point end) {
            return Point{end.x + (corner.x - end.x) * 2 / 3, end.y + (corner.y - end.y) * 2 / 3};
        };
        curve(lift(from), lift(to), to);
    }
    void drawEnd(view::LineEnd end, Point tip, Point from, const view::Line& form) {
        const view::LineEndShape shape = view::shapeOf(end, tip, from, form.stroke.width, form.endScale);
        if (shape.discRadius > 0)
            draw(view::Box{
                {tip.x - shape.discRadius, tip.y - shape.discRadius, 2 * shape.discRadius, 2 * shape.discRadius},
                view::Outline::ellipse,
                0,
                form.stroke.paint,
                {{Role::none}, 0}});
        if (shape.outline.empty()) return;
        const Paint fill = shape.isHollow ? Paint{Role::paper} : form.stroke.paint;
        const Stroke stroke =
            shape.isHollow ? Stroke{form.stroke.paint, 1.25 * form.endScale} : Stroke{{Role::none}, 0};
        setPaints(fill, stroke);
        polygon(shape.outline);
        paintPath(fill, stroke, true);
    }

    void draw(const view::Ribbon& ribbon) {
        std::vector<Point> edge = ribbon.upper;
        edge.insert(edge.end(), ribbon.lower.rbegin(), ribbon.lower.rend());
        if (edge.size() < 3 || ribbon.fill.role == Role::none) return;
        setFill(ribbon.fill);
        polygon(edge);
        m_out += "f\n";
    }

    void draw(const view::Symbol& symbol) {
        if (symbol.paint.role == Role::none) return;
        const std::string name = m_resources.iconName({symbol.icon, symbol.paint});
        if (name.empty()) return;
        m_out += "q\n";
        const Rect& rect = symbol.rect;
        constexpr double side = PdfResources::iconSide;
        // Two decimals are too few for a scale.
        std::array<char, 120> text{};
        const int length =
            std::snprintf(text.data(), text.size(), "%.5f 0 0 %.5f ", rect.width / side, -rect.height / side);
        m_out.append(text.data(), static_cast<std::size_t>(length));
        write({rect.x, rect.bottom()}, "cm");
        m_out += '/' + name + " Do\nQ\n";
    }

    void draw(const view::Label& label) {
        if (label.paint.role == Role::none) return;
        setFill(label.paint);
        double y = label.anchor.y;
        for (const std::string& words : label.lines) {
            const ShapedLine shaped = m_shaper.shape(words, label.style);
            const double size = label.style.size;
            double x = label.anchor.x;
            if (label.align == view::Align::center) x -= shaped.width * size / 2000;
            if (label.align == view::Align::right) x -= shaped.width * size / 1000;
            drawGlyphs(shaped, {x, y}, size);
            if (label.style.isStruck && shaped.width > 0) {
                const Stroke stroke{label.paint, size / 14};
                setStroke(stroke);
                move({x, y - size * 0.3});
                line({x + shaped.width * size / 1000, y - size * 0.3});
                paintPath({Role::none}, stroke, false);
            }
            y += label.lineHeight;
        }
    }

    // Runs of one font on one baseline as one string, with what the glyphs are set apart from their own advances.
    void drawGlyphs(const ShapedLine& shaped, Point at, double size) {
        std::size_t i = 0;
        bool isOpen = false;
        while (i < shaped.glyphs.size()) {
            const Glyph& first = shaped.glyphs[i];
            if (m_resources.codeOf(m_shaper, first) < 0) {
                if (std::exchange(isOpen, false)) m_out += "ET\n";
                drawOutline(first, at, size);
                ++i;
                continue;
            }
            if (!std::exchange(isOpen, true)) m_out += "BT\n";
            m_out += '/' + PdfResources::fontName(first.font) + ' ';
            write({size}, "Tf");
            write({1, 0, 0, -1, at.x + first.x * size / 1000, at.y + first.y * size / 1000}, "Tm");
            m_out += "[<";
            double pen = first.x;
            for (; i < shaped.glyphs.size(); ++i) {
                const Glyph& glyph = shaped.glyphs[i];
                const int code = m_resources.codeOf(m_shaper, glyph);
                if (code < 0 || glyph.font != first.font || std::abs(glyph.y - first.y) > 0.5) break;
                if (const double back = std::round(pen - glyph.x); back != 0) {
                    m_out += '>';
                    m_out += std::to_string(static_cast<long>(back));
                    m_out += '<';
                    pen -= back;
                }
                appendCode(code);
                pen += glyph.advance;
            }
            m_out += ">] TJ\n";
        }
        if (isOpen) m_out += "ET\n";
    }
    void appendCode(int code) {
        constexpr std::string_view digits = "0123456789ABCDEF";
        for (int shift = 12; shift >= 0; shift -= 4) m_out += digits[static_cast<std::size_t>(code >> shift & 0xF)];
    }

    void drawOutline(const Glyph& glyph, Point at, double size) {
        const QPainterPath path = m_shaper.fonts()[glyph.font].font.pathForGlyph(glyph.index);
        if (path.isEmpty()) return;
        const auto place = [&](const QPainterPath::Element& element) {
            return Point{at.x + (glyph.x + element.x) * size / 1000, at.y + (glyph.y + element.y) * size / 1000};
        };
        for (int i = 0; i < path.elementCount(); ++i) {
            const QPainterPath::Element element = path.elementAt(i);
            if (element.isMoveTo()) {
                move(place(element));
            } else if (element.isLineTo()) {
                line(place(element));
            } else if (i + 2 < path.elementCount()) {
                curve(place(element), place(path.elementAt(i + 1)), place(path.elementAt(i + 2)));
                i += 2;
            }
        }
        m_out += "f\n";
    }

    GlyphShaper& m_shaper;
    const PdfResources& m_resources;
    std::string m_out;
    std::optional<view::Color> m_fill;
    std::optional<view::Color> m_strokeColor;
    double m_width = 1;
    view::Dash m_dash = view::Dash::solid;
};

} // namespace

std::string pdfContent(const view::Page& page, GlyphShaper& shaper, const PdfResources& resources) {
    return ContentWriter(shaper, resources).write(page);
}

} // namespace flowspine::render
