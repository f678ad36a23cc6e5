// Draws the links of a flow picture: lines by what they mean, marks of work that goes straight back, labels where there
// is room for them.
#pragma once

#include "view/flow_contents.h"
#include "view/occupied_space.h"
#include "view/picture_builder.h"

#include <string>
#include <vector>

namespace flowspine::view {

// Where a link says what it passes on, or how likely it is taken.
struct LinkLabel {
    std::size_t link = 0;
    std::string part;
    Point anchor; // of the first baseline
    Align align = Align::left;
    std::vector<std::string> lines;
    bool hasTurn = false; // begins with the sign of rework
    Rect rect;
};

// Discs on links that return, one chip for those that arrive together.
struct ReturnMark {
    std::size_t link = 0;
    Rect rect;
    std::size_t count = 1;
};

[[nodiscard]] std::vector<ReturnMark> placeReturnMarks(const FlowContents& contents, const TextMeasure& measure,
                                                       OccupiedSpace& space);
// Places no label over anything in `space`, and enters those it places. A label without a free place is left out; the
// link's tip has its text.
[[nodiscard]] std::vector<LinkLabel> placeLinkLabels(const FlowContents& contents, const TextMeasure& measure,
                                                     OccupiedSpace& space);

void drawLinks(PictureBuilder& builder, const FlowContents& contents);
void drawLinkLabels(PictureBuilder& builder, const FlowContents& contents, const std::vector<LinkLabel>& labels);
void drawReturnMarks(PictureBuilder& builder, const FlowContents& contents, const std::vector<ReturnMark>& marks);
void addLinkAreas(PictureBuilder& builder, const FlowContents& contents);

// "33 % gaps": probability and condition of a branch, else what is passed.
[[nodiscard]] std::string linkText(const FlowLinkFacts& facts);
// "Handoff from Check zoning to Decide"
[[nodiscard]] std::string spokenText(const model::Model& model, const model::Link& link, bool isHandoff);

} // namespace flowspine::view
