#include "view/flow_marks.h"

#include "view/flow_lanes.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double side = 16;
constexpr double pitch = 18;
constexpr double standOut = 11;
constexpr double headingHeight = 24;
constexpr double laneHeight = 44;
constexpr double ghostWidth = 104;
constexpr double ghostHeight = 32;
constexpr double ghostGap = 12;

struct MarkIcon {
    const char* part;
    const char* icon;
    Role role;
};

std::vector<MarkIcon> iconsOf(const StepMark& mark) {
    std::vector<MarkIcon> icons;
    if (mark.isAdded) icons.push_back({"mark.added", "add", Role::good});
    if (mark.isReassigned) icons.push_back({"mark.reassigned", "arrow-up", Role::accent});
    if (mark.isRetimed) icons.push_back({"mark.retimed", "clock", Role::warn});
    return icons;
}

// At the upper left of the box; those of a decision beside its slanted edge.
Point placeOf(const FlowContents& contents, std::size_t step) {
    const Rect& box = contents.layout.boxes[step];
    const bool isDecision = contents.steps[step].step->type == model::StepType::decision;
    return {box.x + (isDecision ? -8 : -4), box.y - (isDecision ? 3 : standOut)};
}

} // namespace

void drawChangeSquare(PictureBuilder& builder, const std::string& part, Point at, const std::string& icon, Role role) {
    builder.box(part, {at.x, at.y, side, side}, {role}, {{Role::none}, 0}, 4);
    builder.symbol(part + ".icon", {at.x + 2.5, at.y + 2.5, side - 5, side - 5}, icon, {Role::paper});
}

void occupyMarks(const FlowContents& contents, OccupiedSpace& space) {
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const auto mark = contents.options.marks.find(contents.steps[s].step->id);
        if (mark == contents.options.marks.end()) continue;
        const std::size_t count = iconsOf(mark->second).size();
        const Point at = placeOf(contents, s);
        if (count > 0) space.add(Rect{at.x, at.y, pitch * static_cast<double>(count), standOut - 1});
    }
}

void drawMarks(PictureBuilder& builder, const FlowContents& contents) {
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const auto mark = contents.options.marks.find(contents.steps[s].step->id);
        if (mark == contents.options.marks.end()) continue;
        builder.setEntity(contents.steps[s].step->id);
        Point at = placeOf(contents, s);
        for (const MarkIcon& each : iconsOf(mark->second)) {
            drawChangeSquare(builder, each.part, at, each.icon, each.role);
            // The square is what the pointer finds.
            builder.picture().shapes[builder.picture().shapes.size() - 2].tip = mark->second.tip;
            at.x += pitch;
        }
    }
    builder.setEntity({});
}

double drawRemovedSteps(PictureBuilder& builder, const FlowContents& contents) {
    const std::vector<RemovedStep>& removed = contents.options.removed;
    if (removed.empty()) return 0;
    const Rect& bounds = contents.layout.bounds;
    double y = bounds.bottom();
    builder.box("removed.heading", {0, y, bounds.width, headingHeight}, {Role::paper});
    builder.text("removed.words", {12, y + 16}, "No longer in this flow", type::captionStrong, {Role::muted});
    y += headingHeight;
    std::vector<std::string> teams;
    for (const RemovedStep& step : removed)
        if (std::find(teams.begin(), teams.end(), step.team) == teams.end()) teams.push_back(step.team);
    for (std::size_t t = 0; t < teams.size(); ++t) {
        const std::string part = "removed.lane" + std::to_string(t);
        builder.box(part, {0, y, bounds.width, laneHeight}, {Role::ground});
        builder.line(part + ".edge", {{0, y + 0.5}, {bounds.width, y + 0.5}}, {{Role::line}, 1});
        builder.text(part + ".name", {12, y + 26}, teams[t].empty() ? "No team" : teams[t], type::captionStrong,
                     {Role::muted}, laneHeaderWidth - 16);
        double x = laneHeaderWidth + ghostGap;
        for (const RemovedStep& step : removed) {
            if (step.team != teams[t]) continue;
            if (x + ghostWidth > bounds.width && x > laneHeaderWidth + ghostGap) {
                x = laneHeaderWidth + ghostGap;
                y += laneHeight;
                builder.box(part + ".more" + std::string(step.step.text()), {0, y, bounds.width, laneHeight},
                            {Role::ground});
            }
            const Rect ghost{x, y + 6, ghostWidth, ghostHeight};
            builder.setEntity(step.step);
            builder.box("ghost", ghost, {Role::paper}, {{Role::bad}, 1, Dash::dashed}, 6).altText =
                step.name + ", no longer in this flow";
            builder.paragraph("ghost.name", {x + 8, ghost.y + 3}, step.name, {11, 400, false, true}, {Role::bad},
                              ghostWidth - 16, 2, 13);
            drawChangeSquare(builder, "ghost.mark", {x - 6, ghost.y - 5}, "minus", Role::bad);
            builder.area(ghost, step.step, "removed");
            builder.setEntity({});
            x += ghostWidth + ghostGap;
        }
        y += laneHeight;
    }
    return y - bounds.bottom();
}

} // namespace flowspine::view
