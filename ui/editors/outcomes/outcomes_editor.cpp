#include "editors/outcomes/outcomes_editor.h"

#include "adapters/field_edit.h"
#include "adapters/plain_text.h"
#include "edit/outcome_edit.h"
#include "edit/roadmap_edit.h"
#include "model/naming.h"
#include "view/outcome_board.h"

#include <QKeyEvent>
#include <QMenu>
#include <QVBoxLayout>

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

namespace {

constexpr std::string_view constraintKey = "constraint";

Perspective perspectiveOf(std::string_view key) {
    return key == model::nameOf(Perspective::organisation) ? Perspective::organisation : Perspective::peopleServed;
}

Perspective otherOf(Perspective perspective) {
    return perspective == Perspective::peopleServed ? Perspective::organisation : Perspective::peopleServed;
}

TypingPlace addPlace(Perspective perspective) {
    return {"add", {}, std::string(model::nameOf(perspective))};
}

// Menu texts take "&" as a mnemonic.
QString menuText(std::string_view words) {
    QString text = adapters::oneLine(toQt(words));
    if (text.size() > 60) text = text.left(60) + u'…';
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

OutcomesEditor::OutcomesEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : PictureEditor(session, theme, parent) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(&canvas());
    const auto add = [this](const QString& words, const TypingPlace& place) {
        auto* action = new QAction(words, this);
        connect(action, &QAction::triggered, this, [this, place] { startTyping(place); });
        m_adders += action;
    };
    add(tr("Outcome for the people we serve"), addPlace(Perspective::peopleServed));
    add(tr("Outcome for our organisation"), addPlace(Perspective::organisation));
    add(tr("Constraint"), {"add", {}, std::string(constraintKey)});
    canvas().setAccessibleName(title());
}

QString OutcomesEditor::title() const {
    return tr("Outcomes");
}

QString OutcomesEditor::question() const {
    return tr("Which outcomes matter most, and what holds them back?");
}

QStringList OutcomesEditor::prompts() const {
    return {tr("Write a change people would notice, not a thing you deliver."),
            tr("What would the people we serve say if we asked them tomorrow?"),
            tr("What must stay true for the organisation to keep its promise?"),
            tr("Name the one thing that limits each outcome now.")};
}

QString OutcomesEditor::iconName() const {
    return QStringLiteral("outcomes");
}

model::KindSet OutcomesEditor::kinds() const {
    return model::kinds(Kind::outcome, Kind::measure, Kind::reading, Kind::constraint, Kind::stakeholder);
}

model::KindSet OutcomesEditor::shownKinds() const {
    return model::kinds(Kind::plan, Kind::outcome, Kind::measure, Kind::reading, Kind::constraint, Kind::stakeholder,
                        Kind::role, Kind::roadmapItem, Kind::flow, Kind::step, Kind::team, Kind::spineItem);
}

QList<QAction*> OutcomesEditor::thingsToAdd() {
    return m_adders;
}

view::Picture OutcomesEditor::project(QSizeF viewport) {
    view::OutcomeBoardOptions options;
    options.width = viewport.width();
    options.viewportHeight = viewport.height();
    options.today = session().today();
    options.selection = session().selection().ids();
    return view::outcomeBoard(live(), session().index(), options, measure());
}

std::vector<view::Shape> OutcomesEditor::overlay() const {
    return m_tool.overlay();
}

adapters::Roles OutcomesEditor::selectableRoles() const {
    return OutcomeTool::cardRoles();
}

// ---- Typing ----

QString OutcomesEditor::placeholder(const TypingPlace& place) const {
    if (place.role == "reading") return tr("Value today");
    if (place.role == "add-measure") return tr("How would anybody tell?");
    if (place.key == constraintKey) return tr("Type what holds the outcomes back");
    return tr("Type the next outcome and press Enter");
}

std::optional<view::Rect> OutcomesEditor::typingRect(const TypingPlace& place) const {
    if (place.key == constraintKey) {
        // The button is too small to type into.
        std::optional<view::Rect> button = PictureEditor::typingRect(place);
        constexpr double width = 360;
        if (button && button->width < width) *button = {button->right() - width, button->y, width, button->height};
        return button;
    }
    if (place.role != "add-measure") return PictureEditor::typingRect(place);
    // Over the foot of the card, whether it has measures or not.
    const view::HitArea* card = adapters::firstAreaOf(picture(), place.id, {"card"});
    if (!card) return std::nullopt;
    constexpr double height = 28;
    return view::Rect{card->rect.x + 16, card->rect.bottom() - height - 4, card->rect.width - 32, height};
}

AnyId OutcomesEditor::addLines(const TypingPlace& place, const QStringList& lines) {
    AnyId last;
    const int count = static_cast<int>(lines.size());
    if (place.role == "reading") {
        const std::optional<double> value = adapters::numberFrom(lines.front());
        if (!value) return {};
        const Id<Measure> id(place.id);
        commit(tr("Add a reading of %1").arg(lines.front()), [&](const Model& model) -> Result<Model> {
            auto reading = std::make_shared<model::Reading>();
            reading->id = session().ids().next(model::idPrefix(Kind::reading));
            reading->date = session().today();
            reading->value = *value;
            return edit::add(model, id, reading);
        });
        return {};
    }
    const auto addEach = [&](const QString& text, const auto& addOne) {
        commit(text, [&](const Model& model) -> Result<Model> {
            Model next = model;
            for (const QString& line : lines) {
                Result<edit::Added> added = addOne(next, fromQt(line));
                if (!added) return added.error();
                last = added.value().id;
                next = std::move(added).value().model;
            }
            return next;
        });
    };
    if (place.role == "add-measure") {
        addEach(tr("Add %n measure(s)", nullptr, count), [&](const Model& model, const std::string& name) {
            return edit::addMeasure(model, Id<Outcome>(place.id), name, session().ids());
        });
    } else if (place.key == constraintKey) {
        addEach(tr("Add %n constraint(s)", nullptr, count), [&](const Model& model, const std::string& name) {
            return edit::addNew(model, model.plan().id, Kind::constraint, name, session().ids());
        });
    } else {
        addEach(tr("Add %n outcome(s)", nullptr, count), [&](const Model& model, const std::string& name) {
            return edit::addOutcome(model, perspectiveOf(place.key), name, session().ids());
        });
    }
    if (last && live().contains(last)) session().select(last);
    return last;
}

void OutcomesEditor::addAside(const TypingPlace& place, const QString& line) {
    if (!line.isEmpty()) {
        addLines(place, {line});
        inlineText().clear();
    }
    if (place.role == "add" && place.key != constraintKey) startTyping(addPlace(otherOf(perspectiveOf(place.key))));
}

void OutcomesEditor::afterTab(const TypingPlace& place, const AnyId& added) {
    if (model::kindOf(added) == Kind::outcome)
        startTyping({"add-measure", added, {}});
    else
        afterEnter(place, added);
}

void OutcomesEditor::afterEnter(const TypingPlace& place, const AnyId& added) {
    if (place.role == "reading") return stopTyping();
    if (place.role != "add-measure") return PictureEditor::afterEnter(place, added);
    // After a measure the next outcome is typed.
    const Outcome* outcome = live().find(Id<Outcome>(place.id));
    if (!outcome || !startTyping(addPlace(outcome->perspective))) stopTyping();
}

// ---- Pointer ----

void OutcomesEditor::press(const PointerAt& at) {
    perform(m_tool.press(picture(), at));
}

void OutcomesEditor::move(const PointerAt& at, bool isDown) {
    if (!isDown) {
        canvas().viewport()->setCursor(OutcomeTool::cursorAt(picture(), at.point));
        return;
    }
    m_tool.move(picture(), at);
    refreshOverlay();
}

void OutcomesEditor::release(const PointerAt& at) {
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

// ---- Ranking and tying ----

const Outcome* OutcomesEditor::selectedOutcome() const {
    const AnyId id = session().selection().primary();
    return model::kindOf(id) == Kind::outcome ? live().find(Id<Outcome>(id)) : nullptr;
}

std::size_t OutcomesEditor::rankOf(const Outcome& outcome) const {
    std::size_t rank = 0;
    bool isFound = false;
    live().forEach(live().plan().outcomes, [&](const Outcome& each) {
        isFound = isFound || each.id == outcome.id;
        if (!isFound && each.perspective == outcome.perspective) ++rank;
    });
    return rank;
}

void OutcomesEditor::rank(const AnyId& outcome, Perspective perspective, std::size_t rank) {
    commit(tr("Move %1").arg(toQt(model::fullName(live(), outcome))),
           [&](const Model& model) { return edit::moveOutcome(model, Id<Outcome>(outcome), perspective, rank); });
    if (const view::HitArea* area = adapters::firstAreaOf(picture(), outcome, {"card"})) canvas().reveal(area->rect);
}

bool OutcomesEditor::moveSelected(int by) {
    const Outcome* outcome = selectedOutcome();
    if (!outcome) return false;
    const std::size_t now = rankOf(*outcome);
    if (by < 0 && now == 0) return true;
    rank(AnyId(outcome->id), outcome->perspective, by < 0 ? now - 1 : now + 1);
    return true;
}

bool OutcomesEditor::moveSelectedAcross() {
    const Outcome* outcome = selectedOutcome();
    if (!outcome) return false;
    rank(AnyId(outcome->id), otherOf(outcome->perspective), rankOf(*outcome));
    return true;
}

void OutcomesEditor::tie(const AnyId& constraint, const AnyId& outcome, bool isTied) {
    commit(isTied ? tr("Tie a constraint to an outcome") : tr("Untie a constraint from an outcome"),
           [&](const Model& model) {
               return isTied ? edit::tieConstraint(model, Id<Constraint>(constraint), Id<Outcome>(outcome))
                             : edit::untieConstraint(model, Id<Constraint>(constraint), Id<Outcome>(outcome));
           });
}

bool OutcomesEditor::setSeverity(int severity) {
    const AnyId id = session().selection().primary();
    if (model::kindOf(id) != Kind::constraint) return false;
    commit(tr("Set severity to %1").arg(severity), [&](const Model& model) {
        return edit::setField(model, id, "severity", model::FieldValue(static_cast<double>(severity)));
    });
    return true;
}

// ---- Keys and menu ----

bool OutcomesEditor::key(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
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
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (isEnter && modifiers == Qt::ControlModifier)
        return startTyping(addPlace(outcome ? otherOf(outcome->perspective) : Perspective::organisation));
    if (isEnter && modifiers == Qt::NoModifier) {
        if (model::kindOf(session().selection().primary()) == Kind::constraint)
            return startTyping({"add", {}, std::string(constraintKey)});
        return startTyping(addPlace(outcome ? outcome->perspective : Perspective::peopleServed));
    }
    if (modifiers == Qt::NoModifier && event.key() >= Qt::Key_1 && event.key() <= Qt::Key_5 &&
        setSeverity(event.key() - Qt::Key_0))
        return true;
    if (event.matches(QKeySequence::Paste))
        return pasteInto(addPlace(outcome ? outcome->perspective : Perspective::peopleServed));
    if (commonKey(event)) return true;
    // Typing anything begins the next card.
    if (isTypedText(event))
        return startTyping(addPlace(outcome ? outcome->perspective : Perspective::peopleServed), event.text());
    return false;
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
        menu->addSeparator();
    }
    addCommonActions(*menu);
    menu->addSeparator();
    menu->addActions(m_adders);
    menu->popup(globalPosition);
}

} // namespace flowspine::editors
