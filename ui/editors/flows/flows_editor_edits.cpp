// What the pointer and keys do to the flow on the canvas.
#include "adapters/plain_text.h"
#include "edit/flow_edit.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flow_list.h"
#include "editors/flows/flow_table.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/variant_tabs.h"
#include "model/lanes.h"
#include "model/naming.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>
#include <charconv>

namespace flowspine::editors {

using adapters::toQt;
using base::Result;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Link;
using model::Model;
using model::Step;
using model::Team;
using model::Variant;

const Step* FlowsEditor::selectedStep() const {
    const AnyId id = session().selection().primary();
    const Variant* shown = variant();
    return shown && shown->steps.contains(id) ? live().find(Id<Step>(id)) : nullptr;
}

std::vector<AnyId> FlowsEditor::selectedSteps() const {
    std::vector<AnyId> steps;
    const Variant* shown = variant();
    for (const AnyId& id : session().selection().ids())
        if (shown && shown->steps.contains(id)) steps.push_back(id);
    return steps;
}

std::vector<Id<Team>> FlowsEditor::lanes() const {
    const Variant* shown = variant();
    return shown ? model::lanesOf(live(), *shown) : std::vector<Id<Team>>();
}

void FlowsEditor::perform(const FlowIntent& intent) {
    if (const auto* select = std::get_if<SelectOnCanvas>(&intent)) {
        if (select->isToggle)
            selectByPress(select->ids.front(), true);
        else
            session().select(session::Selection(select->ids));
    } else if (const auto* drop = std::get_if<DropSteps>(&intent)) {
        dropSteps(*drop);
    } else if (const auto* lane = std::get_if<DropLane>(&intent)) {
        commit(tr("Move lane %1").arg(toQt(model::shortName(live(), lane->team))), [&](const Model& model) {
            return edit::moveLane(model, m_variant, Id<Team>(lane->team), lane->position);
        });
    } else if (const auto* link = std::get_if<ConnectTo>(&intent)) {
        connectSteps(link->from, link->to);
    } else if (const auto* end = std::get_if<ReconnectEnd>(&intent)) {
        reconnect(*end);
    } else if (const auto* next = std::get_if<NextStepAt>(&intent)) {
        const Step* from = live().find(Id<Step>(next->from));
        addNextStep(next->from, next->team ? Id<Team>(*next->team) : from ? from->team : Id<Team>());
    } else if (const auto* use = std::get_if<UseFlowArea>(&intent)) {
        startTyping({use->area.role, use->area.id, use->area.key});
    }
}

void FlowsEditor::dropSteps(const DropSteps& drop) {
    const int count = static_cast<int>(drop.steps.size());
    const QString text = drop.team ? tr("Hand over %n step(s) to %1", nullptr, count)
                                         .arg(*drop.team ? toQt(model::shortName(live(), *drop.team)) : tr("nobody"))
                                   : tr("Move %n step(s) aside", nullptr, count);
    // Columns as they are drawn now: a pin holds one of them.
    std::vector<std::pair<AnyId, int>> pins;
    if (drop.columns != 0) {
        for (const AnyId& id : drop.steps) {
            const view::HitArea* step = adapters::firstAreaOf(picture(), id, {"step"});
            const view::HitArea* column =
                step ? adapters::topAreaAt(picture(), {step->rect.center().x, step->rect.y - 1}, {"column"}) : nullptr;
            if (!column) continue;
            int number = 0;
            std::from_chars(column->key.data(), column->key.data() + column->key.size(), number);
            pins.emplace_back(id, std::max(0, number + drop.columns));
        }
    }
    commit(text, [&](const Model& model) -> Result<Model> {
        Model next = model;
        if (drop.team) {
            Result<Model> handed = edit::handOver(next, drop.steps, Id<Team>(*drop.team));
            if (!handed) return handed;
            next = std::move(handed).value();
        }
        for (const auto& [id, column] : pins) {
            Result<Model> pinned = edit::pinStep(next, Id<Step>(id), column, session().ids());
            if (!pinned) return pinned;
            next = std::move(pinned).value();
        }
        return next;
    });
}

void FlowsEditor::connectSteps(const AnyId& from, const AnyId& to, model::LinkKind kind) {
    AnyId link;
    commit(tr("Connect %1 to %2").arg(toQt(model::shortName(live(), from)), toQt(model::shortName(live(), to))),
           [&](const Model& model) -> Result<Model> {
               Result<edit::Added> added =
                   edit::connectSteps(model, Id<Step>(from), Id<Step>(to), kind, session().ids());
               if (!added) return added.error();
               link = added.value().id;
               return std::move(added).value().model;
           });
    if (live().contains(link)) session().select(link);
}

void FlowsEditor::reconnect(const ReconnectEnd& end) {
    const Link* link = live().find(Id<Link>(end.link));
    if (!link) return;
    const Id<Step> from = end.isTarget ? link->from : Id<Step>(end.step);
    const Id<Step> to = end.isTarget ? Id<Step>(end.step) : link->to;
    if (from == link->from && to == link->to) return;
    commit(tr("Reconnect a link to %1").arg(toQt(model::shortName(live(), end.step))),
           [&](const Model& model) { return edit::reconnectLink(model, Id<Link>(end.link), from, to); });
}

bool FlowsEditor::addNextStep(const AnyId& after, const Id<Team>& team) {
    if (!variant()) return false;
    stopTyping();
    session().settleGesture();
    Result<edit::Added> added = edit::addStep(session().committed(), m_variant, {}, team, after, session().ids());
    if (!added) return false;
    nameNextStep(std::move(added).value());
    return true;
}

void FlowsEditor::nameNextStep(edit::Added added) {
    nameNew(tr("Add a step"), std::move(added), [this](const AnyId& id) {
        const Step* step = live().find(Id<Step>(id));
        if (step) addNextStep(id, step->team);
    });
}

bool FlowsEditor::addNextStepFromSelection(int lanesBelow) {
    const Step* step = selectedStep();
    if (!step) return false;
    Id<Team> team = step->team;
    if (lanesBelow != 0) {
        const std::vector<Id<Team>> all = lanes();
        const auto at = std::find(all.begin(), all.end(), step->team);
        const auto place = at - all.begin() + lanesBelow;
        if (at == all.end() || place < 0 || place >= static_cast<std::ptrdiff_t>(all.size())) return false;
        team = all[static_cast<std::size_t>(place)];
    }
    return addNextStep(AnyId(step->id), team);
}

bool FlowsEditor::addStepAtEnd() {
    const Step* last = nullptr;
    double lastX = 0;
    for (const view::HitArea& area : picture().areas) {
        const Step* step = area.role == "step" ? live().find(Id<Step>(area.id)) : nullptr;
        if (!step || step->type == model::StepType::end || (last && area.rect.x <= lastX)) continue;
        last = step;
        lastX = area.rect.x;
    }
    return last && addNextStep(AnyId(last->id), last->team);
}

void FlowsEditor::handOver(const std::vector<AnyId>& steps, const Id<Team>& team) {
    dropSteps({steps, team, 0});
}

bool FlowsEditor::handOverSelected(int lanesBelow) {
    const Step* step = selectedStep();
    if (!step) return false;
    const std::vector<Id<Team>> all = lanes();
    const auto at = std::find(all.begin(), all.end(), step->team);
    const auto place = at - all.begin() + lanesBelow;
    if (at == all.end() || place < 0 || place >= static_cast<std::ptrdiff_t>(all.size())) return true;
    handOver(selectedSteps(), all[static_cast<std::size_t>(place)]);
    return true;
}

bool FlowsEditor::pasteSteps() {
    const QString text = QGuiApplication::clipboard()->text();
    // Cells of a spreadsheet: what they would make is shown in the table first.
    if (text.contains(u'\t') && variant()) {
        if (m_bar->shown() == FlowBar::Show::canvas) m_bar->setShown(FlowBar::Show::both);
        return table().paste(text);
    }
    const QStringList lines = adapters::pastedLines(text);
    if (lines.isEmpty() || !variant()) return false;
    addLines({"first-step", {}, {}}, lines);
    return true;
}

std::optional<view::Picture> FlowsEditor::pictureToCopy() const {
    const std::vector<AnyId> steps = selectedSteps();
    if (steps.empty() || !variant()) return variant() ? PictureEditor::pictureToCopy() : std::nullopt;
    std::vector<AnyId> shown = steps;
    live().forEach(variant()->links, [&](const Link& link) {
        const auto isChosen = [&](const AnyId& id) { return std::find(steps.begin(), steps.end(), id) != steps.end(); };
        if (isChosen(link.from) && isChosen(link.to)) shown.push_back(link.id);
    });
    view::Picture part;
    for (const view::Shape& shape : picture().shapes) {
        if (std::find(shown.begin(), shown.end(), shape.id) == shown.end()) continue;
        const view::Rect bounds = view::boundsOf(shape.form);
        part.bounds = part.shapes.empty() ? bounds : view::united(part.bounds, bounds);
        part.shapes.push_back(shape);
    }
    constexpr double margin = 8;
    part.bounds = {part.bounds.x - margin, part.bounds.y - margin, part.bounds.width + 2 * margin,
                   part.bounds.height + 2 * margin};
    return part;
}

bool FlowsEditor::setType(model::StepType type) {
    const std::vector<AnyId> steps = selectedSteps();
    if (steps.empty()) return false;
    commit(tr("Set the type of %n step(s)", nullptr, static_cast<int>(steps.size())),
           [&](const Model& model) -> Result<Model> {
               Model next = model;
               for (const AnyId& id : steps) {
                   Result<Model> set =
                       edit::setField(next, id, "type", model::ChoiceValue{static_cast<std::uint8_t>(type)});
                   if (!set) return set;
                   next = std::move(set).value();
               }
               return next;
           });
    return true;
}

bool FlowsEditor::unpinSelected() {
    const std::vector<AnyId> steps = selectedSteps();
    if (steps.empty()) return false;
    commit(tr("Unpin %n step(s)", nullptr, static_cast<int>(steps.size())), [&](const Model& model) -> Result<Model> {
        Model next = model;
        for (const AnyId& id : steps) {
            Result<Model> unpinned = edit::pinStep(next, Id<Step>(id), std::nullopt, session().ids());
            if (!unpinned) return unpinned;
            next = std::move(unpinned).value();
        }
        return next;
    });
    return true;
}

bool FlowsEditor::walkLinks(adapters::Direction direction) {
    using adapters::Direction;
    const Step* step = selectedStep();
    if (!step) return false;
    // Steps at the other ends, from top to bottom.
    const auto ends = [this](const AnyId& id, bool isForward) {
        std::vector<std::pair<double, AnyId>> found;
        live().forEach(variant()->links, [&](const Link& link) {
            if ((isForward ? AnyId(link.from) : AnyId(link.to)) != id) return;
            const AnyId other = isForward ? AnyId(link.to) : AnyId(link.from);
            if (const view::HitArea* area = adapters::firstAreaOf(picture(), other, {"step"}))
                found.emplace_back(area->rect.y, other);
        });
        std::sort(found.begin(), found.end());
        return found;
    };
    AnyId next;
    if (direction == Direction::left || direction == Direction::right) {
        const auto found = ends(step->id, direction == Direction::right);
        if (!found.empty()) next = found.front().second;
    } else {
        // Along the branches that leave where this one does.
        const auto before = ends(step->id, false);
        const auto branches = before.empty() ? before : ends(before.front().second, true);
        for (std::size_t i = 0; i < branches.size(); ++i) {
            if (branches[i].second != step->id) continue;
            if (direction == Direction::down && i + 1 < branches.size()) next = branches[i + 1].second;
            if (direction == Direction::up && i > 0) next = branches[i - 1].second;
        }
    }
    if (!next) return true;
    session().select(next);
    if (const view::HitArea* area = adapters::firstAreaOf(picture(), next, {"step"})) canvas().reveal(area->rect);
    return true;
}

void FlowsEditor::removeLane(const AnyId& team) {
    commit(tr("Remove lane %1").arg(toQt(model::shortName(live(), team))), [&](const Model& model) {
        std::vector<AnyId> listed;
        for (const Id<Team>& lane : model::lanesOf(model, *model.find(m_variant)))
            if (lane && lane != team) listed.push_back(lane);
        return edit::setField(model, m_variant, "lanes", model::FieldValue(listed));
    });
}

void FlowsEditor::duplicateVariant(const AnyId& variant) {
    AnyId made;
    commit(tr("Duplicate %1").arg(toQt(model::fullName(live(), variant))), [&](const Model& model) -> Result<Model> {
        Result<edit::Added> added =
            edit::duplicateVariant(model, Id<Variant>(variant), adapters::fromQt(tr("To-be")), session().ids());
        if (!added) return added.error();
        made = added.value().id;
        return std::move(added).value().model;
    });
    if (!live().contains(made)) return;
    showVariant(made);
    m_tabs->rename(made);
}

// A flow or a variant, with what others lose asked first.
void FlowsEditor::remove(const AnyId& id) {
    removeWithQuestion({id});
}

bool FlowsEditor::isRemovable(const AnyId& id) const {
    // A team is more than its lane here: that one goes by the lane's menu.
    const std::optional<Kind> kind = model::kindOf(id);
    return (kind == Kind::step || kind == Kind::link) && PictureEditor::isRemovable(id);
}

} // namespace flowspine::editors
