#include "adapters/picture_view.h"

#include "adapters/picture_accessible.h"
#include "adapters/plain_text.h"
#include "render/picture_painter.h"

#include <QAccessible>
#include <QContextMenuEvent>
#include <QHelpEvent>
#include <QKeyEvent>
#include <QScrollBar>
#include <QToolTip>

#include <algorithm>
#include <cmath>

namespace flowspine::adapters {

namespace {

constexpr double smallestZoom = 0.05;
constexpr double largestZoom = 4;
constexpr double wheelStep = 1.2;
constexpr int autoScrollMargin = 24;

} // namespace

PictureView::PictureView(const render::Theme& theme, PictureInput& input, QWidget* parent)
    : QGraphicsView(parent), m_reconciler(m_scene, theme), m_theme(&theme), m_input(input) {
    registerPictureAccessible();
    setScene(&m_scene);
    setFrameShape(QFrame::NoFrame);
    setAlignment(Qt::AlignLeft | Qt::AlignTop);
    setRenderHints(QPainter::Antialiasing | QPainter::TextAntialiasing);
    setOptimizationFlags(DontSavePainterState | DontAdjustForAntialiasing);
    setTransformationAnchor(NoAnchor);
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    viewport()->setMouseTracking(true);
    setTheme(theme);
}

PictureView::~PictureView() = default;

void PictureView::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    m_reconciler.setTheme(theme);
    setBackgroundBrush(theme.color(view::Role::ground));
    viewport()->update();
}

void PictureView::show(view::Picture picture) {
    // Before the items: without it the view scrolls by what they reach over the picture's edge.
    const QRectF bounds = toQt(picture.bounds);
    if (bounds != sceneRect()) setSceneRect(bounds);
    m_picture = std::move(picture);
    m_reconciler.show(m_picture);
    emit moved();
    if (QAccessible::isActive()) {
        QAccessibleEvent event(this, QAccessible::ObjectReorder);
        QAccessible::updateAccessibility(&event);
    }
}

bool PictureView::change(const ShapeEdit& edit) {
    const std::optional<std::vector<std::size_t>> places = edit(m_picture);
    if (!places) return false;
    m_reconciler.showChanged(m_picture, *places);
    emit moved();
    return true;
}

void PictureView::setOverlay(std::vector<view::Shape> overlay) {
    if (overlay == m_overlay) return;
    m_overlay = std::move(overlay);
    viewport()->update();
}

void PictureView::setMarks(std::vector<PlacedMark> marks, SharedMarks source) {
    m_markSource = std::move(source);
    if (m_marks.empty() && marks.empty()) return;
    m_marks = std::move(marks);
    viewport()->update();
}

QString PictureView::markTip(const base::AnyId& id) const {
    const bool isMarked = m_markSource && m_markSource->byEntity.contains(id);
    return isMarked ? m_markSource->tipOf(id) : QString();
}

// What the mark is on lies behind the cover; what lies on the cover comes after it.
bool PictureView::isCovered(const PlacedMark& mark) const {
    const view::HitArea* cover = m_cover.empty() ? nullptr : areaFor(m_cover);
    if (!cover || !mark.chip.intersects(cover->rect)) return false;
    return std::none_of(m_picture.areas.begin() + (cover - m_picture.areas.data()), m_picture.areas.end(),
                        [&mark](const view::HitArea& area) { return area.id == mark.id; });
}

const PlacedMark* PictureView::markAt(QPoint viewPosition) const {
    const view::Point point = fromQt(mapToScene(viewPosition));
    for (const PlacedMark& mark : m_marks)
        if (mark.chip.contains(point) && !isCovered(mark)) return &mark;
    return nullptr;
}

const view::HitArea* PictureView::areaOf(const base::AnyId& id, std::initializer_list<std::string_view> roles) const {
    for (const view::HitArea& area : m_picture.areas)
        if (area.id == id && (roles.size() == 0 || std::find(roles.begin(), roles.end(), area.role) != roles.end()))
            return &area;
    return nullptr;
}

const view::HitArea* PictureView::areaFor(std::string_view role, std::string_view key) const {
    for (const view::HitArea& area : m_picture.areas)
        if (area.role == role && area.key == key) return &area;
    return nullptr;
}

void PictureView::setZoom(double zoom) {
    zoomAt(viewport()->rect().center(), zoom / this->zoom());
}

void PictureView::zoomAt(QPoint viewPosition, double factor) {
    const double wanted = std::clamp(zoom() * factor, smallestZoom, largestZoom);
    if (std::abs(wanted - zoom()) < 1e-9) return;
    const QPointF fixed = mapToScene(viewPosition);
    setTransform(QTransform::fromScale(wanted, wanted));
    const QPointF drift = mapFromScene(fixed) - QPointF(viewPosition);
    horizontalScrollBar()->setValue(horizontalScrollBar()->value() + static_cast<int>(std::lround(drift.x())));
    verticalScrollBar()->setValue(verticalScrollBar()->value() + static_cast<int>(std::lround(drift.y())));
    emit zoomChanged(wanted);
    emit moved();
}

void PictureView::fit() {
    const QRectF bounds = sceneRect();
    if (bounds.isEmpty()) return;
    const double wide = viewport()->width() / bounds.width();
    const double high = viewport()->height() / bounds.height();
    setZoom(std::min({1.0, wide, high}));
}

void PictureView::reveal(const view::Rect& rect) {
    const view::HitArea* cover = m_cover.empty() ? nullptr : areaFor(m_cover);
    const auto isOnCover = [&] {
        const auto holds = [&](const view::HitArea& area) {
            return area.rect.contains({rect.x, rect.y}) && rect.right() <= area.rect.right() &&
                   rect.bottom() <= area.rect.bottom();
        };
        const auto after = m_picture.areas.begin() + (cover - m_picture.areas.data()) + 1;
        return std::any_of(after, m_picture.areas.end(), holds);
    };
    QRectF shown = toQt(rect);
    if (cover && isOnCover()) return;
    if (cover) {
        const bool isAtHead = viewRect(cover->rect).center().y() < viewport()->height() / 2;
        if (isAtHead)
            shown.setTop(shown.top() - cover->rect.height);
        else
            shown.setBottom(shown.bottom() + cover->rect.height);
    }
    ensureVisible(shown, autoScrollMargin, autoScrollMargin);
}

QRect PictureView::viewRect(const view::Rect& rect) const {
    return QRectF(mapFromScene(toQt(rect).topLeft()), mapFromScene(toQt(rect).bottomRight())).toRect();
}

PointerAt PictureView::pointerAt(QPoint viewPosition, Qt::KeyboardModifiers modifiers) const {
    return {fromQt(mapToScene(viewPosition)), modifiers, zoom()};
}

bool PictureView::event(QEvent* event) {
    // Bare keys belong to the picture while it has the focus, even where a menu uses the same key.
    if (event->type() == QEvent::ShortcutOverride) {
        const auto* key = static_cast<QKeyEvent*>(event);
        const auto modifiers = key->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier);
        const bool isEditing = key->key() == Qt::Key_Delete || key->key() == Qt::Key_F2 ||
                               key->key() == Qt::Key_Escape || key->key() == Qt::Key_Return ||
                               (key->key() >= Qt::Key_Left && key->key() <= Qt::Key_Down);
        const bool isBare = modifiers == Qt::NoModifier && !key->text().isEmpty() && key->text()[0].isPrint();
        if (isBare || (isEditing && modifiers == Qt::NoModifier)) {
            event->accept();
            return true;
        }
    }
    return QGraphicsView::event(event);
}

QString PictureView::tipAt(QPoint viewPosition) const {
    if (const PlacedMark* const mark = markAt(viewPosition)) return markTip(mark->id);
    const QPointF scenePoint = mapToScene(viewPosition);
    for (const QGraphicsItem* item : m_scene.items(scenePoint, Qt::IntersectsItemBoundingRect, Qt::DescendingOrder))
        if (const std::string* tip = static_cast<const ShapeItem*>(item)->tipAt(scenePoint))
            return adapters::toQt(*tip);
    return {};
}

bool PictureView::viewportEvent(QEvent* event) {
    if (event->type() == QEvent::ToolTip) {
        const auto* help = static_cast<QHelpEvent*>(event);
        const QString tip = tipAt(help->pos());
        if (tip.isEmpty())
            QToolTip::hideText();
        else
            QToolTip::showText(help->globalPos(), plainTip(tip), viewport());
        return true;
    }
    return QGraphicsView::viewportEvent(event);
}

void PictureView::mousePressEvent(QMouseEvent* event) {
    const bool pans = event->button() == Qt::MiddleButton || (event->button() == Qt::LeftButton && m_isSpaceDown);
    if (pans) {
        m_panFrom = event->position().toPoint();
        m_wasSpaceUsed = true;
        viewport()->setCursor(Qt::ClosedHandCursor);
        event->accept();
        return;
    }
    if (event->button() != Qt::LeftButton) {
        event->ignore();
        return;
    }
    event->accept();
    if (const PlacedMark* const mark = markAt(event->position().toPoint())) {
        emit markPressed(base::AnyId(mark->id));
        return;
    }
    m_isDown = true;
    m_input.press(pointerAt(event->position().toPoint(), event->modifiers()));
}

void PictureView::mouseMoveEvent(QMouseEvent* event) {
    const QPoint position = event->position().toPoint();
    if (m_panFrom) {
        const QPoint by = position - *m_panFrom;
        m_panFrom = position;
        horizontalScrollBar()->setValue(horizontalScrollBar()->value() - by.x());
        verticalScrollBar()->setValue(verticalScrollBar()->value() - by.y());
        return;
    }
    if (m_isDown && !viewport()->rect().adjusted(8, 8, -8, -8).contains(position))
        ensureVisible(QRectF(mapToScene(position), QSizeF(1, 1)), autoScrollMargin, autoScrollMargin);
    m_input.move(pointerAt(position, event->modifiers()), m_isDown);
}

void PictureView::mouseReleaseEvent(QMouseEvent* event) {
    if (m_panFrom && (event->button() == Qt::MiddleButton || event->button() == Qt::LeftButton)) {
        m_panFrom.reset();
        viewport()->setCursor(m_isSpaceDown ? Qt::OpenHandCursor : Qt::ArrowCursor);
        return;
    }
    if (event->button() != Qt::LeftButton || !m_isDown) return;
    m_isDown = false;
    m_input.release(pointerAt(event->position().toPoint(), event->modifiers()));
}

void PictureView::mouseDoubleClickEvent(QMouseEvent* event) {
    if (event->button() != Qt::LeftButton) return;
    event->accept();
    m_input.doubleClick(pointerAt(event->position().toPoint(), event->modifiers()));
}

void PictureView::wheelEvent(QWheelEvent* event) {
    if (!event->modifiers().testFlag(Qt::ControlModifier)) {
        QGraphicsView::wheelEvent(event);
        return;
    }
    const double notches = event->angleDelta().y() / 120.0;
    if (notches != 0) zoomAt(event->position().toPoint(), std::pow(wheelStep, notches));
    event->accept();
}

void PictureView::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Space && event->modifiers() == Qt::NoModifier) {
        if (!event->isAutoRepeat()) {
            m_isSpaceDown = true;
            m_wasSpaceUsed = false;
            viewport()->setCursor(Qt::OpenHandCursor);
        }
        return;
    }
    if (event->modifiers().testFlag(Qt::ControlModifier)) {
        if (event->key() == Qt::Key_0) return m_input.zoomToFit();
        if (event->matches(QKeySequence::ZoomIn) || event->key() == Qt::Key_Equal) return setZoom(zoom() * wheelStep);
        if (event->matches(QKeySequence::ZoomOut)) return setZoom(zoom() / wheelStep);
    }
    if (m_input.key(*event)) {
        event->accept();
        return;
    }
    // What the editor does not know may be the window's: only the keys that scroll stay here.
    const bool scrolls = event->key() == Qt::Key_PageUp || event->key() == Qt::Key_PageDown ||
                         (event->key() >= Qt::Key_Left && event->key() <= Qt::Key_Down &&
                          (event->modifiers() & ~Qt::KeypadModifier) == Qt::NoModifier);
    if (scrolls)
        QAbstractScrollArea::keyPressEvent(event);
    else
        event->ignore();
}

void PictureView::keyReleaseEvent(QKeyEvent* event) {
    if (event->key() != Qt::Key_Space || event->isAutoRepeat() || !m_isSpaceDown) {
        QGraphicsView::keyReleaseEvent(event);
        return;
    }
    m_isSpaceDown = false;
    viewport()->setCursor(Qt::ArrowCursor);
    // Space that panned nothing is a key like any other.
    if (!m_wasSpaceUsed) {
        const QKeyEvent pressed(QEvent::KeyPress, Qt::Key_Space, event->modifiers(), QStringLiteral(" "));
        m_input.key(pressed);
    }
}

void PictureView::focusOutEvent(QFocusEvent* event) {
    m_isSpaceDown = false;
    QGraphicsView::focusOutEvent(event);
}

void PictureView::contextMenuEvent(QContextMenuEvent* event) {
    const QPoint position = event->reason() == QContextMenuEvent::Keyboard ? viewport()->rect().center() : event->pos();
    m_input.contextMenu(pointerAt(position, event->modifiers()), viewport()->mapToGlobal(position));
    event->accept();
}

void PictureView::resizeEvent(QResizeEvent* event) {
    QGraphicsView::resizeEvent(event);
    m_input.resized(viewport()->size());
    emit moved();
}

void PictureView::scrollContentsBy(int dx, int dy) {
    QGraphicsView::scrollContentsBy(dx, dy);
    emit moved();
}

void PictureView::drawForeground(QPainter* painter, const QRectF& exposed) {
    constexpr double roundDot = 12; // a dot is drawn as large at every zoom
    const double room = roundDot / zoom();
    const view::Rect seen{exposed.x() - room, exposed.y() - room, exposed.width() + 2 * room,
                          exposed.height() + 2 * room};
    for (const PlacedMark& mark : m_marks)
        if (mark.chip.intersects(seen) && !isCovered(mark)) drawMark(*painter, *m_theme, mark, zoom());
    render::PicturePainter shapes(*painter, *m_theme);
    for (const view::Shape& shape : m_overlay) shapes.draw(shape);
}

} // namespace flowspine::adapters
