#include "bench/canvas_floor.h"

#include "render/theme.h"

#include <QGraphicsPathItem>
#include <QPainter>
#include <QStaticText>
#include <QStyleOptionGraphicsItem>

namespace flowspine::bench {

class CanvasFloor::Node final : public QGraphicsItem {
  public:
    Node(const QRectF& rect, const QString& name) : m_rect(rect), m_name(name) {}

    void rename(const QString& name) {
        m_name = QStaticText(name);
        update();
    }
    [[nodiscard]] QRectF boundingRect() const override { return m_rect.adjusted(-1, -1, 1, 1); }
    void paint(QPainter* painter, const QStyleOptionGraphicsItem*, QWidget*) override {
        painter->setPen(Qt::darkGray);
        painter->setBrush(Qt::white);
        painter->drawRoundedRect(m_rect, 6, 6);
        if (QStyleOptionGraphicsItem::levelOfDetailFromTransform(painter->worldTransform()) < 0.25) return;
        static const QFont font = render::fontFor({.size = 11, .weight = 600});
        painter->setFont(font);
        painter->setPen(Qt::black);
        painter->drawStaticText(m_rect.topLeft() + QPointF(8, 10), m_name);
    }

  private:
    QRectF m_rect;
    QStaticText m_name;
};

CanvasFloor::CanvasFloor(const view::Picture& picture, const model::Model& model)
    : m_view(std::make_unique<QGraphicsView>(&m_scene)) {
    for (const view::Shape& shape : picture.shapes) {
        const auto* line = std::get_if<view::Line>(&shape.form);
        if (!line || model::kindOf(shape.id) != model::Kind::link) continue;
        QPainterPath path(QPointF(line->points.front().x, line->points.front().y));
        for (const view::Point& point : line->points) path.lineTo(point.x, point.y);
        m_scene.addPath(path, QPen(Qt::gray, 1.5));
    }
    for (const view::HitArea& area : picture.areas) {
        const model::Step* step = area.role == "step" ? model.find(model::Id<model::Step>(area.id)) : nullptr;
        if (!step) continue;
        auto* node =
            new Node({area.rect.x, area.rect.y, area.rect.width, area.rect.height}, QString::fromStdString(step->name));
        m_scene.addItem(node); // the scene owns it
        m_nodes.emplace_back(area.id, node);
    }
    m_view->setFrameShape(QFrame::NoFrame);
    m_view->setAlignment(Qt::AlignLeft | Qt::AlignTop);
    m_view->setRenderHint(QPainter::Antialiasing);
    m_view->setOptimizationFlags(QGraphicsView::DontSavePainterState | QGraphicsView::DontAdjustForAntialiasing);
    m_view->setTransformationAnchor(QGraphicsView::NoAnchor);
}

CanvasFloor::~CanvasFloor() {
    m_view.reset();
}

void CanvasFloor::rename(const model::AnyId& step, const QString& name) {
    for (const auto& [id, node] : m_nodes)
        if (id == step) node->rename(name);
}

} // namespace flowspine::bench
