#include "editors/roadmap/roadmap_editor.h"

#include "adapters/field_edit.h"
#include "adapters/plain_text.h"
#include "edit/roadmap_edit.h"
#include "model/naming.h"
#include "render/look.h"
#include "view/roadmap_board.h"
#include "view/roadmap_timeline.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QToolButton>
#include <QVBoxLayout>

#include <cmath>

namespace flowspine::editors {

using adapters::fromQt;
using adapters::toQt;
using adapters::TypingPlace;
using base::Result;
using model::AnyId;
using model::Horizon;
using model::Id;
using model::Kind;
using model::Model;
using model::RoadmapItem;

namespace {

constexpr double leastDayWidth = 0.8; // of the usual width of a day
constexpr double scrollBarRoom = 16;  // at the foot of the view, for pictures that scroll sideways

Horizon horizonOf(std::string_view key) {
    for (const Horizon each : {Horizon::now, Horizon::next, Horizon::later})
        if (model::nameOf(each) == key.substr(0, key.find('/'))) return each;
    return Horizon::now;
}

} // namespace

RoadmapEditor::RoadmapEditor(session::DocumentSession& session, const render::Theme& theme, QWidget* parent)
    : PictureEditor(session, theme, parent), m_header(new QWidget(this)) {
    auto* layout = new QVBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(&canvas());
    canvas().setAccessibleName(about().title);
    makeHeader();
    for (const Horizon each : {Horizon::now, Horizon::next, Horizon::later}) {
        auto* action = new QAction(tr("Roadmap item: %1").arg(toQt(model::labelOf(each)).toLower()), this);
        connect(action, &QAction::triggered, this, [this, each] {
            // Horizons have their lines on the board; the timeline has one for what has no dates yet.
            if (each != Horizon::now) showBoard(true);
            for (const view::HitArea& area : picture().areas)
                if (area.role == "add" && area.key == model::nameOf(each)) {
                    startTyping({"add", AnyId(area.id), std::string(area.key)});
                    return;
                }
        });
        m_adders += action;
    }
}

RoadmapEditor::~RoadmapEditor() = default;

void RoadmapEditor::makeHeader() {
    auto* layout = new QHBoxLayout(m_header);
    layout->setContentsMargins({});
    m_groupings = new QComboBox(m_header);
    const std::pair<QString, view::RoadmapGrouping> groupings[] = {
        {tr("Lanes: flows"), view::RoadmapGrouping::flow},
        {tr("Lanes: outcomes"), view::RoadmapGrouping::outcome},
        {tr("Lanes: teams"), view::RoadmapGrouping::team},
        {tr("Lanes: owners"), view::RoadmapGrouping::owner},
    };
    for (const auto& [words, grouping] : groupings) m_groupings->addItem(words, static_cast<int>(grouping));
    m_groupings->setAccessibleName(tr("Lanes"));
    connect(m_groupings, &QComboBox::activated, this,
            [this](int at) { groupBy(static_cast<view::RoadmapGrouping>(m_groupings->itemData(at).toInt())); });
    const auto button = [&](const QString& words, bool isBoard) {
        auto* made = new QToolButton(m_header);
        made->setText(words);
        made->setCheckable(true);
        render::setLook(*made, render::Look::framed);
        connect(made, &QToolButton::clicked, this, [this, isBoard] { showBoard(isBoard); });
        return made;
    };
    m_boardButton = button(tr("Board"), true);
    m_timelineButton = button(tr("Timeline"), false);
    m_timelineButton->setChecked(true);
    layout->addWidget(m_groupings);
    layout->addWidget(m_boardButton);
    layout->addWidget(m_timelineButton);
    // The window puts it beside the question; until then it is not seen.
    m_header->hide();
}

void RoadmapEditor::showBoard(bool isBoard) {
    m_boardButton->setChecked(isBoard);
    m_timelineButton->setChecked(!isBoard);
    if (std::exchange(m_isBoard, isBoard) == isBoard) return;
    cancelTool();
    stopTyping();
    refresh();
}

void RoadmapEditor::groupBy(view::RoadmapGrouping grouping) {
    m_grouping = grouping;
    m_groupings->setCurrentIndex(m_groupings->findData(static_cast<int>(grouping)));
    refresh();
}

adapters::EditorFacts RoadmapEditor::about() {
    return {tr("Roadmap"), QStringLiteral("roadmap"),
            model::kinds(Kind::roadmapItem, Kind::cadence, Kind::review, Kind::reviewedItem, Kind::decision,
                         Kind::commitment)};
}

QString RoadmapEditor::question() const {
    return tr("What do we try next, and how will we know it worked?");
}

QStringList RoadmapEditor::prompts() const {
    return {tr("Which constraint hurts most, and what is the smallest thing that would show a difference?"),
            tr("By what number will we know, and at what number do we stop?"),
            tr("When do we look at it again, and who is in the room?"), tr("What did the last try teach us?")};
}

model::KindSet RoadmapEditor::shownKinds() const {
    return model::kinds(Kind::plan, Kind::roadmapItem, Kind::cadence, Kind::review, Kind::reviewedItem, Kind::decision,
                        Kind::constraint, Kind::measure, Kind::reading, Kind::outcome, Kind::flow, Kind::team,
                        Kind::role, Kind::spineItem);
}

QList<QAction*> RoadmapEditor::thingsToAdd() {
    return m_adders;
}

adapters::Roles RoadmapEditor::selectableRoles() const {
    return {"bar", "card", "constraint", "spine", "event"};
}

adapters::Roles RoadmapEditor::walkableRoles() const {
    return {"bar", "card"};
}

view::Picture RoadmapEditor::project(QSizeF viewport) {
    const std::vector<AnyId>& selected = session().selection().ids();
    if (m_isBoard) {
        view::RoadmapBoardOptions options;
        options.today = session().today();
        options.grouping = m_grouping;
        options.width = viewport.width();
        options.selection.insert(selected.begin(), selected.end());
        return view::roadmapBoard(live(), session().index(), options, measure());
    }
    view::RoadmapTimelineOptions options;
    options.today = session().today();
    options.grouping = m_grouping;
    options.minimumWidth = viewport.width();
    options.minimumHeight = viewport.height();
    options.selection.insert(selected.begin(), selected.end());
    view::RoadmapTimeline timeline = view::roadmapTimeline(live(), session().index(), options, measure());
    if (timeline.picture.bounds.width > viewport.width()) {
        // A little too wide: days become narrower rather than hiding the end behind a scroll bar.
        const double dates = timeline.scale.right - timeline.scale.left;
        const double room = std::floor(dates - (timeline.picture.bounds.width - viewport.width())) - 1;
        if (room >= dates * leastDayWidth)
            options.pixelsPerDay *= room / dates;
        else
            options.minimumHeight -= scrollBarRoom;
        timeline = view::roadmapTimeline(live(), session().index(), options, measure());
    }
    m_scale = timeline.scale;
    return std::move(timeline.picture);
}

std::vector<view::Shape> RoadmapEditor::overlay() const {
    return m_tool.overlay(roadmapCanvas());
}

// ---- Typing ----

TypingPlace RoadmapEditor::usualPlace() const {
    const RoadmapItem* item = selectedItem();
    const view::HitArea* found = nullptr;
    for (const view::HitArea& area : picture().areas) {
        if (area.role != "add") continue;
        if (!found) found = &area;
        const bool fits = item && area.key == model::nameOf(item->horizon);
        if (fits && (!area.id || item->flows.contains(area.id))) found = &area;
    }
    return found ? TypingPlace{"add", found->id, found->key} : TypingPlace{"add", {}, "now"};
}

QString RoadmapEditor::placeholder(const TypingPlace& place) const {
    if (place.role == "set-review") return tr("A date, like 24 Nov 2026");
    return m_isBoard ? tr("Type a card and press Enter") : tr("Type an item and press Enter");
}

std::optional<view::Rect> RoadmapEditor::typingRect(const TypingPlace& place) const {
    std::optional<view::Rect> rect = PictureEditor::typingRect(place);
    constexpr double dateWidth = 200;
    if (rect && place.role == "set-review") rect->width = std::max(rect->width, dateWidth);
    return rect;
}

AnyId RoadmapEditor::addLines(const TypingPlace& place, const QStringList& lines) {
    if (place.role == "set-review") {
        const std::optional<base::Date> date = adapters::dateFrom(lines.front());
        if (date)
            commit(tr("Set the review date"), [&](const Model& model) {
                return edit::setField(model, place.id, "reviewDate", model::FieldValue(*date));
            });
        return {};
    }
    AnyId last;
    commit(tr("Add %n roadmap item(s)", nullptr, static_cast<int>(lines.size())),
           [&](const Model& model) -> Result<Model> {
               Model next = model;
               for (const QString& line : lines) {
                   Result<edit::Added> added =
                       edit::addRoadmapItem(next, horizonOf(place.key), fromQt(line), session().ids());
                   if (!added) return added.error();
                   last = added.value().id;
                   Result<Model> grouped = inGroup(added.value().model, last, std::string(place.id.text()));
                   if (!grouped) return grouped;
                   next = std::move(grouped).value();
               }
               return next;
           });
    if (live().contains(last)) session().select(last);
    return last;
}

void RoadmapEditor::afterEnter(const TypingPlace& place, const AnyId& added) {
    if (place.role == "set-review") return stopTyping();
    PictureEditor::afterEnter(place, added);
}

Result<Model> RoadmapEditor::inGroup(const Model& model, const AnyId& item, const std::string& groupKey) const {
    const RoadmapItem* found = model.find(Id<RoadmapItem>(item));
    const AnyId group(groupKey);
    const bool isKnown = group.isEmpty() || model.contains(group);
    if (!found || !isKnown) return model;
    if (m_grouping == view::RoadmapGrouping::owner && (group.isEmpty() || model::kindOf(group) == Kind::role))
        return edit::setField(model, item, "owner", model::FieldValue(group));
    if (m_grouping != view::RoadmapGrouping::flow || (group && model::kindOf(group) != Kind::flow)) return model;
    // The first flow it names is its lane: that one is exchanged, others stay.
    std::vector<AnyId> flows = found->flows.ids();
    if (!flows.empty() && flows.front() == group) return model;
    if (!flows.empty()) flows.erase(flows.begin());
    std::erase(flows, group);
    if (group) flows.insert(flows.begin(), group);
    return edit::setField(model, item, "flows", model::FieldValue(flows));
}

bool RoadmapEditor::isRemovable(const AnyId& id) const {
    return model::kindOf(id) == Kind::roadmapItem && PictureEditor::isRemovable(id);
}

} // namespace flowspine::editors
