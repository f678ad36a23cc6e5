#include "view/spine_matrix.h"

#include "view/card_parts.h"
#include "view/spine_card.h"
#include "view/spine_reliance.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>

namespace flowspine::view {

namespace {

using model::SpineCategory;
using model::SpineItem;
using model::Stability;

constexpr std::size_t rowCount = 6;
constexpr std::size_t columnCount = 3;
constexpr double margin = 24;
constexpr double narrowestRoomyColumn = 320;

struct ColumnWords {
    std::string_view question;
    // What others put here, by row.
    std::array<std::string_view, rowCount> beginnings;
};

constexpr std::array<ColumnWords, columnCount> columnWords = {
    {{"Asks for the law, contract or minute that says so",
      {"The mandate we act under", "Payment and approval stay apart", "Limits set by a regulator",
       "The law that applies to every case", "The system of record", "Who may see which data"}},
     {"Asks how it may be changed and when it is reviewed",
      {"Who decides on whose behalf", "The fee or price schedule", "Risk tiers and what each asks for",
       "Our reading of the law", "Interfaces between systems", "Names and keys that all systems share"}},
     {"Asks who decides it, and within which fixed item",
      {"How a team runs its week", "Small purchases of a team", "The order in which cases are checked",
       "The wording of guidance", "Screens and forms", "Reports that a team makes itself"}}}};

struct PlacedItem {
    const SpineItem* item = nullptr;
    Rect rect;
};

struct Row {
    std::array<std::vector<PlacedItem>, columnCount> cells;
    double top = 0;
    double height = 0;

    [[nodiscard]] std::size_t itemCount() const {
        std::size_t count = 0;
        for (const auto& cell : cells) count += cell.size();
        return count;
    }
};

std::string cellKey(std::size_t row, std::size_t column) {
    return std::string(nameOf(static_cast<SpineCategory>(row))) + "/" +
           std::string(nameOf(static_cast<Stability>(column)));
}

class SpineMatrix {
  public:
    SpineMatrix(const model::Model& model, const model::ModelIndex& index, const SpineMatrixOptions& options,
                const TextMeasure& measure)
        : m_options(options), m_card{model, index, options.today, false}, m_to(measure) {
        setColumns();
        model.forEach(model.plan().spine, [&](const SpineItem& item) {
            const auto row = static_cast<std::size_t>(item.category);
            m_rows[row].cells[static_cast<std::size_t>(item.stability)].push_back({&item, {}});
            m_isEmpty = false;
        });
        place();
    }

    Picture draw() {
        const double stripHeight = isCompact() || firstSelected().isEmpty() ? 28 : 100;
        const double bottom = m_rows.back().top + m_rows.back().height + 12;
        const double stripTop = m_isEmpty ? bottom : std::max(m_options.viewportHeight - stripHeight, bottom);

        drawRules();
        drawBars();
        if (!isFloating()) drawColumnHeads();
        for (std::size_t row = 0; row < rowCount; ++row) {
            drawRowLabel(row);
            for (std::size_t column = 0; column < columnCount; ++column) drawCell(row, column);
        }
        if (isFloating()) {
            const Rect head{0, headTop(), m_options.width, headHeight()};
            m_to.box("head.ground", head, {Role::ground});
            drawColumnHeads();
            m_to.line("head.floating.rule", {{margin, head.bottom()}, {m_options.width - margin, head.bottom()}},
                      {{Role::ink, 45}, 1});
            m_to.area(head, {}, "head");
        }
        if (m_isEmpty) return m_to.finish({0, 0, m_options.width, std::max(m_options.viewportHeight, bottom)});
        drawRelianceStrip(m_to, m_card.model, m_card.index, firstSelected(),
                          {0, stripTop, m_options.width, stripHeight}, stripHeight < 100);
        return m_to.finish({0, 0, m_options.width, stripTop + stripHeight});
    }

  private:
    [[nodiscard]] bool isCompact() const { return m_card.isCompact; }
    [[nodiscard]] double either(double roomy, double compact) const { return isCompact() ? compact : roomy; }
    [[nodiscard]] double headHeight() const { return 76; }
    [[nodiscard]] double headTop() const { return std::max(0.0, m_options.scrolledTo); }
    [[nodiscard]] bool isFloating() const { return headTop() > 0; }

    void setColumns() {
        const auto widthFor = [&] {
            return (m_options.width - 2 * margin - labelWidth() - 16 - 2 * columnGap()) / columnCount;
        };
        m_columnWidth = widthFor();
        if (m_columnWidth < narrowestRoomyColumn) {
            m_card.isCompact = true;
            m_columnWidth = widthFor();
        }
    }
    [[nodiscard]] double labelWidth() const { return either(144, 96); }
    [[nodiscard]] double columnGap() const { return either(28, 16); }
    [[nodiscard]] double columnLeft(std::size_t column) const {
        return margin + labelWidth() + 16 + static_cast<double>(column) * (m_columnWidth + columnGap());
    }

    void place() {
        double top = headHeight();
        for (std::size_t number = 0; number < rowCount; ++number) {
            Row& row = m_rows[number];
            row.top = top;
            row.height = emptyRowHeight(number);
            double single = 0; // the height of the highest card that has its cell for itself
            for (const auto& cell : row.cells)
                if (cell.size() == 1) single = std::max(single, cardHeight(*cell.front().item));
            for (std::size_t column = 0; column < columnCount; ++column) {
                double y = top + 6;
                for (PlacedItem& placed : row.cells[column]) {
                    double height = cardHeight(*placed.item);
                    if (row.cells[column].size() == 1 && placed.item->stability != Stability::adaptable)
                        height = single;
                    placed.rect = {columnLeft(column), y, m_columnWidth, height};
                    y += height + 8;
                }
                if (!row.cells[column].empty()) row.height = std::max(row.height, y - 8 + 6 - top);
            }
            top += row.height;
        }
    }
    [[nodiscard]] double cardHeight(const SpineItem& item) const {
        return spineCardHeight(m_card, m_to.measure(), item, m_columnWidth);
    }

    // Room for the label and, in a plan without items, for what others put here.
    [[nodiscard]] double emptyRowHeight(std::size_t number) const {
        if (m_isEmpty) return 76;
        const double count = m_rows[number].itemCount() > 0 ? 20 : 0;
        return std::max(44.0, 20 + labelLineHeight() * static_cast<double>(labelLines(number)) + count);
    }
    [[nodiscard]] TextStyle labelStyle() const { return isCompact() ? type::bodyStrong : type::title; }
    [[nodiscard]] double labelLineHeight() const { return either(24, 18); }
    [[nodiscard]] std::size_t labelLines(std::size_t row) const {
        return wrapped(m_to.measure(), labelOf(static_cast<SpineCategory>(row)), labelStyle(), labelWidth(), 3).size();
    }

    void drawRules() {
        const auto rule = [&](const std::string& part, double y) {
            m_to.line(part, {{margin, y}, {m_options.width - margin, y}}, {{Role::line}, 1});
        };
        rule("head.rule", headHeight());
        for (std::size_t row = 0; row < rowCount; ++row)
            rule("row." + std::to_string(row) + ".rule", m_rows[row].top + m_rows[row].height);
    }

    // From the head to the last row that holds something.
    void drawBars() {
        double bottom = 0;
        for (const Row& row : m_rows)
            if (row.itemCount() > 0) bottom = row.top + row.height;
        if (bottom <= 0) return;
        const double top = headHeight();
        const auto bar = [&](std::size_t column, double width) {
            return Rect{columnLeft(column) + (m_columnWidth - width) / 2, top, width, bottom - top};
        };
        const Rect solid = bar(0, either(56, 40));
        m_to.box("bar.0", {solid.x, top - 4, solid.width, solid.height + 4}, {Role::ink});
        drawEdgedBar("bar.1", bar(1, either(40, 28)), {Role::ink, 9}, {{Role::ink, 45}, 2});
        drawEdgedBar("bar.2", bar(2, either(24, 16)), {Role::none}, {{Role::line}, 1});
    }

    void drawEdgedBar(const std::string& part, const Rect& rect, Paint fill, Stroke edge) {
        if (fill.role != Role::none) m_to.box(part, rect, fill);
        const double inset = edge.width / 2;
        m_to.line(part + ".left", {{rect.x + inset, rect.y}, {rect.x + inset, rect.bottom()}}, edge);
        m_to.line(part + ".right", {{rect.right() - inset, rect.y}, {rect.right() - inset, rect.bottom()}}, edge);
    }

    void drawColumnHeads() {
        for (std::size_t column = 0; column < columnCount; ++column) drawColumnHead(column);
    }

    void drawColumnHead(std::size_t column) {
        std::size_t count = 0;
        for (const Row& row : m_rows) count += row.cells[column].size();
        const std::string part = "head." + std::to_string(column);
        const double left = columnLeft(column);
        const double lineHeight = either(32, 24);
        const double top = headTop() + 12;
        const TextStyle& style = isCompact() ? type::title : type::headline;
        const double width = lineText(m_to, part, {left, top, m_columnWidth - 40, lineHeight},
                                      labelOf(static_cast<Stability>(column)), style, {Role::ink});
        lineText(m_to, part + ".count", {left + width + 6, top, m_columnWidth - width - 6, lineHeight},
                 std::to_string(count), TextStyle{style.size, 400}, {Role::muted});
        const TextStyle& small = isCompact() ? type::caption : type::body;
        m_to.paragraph(part + ".question", {left, top + lineHeight}, columnWords[column].question, small, {Role::muted},
                       m_columnWidth, isCompact() ? 2 : 1, either(20, 16));
    }

    void drawRowLabel(std::size_t number) {
        const Row& row = m_rows[number];
        const std::string part = "row." + std::to_string(number);
        const double top = row.top + (row.itemCount() > 0 || m_isEmpty ? 12 : 10);
        const std::size_t lines = m_to.paragraph(part, {margin, top}, labelOf(static_cast<SpineCategory>(number)),
                                                 labelStyle(), {Role::ink}, labelWidth(), 3, labelLineHeight());
        const std::size_t count = row.itemCount();
        if (count == 0) return;
        lineText(m_to, part + ".count",
                 {margin, top + labelLineHeight() * static_cast<double>(lines), labelWidth(), either(20, 16)},
                 std::to_string(count) + (count == 1 ? " item" : " items"), isCompact() ? type::caption : type::body,
                 {Role::muted});
    }

    void drawCell(std::size_t number, std::size_t column) {
        const Row& row = m_rows[number];
        const std::string key = cellKey(number, column);
        const Rect cell{columnLeft(column), row.top, m_columnWidth, row.height};
        m_to.area(cell, {}, "cell", key);
        if (row.cells[column].empty()) {
            m_to.area(cell, {}, "add", key);
            drawAdd(number, column, cell, key);
            return;
        }
        for (const PlacedItem& placed : row.cells[column]) {
            const bool isSelected = std::find(m_options.selection.begin(), m_options.selection.end(),
                                              placed.item->id) != m_options.selection.end();
            drawSpineCard(m_to, m_card, *placed.item, placed.rect, isSelected);
        }
    }

    // A row without items invites in every cell, other empty cells only under the pointer.
    void drawAdd(std::size_t number, std::size_t column, const Rect& cell, const std::string& key) {
        const bool isHovered = m_options.hoveredCell == key;
        if (m_rows[number].itemCount() > 0 && !isHovered) return;
        const std::string part = "add." + key;
        const Paint paint{isHovered ? Role::ink : Role::muted};
        if (isHovered)
            m_to.box(part + ".frame", {cell.x, cell.y + 6, cell.width, cell.height - 12}, {Role::paper},
                     {{Role::line}, 1, Dash::dashed}, cardRadius);
        if (!m_isEmpty) {
            drawIconWords(m_to, part, {cell.x + 16, cell.y, cell.width - 32, cell.height}, {"add", "Add", type::body},
                          paint);
            return;
        }
        const double middle = cell.center().y;
        drawIconWords(m_to, part, {cell.x + 16, middle - 20, cell.width - 32, 20}, {"add", "Add", type::body}, paint);
        lineText(m_to, part + ".beginning", {cell.x + 36, middle, cell.width - 52, 16},
                 columnWords[column].beginnings[number], type::caption, {Role::muted});
    }

    [[nodiscard]] AnyId firstSelected() const {
        for (const AnyId& id : m_options.selection)
            if (model::kindOf(id) == model::Kind::spineItem) return id;
        return {};
    }

    const SpineMatrixOptions& m_options;
    SpineCardContext m_card;
    PictureBuilder m_to;
    std::array<Row, rowCount> m_rows;
    double m_columnWidth = 0;
    bool m_isEmpty = true;
};

} // namespace

Picture spineMatrix(const model::Model& model, const model::ModelIndex& index, const SpineMatrixOptions& options,
                    const TextMeasure& measure) {
    return SpineMatrix(model, index, options, measure).draw();
}

} // namespace flowspine::view
