#include "support/picture_text.h"

#include "model/naming.h"

#include <array>
#include <cmath>

namespace flowspine::test {

namespace {

using namespace view;

std::string number(double value) {
    // Half pixels matter, rounding errors do not.
    const double rounded = std::round(value * 100) / 100;
    return model::numberText(rounded == 0 ? 0 : rounded);
}

std::string text(const Rect& rect) {
    return number(rect.x) + " " + number(rect.y) + " " + number(rect.width) + " " + number(rect.height);
}

std::string text(const std::vector<Point>& points) {
    std::string all;
    for (const Point& point : points) all += (all.empty() ? "" : " ") + number(point.x) + "," + number(point.y);
    return all;
}

std::string text(const Paint& paint) {
    static constexpr std::array<std::string_view, 19> names = {
        "none", "ink",   "muted", "paper", "ground", "line",  "accent", "handoff", "good", "warn",
        "bad",  "team1", "team2", "team3", "team4",  "team5", "team6",  "team7",   "team8"};
    const auto nameOf = [](Role role) { return std::string(names[static_cast<std::size_t>(role)]); };
    if (paint.percent == 100 || paint.role == Role::none) return nameOf(paint.role);
    return nameOf(paint.role) + "*" + std::to_string(paint.percent) + "/" + nameOf(paint.on);
}

std::string text(const Stroke& stroke) {
    if (stroke.paint.role == Role::none || stroke.width <= 0) return {};
    static constexpr std::array<std::string_view, 3> dashes = {"", " dashed", " dotted"};
    return " stroke " + text(stroke.paint) + " " + number(stroke.width) +
           std::string(dashes[static_cast<std::size_t>(stroke.dash)]);
}

struct FormText {
    std::string operator()(const Box& box) const {
        static constexpr std::array<std::string_view, 3> outlines = {"box", "lozenge", "ellipse"};
        std::string all = std::string(outlines[static_cast<std::size_t>(box.outline)]) + " " + text(box.rect);
        if (box.radius > 0) all += " r" + number(box.radius);
        if (box.fill.role != Role::none) all += " fill " + text(box.fill);
        return all + text(box.border);
    }
    std::string operator()(const Line& line) const {
        static constexpr std::array<std::string_view, 5> ends = {"", "arrow", "diamond", "bar", "disc"};
        std::string all = (line.isCubic ? "cubic " : "line ") + text(line.points) + text(line.stroke);
        if (line.bendRadius > 0) all += " bend" + number(line.bendRadius);
        if (line.start != LineEnd::none) all += " from " + std::string(ends[static_cast<std::size_t>(line.start)]);
        if (line.end != LineEnd::none) all += " to " + std::string(ends[static_cast<std::size_t>(line.end)]);
        return all;
    }
    std::string operator()(const Ribbon& ribbon) const {
        return "ribbon " + text(ribbon.upper) + " / " + text(ribbon.lower) + " fill " + text(ribbon.fill);
    }
    std::string operator()(const Label& label) const {
        static constexpr std::array<std::string_view, 3> aligns = {"", " center", " right"};
        std::string all = "label " + number(label.anchor.x) + " " + number(label.anchor.y) +
                          std::string(aligns[static_cast<std::size_t>(label.align)]) + " " + number(label.style.size) +
                          "/" + std::to_string(label.style.weight) + " " + text(label.paint);
        for (const std::string& line : label.lines) all += " “" + line + "”";
        return all;
    }
    std::string operator()(const Symbol& symbol) const {
        return "symbol " + symbol.icon + " " + text(symbol.rect) + " " + text(symbol.paint);
    }
};

} // namespace

std::string pictureText(const Picture& picture) {
    std::string all = "bounds " + text(picture.bounds) + "\n";
    for (const Shape& shape : picture.shapes) {
        all += shape.id.isEmpty() ? "-" : std::string(shape.id.text());
        all += " " + shape.part + ": " + std::visit(FormText{}, shape.form);
        if (!shape.altText.empty()) all += " | alt “" + shape.altText + "”";
        if (!shape.tip.empty()) all += " | tip “" + shape.tip + "”";
        if (!shape.linkTarget.empty()) all += " | to " + shape.linkTarget;
        all += "\n";
    }
    for (const HitArea& area : picture.areas) {
        all += "area " + area.role + " " + text(area.rect);
        if (area.id) all += " " + std::string(area.id.text());
        if (!area.key.empty()) all += " “" + area.key + "”";
        all += "\n";
    }
    return all;
}

} // namespace flowspine::test
