// The outcome board: two columns of cards, people we serve and our organisation, ranked in the plan's order, and under
// them what holds the outcomes back, tied to them. A pure projection; it writes nothing.
//
// Areas, by role: "card" (outcome), "measure", "reading", "constraint", "owner" (outcome), "add-measure" (outcome),
// "add-experiment" (constraint), "chip" (what it names), "column" (a drop target; key: the perspective's name), "add"
// (a line to type into; key: the perspective's name or "constraint"), "prompt" (key: "<perspective>/<words to begin
// with>"), "band" (what covers the cards under the constraints while the board scrolls).
#pragma once

#include "model/model_index.h"
#include "view/picture.h"
#include "view/text_measure.h"

#include <optional>
#include <vector>

namespace flowspine::view {

struct OutcomeBoardOptions {
    double width = 1512;         // px available; the picture is as wide
    double viewportHeight = 900; // px; the picture is at least as high. Below 700 cards are compact
    model::Date today;
    std::vector<AnyId> selection; // cards and constraints get an accent border, their ties accent
    // The upper edge of what is seen. The band of constraints then stays at the foot of it, above the cards, as long as
    // it takes no more than half of it. Without, the band ends the board.
    std::optional<double> scrolledTo = std::nullopt;
};

[[nodiscard]] Picture outcomeBoard(const model::Model& model, const model::ModelIndex& index,
                                   const OutcomeBoardOptions& options, const TextMeasure& measure);

} // namespace flowspine::view
