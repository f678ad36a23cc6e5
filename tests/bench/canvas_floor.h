// The least that a canvas can be: a scene with one item a node, which draws a box and its name and leaves the name out
// when it is too small to read, and one item a link. Places are known; nothing can be edited but a name.
#pragma once

#include "model/model.h"
#include "view/picture.h"

#include <QGraphicsView>

#include <memory>
#include <string>
#include <vector>

namespace flowspine::bench {

class CanvasFloor {
  public:
    // `picture` gives the places of `steps`.
    CanvasFloor(const view::Picture& picture, const model::Model& model);
    ~CanvasFloor();

    [[nodiscard]] QGraphicsView& view() { return *m_view; }
    void rename(const model::AnyId& step, const QString& name);

  private:
    class Node;

    QGraphicsScene m_scene;
    std::unique_ptr<QGraphicsView> m_view;
    std::vector<std::pair<model::AnyId, Node*>> m_nodes;
};

} // namespace flowspine::bench
