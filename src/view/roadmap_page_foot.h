// What stands below the printed roadmap: what holds us back and who works on it, and the key to the marks.
#pragma once

#include "view/page_pen.h"
#include "view/roadmap_page_bands.h"
#include "view/roadmap_page_content.h"

#include <vector>

namespace flowspine::view {

class RoadmapFoot {
  public:
    RoadmapFoot(const RoadmapContent& content, const RoadmapType& type, const TextMeasure& measure, double width);

    // Of everything side by side: all rows of the table, and the key.
    [[nodiscard]] double height() const;
    // How many rows of the table from `first` on fit into `height`; at least one.
    [[nodiscard]] std::size_t rowsFitting(std::size_t first, double height) const;
    [[nodiscard]] std::size_t rowCount() const { return m_content.constraints.size(); }
    // Rows `first` to `last` (not included), and the key when `withKey`.
    void draw(PagePen& pen, Point topLeft, std::size_t first, std::size_t last, bool withKey) const;

  private:
    enum class Mark {
        tint,
        status,
        lockClosed,
        lockOpen,
        review,
        rhythm,
        path,
        stop,
        undated,
        late,
    };
    struct Entry {
        Mark mark = Mark::tint;
        std::string words;
        Paint tint;
        model::RoadmapStatus status = model::RoadmapStatus::proposed;
    };

    void collectKey();
    void layOutKey();
    [[nodiscard]] double rowHeight(std::size_t row) const;
    [[nodiscard]] double keyHeight() const;
    [[nodiscard]] std::size_t keyRows() const;
    void drawTable(PagePen& pen, Point topLeft, std::size_t first, std::size_t last) const;
    void drawKey(PagePen& pen, Point topLeft) const;
    void drawMark(PagePen& pen, const Entry& entry, Point center) const;

    const RoadmapContent& m_content;
    RoadmapType m_type;
    const TextMeasure& m_measure;
    double m_width;
    double m_tableWidth = 0;
    double m_keyWidth = 0;
    std::vector<double> m_keyColumns; // their widths
    std::vector<Entry> m_key;
};

} // namespace flowspine::view
