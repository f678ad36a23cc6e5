#include "view/flow_problems.h"

namespace flowspine::view {

namespace {

constexpr double chip = 18;    // px on the screen, of a mark with a frame
constexpr double farMark = 10; // and of one without
constexpr double standOut = 11;

struct PlacedProblem {
    AnyId id;
    const FlowProblem* problem;
    Point center;
};

// In the middle of the longest stretch of a line.
Point middleOf(const std::vector<Point>& points) {
    Point middle = points.front();
    double longest = -1;
    for (std::size_t i = 0; i + 1 < points.size(); ++i) {
        const double length = std::abs(points[i + 1].x - points[i].x) + std::abs(points[i + 1].y - points[i].y);
        if (length <= longest) continue;
        longest = length;
        middle = {(points[i].x + points[i + 1].x) / 2, (points[i].y + points[i + 1].y) / 2};
    }
    return middle;
}

std::vector<PlacedProblem> placed(const FlowContents& contents) {
    std::vector<PlacedProblem> found;
    const auto& problems = contents.options.problems;
    if (problems.empty()) return found;
    for (std::size_t s = 0; s < contents.steps.size(); ++s) {
        const auto problem = problems.find(contents.steps[s].step->id);
        if (problem == problems.end()) continue;
        const Rect& box = contents.layout.boxes[s];
        const bool isRound = contents.isGateway(s) || contents.steps[s].step->type == model::StepType::decision;
        found.push_back({problem->first,
                         &problem->second,
                         {box.x + (isRound ? box.width / 2 - chip : chip / 2 + 4), box.y - standOut + chip / 2}});
    }
    for (std::size_t l = 0; l < contents.links.size(); ++l)
        if (const auto problem = problems.find(contents.links[l].link->id); problem != problems.end())
            found.push_back({problem->first, &problem->second, middleOf(contents.layout.routes[l].points)});
    return found;
}

} // namespace

void occupyProblems(const FlowContents& contents, OccupiedSpace& space) {
    for (const PlacedProblem& each : placed(contents))
        space.add(Rect{each.center.x - chip / 2, each.center.y - chip / 2, chip, chip});
}

void drawProblems(PictureBuilder& builder, const FlowContents& contents) {
    for (const PlacedProblem& each : placed(contents)) {
        const Role role = each.problem->isError ? Role::bad : Role::warn;
        const std::string icon = each.problem->isError ? "error" : "warning";
        builder.setEntity(each.id);
        if (contents.scale.isFar()) {
            const double side = contents.scale.px(farMark);
            builder.symbol("problem.icon", {each.center.x - side / 2, each.center.y - side / 2, side, side}, icon,
                           {role});
            continue;
        }
        const double side = contents.scale.px(chip);
        const Rect rect{each.center.x - side / 2, each.center.y - side / 2, side, side};
        Shape& box = builder.box("problem", rect, {Role::paper}, {{role}, contents.scale.px(1)}, side / 3);
        box.tip = each.problem->words;
        box.altText = each.problem->words;
        const double inset = side / 7;
        builder.symbol("problem.icon",
                       {rect.x + inset, rect.y + inset, rect.width - 2 * inset, rect.height - 2 * inset}, icon, {role});
    }
    builder.setEntity({});
}

} // namespace flowspine::view
