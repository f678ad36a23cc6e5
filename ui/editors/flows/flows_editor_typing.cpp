// Typing on the canvas: names of steps, lanes and flows, and the lines that add them.
#include "adapters/plain_text.h"
#include "edit/flow_edit.h"
#include "edit/team_edit.h"
#include "editors/flows/flows_editor.h"
#include "model/lanes.h"
#include "model/naming.h"

#include <algorithm>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::Id;
using model::Model;
using model::Step;
using model::StepType;
using model::Team;
using model::Variant;

namespace {

constexpr double nameWidth = 176;
constexpr double laneNameWidth = 240;
constexpr double nameHeight = 28;

} // namespace

QString FlowsEditor::placeholder(const TypingPlace& place) const {
    if (place.role == "add-flow") return tr("Type a flow and press Enter");
    if (place.role == nextLaneRole || place.role == ownLaneRole) return tr("Lane: type a team, or Up and Down");
    return place.role == "add-lane" ? tr("Team") : tr("First step");
}

view::Rect FlowsEditor::namePlace(const AnyId& id) const {
    const view::HitArea* step = adapters::firstAreaOf(picture(), id, {"step"});
    if (!step) return PictureEditor::namePlace(id);
    const double width = std::max(nameWidth, step->rect.width);
    return {step->rect.center().x - width / 2, step->rect.center().y - nameHeight / 2, width, nameHeight};
}

std::optional<view::Rect> FlowsEditor::typingRect(const TypingPlace& place) const {
    if (!variant()) return PictureEditor::typingRect(place);
    if (place.role == nextLaneRole || place.role == ownLaneRole) {
        // Below the step, within the picture.
        const view::HitArea* step = adapters::firstAreaOf(picture(), place.id, {"step"});
        if (!step) return std::nullopt;
        const view::Rect& bounds = picture().bounds;
        const double x = std::min(step->rect.x, bounds.right() - laneNameWidth - 4);
        return view::Rect{x, std::min(step->rect.bottom() + 6, bounds.bottom() - nameHeight), laneNameWidth,
                          nameHeight};
    }
    if (place.role != "add-lane") return PictureEditor::typingRect(place);
    // In the head of the lanes, under the last one or at the foot of it.
    double bottom = picture().bounds.y + nameHeight;
    for (const view::HitArea& area : picture().areas)
        if (area.role == "lane") bottom = std::max(bottom, area.rect.bottom());
    return view::Rect{picture().bounds.x + 4, bottom - nameHeight - 4, nameWidth, nameHeight};
}

AnyId FlowsEditor::addLines(const TypingPlace& place, const QStringList& lines) {
    if (place.role == "add-lane") return addLanes(lines);
    if (place.role == nextLaneRole || place.role == ownLaneRole) return takeLane(place, lines.front());
    AnyId last;
    const int count = static_cast<int>(lines.size());
    if (place.role == "add-flow") {
        commit(tr("Add %n flow(s)", nullptr, count), [&](const Model& model) -> Result<Model> {
            Model next = model;
            for (const QString& line : lines) {
                Result<edit::Added> added = edit::addFlow(next, fromQt(line), session().ids());
                if (!added) return added.error();
                last = added.value().id;
                next = std::move(added).value().model;
            }
            return next;
        });
        if (live().contains(last)) {
            session().select(last);
            showFlow(last);
        }
        return last;
    }
    const Variant* shown = variant();
    if (!shown) return {};
    // After what is selected, else after the start, so that typed steps are one line of work.
    const Step* after = selectedStep();
    if (!after)
        live().forEach(shown->steps, [&](const Step& step) {
            if (step.type == StepType::start) after = &step;
        });
    AnyId afterId = after ? after->id : AnyId();
    const Id<Team> team = after && after->team ? after->team : lanes().empty() ? Id<Team>() : lanes().front();
    commit(tr("Add %n step(s)", nullptr, count), [&](const Model& model) -> Result<Model> {
        Model next = model;
        for (const QString& line : lines) {
            Result<edit::Added> added = edit::addStep(next, m_variant, fromQt(line), team, afterId, session().ids());
            if (!added) return added.error();
            last = afterId = added.value().id;
            next = std::move(added).value().model;
        }
        return next;
    });
    if (live().contains(last)) session().select(last);
    return last;
}

void FlowsEditor::afterEnter(const TypingPlace& place, const AnyId& added) {
    if (place.role == nextLaneRole || place.role == ownLaneRole) {
        // The next step is being named already; a step that found its lane stays selected.
        if (typingPlace()) stopTyping();
    } else if (place.role == "first-step" && added) {
        const Step* step = live().find(Id<Step>(added));
        if (!step || !addNextStep(added, step->team)) stopTyping();
    } else if (place.role == "add-flow") {
        // The flow is there: its first step is what comes to mind next.
        if (!startTyping({"first-step", {}, {}})) stopTyping();
    } else {
        PictureEditor::afterEnter(place, added);
    }
}

AnyId FlowsEditor::addLanes(const QStringList& names) {
    if (!variant()) return {};
    AnyId last;
    commit(tr("Add %n lane(s)", nullptr, static_cast<int>(names.size())), [&](const Model& model) -> Result<Model> {
        Model next = model;
        std::vector<AnyId> listed;
        for (const Id<Team>& lane : model::lanesOf(model, *model.find(m_variant)))
            if (lane) listed.push_back(lane);
        for (const QString& line : names) {
            const std::string name = fromQt(line);
            AnyId team;
            next.forEach<Team>([&](const Team& each) {
                if (!team && each.name == name) team = each.id;
            });
            if (!team) {
                Result<edit::Added> added = edit::addTeam(next, name, session().ids());
                if (!added) return added.error();
                team = added.value().id;
                next = std::move(added).value().model;
            }
            if (std::find(listed.begin(), listed.end(), team) == listed.end()) listed.push_back(team);
            last = team;
        }
        return edit::setField(next, m_variant, "lanes", model::FieldValue(listed));
    });
    if (live().contains(last)) session().select(last);
    return last;
}

} // namespace flowspine::editors
