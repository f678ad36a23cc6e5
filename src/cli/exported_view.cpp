#include "cli/exported_view.h"

#include "analysis/flow_metrics.h"
#include "cli/flow_drawing.h"
#include "model/model_index.h"
#include "view/coverage.h"
#include "view/decision_grid.h"
#include "view/flow_page.h"
#include "view/outcome_board.h"
#include "view/page_boards.h"
#include "view/page_overview.h"
#include "view/page_tiles.h"
#include "view/plan_canvas.h"
#include "view/roadmap_page.h"
#include "view/spine_matrix.h"

#include <algorithm>
#include <cctype>

namespace flowspine::cli {

namespace {

using model::Flow;
using model::Id;
using model::Model;
using model::Variant;

bool isSameWord(std::string_view a, std::string_view b) {
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](unsigned char x, unsigned char y) { return std::tolower(x) == std::tolower(y); });
}

void addFlow(const Model& model, const Flow& flow, ExportedView& exported) {
    model.forEach(flow.variants, [&](const Variant& variant) {
        if (variant.kind != model::VariantKind::archived || Id<Variant>(variant.id) == flow.current)
            exported.variants.emplace_back(variant.id);
    });
    if (model.find(flow.current) != nullptr) exported.current.push_back(flow.current);
}

base::Result<ExportedView> findFlow(const Model& model, std::string_view name) {
    ExportedView exported{ViewKind::flows, {}, {}};
    std::string names;
    bool isFound = false;
    model.forEach(model.plan().flows, [&](const Flow& flow) {
        names += (names.empty() ? "“" : ", “") + flow.name + "”";
        if (!isFound && (isSameWord(flow.name, name) || flow.id.text() == name)) {
            addFlow(model, flow, exported);
            isFound = true;
        }
        model.forEach(flow.variants, [&](const Variant& variant) {
            if (isFound || variant.id.text() != name) return;
            exported.variants.emplace_back(variant.id);
            exported.current.emplace_back(variant.id);
            isFound = true;
        });
    });
    if (isFound) return exported;
    const std::string there = names.empty() ? "the plan has no flows" : "the plan has " + names;
    return base::failure("unknown-flow", "There is no flow “" + std::string(name) + "”; " + there + ".");
}

// One picture below the other.
view::Picture stackedFlows(const Model& model, const std::vector<Id<Variant>>& variants,
                           const view::TextMeasure& measure) {
    constexpr double gap = 32;
    const model::ModelIndex index(model);
    view::Picture all;
    double top = 0;
    for (const Id<Variant>& id : variants) {
        view::FlowDrawing drawing = flowDrawing(model, index, id, measure);
        view::Picture picture = view::withLadder(std::move(drawing.picture), drawing.ladder);
        if (variants.size() == 1) return picture;
        const view::Point offset{-picture.bounds.x, top - picture.bounds.y};
        for (view::Shape& shape : picture.shapes) all.shapes.push_back(view::placed(std::move(shape), 1, offset));
        all.bounds.width = std::max(all.bounds.width, picture.bounds.width);
        all.bounds.height = top + picture.bounds.height;
        top = all.bounds.height + gap;
    }
    return all;
}

// Of the current variant of each flow.
std::map<model::AnyId, view::SightFigures> sightFigures(const Model& model) {
    std::map<model::AnyId, view::SightFigures> figures;
    model.forEach<Flow>([&](const Flow& flow) {
        const Variant* variant = view::shownVariant(model, flow, false);
        if (!variant) return;
        const analysis::FlowMetrics metrics = analysis::flowMetrics(model, flow, *variant);
        if (metrics.workSteps > 0)
            figures[flow.id] = {metrics.leadHours, metrics.expectedHandoffs, metrics.flowEfficiency};
    });
    return figures;
}

} // namespace

base::Result<ExportedView> findView(const Model& model, std::string_view name) {
    constexpr std::string_view flowPrefix = "flow:";
    if (name == "roadmap") return ExportedView{ViewKind::roadmap, {}, {}};
    if (name == "outcomes") return ExportedView{ViewKind::outcomes, {}, {}};
    if (name == "spine") return ExportedView{ViewKind::spine, {}, {}};
    if (name == "decisions") return ExportedView{ViewKind::decisions, {}, {}};
    if (name == "overview") return ExportedView{ViewKind::overview, {}, {}};
    if (name == "coverage") return ExportedView{ViewKind::coverage, {}, {}};
    if (name == "canvas") return ExportedView{ViewKind::canvas, {}, {}};
    if (name.starts_with(flowPrefix)) return findFlow(model, name.substr(flowPrefix.size()));
    if (name == "flows") {
        ExportedView exported{ViewKind::flows, {}, {}};
        model.forEach(model.plan().flows, [&](const Flow& flow) { addFlow(model, flow, exported); });
        if (exported.variants.empty()) return base::failure("unknown-flow", "The plan has no flows to draw.");
        return exported;
    }
    return base::failure(
        "unknown-view",
        "There is no view “" + std::string(name) +
            "”; choose roadmap, outcomes, spine, decisions, flows, overview, coverage, canvas or flow:NAME.");
}

view::PageSet pagesOf(const Model& model, const ExportedView& exported, const view::PageSetup& setup,
                      const view::TextMeasure& measure) {
    view::PageSet set{model.plan().name, model.plan().organisation, setup.stateOfPlan, {}};
    switch (exported.kind) {
    case ViewKind::roadmap:
        set.title += ": roadmap";
        set.pages = view::roadmapPages(model, setup, measure);
        break;
    case ViewKind::outcomes:
        set.title += ": outcomes";
        set.pages = view::outcomePages(model, model::ModelIndex(model), setup, measure);
        break;
    case ViewKind::spine:
        set.title += ": fixed spine";
        set.pages = view::spinePages(model, model::ModelIndex(model), setup, measure);
        break;
    case ViewKind::decisions:
        set.title += ": decision rights";
        set.pages = view::decisionPages(model, model::ModelIndex(model), setup, measure);
        break;
    case ViewKind::overview:
        set.title += ": line of sight";
        set.pages = view::overviewPages(model, model::ModelIndex(model), sightFigures(model), setup, measure);
        break;
    case ViewKind::coverage:
        set.title += ": coverage";
        set.pages = view::coveragePages(model, setup, measure);
        break;
    case ViewKind::canvas:
        set.title += ": operating model";
        set.pages = view::canvasPages(model, setup, measure);
        break;
    case ViewKind::flows: {
        const model::ModelIndex index(model);
        set.title += ": value flows";
        std::vector<view::FlowDrawing> drawings;
        for (const Id<Variant>& variant : exported.variants)
            drawings.push_back(flowDrawing(model, index, variant, measure));
        set.pages = view::flowPages(model, index, drawings, setup, measure);
        break;
    }
    }
    return set;
}

view::Picture pictureOf(const Model& model, const ExportedView& exported, const view::PageSetup& setup,
                        const view::TextMeasure& measure) {
    switch (exported.kind) {
    case ViewKind::roadmap: return view::stacked(view::roadmapPages(model, setup, measure));
    case ViewKind::outcomes: {
        view::OutcomeBoardOptions options;
        options.viewportHeight = 0;
        options.today = setup.stateOfPlan;
        return view::withoutInput(view::outcomeBoard(model, model::ModelIndex(model), options, measure));
    }
    case ViewKind::spine: {
        view::SpineMatrixOptions options;
        options.viewportHeight = 0;
        options.today = setup.stateOfPlan;
        return view::withoutInput(view::spineMatrix(model, model::ModelIndex(model), options, measure));
    }
    case ViewKind::decisions: {
        view::DecisionGridOptions options;
        options.width = 0;
        options.viewportHeight = 0;
        options.takesInput = false;
        return view::withoutInput(view::decisionGrid(model, model::ModelIndex(model), options, measure));
    }
    case ViewKind::overview: {
        view::OverviewOptions options;
        options.viewportHeight = 0;
        options.today = setup.stateOfPlan;
        options.figures = sightFigures(model);
        return view::exportedOverview(view::overview(model, model::ModelIndex(model), options, measure));
    }
    case ViewKind::coverage: {
        view::CoverageOptions options;
        options.viewportHeight = 0;
        return view::coveragePicture(model, options, measure);
    }
    case ViewKind::canvas: {
        view::PlanCanvasOptions options;
        options.viewportHeight = 0;
        return view::planCanvas(model, options, measure);
    }
    case ViewKind::flows: return stackedFlows(model, exported.current, measure);
    }
    return {};
}

} // namespace flowspine::cli
