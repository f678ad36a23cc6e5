// Ties between constraints and the outcomes they hold back: lines through the margins and the gutter of the outcome
// board, never across a card. Where two ties cannot help crossing, one of them has a gap.
#pragma once

#include "view/outcome_board_parts.h"

#include <limits>
#include <string>
#include <vector>

namespace flowspine::view {

// A constraint's card in the band, with the row of cards it stands in.
struct PlacedConstraint {
    const model::Constraint* constraint = nullptr;
    Rect rect;
    std::size_t row = 0;
};

struct PlacedOutcome {
    const model::Outcome* outcome = nullptr;
    Rect rect;
    std::size_t rank = 0; // from 1, within its column
};

struct TieLayout {
    std::vector<PlacedConstraint> constraints; // in reading order
    std::vector<PlacedOutcome> outcomes;
    double width = 0; // of the board
    double margin = 0;
    double columnWidth = 0;
    double gutter = 0;                                               // between the columns
    double outcomesBottom = std::numeric_limits<double>::infinity(); // cards are covered below it
};

// How many lines run one above the other over each row of constraint cards, as far as rows have any. Of the places of
// the cards it needs x only.
[[nodiscard]] std::vector<std::size_t> busesByRow(const OutcomeBoardContext& context, const TieLayout& layout);
// Height that so many of them need.
[[nodiscard]] double busZoneHeight(const OutcomeBoardContext& context, std::size_t buses);

// "“Wet-stamp habit” holds back “Applicants get a decision quickly”"
[[nodiscard]] std::string tieTip(const model::Model& model, const AnyId& constraint, const AnyId& outcome);

void drawTies(PictureBuilder& to, const OutcomeBoardContext& context, const TieLayout& layout);

} // namespace flowspine::view
