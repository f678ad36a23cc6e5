#include "exchange/svg_writer.h"

#include "exchange/xml_escape.h"
#include "view/line_shape.h"
#include "view/palette.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <cmath>
#include <map>

namespace flowspine::exchange {
namespace {

using view::Box;
using view::Dash;
using view::Label;
using view::Line;
using view::LineEnd;
using view::Paint;
using view::Point;
using view::Rect;
using view::Ribbon;
using view::Role;
using view::Stroke;
using view::Symbol;

// The part of an icon file between its svg tags, and the box it is drawn in.
struct Icon {
    std::string_view viewBox;
    std::string_view content;
};

std::string_view between(std::string_view text, std::string_view from, std::string_view to) {
    const std::size_t start = text.find(from);
    if (start == std::string_view::npos) return {};
    const std::size_t end = text.find(to, start + from.size());
    if (end == std::string_view::npos) return {};
    return text.substr(start + from.size(), end - start - from.size());
}

Icon parseIcon(std::string_view text) {
    const std::size_t tag = text.find("<svg");
    const std::size_t open = tag == std::string_view::npos ? tag : text.find('>', tag);
    const std::size_t close = text.rfind("</svg>");
    if (open == std::string_view::npos || close == std::string_view::npos || close < open) return {};
    Icon icon{between(text.substr(tag, open - tag), "viewBox=\"", "\""), text.substr(open + 1, close - open - 1)};
    if (icon.viewBox.empty()) icon.viewBox = "0 0 16 16";
    return icon;
}

class Writer {
  public:
    Writer(const view::Picture& picture, const SvgOptions& options) : m_picture(picture), m_options(options) {}

    std::string write();

  private:
    void number(double value);
    void attribute(std::string_view name, double value);
    void attribute(std::string_view name, std::string_view value);
    void point(Point at);
    void fill(const Paint& paint);
    void stroke(const Stroke& stroke);
    // "/>", or the shape's alternative text and the closing tag.
    void close(std::string_view tag, const view::Shape& shape);
    void polyline(const std::vector<Point>& points, double bendRadius);
    void outline(const std::vector<Point>& points);
    void lineEnd(LineEnd end, Point tip, Point from, const Line& line);

    void draw(const view::Shape& shape, const Box& box);
    void draw(const view::Shape& shape, const Line& line);
    void draw(const view::Shape& shape, const Ribbon& ribbon);
    void draw(const view::Shape& shape, const Label& label);
    void draw(const view::Shape& shape, const Symbol& symbol);

    void writeIcons();

    const view::Picture& m_picture;
    const SvgOptions& m_options;
    std::string m_out;
    std::map<std::string, std::string, std::less<>> m_icons; // name to SVG text, for those that exist
};

void Writer::number(double value) {
    if (!std::isfinite(value)) value = 0;
    const double rounded = std::round(value * 100) / 100;
    std::array<char, 40> text{};
    const auto [end, error] =
        std::to_chars(text.data(), text.data() + text.size(), rounded + 0.0, std::chars_format::fixed);
    m_out.append(text.data(), error == std::errc() ? end : text.data());
}

void Writer::attribute(std::string_view name, double value) {
    m_out += ' ';
    m_out += name;
    m_out += "=\"";
    number(value);
    m_out += '"';
}

void Writer::attribute(std::string_view name, std::string_view value) {
    m_out += ' ';
    m_out += name;
    m_out += "=\"";
    m_out += value;
    m_out += '"';
}

void Writer::point(Point at) {
    number(at.x);
    m_out += ' ';
    number(at.y);
}

void Writer::fill(const Paint& paint) {
    attribute("fill", paint.role == Role::none ? "none" : view::hexOf(view::colorOf(paint, view::Palette::light)));
}

void Writer::stroke(const Stroke& stroke) {
    if (stroke.paint.role == Role::none || stroke.width <= 0) return;
    attribute("stroke", view::hexOf(view::colorOf(stroke.paint, view::Palette::light)));
    if (stroke.width != 1) attribute("stroke-width", stroke.width);
    if (stroke.dash == Dash::dashed) attribute("stroke-dasharray", "5 4");
    if (stroke.dash == Dash::dotted) attribute("stroke-dasharray", "2 3");
}

void Writer::close(std::string_view tag, const view::Shape& shape) {
    if (shape.altText.empty()) {
        m_out += "/>\n";
        return;
    }
    m_out += "><title>";
    appendXmlEscaped(m_out, shape.altText);
    m_out += "</title></";
    m_out += tag;
    m_out += ">\n";
}

void Writer::draw(const view::Shape& shape, const Box& box) {
    // A border lies inside the rectangle.
    const double inset = box.border.paint.role == Role::none ? 0 : box.border.width / 2;
    const Rect rect{box.rect.x + inset, box.rect.y + inset, std::max(0.0, box.rect.width - 2 * inset),
                    std::max(0.0, box.rect.height - 2 * inset)};
    std::string_view tag = "rect";
    if (box.outline == view::Outline::ellipse) {
        tag = "ellipse";
        m_out += "<ellipse";
        attribute("cx", rect.center().x);
        attribute("cy", rect.center().y);
        attribute("rx", rect.width / 2);
        attribute("ry", rect.height / 2);
    } else if (box.outline == view::Outline::lozenge) {
        tag = "path";
        m_out += "<path d=\"";
        outline({{rect.center().x, rect.y},
                 {rect.right(), rect.center().y},
                 {rect.center().x, rect.bottom()},
                 {rect.x, rect.center().y}});
        m_out += '"';
    } else {
        m_out += "<rect";
        attribute("x", rect.x);
        attribute("y", rect.y);
        attribute("width", rect.width);
        attribute("height", rect.height);
        if (box.radius > inset) attribute("rx", box.radius - inset);
    }
    fill(box.fill);
    stroke(box.border);
    close(tag, shape);
}

// Corners become quadratic curves that start and end `bendRadius` away, or half of a shorter piece.
void Writer::polyline(const std::vector<Point>& points, double bendRadius) {
    m_out += 'M';
    point(points.front());
    for (std::size_t i = 1; i + 1 < points.size(); ++i) {
        const Point corner = points[i];
        const Point before = points[i - 1];
        const Point after = points[i + 1];
        if (bendRadius > 0) {
            const double reach = std::min({bendRadius, std::hypot(before.x - corner.x, before.y - corner.y) / 2,
                                           std::hypot(after.x - corner.x, after.y - corner.y) / 2});
            m_out += 'L';
            point(view::towards(corner, before, reach));
            m_out += 'Q';
            point(corner);
            m_out += ' ';
            point(view::towards(corner, after, reach));
        } else {
            m_out += 'L';
            point(corner);
        }
    }
    m_out += 'L';
    point(points.back());
}

void Writer::outline(const std::vector<Point>& points) {
    char command = 'M';
    for (const Point& each : points) {
        m_out += command;
        point(each);
        command = 'L';
    }
    m_out += 'z';
}

void Writer::lineEnd(LineEnd end, Point tip, Point from, const Line& line) {
    const view::LineEndShape shape = view::shapeOf(end, tip, from, line.stroke.width, line.endScale);
    if (shape.discRadius > 0) {
        m_out += "<circle";
        attribute("cx", tip.x);
        attribute("cy", tip.y);
        attribute("r", shape.discRadius);
        fill(line.stroke.paint);
        m_out += "/>\n";
    } else if (!shape.outline.empty()) {
        m_out += "<path d=\"";
        outline(shape.outline);
        m_out += '"';
        fill(shape.isHollow ? Paint{Role::paper} : line.stroke.paint);
        if (shape.isHollow) stroke({line.stroke.paint, 1.25 * line.endScale});
        m_out += "/>\n";
    }
}

void Writer::draw(const view::Shape& shape, const Line& line) {
    if (line.points.size() < 2) return;
    const std::vector<Point> points = view::shortened(line);
    m_out += "<path d=\"";
    if (line.isCubic && line.points.size() == 4) {
        m_out += 'M';
        point(points[0]);
        m_out += 'C';
        point(points[1]);
        m_out += ' ';
        point(points[2]);
        m_out += ' ';
        point(points[3]);
    } else {
        polyline(points, line.bendRadius);
    }
    m_out += "\" fill=\"none\"";
    stroke(line.stroke);
    close("path", shape);
    lineEnd(line.start, line.points.front(), line.points[1], line);
    lineEnd(line.end, line.points.back(), line.points[line.points.size() - 2], line);
}

void Writer::draw(const view::Shape& shape, const Ribbon& ribbon) {
    std::vector<Point> edge = ribbon.upper;
    edge.insert(edge.end(), ribbon.lower.rbegin(), ribbon.lower.rend());
    if (edge.size() < 3) return;
    m_out += "<path d=\"";
    outline(edge);
    m_out += '"';
    fill(ribbon.fill);
    close("path", shape);
}

void Writer::draw(const view::Shape&, const Label& label) {
    if (label.lines.empty()) return;
    m_out += "<text";
    attribute("x", label.anchor.x);
    attribute("y", label.anchor.y);
    attribute("font-size", label.style.size);
    if (label.style.weight != 400) attribute("font-weight", std::to_string(label.style.weight));
    if (label.style.isItalic) attribute("font-style", "italic");
    if (label.style.isStruck) attribute("text-decoration", "line-through");
    if (label.align == view::Align::center) attribute("text-anchor", "middle");
    if (label.align == view::Align::right) attribute("text-anchor", "end");
    fill(label.paint);
    m_out += '>';
    if (label.lines.size() == 1) {
        appendXmlEscaped(m_out, label.lines.front());
    } else {
        for (std::size_t i = 0; i < label.lines.size(); ++i) {
            m_out += "<tspan";
            attribute("x", label.anchor.x);
            attribute("y", label.anchor.y + label.lineHeight * static_cast<double>(i));
            m_out += '>';
            appendXmlEscaped(m_out, label.lines[i]);
            m_out += "</tspan>";
        }
    }
    m_out += "</text>\n";
}

void Writer::draw(const view::Shape& shape, const Symbol& symbol) {
    const auto icon = m_icons.find(symbol.icon);
    if (icon == m_icons.end()) return;
    m_out += "<use href=\"#icon-";
    appendXmlEscaped(m_out, symbol.icon);
    m_out += '"';
    attribute("x", symbol.rect.x);
    attribute("y", symbol.rect.y);
    attribute("width", symbol.rect.width);
    attribute("height", symbol.rect.height);
    attribute("color", view::hexOf(view::colorOf(symbol.paint, view::Palette::light)));
    close("use", shape);
}

void Writer::writeIcons() {
    for (const view::Shape& shape : m_picture.shapes) {
        const auto* symbol = std::get_if<Symbol>(&shape.form);
        if (!symbol || !m_options.iconText || m_icons.contains(symbol->icon)) continue;
        std::string text = m_options.iconText(symbol->icon);
        if (!parseIcon(text).content.empty()) m_icons.emplace(symbol->icon, std::move(text));
    }
    if (m_icons.empty()) return;
    m_out += "<defs>\n";
    for (const auto& [name, text] : m_icons) {
        const Icon icon = parseIcon(text);
        m_out += "<symbol id=\"icon-";
        appendXmlEscaped(m_out, name);
        m_out += '"';
        attribute("viewBox", icon.viewBox);
        m_out += " fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.5\" stroke-linecap=\"round\""
                 " stroke-linejoin=\"round\">";
        const std::size_t start = icon.content.find_first_not_of(" \n");
        const std::size_t end = icon.content.find_last_not_of(" \n");
        m_out += icon.content.substr(start, end - start + 1);
        m_out += "</symbol>\n";
    }
    m_out += "</defs>\n";
}

std::string Writer::write() {
    const Rect& bounds = m_picture.bounds;
    m_out.reserve(1024 + m_picture.shapes.size() * 160);
    m_out += "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<svg xmlns=\"http://www.w3.org/2000/svg\"";
    attribute("width", bounds.width);
    attribute("height", bounds.height);
    m_out += " viewBox=\"";
    point({bounds.x, bounds.y});
    m_out += ' ';
    point({bounds.width, bounds.height});
    m_out += "\" role=\"img\" font-family=\"Inter, 'DejaVu Sans', sans-serif\">\n";
    if (!m_options.title.empty()) {
        m_out += "<title>";
        appendXmlEscaped(m_out, m_options.title);
        m_out += "</title>\n";
    }
    if (!m_options.description.empty()) {
        m_out += "<desc>";
        appendXmlEscaped(m_out, m_options.description);
        m_out += "</desc>\n";
    }
    writeIcons();
    m_out += "<rect";
    attribute("x", bounds.x);
    attribute("y", bounds.y);
    attribute("width", bounds.width);
    attribute("height", bounds.height);
    fill({Role::paper});
    m_out += "/>\n";
    for (const view::Shape& shape : m_picture.shapes)
        std::visit([&](const auto& form) { draw(shape, form); }, shape.form);
    m_out += "</svg>\n";
    return std::move(m_out);
}

} // namespace

std::string svgText(const view::Picture& picture, const SvgOptions& options) {
    return Writer(picture, options).write();
}

} // namespace flowspine::exchange
