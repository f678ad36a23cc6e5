#include "view/metrics_strip.h"

#include "view/picture_builder.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double inset = 12;
constexpr double tightInset = 4;
constexpr double iconSize = 12;
constexpr double gap = 6;

const char* iconOf(Role mark) {
    return mark == Role::bad ? "error" : "warning";
}

std::string sentence(const StripFigure& figure) {
    std::string words = figure.label + ": " + figure.value;
    if (!figure.second.empty()) words += ", " + figure.second;
    if (!figure.change.empty()) words += ", " + figure.change;
    return words;
}

double iconsWidth(const StripFigure& figure) {
    return (figure.mark != Role::none ? gap + iconSize : 0) + (figure.moreTip.empty() ? 0 : gap + 16);
}

double fullWidth(const StripFigure& figure, const TextMeasure& measure) {
    const double first = measure.width(figure.value, type::title) + gap +
                         measure.width(figure.label, type::captionMedium) + iconsWidth(figure);
    double second = measure.width(figure.second, type::caption);
    if (!figure.change.empty()) second += gap + measure.width(figure.change, type::captionStrong);
    return 2 * inset + std::max(first, second);
}

double lineWidth(const StripFigure& figure, double padding, const TextMeasure& measure) {
    double width = measure.width(figure.label, type::caption) + gap + measure.width(figure.value, type::bodyStrong);
    if (!figure.change.empty()) width += gap + measure.width(figure.change, type::captionStrong);
    return 2 * padding + width + iconsWidth(figure);
}

// Marks after `x` on the line of `baseline`.
void drawIcons(PictureBuilder& to, const StripFigure& figure, double x, double baseline) {
    if (figure.mark != Role::none) {
        to.symbol(figure.key + ".mark", {x + gap, baseline - 10, iconSize, iconSize}, iconOf(figure.mark),
                  {figure.mark});
        x += gap + iconSize;
    }
    if (!figure.moreTip.empty()) {
        const Rect place{x + gap, baseline - 12, 16, 16};
        to.symbol(figure.key + ".more", place, "trend", {Role::accent}).tip = figure.moreTip;
    }
}

void addAreas(PictureBuilder& to, const StripFigure& figure, const Rect& cell, double x, double baseline) {
    to.area(cell, {}, "figure", figure.key);
    if (figure.moreTip.empty()) return;
    x += figure.mark != Role::none ? gap + iconSize : 0;
    to.area({x + gap - 4, baseline - 16, 24, 24}, {}, "more", figure.key);
}

void drawFull(PictureBuilder& to, const StripFigure& figure, const Rect& cell) {
    const double baseline = 26;
    double x = cell.x + inset;
    const double end = cell.right() - inset / 2;
    x += to.text(figure.key + ".value", {x, baseline}, figure.value, type::title, {figure.role}, end - x) + gap;
    x += to.text(figure.key + ".label", {x, baseline}, figure.label, type::captionMedium, {Role::muted},
                 std::max(end - x, 8.0));
    drawIcons(to, figure, x, baseline);
    double below = cell.x + inset;
    below += to.text(figure.key + ".second", {below, 44}, figure.second, type::caption, {Role::muted},
                     std::max(end - below, 8.0)) +
             gap;
    if (end - below > 16)
        to.text(figure.key + ".change", {below, 44}, figure.change, type::captionStrong, {figure.changeRole},
                end - below);
    addAreas(to, figure, cell, x, baseline);
}

void drawLine(PictureBuilder& to, const StripFigure& figure, const Rect& cell, double padding) {
    const double baseline = 20;
    double x = cell.x + padding;
    const double end = cell.right() - padding / 2;
    x += to.text(figure.key + ".label", {x, baseline}, figure.label, type::caption, {Role::muted}, end - x) + gap;
    x += to.text(figure.key + ".value", {x, baseline}, figure.value, type::bodyStrong, {figure.role},
                 std::max(end - x, 8.0));
    if (!figure.change.empty() && end - x > 24)
        x += gap + to.text(figure.key + ".change", {x + gap, baseline}, figure.change, type::captionStrong,
                           {figure.changeRole}, end - x - gap);
    drawIcons(to, figure, x, baseline);
    addAreas(to, figure, cell, x, baseline);
}

} // namespace

Picture metricsStrip(const std::vector<StripFigure>& figures, double width, StripForm form,
                     const TextMeasure& measure) {
    double total = 0;
    for (const StripFigure& figure : figures) total += fullWidth(figure, measure);
    const bool isFull = form == StripForm::fits && total <= width;
    const double height = isFull ? metricsStripHeight : metricsLineHeight;
    // Figures that do not fit side by side move together first.
    double padding = inset;
    if (!isFull && !figures.empty()) {
        total = 0;
        for (const StripFigure& figure : figures) total += lineWidth(figure, inset, measure);
        const double sides = 2 * static_cast<double>(figures.size());
        padding = std::clamp(inset - (total - width) / sides, tightInset, inset);
        total -= (inset - padding) * sides;
    }
    PictureBuilder to(measure);
    to.box("ground", {0, 0, width, height}, {Role::paper});
    to.line("edge", {{0, height - 0.5}, {width, height - 0.5}}, {{Role::line}, 1});
    const double spare = figures.empty() ? 0 : std::max(width - total, 0.0) / static_cast<double>(figures.size());
    double x = 0;
    for (const StripFigure& figure : figures) {
        const Rect cell{x, 0, spare + (isFull ? fullWidth(figure, measure) : lineWidth(figure, padding, measure)),
                        height - 1};
        if (x > 0 && isFull) to.line(figure.key + ".left", {{x + 0.5, 0}, {x + 0.5, height}}, {{Role::line}, 1});
        Shape& ground = to.box(figure.key, cell, {Role::paper, 0});
        ground.altText = sentence(figure);
        ground.tip = figure.tip;
        if (isFull)
            drawFull(to, figure, cell);
        else
            drawLine(to, figure, cell, padding);
        x = cell.right();
    }
    // What does not fit even so is cut off by whoever shows it.
    return to.finish({0, 0, width, height});
}

} // namespace flowspine::view
