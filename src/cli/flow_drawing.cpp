#include "cli/flow_drawing.h"

#include "analysis/flow_metrics.h"
#include "view/flow_ladder.h"
#include "view/flow_picture.h"
#include "view/time_text.h"

#include <cmath>

namespace flowspine::cli {

namespace {

using analysis::FlowMetrics;
using model::Model;

std::string hoursText(const std::optional<double>& hours, double hoursPerDay) {
    return hours ? view::timeText(base::fromHours(*hours), hoursPerDay) : "–";
}

// Work is said in hours: days of it would be read as days on the calendar.
std::string workText(const std::optional<double>& hours) {
    return hours ? view::shortNumber(*hours) + " h" : "–";
}

std::string percentText(const std::optional<double>& percent) {
    return percent ? view::shortNumber(*percent) + " %" : "–";
}

std::string decimalText(const std::optional<double>& number) {
    return number ? view::shortNumber(*number) : "–";
}

view::FlowFigures figuresOf(const Model& model, const model::Flow& flow, const model::Id<model::Variant>& shown) {
    view::FlowFigures figures;
    figures.labels = {"Lead time, expected", "Process time", "Flow efficiency",     "Passes without correction",
                      "Handoffs, expected",  "Ping-pong",    "Ownership ambiguity", "Teams"};
    const double day = view::hoursPerDay(model.plan());
    model.forEach(flow.variants, [&](const model::Variant& variant) {
        if (variant.kind == model::VariantKind::archived && variant.id != shown) return;
        const FlowMetrics metrics = analysis::flowMetrics(model, flow, variant);
        if (metrics.workSteps == 0) return;
        view::FlowFigures::Row row;
        row.variant = variant.name.empty() ? std::string(model::labelOf(variant.kind)) : variant.name;
        row.isShown = variant.id == shown;
        row.values = {hoursText(metrics.leadHours, day),
                      workText(metrics.processHours),
                      percentText(metrics.flowEfficiency),
                      percentText(metrics.rolledCompleteAccurate),
                      decimalText(metrics.expectedHandoffs),
                      std::to_string(metrics.pingPongs),
                      view::shortNumber(metrics.ownershipAmbiguity),
                      std::to_string(metrics.teams)};
        figures.rows.push_back(std::move(row));
    });
    return figures;
}

} // namespace

view::FlowDrawing flowDrawing(const Model& model, const model::ModelIndex& index,
                              const model::Id<model::Variant>& variant, const view::TextMeasure& measure) {
    view::FlowDrawing drawing;
    drawing.variant = variant;
    const model::Variant* found = model.find(variant);
    const model::Flow* flow = model.find(index.ownerOfType<model::Flow>(variant));
    if (found == nullptr || flow == nullptr) return drawing;

    view::FlowPictureOptions options;
    for (const FlowMetrics::StepFigures& step : analysis::flowMetrics(model, *flow, *found).steps)
        if (step.isCritical) options.critical.insert(step.step);
    for (const analysis::TeamLoad& load : analysis::teamLoads(model)) {
        view::LaneLoad lane;
        lane.percent = load.share;
        if (!load.share && load.hoursPerWeek > 0) lane.text = view::shortNumber(load.hoursPerWeek) + " h a week";
        options.loads.emplace(load.team, std::move(lane));
    }
    drawing.picture = view::flowPicture(model, index, variant, options, measure);
    drawing.ladder = view::flowLadder(model, index, variant, options, measure);
    drawing.figures = figuresOf(model, *flow, variant);
    return drawing;
}

} // namespace flowspine::cli
