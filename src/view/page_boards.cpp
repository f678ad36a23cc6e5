#include "view/page_boards.h"

#include "view/outcome_board.h"
#include "view/page_frame.h"
#include "view/page_tiles.h"
#include "view/spine_matrix.h"

#include <utility>

namespace flowspine::view {

namespace {

// Points a px: 11 px type becomes 8 points on A3 and 6.6 on the smaller papers.
double scaleOn(const PageFrame& frame) {
    return frame.isLarge() ? 0.74 : 0.6;
}

std::vector<Page> pagesOf(const Picture& picture, const PageFrame& frame, const std::string& bookmark) {
    return frame.framed(tiled(picture, {}, frame.content(), scaleOn(frame), bookmark));
}

} // namespace

std::vector<Page> outcomePages(const model::Model& model, const model::ModelIndex& index, const PageSetup& setup,
                               const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"Which outcomes matter most, and what holds them back?", "Outcomes", {}},
                          measure);
    OutcomeBoardOptions options;
    options.width = frame.content().width / scaleOn(frame);
    options.viewportHeight = 0;
    options.today = setup.stateOfPlan;
    return pagesOf(outcomeBoard(model, index, options, measure), frame, "Outcomes");
}

std::vector<Page> spinePages(const model::Model& model, const model::ModelIndex& index, const PageSetup& setup,
                             const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"What must stay fixed, so that the rest can move?", "Fixed spine", {}},
                          measure);
    SpineMatrixOptions options;
    options.width = frame.content().width / scaleOn(frame);
    options.viewportHeight = 0;
    options.today = setup.stateOfPlan;
    return pagesOf(spineMatrix(model, index, options, measure), frame, "Fixed spine");
}

} // namespace flowspine::view
