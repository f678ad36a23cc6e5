// The roadmap under pointer and keys, and its menu.
#include "adapters/plain_text.h"
#include "edit/roadmap_edit.h"
#include "editors/roadmap/roadmap_editor.h"
#include "model/naming.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

namespace flowspine::editors {

using adapters::PointerAt;
using adapters::toQt;
using base::Date;
using base::Result;
using model::AnyId;
using model::Horizon;
using model::Id;
using model::Kind;
using model::Model;
using model::RoadmapItem;

namespace {

constexpr int daysPerWeek = 7;
constexpr int lastHorizon = 2;

// The item's dates, one or both ends moved by `days`; an end never passes the other.
Result<Model> withShift(const Model& model, const Id<RoadmapItem>& id, BarPart part, int days) {
    const RoadmapItem* item = model.find(id);
    if (!item) return model;
    const auto moved = [days](std::optional<Date> date) {
        return date ? std::optional(base::addDays(*date, days)) : date;
    };
    std::optional<Date> start = item->start;
    std::optional<Date> end = item->end;
    if (part != BarPart::end) start = moved(start);
    if (part != BarPart::start) end = moved(end);
    if (start && end && *start > *end) (part == BarPart::start ? start : end) = part == BarPart::start ? end : start;
    return edit::setItemDates(model, id, start, end);
}

QString menuText(std::string_view words) {
    QString text = adapters::oneLine(toQt(words));
    return text.replace(u'&', QStringLiteral("&&"));
}

} // namespace

const RoadmapItem* RoadmapEditor::selectedItem() const {
    const AnyId id = session().selection().primary();
    return model::kindOf(id) == Kind::roadmapItem ? live().find(Id<RoadmapItem>(id)) : nullptr;
}

std::vector<AnyId> RoadmapEditor::itemsOf(Horizon horizon) const {
    std::vector<AnyId> items;
    live().forEach(live().plan().roadmap, [&](const RoadmapItem& item) {
        if (item.horizon == horizon) items.push_back(item.id);
    });
    return items;
}

// ---- Pointer ----

void RoadmapEditor::press(const PointerAt& at) {
    perform(m_tool.press(roadmapCanvas(), at));
}

void RoadmapEditor::move(const PointerAt& at, bool isDown) {
    if (!isDown) canvas().viewport()->setCursor(m_tool.cursorAt(roadmapCanvas(), at));
    perform(m_tool.move(roadmapCanvas(), at, isDown));
    refreshOverlay();
}

void RoadmapEditor::release(const PointerAt& at) {
    const RoadmapIntent intent = m_tool.release(roadmapCanvas(), at);
    refreshOverlay();
    perform(intent);
}

void RoadmapEditor::doubleClick(const PointerAt& at) {
    const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles());
    if (!area) return;
    const AnyId id = area->id;
    if (area->role == "bar" || area->role == "card")
        rename(id);
    else
        emit showAsked(id);
}

bool RoadmapEditor::cancelTool() {
    const bool was = m_tool.cancel();
    m_drag.reset(); // takes the preview back
    if (was) refreshOverlay();
    return was;
}

void RoadmapEditor::perform(const RoadmapIntent& intent) {
    if (const auto* select = std::get_if<SelectRoadmap>(&intent)) {
        if (select->id)
            selectByPress(select->id, select->isToggle);
        else
            session().select(session::Selection());
    } else if (const auto* bar = std::get_if<ShiftBar>(&intent)) {
        shift(*bar);
    } else if (const auto* card = std::get_if<ScheduleCard>(&intent)) {
        schedule(card->item, card->day);
    } else if (const auto* dropped = std::get_if<DropCard>(&intent)) {
        drop(*dropped);
    } else if (const auto* wait = std::get_if<WaitFor>(&intent)) {
        waitFor(wait->item, wait->earlier);
    } else if (const auto* use = std::get_if<UseRoadmapArea>(&intent)) {
        useArea(use->area);
    }
}

void RoadmapEditor::shift(const ShiftBar& bar) {
    if (!m_drag || !m_drag->isRunning()) {
        if (bar.isDone && bar.days == 0) return;
        m_drag = session().beginGesture(tr("Move “%1”").arg(toQt(model::shortName(live(), bar.item))));
    }
    const Result<> shown = m_drag->preview(
        [&](const Model& model) { return withShift(model, Id<RoadmapItem>(bar.item), bar.part, bar.days); });
    if (!bar.isDone) return;
    if (shown) m_drag->commit();
    m_drag.reset();
}

void RoadmapEditor::schedule(const AnyId& item, Date day) {
    // The increment it is dropped in: its first day, and its last one when the item has no length of its own.
    const model::Plan& plan = live().plan();
    const int length = static_cast<int>(plan.incrementWeeks.value_or(13) * daysPerWeek);
    const Date origin = plan.roadmapStart.value_or(session().today());
    const int offset = day.days - origin.days;
    const int increment = offset >= 0 ? offset / length : -((length - 1 - offset) / length);
    const Date start = base::addDays(origin, increment * length);
    commit(tr("Schedule “%1”").arg(toQt(model::shortName(live(), item))), [&](const Model& model) -> Result<Model> {
        const RoadmapItem* found = model.find(Id<RoadmapItem>(item));
        if (found && found->end && found->start) return edit::scheduleItem(model, Id<RoadmapItem>(item), start);
        return edit::setItemDates(model, Id<RoadmapItem>(item), start, base::addDays(start, length - 1));
    });
}

void RoadmapEditor::drop(const DropCard& drop) {
    const std::size_t slash = std::min(drop.cell.find('/'), drop.cell.size());
    Horizon horizon = Horizon::now;
    for (const Horizon each : {Horizon::next, Horizon::later})
        if (model::nameOf(each) == drop.cell.substr(0, slash)) horizon = each;
    const std::string group = drop.cell.substr(std::min(slash + 1, drop.cell.size()));
    std::vector<AnyId> items = itemsOf(horizon);
    std::erase(items, drop.item);
    const auto rank = std::find(items.begin(), items.end(), drop.before) - items.begin();
    commit(tr("Move “%1”").arg(toQt(model::shortName(live(), drop.item))), [&](const Model& model) -> Result<Model> {
        const Result<Model> moved =
            edit::moveItem(model, Id<RoadmapItem>(drop.item), horizon, static_cast<std::size_t>(rank));
        if (!moved) return moved;
        return inGroup(moved.value(), drop.item, group);
    });
}

void RoadmapEditor::waitFor(const AnyId& item, const AnyId& earlier) {
    commit(tr("“%1” waits for “%2”").arg(toQt(model::shortName(live(), item)), toQt(model::shortName(live(), earlier))),
           [&](const Model& model) {
               return edit::connectDependency(model, Id<RoadmapItem>(item), Id<RoadmapItem>(earlier));
           });
}

void RoadmapEditor::useArea(const view::HitArea& area) {
    if (area.role == "link-measure")
        chooseMeasure(area.id);
    else if (area.role == "add-experiment")
        addExperimentFor(area.id);
    else
        startTyping({area.role, area.id, area.key});
}

void RoadmapEditor::chooseMeasure(const AnyId& item) {
    QMenu* menu = newMenu();
    live().forEach(live().plan().outcomes, [&](const model::Outcome& outcome) {
        live().forEach(outcome.measures, [&](const model::Measure& measure) {
            menu->addAction(menuText(measure.name), this, [this, item, id = measure.id] {
                commit(tr("Link a measure"), [&](const Model& model) -> Result<Model> {
                    const RoadmapItem* found = model.find(Id<RoadmapItem>(item));
                    std::vector<AnyId> measures = found ? found->measures.ids() : std::vector<AnyId>();
                    measures.push_back(id);
                    return edit::setField(model, item, "measures", model::FieldValue(measures));
                });
            });
        });
    });
    if (menu->isEmpty()) menu->addAction(tr("The outcomes have no measures yet"))->setEnabled(false);
    const view::HitArea* card = adapters::firstAreaOf(picture(), item, walkableRoles());
    menu->popup(canvas().viewport()->mapToGlobal(card ? canvas().viewRect(card->rect).center() : QPoint()));
}

void RoadmapEditor::addExperimentFor(const AnyId& constraint) {
    AnyId added;
    commit(tr("Add an experiment"), [&](const Model& model) -> Result<Model> {
        const std::string name = adapters::fromQt(tr("Work on “%1”").arg(toQt(model::shortName(model, constraint))));
        Result<edit::Added> item = edit::addRoadmapItem(model, Horizon::now, name, session().ids());
        if (!item) return item.error();
        added = item.value().id;
        return edit::setField(item.value().model, added, "constraints", model::FieldValue(std::vector{constraint}));
    });
    if (!live().contains(added)) return;
    session().select(added);
    rename(added);
}

// ---- Keys and menu ----

bool RoadmapEditor::shiftSelected(BarPart part, int days) {
    const RoadmapItem* item = selectedItem();
    if (!item || (!item->start && !item->end)) return false;
    const Id<RoadmapItem> id(item->id);
    const Result<> done = session().commit(
        tr("Move “%1”").arg(toQt(model::shortName(live(), id))),
        [&](const Model& model) { return withShift(model, id, part, days); },
        QStringLiteral("shift %1 %2").arg(toQt(id.text())).arg(static_cast<int>(part)));
    return done.hasValue();
}

bool RoadmapEditor::moveSelected(int horizons, int ranks) {
    const RoadmapItem* item = selectedItem();
    if (!item) return false;
    const AnyId id = item->id;
    const auto horizon = static_cast<Horizon>(std::clamp(static_cast<int>(item->horizon) + horizons, 0, lastHorizon));
    const std::vector<AnyId> items = itemsOf(item->horizon);
    auto rank = std::find(items.begin(), items.end(), id) - items.begin() + ranks;
    if (rank < 0) return true;
    if (horizon != item->horizon) rank = static_cast<std::ptrdiff_t>(itemsOf(horizon).size());
    commit(tr("Move “%1”").arg(toQt(model::shortName(live(), id))), [&](const Model& model) {
        return edit::moveItem(model, Id<RoadmapItem>(id), horizon, static_cast<std::size_t>(rank));
    });
    return true;
}

void RoadmapEditor::takeDates(const AnyId& item) {
    commit(tr("Take the dates of “%1” away").arg(toQt(model::shortName(live(), item))), [&](const Model& model) {
        return edit::setItemDates(model, Id<RoadmapItem>(item), std::nullopt, std::nullopt);
    });
}

bool RoadmapEditor::key(const QKeyEvent& event) {
    const auto modifiers = event.modifiers() & ~Qt::KeypadModifier;
    const bool isEnter = event.key() == Qt::Key_Return || event.key() == Qt::Key_Enter;
    if (modifiers == Qt::AltModifier || modifiers == (Qt::AltModifier | Qt::ShiftModifier)) {
        const bool resizes = modifiers.testFlag(Qt::ShiftModifier);
        const int by = event.key() == Qt::Key_Left || event.key() == Qt::Key_Up ? -1 : 1;
        switch (event.key()) {
        case Qt::Key_Left:
        case Qt::Key_Right:
            if (m_isBoard) return moveSelected(by, 0);
            return shiftSelected(resizes ? BarPart::end : BarPart::whole, by * daysPerWeek);
        case Qt::Key_Up:
        case Qt::Key_Down: return moveSelected(0, by);
        default: return false;
        }
    }
    if (isEnter && modifiers == Qt::NoModifier) return startTyping(usualPlace());
    if (event.matches(QKeySequence::Paste)) return pasteInto(usualPlace());
    if (commonKey(event)) return true;
    return isTypedText(event) && startTyping(usualPlace(), event.text());
}

void RoadmapEditor::addItemMenu(QMenu& menu, const RoadmapItem& item) {
    QMenu* horizons = menu.addMenu(tr("Horizon"));
    for (int i = 0; i <= lastHorizon; ++i) {
        const int by = i - static_cast<int>(item.horizon);
        QAction* action = horizons->addAction(toQt(model::labelOf(static_cast<Horizon>(i))), this,
                                              [this, by] { moveSelected(by, 0); });
        action->setCheckable(true);
        action->setChecked(by == 0);
    }
    QMenu* waits = menu.addMenu(tr("Waits for"));
    live().forEach(live().plan().roadmap, [&](const RoadmapItem& other) {
        if (other.id == item.id) return;
        QAction* action = waits->addAction(menuText(other.title));
        action->setCheckable(true);
        action->setChecked(item.dependsOn.contains(other.id));
        connect(action, &QAction::triggered, this, [this, id = item.id, earlier = other.id](bool waitsNow) {
            if (waitsNow) return waitFor(id, earlier);
            commit(tr("Take a dependency away"), [&](const Model& model) {
                return edit::disconnectDependency(model, Id<RoadmapItem>(id), Id<RoadmapItem>(earlier));
            });
        });
    });
    waits->setEnabled(!waits->isEmpty());
    if (item.start || item.end)
        menu.addAction(tr("Take the dates away"), this, [this, id = item.id] { takeDates(id); });
    menu.addSeparator();
}

void RoadmapEditor::contextMenu(const PointerAt& at, QPoint globalPosition) {
    if (const view::HitArea* area = adapters::topAreaAt(picture(), at.point, selectableRoles()))
        selectByPress(AnyId(area->id), false);
    QMenu* menu = newMenu();
    const AnyId id = session().selection().primary();
    if (const RoadmapItem* item = selectedItem()) {
        addItemMenu(*menu, *item);
    } else if (model::kindOf(id) == Kind::constraint) {
        menu->addAction(tr("Add an experiment for it"), this, [this, id] { addExperimentFor(id); });
        menu->addSeparator();
    }
    addCommonActions(*menu);
    menu->addSeparator();
    menu->addActions(m_adders);
    menu->popup(globalPosition);
}

} // namespace flowspine::editors
