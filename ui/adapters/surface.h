// A plain part of the window: a ground of the palette, with hairlines along some of its edges.
#pragma once

#include <QWidget>

namespace flowspine::adapters {

class Surface : public QWidget {
    Q_OBJECT

  public:
    Surface(QPalette::ColorRole ground, Qt::Edges lines, QWidget* parent);

  protected:
    void paintEvent(QPaintEvent* event) override;

  private:
    Qt::Edges m_lines;
};

} // namespace flowspine::adapters
