#include "model/naming.h"
#include "view/card_parts.h"
#include "view/coverage.h"
#include "view/picture_builder.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double margin = 24;
constexpr double gutter = 48;
constexpr double titleHeight = 40;
constexpr double headLine = 15;
constexpr std::size_t headLines = 4;
constexpr double rowHeight = 30;
constexpr double cellHeight = 24;
constexpr double narrowestColumn = 74;
constexpr double widestColumn = 150;
constexpr double totalWidth = 132;
constexpr double narrowestNames = 180;
constexpr double widestNames = 380;

class MatrixDrawer {
  public:
    MatrixDrawer(PictureBuilder& to, const model::Model& model, const CoverageMatrix& matrix, std::string part)
        : m_to(to), m_model(model), m_matrix(matrix), m_part(std::move(part)) {
        double widest = 0;
        for (const AnyId& row : matrix.rows) widest = std::max(widest, to.measure().width(nameOf(row), type::body));
        m_names = std::clamp(widest + 16, narrowestNames, widestNames);
    }

    // As wide as the columns may be, and as they must.
    [[nodiscard]] double wanted() const { return m_names + totalWidth + columnsWidth(widestColumn); }
    [[nodiscard]] double least() const { return m_names + totalWidth + columnsWidth(narrowestColumn); }

    // Gives the lower edge.
    double draw(Point at, double width) {
        const double columns = static_cast<double>(std::max<std::size_t>(1, m_matrix.columns.size()));
        m_column = std::clamp((width - m_names - totalWidth) / columns, narrowestColumn, widestColumn);
        const double title = lineText(m_to, m_part, {at.x, at.y, width, 24}, m_matrix.title, type::title, {Role::ink});
        const bool hasCells = !m_matrix.rows.empty() && !m_matrix.columns.empty();
        const std::string covered =
            !hasCells ? std::string() : std::to_string(coveredRows()) + " of " + std::to_string(m_matrix.rows.size());
        lineText(m_to, m_part + ".covered", {at.x + title + 8, at.y, width - title - 8, 24}, covered, type::body,
                 {Role::muted});
        if (!hasCells) return drawNothing({at.x, at.y + titleHeight}, width);
        drawHeads({at.x, at.y + titleHeight});
        double y = at.y + titleHeight + headHeight() + 8;
        for (std::size_t row = 0; row < m_matrix.rows.size(); ++row) {
            drawRow(row, {at.x, y});
            y += rowHeight;
        }
        drawTotals({at.x, y});
        return y + rowHeight;
    }

  private:
    [[nodiscard]] std::string nameOf(const AnyId& id) const { return visible(model::shortName(m_model, id), 400); }
    [[nodiscard]] double columnsWidth(double each) const {
        return each * static_cast<double>(std::max<std::size_t>(1, m_matrix.columns.size()));
    }
    [[nodiscard]] std::size_t linesOf(const AnyId& column) const {
        return wrapped(m_to.measure(), nameOf(column), type::captionMedium, m_column - 12, headLines).size();
    }
    // As high as the longest name of a column needs.
    [[nodiscard]] double headHeight() const {
        std::size_t most = 1;
        for (const AnyId& column : m_matrix.columns) most = std::max(most, linesOf(column));
        return headLine * static_cast<double>(most);
    }
    [[nodiscard]] std::size_t coveredRows() const {
        std::size_t covered = 0;
        for (std::size_t row = 0; row < m_matrix.rows.size(); ++row) covered += m_matrix.ofRow(row) > 0 ? 1 : 0;
        return covered;
    }

    double drawNothing(Point at, double width) {
        const std::string_view words = m_matrix.rows.empty() ? "Nothing to cover yet" : "Nothing that covers yet";
        lineText(m_to, m_part + ".nothing", {at.x, at.y - 8, width, 24}, words, type::body, {Role::muted});
        return at.y + 24;
    }

    void drawHeads(Point at) {
        for (std::size_t column = 0; column < m_matrix.columns.size(); ++column) {
            const Rect cell{at.x + m_names + m_column * static_cast<double>(column), at.y, m_column, headHeight()};
            const std::string name = nameOf(m_matrix.columns[column]);
            const double top = cell.bottom() - headLine * static_cast<double>(linesOf(m_matrix.columns[column]));
            m_to.paragraph(m_part + ".column." + std::to_string(column), {cell.x + 4, top}, name, type::captionMedium,
                           {Role::ink}, m_column - 12, headLines, headLine);
            m_to.area(cell, m_matrix.columns[column], "show");
        }
        const double bottom = at.y + headHeight() + 4;
        m_to.line(m_part + ".rule", {{at.x, bottom}, {at.x + m_names + columnsWidth(m_column) + totalWidth, bottom}},
                  {{Role::ink}, 1});
    }

    void drawRow(std::size_t row, Point at) {
        const std::string part = m_part + ".row." + std::to_string(row);
        const std::string name = nameOf(m_matrix.rows[row]);
        const std::size_t covered = m_matrix.ofRow(row);
        const Rect names{at.x, at.y, m_names - 12, rowHeight};
        lineText(m_to, part, names, name, type::body, {Role::ink});
        m_to.area(names, m_matrix.rows[row], "show");
        for (std::size_t column = 0; column < m_matrix.columns.size(); ++column) {
            const std::size_t count = m_matrix.at(row, column);
            const Rect cell{at.x + m_names + m_column * static_cast<double>(column) + 2, at.y + 3, m_column - 4,
                            cellHeight};
            const std::string cellPart = part + '.' + std::to_string(column);
            Shape& box = count > 0 ? m_to.box(cellPart, cell, {Role::accent, 18}, {{Role::none}, 0}, 4)
                                   : m_to.box(cellPart, cell, {Role::ink, 4, Role::ground}, {{Role::none}, 0}, 4);
            box.tip = name + " – " + nameOf(m_matrix.columns[column]) +
                      (count > 0 ? ": " + std::to_string(count) : std::string(": nothing"));
            if (count > 0)
                lineText(m_to, cellPart + ".count", cell, std::to_string(count), type::bodyMedium, {Role::ink},
                         Align::center);
        }
        const Rect total{at.x + m_names + columnsWidth(m_column) + 8, at.y + 3, totalWidth - 8, cellHeight};
        const std::string words = covered == 0 ? std::string(m_matrix.nothingSays) : std::to_string(covered);
        if (covered == 0) {
            m_to.box(part + ".gap", total, {Role::none}, {{m_matrix.nothingRole}, 1, Dash::dashed}, 4);
            lineText(m_to, part + ".total", {total.x + 6, total.y, total.width - 12, total.height}, words,
                     type::captionStrong, {m_matrix.nothingRole});
        } else {
            lineText(m_to, part + ".total", {total.x + 6, total.y, total.width - 12, total.height}, words,
                     type::bodyStrong, {Role::ink});
        }
    }

    void drawTotals(Point at) {
        m_to.line(m_part + ".sum", {{at.x, at.y}, {at.x + m_names + columnsWidth(m_column) + totalWidth, at.y}},
                  {{Role::line}, 1});
        lineText(m_to, m_part + ".sum.words", {at.x, at.y, m_names - 12, rowHeight}, "Covers", type::caption,
                 {Role::muted});
        for (std::size_t column = 0; column < m_matrix.columns.size(); ++column) {
            const std::size_t count = m_matrix.ofColumn(column);
            const Rect cell{at.x + m_names + m_column * static_cast<double>(column), at.y, m_column, rowHeight};
            lineText(m_to, m_part + ".sum." + std::to_string(column), cell, std::to_string(count), type::bodyStrong,
                     {count > 0 ? Role::ink : Role::warn}, Align::center);
        }
    }

    PictureBuilder& m_to;
    const model::Model& m_model;
    const CoverageMatrix& m_matrix;
    std::string m_part;
    double m_names = 0;
    double m_column = 0;
};

} // namespace

Picture coveragePicture(const model::Model& model, const CoverageOptions& options, const TextMeasure& measure) {
    const std::array<CoverageMatrix, 3> matrices = coverageOf(model);
    PictureBuilder to(measure);
    std::vector<MatrixDrawer> drawers;
    const std::array<const char*, 3> parts = {"outcomes", "spine", "constraints"};
    double width = options.width;
    for (std::size_t i = 0; i < matrices.size(); ++i) {
        drawers.emplace_back(to, model, matrices[i], parts[i]);
        width = std::max(width, drawers.back().least() + 2 * margin);
    }
    // Two beside each other where both fit as wide as they would like to be.
    const double inner = width - 2 * margin;
    double left = 0;
    double y = 16;
    double bottom = y;
    for (MatrixDrawer& drawer : drawers) {
        const double wanted = std::min(inner, drawer.wanted());
        if (left > 0 && left + wanted > inner) {
            left = 0;
            y = bottom + 24;
        }
        bottom = std::max(bottom, drawer.draw({margin + left, y}, wanted));
        left += wanted + gutter;
    }
    return to.finish({0, 0, width, std::max(options.viewportHeight, bottom + 16)});
}

} // namespace flowspine::view
