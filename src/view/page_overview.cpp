#include "view/page_overview.h"

#include "view/coverage.h"
#include "view/page_frame.h"
#include "view/page_tiles.h"
#include "view/plan_canvas.h"

#include <algorithm>
#include <string_view>

namespace flowspine::view {

namespace {

// Points a px: on A3 the overview keeps its usual width, so 11 px type becomes 8 points.
double scaleOn(const PageFrame& frame) {
    return frame.isLarge() ? 0.74 : 0.6;
}

// As high as what it shows.
Picture cropped(Picture picture) {
    double bottom = picture.bounds.y;
    for (const Shape& shape : picture.shapes) bottom = std::max(bottom, boundsOf(shape.form).bottom());
    picture.bounds.height = bottom + 1 - picture.bounds.y;
    picture.areas.clear();
    return picture;
}

} // namespace

Picture exportedOverview(Overview overview) {
    std::erase_if(overview.picture.shapes,
                  [](const Shape& shape) { return std::string_view(shape.part).ends_with(".action"); });
    return cropped(std::move(overview.picture));
}

std::vector<Page> overviewPages(const model::Model& model, const model::ModelIndex& index,
                                const std::map<AnyId, SightFigures>& figures, const PageSetup& setup,
                                const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"Can every item be traced to an outcome?", "Line of sight", {}}, measure);
    OverviewOptions options;
    options.width = frame.content().width / scaleOn(frame);
    options.viewportHeight = frame.content().height / scaleOn(frame);
    options.today = setup.stateOfPlan;
    options.figures = figures;
    Picture picture = exportedOverview(overview(model, index, options, measure));
    return frame.framed(tiled(picture, {}, frame.content(), scaleOn(frame), "Line of sight"));
}

std::vector<Page> coveragePages(const model::Model& model, const PageSetup& setup, const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"What does nothing in the plan cover?", "Coverage", {}}, measure);
    CoverageOptions options;
    options.width = frame.content().width / scaleOn(frame);
    options.viewportHeight = 0;
    return frame.framed(
        tiled(cropped(coveragePicture(model, options, measure)), {}, frame.content(), scaleOn(frame), "Coverage"));
}

std::vector<Page> canvasPages(const model::Model& model, const PageSetup& setup, const TextMeasure& measure) {
    const PageFrame frame(model, setup, {"How does the organisation work, on one page?", "Operating model", {}},
                          measure);
    PlanCanvasOptions options;
    options.width = frame.content().width / scaleOn(frame);
    options.viewportHeight = frame.content().height / scaleOn(frame);
    return frame.framed(
        tiled(cropped(planCanvas(model, options, measure)), {}, frame.content(), scaleOn(frame), "Operating model"));
}

} // namespace flowspine::view
