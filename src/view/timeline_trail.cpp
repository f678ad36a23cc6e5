#include "model/naming.h"
#include "view/roadmap_marks.h"
#include "view/row_packing.h"
#include "view/timeline_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

namespace {

constexpr double eventRow = 20;
constexpr double longestEvent = 260;
constexpr double shortestEvent = 100;
constexpr std::size_t mostEventRows = 8;
constexpr int mostReadings = 4;

// Something decided, learned or read on a day.
struct TrailEvent {
    AnyId id;
    Date date;
    std::string title;
    std::string text;
    bool isDecision = true;
};

std::vector<TrailEvent> trailEvents(const TimelineFrame& frame) {
    std::vector<TrailEvent> events;
    for (const PageEvent& event : frame.content.events)
        events.push_back({event.id, event.date, event.title, event.text, event.isDecision});
    // The newest reading of each measure, the newest of all first.
    std::vector<TrailEvent> readings;
    frame.model.forEach<model::Measure>([&](const model::Measure& measure) {
        const model::Reading* newest = nullptr;
        frame.model.forEach(measure.readings, [&](const model::Reading& reading) {
            if (reading.date && reading.value && *reading.date <= frame.options.today &&
                (newest == nullptr || *newest->date < *reading.date))
                newest = &reading;
        });
        if (newest != nullptr)
            readings.push_back(
                {newest->id, *newest->date, withUnit(*newest->value, measure.unit) + " " + measure.name, "", false});
    });
    std::stable_sort(readings.begin(), readings.end(),
                     [](const TrailEvent& a, const TrailEvent& b) { return a.date > b.date; });
    if (readings.size() > mostReadings) readings.resize(mostReadings);
    events.insert(events.end(), readings.begin(), readings.end());
    std::erase_if(events, [&](const TrailEvent& event) { return !frame.scale.shows(event.date); });
    std::stable_sort(events.begin(), events.end(),
                     [](const TrailEvent& a, const TrailEvent& b) { return a.date < b.date; });
    return events;
}

struct PlacedEvent {
    const TrailEvent* event = nullptr;
    double x = 0;
    double textX = 0; // left end of the words
    double textWidth = 0;
    std::size_t row = 0;
};

// Words right of the mark, or left of it where they would run over today.
std::vector<PlacedEvent> placeEvents(const TimelineFrame& frame, const TextMeasure& measure,
                                     const std::vector<TrailEvent>& events) {
    std::vector<PlacedEvent> placed;
    std::vector<PackedInterval> intervals;
    const double border = frame.todayX().value_or(frame.scale.right) - 8;
    for (const TrailEvent& event : events) {
        PlacedEvent place;
        place.event = &event;
        place.x = frame.scale.xAt(event.date);
        const TextStyle& style = event.isDecision ? type::bodyStrong : type::body;
        const double date = 8 + measure.width(base::toShortWords(event.date), type::caption);
        place.textWidth = std::min(measure.width(visible(event.title), style) + date, longestEvent);
        if (!event.text.empty())
            place.textWidth =
                std::max(place.textWidth, std::min(measure.width(visible(event.text), type::body), longestEvent));
        const double roomRight = border - place.x - 12;
        const double roomLeft = place.x - 12 - frame.scale.left - 4;
        const bool isRight = place.textWidth <= roomRight || (place.textWidth > roomLeft && roomRight >= roomLeft);
        // On a very short past the words run on over today, as far as the timeline goes.
        const bool isCramped = std::max(roomLeft, roomRight) < shortestEvent;
        const double roomBeyond = frame.scale.right - 8 - place.x - 12;
        place.textWidth = std::min(place.textWidth, !isRight ? roomLeft : isCramped ? roomBeyond : roomRight);
        place.textX = isRight ? place.x + 12 : place.x - 12 - place.textWidth;
        intervals.push_back({std::min(place.textX, place.x - 8), std::max(place.textX + place.textWidth, place.x + 8)});
        placed.push_back(place);
    }
    const auto rows = packIntoRows(intervals, 12);
    for (std::size_t i = 0; i < placed.size(); ++i) placed[i].row = rows[i];
    return placed;
}

// Draws the events with stems down to `line`. Returns nothing below their rows.
void drawEvents(PictureBuilder& to, const TimelineFrame& frame, const std::vector<PlacedEvent>& placed,
                const std::vector<double>& rowTops, double line) {
    for (const PlacedEvent& place : placed) {
        to.setEntity(place.event->id);
        const double y = rowTops[std::min(place.row, mostEventRows)] + 10;
        to.line("event.stem", {{place.x, y}, {place.x, line}}, {{Role::line}, 1});
    }
    for (const PlacedEvent& place : placed) {
        const TrailEvent& event = *place.event;
        to.setEntity(event.id);
        const double y = rowTops[std::min(place.row, mostEventRows)] + 10;
        if (event.isDecision)
            drawDiamond(to, "event.mark", {place.x, y}, 11, true, {Role::ink}, 1.5);
        else
            to.box("event.mark", {place.x - 5, y - 5, 10, 10}, {Role::paper}, {{Role::ink}, 1.5}, 0, Outline::ellipse);
        Shape& mark = to.picture().shapes.back();
        mark.tip = event.text.empty() ? event.title : event.title + ": " + event.text;
        mark.altText = base::toWords(event.date) + ", " + mark.tip;
        to.area({place.x - 8, y - 8, 16, 16}, event.id, "event");
        if (place.row >= mostEventRows) continue;
        const TextStyle& style = event.isDecision ? type::bodyStrong : type::body;
        const std::string date = base::toShortWords(event.date);
        const double dateWidth = to.measure().width(date, type::caption);
        const double named = groundedText(to, frame, "event.title", {place.textX, y + 4.5}, event.title, style,
                                          {Role::ink}, place.textWidth - 8 - dateWidth);
        groundedText(to, frame, "event.date", {place.textX + named + 6, y + 4.5}, date, type::caption, {Role::muted},
                     dateWidth + 2);
        if (!event.text.empty())
            groundedText(to, frame, "event.text", {place.textX, y + 22.5}, event.text, type::body, {Role::ink},
                         place.textWidth);
    }
    to.setEntity({});
}

// The days of a rhythm on the axis. Empty when they would lie closer than 4 px.
std::vector<double> rhythmPlaces(const TimelineFrame& frame, const PageRhythm& rhythm) {
    const int shortest = std::max(rhythm.days(), 1);
    if (shortest * frame.scale.pixelsPerDay < 4 || base::yearMonthDay(frame.scale.first).year < 100) return {};
    // Nearest step at or before the first day; months and years are longer than days() counts them.
    const double longest = shortest * 1.04 + 1;
    const double away = static_cast<double>(frame.scale.first.days) - static_cast<double>(rhythm.anchor.days);
    int step = static_cast<int>(std::floor(away / (away > 0 ? longest : shortest))) - 1;
    std::vector<double> places;
    for (;; ++step) {
        const Date date = base::addPeriod(rhythm.anchor, rhythm.period, step);
        const double x = frame.scale.xAt(date);
        if (x > frame.scale.right) break;
        if (x >= frame.scale.left && (places.empty() || x > places.back())) places.push_back(x);
        if (base::yearMonthDay(date).year >= 9998) break;
    }
    return places;
}

void drawRhythms(PictureBuilder& to, const TimelineFrame& frame, double line) {
    const TimelineScale& scale = frame.scale;
    to.line("rhythm.line", {{scale.left, line}, {scale.right, line}}, {{Role::line}, 1});
    to.line("rhythm.open", {{scale.right, line}, {frame.width - 24, line}}, {{Role::line}, 1, Dash::dashed});
    to.text("rhythm.repeats", {scale.right + 16, line - 8}, "repeats", type::caption, {Role::muted},
            frame.width - scale.right - 32);
    std::vector<const PageRhythm*> order;
    for (const PageRhythm& rhythm : frame.content.rhythms) order.push_back(&rhythm);
    std::stable_sort(order.begin(), order.end(),
                     [](const PageRhythm* a, const PageRhythm* b) { return a->days() < b->days(); });
    for (std::size_t r = 0; r < order.size(); ++r) {
        const double spacing = order[r]->days() * scale.pixelsPerDay;
        const double size = spacing >= 200 ? 13 : 8;
        const auto places = rhythmPlaces(frame, *order[r]);
        for (std::size_t i = 0; i < places.size(); ++i) {
            const std::string part = "rhythm" + std::to_string(r) + "." + std::to_string(i);
            if (spacing < 30) {
                to.line(part, {{places[i], line - 3.5}, {places[i], line + 3.5}}, {{Role::muted}, 1});
                continue;
            }
            const double reach = std::min(7.0, order[r]->days() / 2.0) * scale.pixelsPerDay;
            const bool isHeld = std::any_of(order[r]->held.begin(), order[r]->held.end(), [&](Date held) {
                return held <= frame.options.today && std::abs(scale.xAt(held) - places[i]) <= reach;
            });
            drawDiamond(to, part, {places[i], line}, size, isHeld, {size > 8 ? Role::ink : Role::muted},
                        size > 8 ? 1.5 : 1.25);
        }
    }
    // Names one after the other, the slowest rhythm first, in what is still to come.
    double x = frame.todayX().value_or(scale.left) + 12;
    for (auto rhythm = order.rbegin(); rhythm != order.rend(); ++rhythm) {
        const std::string part = "rhythm.name" + std::to_string(rhythm - order.rbegin());
        const double room = scale.right - 8 - x;
        if (room < 60) break;
        const double named = groundedText(to, frame, part, {x, line - 9}, (*rhythm)->name, type::captionMedium,
                                          {Role::ink}, std::min(room, 240.0));
        const std::string often = base::toWords((*rhythm)->period);
        double noted = 0;
        if (named + 4 + to.measure().width(often, type::caption) <= room)
            noted = groundedText(to, frame, part + ".often", {x + named + 4, line - 9}, often, type::caption,
                                 {Role::muted}, room - named - 4);
        x += named + noted + 28;
    }
}

} // namespace

double drawTrail(PictureBuilder& to, const TimelineFrame& frame, double top) {
    const auto events = trailEvents(frame);
    const auto placed = placeEvents(frame, to.measure(), events);
    std::vector<double> tops;
    double y = top + 10;
    for (std::size_t row = 0; row <= mostEventRows; ++row) {
        bool isUsed = false;
        bool hasText = false;
        for (const PlacedEvent& place : placed) {
            isUsed = isUsed || place.row == row;
            hasText = hasText || (place.row == row && !place.event->text.empty());
        }
        tops.push_back(y);
        if (isUsed && row < mostEventRows) y += hasText ? eventRow + 18 : eventRow;
    }
    if (events.empty()) {
        groundedText(to, frame, "trail.empty", {frame.scale.left + 12, y + 14}, "Nothing decided or learned here yet.",
                     type::body, {Role::muted}, std::max(frame.width - frame.scale.left - 24, 10.0));
        y += 24;
    }
    const double line = y + (frame.content.rhythms.empty() ? 6 : 24);
    drawEvents(to, frame, placed, tops, line);
    drawRhythms(to, frame, line);
    std::string note = "decisions, reviews and readings left of today";
    if (frame.content.rhythms.empty()) note = "no rhythm of reviews yet";
    const double head =
        drawLaneHead(to, "trail.head", top, "Learned and decided", {Role::none}, "", note, frame.headWidth);
    const double bottom = std::max(line + 14, top + head);
    to.line("trail.edge", {{0, bottom - 0.5}, {frame.width, bottom - 0.5}}, {{Role::line}, 1});
    return bottom;
}

double drawSpineDates(PictureBuilder& to, const TimelineFrame& frame, double top) {
    constexpr double rowHeight = 20;
    constexpr double iconWidth = 19;
    struct PlacedDate {
        const PageSpineItem* item;
        double x;
        double width;
        bool isBeyond;
    };
    const TimelineScale& scale = frame.scale;
    std::vector<PlacedDate> placed;
    std::vector<PackedInterval> intervals;
    std::vector<const PageSpineItem*> items;
    std::size_t without = 0;
    for (const PageSpineItem& item : frame.content.spine) {
        if (item.review)
            items.push_back(&item);
        else
            ++without;
    }
    const std::string warning =
        without == 0 ? "" : std::to_string(without) + (without == 1 ? " item has" : " items have") + " no review date";
    const double warningWidth = warning.empty() ? 0 : iconWidth + to.measure().width(warning, type::caption);
    if (!warning.empty()) intervals.push_back({scale.left + 8, scale.left + 12 + warningWidth});
    std::stable_sort(items.begin(), items.end(),
                     [](const PageSpineItem* a, const PageSpineItem* b) { return *a->review < *b->review; });
    for (const PageSpineItem* item : items) {
        const bool isBeyond = *item->review >= scale.dateAt(scale.right);
        std::string date = isBeyond ? base::toWords(*item->review) + " →" : base::toShortWords(*item->review);
        const double dated = to.measure().width(date, type::caption) + 6;
        const double room = std::max(frame.width - scale.left - 40, 60.0);
        const double width = std::min(iconWidth + to.measure().width(visible(item->title), type::caption) + dated,
                                      std::min(room, 300.0));
        double x = std::max(scale.xAt(*item->review), scale.left + 12);
        x = std::min(x, frame.width - 16 - width);
        placed.push_back({item, x, width, isBeyond});
        intervals.push_back({x, x + width});
    }
    const auto rows = packIntoRows(intervals, 14);
    const auto baselineOf = [&](std::size_t i) { return top + 18 + rowHeight * static_cast<double>(rows[i]); };
    std::size_t first = 0;
    if (!warning.empty()) {
        const double baseline = baselineOf(0);
        to.symbol("spine.warning.icon", {scale.left + 12, baseline - 10.5, 14, 14}, "warning", {Role::warn});
        groundedText(to, frame, "spine.warning", {scale.left + 12 + iconWidth, baseline}, warning, type::caption,
                     {Role::warn}, warningWidth);
        first = 1;
    }
    for (std::size_t i = 0; i < placed.size(); ++i) {
        const PlacedDate& place = placed[i];
        const double baseline = baselineOf(i + first);
        const bool isOverdue = *place.item->review < frame.options.today;
        to.setEntity(place.item->id);
        to.box("spine.ground", {place.x - 2, baseline - 12, place.width + 4, 16}, frame.groundAt(place.x));
        drawLock(to, "spine.lock", {place.x, baseline - 10.5, 14, 14}, place.item->lock);
        const std::string date =
            place.isBeyond ? base::toWords(*place.item->review) + " →" : base::toShortWords(*place.item->review);
        const double dated = to.measure().width(date, type::caption);
        const double named = to.text("spine.title", {place.x + iconWidth, baseline}, place.item->title, type::caption,
                                     {Role::ink}, place.width - iconWidth - dated - 6);
        to.text("spine.date", {place.x + iconWidth + named + 6, baseline}, date, type::caption,
                {isOverdue ? Role::bad : Role::muted});
        to.picture().shapes.back().altText =
            place.item->title + (isOverdue ? ", was due " : ", looked at again ") + base::toWords(*place.item->review);
        to.area({place.x - 2, baseline - 14, place.width + 4, rowHeight}, place.item->id, "spine");
    }
    to.setEntity({});
    const double head = drawLaneHead(to, "spine.head", top, "Fixed spine", {Role::none}, "",
                                     "when each item is looked at again", frame.headWidth);
    const double used = 12 + rowHeight * static_cast<double>(rowCount(rows)) + 8;
    const double bottom = top + std::max(used, head);
    to.line("spine.edge", {{0, bottom - 0.5}, {frame.width, bottom - 0.5}}, {{Role::line}, 1});
    return bottom;
}

} // namespace flowspine::view
