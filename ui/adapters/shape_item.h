// A few shapes in a scene: those of one entity that follow each other in the drawing order, so that a canvas of ten
// thousand steps has as many items and not ten times more. Holds ids and shapes, never the plan; cannot be moved by the
// scene. Leaves out text and symbols when they would be too small to read.
#pragma once

#include "render/theme.h"
#include "view/picture.h"

#include <QGraphicsItem>
#include <QStaticText>

#include <span>
#include <vector>

namespace flowspine::render {
class PicturePainter;
}

namespace flowspine::adapters {

// Below this scale only boxes and lines are drawn, and text that was made large enough to be read even so.
inline constexpr double smallestTextScale = 0.18;
inline constexpr double smallestText = 8; // px on the screen

class ShapeItem final : public QGraphicsItem {
  public:
    // `theme` points to the theme in force and outlives the item.
    ShapeItem(const render::Theme* const* theme, std::span<const view::Shape> shapes);

    // False when these are the shapes it has: then nothing is repainted.
    bool setShapes(std::span<const view::Shape> shapes);
    // Faint, and still hiding what lies behind it.
    void setFaded(bool isFaded);
    [[nodiscard]] bool isFaded() const { return m_isFaded; }
    [[nodiscard]] const std::vector<view::Shape>& shapes() const { return m_shapes; }
    [[nodiscard]] const base::AnyId& id() const { return m_shapes.front().id; }
    // The tip of the topmost shape at a place that has one.
    [[nodiscard]] const std::string* tipAt(QPointF scenePoint) const;

    [[nodiscard]] QRectF boundingRect() const override { return m_bounds; }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem* option, QWidget* widget) override;

  private:
    void measure();
    void drawFar(QPainter& painter, double scale) const;
    void layOutText();
    void drawFaded(QPainter& painter, render::PicturePainter& shapes, const view::Shape& shape) const;
    void drawLabel(QPainter& painter, const view::Label& label, std::size_t firstLine) const;

    const render::Theme* const* m_theme;
    std::vector<view::Shape> m_shapes;
    QRectF m_bounds;
    bool m_isFaded = false;
    std::vector<QStaticText> m_lines; // of all labels in turn; empty until text is first drawn
};

[[nodiscard]] QRectF toQt(const view::Rect& rect);
[[nodiscard]] QPointF toQt(view::Point point);
[[nodiscard]] view::Point fromQt(QPointF point);

} // namespace flowspine::adapters
