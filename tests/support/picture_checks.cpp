#include "support/picture_checks.h"

#include "support/picture_text.h"

#include <algorithm>
#include <cmath>
#include <set>

namespace flowspine::test {

namespace {

using namespace view;

constexpr double tolerance = 0.01;

bool isFinite(const Rect& rect) {
    return std::isfinite(rect.x) && std::isfinite(rect.y) && std::isfinite(rect.width) && std::isfinite(rect.height) &&
           rect.width >= 0 && rect.height >= 0;
}

bool isInside(const Rect& inner, const Rect& outer) {
    return inner.x >= outer.x - tolerance && inner.y >= outer.y - tolerance &&
           inner.right() <= outer.right() + tolerance && inner.bottom() <= outer.bottom() + tolerance;
}

std::string nameOf(const Shape& shape) {
    return "“" + std::string(shape.id.text()) + " " + shape.part + "”";
}

std::string problemOf(const Label& label, const TextMeasure& measure) {
    double widest = 0;
    for (const std::string& line : label.lines) {
        if (visible(line) != line) return " holds text that is not visible";
        widest = std::max(widest, measure.width(line, label.style));
    }
    return std::abs(widest - label.width) > tolerance ? " is not as wide as it says" : "";
}

} // namespace

std::string problemsOf(const Picture& picture, const TextMeasure& measure) {
    std::string problems;
    std::set<std::pair<std::string, std::string>> names;
    for (const Shape& shape : picture.shapes) {
        if (!names.emplace(shape.id.text(), shape.part).second) problems += nameOf(shape) + " is there twice\n";
        const Rect bounds = boundsOf(shape.form);
        if (!isFinite(bounds)) problems += nameOf(shape) + " has no finite place\n";
        // Ties may reach past by half their width.
        else if (!isInside(bounds, {picture.bounds.x - 1, picture.bounds.y - 1, picture.bounds.width + 2,
                                    picture.bounds.height + 2}))
            problems += nameOf(shape) + " lies out of bounds\n";
        if (const auto* label = std::get_if<Label>(&shape.form))
            if (const std::string problem = problemOf(*label, measure); !problem.empty())
                problems += nameOf(shape) + problem + "\n";
        if (visible(shape.altText) != shape.altText || visible(shape.tip) != shape.tip)
            problems += nameOf(shape) + " says something that is not visible\n";
    }
    for (const HitArea& area : picture.areas)
        if (!isFinite(area.rect) || area.rect.isEmpty() || !isInside(area.rect, picture.bounds))
            problems += "area " + area.role + " “" + std::string(area.id.text()) + area.key + "” has no good place\n";
    return problems;
}

std::string overlapsOf(const Picture& picture, const std::vector<std::string>& roles) {
    std::string problems;
    std::vector<const HitArea*> areas;
    for (const HitArea& area : picture.areas)
        if (std::find(roles.begin(), roles.end(), area.role) != roles.end()) areas.push_back(&area);
    for (std::size_t i = 0; i < areas.size(); ++i)
        for (std::size_t j = i + 1; j < areas.size(); ++j)
            if (areas[i]->rect.intersects(areas[j]->rect))
                problems += areas[i]->role + " " + std::string(areas[i]->id.text()) + " overlaps " + areas[j]->role +
                            " " + std::string(areas[j]->id.text()) + "\n";
    return problems;
}

std::string missingOf(const Picture& picture, const std::string& role, const std::vector<model::AnyId>& ids) {
    std::string problems;
    for (const model::AnyId& id : ids) {
        const auto areas = std::count_if(picture.areas.begin(), picture.areas.end(),
                                         [&](const HitArea& area) { return area.id == id && area.role == role; });
        const auto spoken = std::count_if(picture.shapes.begin(), picture.shapes.end(),
                                          [&](const Shape& shape) { return shape.id == id && !shape.altText.empty(); });
        if (areas != 1 || spoken != 1)
            problems += std::string(id.text()) + " has " + std::to_string(areas) + " areas “" + role + "” and " +
                        std::to_string(spoken) + " alternative texts\n";
    }
    return problems;
}

std::string textOutside(const Picture& picture, const std::string& role) {
    std::string problems;
    for (const HitArea& area : picture.areas) {
        if (area.role != role) continue;
        for (const Shape& shape : picture.shapes)
            if (shape.id == area.id && std::holds_alternative<Label>(shape.form) &&
                !isInside(boundsOf(shape.form), area.rect))
                problems += nameOf(shape) + " leaves its " + role + "\n";
    }
    return problems;
}

} // namespace flowspine::test
