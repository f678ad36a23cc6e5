#include "view/flow_lanes.h"

#include "view/time_text.h"

#include <algorithm>
#include <cmath>

namespace flowspine::view {

using namespace model;

namespace {

constexpr double tintBarWidth = 4;
constexpr double textLeft = 12;

// Sizes on the screen, as they have to be in the picture.
struct HeaderSizes {
    explicit HeaderSizes(const FlowScale& of)
        : scale(of), width(of.headerWidth()), left(of.px(textLeft)),
          room(width - left - of.px(4)), name{of.px(13), 600}, note{of.px(11), 400}, strong{of.px(11), 600} {}
    FlowScale scale;
    double width;
    double left;
    double room;
    TextStyle name;
    TextStyle note;
    TextStyle strong;
    [[nodiscard]] double px(double onScreen) const { return scale.px(onScreen); }
};

std::string startLower(std::string_view label) {
    std::string text(label);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string partOf(const char* what, std::size_t place) {
    return what + std::to_string(place);
}

// "12 steps": of work.
std::string stepCount(const FlowContents& contents, std::size_t lane) {
    const auto count = std::count_if(contents.steps.begin(), contents.steps.end(), [&](const FlowStepFacts& facts) {
        const StepType type = facts.step->type;
        return facts.lane == lane && (type == StepType::task || type == StepType::decision || type == StepType::wait);
    });
    return std::to_string(count) + (count == 1 ? " step" : " steps");
}

bool isOutside(const Team* team) {
    return team != nullptr && (team->type == TeamType::customer || team->type == TeamType::external);
}

void drawLoad(PictureBuilder& builder, const HeaderSizes& sizes, const std::string& part, const LaneLoad& load,
              double y, Role tint) {
    if (!load.percent) {
        builder.text(part + ".load", {sizes.left, y + sizes.px(6)}, load.text, sizes.note, {Role::muted}, sizes.room);
        return;
    }
    const double share = std::clamp(*load.percent / 100, 0.0, 1.0);
    const double bar = sizes.px(48);
    const double thick = sizes.px(4);
    builder.box(part + ".bar", {sizes.left, y, bar, thick}, {Role::muted, 25}, {{Role::none}, 0}, thick / 2);
    builder.box(part + ".load", {sizes.left, y, bar * share, thick}, {*load.percent > 100 ? Role::bad : tint},
                {{Role::none}, 0}, thick / 2);
    builder.text(part + ".percent", {sizes.left + sizes.px(56), y + sizes.px(5)},
                 shortNumber(std::round(*load.percent)) + " %", sizes.strong,
                 {*load.percent > 100 ? Role::bad : Role::ink});
}

void drawHeader(PictureBuilder& builder, const FlowContents& contents, std::size_t lane) {
    const HeaderSizes sizes(contents.scale);
    const Rect& rect = contents.layout.lanes[lane];
    const Team* team = contents.model.find(contents.lanes[lane]);
    const Role tint = contents.tints.of(contents.lanes[lane]);
    const std::string part = "lane"; // a team has one lane
    builder.box(part + ".header", {0, rect.y, sizes.width, rect.height}, {tint, 10});
    // Teams inside carry a full bar; customers and external parties an open one.
    const Rect bar{0, rect.y, sizes.px(tintBarWidth), rect.height};
    Shape& tinted = isOutside(team) ? builder.box(part + ".tint", bar, {Role::paper}, {{tint}, sizes.px(1)})
                                    : builder.box(part + ".tint", bar, {tint});
    const std::string name = team == nullptr ? "No team yet" : team->name.empty() ? "Unnamed team" : team->name;
    const std::string type = team == nullptr || team->type == TeamType::unstated ? "" : startLower(labelOf(team->type));
    tinted.altText = "Lane " + name + (type.empty() ? "" : ", " + type);
    // What there is room for on the screen: name, type, load.
    const double height = rect.height * contents.scale.zoom();
    TextStyle style = sizes.name;
    if (height < 24) style.size = sizes.px(std::clamp(height - 4, 4.0, 11.0));
    auto lines = wrapped(builder.measure(), name, style, sizes.room, height < 64 ? 1 : 2);
    if (lines.empty()) lines = {"Unnamed team"};
    const bool hasType = height >= 40;
    double baseline = height < 64        ? rect.center().y + sizes.px(hasType ? -3 : 4.5)
                      : lines.size() > 1 ? rect.y + sizes.px(20)
                                         : rect.y + sizes.px(28);
    Label label{{sizes.left, baseline},
                lines,
                style,
                sizes.px(16),
                Align::left,
                {contents.isHighlighted(contents.lanes[lane]) ? Role::accent
                 : team == nullptr || team->name.empty()      ? Role::muted
                                                              : Role::ink},
                0};
    for (const std::string& line : lines) label.width = std::max(label.width, builder.measure().width(line, style));
    builder.add(part + ".name", std::move(label)).tip = name;
    if (!hasType) return;
    baseline += sizes.px(16 * static_cast<double>(lines.size() - 1) + 15);
    builder.text(part + ".type", {sizes.left, baseline}, contents.scale.isFar() ? stepCount(contents, lane) : type,
                 sizes.note, {Role::muted}, sizes.room);
    if (height < 64) return;
    if (const auto load = contents.options.loads.find(contents.lanes[lane]); load != contents.options.loads.end())
        drawLoad(builder, sizes, part, load->second, baseline + sizes.px(11), tint);
}

} // namespace

void drawLanes(PictureBuilder& builder, const FlowContents& contents) {
    const auto& lanes = contents.layout.lanes;
    const double left = contents.isThumbnail() ? tintBarWidth : contents.scale.headerWidth();
    const double hairline = contents.scale.px(1);
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
        builder.line(
            part + ".edge", {{0, rect.bottom() - hairline / 2}, {rect.right(), rect.bottom() - hairline / 2}},
            {isBorder ? Paint{Role::muted, 60} : Paint{Role::line}, hairline, isBorder ? Dash::dashed : Dash::solid});
        if (isTarget && !contents.isThumbnail()) {
            const std::string name = above == nullptr ? "nobody yet" : above->name;
            builder.text(part + ".drop", {left + 12, rect.bottom() - 10}, "Hand over to " + name, {11, 600},
                         {Role::accent}, 400);
        }
    }
    builder.setEntity({});
    if (!contents.isThumbnail() && !lanes.empty())
        builder.line("headers.edge",
                     {{left - hairline / 2, lanes.front().y}, {left - hairline / 2, lanes.back().bottom()}},
                     {{Role::line}, hairline});
}

void drawPhases(PictureBuilder& builder, const FlowContents& contents) {
    if (contents.isThumbnail()) return;
    const HeaderSizes sizes(contents.scale);
    const Rect& bounds = contents.layout.bounds;
    const double height = contents.scale.headerHeight();
    const double hairline = sizes.px(1);
    builder.box("phases", {0, 0, bounds.width, height}, {Role::paper});
    const double y = height - hairline / 2;
    builder.line("phases.edge", {{0, y}, {bounds.width, y}}, {{Role::line}, hairline});
    builder.text("phases.corner", {sizes.left, sizes.px(18)}, "Lane = team", sizes.note, {Role::muted}, sizes.room);
    builder.line("phases.left", {{sizes.width - hairline / 2, 0}, {sizes.width - hairline / 2, height}},
                 {{Role::line}, hairline});
    const double bottom = contents.layout.lanes.empty() ? bounds.height : contents.layout.lanes.back().bottom();
    for (std::size_t i = 0; i < contents.layout.phases.size(); ++i) {
        const FlowPhase& phase = contents.layout.phases[i];
        const std::string& name = contents.phases[phase.phase];
        const std::string part = partOf("phase", phase.phase);
        const double x = phase.span.start + hairline / 2;
        if (i > 0) {
            builder.line(part + ".edge", {{x, 0}, {x, height}}, {{Role::line}, hairline});
            builder.line(part + ".grid", {{x, height}, {x, bottom}}, {{Role::muted, 28}, hairline, Dash::dotted});
        }
        const auto note = contents.options.phaseNotes.find(name);
        const double room = phase.span.length - sizes.px(22);
        const double named = builder.text(part + ".name", {phase.span.start + sizes.px(12), sizes.px(18.5)}, name,
                                          sizes.name, {Role::ink}, std::max(room, sizes.px(8)));
        if (note == contents.options.phaseNotes.end()) continue;
        const double width = builder.measure().width(note->second, sizes.note);
        if (named + sizes.px(12) + width <= room)
            builder.text(part + ".note", {phase.span.end() - sizes.px(10), sizes.px(18)}, note->second, sizes.note,
                         {Role::muted}, 0, Align::right);
    }
}

void addLaneAreas(PictureBuilder& builder, const FlowContents& contents) {
    const FlowLayout& layout = contents.layout;
    builder.area(layout.bounds, contents.variant.id, "canvas");
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane) {
        const Rect& rect = layout.lanes[lane];
        builder.area({contents.scale.headerWidth(), rect.y, rect.width - contents.scale.headerWidth(), rect.height},
                     contents.lanes[lane], "lane-body", std::to_string(lane));
    }
    const double height = layout.bounds.height - contents.scale.headerHeight();
    for (std::size_t c = 0; c < layout.columnSpans.size(); ++c)
        builder.area({layout.columnSpans[c].start, contents.scale.headerHeight(), layout.columnSpans[c].length, height},
                     {}, "column", std::to_string(c));
    for (std::size_t g = 0; g < layout.gapSpans.size(); ++g)
        builder.area({layout.gapSpans[g].start, contents.scale.headerHeight(), layout.gapSpans[g].length, height}, {},
                     "gap", std::to_string(g));
    for (std::size_t lane = 0; lane < layout.lanes.size(); ++lane)
        builder.area({0, layout.lanes[lane].y, contents.scale.headerWidth(), layout.lanes[lane].height},
                     contents.lanes[lane], "lane", std::string(contents.lanes[lane].text()));
    for (const FlowPhase& phase : layout.phases)
        builder.area({phase.span.start, 0, phase.span.length, contents.scale.headerHeight()}, {}, "phase",
                     contents.phases[phase.phase]);
}

} // namespace flowspine::view
