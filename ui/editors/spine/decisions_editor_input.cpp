#include "adapters/plain_text.h"
#include "editors/spine/decisions_editor.h"
#include "model/deciders.h"
#include "model/entity_type.h"

#include <QKeyEvent>
#include <QMenu>

namespace flowspine::editors {

using adapters::PointerAt;
using adapters::toQt;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Letter;
using model::Role;

// ---- Pointer ----

void DecisionsEditor::press(const PointerAt& at) {
    const view::HitArea* area = view::areaAt(picture(), at.point);
    m_pressed = area ? std::optional(*area) : std::nullopt;
    m_wasAtCursor = false;
    if (!area) return session().select(session::Selection());
    const view::HitArea pressed = *area;
    if (adapters::isOneOf(pressed.role, {"right", "derived", "role"})) {
        selectByPress(pressed.id, at.has(Qt::ControlModifier));
        setCursorTo({});
    } else if (adapters::isOneOf(pressed.role, {"letter", "slot", "within", "escalation"})) {
        const std::string column = pressed.key.empty() ? pressed.role : pressed.key;
        m_wasAtCursor = row() == pressed.id && m_cursor == column;
        if (row() != pressed.id) session().select(AnyId(pressed.id));
        setCursorTo(column);
    }
}

void DecisionsEditor::move(const PointerAt& at, bool isDown) {
    if (isDown) return;
    const view::HitArea* area = view::areaAt(picture(), at.point);
    const bool isText = area && adapters::isOneOf(area->role, {"add", "within", "escalation"});
    const bool isButton = area && adapters::isOneOf(area->role, {"slot", "hidden-roles"});
    canvas().viewport()->setCursor(isText ? Qt::IBeamCursor : isButton ? Qt::PointingHandCursor : Qt::ArrowCursor);
}

void DecisionsEditor::release(const PointerAt& at) {
    const auto pressed = std::exchange(m_pressed, std::nullopt);
    const view::HitArea* under = view::areaAt(picture(), at.point);
    if (!pressed || !under || under->role != pressed->role || under->id != pressed->id || under->key != pressed->key)
        return;
    if (pressed->role == "slot") {
        setLetter(Id<Role>(AnyId{pressed->key}), model::deciderLetter(scheme()), true);
    } else if (pressed->role == "letter" && m_wasAtCursor) {
        QMenu* menu = newMenu();
        fillLetterMenu(*menu);
        menu->popup(canvas().viewport()->mapToGlobal(canvas().viewRect(pressed->rect).bottomLeft()));
    } else if (fieldOf(pressed->role) && m_wasAtCursor) {
        editCell(cellText());
    } else if (pressed->role == "add") {
        addDecision();
    } else if (pressed->role == "hidden-roles") {
        m_showsAllRoles = !m_showsAllRoles;
        refresh();
    }
}

void DecisionsEditor::doubleClick(const PointerAt& at) {
    const view::HitArea* area = view::areaAt(picture(), at.point);
    if (area && fieldOf(area->role))
        editCell(cellText());
    else
        PictureEditor::doubleClick(at);
}

// ---- Keys and menus ----

bool DecisionsEditor::letterKey(const QKeyEvent& event) {
    const Id<Role> role = roleAtCursor();
    if (!role || !row() || event.text().size() != 1) return false;
    const QString typed = event.text().toUpper();
    for (const Letter letter : model::lettersOf(scheme()))
        if (toQt(model::labelOf(letter)) == typed) {
            const bool isDecider = letter == model::deciderLetter(scheme());
            setLetter(role, letter, isDecider && event.modifiers().testFlag(Qt::ShiftModifier));
            return true;
        }
    // Any other letter means nothing in this scheme.
    return isTypedText(event);
}

bool DecisionsEditor::key(const QKeyEvent& event) {
    if (event.matches(QKeySequence::Paste)) return pasteInto({"add", {}, "decision"});
    const auto modifiers = event.modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier);
    if (modifiers != Qt::NoModifier) return false;
    switch (event.key()) {
    case Qt::Key_Left:
        if (moveCursor(-1)) return true;
        break;
    case Qt::Key_Right:
        if (moveCursor(1)) return true;
        break;
    case Qt::Key_Space:
    case Qt::Key_Delete:
    case Qt::Key_Backspace:
        if (clearCell()) return true;
        break;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (!editCell(cellText())) addDecision();
        return true;
    default: break;
    }
    if (event.key() != Qt::Key_F2 && letterKey(event)) return true;
    if (commonKey(event)) return true;
    if (!isTypedText(event)) return false;
    return editCell(event.text()) || startTyping({"add", {}, "decision"}, event.text());
}

void DecisionsEditor::contextMenu(const PointerAt& at, QPoint globalPosition) {
    if (view::areaAt(picture(), at.point)) {
        press(at);
        m_pressed.reset();
    }
    QMenu* menu = newMenu();
    if (roleAtCursor() && row()) {
        fillLetterMenu(*menu);
        menu->addSeparator();
    }
    if (right()) {
        fillRowMenu(*menu);
        menu->addSeparator();
    }
    addCommonActions(*menu);
    menu->addAction(tr("Add a decision"), this, &DecisionsEditor::addDecision);
    menu->popup(globalPosition);
}

void DecisionsEditor::fillLetterMenu(QMenu& menu) {
    const Id<Role> role = roleAtCursor();
    for (const Letter letter : model::lettersOf(scheme()))
        menu.addAction(toQt(model::labelOf(letter)), this, [this, role, letter] { setLetter(role, letter, false); });
    menu.addAction(tr("Only decider"), this, [this, role] { setLetter(role, model::deciderLetter(scheme()), true); });
    menu.addAction(tr("No part"), this, [this, role] { setLetter(role, std::nullopt, false); });
}

void DecisionsEditor::fillRowMenu(QMenu& menu) {
    const auto addChoices = [&](const char* field, std::span<const model::Choice> choices, const QString& text) {
        const model::FieldDescription& description = *model::entityType(Kind::decisionRight).field(field);
        const model::FieldValue value = description.get(*right());
        const auto* now = std::get_if<model::ChoiceValue>(&value);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            const auto choice = static_cast<std::uint8_t>(i);
            QAction* action = menu.addAction(toQt(choices[i].label), this,
                                             [this, field, choice, text] { setChoice(field, choice, text); });
            action->setCheckable(true);
            action->setChecked(now && now->index == choice);
        }
        menu.addSeparator();
    };
    addChoices("scheme", model::choicesOf<model::DecisionScheme>(), tr("Change a scheme"));
    addChoices("reversibility", model::choicesOf<model::Reversibility>(), tr("Change a reversibility"));
}

} // namespace flowspine::editors
