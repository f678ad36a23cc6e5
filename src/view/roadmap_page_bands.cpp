#include "view/roadmap_page_bands.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <set>

namespace flowspine::view {
namespace {

constexpr double hairline = 0.7;
constexpr std::size_t headLines = 3;
constexpr std::size_t mostNotes = 5;
constexpr std::size_t mostEventRows = 5;
constexpr double eventWidth = 172;

struct Extent {
    double from = 0;
    double to = 0;
};

// The first of `rows` in which `extent` is free; it takes the place. A new row is added when none is.
std::size_t takeRow(std::vector<std::vector<Extent>>& rows, const Extent& extent, double gap) {
    std::size_t row = 0;
    while (row < rows.size() && std::any_of(rows[row].begin(), rows[row].end(), [&](const Extent& taken) {
               return extent.from < taken.to + gap && taken.from < extent.to + gap;
           }))
        ++row;
    if (row == rows.size()) rows.emplace_back();
    rows[row].push_back(extent);
    return row;
}

struct PlacedEvent {
    const PageEvent* event = nullptr;
    double x = 0;
    double width = 0;
    bool isLeft = false; // its words stand left of the mark
    std::size_t row = 0;
};

struct PlacedRhythm {
    const PageRhythm* rhythm = nullptr;
    double x = 0; // of its name
};

struct Trail {
    std::vector<PlacedEvent> events;
    std::vector<double> rowTops;
    std::vector<PlacedRhythm> rhythms;
    double line = 0; // the rhythm's, from the row's top
    bool isNamed = false;
};

void drawRhythm(PagePen& pen, const PageAxis& axis, const Trail& trail, double y, const RoadmapType& type) {
    pen.rule({axis.left(), y}, {axis.end(), y}, {{Role::line}, hairline});
    if (axis.window().goesOn) {
        pen.rule({axis.end(), y}, {axis.right(), y}, {{Role::line}, hairline, Dash::dashed});
        if (!trail.rhythms.empty()) pen.text({axis.end() + 12, y - 6}, "repeats", type.note, {Role::muted});
    }
    // The slow ones first: where two fall on one day, the bigger mark stands.
    std::vector<const PageRhythm*> rhythms;
    for (const PlacedRhythm& placed : trail.rhythms) rhythms.push_back(placed.rhythm);
    std::stable_sort(rhythms.begin(), rhythms.end(),
                     [](const PageRhythm* a, const PageRhythm* b) { return a->days() > b->days(); });
    std::vector<double> taken;
    for (const PageRhythm* rhythm : rhythms) {
        const double spacing = axis.incrementWidth() * rhythm->days() / axis.increments().days;
        if (spacing < 2.5) continue;
        const double reach = rhythm->days() >= 80 ? 5.3 : rhythm->days() >= 25 && spacing > 8 ? 3.1 : 0;
        const auto mark = [&](Date date) {
            const double x = axis.x(date);
            const bool isFree =
                std::none_of(taken.begin(), taken.end(), [&](double other) { return std::abs(other - x) < reach + 3; });
            if (!isFree || x < axis.left() + reach || x > axis.end() + 0.5) return;
            taken.push_back(x);
            const bool isHeld = std::any_of(rhythm->held.begin(), rhythm->held.end(), [&](Date held) {
                return std::abs(held.days - date.days) * 3 <= rhythm->days();
            });
            const Paint tone = reach > 4 ? Paint{Role::ink} : Paint{Role::muted};
            if (reach == 0)
                pen.rule({x, y - 2.5}, {x, y + 2.5}, {tone, 0.8});
            else
                pen.diamond({x, y}, reach, isHeld ? tone : Paint{Role::paper}, {tone, reach > 4 ? 1.2 : 0.9});
        };
        const int first = (axis.window().from.days - rhythm->anchor.days) / std::max(1, rhythm->days()) - 2;
        for (int n = first;; ++n) {
            const Date date = base::addPeriod(rhythm->anchor, rhythm->period, n);
            if (date.days > axis.lastDay().days + 1) break;
            if (date >= axis.window().from) mark(date);
        }
    }
    for (const PlacedRhythm& placed : trail.rhythms) {
        const double width =
            pen.textOn(axis.groundAt(placed.x), {placed.x, y - 8}, placed.rhythm->name, type.strongNote, {Role::ink});
        pen.textOn(axis.groundAt(placed.x + width), {placed.x + width + 3, y - 8}, base::toWords(placed.rhythm->period),
                   type.note, {Role::muted});
    }
}

void drawEvent(PagePen& pen, const PageAxis& axis, const PlacedEvent& placed, double top, double line,
               const RoadmapType& type) {
    const PageEvent& event = *placed.event;
    pen.setEntity(event.id);
    const Point mark{placed.x, top + type.titleLine / 2};
    pen.rule({mark.x, mark.y}, {mark.x, line}, {{Role::line}, hairline});
    const double start = placed.isLeft ? placed.x - 8 - placed.width : placed.x + 8;
    const Paint ground = axis.groundAt(start);
    const double baseline = top + baselineOffset(type.title.size, type.titleLine);
    const std::string date = base::toShortWords(event.date);
    const double dateWidth = pen.measure().width(date, type.note);
    const double titleWidth =
        pen.textOn(ground, {start, baseline}, event.title, type.title, {Role::ink}, placed.width - dateWidth - 4);
    pen.textOn(ground, {start + titleWidth + 4, baseline}, date, type.note, {Role::muted});
    pen.textOn(ground, {start, baseline + type.noteLine + 0.6}, event.text, type.note, {Role::ink}, placed.width);
    if (event.isDecision)
        pen.diamond(mark, 4.4, {Role::ink}, {{Role::ink}, 0.7});
    else
        pen.circle(mark, 3.4, {Role::paper}, {{Role::ink}, 1.2});
    pen.setEntity({});
}

struct PlacedSpineItem {
    const PageSpineItem* item = nullptr;
    double x = 0; // of its mark
    std::string dateText;
    bool isOverdue = false;
    bool isUndated = false;
    std::size_t row = 0;
};

} // namespace

RoadmapType roadmapType(Paper paper) {
    if (paper == Paper::a3) return {};
    return {{8, 600}, {6.5, 400}, {6.5, 500}, {7, 600}, 10, 8.6, 108, 104, 82, 44};
}

double Band::rowsHeight() const {
    double height = 2 * padding;
    for (const BandRow& row : rows) height += row.height;
    return height;
}

double headHeight(const Band& band, const RoadmapType& type, const TextMeasure& measure) {
    const PagePen pen(measure);
    const double width = type.headWidth - 9;
    double height = pen.heightOf(band.title, type.title, width, headLines, type.titleLine) + 2;
    for (std::size_t i = 0; i < std::min(mostNotes, band.notes.size()); ++i)
        height += pen.heightOf(band.notes[i], type.note, width, 2, type.noteLine);
    return height + 10;
}

void drawBandHead(PagePen& pen, const Band& band, const RoadmapType& type, double left, double top, bool isContinued) {
    pen.setEntity(band.id);
    const double width = type.headWidth - 9;
    double y = top + 5;
    y += pen.paragraph({left, y}, band.title, type.title, {Role::ink}, width, headLines, type.titleLine) + 1.5;
    if (isContinued) {
        pen.paragraph({left, y}, "continued", type.note, {Role::muted}, width, 1, type.noteLine);
    } else {
        for (std::size_t i = 0; i < std::min(mostNotes, band.notes.size()); ++i)
            y += pen.paragraph({left, y}, band.notes[i], type.note, {Role::muted}, width, 2, type.noteLine);
    }
    pen.setEntity({});
}

Band trailBand(const RoadmapContent& content, const PageAxis& axis, const RoadmapType& type,
               const TextMeasure& measure) {
    Band band;
    band.title = "Decided and learned";
    band.notes = {"left of today; the reviews that repeat to the right of it"};

    auto trail = std::make_shared<Trail>();
    const std::optional<double> today = axis.today();
    std::vector<std::vector<Extent>> rows;
    std::size_t left = 0;
    // The newest first: when there is no room for all, the oldest are counted instead.
    for (auto event = content.events.rbegin(); event != content.events.rend(); ++event) {
        if (!axis.shows(event->date) && !(axis.window().isFirst && event->date < axis.window().from)) {
            continue;
        }
        if (event->date < axis.window().from) {
            ++left;
            continue;
        }
        PlacedEvent placed{&*event, axis.x(event->date), 0, false, 0};
        const double titleWidth = measure.width(visible(event->title), type.title) + 4.5 +
                                  measure.width(base::toShortWords(event->date), type.note);
        placed.width = std::min(eventWidth, std::max(titleWidth, measure.width(visible(event->text, 400), type.note)));
        const double right = placed.x + 8 + placed.width;
        const bool crossesToday = today && placed.x < *today && right > *today - 3;
        placed.isLeft = (crossesToday || right > axis.right()) && placed.x - 8 - placed.width > axis.left();
        const Extent extent =
            placed.isLeft ? Extent{placed.x - 8 - placed.width, placed.x + 5} : Extent{placed.x - 5, right};
        std::vector<std::vector<Extent>> trial = rows;
        placed.row = takeRow(trial, extent, 6);
        if (placed.row >= mostEventRows) {
            ++left;
            continue;
        }
        rows = std::move(trial);
        trail->events.push_back(placed);
    }
    if (left > 0)
        band.notes.push_back(std::to_string(left) + (left == 1 ? " earlier one is" : " earlier ones are") +
                             " not shown");

    const double eventHeight = type.titleLine + type.noteLine + 4;
    for (std::size_t row = 0; row < rows.size(); ++row)
        trail->rowTops.push_back(static_cast<double>(row) * eventHeight);
    double y = eventHeight * static_cast<double>(rows.size());

    if (axis.window().isFirst || axis.today()) {
        double x = (today ? std::max(*today, axis.left()) : axis.left()) + 12;
        for (const PageRhythm& rhythm : content.rhythms) {
            const double width = measure.width(rhythm.name, type.strongNote) + 3 +
                                 measure.width(base::toWords(rhythm.period), type.note);
            if (x + width > axis.end()) x = axis.left() + 5; // no room to the right: the line still shows its marks
            trail->rhythms.push_back({&rhythm, x});
            x += width + 16;
        }
    } else {
        for (const PageRhythm& rhythm : content.rhythms) trail->rhythms.push_back({&rhythm, axis.left() + 5});
    }
    trail->line = y + type.noteLine + 11;

    BandRow row;
    row.height = trail->line + 6;
    row.draw = [trail, axis, type](PagePen& pen, double top) {
        for (const PlacedEvent& placed : trail->events)
            drawEvent(pen, axis, placed, top + trail->rowTops[placed.row], top + trail->line, type);
        drawRhythm(pen, axis, *trail, top + trail->line, type);
    };
    band.rows.push_back(std::move(row));
    band.padding = 5;
    return band;
}

Band spineBand(const std::vector<PageSpineItem>& items, const PageAxis& axis, const RoadmapType& type,
               const TextMeasure& measure) {
    Band band;
    band.title = "Fixed spine";
    band.notes = {"when each item is looked at again"};
    band.padding = 5;
    constexpr double markWidth = 11;
    constexpr double titleWidth = 230;

    auto placed = std::make_shared<std::vector<PlacedSpineItem>>();
    for (const PageSpineItem& item : items) {
        PlacedSpineItem place{&item, 0, {}, false, false, 0};
        if (!item.review) {
            if (!axis.window().isFirst) continue;
            place.isUndated = true;
            place.dateText = "no review date";
            place.x = axis.left() + 8;
        } else if (*item.review < axis.window().from) {
            if (!axis.window().isFirst) continue;
            place.isOverdue = true;
            place.dateText = "was due " + base::toWords(*item.review);
            place.x = axis.left() + 8;
        } else if (*item.review > axis.lastDay()) {
            if (!axis.window().goesOn) continue;
            place.dateText = base::toWords(*item.review) + " →";
            place.x = axis.end() + 6;
        } else {
            place.isOverdue = *item.review < axis.increments().today;
            place.dateText = (place.isOverdue ? "was due " : "") + base::toShortWords(*item.review);
            place.x = axis.x(*item.review);
        }
        placed->push_back(std::move(place));
    }
    std::stable_sort(placed->begin(), placed->end(),
                     [](const PlacedSpineItem& a, const PlacedSpineItem& b) { return a.x < b.x; });
    std::vector<std::vector<Extent>> rows;
    for (PlacedSpineItem& place : *placed) {
        const double words = std::min(titleWidth, measure.width(visible(place.item->title, 400), type.note)) + 4 +
                             measure.width(place.dateText, type.note);
        place.x = std::max(axis.left() + 6, std::min(place.x, axis.right() - markWidth - words));
        place.row = takeRow(rows, {place.x - 5, place.x + markWidth - 5 + words}, 8);
    }
    for (std::size_t row = 0; row < rows.size(); ++row) {
        BandRow bandRow;
        bandRow.height = type.noteLine + 1.4;
        bandRow.draw = [placed, row, axis, type](PagePen& pen, double top) {
            const double baseline = top + baselineOffset(type.note.size, type.noteLine + 1.4);
            for (const PlacedSpineItem& place : *placed) {
                if (place.row != row) continue;
                pen.setEntity(place.item->id);
                const bool isLate = place.isOverdue || place.isUndated;
                const Point mark{place.x, baseline - 0.36 * type.note.size};
                const Paint ground = axis.groundAt(place.x);
                double x = place.x + 6.5;
                x += pen.textOn(ground, {x, baseline}, place.item->title, type.note, {isLate ? Role::warn : Role::ink},
                                titleWidth);
                pen.textOn(ground, {x + 4, baseline}, place.dateText, type.note, {isLate ? Role::warn : Role::muted});
                if (isLate)
                    pen.symbol(mark, 8, "warning", {Role::warn});
                else
                    drawLock(pen, place.item->lock, mark);
                pen.setEntity({});
            }
        };
        band.rows.push_back(std::move(bandRow));
    }
    return band;
}

} // namespace flowspine::view
