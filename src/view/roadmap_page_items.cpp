#include "view/roadmap_page_bands.h"

#include <algorithm>
#include <cmath>
#include <memory>
#include <numbers>

namespace flowspine::view {
namespace {

constexpr double tintWidth = 4.3;
constexpr double textLeft = 10.5;
constexpr double textRight = 6;
constexpr double padding = 4.3;
constexpr double gapBefore = 7; // room for the arrow from the bar before
constexpr double rowGap = 8;
constexpr double besideWidth = 118; // of the text beside a short bar
constexpr double besideGap = 5;
constexpr double openTail = 34; // what an open end takes to the right
constexpr double symbolSize = 8;
constexpr Paint edge{Role::muted, 55};
constexpr std::size_t titleLines = 3;
constexpr std::size_t noteLines = 3;

struct Bar {
    const PageItem* item = nullptr;
    Rect rect;
    Rect text;           // where its words stand
    bool isOpen = false; // no right edge
    bool isCut = false;  // goes on from the left
    bool isBeside = false;
    std::optional<double> elapsed; // to this x
    double from = 0;               // what it needs of its row
    double to = 0;
    std::size_t row = 0;
};

std::string reviewText(const PageItem& item) {
    return item.review ? base::toShortWords(*item.review) : std::string();
}

double footWidth(const PageItem& item, const RoadmapType& type, const TextMeasure& measure) {
    double width = 9 + measure.width(item.stateText, type.note);
    if (item.lock != SpineLock::none) width += symbolSize + 3;
    if (item.review) width += 12 + measure.width(reviewText(item), {type.note.size, 600});
    return width + 8;
}

double textHeight(const PageItem& item, double width, const RoadmapType& type, const PagePen& pen, bool isBeside) {
    double height = pen.heightOf(item.title, type.title, width, titleLines, type.titleLine) + 1.5;
    height += pen.heightOf(item.measureText, type.strongNote, width, noteLines, type.noteLine);
    height += pen.heightOf(item.stopText, type.note, width, noteLines, type.noteLine);
    height += pen.heightOf(item.warning, type.note, width, noteLines, type.noteLine);
    const bool isTwoLines = footWidth(item, type, pen.measure()) > width;
    height += (isTwoLines ? 2 : 1) * (type.noteLine + 1.5) + (isBeside ? 1 : 3.5);
    return height;
}

void drawReview(PagePen& pen, const PageItem& item, const RoadmapType& type, double right, double baseline) {
    double x = right;
    if (item.review) {
        const TextStyle strong{type.note.size, 600};
        x -= pen.text({x, baseline}, reviewText(item), strong, {Role::ink}, 0, Align::right) + 6.5;
        pen.diamond({x, baseline - 0.36 * type.note.size}, 3.4, {Role::ink}, {{Role::ink}, 0.5});
        x -= 6;
    }
    if (item.lock != SpineLock::none) drawLock(pen, item.lock, {x - symbolSize / 2, baseline - 0.36 * type.note.size});
}

// Words from the top down; the foot at `footBottom`.
void drawText(PagePen& pen, const Bar& bar, const RoadmapType& type) {
    const PageItem& item = *bar.item;
    const Rect& area = bar.text;
    double y = area.y;
    y += pen.paragraph({area.x, y}, item.title, type.title, {Role::ink}, area.width, titleLines, type.titleLine) + 1.5;
    y += pen.paragraph({area.x, y}, item.measureText, type.strongNote, {Role::ink}, area.width, noteLines,
                       type.noteLine);
    y += pen.paragraph({area.x, y}, item.stopText, type.note, {Role::bad}, area.width, noteLines, type.noteLine);
    y += pen.paragraph({area.x, y}, item.warning, type.note, {Role::bad}, area.width, noteLines, type.noteLine);

    const bool isTwoLines = footWidth(item, type, pen.measure()) > area.width;
    const double line = type.noteLine + 1.5;
    double foot = bar.isBeside ? y + 1 : area.bottom() - line * (isTwoLines ? 2 : 1);
    double baseline = foot + baselineOffset(type.note.size, line);
    drawStatus(pen, item.status, {area.x + 3.2, baseline - 0.36 * type.note.size});
    std::string state = item.stateText;
    if (bar.isBeside && !item.effortText.empty()) state += ", " + item.effortText;
    pen.text({area.x + 9, baseline}, state, type.note, {Role::ink}, area.width - 9);
    if (isTwoLines) baseline += line;
    drawReview(pen, item, type,
               bar.isBeside && isTwoLines ? area.x + footWidth(item, type, pen.measure()) - 17 : area.right(),
               baseline);
}

// The owner's colour along the left edge, its corners following those of the bar.
void drawTint(PagePen& pen, const Rect& rect, Paint tint, double radius) {
    Ribbon ribbon;
    ribbon.fill = tint;
    const double left = rect.x + 0.4;
    const double r = radius - 0.4;
    for (int i = 0; i <= 4; ++i) {
        const double angle = std::numbers::pi / 2 * i / 4;
        const double x = left + r - r * std::cos(angle);
        const double in = r - r * std::sin(angle);
        ribbon.upper.push_back({x, rect.y + 0.4 + in});
        ribbon.lower.push_back({x, rect.bottom() - 0.4 - in});
    }
    ribbon.upper.push_back({rect.x + tintWidth, rect.y + 0.4});
    ribbon.lower.push_back({rect.x + tintWidth, rect.bottom() - 0.4});
    pen.ribbon(std::move(ribbon));
}

void drawBar(PagePen& pen, const Bar& bar, const RoadmapType& type, double rowHeight) {
    const PageItem& item = *bar.item;
    constexpr double radius = 4;
    pen.setEntity(item.id);
    Bar placed = bar;
    if (!bar.isBeside) { // bars of one row are equally high
        placed.rect.height = rowHeight;
        placed.text.height = placed.rect.height - 2 * padding;
    }
    const Rect& rect = placed.rect;
    const Stroke border{edge, 0.7, item.hasDates ? Dash::solid : Dash::dashed};
    const bool hasAllEdges = !bar.isOpen && !bar.isCut;
    Shape& ground = pen.box(rect, {Role::paper}, hasAllEdges ? border : Stroke{{Role::none}, 0}, radius);
    ground.altText = item.title + ", " + item.stateText;
    if (bar.elapsed)
        pen.box({rect.x + tintWidth, rect.y + 0.5, *bar.elapsed - rect.x - tintWidth, rect.height - 1},
                {Role::ink, 4, Role::paper});
    if (!hasAllEdges) {
        if (bar.isCut) {
            pen.rule({rect.x, rect.y}, {rect.right(), rect.y}, border);
            pen.rule({rect.x, rect.bottom()}, {rect.right(), rect.bottom()}, border);
            if (!bar.isOpen) pen.rule({rect.right(), rect.y}, {rect.right(), rect.bottom()}, border);
        } else {
            pen.path({{rect.right(), rect.y}, {rect.x, rect.y}, {rect.x, rect.bottom()}, {rect.right(), rect.bottom()}},
                     border, LineEnd::none, radius);
        }
    }
    if (bar.isOpen) {
        double x = rect.right() + 4;
        for (const double length : {12.0, 7.0, 3.5}) {
            pen.rule({x, rect.y}, {x + length, rect.y}, {edge, 0.7});
            pen.rule({x, rect.bottom()}, {x + length, rect.bottom()}, {edge, 0.7});
            x += length + 4;
        }
    }
    if (!bar.isCut) drawTint(pen, rect, item.tint, radius);
    drawText(pen, placed, type);
    pen.setEntity({});
}

std::vector<Bar> barsOf(const PageGroup& group, const PageAxis& axis, const RoadmapType& type) {
    const AxisWindow& window = axis.window();
    const Date lastDay = axis.lastDay();
    std::vector<Bar> bars;
    for (const PageItem& item : group.items) {
        const bool isLate = item.start > lastDay && !window.goesOn;
        const bool isEarly = item.end < window.from && !window.isFirst;
        if (isLate || isEarly) continue;
        Bar bar;
        bar.item = &item;
        bar.isCut = item.start < window.from;
        const bool goesOn = item.end > lastDay;
        bar.isOpen = goesOn || item.hasOpenEnd;
        double left = std::clamp(axis.x(item.start) + gapBefore, axis.left() + (bar.isCut ? 0 : gapBefore), axis.end());
        double right = goesOn ? axis.end() : std::max(axis.x(base::addDays(item.end, 1)) - 3, axis.left() + 12);
        if (item.start > lastDay) { // more than a century ahead
            left = axis.end() + 3;
            right = left + 14;
        }
        right = std::max(right, left + 14);
        bar.rect = {left, 0, right - left, 0};
        bar.isBeside = bar.rect.width < type.textInside;
        bar.from = left;
        bar.to = right + (bar.isOpen ? openTail : 0);
        if (!bar.isBeside) {
            bar.text = {left + textLeft, padding, bar.rect.width - textLeft - textRight, 0};
        } else if (right + besideGap + besideWidth <= axis.right()) {
            bar.text = {right + besideGap + (bar.isOpen ? openTail : 0), 0, besideWidth, 0};
            bar.to = bar.text.right();
        } else {
            bar.text = {std::max(axis.left() + 2, left - besideGap - besideWidth), 0, 0, 0};
            bar.text.width = std::max(40.0, left - besideGap - bar.text.x);
            bar.from = bar.text.x;
        }
        bars.push_back(bar);
    }
    return bars;
}

// First-fit: each bar into the first row that is free where it stands.
std::size_t packRows(std::vector<Bar>& bars) {
    std::vector<std::vector<std::pair<double, double>>> rows;
    for (Bar& bar : bars) {
        std::size_t row = 0;
        while (row < rows.size() &&
               std::any_of(rows[row].begin(), rows[row].end(), [&](const std::pair<double, double>& taken) {
                   return bar.from < taken.second + 6 && taken.first < bar.to + 6;
               }))
            ++row;
        if (row == rows.size()) rows.emplace_back();
        rows[row].emplace_back(bar.from, bar.to);
        bar.row = row;
    }
    return rows.size();
}

} // namespace

Band groupBand(const PageGroup& group, const PageAxis& axis, const RoadmapType& type, const TextMeasure& measure) {
    Band band;
    band.id = group.id;
    band.title = group.name;
    band.notes = group.notes;
    band.bookmark = group.name;

    std::vector<Bar> bars = barsOf(group, axis, type);
    const std::size_t rowCount = packRows(bars);
    const PagePen pen(measure);
    for (std::size_t row = 0; row < rowCount; ++row) {
        auto placed = std::make_shared<std::vector<Bar>>();
        double height = 0;
        for (Bar& bar : bars) {
            if (bar.row != row) continue;
            const double text = textHeight(*bar.item, bar.text.width, type, pen, bar.isBeside);
            bar.text.height = text;
            bar.rect.height = bar.isBeside ? text : text + 2 * padding;
            const std::optional<double> today = axis.today();
            if (today && *today > bar.rect.x + tintWidth && !bar.isBeside)
                bar.elapsed = std::min(*today, bar.rect.right() - 0.5);
            height = std::max(height, bar.rect.height);
            placed->push_back(bar);
        }
        BandRow bandRow;
        bandRow.height = height + (row + 1 < rowCount ? rowGap : 0);
        for (const Bar& bar : *placed) bandRow.items.push_back({bar.item, bar.rect});
        bandRow.draw = [placed, type, height](PagePen& sheet, double top) {
            for (Bar bar : *placed) {
                bar.rect.y += top;
                bar.text.y += top;
                drawBar(sheet, bar, type, height);
            }
        };
        band.rows.push_back(std::move(bandRow));
    }
    return band;
}

void drawLock(PagePen& pen, SpineLock lock, Point center) {
    if (lock == SpineLock::none) return;
    const bool isClosed = lock == SpineLock::closed;
    pen.symbol(center, symbolSize, isClosed ? "lock-closed" : "lock-open", {isClosed ? Role::bad : Role::warn});
}

void drawStatus(PagePen& pen, model::RoadmapStatus status, Point center) {
    constexpr double radius = 3.1;
    const Stroke ink{{Role::ink}, 1.1};
    switch (status) {
    case model::RoadmapStatus::proposed: pen.circle(center, radius, {Role::paper}, ink); break;
    case model::RoadmapStatus::running: { // the left half is filled
        pen.circle(center, radius, {Role::paper}, ink);
        Ribbon half;
        half.fill = {Role::ink};
        for (int i = 0; i <= 8; ++i) {
            const double angle = std::numbers::pi * (0.5 + i / 8.0);
            half.upper.push_back(
                {center.x + radius * 0.9 * std::cos(angle), center.y - radius * 0.9 * std::sin(angle)});
            half.lower.push_back({center.x, half.upper.back().y});
        }
        pen.ribbon(std::move(half));
        break;
    }
    case model::RoadmapStatus::measuring:
        pen.circle(center, radius, {Role::paper}, ink);
        pen.circle(center, 1.5, {Role::ink}, {{Role::none}, 0});
        break;
    case model::RoadmapStatus::adopted: pen.symbol(center, symbolSize, "check", {Role::good}); break;
    case model::RoadmapStatus::adapted: pen.symbol(center, symbolSize, "adapt", {Role::ink}); break;
    case model::RoadmapStatus::stopped: pen.symbol(center, symbolSize, "stop", {Role::muted}); break;
    }
}

} // namespace flowspine::view
