// Value flows as printed sheets: each variant from its picture and time ladder, with its figures beside those of the
// flow's other variants, above the title block.
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/page.h"
#include "view/text_measure.h"

#include <string>
#include <vector>

namespace flowspine::view {

// The figures of variants in a table: a column a figure, a row a variant.
struct FlowFigures {
    std::vector<std::string> labels;
    struct Row {
        std::string variant;
        std::vector<std::string> values; // as many as labels
        bool isShown = false;            // its picture is on these sheets
    };
    std::vector<Row> rows;
};

// What is drawn of one variant. The pictures are those of the screen, laid out alike.
struct FlowDrawing {
    model::Id<model::Variant> variant;
    Picture picture;
    Picture ladder; // may be empty
    FlowFigures figures;
};

// The picture with the ladder below it.
[[nodiscard]] Picture withLadder(Picture picture, const Picture& ladder);

// Sheets for the drawings in their order; those of unknown variants are left out.
[[nodiscard]] std::vector<Page> flowPages(const model::Model& model, const model::ModelIndex& index,
                                          const std::vector<FlowDrawing>& drawings, const PageSetup& setup,
                                          const TextMeasure& measure);

} // namespace flowspine::view
