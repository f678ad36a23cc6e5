// The flow canvas under pointer and keys, and its menus.
#include "adapters/plain_text.h"
#include "edit/flow_edit.h"
#include "editors/flows/flow_list.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/type_keys.h"
#include "editors/flows/variant_tabs.h"
#include "model/naming.h"

#include <QKeyEvent>
#include <QMenu>

namespace flowspine::editors {

using adapters::Direction;
using adapters::PointerAt;
using adapters::toQt;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Link;
using model::Model;
using model::Step;
using model::Team;

namespace {

QString menuText(QString words) {
    return words.replace(u'&', QStringLiteral("&&"));
}

} // namespace

void FlowsEditor::press(const PointerAt& at) {
    forgetLetter();
    perform(m_tool.press(flowCanvas(), at));
    refreshOverlay();
}

void FlowsEditor::move(const PointerAt& at, bool isDown) {
    if (!isDown) canvas().viewport()->setCursor(m_tool.cursorAt(flowCanvas(), at));
    if (m_tool.move(flowCanvas(), at, isDown)) refreshOverlay();
}

void FlowsEditor::release(const PointerAt& at) {
    const FlowIntent intent = m_tool.release(flowCanvas(), at);
    refreshOverlay();
    perform(intent);
}

bool FlowsEditor::cancelTool() {
    const AnyId start = std::exchange(m_linkStart, AnyId());
    const bool was = m_tool.cancel() || start;
    if (live().contains(start)) session().select(start);
    if (was) refreshOverlay();
    return was;
}

void FlowsEditor::doubleClick(const PointerAt& at) {
    const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles());
    if (area) {
        session().select(AnyId(area->id));
        rename(AnyId(area->id));
        return;
    }
    // An empty place of a lane: a step that nothing leads to yet.
    const view::HitArea* lane = adapters::topAreaAt(picture(), at.point, {"lane-body"});
    if (lane) addNextStep({}, Id<Team>(lane->id));
}

bool FlowsEditor::key(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (m_linkStart && linkKey(event)) return true;
    if (letterKey(event)) return true;
    if (modifiers == Qt::AltModifier) {
        switch (event.key()) {
        case Qt::Key_Left: return walkLinks(Direction::left);
        case Qt::Key_Right: return walkLinks(Direction::right);
        case Qt::Key_Up: return walkLinks(Direction::up);
        case Qt::Key_Down: return walkLinks(Direction::down);
        default: return false;
        }
    }
    if (modifiers == (Qt::ControlModifier | Qt::ShiftModifier)) {
        if (isEnter && selectedStep()) return askLane(ownLaneRole, selectedStep()->id);
        if (event.key() == Qt::Key_Up) return handOverSelected(-1);
        if (event.key() == Qt::Key_Down) return handOverSelected(1);
        return false;
    }
    if (modifiers == Qt::ControlModifier) {
        if (isEnter) return selectedStep() && askLane(nextLaneRole, selectedStep()->id);
        if (event.key() == Qt::Key_L) return startLink();
        if (event.key() == Qt::Key_Left) return addStepBefore();
        if (event.key() == Qt::Key_T) return toggleTable();
        if (event.key() == Qt::Key_Right) return addNextStepFromSelection(0);
        if (event.key() == Qt::Key_Up) return addNextStepFromSelection(-1);
        if (event.key() == Qt::Key_Down) return addNextStepFromSelection(1);
        if (event.key() == Qt::Key_A) {
            std::vector<AnyId> all;
            if (const model::Variant* shown = variant()) all = shown->steps.ids();
            session().select(session::Selection(all));
            return true;
        }
        if (event.matches(QKeySequence::Paste)) {
            const bool isEmpty = adapters::firstAreaOf(picture(), {}, {"add-flow"}) != nullptr;
            return isEmpty ? pasteInto({"add-flow", {}, {}}) : pasteSteps();
        }
        return false;
    }
    if (modifiers == Qt::NoModifier) {
        if (isEnter) {
            return addNextStepFromSelection(0) || startTyping({"first-step", {}, {}}) ||
                   startTyping({"add-flow", {}, {}}) || addStepAtEnd();
        }
        if (event.key() == Qt::Key_R && setLinkKind(model::LinkKind::rework)) return true;
        // On an empty flow letters begin its first step.
        if (!typingRect({"first-step", {}, {}}) && panelKey(event)) return true;
    }
    if (commonKey(event)) return true;
    if (isTypedText(event))
        return startTyping({"first-step", {}, {}}, event.text()) || startTyping({"add-flow", {}, {}}, event.text());
    return false;
}

void FlowsEditor::addStepMenu(QMenu& menu) {
    menu.addAction(tr("Next step"), this, [this] { addNextStepFromSelection(0); })->setShortcut(Qt::Key_Return);
    const auto ask = [this](std::string_view role) {
        if (const Step* step = selectedStep()) askLane(role, step->id);
    };
    menu.addAction(tr("Next step in another lane"), this, [ask] { ask(nextLaneRole); })
        ->setShortcut(Qt::CTRL | Qt::Key_Return);
    menu.addAction(tr("Step before"), this, [this] { addStepBefore(); })->setShortcut(Qt::CTRL | Qt::Key_Left);
    menu.addAction(tr("Link to…"), this, [this] { startLink(); })->setShortcut(Qt::CTRL | Qt::Key_L);
    menu.addAction(tr("To the lane…"), this, [ask] { ask(ownLaneRole); })
        ->setShortcut(Qt::CTRL | Qt::SHIFT | Qt::Key_Return);
    QMenu* types = menu.addMenu(tr("Type"));
    for (const TypeKey& each : typeKeys)
        types->addAction(toQt(model::labelOf(each.type)), this, [this, type = each.type] { setType(type); })
            ->setShortcut(QKeySequence(each.key));
    QMenu* teams = menu.addMenu(tr("Hand over to"));
    live().forEach(live().plan().teams, [&](const Team& team) {
        teams->addAction(menuText(adapters::oneLine(toQt(team.name))), this,
                         [this, id = Id<Team>(team.id)] { handOver(selectedSteps(), id); });
    });
    teams->addAction(tr("Nobody yet"), this, [this] { handOver(selectedSteps(), {}); });
    menu.addAction(tr("Unpin"), this, [this] { unpinSelected(); });
    menu.addSeparator();
}

void FlowsEditor::addLinkMenu(QMenu& menu, const AnyId& link) {
    QMenu* kinds = menu.addMenu(tr("Kind"));
    const Link* found = live().find(Id<Link>(link));
    for (std::size_t i = 0; i < model::choicesOf<model::LinkKind>().size(); ++i) {
        QAction* action = kinds->addAction(toQt(model::choicesOf<model::LinkKind>()[i].label), this, [this, link, i] {
            commit(tr("Set the kind of a link"), [&](const Model& model) {
                return edit::setField(model, link, "kind", model::ChoiceValue{static_cast<std::uint8_t>(i)});
            });
        });
        if (static_cast<model::LinkKind>(i) == model::LinkKind::rework) action->setShortcut(Qt::Key_R);
        action->setCheckable(true);
        action->setChecked(found && static_cast<std::size_t>(found->kind) == i);
    }
    menu.addSeparator();
}

void FlowsEditor::addLaneMenu(QMenu& menu, const AnyId& team) {
    const std::vector<Id<Team>> all = lanes();
    const auto at = std::find(all.begin(), all.end(), team);
    const auto place = at - all.begin();
    const auto moveTo = [this, team](std::ptrdiff_t to) { perform(DropLane{team, static_cast<std::size_t>(to)}); };
    menu.addAction(tr("Move up"), this, [moveTo, place] { moveTo(place - 1); })->setEnabled(team && place > 0);
    menu.addAction(tr("Move down"), this, [moveTo, place] { moveTo(place + 1); })
        ->setEnabled(team && place + 1 < static_cast<std::ptrdiff_t>(all.size()));
    bool isUsed = false;
    live().forEach(variant()->steps, [&](const Step& step) { isUsed = isUsed || step.team == team; });
    menu.addAction(tr("Show in teams and roles"), this, [this, team] { emit homeAsked(team); })->setEnabled(bool(team));
    menu.addAction(tr("Remove this lane"), this, [this, team] { removeLane(team); })->setEnabled(team && !isUsed);
    menu.addSeparator();
}

void FlowsEditor::contextMenu(const PointerAt& at, QPoint globalPosition) {
    const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles());
    if (area && area->id) selectByPress(AnyId(area->id), false);
    QMenu* menu = newMenu();
    const AnyId id = session().selection().primary();
    if (selectedStep())
        addStepMenu(*menu);
    else if (variant() && variant()->links.contains(id))
        addLinkMenu(*menu, id);
    else if (variant() && area && area->role == "lane")
        addLaneMenu(*menu, AnyId(area->id));
    addCommonActions(*menu);
    menu->addSeparator();
    menu->addActions(m_adders);
    menu->popup(globalPosition);
}

} // namespace flowspine::editors
