#include "view/page_boards.h"

#include "view/decision_grid.h"
#include "view/outcome_board.h"
#include "view/page_frame.h"
#include "view/page_tiles.h"
#include "view/spine_matrix.h"

#include <algorithm>
#include <array>
#include <string_view>
#include <utility>

namespace flowspine::view {

namespace {

// Points a px: 11 px type becomes 8 points on A3 and 6.6 on the smaller papers.
double scaleOn(const PageFrame& frame) {
    return frame.isLarge() ? 0.74 : 0.6;
}

// What only takes input: places to type into, buttons, and the words that ask for a selection.
bool isForInput(const Shape& shape, const Picture& picture) {
    constexpr std::array<std::string_view, 3> parts = {"prompts.", "begin.", "reliance"};
    if (shape.id.isEmpty() && std::any_of(parts.begin(), parts.end(), [&](std::string_view part) {
            return std::string_view(shape.part).starts_with(part);
        }))
        return true;
    constexpr std::array<std::string_view, 4> roles = {"add", "add-measure", "add-experiment", "prompt"};
    const Rect bounds = boundsOf(shape.form);
    return std::any_of(picture.areas.begin(), picture.areas.end(), [&](const HitArea& area) {
        constexpr double slack = 1;
        return std::find(roles.begin(), roles.end(), area.role) != roles.end() && bounds.x >= area.rect.x - slack &&
               bounds.right() <= area.rect.right() + slack && bounds.y >= area.rect.y - slack &&
               bounds.bottom() <= area.rect.bottom() + slack;
    });
}

std::vector<Page> pagesOf(const Picture& picture, const PageFrame& frame, const std::string& bookmark) {
    return frame.framed(tiled(picture, {}, frame.content(), scaleOn(frame), bookmark));
}

} // namespace

Picture withoutInput(Picture picture) {
    std::erase_if(picture.shapes, [&](const Shape& shape) { return isForInput(shape, picture); });
    double bottom = picture.bounds.y;
    for (const Shape& shape : picture.shapes) bottom = std::max(bottom, boundsOf(shape.form).bottom());
    picture.bounds.height = bottom + 1 - picture.bounds.y;
    picture.areas.clear();
    return picture;
}

std::vector<Page> outcomePages(const model::Model& model, const model::ModelIndex& index, const PageSetup& setup,
                               const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"Which outcomes matter most, and what holds them back?", "Outcomes", {}},
                          measure);
    OutcomeBoardOptions options;
    options.width = frame.content().width / scaleOn(frame);
    options.viewportHeight = 0;
    options.today = setup.stateOfPlan;
    return pagesOf(withoutInput(outcomeBoard(model, index, options, measure)), frame, "Outcomes");
}

std::vector<Page> spinePages(const model::Model& model, const model::ModelIndex& index, const PageSetup& setup,
                             const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"What must stay fixed, so that the rest can move?", "Fixed spine", {}},
                          measure);
    SpineMatrixOptions options;
    options.width = frame.content().width / scaleOn(frame);
    options.viewportHeight = 0;
    options.today = setup.stateOfPlan;
    return pagesOf(withoutInput(spineMatrix(model, index, options, measure)), frame, "Fixed spine");
}

std::vector<Page> decisionPages(const model::Model& model, const model::ModelIndex& index, const PageSetup& setup,
                                const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"Who decides what, and how fast?", "Decision rights", {}}, measure);
    DecisionGridOptions options;
    options.width = frame.content().width / scaleOn(frame);
    options.viewportHeight = 0;
    options.takesInput = false;
    return pagesOf(withoutInput(decisionGrid(model, index, options, measure)), frame, "Decision rights");
}

} // namespace flowspine::view
