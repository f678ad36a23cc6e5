// What the parts of the overview share: the plan, its line of sight, the columns and how dense they are.
#pragma once

#include "view/overview.h"
#include "view/picture_builder.h"
#include "view/team_tints.h"

#include <array>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flowspine::view {

struct SightSpan {
    double x = 0;
    double width = 0;
    [[nodiscard]] double right() const { return x + width; }
};

struct OverviewContext {
    const model::Model& model;
    const model::ModelIndex& index;
    const OverviewOptions& options;
    const LineOfSight& sight;
    TeamTints tints;
    std::array<SightSpan, sightColumns> columns{};
    double width = 0;
    bool isCompact = false;      // titles only
    std::vector<bool> isShown{}; // beside sight.nodes

    [[nodiscard]] const SightSpan& columnOf(const SightNode& node) const {
        return columns[static_cast<std::size_t>(node.column)];
    }
};

// ---- overview_cards.cpp ----

struct SightFigure {
    std::string value;
    std::string_view label;
    Role role = Role::ink;
};

struct SightLine {
    std::string words;
    Paint paint{Role::muted};
    bool isStrong = false;
};

// A card before it has a place.
struct SightCard {
    std::vector<std::string> title; // wrapped
    std::vector<SightLine> lines;
    std::vector<SightFigure> figures;
    double indent = 0;
    double height = 0;
    std::string altText;
};
[[nodiscard]] SightCard sightCard(const OverviewContext& context, const TextMeasure& measure, std::size_t node);
void drawSightCard(PictureBuilder& to, const OverviewContext& context, const SightCard& card, std::size_t node,
                   const Rect& rect);

// ---- overview_places.cpp ----

struct SightPlaces {
    std::vector<Rect> cards; // beside sight.nodes
    // Where ribbons from flows to roadmap items pass below teams and spine; empty when there are none.
    Rect teamLane;
    Rect spineLane;
    double bottom = 0;
};
[[nodiscard]] SightPlaces placeCards(const OverviewContext& context, const std::vector<SightCard>& cards, double top,
                                     double height);
// Upper edges of things in their order, as near as can be to where each would like its middle, `gap` apart and between
// `top` and `bottom`, as far as they fit.
struct WishedPlace {
    double height = 0;
    std::optional<double> middle;
};
[[nodiscard]] std::vector<double> placedNear(const std::vector<WishedPlace>& wishes, double gap, double top,
                                             double bottom);

// ---- overview_ribbons.cpp ----

// Gives the middle line of every tie; empty where an end is left out.
[[nodiscard]] std::vector<std::vector<Point>> drawRibbons(PictureBuilder& to, const OverviewContext& context,
                                                          const SightPlaces& places);
void drawTornEnds(PictureBuilder& to, const OverviewContext& context, const SightPlaces& places);

// ---- overview_strip.cpp ----

// Gives its lower edge.
double drawOverviewStrip(PictureBuilder& to, const OverviewContext& context, double top);
[[nodiscard]] double overviewStripHeight(const OverviewContext& context);

} // namespace flowspine::view
