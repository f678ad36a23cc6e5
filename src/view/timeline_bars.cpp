#include "view/roadmap_marks.h"
#include "view/row_packing.h"
#include "view/timeline_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace flowspine::view {

namespace {

constexpr double barHeight = 68;
constexpr double rowPitch = 76;
constexpr double barGap = 2;        // between bars of one row
constexpr double shortestBar = 120; // shorter ones carry their words outside
constexpr double outsideWidth = 250;
constexpr double fadeLength = 96;
constexpr double tintWidth = 5;
constexpr double lineEntry = 24; // dependencies meet bars this far below their upper edge

struct PlacedBar {
    const RoadmapEntry* entry = nullptr;
    double x = 0;
    double end = 0;
    bool hasOpenEnd = false;
    bool isCutLeft = false;
    double labelX = 0; // of words outside; 0: inside
    double labelWidth = 0;
    std::size_t row = 0;
};

// "67 → ? %" and a warning, as words that stand beside a short bar.
double outsideWords(const TextMeasure& measure, const RoadmapEntry& entry) {
    double width = measure.width(visible(entry.item->title), type::bodyStrong);
    width = std::max(width, 20 + measure.width(visible(entry.change), type::caption) + 90);
    width = std::max(width, measure.width(entry.missing, type::caption) + 20);
    return std::min(width + 4, outsideWidth);
}

PlacedBar placeBar(const TimelineFrame& frame, const TextMeasure& measure, const RoadmapEntry& entry) {
    const model::RoadmapItem& item = *entry.item;
    const TimelineScale& scale = frame.scale;
    PlacedBar bar;
    bar.entry = &entry;
    const Date end = item.end.value_or(*item.start);
    const Date start = item.start.value_or(frame.increments.startOf(frame.increments.at(end)));
    bar.x = scale.xAt(start);
    bar.isCutLeft = bar.x < scale.left;
    bar.x = std::clamp(bar.x, scale.left + 2, scale.right + 8);
    // Without an end the bar covers the increment it starts in, and fades.
    const Date drawnEnd =
        item.end ? base::addDays(std::max(end, start), 1) : frame.increments.startOf(frame.increments.at(start) + 1);
    bar.end = scale.xAt(drawnEnd) - 3;
    bar.hasOpenEnd = !item.end || bar.end > scale.right;
    bar.end = std::max(std::min(bar.end, scale.right), bar.x + 8);
    double taken = bar.hasOpenEnd ? bar.end + fadeLength : bar.end;
    if (bar.end - bar.x < shortestBar) {
        bar.labelWidth = outsideWords(measure, entry);
        bar.labelX = taken + 8;
        if (bar.labelX + bar.labelWidth > frame.width - 8) {
            const double left = bar.x - 8 - bar.labelWidth;
            if (left >= scale.left + 4)
                bar.labelX = left;
            else
                bar.labelWidth = std::max(frame.width - 8 - bar.labelX, 0.0);
        }
    }
    return bar;
}

PackedInterval extentOf(const PlacedBar& bar) {
    PackedInterval extent{bar.x, bar.hasOpenEnd ? bar.end + fadeLength : bar.end};
    if (bar.labelWidth > 0) {
        extent.start = std::min(extent.start, bar.labelX);
        extent.end = std::max(extent.end, bar.labelX + bar.labelWidth);
    }
    return extent;
}

std::string spokenText(const RoadmapEntry& entry) {
    const model::RoadmapItem& item = *entry.item;
    std::string text =
        item.title + ", " + std::string(model::labelOf(item.type)) + ", " + std::string(model::labelOf(item.status));
    if (item.start) text += ", from " + base::toWords(*item.start);
    text += item.end ? ", to " + base::toWords(*item.end) : ", no end";
    if (item.reviewDate) text += ", review " + base::toWords(*item.reviewDate);
    return text;
}

class BarDrawing {
  public:
    BarDrawing(PictureBuilder& to, const TimelineFrame& frame, const PlacedBar& bar, const Rect& rect)
        : m_to(to), m_frame(frame), m_bar(bar), m_entry(*bar.entry), m_item(*bar.entry->item), m_rect(rect),
          m_isSelected(frame.options.selection.contains(m_item.id)),
          m_isLit(frame.options.highlight.contains(m_item.id)), m_isHovered(frame.options.hover == m_item.id) {}

    void draw() {
        m_to.setEntity(m_item.id);
        drawBox();
        if (m_bar.labelWidth > 0)
            drawOutside();
        else
            drawInside();
        m_to.area(m_rect, m_item.id, "bar");
        if (m_bar.labelWidth > 0)
            m_to.area({m_bar.labelX, m_rect.y, m_bar.labelWidth, m_rect.height}, m_item.id, "bar");
        const double middle = m_rect.y + m_rect.height / 2;
        const Rect start{m_rect.x - 3, middle - 10, 6, 20};
        const Rect end{m_rect.right() - 3, middle - 10, 6, 20};
        m_to.area({start.x - 2, m_rect.y, 8, m_rect.height}, m_item.id, "bar-start");
        m_to.area({end.x, m_rect.y, 8, m_rect.height}, m_item.id, "bar-end");
        if (m_isSelected) {
            m_to.box("handle.start", start, {Role::paper}, {{Role::accent}, 1.5}, 3);
            m_to.box("handle.end", end, {Role::paper}, {{Role::accent}, 1.5}, 3);
        }
        m_to.setEntity({});
    }

  private:
    void drawBox() {
        const bool isStrong = m_isSelected || m_isLit;
        const Stroke border{isStrong      ? Paint{Role::accent}
                            : m_isHovered ? Paint{Role::ink, 45}
                                          : Paint{Role::muted, 45},
                            isStrong ? 2.0 : 1.0};
        Shape& box = m_to.box("bar", m_rect, {Role::paper}, m_bar.hasOpenEnd ? Stroke{{Role::none}, 0} : border, 6);
        box.altText = spokenText(m_entry);
        box.tip = m_item.title;
        if (const auto today = m_frame.todayX(); today && *today > m_rect.x) {
            const double past = std::min(*today, m_rect.right()) - m_rect.x;
            m_to.box("past", {m_rect.x + 1, m_rect.y + 1, std::max(past - 2, 0.0), m_rect.height - 2}, {Role::ink, 5},
                     {{Role::none}, 0}, 5);
        }
        m_to.box("tint", {m_rect.x, m_rect.y, std::min(tintWidth, m_rect.width), m_rect.height}, m_entry.tint,
                 {{Role::none}, 0}, 2);
        if (!m_bar.hasOpenEnd) return;
        // No right edge: the outline runs out.
        Shape& outline = m_to.line("outline",
                                   {{m_rect.right(), m_rect.y + 0.5},
                                    {m_rect.x + 0.5, m_rect.y + 0.5},
                                    {m_rect.x + 0.5, m_rect.bottom() - 0.5},
                                    {m_rect.right(), m_rect.bottom() - 0.5}},
                                   border);
        std::get<Line>(outline.form).bendRadius = 6;
        double x = m_rect.right();
        int i = 0;
        for (const auto& [length, gap] :
             {std::pair{28.0, 8.0}, std::pair{20.0, 10.0}, std::pair{12.0, 12.0}, std::pair{6.0, 0.0}}) {
            const std::string part = "fade" + std::to_string(i++);
            for (const double y : {m_rect.y + 0.5, m_rect.bottom() - 0.5})
                m_to.line(part + (y < m_rect.y + 1 ? ".upper" : ".lower"), {{x, y}, {x + length, y}},
                          {{Role::muted, 45}, 1});
            x += length + gap;
        }
    }

    void drawInside() {
        const double left = m_rect.x + tintWidth + 9;
        const double right = m_rect.right() - 9;
        m_to.paragraph("title", {left, m_rect.y + 6}, m_item.title, type::bodyStrong, {Role::ink}, right - left, 2, 18);
        drawFacts(left, right, m_rect.bottom() - 11);
    }

    void drawOutside() {
        const double left = m_bar.labelX;
        const double right = left + m_bar.labelWidth;
        // Opaque, so that no grid line runs through the words.
        m_to.box("label.ground", {left - 2, m_rect.y + 2, m_bar.labelWidth + 4, 60}, m_frame.groundAt(left));
        m_to.text("title", {left, m_rect.y + 18}, m_item.title, type::bodyStrong, {Role::ink}, m_bar.labelWidth);
        drawFacts(left, right, m_rect.y + 36);
        if (!m_entry.missing.empty())
            m_to.text("missing", {left, m_rect.y + 53}, m_entry.missing, type::caption, {Role::bad}, m_bar.labelWidth);
    }

    // State, what is to change, lock, review.
    void drawFacts(double left, double right, double baseline) {
        if (right - left < 16) return;
        drawStateMark(m_to, "state", {left + 5, baseline - 4}, m_item.status);
        double end = right;
        if (m_item.reviewDate) {
            const std::string date = base::toShortWords(*m_item.reviewDate);
            const double width = m_to.measure().width(date, type::captionStrong);
            if (end - width - 15 >= left + 16) {
                const bool isDue = *m_item.reviewDate < m_frame.options.today;
                const Paint paint{isDue ? Role::bad : Role::ink};
                m_to.text("review", {end, baseline}, date, type::captionStrong, paint, 0, Align::right);
                drawDiamond(m_to, "review.mark", {end - width - 9.5, baseline - 4}, 9, true, paint, 1);
                end -= width + 20;
            }
        }
        if (m_entry.lock != SpineLock::none && end - 16 >= left + 16) {
            drawLock(m_to, "lock", {end - 14, baseline - 11, 14, 14}, m_entry.lock);
            m_to.picture().shapes.back().tip = m_entry.spineText;
            end -= 20;
        }
        const bool isInside = m_bar.labelWidth == 0;
        const bool saysMissing = isInside && m_entry.change.empty();
        if (isInside && !saysMissing && !m_entry.missing.empty() && end - 16 >= left + 16) {
            m_to.symbol("missing", {end - 14, baseline - 11, 14, 14}, "warning", {Role::warn}).tip = m_entry.missing;
            end -= 20;
        }
        if (end - left - 16 > 12)
            m_to.text("change", {left + 16, baseline}, saysMissing ? m_entry.missing : m_entry.change, type::caption,
                      {saysMissing ? Role::bad : Role::ink}, end - left - 18);
    }

    PictureBuilder& m_to;
    const TimelineFrame& m_frame;
    const PlacedBar& m_bar;
    const RoadmapEntry& m_entry;
    const model::RoadmapItem& m_item;
    Rect m_rect;
    bool m_isSelected;
    bool m_isLit;
    bool m_isHovered;
};

} // namespace

double drawBars(PictureBuilder& to, const TimelineFrame& frame, const RoadmapGroup& group, BarPlaces& places,
                double top) {
    std::vector<const RoadmapEntry*> entries;
    for (const RoadmapEntry& entry : group.entries)
        if (entry.item->start || entry.item->end) entries.push_back(&entry);
    const auto key = [](const RoadmapEntry* entry) {
        return std::pair(entry->item->start.value_or(entry->item->end.value_or(Date{})), entry->item->id);
    };
    std::stable_sort(entries.begin(), entries.end(),
                     [&](const RoadmapEntry* a, const RoadmapEntry* b) { return key(a) < key(b); });
    std::vector<PlacedBar> bars;
    std::vector<PackedInterval> intervals;
    for (const RoadmapEntry* entry : entries) {
        bars.push_back(placeBar(frame, to.measure(), *entry));
        intervals.push_back(extentOf(bars.back()));
    }
    const auto rows = packIntoRows(intervals, barGap);
    const std::size_t count = std::max<std::size_t>(rowCount(rows), 1);
    const std::string part = "lane." + group.key;
    const double head = drawLaneHead(to, part, top, group.name.empty() ? "Unnamed" : group.name, group.tint,
                                     group.ownerName, group.note, frame.headWidth);
    const double used = 12 + rowPitch * static_cast<double>(count) + 4;
    const double bottom = top + std::max(used, head);
    to.area({0, top, frame.headWidth, bottom - top}, group.id, "lane", group.key);
    to.area({frame.scale.left, top, frame.width - frame.scale.left, bottom - top}, group.id, "lane-body", group.key);
    to.line(part + ".edge", {{0, bottom - 0.5}, {frame.width, bottom - 0.5}}, {{Role::line}, 1});
    for (std::size_t i = 0; i < bars.size(); ++i) {
        const double y = top + 12 + rowPitch * static_cast<double>(rows[i]);
        const Rect rect{bars[i].x, y, bars[i].end - bars[i].x, barHeight};
        places[entries[i]->item->id] = rect;
        BarDrawing(to, frame, bars[i], rect).draw();
    }
    return bottom;
}

void drawDependencies(PictureBuilder& below, PictureBuilder& above, const TimelineFrame& frame,
                      const BarPlaces& places) {
    frame.model.forEach(frame.model.plan().roadmap, [&](const model::RoadmapItem& item) {
        const auto target = places.find(item.id);
        if (target == places.end()) return;
        for (const AnyId& earlier : item.dependsOn.ids()) {
            const auto source = places.find(earlier);
            if (source == places.end() || earlier == item.id) continue;
            const Rect& a = source->second;
            const Rect& b = target->second;
            Point start{a.right(), a.y + lineEntry};
            Point end{b.x, b.y + lineEntry};
            // Where one bar follows close on the other the arrow lies on their borders, clear of their words.
            const bool isClose = start.y == end.y && end.x >= start.x && end.x < start.x + 16;
            if (isClose) {
                start.x -= 8;
                end.x += 8;
            }
            PictureBuilder& to = isClose ? above : below;
            std::vector<Point> points{start};
            if (!isClose && (start.y != end.y || end.x < start.x + 16)) {
                if (end.x >= start.x + 16) {
                    points.push_back({end.x - 10, start.y});
                    points.push_back({end.x - 10, end.y});
                } else {
                    // Down between the rows, back, and in from the left.
                    const double between = (b.y > a.y ? a.bottom() : a.y) + (b.y > a.y ? 4 : -4);
                    points.push_back({start.x + 8, start.y});
                    points.push_back({start.x + 8, between});
                    points.push_back({end.x - 12, between});
                    points.push_back({end.x - 12, end.y});
                }
            }
            points.push_back(end);
            const auto& selection = frame.options.selection;
            const bool isLit = selection.contains(item.id) || selection.contains(earlier);
            to.setEntity(item.id);
            Shape& shape = to.line("waits." + std::string(earlier.text()), std::move(points),
                                   {{isLit ? Role::accent : Role::muted}, 1.5});
            auto& line = std::get<Line>(shape.form);
            line.end = LineEnd::arrow;
            line.bendRadius = 6;
        }
    });
    below.setEntity({});
    above.setEntity({});
}

} // namespace flowspine::view
