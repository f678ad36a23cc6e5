#include "view/plan_canvas.h"

#include "view/card_parts.h"
#include "view/picture_builder.h"
#include "view/plan_canvas_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

namespace {

constexpr double margin = 24;
constexpr double gap = 16;
constexpr double padding = 14;
constexpr double titleHeight = 32;
constexpr double nameLine = 18;
constexpr double detailLine = 15;
constexpr double entryGap = 6;
constexpr std::size_t nameLines = 2;
constexpr std::size_t detailLines = 4;
constexpr double narrowest = 800;
constexpr double narrowestEntry = 240;

class CanvasDrawer {
  public:
    CanvasDrawer(const PlanCanvasOptions& options, const TextMeasure& measure)
        : m_to(measure), m_options(options), m_width(std::max(narrowest, options.width)) {}

    Picture draw(const CanvasPlan& plan) {
        const std::vector<Row> rows = {
            {{&plan.people, &plan.organisationWants}, {0.5, 0.5}},
            {{&plan.suppliers, &plan.processes, &plan.organisation}, {0.22, 0.39, 0.39}},
            {{&plan.locations, &plan.information, &plan.management}, {0.22, 0.33, 0.45}},
        };
        double y = drawHead(plan);
        double needed = y + margin - gap;
        for (const Row& row : rows) needed += heightOf(row) + gap;
        // What is left over goes to the work and what surrounds it.
        const double spare = std::max(0.0, m_options.viewportHeight - needed) / 2;
        for (std::size_t i = 0; i < rows.size(); ++i) y = drawRow(rows[i], heightOf(rows[i]) + (i > 0 ? spare : 0), y);
        return m_to.finish({0, 0, m_width, std::max(m_options.viewportHeight, y - gap + margin)});
    }

  private:
    struct Row {
        std::vector<const CanvasSection*> sections;
        std::vector<double> shares; // of the width
    };

    [[nodiscard]] double widthOf(const Row& row, std::size_t i) const {
        const double gaps = gap * static_cast<double>(row.sections.size() - 1);
        return (m_width - 2 * margin - gaps) * row.shares[i];
    }
    [[nodiscard]] double heightOf(const Row& row) const {
        double height = 0;
        for (std::size_t i = 0; i < row.sections.size(); ++i)
            height = std::max(height, heightOf(*row.sections[i], widthOf(row, i)));
        return height;
    }

    double drawHead(const CanvasPlan& plan) {
        const double room = m_width - 2 * margin;
        m_to.text("name", {margin, 16 + baselineOffset(type::headline.size, 28)}, plan.name, type::headline,
                  {Role::ink}, room);
        double y = 48;
        if (!plan.purpose.empty()) {
            const std::size_t lines =
                m_to.paragraph("purpose", {margin, y}, plan.purpose, type::body, {Role::muted}, room, 2, 20);
            y += 20 * static_cast<double>(lines);
        }
        return y + 12;
    }

    double drawRow(const Row& row, double height, double y) {
        double x = margin;
        for (std::size_t i = 0; i < row.sections.size(); ++i) {
            drawSection(*row.sections[i], {x, y, widthOf(row, i), height});
            x += widthOf(row, i) + gap;
        }
        return y + height + gap;
    }

    [[nodiscard]] std::size_t linesOf(std::string_view words, const TextStyle& style, double width,
                                      std::size_t most) const {
        return wrapped(m_to.measure(), words, style, width, most).size();
    }

    // Entries stand side by side where a section is wide.
    [[nodiscard]] static std::size_t columnsOf(const CanvasSection& section, double room) {
        const auto fitting = static_cast<std::size_t>(std::max(1.0, std::floor((room + gap) / (narrowestEntry + gap))));
        return std::clamp<std::size_t>(fitting, 1, std::max<std::size_t>(1, section.entries.size()));
    }
    [[nodiscard]] static double entryWidth(const CanvasSection& section, double room) {
        const auto columns = static_cast<double>(columnsOf(section, room));
        return (room - gap * (columns - 1)) / columns;
    }
    [[nodiscard]] double heightOf(const CanvasEntry& entry, double width) const {
        return entryGap + nameLine * static_cast<double>(linesOf(entry.name, type::bodyMedium, width, nameLines)) +
               detailLine * static_cast<double>(linesOf(entry.detail, type::caption, width, detailLines));
    }
    // Of the row of entries that begins with this one.
    [[nodiscard]] double rowHeight(const CanvasSection& section, std::size_t first, double room) const {
        double height = 0;
        const std::size_t end = std::min(section.entries.size(), first + columnsOf(section, room));
        for (std::size_t i = first; i < end; ++i)
            height = std::max(height, heightOf(section.entries[i], entryWidth(section, room)));
        return height;
    }

    [[nodiscard]] double heightOf(const CanvasSection& section, double width) const {
        const double room = width - 2 * padding;
        double height = titleHeight + padding;
        for (std::size_t i = 0; i < section.entries.size(); i += columnsOf(section, room))
            height += rowHeight(section, i, room);
        if (section.entries.empty())
            height += entryGap + nameLine * static_cast<double>(linesOf(section.nothing, type::body, room, 3));
        return height;
    }

    void drawSection(const CanvasSection& section, const Rect& rect) {
        const std::string part(section.part);
        m_to.box(part, rect, {Role::paper}, {{Role::line}, 1}, cardRadius);
        m_to.symbol(part + ".icon", {rect.x + padding, rect.y + 10, 16, 16}, std::string(section.icon), {Role::muted});
        const double room = rect.width - 2 * padding;
        const Rect head{rect.x + padding + 22, rect.y + 6, room - 22, 24};
        const double title = lineText(m_to, part + ".title", head, section.title, type::bodyStrong, {Role::ink});
        if (!section.summary.empty())
            lineText(m_to, part + ".summary", {head.x + title + 8, head.y, head.width - title - 8, 24}, section.summary,
                     type::caption, {Role::muted});
        double y = rect.y + titleHeight;
        const std::size_t columns = columnsOf(section, room);
        for (std::size_t i = 0; i < section.entries.size(); ++i) {
            if (i > 0 && i % columns == 0) y += rowHeight(section, i - columns, room);
            const double x = rect.x + padding + (entryWidth(section, room) + gap) * static_cast<double>(i % columns);
            drawEntry(section.entries[i], part + '.' + std::to_string(i), {x, y + entryGap}, entryWidth(section, room));
        }
        if (section.entries.empty())
            m_to.paragraph(part + ".nothing", {rect.x + padding, y + entryGap}, section.nothing, type::body,
                           {Role::muted}, room, 3, nameLine);
    }

    void drawEntry(const CanvasEntry& entry, const std::string& part, Point at, double width) {
        double y = at.y;
        y += nameLine * static_cast<double>(m_to.paragraph(part, {at.x, y}, entry.name, type::bodyMedium, {Role::ink},
                                                           width, nameLines, nameLine));
        y += detailLine * static_cast<double>(m_to.paragraph(part + ".detail", {at.x, y}, entry.detail, type::caption,
                                                             {Role::muted}, width, detailLines, detailLine));
        if (entry.id) m_to.area({at.x, at.y, width, y - at.y}, entry.id, "show");
    }

    PictureBuilder m_to;
    const PlanCanvasOptions& m_options;
    double m_width;
};

} // namespace

Picture planCanvas(const model::Model& model, const PlanCanvasOptions& options, const TextMeasure& measure) {
    return CanvasDrawer(options, measure).draw(canvasPlan(model));
}

} // namespace flowspine::view
