// Pieces of the grid of decision rights: how long a decision may take, and what letters and keys mean. For view/
// itself.
#pragma once

#include "view/decision_rows.h"
#include "view/picture_builder.h"

namespace flowspine::view {

// The days, a bar as long as they are beside `longestDays`, and the wait of the step that the decision belongs to. Only
// for rows with a right.
void drawDecisionTime(PictureBuilder& to, const DecisionRow& row, const Rect& cell, double longestDays,
                      double hoursPerDay);

// Lines from `topLeft` that end before `right`; returns their lower end.
double drawDecisionHelp(PictureBuilder& to, Point topLeft, double right);

} // namespace flowspine::view
