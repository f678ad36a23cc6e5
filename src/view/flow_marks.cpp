#include "view/flow_marks.h"

namespace flowspine::view {

namespace {

constexpr double side = 16;
constexpr double pitch = 18;
constexpr double standOut = 11;

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
        const auto mark = contents.options.comparison.marks.find(contents.steps[s].step->id);
        if (mark == contents.options.comparison.marks.end()) continue;
        const std::size_t count = iconsOf(mark->second).size();
        const Point at = placeOf(contents, s);
        if (count > 0) space.add(Rect{at.x, at.y, pitch * static_cast<double>(count), standOut - 1});
    }
}

void drawMarks(PictureBuilder& builder, const FlowContents& contents) {
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const auto mark = contents.options.comparison.marks.find(contents.steps[s].step->id);
        if (mark == contents.options.comparison.marks.end()) continue;
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

} // namespace flowspine::view
