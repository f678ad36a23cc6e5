#include "view/flow_renaming.h"

#include "view/flow_contents.h"
#include "view/flow_links.h"
#include "view/flow_steps.h"
#include "view/picture_builder.h"

#include <algorithm>

namespace flowspine::view {

using namespace model;

namespace {

// The shapes of one step alone, as they stand in a picture.
std::vector<Shape> shapesOf(const Model& model, const ModelIndex& index, const Variant& variant, const Step& step,
                            const Rect& box, const FlowPictureOptions& options, const TextMeasure& measure) {
    PictureBuilder builder(measure);
    const FlowContents contents(model, index, variant, options, step, box);
    drawSteps(builder, contents);
    return builder.finish().shapes;
}

struct NewText {
    std::size_t shape = 0;
    std::string text;
};

} // namespace

std::optional<std::vector<std::size_t>> followRenaming(Picture& picture, const Model& before, const Model& after,
                                                       const ModelIndex& index, const Id<Step>& step,
                                                       const FlowPictureOptions& options, const TextMeasure& measure) {
    const Step* old = before.find(step);
    const Step* renamed = after.find(step);
    const Variant* variant = after.find(index.ownerOfType<Variant>(step));
    if (old == nullptr || renamed == nullptr || variant == nullptr) return std::nullopt;
    if (renamed->type == StepType::start || renamed->type == StepType::end) return std::nullopt;

    // The first shape of the step, and the lines of its links.
    std::vector<Id<Link>> links = index.referrers<Link>(step);
    std::optional<std::size_t> first;
    std::vector<std::size_t> lines;
    std::vector<Shape>& shapes = picture.shapes;
    for (std::size_t i = 0; i < shapes.size() && !(first && lines.size() == links.size()); ++i) {
        const Shape& shape = shapes[i];
        if (shape.id == step && shape.part == "box" && !first)
            first = i;
        else if (shape.part == "line" && std::find(links.begin(), links.end(), shape.id) != links.end())
            lines.push_back(i);
    }
    const auto* box = first ? std::get_if<Box>(&shapes[*first].form) : nullptr;
    if (box == nullptr || lines.size() != links.size()) return std::nullopt;

    const Rect rect = box->rect;
    const std::vector<Shape> expected = shapesOf(before, index, *variant, *old, rect, options, measure);
    std::vector<Shape> drawn = shapesOf(after, index, *variant, *renamed, rect, options, measure);
    const auto place = shapes.begin() + static_cast<std::ptrdiff_t>(*first);
    if (drawn.size() != expected.size() || static_cast<std::size_t>(shapes.end() - place) < expected.size() ||
        !std::equal(expected.begin(), expected.end(), place))
        return std::nullopt;

    std::vector<NewText> texts;
    for (const std::size_t line : lines) {
        const Link* link = after.find(Id<Link>(shapes[line].id));
        const bool isHandoff = shapes[line].altText == visible(spokenText(before, *link, true), longestTip);
        if (!isHandoff && shapes[line].altText != visible(spokenText(before, *link, false), longestTip))
            return std::nullopt;
        texts.push_back({line, visible(spokenText(after, *link, isHandoff), longestTip)});
    }

    std::vector<std::size_t> changed;
    for (std::size_t i = 0; i < drawn.size(); ++i) {
        shapes[*first + i] = std::move(drawn[i]);
        changed.push_back(*first + i);
    }
    for (NewText& text : texts) {
        shapes[text.shape].altText = std::move(text.text);
        changed.push_back(text.shape);
    }
    return changed;
}

} // namespace flowspine::view
