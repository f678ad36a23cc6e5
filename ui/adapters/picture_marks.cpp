#include "adapters/picture_marks.h"

#include "model/kind.h"
#include "render/picture_painter.h"
#include "view/occupied_space.h"

#include <algorithm>
#include <array>
#include <optional>
#include <string>
#include <unordered_set>

namespace flowspine::adapters {

namespace {

using view::Rect;
using view::Role;

constexpr double chipHeight = 16;
constexpr double iconSize = 11;
constexpr double padding = 4;
constexpr double smallestHost = 64; // px on the screen; below it a mark is a dot
constexpr double dotSize = 8;       // px on the screen
constexpr view::TextStyle countStyle{11, 600};

// Where the picture itself has nothing: cards have their rank and title at the left; lanes of teams are as low as can
// be.
struct Spot {
    std::string_view role;
    bool isLeft;
    double inset;    // from that corner
    double standing; // above the upper edge
};
constexpr std::array spots = {Spot{"card", false, 10, 8}, Spot{"constraint", false, 10, 8}, Spot{"bar", true, 8, 9},
                              Spot{"lane", false, 4, -4}};
constexpr double stepInset = 4;
constexpr double stepStanding = 11;

std::optional<Rect> spotOn(const view::HitArea& area, double width) {
    const auto spot =
        std::find_if(spots.begin(), spots.end(), [&area](const Spot& each) { return each.role == area.role; });
    if (spot == spots.end()) return std::nullopt;
    // Other lanes stand for what has its place in another editor.
    if (area.role == "lane" && model::kindOf(area.id) != model::Kind::team) return std::nullopt;
    const double x = spot->isLeft ? area.rect.x + spot->inset : area.rect.right() - spot->inset - width;
    return Rect{x, area.rect.y - spot->standing, width, chipHeight};
}

// A step has links, labels and badges of its own round it: the first corner that they leave free.
Rect spotOnStep(const Rect& step, double width, const view::OccupiedSpace& space) {
    const double left = step.x + stepInset;
    const double right = step.right() - stepInset - width;
    const double upper = step.y - stepStanding;
    const double lower = step.bottom() + stepStanding - chipHeight;
    const std::array corners = {Rect{left, upper, width, chipHeight}, Rect{left, lower, width, chipHeight},
                                Rect{right, upper, width, chipHeight}, Rect{right, lower, width, chipHeight}};
    const auto free =
        std::find_if(corners.begin(), corners.end(), [&space](const Rect& rect) { return space.isFree(rect); });
    return free != corners.end() ? *free : corners.front();
}

view::OccupiedSpace occupiedBy(const view::Picture& picture) {
    constexpr double reach = 2;
    view::OccupiedSpace space;
    std::unordered_set<base::AnyId> lozenges; // their times stand beside them
    for (const view::Shape& shape : picture.shapes) {
        // What stands in a step's box is below the marks, which are outside of it; its badges are not.
        const bool isStep = model::kindOf(shape.id) == model::Kind::step;
        if (const auto* const box = std::get_if<view::Box>(&shape.form);
            isStep && box && box->outline == view::Outline::lozenge)
            lozenges.insert(shape.id);
        const bool isBeside = lozenges.contains(shape.id) && std::holds_alternative<view::Label>(shape.form);
        if (isStep && !isBeside && !shape.part.starts_with("badge")) continue;
        if (const auto* const line = std::get_if<view::Line>(&shape.form)) {
            const bool isLink = model::kindOf(shape.id) == model::Kind::link;
            if (isLink) space.add(line->points, reach); // the lines of lanes may be crossed
        } else if (std::holds_alternative<view::Label>(shape.form) ||
                   std::holds_alternative<view::Symbol>(shape.form) ||
                   (isStep && std::holds_alternative<view::Box>(shape.form))) {
            space.add(view::boundsOf(shape.form));
        }
    }
    return space;
}

} // namespace

std::vector<PlacedMark> placedMarks(const view::Picture& picture, const EntityMarks& marks,
                                    const view::TextMeasure& measure) {
    std::vector<PlacedMark> placed;
    if (marks.byEntity.empty()) return placed;
    std::unordered_set<base::AnyId> done;
    std::optional<view::OccupiedSpace> space; // made for the first step that needs it
    for (const view::HitArea& area : picture.areas) {
        if (area.id.isEmpty()) continue;
        const auto mark = marks.byEntity.find(area.id);
        if (mark == marks.byEntity.end()) continue;
        const double width = 2 * padding + iconSize + 3 + measure.width(std::to_string(mark->second.count), countStyle);
        std::optional<Rect> chip;
        if (area.role != "step") {
            chip = spotOn(area, width);
        } else {
            if (!space) space = occupiedBy(picture);
            chip = spotOnStep(area.rect, width, *space);
        }
        if (chip && done.insert(area.id).second) placed.push_back({area.id, mark->second, *chip, area.rect.width});
    }
    return placed;
}

void drawMark(QPainter& painter, const render::Theme& theme, const PlacedMark& placed, double scale) {
    render::PicturePainter shapes(painter, theme);
    const Role role = placed.mark.role;
    const Rect& chip = placed.chip;
    if (placed.hostWidth * scale < smallestHost) {
        const double size = dotSize / scale;
        const view::Point center = chip.center();
        view::Box dot{{center.x - size / 2, center.y - size / 2, size, size}, view::Outline::ellipse, 0, {role}};
        dot.border = {{Role::paper}, 1 / scale};
        shapes.draw({.id = {}, .part = "dot", .form = dot, .altText = {}, .tip = {}, .linkTarget = {}});
        return;
    }
    const auto draw = [&shapes](view::Form form) {
        shapes.draw({.id = {}, .part = "mark", .form = std::move(form), .altText = {}, .tip = {}, .linkTarget = {}});
    };
    draw(view::Box{chip, view::Outline::rectangle, 6, {Role::paper}, {{role, 60}, 1}});
    draw(view::Symbol{
        {chip.x + padding, chip.y + (chipHeight - iconSize) / 2, iconSize, iconSize}, placed.mark.icon, {role}});
    view::Label count;
    count.anchor = {chip.x + padding + iconSize + 3, chip.y + 12};
    count.lines = {std::to_string(placed.mark.count)};
    count.style = countStyle;
    count.paint = {role};
    draw(count);
}

} // namespace flowspine::adapters
