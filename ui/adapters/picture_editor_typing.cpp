// Naming what is in a picture and typing what is to come into it.
#include "adapters/overlay_shapes.h"
#include "adapters/picture_editor.h"
#include "adapters/plain_text.h"
#include "model/entity_type.h"
#include "model/naming.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>

namespace flowspine::adapters {

using model::AnyId;

namespace {

constexpr double nameHeight = 28;

// The projections' parts that show an entity's title.
bool namesSomething(std::string_view part) {
    return part == "title" || part == "name" || part.ends_with(".title") || part.ends_with(".name");
}

} // namespace

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

view::Rect PictureEditor::placeBesideSelected() const {
    const view::HitArea* area = firstAreaOf(picture(), m_session.selection().primary(), selectableRoles());
    if (area) return {area->rect.right() + 24, area->rect.center().y - nameHeight / 2, 176, nameHeight};
    const QPointF center = m_view->mapToScene(m_view->viewport()->rect().center());
    return {center.x() - 88, center.y() - nameHeight / 2, 176, nameHeight};
}

void PictureEditor::placeText(bool isRevealed) {
    if (m_isLate) return;
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
    if (isRevealed && !place.isEmpty()) m_view->reveal(place);
}

void PictureEditor::nameNew(const QString& undoText, edit::Added added, std::function<void(const AnyId&)> afterwards) {
    stopTyping();
    const AnyId id = added.id;
    const view::Rect beside = placeBesideSelected();
    m_typing =
        Naming{std::make_shared<NameGesture>(m_session, undoText, std::move(added)), std::move(afterwards), false};
    m_session.select(id);
    const view::Rect place = m_isLate ? beside : namePlace(id);
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

} // namespace flowspine::adapters
