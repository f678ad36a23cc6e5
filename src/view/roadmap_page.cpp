#include "view/roadmap_page.h"

#include "model/naming.h"
#include "view/page_frame.h"
#include "view/roadmap_page_axis.h"
#include "view/roadmap_page_bands.h"
#include "view/roadmap_page_content.h"
#include "view/roadmap_page_foot.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstdio>
#include <unordered_map>
#include <utility>

namespace flowspine::view {
namespace {

constexpr double hairline = 0.7;
constexpr double footGap = 16;
constexpr double pointsPerMillimetre = 72 / 25.4;

// Rows `first` to `last` (not included) of a band on a sheet.
struct PlacedBand {
    const Band* band = nullptr;
    std::size_t first = 0;
    std::size_t last = 0;
    double top = 0;
    double height = 0;
};

std::string scaleText(double incrementWidth) {
    std::array<char, 48> text{};
    const int length = std::snprintf(text.data(), text.size(), "1 increment = %ld.%ld mm",
                                     std::lround(incrementWidth / pointsPerMillimetre * 10) / 10,
                                     std::lround(incrementWidth / pointsPerMillimetre * 10) % 10);
    return {text.data(), static_cast<std::size_t>(length)};
}

std::string nextReview(const RoadmapContent& content, Date today) {
    std::optional<Date> next;
    for (const PageGroup& group : content.groups)
        for (const PageItem& item : group.items)
            if (item.review && *item.review >= today && (!next || *item.review < *next)) next = item.review;
    return next ? base::toWords(*next) : std::string();
}

// One window of time, from band to band and sheet to sheet.
class WindowSheets {
  public:
    WindowSheets(const PageAxis& axis, const RoadmapType& type, const TextMeasure& measure, const Rect& content)
        : m_axis(axis), m_type(type), m_measure(measure), m_content(content), m_cursor(content.y + PageAxis::height) {}

    void add(Band band);
    // After the last band: what stands below the chart. False when it did not fit and is left to the next sheet.
    [[nodiscard]] bool addFoot(const RoadmapFoot& foot);
    [[nodiscard]] std::vector<SheetContent> finish();

  private:
    [[nodiscard]] double room() const { return m_content.bottom() - m_cursor; }
    void place(const Band& band, std::size_t first, std::size_t last);
    void endSheet();
    void drawBands(PagePen& pen) const;
    void drawDependencies(PagePen& pen) const;

    const PageAxis& m_axis;
    const RoadmapType& m_type;
    const TextMeasure& m_measure;
    Rect m_content;
    double m_cursor;
    std::vector<std::unique_ptr<Band>> m_bands;
    std::vector<PlacedBand> m_placed; // on the present sheet
    const RoadmapFoot* m_foot = nullptr;
    std::vector<SheetContent> m_sheets;
};

void WindowSheets::add(Band made) {
    if (made.rows.empty()) return;
    const Band& band = *m_bands.emplace_back(std::make_unique<Band>(std::move(made)));
    const double whole = std::max(band.rowsHeight(), headHeight(band, m_type, m_measure));
    if (whole <= room()) {
        place(band, 0, band.rows.size());
        return;
    }
    const double capacity = m_content.height - PageAxis::height;
    if (whole <= capacity) {
        endSheet();
        place(band, 0, band.rows.size());
        return;
    }
    // Taller than a sheet: as many rows as fit, then on.
    std::size_t first = 0;
    while (first < band.rows.size()) {
        double height = 2 * band.padding;
        std::size_t last = first;
        while (last < band.rows.size() && height + band.rows[last].height <= room()) height += band.rows[last++].height;
        if (last == first) {
            if (!m_placed.empty()) {
                endSheet();
                continue;
            }
            ++last; // a single row higher than a sheet still has to stand somewhere
        }
        place(band, first, last);
        first = last;
    }
}

void WindowSheets::place(const Band& band, std::size_t first, std::size_t last) {
    double height = 2 * band.padding;
    for (std::size_t row = first; row < last; ++row) height += band.rows[row].height;
    if (first == 0) height = std::max(height, std::min(headHeight(band, m_type, m_measure), room()));
    m_placed.push_back({&band, first, last, m_cursor, height});
    m_cursor += height;
}

bool WindowSheets::addFoot(const RoadmapFoot& foot) {
    if (foot.height() + footGap > room()) return false;
    m_foot = &foot;
    return true;
}

void WindowSheets::drawDependencies(PagePen& pen) const {
    constexpr double below = 20; // where a line meets a bar, from its top
    std::unordered_map<AnyId, Rect> rects;
    for (const PlacedBand& placed : m_placed) {
        double top = placed.top + placed.band->padding;
        for (std::size_t row = placed.first; row < placed.last; ++row) {
            for (const PlacedItem& item : placed.band->rows[row].items) {
                Rect rect = item.rect;
                rect.y += top;
                rects.emplace(item.item->id, rect);
            }
            top += placed.band->rows[row].height;
        }
    }
    const Stroke stroke{{Role::muted}, 1.1};
    for (const PlacedBand& placed : m_placed) {
        for (std::size_t row = placed.first; row < placed.last; ++row) {
            for (const PlacedItem& each : placed.band->rows[row].items) {
                const Rect& to = rects.at(each.item->id);
                for (const AnyId& dependency : each.item->dependsOn) {
                    const auto found = rects.find(dependency);
                    if (found == rects.end()) continue;
                    const Rect& from = found->second;
                    const Point start{from.right(), from.y + std::min(below, from.height / 2)};
                    const Point end{to.x, to.y + std::min(below, to.height / 2)};
                    pen.setEntity(each.item->id);
                    if (end.x >= start.x + 8 && start.y == end.y)
                        pen.path({start, end}, stroke, LineEnd::arrow);
                    else if (end.x >= start.x + 8)
                        pen.path({start, {end.x - 7, start.y}, {end.x - 7, end.y}, end}, stroke, LineEnd::arrow, 3);
                    else
                        pen.path({start,
                                  {start.x + 5, start.y},
                                  {start.x + 5, to.y - 4},
                                  {end.x - 7, to.y - 4},
                                  {end.x - 7, end.y},
                                  end},
                                 stroke, LineEnd::arrow, 3);
                    pen.setEntity({});
                }
            }
        }
    }
}

void WindowSheets::drawBands(PagePen& pen) const {
    for (std::size_t i = 0; i < m_placed.size(); ++i) {
        const PlacedBand& placed = m_placed[i];
        const Band& band = *placed.band;
        drawBandHead(pen, band, m_type, m_content.x, placed.top, placed.first > 0);
        double top = placed.top + band.padding;
        for (std::size_t row = placed.first; row < placed.last; ++row) {
            band.rows[row].draw(pen, top);
            top += band.rows[row].height;
        }
        if (i + 1 == m_placed.size()) continue;
        const bool isLight = band.isLight && m_placed[i + 1].band->isLight;
        const double y = placed.top + placed.height;
        pen.rule({m_content.x, y}, {m_content.right(), y},
                 {{Role::line}, hairline, isLight ? Dash::dotted : Dash::solid});
    }
}

void WindowSheets::endSheet() {
    if (m_placed.empty() && !m_foot) return;
    PagePen pen(m_measure);
    const double top = m_content.y;
    m_axis.drawGround(pen, top, m_cursor);
    pen.rule({m_content.x, top}, {m_content.right(), top}, {{Role::ink}, 1});
    pen.rule({m_content.x, top + PageAxis::height}, {m_content.right(), top + PageAxis::height},
             {{Role::line}, hairline});
    m_axis.drawHead(pen, top, m_type.title, m_type.note);
    m_axis.drawToday(pen, top, m_cursor);
    drawDependencies(pen);
    drawBands(pen);
    m_axis.drawTodayFlag(pen, top, m_type.note);
    pen.rule({m_content.x, m_cursor}, {m_content.right(), m_cursor}, {{Role::ink}, 1});
    if (m_foot) m_foot->draw(pen, {m_content.x, m_cursor + footGap}, 0, m_foot->rowCount(), true);
    m_sheets.push_back({pen.finish({}), {}});
    m_placed.clear();
    m_foot = nullptr;
    m_cursor = m_content.y + PageAxis::height;
}

std::vector<SheetContent> WindowSheets::finish() {
    endSheet();
    return std::move(m_sheets);
}

struct Layout {
    const RoadmapContent& content;
    const Increments& increments;
    const std::vector<AxisWindow>& windows;
    const TextMeasure& measure;
    Rect area;
    double axisLeft = 0;
    double axisRight = 0;
};

std::vector<SheetContent> sheetsOf(const Layout& layout, const RoadmapType& type) {
    const RoadmapContent& content = layout.content;
    const TextMeasure& measure = layout.measure;
    const RoadmapFoot foot(content, type, measure, layout.area.width);
    std::vector<SheetContent> sheets;
    bool isFootLeft = false;
    for (const AxisWindow& window : layout.windows) {
        const PageAxis axis(layout.increments, window, layout.axisLeft, layout.axisRight);
        WindowSheets windowSheets(axis, type, measure, layout.area);
        windowSheets.add(trailBand(content, axis, type, measure));
        for (const PageGroup& group : content.groups) windowSheets.add(groupBand(group, axis, type, measure));
        if (window.isFirst)
            for (const PageMeasure& each : content.measures) windowSheets.add(measureBand(each, axis, type));
        windowSheets.add(spineBand(content.spine, axis, type, measure));
        if (window.isFirst) isFootLeft = !windowSheets.addFoot(foot);
        std::vector<SheetContent> made = windowSheets.finish();
        if (!made.empty() && !window.isFirst)
            made.front().bookmark = "Roadmap from increment " + std::to_string(window.firstIncrement + 1);
        std::move(made.begin(), made.end(), std::back_inserter(sheets));
    }
    // What did not fit below the chart: sheets of its own, the table's head repeated on each.
    for (std::size_t row = 0; isFootLeft;) {
        PagePen pen(measure);
        const std::size_t fitting = foot.rowsFitting(row, layout.area.height);
        foot.draw(pen, {layout.area.x, layout.area.y}, row, row + fitting, row == 0);
        sheets.push_back({pen.finish({}), row == 0 ? "What holds us back" : ""});
        row += fitting;
        isFootLeft = row < foot.rowCount();
    }
    sheets.front().bookmark = "Roadmap";
    return sheets;
}

} // namespace

std::vector<Page> roadmapPages(const model::Model& model, const PageSetup& setup, const TextMeasure& measure) {
    const Increments increments = incrementsOf(model, setup.stateOfPlan);
    const RoadmapContent content = roadmapContent(model, increments);
    const RoadmapType type = roadmapType(setup.paper);

    const double axisLeft = PageFrame::margin + type.headWidth;
    const double axisRight = sizeOf(setup).width - PageFrame::margin;
    const std::vector<AxisWindow> windows =
        axisWindows(increments, firstDayShown(content, increments), lastIncrementShown(content, increments),
                    axisRight - axisLeft, type.narrowestIncrement);
    const PageAxis firstAxis(increments, windows.front(), axisLeft, axisRight);

    PageWords words;
    words.question = "What do we try next, and how will we know it worked?";
    words.title = "Roadmap";
    words.cells.push_back({{"Next review", nextReview(content, setup.stateOfPlan)}, {}});
    words.cells.push_back({{"Scale", scaleText(firstAxis.incrementWidth())}, {}});
    if (const model::Evidence evidence = model.plan().numbersAre; evidence != model::Evidence::unstated)
        words.cells.back().lower = {"Numbers", std::string(model::labelOf(evidence)) + " unless marked"};
    const PageFrame frame(model, setup, std::move(words), measure);

    const Layout layout{content, increments, windows, measure, frame.content(), axisLeft, axisRight};
    std::vector<SheetContent> sheets = sheetsOf(layout, type);
    if (sheets.size() > 1 && windows.size() == 1) {
        // Lower charts are still readable; a roadmap on one page is worth it.
        RoadmapType dense = type;
        dense.measureHeight *= 0.7;
        std::vector<SheetContent> fewer = sheetsOf(layout, dense);
        if (fewer.size() < sheets.size()) sheets = std::move(fewer);
    }
    return frame.framed(std::move(sheets));
}

} // namespace flowspine::view
