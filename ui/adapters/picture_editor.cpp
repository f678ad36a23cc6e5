#include "adapters/picture_editor.h"

#include "adapters/overlay_shapes.h"
#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QTimer>
#include <QVBoxLayout>

#include <cmath>

namespace flowspine::adapters {

using model::AnyId;

namespace {

constexpr int flashMilliseconds = 600;
constexpr double nameHeight = 28;

// The projections' parts that show an entity's title.
bool namesSomething(std::string_view part) {
    return part == "title" || part == "name" || part.ends_with(".title") || part.ends_with(".name");
}

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

PictureEditor::~PictureEditor() = default;

// ---- Showing ----

void PictureEditor::refresh() {
    if (!isVisible()) {
        m_isStale = true;
        return;
    }
    // Scroll bars that come and go resize the view while it is being filled: a few more rounds settle it.
    if (std::exchange(m_isRefreshing, true)) {
        m_isStale = true;
        return;
    }
    for (int round = 0; round < 4; ++round) {
        m_isStale = false;
        m_view->show(project(QSizeF(m_view->viewport()->size()) / m_view->zoom()));
        if (!m_isStale) break;
    }
    m_isStale = false;
    m_isRefreshing = false;
    placeText();
    refreshOverlay();
}

void PictureEditor::refreshOverlay() {
    std::vector<view::Shape> shapes = overlay();
    if (m_flash) shapes.push_back(ring(*m_flash, 4));
    m_view->setOverlay(std::move(shapes));
}

void PictureEditor::planChanged(const model::Model& before, const diff::ModelDiff& difference) {
    if (!difference.touches(shownKinds())) return;
    const bool isUpToDate = isVisible() && !m_isStale && !m_isRefreshing;
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
    if (!area) return false;
    m_view->reveal(area->rect);
    flash(area->rect);
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

// ---- Naming and typing ----

view::Rect PictureEditor::namePlace(const AnyId& id) const {
    const view::HitArea* area = firstAreaOf(picture(), id, selectableRoles());
    if (!area) return {};
    for (const view::Shape& shape : picture().shapes) {
        const auto* label = std::get_if<view::Label>(&shape.form);
        if (shape.id != id || !label || !namesSomething(shape.part)) continue;
        const view::Rect words = view::boundsOf(shape.form);
        const double left = words.x - 6;
        const double height = std::max(nameHeight, words.height + 8);
        return {left, words.center().y - height / 2, std::max(area->rect.right() - left - 8, words.width + 24), height};
    }
    return {area->rect.x, area->rect.y, area->rect.width, std::min(area->rect.height, nameHeight)};
}

std::optional<view::Rect> PictureEditor::typingRect(const TypingPlace& place) const {
    for (const view::HitArea& area : picture().areas)
        if (area.role == place.role && area.key == place.key && area.id == place.id) return area.rect;
    return std::nullopt;
}

bool PictureEditor::rename(const AnyId& id) {
    const model::EntityPtr entity = live().find(id);
    if (!entity) return false;
    const model::FieldDescription* title = model::entityType(*entity).titleField;
    const view::Rect place = namePlace(id);
    if (!title || title->type != model::FieldType::text || place.isEmpty()) return false;
    stopTyping();
    m_view->reveal(place);
    m_typing = Naming{std::make_shared<NameGesture>(m_session, id), {}, false};
    m_text->open(place, toQt(model::titleOf(*entity)), tr("Name"));
    return true;
}

bool PictureEditor::renameSelected() {
    return rename(m_session.selection().primary());
}

bool PictureEditor::startTyping(const TypingPlace& place, const QString& text) {
    const std::optional<view::Rect> rect = typingRect(place);
    if (!rect) return false;
    stopTyping();
    m_view->reveal(*rect);
    m_typing = Adding{place};
    m_text->open(*rect, text, placeholder(place));
    m_text->deselect();
    m_text->end(false);
    return true;
}

void PictureEditor::stopTyping() {
    // Destroying a naming gesture takes its preview back (a committed one is over already), and that comes back here.
    const auto over = std::exchange(m_typing, NotTyping{});
    if (m_text->isOpen()) m_text->close();
}

void PictureEditor::placeText() {
    view::Rect place;
    if (const auto* naming = std::get_if<Naming>(&m_typing)) {
        place = naming->isQuestion ? questionPlace(naming->gesture->id()) : namePlace(naming->gesture->id());
    } else if (const auto* adding = std::get_if<Adding>(&m_typing)) {
        if (const std::optional<view::Rect> rect = typingRect(adding->place)) place = *rect;
    } else {
        return;
    }
    if (place.isEmpty())
        stopTyping();
    else
        m_text->setPlace(place);
}

void PictureEditor::nameNew(const QString& undoText, edit::Added added, std::function<void(const AnyId&)> afterwards) {
    stopTyping();
    const AnyId id = added.id;
    m_typing =
        Naming{std::make_shared<NameGesture>(m_session, undoText, std::move(added)), std::move(afterwards), false};
    m_session.select(id);
    const view::Rect place = namePlace(id);
    if (place.isEmpty()) return stopTyping();
    m_view->reveal(place);
    m_text->open(place, {}, tr("Name"));
}

void PictureEditor::askInPlace(const QString& undoText, edit::Added changed, const std::string& field,
                               const QString& question) {
    stopTyping();
    const AnyId id = changed.id;
    m_typing = Naming{std::make_shared<NameGesture>(m_session, undoText, std::move(changed), field), {}, true};
    m_session.select(id);
    const view::Rect place = questionPlace(id);
    if (place.isEmpty()) {
        // Nowhere to ask: the change stands without an answer.
        takeText({});
        return stopTyping();
    }
    m_view->reveal(place);
    m_text->open(place, {}, question);
}

view::Rect PictureEditor::questionPlace(const AnyId& id) const {
    const view::HitArea* area = firstAreaOf(picture(), id, selectableRoles());
    if (!area) return {};
    const double height = std::min(area->rect.height, nameHeight);
    return {area->rect.x + 4, area->rect.bottom() - height - 4, area->rect.width - 8, height};
}

void PictureEditor::textEdited(const QString& text) {
    const auto* naming = std::get_if<Naming>(&m_typing);
    if (!naming) return;
    const std::shared_ptr<NameGesture> gesture = naming->gesture;
    if (!gesture->type(text)) stopTyping();
}

AnyId PictureEditor::takeText(const QString& text) {
    if (const auto* naming = std::get_if<Naming>(&m_typing)) {
        const std::shared_ptr<NameGesture> gesture = naming->gesture;
        gesture->take();
        return {};
    }
    const auto* adding = std::get_if<Adding>(&m_typing);
    if (!adding || text.isEmpty()) return {};
    const TypingPlace place = adding->place;
    m_text->clear();
    return addLines(place, {text});
}

void PictureEditor::lineEntered(const QString& text) {
    if (auto* naming = std::get_if<Naming>(&m_typing)) {
        const auto afterwards = std::move(naming->afterwards);
        const AnyId named = takeName();
        if (afterwards && named) afterwards(named);
        return;
    }
    const auto* adding = std::get_if<Adding>(&m_typing);
    if (!adding || text.isEmpty()) {
        takeText(text);
        return stopTyping();
    }
    const TypingPlace place = adding->place;
    const AnyId added = takeText(text);
    afterEnter(place, added);
}

AnyId PictureEditor::takeName() {
    const auto* naming = std::get_if<Naming>(&m_typing);
    if (!naming) return {};
    const std::shared_ptr<NameGesture> gesture = naming->gesture;
    const AnyId id = gesture->id();
    gesture->take();
    stopTyping();
    return live().contains(id) ? id : AnyId();
}

void PictureEditor::lineEnteredAside(const QString& text) {
    if (const TypingPlace* place = typingPlace()) return addAside(TypingPlace(*place), text);
    auto* naming = std::get_if<Naming>(&m_typing);
    if (!naming) return;
    const auto afterwards = std::move(naming->afterwards);
    const AnyId named = takeName();
    if (named && !afterNamedAside(named) && afterwards) afterwards(named);
}

void PictureEditor::lineEnteredToPlace(const QString& text) {
    AnyId named;
    if (typingPlace()) {
        named = takeText(text);
        stopTyping();
    } else {
        named = takeName();
    }
    if (named) askPlaceOf(named);
}

void PictureEditor::lineTabbed(const QString& text) {
    const auto* adding = std::get_if<Adding>(&m_typing);
    if (!adding) {
        takeText(text);
        return stopTyping();
    }
    const TypingPlace place = adding->place;
    const AnyId added = takeText(text);
    afterTab(place, added);
}

void PictureEditor::linesPasted(const QStringList& lines) {
    if (const auto* adding = std::get_if<Adding>(&m_typing))
        pasteAt(TypingPlace(adding->place), lines);
    else
        m_text->insert(lines.join(u' '));
}

bool PictureEditor::pasteInto(const TypingPlace& place) {
    const QStringList lines = pastedLines(QGuiApplication::clipboard()->text());
    if (lines.isEmpty() || !acceptsPaste(place)) return false;
    pasteAt(place, lines);
    return true;
}

void PictureEditor::pasteAt(const TypingPlace& place, const QStringList& lines) {
    const QString text = QGuiApplication::clipboard()->text();
    if (!text.contains(u'\t') || !pasteBlock(place, text)) addLines(place, lines);
}

bool PictureEditor::isTypedText(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    return modifiers == Qt::NoModifier && !event.text().isEmpty() && event.text()[0].isPrint() &&
           !event.text()[0].isSpace();
}

void PictureEditor::afterEnter(const TypingPlace& place, const AnyId&) {
    // The picture grew and the place to type moved with it: bring it back into view.
    if (const std::optional<view::Rect> rect = typingRect(place)) m_view->reveal(*rect);
}

void PictureEditor::addAside(const TypingPlace&, const QString& line) {
    lineEntered(line);
}

void PictureEditor::afterTab(const TypingPlace& place, const AnyId& added) {
    afterEnter(place, added);
}

bool PictureEditor::commit(const QString& text, const session::Edit& edit) {
    return m_session.commit(text, edit).hasValue();
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
