#include "edit/outcome_edit.h"
#include "edit/roadmap_edit.h"
#include "editors/outcomes/outcome_words.h"
#include "editors/outcomes/outcomes_editor.h"
#include "model/naming.h"

#include <QKeyEvent>
#include <QMenu>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::PointerAt;
using adapters::toQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::Constraint;
using model::Id;
using model::Kind;
using model::Measure;
using model::Model;
using model::Outcome;
using model::Perspective;

// ---- Pointer ----

void OutcomesEditor::press(const PointerAt& at) {
    if (m_page == Page::measure) {
        if (const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles()))
            selectByPress(AnyId(area->id), at.has(Qt::ControlModifier));
        return;
    }
    perform(m_tool.press(picture(), at));
}

void OutcomesEditor::move(const PointerAt& at, bool isDown) {
    if (m_page == Page::measure) {
        canvas().viewport()->setCursor(OutcomeTool::cursorAt(picture(), at.point));
        return;
    }
    if (!isDown) {
        canvas().viewport()->setCursor(OutcomeTool::cursorAt(picture(), at.point));
        return;
    }
    m_tool.move(picture(), at);
    refreshOverlay();
}

void OutcomesEditor::release(const PointerAt& at) {
    if (m_page == Page::measure) {
        if (const view::HitArea* area = view::areaAt(picture(), at.point)) useArea(view::HitArea(*area));
        return;
    }
    const OutcomeIntent intent = m_tool.release(picture(), at);
    refreshOverlay();
    perform(intent);
}

void OutcomesEditor::doubleClick(const PointerAt& at) {
    const view::HitArea* area = view::areaAt(picture(), at.point);
    if (area && adapters::isOneOf(area->role, selectableRoles())) rename(AnyId(area->id));
}

bool OutcomesEditor::cancelTool() {
    const bool was = m_tool.cancel();
    refreshOverlay();
    return was;
}

void OutcomesEditor::perform(const OutcomeIntent& intent) {
    if (const auto* select = std::get_if<SelectOutcome>(&intent)) {
        if (select->id)
            selectByPress(select->id, select->isToggle);
        else
            session().select(session::Selection());
    } else if (const auto* use = std::get_if<UseOutcomeArea>(&intent)) {
        useArea(use->area);
    } else if (const auto* ranked = std::get_if<RankOutcome>(&intent)) {
        rank(ranked->outcome, perspectiveOf(ranked->perspective), ranked->rank);
    } else if (const auto* tied = std::get_if<TieToOutcome>(&intent)) {
        tie(tied->constraint, tied->outcome, true);
    }
}

void OutcomesEditor::useArea(const view::HitArea& area) {
    if (area.role == "add" || area.role == "reading" || area.role == "add-measure") {
        startTyping({area.role, area.id, area.key});
    } else if (area.role == "prompt") {
        const std::size_t slash = std::min(area.key.find('/'), area.key.size());
        const std::string words = area.key.substr(std::min(slash + 1, area.key.size()));
        startTyping({"add", {}, area.key.substr(0, slash)}, toQt(words));
    } else if (area.role == "owner") {
        chooseOwner(area.id, canvas().viewport()->mapToGlobal(canvas().viewRect(area.rect).bottomLeft()));
    } else if (area.role == "add-experiment") {
        addExperiment(area.id);
    } else if (area.role == "import") {
        askForReadings(Id<Measure>(area.id));
    } else if (area.role == "chip") {
        session().select(area.id);
        emit showAsked(area.id);
    }
}

void OutcomesEditor::chooseOwner(const AnyId& outcome, QPoint globalPosition) {
    QMenu* menu = newMenu();
    const auto offer = [&](const QString& words, const AnyId& role) {
        menu->addAction(words, this, [this, outcome, role, words] {
            commit(tr("Set the owner"), [&](const Model& model) {
                return edit::setField(model, outcome, "owner", model::FieldValue(role));
            });
        });
    };
    live().forEach(live().plan().roles, [&](const model::Role& role) { offer(menuText(role.name), role.id); });
    if (!menu->isEmpty()) menu->addSeparator();
    offer(tr("Nobody yet"), {});
    menu->popup(globalPosition);
}

void OutcomesEditor::addExperiment(const AnyId& constraint) {
    AnyId added;
    commit(tr("Add an experiment"), [&](const Model& model) -> Result<Model> {
        const std::string name = fromQt(tr("Work on “%1”").arg(toQt(model::shortName(model, constraint))));
        Result<edit::Added> item = edit::addExperimentFor(model, Id<Constraint>(constraint), name, session().ids());
        if (!item) return item.error();
        added = item.value().id;
        return std::move(item).value().model;
    });
    if (added && live().contains(added)) {
        session().select(added);
        emit showAsked(added);
    }
}

// ---- Keys and menu ----

bool OutcomesEditor::key(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && modifiers == Qt::AltModifier) {
        showPage(m_page == Page::measure ? Page::board : Page::measure);
        return true;
    }
    if (event.key() == Qt::Key_T && modifiers == Qt::ControlModifier) {
        showPage(Page::table);
        return true;
    }
    if (m_page == Page::measure) return measureKey(event);
    const Outcome* outcome = selectedOutcome();
    if (modifiers == Qt::AltModifier) {
        switch (event.key()) {
        case Qt::Key_Up: return moveSelected(-1);
        case Qt::Key_Down: return moveSelected(1);
        case Qt::Key_Left: return outcome && outcome->perspective == Perspective::organisation && moveSelectedAcross();
        case Qt::Key_Right: return outcome && outcome->perspective == Perspective::peopleServed && moveSelectedAcross();
        default: return false;
        }
    }
    if (isEnter && modifiers == Qt::ControlModifier)
        return startTyping(addPlace(outcome ? otherOf(outcome->perspective) : Perspective::organisation));
    if (isEnter && modifiers == Qt::ShiftModifier) return startTyping({"add", {}, std::string(constraintKey)});
    if (event.key() == Qt::Key_L && modifiers == Qt::ControlModifier &&
        model::kindOf(session().selection().primary()) == Kind::constraint)
        return startTyping({"locate", session().selection().primary(), {}});
    if (isEnter && modifiers == Qt::NoModifier) {
        if (model::kindOf(session().selection().primary()) == Kind::constraint)
            return startTyping({"add", {}, std::string(constraintKey)});
        return startTyping(usualPlace());
    }
    if (modifiers == Qt::NoModifier && event.key() >= Qt::Key_1 && event.key() <= Qt::Key_5 &&
        setSeverity(event.key() - Qt::Key_0))
        return true;
    if (event.matches(QKeySequence::Paste)) return pasteInto(usualPlace());
    if (commonKey(event)) return true;
    // Typing anything begins the next card.
    if (isTypedText(event)) return startTyping(usualPlace(), event.text());
    return false;
}

// Typing anything begins the next reading.
bool OutcomesEditor::measureKey(const QKeyEvent& event) {
    const TypingPlace place = usualPlace();
    if (event.key() == Qt::Key_Escape && session().selection().isEmpty()) {
        showPage(Page::board);
        return true;
    }
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter) return startTyping(place);
    if (event.matches(QKeySequence::Paste)) return pasteInto(place);
    if (commonKey(event)) return true;
    return isTypedText(event) && startTyping(place, event.text());
}

TypingPlace OutcomesEditor::usualPlace() const {
    if (m_page == Page::measure) return {"reading", m_measure, {}};
    const Outcome* outcome = selectedOutcome();
    return addPlace(outcome ? outcome->perspective : Perspective::peopleServed);
}

void OutcomesEditor::addTieActions(QMenu& menu, const Constraint& constraint) {
    QMenu* ties = menu.addMenu(tr("Holds back"));
    live().forEach(live().plan().outcomes, [&](const Outcome& outcome) {
        QAction* action = ties->addAction(menuText(outcome.title));
        action->setCheckable(true);
        action->setChecked(constraint.outcomes.contains(outcome.id));
        connect(action, &QAction::triggered, this,
                [this, constraintId = constraint.id, outcomeId = outcome.id](bool isTied) {
                    tie(constraintId, outcomeId, isTied);
                });
    });
    ties->setEnabled(!ties->isEmpty());
    menu.addAction(tr("Bites at…"), this,
                   [this, id = constraint.id] {
                       startTyping({"locate", id, {}});
                   })
        ->setShortcut(Qt::CTRL | Qt::Key_L);
    QMenu* severity = menu.addMenu(tr("Severity"));
    for (int i = 5; i >= 1; --i)
        severity->addAction(QString::number(i), this, [this, i] { setSeverity(i); })->setShortcut(Qt::Key_0 + i);
}

void OutcomesEditor::contextMenu(const PointerAt& at, QPoint globalPosition) {
    if (const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles()))
        selectByPress(area->id, false);
    QMenu* menu = newMenu();
    const AnyId id = session().selection().primary();
    if (const Outcome* outcome = selectedOutcome()) {
        menu->addAction(tr("Add a measure"), this, [this, id] { startTyping({"add-measure", id, {}}); });
        menu->addAction(tr("Move up"), this, [this] { moveSelected(-1); })->setShortcut(Qt::ALT | Qt::Key_Up);
        menu->addAction(tr("Move down"), this, [this] { moveSelected(1); })->setShortcut(Qt::ALT | Qt::Key_Down);
        menu->addAction(outcome->perspective == Perspective::peopleServed ? tr("Move to our organisation")
                                                                          : tr("Move to the people we serve"),
                        this, [this] { moveSelectedAcross(); });
        menu->addSeparator();
    } else if (model::kindOf(id) == Kind::constraint) {
        if (const Constraint* constraint = live().find(Id<Constraint>(id))) addTieActions(*menu, *constraint);
        menu->addSeparator();
    } else if (model::kindOf(id) == Kind::measure) {
        menu->addAction(tr("Add a reading"), this, [this, id] { startTyping({"reading", id, {}}); });
        if (m_page == Page::board)
            menu->addAction(tr("Show in full"), this, [this] { showPage(Page::measure); })
                ->setShortcut(Qt::ALT | Qt::Key_Return);
        menu->addSeparator();
    }
    addCommonActions(*menu);
    menu->addSeparator();
    if (m_page == Page::board) menu->addActions(m_adders);
    menu->popup(globalPosition);
}

} // namespace flowspine::editors
