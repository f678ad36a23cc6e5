#include "adapters/picture_editor.h"

#include "adapters/overlay_shapes.h"
#include "adapters/plain_text.h"

#include <QKeyEvent>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

namespace flowspine::adapters {

using model::AnyId;

namespace {

constexpr int flashMilliseconds = 600;

} // namespace

PictureEditor::PictureEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : Editor(parent), m_session(session), m_theme(&theme), m_view(new PictureView(theme, *this, this)),
      m_text(new InlineText(*m_view)),
      m_answer([this](const RemovalQuestion& question) { return askInDialog(this, question); }) {
    setFocusProxy(m_view);
    connect(m_view, &PictureView::zoomChanged, this, [this](double zoom) {
        if (isLaidOutByViewport()) refresh();
        emit zoomChanged(static_cast<int>(std::lround(zoom * 100)));
    });
    connect(m_view, &PictureView::markPressed, this, &Editor::findingsAsked);
    connect(&session, &session::DocumentSession::changed, this,
            [this](const model::Model& before, const model::Model&, const diff::ModelDiff& difference) {
                planChanged(before, difference);
            });
    connect(&session, &session::DocumentSession::selectionChanged, this, &PictureEditor::selectionChanged);
    connect(&session, &session::DocumentSession::reset, this, [this] {
        cancelTool();
        stopTyping();
        m_isStale = true;
    });
    connect(&session, &session::DocumentSession::stepApplied, this, [this] {
        cancelTool();
        if (std::holds_alternative<Naming>(m_typing)) stopTyping();
    });

    m_view->setFade([this](const AnyId& id) { return m_session.spotlight().fades(id); });
    connect(&session.spotlight(), &session::Spotlight::changed, m_view, &PictureView::refade);

    connect(m_text, &InlineText::textEdited, this, &PictureEditor::textEdited);
    connect(m_text, &InlineText::entered, this, &PictureEditor::lineEntered);
    connect(m_text, &InlineText::tabbed, this, &PictureEditor::lineTabbed);
    connect(m_text, &InlineText::pasted, this, &PictureEditor::linesPasted);
    connect(m_text, &InlineText::enteredAside, this, &PictureEditor::lineEnteredAside);
    connect(m_text, &InlineText::enteredToPlace, this, &PictureEditor::lineEnteredToPlace);
    connect(m_text, &InlineText::left, this, [this](const QString& text) {
        takeText(text);
        stopTyping();
    });
    connect(m_text, &InlineText::cancelled, this, &PictureEditor::stopTyping);
    connect(m_text, &InlineText::undoAsked, &session, &session::DocumentSession::undo);
    connect(m_text, &InlineText::redoAsked, &session, &session::DocumentSession::redo);
    connect(m_text, &InlineText::movedBeyond, this, [this](int key) {
        const Direction direction = key == Qt::Key_Up ? Direction::up : Direction::down;
        if (const TypingPlace* place = typingPlace(); place && stepTyped(*place, direction)) return;
        const std::optional<view::Rect> from =
            std::holds_alternative<Adding>(m_typing) ? typingRect(std::get<Adding>(m_typing).place) : std::nullopt;
        takeText(oneLine(m_text->text()));
        stopTyping();
        if (!from) return;
        if (const view::HitArea* next = neighbour(picture(), *from, direction, selectableRoles()))
            m_session.select(AnyId(next->id));
    });
}

PictureEditor::~PictureEditor() {
    // What is typed is taken back while it goes; nothing of this editor may answer to that any more.
    disconnect(&m_session, nullptr, this, nullptr);
}

// ---- Showing ----

void PictureEditor::refresh() {
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    // Scroll bars that come and go resize the view while it is being filled: a few more rounds settle it.
    if (m_isRefreshing) {
        m_isStale = true;
        return;
    }
    const bool wasLate = std::exchange(m_isLate, !isReady());
    if (m_isLate) {
        m_isStale = false;
        return refreshOverlay();
    }
    m_isRefreshing = true;
    for (int round = 0; round < 4; ++round) {
        m_isStale = false;
        m_view->show(project(QSizeF(m_view->viewport()->size()) / m_view->zoom()));
        if (!m_isStale) break;
    }
    m_isStale = false;
    m_isRefreshing = false;
    placeMarks();
    placeText(wasLate);
    refreshOverlay();
    if (const AnyId id = std::exchange(m_revealedLater, {})) reveal(id);
}

void PictureEditor::setMarks(SharedMarks marks) {
    m_marks = std::move(marks);
    if (isVisible() && !m_isStale) placeMarks();
}

void PictureEditor::placeMarks() {
    m_view->setMarks(m_marks ? placedMarks(picture(), *m_marks, m_measure) : std::vector<PlacedMark>(), m_marks);
}

void PictureEditor::refreshOverlay() {
    std::vector<view::Shape> shapes = overlay();
    if (m_flash) shapes.push_back(ring(*m_flash, 4));
    m_view->setOverlay(std::move(shapes));
}

void PictureEditor::planChanged(const model::Model& before, const diff::ModelDiff& difference) {
    if (!difference.touches(shownKinds())) return;
    const bool isUpToDate = isVisible() && !m_isStale && !m_isRefreshing && !m_isLate;
    if (!isUpToDate || !m_view->change([&](view::Picture& picture) { return follow(picture, before, difference); }))
        return refresh();
    placeText();
    refreshOverlay();
}

void PictureEditor::selectionChanged() {
    if (showsSelection())
        refresh();
    else if (isVisible())
        refreshOverlay();
}

void PictureEditor::showEvent(QShowEvent* event) {
    Editor::showEvent(event);
    if (m_isStale) refresh();
}

void PictureEditor::resized(QSize) {
    if (isLaidOutByViewport()) refresh();
}

void PictureEditor::setTheme(const render::Theme& theme) {
    m_theme = &theme;
    m_view->setTheme(theme);
}

bool PictureEditor::reveal(const AnyId& id) {
    AnyId shown = id;
    while (shown && !firstAreaOf(picture(), shown, selectableRoles())) shown = m_session.index().ownerOf(shown);
    const view::HitArea* area = shown ? firstAreaOf(picture(), shown, selectableRoles()) : nullptr;
    if (!area) {
        if (m_isLate) m_revealedLater = id;
        return m_isLate;
    }
    m_view->reveal(area->rect);
    // Scrolling may have made another picture.
    if (const view::HitArea* now = firstAreaOf(picture(), shown, selectableRoles())) flash(now->rect);
    return true;
}

void PictureEditor::flash(const view::Rect& rect) {
    m_flash = rect;
    refreshOverlay();
    QTimer::singleShot(flashMilliseconds, this, [this] {
        m_flash.reset();
        refreshOverlay();
    });
}

int PictureEditor::zoomPercent() const {
    return static_cast<int>(std::lround(m_view->zoom() * 100));
}

void PictureEditor::setZoomPercent(int percent) {
    m_view->setZoom(percent / 100.0);
}

void PictureEditor::zoomToFit() {
    m_view->fit();
}

std::optional<view::Picture> PictureEditor::pictureToCopy() const {
    return picture().shapes.empty() ? std::nullopt : std::optional(picture());
}

// ---- Selecting, walking, removing ----

std::vector<AnyId> PictureEditor::selectedShown() const {
    std::vector<AnyId> shown;
    for (const AnyId& id : m_session.selection().ids())
        if (firstAreaOf(picture(), id, selectableRoles())) shown.push_back(id);
    return shown;
}

void PictureEditor::selectByPress(const AnyId& id, bool isToggle) {
    if (isToggle)
        m_session.select(m_session.selection().toggled(id));
    else if (!m_session.selection().contains(id))
        m_session.select(id);
}

bool PictureEditor::walk(Direction direction, bool extends) {
    const std::vector<AnyId> selected = selectedShown();
    const view::HitArea* next = nullptr;
    if (selected.empty()) {
        for (const view::HitArea& area : picture().areas) {
            if (area.id && isOneOf(area.role, walkableRoles())) {
                next = &area;
                break;
            }
        }
    } else {
        const view::HitArea* from =
            firstAreaOf(picture(), extends ? selected.back() : selected.front(), selectableRoles());
        next = neighbour(picture(), from->rect, direction, walkableRoles(), from->id);
    }
    if (!next) return false;
    const view::Rect rect = next->rect;
    const AnyId id = next->id;
    if (extends && !m_session.selection().contains(id))
        m_session.select(m_session.selection().toggled(id));
    else
        m_session.select(id);
    m_view->reveal(rect);
    return true;
}

bool PictureEditor::isRemovable(const AnyId& id) const {
    return firstAreaOf(picture(), id, selectableRoles()) != nullptr;
}

bool PictureEditor::removeWithQuestion(const std::vector<AnyId>& ids) {
    if (ids.empty()) return false;
    m_session.settleGesture();
    const RemovalQuestion question = removalQuestion(m_session.committed(), ids);
    if (!question.effects.isEmpty() && !m_answer(question)) return false;
    return commit(removalText(m_session.committed(), ids),
                  [&ids](const model::Model& model) { return edit::remove(model, ids); });
}

bool PictureEditor::removeSelected() {
    std::vector<AnyId> ids;
    for (const AnyId& id : m_session.selection().ids())
        if (isRemovable(id)) ids.push_back(id);
    if (ids.empty()) return false;

    // What stands next is selected afterwards, so that the keyboard keeps its place.
    AnyId next;
    if (const view::HitArea* area = firstAreaOf(picture(), ids.front(), walkableRoles()))
        for (const Direction direction : {Direction::down, Direction::up, Direction::right, Direction::left})
            if (const view::HitArea* beside = neighbour(picture(), area->rect, direction, walkableRoles(), area->id);
                beside && !next)
                next = beside->id;
    if (removeWithQuestion(ids) && m_session.selection().isEmpty() && next && live().contains(next))
        m_session.select(next);
    return true;
}

bool PictureEditor::commonKey(const QKeyEvent& event) {
    const bool hasShift = event.modifiers().testFlag(Qt::ShiftModifier);
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers != Qt::NoModifier) return false;
    switch (event.key()) {
    case Qt::Key_F2: return renameSelected();
    case Qt::Key_Delete:
    case Qt::Key_Backspace: return removeSelected();
    case Qt::Key_Escape:
        if (!cancelTool()) m_session.select(session::Selection());
        return true;
    case Qt::Key_Left: return walk(Direction::left, hasShift);
    case Qt::Key_Right: return walk(Direction::right, hasShift);
    case Qt::Key_Up: return walk(Direction::up, hasShift);
    case Qt::Key_Down: return walk(Direction::down, hasShift);
    default: return false;
    }
}

QMenu* PictureEditor::newMenu() {
    auto* menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    return menu;
}

void PictureEditor::addCommonActions(QMenu& menu) {
    const bool hasOne = !selectedShown().empty();
    QAction* rename = menu.addAction(tr("Rename"), this, [this] { renameSelected(); });
    rename->setShortcut(Qt::Key_F2);
    rename->setEnabled(hasOne);
    QAction* remove = menu.addAction(tr("Delete"), this, [this] { removeSelected(); });
    remove->setShortcut(Qt::Key_Delete);
    remove->setEnabled(hasOne);
}

void PictureEditor::doubleClick(const PointerAt& at) {
    if (const view::HitArea* area = topAreaAt(picture(), at.point, selectableRoles())) rename(AnyId(area->id));
}

} // namespace flowspine::adapters
