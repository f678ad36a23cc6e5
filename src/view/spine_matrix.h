// The fixed spine as a matrix: six categories by what cannot change, should not change often and is adaptable, with
// the cards on three bars of lessening weight, and below it what relies on the selected item. A pure projection.
//
// Areas, by role: "cell" (a drop target; key: "<category>/<stability>", the names in the file), "card" (spine item),
// "within" (the line of an adaptable card that says so), "add" (in an empty cell, same key), "chip" (what relies on the
// selection), "head" (what covers the cards under the heads of the columns while it scrolls).
#pragma once

#include "model/model_index.h"
#include "view/picture.h"
#include "view/text_measure.h"

#include <string>
#include <vector>

namespace flowspine::view {

struct SpineMatrixOptions {
    double width = 1512;         // px available; the picture is as wide
    double viewportHeight = 900; // px; the picture is at least as high
    model::Date today;
    std::vector<AnyId> selection; // cards get an accent border; the strip shows the first
    std::string hoveredCell;      // key of the cell under the pointer: an empty one says "Add"
    // The upper edge of what is seen: the heads of the columns then stand there, above the cards.
    double scrolledTo = 0;
};

[[nodiscard]] Picture spineMatrix(const model::Model& model, const model::ModelIndex& index,
                                  const SpineMatrixOptions& options, const TextMeasure& measure);

} // namespace flowspine::view
