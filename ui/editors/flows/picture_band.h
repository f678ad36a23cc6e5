// A picture of fixed size beside the canvas: figures, time ladder, maps, panels. Shows part of it, tells what is
// pressed and hovered, and knows no plan.
#pragma once

#include "render/theme.h"
#include "view/picture.h"

#include <QPixmap>
#include <QWidget>

#include <optional>
#include <vector>

namespace flowspine::editors {

class PictureBand final : public QWidget {
    Q_OBJECT

  public:
    PictureBand(const render::Theme& theme, QWidget* parent);

    void setTheme(const render::Theme& theme);
    void show(view::Picture picture);
    using QWidget::show;
    [[nodiscard]] const view::Picture& picture() const { return m_picture; }
    // Marks above the picture.
    void setOverlay(std::vector<view::Shape> overlay);
    [[nodiscard]] const std::vector<view::Shape>& overlay() const { return m_overlay; }
    // The upper px of it are a grip: pulled there, the band moves about in its parent.
    void setGrip(int height) { m_gripHeight = height; }
    [[nodiscard]] bool wasMovedByHand() const { return m_wasMoved; }
    void forgetPlace() { m_wasMoved = false; }
    // What lies at the left edge, in the picture's measure, and px on the screen for one of the picture.
    void setView(double left, double scale);
    [[nodiscard]] QPointF onScreen(view::Point point) const;

    [[nodiscard]] QSize sizeHint() const override;

  signals:
    // `area` is the topmost one under the pointer.
    void pressed(const flowspine::view::HitArea& area, Qt::KeyboardModifiers modifiers);
    void hovered(const std::optional<flowspine::view::HitArea>& area);
    // The pointer is held down and moved to a place of the picture, or was pressed there.
    void dragged(flowspine::view::Point point);

  protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void leaveEvent(QEvent* event) override;

  private:
    [[nodiscard]] view::Point inPicture(QPointF at) const;
    void hover(const view::HitArea* area);
    // What shows without the overlay has to be painted anew.
    void forget();
    void paintPicture();

    const render::Theme* m_theme;
    view::Picture m_picture;
    std::vector<view::Shape> m_overlay;
    QPixmap m_painted; // the picture as it shows; marks move over it while the canvas is panned
    std::optional<view::HitArea> m_hovered;
    int m_gripHeight = 0;
    bool m_wasMoved = false;
    std::optional<QPoint> m_grip; // where it is held
    double m_left = 0;
    double m_scale = 1;
};

} // namespace flowspine::editors
