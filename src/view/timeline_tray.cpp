#include "view/roadmap_marks.h"
#include "view/timeline_parts.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double margin = 16;
constexpr double gap = 16;
constexpr double widestCard = 400;
constexpr double cardHeight = 72;

// Places for cards, from left to right and then in the next row.
class CardRows {
  public:
    CardRows(double top, double width)
        : m_top(top), m_right(width - margin), m_cardWidth(std::clamp(m_right - margin, 120.0, widestCard)),
          m_x(margin) {}

    Rect next() {
        if (m_x > margin && m_x + m_cardWidth > m_right) {
            m_x = margin;
            m_top += cardHeight + 8;
        }
        const Rect rect{m_x, m_top, m_cardWidth, cardHeight};
        m_x += m_cardWidth + gap;
        return rect;
    }
    [[nodiscard]] double bottom() const { return m_top + cardHeight; }

  private:
    double m_top;
    double m_right;
    double m_cardWidth;
    double m_x;
};

void drawCard(PictureBuilder& to, const TimelineFrame& frame, const RoadmapEntry& entry, const Rect& rect) {
    const model::RoadmapItem& item = *entry.item;
    const bool isSelected = frame.options.selection.contains(item.id);
    const bool isHovered = frame.options.hover == item.id;
    to.setEntity(item.id);
    Shape& box = to.box("card", rect, {Role::paper},
                        {isSelected  ? Paint{Role::accent}
                         : isHovered ? Paint{Role::ink, 45}
                                     : Paint{Role::line},
                         isSelected ? 2.0 : 1.0},
                        6);
    box.altText = item.title + ", no dates, " + std::string(model::labelOf(item.horizon));
    box.tip = item.title;
    const std::string state(model::labelOf(item.status));
    const double stateWidth = to.measure().width(state, type::caption);
    to.box("tint", {rect.x + 11, rect.y + 15, 8, 8}, entry.tint, {{Role::none}, 0}, 2);
    to.text("state", {rect.right() - 11, rect.y + 22}, state, type::caption, {Role::ink}, 0, Align::right);
    drawStateMark(to, "state.mark", {rect.right() - 11 - stateWidth - 9, rect.y + 18}, item.status);
    to.text("title", {rect.x + 25, rect.y + 23}, item.title, type::bodyStrong, {Role::ink},
            rect.width - 36 - stateWidth - 24);
    double x = rect.x + 11;
    if (entry.lock != SpineLock::none) {
        drawLock(to, "lock", {x, rect.y + 31, 14, 14}, entry.lock);
        x += 20;
    }
    const std::string facts = entry.lock != SpineLock::none ? entry.spineText
                              : !entry.change.empty()       ? entry.change
                                                            : entry.missing;
    const bool isWarning = entry.lock == SpineLock::none && entry.change.empty();
    to.text("facts", {x, rect.y + 42}, facts, type::caption,
            entry.lock != SpineLock::none ? paintOf(entry.lock) : Paint{isWarning ? Role::warn : Role::ink},
            rect.right() - 11 - x);
    std::string when(model::labelOf(item.horizon));
    if (item.reviewDate) when += ", review " + base::toWords(*item.reviewDate);
    if (!entry.ownerName.empty()) when += ", " + entry.ownerName;
    to.text("when", {rect.x + 11, rect.y + 59}, when, type::caption, {Role::muted}, rect.width - 22);
    to.area(rect, item.id, "card", std::string(model::nameOf(item.horizon)));
}

void drawConstraint(PictureBuilder& to, const model::Constraint& constraint, const Rect& rect) {
    to.setEntity(constraint.id);
    to.box("ghost", rect, {Role::ground}, {{Role::muted, 55}, 1, Dash::dashed}, 6).altText =
        "Nobody is working on " + constraint.title;
    to.text("title", {rect.x + 11, rect.y + 23}, "Nobody is working on “" + constraint.title + "”.", type::bodyStrong,
            {Role::ink}, rect.width - 22);
    to.symbol("icon", {rect.x + 11, rect.y + 43, 14, 14}, "constraint", {Role::muted});
    const std::string note =
        "Constraint, severity " + std::to_string(static_cast<int>(constraint.severity.value_or(0)));
    const std::string action = "Create an experiment";
    const double actionWidth = 38 + to.measure().width(action, type::captionMedium);
    const double room = rect.width - 22 - 20 - actionWidth - 8;
    to.text("note", {rect.x + 31, rect.y + 54}, note, type::caption, {Role::muted}, std::max(room, 12.0));
    const Rect button{rect.right() - 11 - actionWidth, rect.y + 38, actionWidth, 24};
    to.box("action", button, {Role::paper}, {{Role::line}, 1}, 6);
    to.symbol("action.icon", {button.x + 8, button.y + 5, 14, 14}, "experiment", {Role::ink});
    to.text("action.words", {button.x + 28, button.y + 16}, action, type::captionMedium, {Role::ink});
    to.area(rect, constraint.id, "constraint");
    to.area(button, constraint.id, "add-experiment");
}

} // namespace

double drawTray(PictureBuilder& to, const TimelineFrame& frame, const std::vector<RoadmapGroup>& groups, double top) {
    std::vector<const RoadmapEntry*> undated;
    for (const RoadmapGroup& group : groups)
        for (const RoadmapEntry& entry : group.entries)
            if (!entry.item->start && !entry.item->end) undated.push_back(&entry);
    const auto open = constraintsNobodyWorksOn(frame.model);
    PictureBuilder cards(to.measure());
    CardRows rows(top + 40, frame.width);
    for (const RoadmapEntry* entry : undated) drawCard(cards, frame, *entry, rows.next());
    for (const model::Constraint* constraint : open) drawConstraint(cards, *constraint, rows.next());
    cards.setEntity({});
    const Rect add = rows.next();
    cards.box("add", add, {Role::none}, {{Role::muted, 35}, 1, Dash::dashed}, 6);
    cards.symbol("add.icon", {add.x + 12, add.y + 28, 16, 16}, "add", {Role::muted});
    cards.text("add.words", {add.x + 36, add.y + 40.5}, "Type an item and press Enter", type::body, {Role::muted},
               add.width - 48);
    cards.area(add, {}, "add", "now");
    const double bottom = rows.bottom() + 20;

    to.box("tray", {0, top, frame.width, bottom - top}, {Role::ground});
    to.line("tray.edge", {{0, top + 0.5}, {frame.width, top + 0.5}}, {{Role::line}, 1});
    double x = margin;
    x += to.text("tray.title", {x, top + 25}, "No dates yet", type::bodyStrong, {Role::ink}) + 8;
    if (!undated.empty())
        x += to.text("tray.count", {x, top + 25}, std::to_string(undated.size()), type::body, {Role::muted}) + 12;
    if (frame.width - margin - x > 60)
        to.text("tray.hint", {x, top + 25}, "Drag one onto the timeline: it takes the increment you drop it in.",
                type::body, {Role::muted}, frame.width - margin - x);
    to.area({0, top, frame.width, bottom - top}, {}, "tray");
    Picture drawn = cards.finish();
    Picture& picture = to.picture();
    picture.shapes.insert(picture.shapes.end(), std::make_move_iterator(drawn.shapes.begin()),
                          std::make_move_iterator(drawn.shapes.end()));
    picture.areas.insert(picture.areas.end(), drawn.areas.begin(), drawn.areas.end());
    return bottom;
}

} // namespace flowspine::view
