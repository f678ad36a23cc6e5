#include "view/flow_scale.h"

#include "support/random_flow.h"
#include "view/flow_ladder.h"
#include "view/flow_picture.h"

#include <catch2/catch.hpp>

#include <random>

using namespace flowspine;
using namespace flowspine::view;

TEST_CASE("a scale changes in steps, and near the size that was drawn not at all") {
    CHECK(FlowScale(1).zoom() == 1);
    CHECK(FlowScale(4).zoom() == 1);
    CHECK(FlowScale(0.9).zoom() == 1);
    CHECK(FlowScale(0.5) == FlowScale(0.501));
    CHECK(FlowScale(0.5).zoom() <= 0.5);
    CHECK(FlowScale(0.5).zoom() > 0.46);
    CHECK(FlowScale(0).zoom() > 0);
    CHECK(FlowScale(1).nameLines() == 3);
    CHECK(FlowScale(0.7).nameLines() == 2);
    CHECK(FlowScale(0.45).nameLines() == 1);
    CHECK(FlowScale(0.3).nameLines() == 0);
    CHECK(FlowScale(0.3).hasArrows());
    CHECK_FALSE(FlowScale(0.1).hasArrows());
}

TEST_CASE("at every zoom steps stay in their lanes, lanes do not overlap, and links begin and end at their steps") {
    const FixedTextMeasure measure;
    const unsigned seed = 90;
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 60; ++round) {
        const test::RandomFlow flow = test::makeRandomFlow(random(), 5 + random() % 40, 1 + random() % 8);
        const model::ModelIndex index(flow.model);
        for (const double zoom : {1.0, 0.7, 0.5, 0.3, 0.12}) {
            INFO("round " << round << " zoom " << zoom);
            FlowPictureOptions options;
            options.zoom = zoom;
            options.minimumWidth = 1300 / zoom;
            options.minimumHeight = 640 / zoom;
            const Picture picture = flowPicture(flow.model, index, flow.variant, options, measure);
            std::vector<Rect> lanes;
            std::vector<const HitArea*> steps;
            for (const HitArea& area : picture.areas) {
                if (area.role == "lane-body") lanes.push_back(area.rect);
                if (area.role == "step") steps.push_back(&area);
            }
            for (std::size_t lane = 1; lane < lanes.size(); ++lane)
                CHECK(lanes[lane].y >= lanes[lane - 1].bottom() - 1e-6);
            for (const HitArea* step : steps) {
                std::size_t inside = 0;
                for (const Rect& lane : lanes)
                    inside += step->rect.y >= lane.y && step->rect.bottom() <= lane.bottom() + 1e-6 ? 1 : 0;
                CHECK(inside == 1);
            }
            const auto isAt = [&](const model::AnyId& id, Point point) {
                for (const HitArea* step : steps) {
                    const Rect& r = step->rect;
                    if (step->id == id)
                        return point.x > r.x - 1 && point.x < r.right() + 1 && point.y > r.y - 1 &&
                               point.y < r.bottom() + 1;
                }
                return false;
            };
            for (const Shape& shape : picture.shapes) {
                const model::Link* link = flow.model.find(model::Id<model::Link>(shape.id));
                const auto* line = std::get_if<Line>(&shape.form);
                if (link == nullptr || line == nullptr || shape.part != "line") continue;
                CHECK(isAt(link->from, line->points.front()));
                CHECK(isAt(link->to, line->points.back()));
                for (std::size_t i = 1; i < line->points.size(); ++i) {
                    const bool isStraight =
                        line->points[i].x == line->points[i - 1].x || line->points[i].y == line->points[i - 1].y;
                    CHECK(isStraight);
                }
            }
        }
    }
}
