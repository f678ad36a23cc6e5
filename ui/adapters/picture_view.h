// Shows a Picture on the screen: scrolls, zooms at the pointer, finds what lies under it and tells the editor around
// it, by a PictureInput, what people do. Knows no plan; every item of the picture with an alternative text is an
// accessible child.
#pragma once

#include "adapters/picture_marks.h"
#include "adapters/scene_reconciler.h"

#include <QGraphicsView>
#include <QHash>

#include <functional>
#include <optional>

class QContextMenuEvent;
class QKeyEvent;

namespace flowspine::adapters {

// Where the pointer is, and how.
struct PointerAt {
    view::Point point;
    Qt::KeyboardModifiers modifiers;
    double scale = 1; // screen px for one of the picture
    [[nodiscard]] bool has(Qt::KeyboardModifier modifier) const { return modifiers.testFlag(modifier); }
    // A length on the screen in the picture's measure.
    [[nodiscard]] double fromScreen(double px) const { return px / scale; }
};

// What people do with a picture; the editor around the view answers. Left button only: panning is the view's.
class PictureInput {
  public:
    virtual ~PictureInput() = default;
    virtual void press(const PointerAt& at) = 0;
    // `isDown`: the button that press() told of is still held.
    virtual void move(const PointerAt& at, bool isDown) = 0;
    virtual void release(const PointerAt& at) = 0;
    virtual void doubleClick(const PointerAt& at) = 0;
    // False for a key that means nothing here.
    virtual bool key(const QKeyEvent& event) = 0;
    virtual void contextMenu(const PointerAt& at, QPoint globalPosition) = 0;
    // The view's width or height changed; boards lay themselves out anew.
    virtual void resized(QSize /*viewport*/) {}
    // Ctrl+0: all of it in view.
    virtual void zoomToFit() = 0;
};

class PictureView final : public QGraphicsView {
    Q_OBJECT

  public:
    // `theme` and `input` outlive the view.
    PictureView(const render::Theme& theme, PictureInput& input, QWidget* parent);
    ~PictureView() override;

    void setTheme(const render::Theme& theme);
    [[nodiscard]] const render::Theme& theme() const { return *m_theme; }

    void show(view::Picture picture);
    using QGraphicsView::show;
    // Lets `edit` change shapes of the picture where they stand, not their number, ids or parts, and bring only those
    // to the screen. It gives their places, or nothing when it could not: then this is false and nothing changed.
    using ShapeEdit = std::function<std::optional<std::vector<std::size_t>>(view::Picture&)>;
    bool change(const ShapeEdit& edit);
    [[nodiscard]] const view::Picture& picture() const { return m_picture; }
    // Shapes above the picture that belong to the moment: rings, drop marks, a rubber band.
    void setOverlay(std::vector<view::Shape> overlay);
    [[nodiscard]] const std::vector<view::Shape>& overlay() const { return m_overlay; }
    // Marks of findings, over the picture and under the overlay; a press on one is told and goes no further.
    void setMarks(std::vector<PlacedMark> marks, SharedMarks source);
    [[nodiscard]] const std::vector<PlacedMark>& marks() const { return m_marks; }
    // What the mark of an entity says; empty when it has none.
    [[nodiscard]] QString markTip(const base::AnyId& id) const;

    [[nodiscard]] const view::HitArea* areaAt(view::Point point) const { return view::areaAt(m_picture, point); }
    // The first area with this id and one of the roles (any, when none is given).
    [[nodiscard]] const view::HitArea* areaOf(const base::AnyId& id,
                                              std::initializer_list<std::string_view> roles = {}) const;
    // The area of a role with a key, of any id.
    [[nodiscard]] const view::HitArea* areaFor(std::string_view role, std::string_view key = {}) const;

    // Clamped to 5 % … 400 %.
    void setZoom(double zoom);
    [[nodiscard]] double zoom() const { return transform().m11(); }
    // Everything in view, never larger than 100 %.
    void fit();
    // The role of an area that covers what was drawn before it, at the head or the foot of the view; reveal() shows
    // things beside it.
    void setCover(std::string role) { m_cover = std::move(role); }
    // Scrolls as little as shows `rect`.
    void reveal(const view::Rect& rect);
    [[nodiscard]] QRect viewRect(const view::Rect& rect) const;
    // Shapes of these entities are drawn faint.
    void setFade(std::function<bool(const base::AnyId&)> isFaded) { m_reconciler.setFade(std::move(isFaded)); }
    void refade() { m_reconciler.refade(); }
    [[nodiscard]] const SceneReconciler& reconciler() const { return m_reconciler; }

  signals:
    void zoomChanged(double zoom);
    // What lies where on the screen changed: text fields over the picture follow.
    void moved();
    void markPressed(const flowspine::base::AnyId& id);

  protected:
    bool event(QEvent* event) override;
    bool viewportEvent(QEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void mouseMoveEvent(QMouseEvent* event) override;
    void mouseReleaseEvent(QMouseEvent* event) override;
    void mouseDoubleClickEvent(QMouseEvent* event) override;
    void wheelEvent(QWheelEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void keyReleaseEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;
    void contextMenuEvent(QContextMenuEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    void scrollContentsBy(int dx, int dy) override;
    void drawForeground(QPainter* painter, const QRectF& rect) override;

  private:
    [[nodiscard]] PointerAt pointerAt(QPoint viewPosition, Qt::KeyboardModifiers modifiers) const;
    void zoomAt(QPoint viewPosition, double factor);
    [[nodiscard]] QString tipAt(QPoint viewPosition) const;
    [[nodiscard]] const PlacedMark* markAt(QPoint viewPosition) const;
    [[nodiscard]] bool isCovered(const PlacedMark& mark) const;

    QGraphicsScene m_scene;
    SceneReconciler m_reconciler;
    const render::Theme* m_theme;
    PictureInput& m_input;
    view::Picture m_picture;
    std::string m_cover;
    std::vector<view::Shape> m_overlay;
    std::vector<PlacedMark> m_marks;
    SharedMarks m_markSource;
    std::optional<QPoint> m_panFrom;
    bool m_isSpaceDown = false;
    bool m_wasSpaceUsed = false;
    bool m_isDown = false;
};

} // namespace flowspine::adapters
