// Who covers whom, as matrices: outcomes by the flows that deliver them, fixed items by the flows whose current steps
// stand on them, constraints by the roadmap items that work on them. What nothing covers stands out. Left out is what
// the line of sight leaves out too. A pure projection; each row, column and filled cell is an area "show" of an entity.
#pragma once

#include "model/model.h"
#include "view/picture.h"
#include "view/text_measure.h"

#include <array>
#include <string_view>
#include <vector>

namespace flowspine::view {

struct CoverageMatrix {
    std::string_view title;       // "Outcomes by the flows that deliver them"
    std::string_view nothingSays; // of a row that nothing covers: "no flow delivers it"
    Role nothingRole = Role::warn;
    std::vector<AnyId> rows;
    std::vector<AnyId> columns;
    std::vector<std::size_t> counts; // row by row; of fixed items the number of steps, else 0 or 1

    [[nodiscard]] std::size_t at(std::size_t row, std::size_t column) const {
        return counts[row * columns.size() + column];
    }
    // How many columns cover a row, and rows a column.
    [[nodiscard]] std::size_t ofRow(std::size_t row) const;
    [[nodiscard]] std::size_t ofColumn(std::size_t column) const;
};

// Outcome by flow, spine item by flow, constraint by roadmap item.
[[nodiscard]] std::array<CoverageMatrix, 3> coverageOf(const model::Model& model);

struct CoverageOptions {
    double width = 1512;         // px available; the picture is as wide, but never narrower than its columns need
    double viewportHeight = 900; // px; the picture is at least as high
};
[[nodiscard]] Picture coveragePicture(const model::Model& model, const CoverageOptions& options,
                                      const TextMeasure& measure);

} // namespace flowspine::view
