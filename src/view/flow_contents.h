// What a flow picture shows, gathered once from the plan: steps with their lanes, links with what they mean, and the
// layout. The drawing parts of the flow picture share it.
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/flow_layout.h"
#include "view/flow_picture.h"
#include "view/flow_scale.h"
#include "view/team_tints.h"
#include "view/text_measure.h"

#include <string>
#include <unordered_map>
#include <vector>

namespace flowspine::view {

struct FlowStepFacts {
    const model::Step* step = nullptr;
    std::size_t lane = 0;
    std::string title;     // of an event also what the flow says of its start or end
    double titleWidth = 0; // room for the name of an event, below it
};

struct FlowLinkFacts {
    const model::Link* link = nullptr;
    std::size_t from = 0; // places in the list of steps
    std::size_t to = 0;
    bool isHandoff = false; // both teams are known and differ; gateways count for the lane they stand in
    bool isBranch = false;  // the step it leaves has two or more ways out
    bool isReturn = false;  // goes back to the team that the work came from
    bool isCritical = false;
};

struct FlowContents {
    FlowContents(const model::Model& model, const model::ModelIndex& index, const model::Variant& variant,
                 const FlowPictureOptions& options, const TextMeasure& measure);
    // The contents refer to their options.
    FlowContents(const model::Model& model, const model::ModelIndex& index, const model::Variant& variant,
                 FlowPictureOptions&& options, const TextMeasure& measure) = delete;
    // Of one step that is no event, where it stands: enough to draw that step.
    FlowContents(const model::Model& model, const model::ModelIndex& index, const model::Variant& variant,
                 const FlowPictureOptions& options, const model::Step& step, const Rect& box);

    const model::Model& model;
    const model::Variant& variant;
    const FlowPictureOptions& options;
    const model::Flow* flow = nullptr;
    TeamTints tints;
    std::vector<model::Id<model::Team>> lanes;
    std::vector<std::string> phases;
    std::vector<FlowStepFacts> steps;
    std::vector<FlowLinkFacts> links;
    std::unordered_map<AnyId, std::string> codes; // of spine items and decision rights: "S3", "D1"
    double hoursPerDay = 8;
    FlowScale scale;
    FlowLayout layout;
    bool isGivenUp = false; // cancelled before there was a layout

    [[nodiscard]] bool isSelected(const AnyId& id) const;
    [[nodiscard]] bool isHighlighted(const AnyId& id) const;
    [[nodiscard]] bool isGateway(std::size_t step) const;
    [[nodiscard]] bool isComparing() const { return !options.comparison.baseline.isEmpty(); }
    [[nodiscard]] bool isThumbnail() const { return options.detail == FlowDetail::thumbnail; }

  private:
    [[nodiscard]] FlowStepFacts factsOf(const model::Step& step) const;
    void gatherSteps();
    void gatherLinks();
    void placeInLanes();
    void markHandoffs();
    void layOut();
    void markCritical();
    [[nodiscard]] FlowLayoutInput layoutInput() const;
    // Far out: lanes as high as the names of teams and the view ask for, boxes as high as wide.
    void stretchLanes();
};

} // namespace flowspine::view
