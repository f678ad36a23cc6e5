#include "view/flow_lanes.h"

#include "view/time_text.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

using namespace model;

namespace {

constexpr double tintBarWidth = 4;
constexpr double textLeft = 12;
constexpr double textWidth = laneHeaderWidth - textLeft - 4;
constexpr TextStyle nameStyle{13, 600};
constexpr TextStyle noteStyle{11, 400};

std::string startLower(std::string_view label) {
    std::string text(label);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string partOf(const char* what, std::size_t place) {
    return what + std::to_string(place);
}

bool isOutside(const Team* team) {
    return team != nullptr && (team->type == TeamType::customer || team->type == TeamType::external);
}

void drawLoad(PictureBuilder& builder, const std::string& part, const LaneLoad& load, double y, Role tint) {
    if (!load.percent) {
        builder.text(part + ".load", {textLeft, y + 6}, load.text, noteStyle, {Role::muted}, textWidth);
        return;
    }
    const double share = std::clamp(*load.percent / 100, 0.0, 1.0);
    builder.box(part + ".bar", {textLeft, y, 48, 4}, {Role::muted, 25}, {{Role::none}, 0}, 2);
    builder.box(part + ".load", {textLeft, y, 48 * share, 4}, {*load.percent > 100 ? Role::bad : tint},
                {{Role::none}, 0}, 2);
    builder.text(part + ".percent", {textLeft + 56, y + 5}, shortNumber(std::round(*load.percent)) + " %", {11, 600},
                 {*load.percent > 100 ? Role::bad : Role::ink});
}

void drawHeader(PictureBuilder& builder, const FlowContents& contents, std::size_t lane) {
    const Rect& rect = contents.layout.lanes[lane];
    const Team* team = contents.model.find(contents.lanes[lane]);
    const Role tint = contents.tints.of(contents.lanes[lane]);
    const std::string part = "lane"; // a team has one lane
    builder.box(part + ".header", {0, rect.y, laneHeaderWidth, rect.height}, {tint, 10});
    // Teams inside carry a full bar; customers and external parties an open one.
    const Rect bar{0, rect.y, tintBarWidth, rect.height};
    Shape& tinted = isOutside(team) ? builder.box(part + ".tint", bar, {Role::paper}, {{tint}, 1})
                                    : builder.box(part + ".tint", bar, {tint});
    const std::string name = team == nullptr ? "No team yet" : team->name.empty() ? "Unnamed team" : team->name;
    const std::string type = team == nullptr || team->type == TeamType::unstated ? "" : startLower(labelOf(team->type));
    tinted.altText = "Lane " + name + (type.empty() ? "" : ", " + type);
    auto lines = wrapped(builder.measure(), name, nameStyle, textWidth, 2);
    if (lines.empty()) lines = {"Unnamed team"};
    double baseline = rect.y + (lines.size() > 1 ? 20 : 28);
    Label label{{textLeft, baseline},
                lines,
                nameStyle,
                16,
                Align::left,
                {team == nullptr || team->name.empty() ? Role::muted : Role::ink},
                0};
    for (const std::string& line : lines) label.width = std::max(label.width, builder.measure().width(line, nameStyle));
    builder.add(part + ".name", std::move(label)).tip = name;
    baseline += 16 * static_cast<double>(lines.size() - 1) + 15;
    builder.text(part + ".type", {textLeft, baseline}, type, noteStyle, {Role::muted}, textWidth);
    if (const auto load = contents.options.loads.find(contents.lanes[lane]); load != contents.options.loads.end())
        drawLoad(builder, part, load->second, baseline + 11, tint);
}

} // namespace

void drawLanes(PictureBuilder& builder, const FlowContents& contents) {
    const auto& lanes = contents.layout.lanes;
    const double left = contents.isThumbnail() ? tintBarWidth : laneHeaderWidth;
    for (std::size_t lane = 0; lane < lanes.size(); ++lane) {
        const Rect& rect = lanes[lane];
        const Role tint = contents.tints.of(contents.lanes[lane]);
        const std::string part = "lane";
        builder.setEntity(contents.lanes[lane]);
        const bool isTarget = contents.options.dropLane && *contents.options.dropLane == contents.lanes[lane];
        builder.box(part + ".band", {left, rect.y, rect.width - left, rect.height},
                    isTarget ? Paint{Role::accent, 8} : Paint{tint, 5});
        if (contents.isThumbnail())
            builder.box(part + ".tint", {0, rect.y, tintBarWidth, rect.height}, {tint});
        else
            drawHeader(builder, contents, lane);
        const Team* above = contents.model.find(contents.lanes[lane]);
        const Team* below = lane + 1 < lanes.size() ? contents.model.find(contents.lanes[lane + 1]) : nullptr;
        const bool isBorder = lane + 1 < lanes.size() && isOutside(above) != isOutside(below);
        builder.line(part + ".edge", {{0, rect.bottom() - 0.5}, {rect.right(), rect.bottom() - 0.5}},
                     {isBorder ? Paint{Role::muted, 60} : Paint{Role::line}, 1, isBorder ? Dash::dashed : Dash::solid});
        if (isTarget && !contents.isThumbnail()) {
            const std::string name = above == nullptr ? "nobody yet" : above->name;
            builder.text(part + ".drop", {left + 12, rect.bottom() - 10}, "Hand over to " + name, {11, 600},
                         {Role::accent}, 400);
        }
    }
    builder.setEntity({});
    if (!contents.isThumbnail() && !lanes.empty())
        builder.line("headers.edge", {{left - 0.5, lanes.front().y}, {left - 0.5, lanes.back().bottom()}},
                     {{Role::line}, 1});
}

void drawPhases(PictureBuilder& builder, const FlowContents& contents) {
    if (contents.isThumbnail()) return;
    const Rect& bounds = contents.layout.bounds;
    builder.box("phases", {0, 0, bounds.width, phaseHeaderHeight}, {Role::paper});
    const double y = phaseHeaderHeight - 0.5;
    builder.line("phases.edge", {{0, y}, {bounds.width, y}}, {{Role::line}, 1});
    builder.text("phases.corner", {textLeft, 18}, "Lane = team", noteStyle, {Role::muted}, textWidth);
    builder.line("phases.left", {{laneHeaderWidth - 0.5, 0}, {laneHeaderWidth - 0.5, phaseHeaderHeight}},
                 {{Role::line}, 1});
    const double bottom = contents.layout.lanes.empty() ? bounds.height : contents.layout.lanes.back().bottom();
    for (std::size_t i = 0; i < contents.layout.phases.size(); ++i) {
        const FlowPhase& phase = contents.layout.phases[i];
        const std::string& name = contents.phases[phase.phase];
        const std::string part = partOf("phase", phase.phase);
        const double x = phase.span.start + 0.5;
        if (i > 0) {
            builder.line(part + ".edge", {{x, 0}, {x, phaseHeaderHeight}}, {{Role::line}, 1});
            builder.line(part + ".grid", {{x, phaseHeaderHeight}, {x, bottom}}, {{Role::muted, 28}, 1, Dash::dotted});
        }
        const auto note = contents.options.phaseNotes.find(name);
        const double room = phase.span.length - 22;
        const double named = builder.text(part + ".name", {phase.span.start + 12, 18.5}, name, nameStyle, {Role::ink},
                                          std::max(room, 8.0));
        if (note == contents.options.phaseNotes.end()) continue;
        const double width = builder.measure().width(note->second, noteStyle);
        if (named + 12 + width <= room)
            builder.text(part + ".note", {phase.span.end() - 10, 18}, note->second, noteStyle, {Role::muted}, 0,
                         Align::right);
    }
}

void addLaneAreas(PictureBuilder& builder, const FlowContents& contents) {
    const FlowLayout& layout = contents.layout;
    builder.area(layout.bounds, contents.variant.id, "canvas");
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
        const Rect& rect = layout.lanes[lane];
        builder.area({laneHeaderWidth, rect.y, rect.width - laneHeaderWidth, rect.height}, contents.lanes[lane],
                     "lane-body", std::to_string(lane));
    }
    const double height = layout.bounds.height - phaseHeaderHeight;
    for (std::size_t c = 0; c < layout.columnSpans.size(); ++c)
        builder.area({layout.columnSpans[c].start, phaseHeaderHeight, layout.columnSpans[c].length, height}, {},
                     "column", std::to_string(c));
    for (std::size_t g = 0; g < layout.gapSpans.size(); ++g)
        builder.area({layout.gapSpans[g].start, phaseHeaderHeight, layout.gapSpans[g].length, height}, {}, "gap",
                     std::to_string(g));
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane)
        builder.area({0, layout.lanes[lane].y, laneHeaderWidth, layout.lanes[lane].height}, contents.lanes[lane],
                     "lane", std::string(contents.lanes[lane].text()));
    for (const FlowPhase& phase : layout.phases)
        builder.area({phase.span.start, 0, phase.span.length, phaseHeaderHeight}, {}, "phase",
                     contents.phases[phase.phase]);
}

} // namespace flowspine::view
