// The bands of the printed roadmap, each laid out for one window of time: rows that are never split, drawn where the
// pages put them. A band keeps references into the content it was made from.
#pragma once

#include "view/page.h"
#include "view/page_pen.h"
#include "view/roadmap_page_axis.h"
#include "view/roadmap_page_content.h"

#include <functional>
#include <string>
#include <utility>
#include <vector>

namespace flowspine::view {

// Type and sizes, by paper. Points.
struct RoadmapType {
    TextStyle title{9, 600};
    TextStyle note{7, 400};
    TextStyle strongNote{7, 500};
    TextStyle value{8, 600};
    double titleLine = 11.2;
    double noteLine = 9.6;
    double headWidth = 147.4; // 52 mm
    double narrowestIncrement = 130;
    double textInside = 92; // a narrower bar carries its text beside it
    double measureHeight = 58;
};
[[nodiscard]] RoadmapType roadmapType(Paper paper);

struct PlacedItem {
    const PageItem* item = nullptr;
    Rect rect; // y counts from the row's top
};

struct BandRow {
    double height = 0;
    std::function<void(PagePen& pen, double top)> draw;
    std::vector<PlacedItem> items;
};

struct Band {
    AnyId id;
    std::string title;
    std::vector<std::string> notes;
    std::vector<BandRow> rows;
    double padding = 8;   // above the first and below the last row
    bool isLight = false; // one of several alike: a dotted line below it
    std::string bookmark;

    [[nodiscard]] double rowsHeight() const;
};

// The height of a band's head in the column left of the axis, and its drawing.
[[nodiscard]] double headHeight(const Band& band, const RoadmapType& type, const TextMeasure& measure);
void drawBandHead(PagePen& pen, const Band& band, const RoadmapType& type, double left, double top, bool isContinued);

[[nodiscard]] Band trailBand(const RoadmapContent& content, const PageAxis& axis, const RoadmapType& type,
                             const TextMeasure& measure);
// Without rows when none of the group's items shows in the axis's window.
[[nodiscard]] Band groupBand(const PageGroup& group, const PageAxis& axis, const RoadmapType& type,
                             const TextMeasure& measure);
[[nodiscard]] Band measureBand(const PageMeasure& measure, const PageAxis& axis, const RoadmapType& type);
[[nodiscard]] Band spineBand(const std::vector<PageSpineItem>& items, const PageAxis& axis, const RoadmapType& type,
                             const TextMeasure& measure);

// The mark of an item's state; the same in bars and key.
void drawStatus(PagePen& pen, model::RoadmapStatus status, Point center);
void drawLock(PagePen& pen, SpineLock lock, Point center);

} // namespace flowspine::view
