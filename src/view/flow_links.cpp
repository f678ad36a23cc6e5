#include "view/flow_links.h"

#include "model/naming.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace flowspine::view {

using namespace model;

namespace {

constexpr double bendRadius = 6;
constexpr double hitReach = 5;
constexpr double discSize = 17;
constexpr double shortestWithTail = 32; // the tail, the arrowhead and some line between

Role roleOf(const FlowLinkFacts& facts) {
    if (facts.isHandoff) return Role::handoff;
    return facts.isCritical ? Role::ink : Role::muted;
}

Dash dashOf(const FlowLinkFacts& facts, bool isBack) {
    if (facts.link->kind == LinkKind::information) return Dash::dotted;
    return facts.link->kind == LinkKind::rework || isBack ? Dash::dashed : Dash::solid;
}

// 0 plain, 1 handoff, 2 critical, 3 selected: later ones lie above.
int layerOf(const FlowContents& contents, const FlowLinkFacts& facts) {
    const AnyId& id = facts.link->id;
    if (contents.isSelected(id) || contents.isHighlighted(id) || contents.options.hover == id) return 3;
    return facts.isCritical ? 2 : facts.isHandoff ? 1 : 0;
}

double distance(Point a, Point b) {
    return std::abs(a.x - b.x) + std::abs(a.y - b.y);
}

} // namespace

std::string linkText(const FlowLinkFacts& facts) {
    const Link& link = *facts.link;
    std::string text;
    const auto add = [&](const std::string& words) {
        if (!words.empty()) text += (text.empty() ? "" : " ") + words;
    };
    if (facts.isBranch && link.probability) add(numberText(*link.probability) + " %");
    add(facts.isBranch && !link.condition.empty() ? link.condition : link.passes);
    return text;
}

std::string spokenText(const Model& model, const Link& link, bool isHandoff) {
    return (isHandoff ? "Handoff from " : "Link from ") + shortName(model, link.from) + " to " +
           shortName(model, link.to);
}

void drawLinks(PictureBuilder& builder, const FlowContents& contents) {
    for (int layer = 0; layer < 4; ++layer) {
        for (std::size_t l = 0; l < contents.links.size(); ++l) {
            const FlowLinkFacts& facts = contents.links[l];
            if (layerOf(contents, facts) != layer) continue;
            const FlowRoute& route = contents.layout.routes[l];
            const bool isBold = facts.isCritical || layer == 3;
            Stroke stroke{{layer == 3 ? Role::accent : roleOf(facts)}, isBold ? 2.5 : 1.5, dashOf(facts, route.isBack)};
            if (contents.isThumbnail()) stroke.width = facts.isHandoff ? 1.25 : 1;
            if (contents.scale.isFar()) stroke.width = contents.scale.px(isBold ? 2.25 : facts.isHandoff ? 1.25 : 1);
            builder.setEntity(facts.link->id);
            Shape& shape = builder.line("line", route.points, stroke);
            auto& line = std::get<Line>(shape.form);
            line.bendRadius = contents.scale.isFar() ? 4 * bendRadius : bendRadius;
            const bool hasEnds = !contents.isThumbnail() && contents.scale.hasArrows();
            line.end = hasEnds ? LineEnd::arrow : LineEnd::none;
            if (hasEnds && !contents.scale.isFull()) line.endScale = std::min(contents.scale.px(0.75), 1.6);
            if (hasEnds && contents.scale.hasNames() && facts.isBranch && !contents.isGateway(facts.from) &&
                contents.steps[facts.from].step->type != StepType::decision &&
                distance(route.points[0], route.points[1]) >= shortestWithTail)
                line.start = LineEnd::hollowDiamond;
            shape.altText = spokenText(contents.model, *facts.link, facts.isHandoff);
            shape.tip = linkText(facts);
        }
    }
    builder.setEntity({});
}

void drawLinkLabels(PictureBuilder& builder, const FlowContents& contents, const std::vector<LinkLabel>& labels) {
    for (const LinkLabel& placed : labels) {
        const FlowLinkFacts& facts = contents.links[placed.link];
        const Role role = facts.isHandoff ? Role::handoff : Role::muted;
        builder.setEntity(facts.link->id);
        Label label{placed.anchor,
                    placed.lines,
                    {11, facts.isHandoff ? 500 : 400},
                    14,
                    placed.align,
                    {role},
                    placed.rect.width - (placed.hasTurn ? 14 : 0)};
        if (placed.hasTurn) {
            builder.symbol(placed.part + ".icon", {placed.rect.x, placed.anchor.y - 9.5, 11, 11}, "rework", {role});
            if (placed.align == Align::left) label.anchor.x += 14;
        }
        builder.add(placed.part, std::move(label));
    }
    builder.setEntity({});
}

void drawReturnMarks(PictureBuilder& builder, const FlowContents& contents, const std::vector<ReturnMark>& marks) {
    for (const ReturnMark& mark : marks) {
        builder.setEntity(contents.links[mark.link].link->id);
        const Rect& rect = mark.rect;
        const bool isDisc = mark.count == 1;
        builder
            .box("return", rect, {Role::paper}, {{Role::handoff}, isDisc ? 1.25 : 1.0}, isDisc ? 0 : 6,
                 isDisc ? Outline::ellipse : Outline::rectangle)
            .tip = "Goes straight back to the team it came from";
        builder.symbol("return.icon", {isDisc ? rect.center().x - 5.5 : rect.x + 5, rect.center().y - 5.5, 11, 11},
                       "ping-pong", {Role::handoff});
        if (!isDisc)
            builder.text("return.count", {rect.x + 19, rect.y + 12}, "×" + std::to_string(mark.count), {11, 600},
                         {Role::handoff});
    }
    builder.setEntity({});
}

void addLinkAreas(PictureBuilder& builder, const FlowContents& contents) {
    for (std::size_t l = 0; l < contents.links.size(); ++l) {
        const auto& points = contents.layout.routes[l].points;
        for (std::size_t i = 0; i + 1 < points.size(); ++i) {
            const Point& a = points[i];
            const Point& b = points[i + 1];
            builder.area({std::min(a.x, b.x) - hitReach, std::min(a.y, b.y) - hitReach,
                          std::abs(a.x - b.x) + 2 * hitReach, std::abs(a.y - b.y) + 2 * hitReach},
                         contents.links[l].link->id, "link");
        }
    }
}

std::vector<ReturnMark> placeReturnMarks(const FlowContents& contents, const TextMeasure& measure,
                                         OccupiedSpace& space) {
    // Links that arrive at one point of one box by one line share a mark.
    std::map<std::array<double, 3>, std::vector<std::size_t>> arrivals;
    for (std::size_t l = 0; l < contents.links.size(); ++l) {
        if (!contents.links[l].isReturn) continue;
        const auto& points = contents.layout.routes[l].points;
        const Point& tip = points.back();
        const bool isAcross = points[points.size() - 2].y == tip.y;
        arrivals[{tip.x, tip.y, isAcross ? 1.0 : 0.0}].push_back(l);
    }
    std::vector<ReturnMark> marks;
    for (const auto& [place, links] : arrivals) {
        const std::size_t count = links.size();
        const double width = count == 1 ? discSize : 24 + measure.width("×" + std::to_string(count), {11, 600});
        const double height = count == 1 ? discSize : 16;
        // On the last stretch that all of them share.
        const auto& points = contents.layout.routes[links.front()].points;
        const Point& tip = points.back();
        const Point& before = points[points.size() - 2];
        double length = distance(before, tip);
        for (const std::size_t l : links) {
            const auto& other = contents.layout.routes[l].points;
            length = std::min(length, distance(other[other.size() - 2], tip));
        }
        const double extent = (place[2] > 0 ? width : height) / 2;
        if (length < 2 * extent + 14) continue; // the tip and the bend need their room
        const double away =
            std::clamp(count == 1 ? 25.0 : 40.0, extent + 11, std::max(extent + 11, length - extent - 3));
        const double share = away / std::max(distance(before, tip), 1.0);
        const Point center{tip.x + (before.x - tip.x) * share, tip.y + (before.y - tip.y) * share};
        const Rect rect{center.x - width / 2, center.y - height / 2, width, height};
        space.add(rect);
        marks.push_back({links.front(), rect, count});
    }
    return marks;
}

} // namespace flowspine::view
