#include "adapters/shape_item.h"

#include "adapters/far_shapes.h"
#include "adapters/plain_text.h"
#include "render/picture_painter.h"

#include <QFontMetricsF>
#include <QStyleOptionGraphicsItem>

#include <map>
#include <tuple>
#include <utility>

namespace flowspine::adapters {

namespace {

// Room for pens, arrowheads and glyphs that reach over their advance width.
constexpr double overhang = 8;
// Px on the screen: text below it is only grey.
constexpr double smallestDrawn = 4;
// Still to be seen, no longer to be read at a glance.
constexpr double fadedOpacity = 0.3;

struct Face {
    QFont font;
    double ascent = 0;
};

// Making a QFont asks the font database; pictures use a handful of styles.
const Face& faceFor(const view::TextStyle& style) {
    static std::map<std::tuple<double, int, bool, bool>, Face> faces;
    const auto key = std::tuple(style.size, style.weight, style.isItalic, style.isStruck);
    const auto at = faces.find(key);
    if (at != faces.end()) return at->second;
    Face face{render::fontFor(style), 0};
    face.ascent = QFontMetricsF(face.font).ascent();
    return faces.emplace(key, std::move(face)).first->second;
}

bool sayTheSame(const view::Shape& a, const view::Shape& b) {
    const auto* first = std::get_if<view::Label>(&a.form);
    const auto* second = std::get_if<view::Label>(&b.form);
    if (first == nullptr || second == nullptr) return first == second;
    return first->style == second->style && first->lines == second->lines;
}

} // namespace

QRectF toQt(const view::Rect& rect) {
    return {rect.x, rect.y, rect.width, rect.height};
}

QPointF toQt(view::Point point) {
    return {point.x, point.y};
}

view::Point fromQt(QPointF point) {
    return {point.x(), point.y()};
}

ShapeItem::ShapeItem(const render::Theme* const* theme, std::span<const view::Shape> shapes)
    : m_theme(theme), m_shapes(shapes.begin(), shapes.end()) {
    setFlag(ItemUsesExtendedStyleOption);
    measure();
}

bool ShapeItem::setShapes(std::span<const view::Shape> shapes) {
    if (std::equal(m_shapes.begin(), m_shapes.end(), shapes.begin(), shapes.end())) return false;
    prepareGeometryChange();
    // What only moved keeps its text as it was laid out.
    const bool saysTheSame = std::equal(m_shapes.begin(), m_shapes.end(), shapes.begin(), shapes.end(), sayTheSame);
    m_shapes.assign(shapes.begin(), shapes.end());
    if (!saysTheSame) m_lines.clear();
    measure();
    update();
    return true;
}

void ShapeItem::measure() {
    view::Rect all = view::boundsOf(m_shapes.front().form);
    for (const view::Shape& shape : m_shapes) all = view::united(all, view::boundsOf(shape.form));
    m_bounds = toQt(all).adjusted(-overhang, -overhang, overhang, overhang);
}

void ShapeItem::layOutText() {
    for (const view::Shape& shape : m_shapes) {
        const auto* label = std::get_if<view::Label>(&shape.form);
        if (!label) continue;
        for (const std::string& line : label->lines) {
            QStaticText text(toQt(line));
            text.setTextFormat(Qt::PlainText);
            text.setPerformanceHint(QStaticText::AggressiveCaching);
            text.prepare({}, faceFor(label->style).font);
            m_lines.push_back(std::move(text));
        }
    }
}

void ShapeItem::drawLabel(QPainter& painter, const view::Label& label, std::size_t firstLine) const {
    const Face& face = faceFor(label.style);
    painter.setFont(face.font);
    painter.setPen((*m_theme)->color(label.paint));
    double baseline = label.anchor.y;
    for (std::size_t i = 0; i < label.lines.size(); ++i) {
        const QStaticText& text = m_lines[firstLine + i];
        double x = label.anchor.x;
        if (label.align == view::Align::center)
            x -= text.size().width() / 2;
        else if (label.align == view::Align::right)
            x -= text.size().width();
        // Prepared text draws its strike where it was prepared, not where it is drawn.
        if (label.style.isStruck)
            painter.drawText(QPointF(x, baseline), text.text());
        else
            painter.drawStaticText(QPointF(x, baseline - face.ascent), text);
        baseline += label.lineHeight;
    }
}

void ShapeItem::paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget*) {
    const double scale = QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform());
    if (scale < smallestTextScale) {
        drawFar(*painter, scale);
        return;
    }
    if (m_lines.empty()) layOutText();

    render::PicturePainter shapes(*painter, **m_theme);
    const bool isAlone = m_shapes.size() == 1;
    const QRectF exposed = option->exposedRect.adjusted(-overhang, -overhang, overhang, overhang);
    std::size_t line = 0;
    for (const view::Shape& shape : m_shapes) {
        const auto* label = std::get_if<view::Label>(&shape.form);
        const std::size_t firstLine = line;
        if (label) line += label->lines.size();
        if (!isAlone && !exposed.intersects(toQt(view::boundsOf(shape.form)).adjusted(-1, -1, 1, 1))) continue;
        if (label && label->style.size * scale < smallestDrawn) continue;
        if (m_isFaded) painter->setOpacity(fadedOpacity);
        if (label)
            drawLabel(*painter, *label, firstLine);
        else if (m_isFaded)
            drawFaded(*painter, shapes, shape);
        else
            shapes.draw(shape);
    }
    if (m_isFaded) painter->setOpacity(1);
}

// What is filled keeps hiding what lies behind it: a veil of the ground makes it faint.
void ShapeItem::drawFaded(QPainter& painter, render::PicturePainter& shapes, const view::Shape& shape) const {
    const auto* box = std::get_if<view::Box>(&shape.form);
    if (!box || box->fill.role == view::Role::none) return shapes.draw(shape);
    painter.setOpacity(1);
    shapes.draw(shape);
    view::Shape veil = shape;
    auto& form = std::get<view::Box>(veil.form);
    form.fill = {view::Role::ground};
    if (form.border.paint.role != view::Role::none) form.border.paint = {view::Role::ground};
    painter.setOpacity(1 - fadedOpacity);
    shapes.draw(veil);
}

void ShapeItem::setFaded(bool isFaded) {
    if (std::exchange(m_isFaded, isFaded) != isFaded) update();
}

void ShapeItem::drawFar(QPainter& painter, double scale) const {
    for (const view::Shape& shape : m_shapes) {
        const auto* label = std::get_if<view::Label>(&shape.form);
        if (!label)
            drawFarShape(painter, shape, **m_theme, scale);
        else if (label->style.size * scale >= smallestText)
            render::PicturePainter(painter, **m_theme).draw(shape);
    }
}

const std::string* ShapeItem::tipAt(QPointF scenePoint) const {
    const view::Point point = fromQt(scenePoint);
    for (auto shape = m_shapes.rbegin(); shape != m_shapes.rend(); ++shape)
        if (!shape->tip.empty() && view::boundsOf(shape->form).contains(point)) return &shape->tip;
    return nullptr;
}

} // namespace flowspine::adapters
