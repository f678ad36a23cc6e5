// Drawing a flow by keys alone: lanes by their names, links by walking to where they lead.
#include "adapters/overlay_shapes.h"
#include "adapters/plain_text.h"
#include "edit/flow_edit.h"
#include "edit/team_edit.h"
#include "editors/flows/flows_editor.h"
#include "model/naming.h"

#include <QKeyEvent>

#include <algorithm>

namespace flowspine::editors {

using adapters::Direction;
using adapters::fromQt;
using adapters::toQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::Id;
using model::Link;
using model::LinkKind;
using model::Model;
using model::Step;
using model::Team;

namespace {

constexpr double widestWords = 320;
constexpr double wordsGap = 8;

std::vector<view::Shape> saidAt(const view::TextMeasure& measure, view::Point at, const QString& text) {
    const view::TextStyle style{11, 600, false, false};
    const std::string words = view::elided(measure, fromQt(text), style, widestWords);
    return adapters::dragWords(at, words, measure.width(words, style));
}

} // namespace

// ---- Lanes ----

bool FlowsEditor::askLane(std::string_view role, const AnyId& step) {
    return startTyping({std::string(role), step, {}});
}

void FlowsEditor::addAside(const TypingPlace& place, const QString& line) {
    if (place.role != "first-step") return PictureEditor::addAside(place, line);
    const AnyId added = line.isEmpty() ? AnyId() : addLines(place, {line});
    if (!added || !afterNamedAside(added)) stopTyping();
}

bool FlowsEditor::afterNamedAside(const AnyId& named) {
    return live().find(Id<Step>(named)) && askLane(nextLaneRole, named);
}

void FlowsEditor::askPlaceOf(const AnyId& named) {
    if (live().find(Id<Step>(named))) askLane(ownLaneRole, named);
}

// The whole name before its beginning, lanes of this flow before other teams.
Id<Team> FlowsEditor::teamTyped(const QString& name) const {
    if (name.isEmpty()) return {};
    std::vector<Id<Team>> teams = lanes();
    live().forEach(live().plan().teams, [&](const Team& team) { teams.emplace_back(team.id); });
    Id<Team> begins;
    for (const Id<Team>& id : teams) {
        const Team* team = live().find(id);
        if (!team) continue;
        const QString each = toQt(team->name);
        if (each.compare(name, Qt::CaseInsensitive) == 0) return id;
        if (!begins && each.startsWith(name, Qt::CaseInsensitive)) begins = id;
    }
    return begins;
}

bool FlowsEditor::stepTyped(const TypingPlace& place, Direction direction) {
    if (place.role != nextLaneRole && place.role != ownLaneRole) return false;
    const std::vector<Id<Team>> all = lanes();
    const auto count = static_cast<std::ptrdiff_t>(all.size());
    const Step* step = live().find(Id<Step>(place.id));
    const Id<Team> typed = teamTyped(adapters::oneLine(inlineText().text()));
    const auto from = std::find(all.begin(), all.end(), typed ? typed : step ? step->team : Id<Team>());
    std::ptrdiff_t at = from == all.end() ? -1 : from - all.begin();
    for (std::ptrdiff_t i = 0; i < count; ++i) {
        at = (at + (direction == Direction::down ? 1 : count - 1) + count) % count;
        const Team* team = live().find(all[static_cast<std::size_t>(at)]);
        if (!team) continue;
        inlineText().setText(toQt(team->name));
        break;
    }
    return true;
}

AnyId FlowsEditor::takeLane(const TypingPlace& place, const QString& name) {
    const Step* step = live().find(Id<Step>(place.id));
    if (!step) return {};
    session().settleGesture();
    Id<Team> team = teamTyped(name);
    if (team && place.role == nextLaneRole) {
        addNextStep(step->id, team);
        return {};
    }
    if (team) {
        handOver({step->id}, team);
        return step->id;
    }
    Result<edit::Added> added = edit::addTeam(session().committed(), fromQt(name), session().ids());
    if (!added) return {};
    team = Id<Team>(added.value().id);
    if (place.role == ownLaneRole) {
        commit(tr("Hand over %n step(s) to %1", nullptr, 1).arg(name),
               [&](const Model&) { return edit::handOver(added.value().model, {AnyId(step->id)}, team); });
        return place.id;
    }
    // The lane comes with its first step, in one undo step.
    Result<edit::Added> next = edit::addStep(added.value().model, m_variant, {}, team, step->id, session().ids());
    if (next) nameNextStep(std::move(next).value());
    return {};
}

// ---- Links ----

bool FlowsEditor::addStepBefore() {
    const Step* step = selectedStep();
    if (!step || step->type == model::StepType::start) return false;
    stopTyping();
    session().settleGesture();
    const Id<Step> to(step->id);
    // What came before now leads to the new step; several ways in stay as they are, and it is one more.
    Id<Link> only;
    std::size_t count = 0;
    live().forEach(variant()->links, [&](const Link& link) {
        if (link.to != to || link.kind != LinkKind::sequence) return;
        only = Id<Link>(link.id);
        ++count;
    });
    Result<edit::Added> added = edit::addStep(session().committed(), m_variant, {}, step->team, {}, session().ids());
    if (!added) return false;
    const Id<Step> made(added.value().id);
    Model next = added.value().model;
    if (count == 1) {
        const Id<Step> from = next.find(only)->from;
        Result<Model> moved = edit::reconnectLink(next, only, from, made);
        if (!moved) return false;
        next = std::move(moved).value();
    }
    Result<edit::Added> linked = edit::connectSteps(next, made, to, LinkKind::sequence, session().ids());
    if (!linked) return false;
    nameNextStep({std::move(linked).value().model, made});
    return true;
}

bool FlowsEditor::startLink() {
    const Step* step = selectedStep();
    if (!step) return false;
    m_linkStart = step->id;
    refreshOverlay();
    return true;
}

bool FlowsEditor::linkKey(const QKeyEvent& event) {
    if ((event.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier) return false;
    switch (event.key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter: return finishLink(LinkKind::sequence);
    case Qt::Key_R: return finishLink(LinkKind::rework);
    case Qt::Key_I: return finishLink(LinkKind::information);
    case Qt::Key_Escape:
    case Qt::Key_Left:
    case Qt::Key_Right:
    case Qt::Key_Up:
    case Qt::Key_Down: return false;
    // Nothing else is done by accident on the way.
    default: return true;
    }
}

bool FlowsEditor::finishLink(LinkKind kind) {
    const Step* to = selectedStep();
    if (!live().contains(m_linkStart)) m_linkStart = {};
    if (!to || !m_linkStart || to->id == m_linkStart) return true;
    const AnyId from = std::exchange(m_linkStart, AnyId());
    connectSteps(from, to->id, kind);
    // Typing goes on where the link came from.
    session().select(from);
    refreshOverlay();
    return true;
}

bool FlowsEditor::setLinkKind(LinkKind kind) {
    const AnyId link = session().selection().primary();
    if (!variant() || !variant()->links.contains(link)) return false;
    commit(tr("Set the kind of a link"), [&](const Model& model) {
        return edit::setField(model, link, "kind", model::ChoiceValue{static_cast<std::uint8_t>(kind)});
    });
    return true;
}

// ---- What will happen, before it does ----

std::vector<view::Shape> FlowsEditor::keyMarks() const {
    std::vector<view::Shape> shapes;
    const auto say = [&](view::Point at, const QString& text) {
        const std::vector<view::Shape> said = saidAt(measure(), at, text);
        shapes.insert(shapes.end(), said.begin(), said.end());
    };
    if (const view::HitArea* start = m_linkStart ? adapters::firstAreaOf(picture(), m_linkStart, {"step"}) : nullptr) {
        const Step* to = selectedStep();
        const view::HitArea* end = to ? adapters::firstAreaOf(picture(), to->id, {"step"}) : nullptr;
        const bool isFound = end && end->id != start->id;
        if (isFound) shapes.push_back(adapters::dragLine(start->rect.center(), end->rect.center()));
        const view::Rect& at = isFound ? end->rect : start->rect;
        say({at.x, at.bottom() + wordsGap},
            isFound ? tr("Enter links to here, R as rework, Esc stops") : tr("Arrows walk to where the link leads"));
    }
    const TypingPlace* place = typingPlace();
    if (!place || (place->role != nextLaneRole && place->role != ownLaneRole)) return shapes;
    const QString name = adapters::oneLine(inlineText().text());
    const std::optional<view::Rect> field = typingRect(*place);
    if (name.isEmpty() || !field) return shapes;
    const Id<Team> team = teamTyped(name);
    for (const view::HitArea& area : picture().areas)
        if (team && area.role == "lane-body" && area.id == team) shapes.push_back(adapters::dropWash(area.rect));
    const QString lane = team ? toQt(model::shortName(live(), team)) : name;
    const bool isNext = place->role == nextLaneRole;
    say({field->x, field->bottom() + wordsGap}, !team    ? tr("A new lane: %1").arg(lane)
                                                : isNext ? tr("Next step in %1").arg(lane)
                                                         : tr("Hand over to %1").arg(lane));
    return shapes;
}

} // namespace flowspine::editors
