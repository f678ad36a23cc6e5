// The line of sight of a plan on one page: outcomes, the flows that deliver them, the teams that work in those, what
// they stand on, what changes it and what that loosens, as cards in columns and ribbons between them. Threads that
// break have a torn end. Below: what each outcome has, and the broken threads in words. A pure projection.
//
// Areas, by role: "sight" (what a card stands for), "link-flow" (outcome), "add-experiment" (constraint), "show" (the
// entity that a broken thread is about).
#pragma once

#include "view/line_of_sight.h"
#include "view/text_measure.h"

#include <map>
#include <optional>
#include <string>
#include <vector>

namespace flowspine::view {

// What stands large on a flow's card; worked out by whoever knows the metrics of the shown variant.
struct SightFigures {
    std::optional<double> leadHours;
    std::optional<double> expectedHandoffs;
    std::optional<double> flowEfficiency; // %
};

struct OverviewOptions {
    double width = 1512;         // px available; the picture is as wide, but never narrower than its columns need
    double viewportHeight = 900; // px; the picture is at least as high
    base::Date today;
    bool isFuture = false;                 // flows as they are to be, where they say so
    bool isOnlyBroken = false;             // leaves out what no broken thread runs through
    std::map<AnyId, SightFigures> figures; // by flow
};

struct Overview {
    Picture picture;
    LineOfSight sight;
    std::vector<Rect> places;               // beside sight.nodes; empty for what is left out
    std::vector<std::vector<Point>> curves; // beside sight.ties: the middle of each ribbon
};

[[nodiscard]] Overview overview(const model::Model& model, const model::ModelIndex& index,
                                const OverviewOptions& options, const TextMeasure& measure);

// A thread drawn above the picture.
[[nodiscard]] std::vector<Shape> threadShapes(const Overview& overview, const SightThread& thread);

} // namespace flowspine::view
