#include "model/naming.h"
#include "view/card_parts.h"
#include "view/outcome_board_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cctype>
#include <cmath>

namespace flowspine::view {

namespace {

using model::Constraint;
using model::ConstraintStatus;
using model::Kind;

constexpr int mostSevere = 5;
constexpr double metaLabelWidth = 60;

std::string lowered(std::string_view label) {
    std::string text(label);
    if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

bool isSettled(const Constraint& constraint) {
    return constraint.status == ConstraintStatus::resolved || constraint.status == ConstraintStatus::accepted;
}

Role severityRole(const Constraint& constraint) {
    const double severity = constraint.severity.value_or(0);
    if (isSettled(constraint) || severity < 3) return Role::muted;
    return severity < 4 ? Role::warn : Role::bad;
}

std::string iconFor(const OutcomeBoardContext& context, const AnyId& id) {
    switch (model::kindOf(id).value_or(Kind::plan)) {
    case Kind::step: return "step";
    case Kind::flow: return "flow";
    case Kind::team: return "team";
    case Kind::spineItem: {
        const auto* item = context.model.find(model::Id<model::SpineItem>(id));
        return item != nullptr && item->stability == model::Stability::cannotChange ? "lock-closed" : "spine-item";
    }
    default: return "link";
    }
}

bool holds(const std::vector<Chip>& chips, const AnyId& id) {
    return std::any_of(chips.begin(), chips.end(), [&](const Chip& chip) { return chip.target == id; });
}

std::vector<Chip> placesOf(const OutcomeBoardContext& context, const Constraint& constraint) {
    std::vector<Chip> chips;
    for (const AnyId& id : constraint.locations.ids())
        if (context.model.contains(id) && !holds(chips, id))
            chips.push_back({iconFor(context, id), model::shortName(context.model, id), id});
    return chips;
}

std::vector<Chip> workOn(const OutcomeBoardContext& context, const Constraint& constraint) {
    std::vector<Chip> chips;
    if (const auto work = context.work.find(constraint.id); work != context.work.end())
        for (const model::RoadmapItem* item : work->second)
            chips.push_back({"roadmap-item", model::shortName(context.model, item->id), item->id});
    return chips;
}

std::string altTextOf(const OutcomeBoardContext& context, const Constraint& constraint) {
    std::string text = "Constraint";
    if (constraint.severity) text += ", severity " + model::numberText(*constraint.severity);
    text += ": " + visible(model::shortName(context.model, constraint.id), 200) + ". " +
            std::string(labelOf(constraint.status));
    std::string outcomes;
    context.model.forEach(constraint.outcomes, [&](const model::Outcome& outcome) {
        outcomes += (outcomes.empty() ? ". Holds back " : ", ") + visible(outcome.title, 100);
    });
    return text + outcomes;
}

void drawSeverity(PictureBuilder& to, const Constraint& constraint, Point topLeft) {
    if (!constraint.severity) {
        lineText(to, "severity", {topLeft.x, topLeft.y, 90, 16}, "no severity", type::caption, {Role::muted});
        return;
    }
    const Paint paint{severityRole(constraint)};
    double x = topLeft.x;
    x += lineText(to, "severity", {x, topLeft.y, 40, 16}, model::numberText(*constraint.severity), type::bodyStrong,
                  paint) +
         6;
    const double filled = std::round(*constraint.severity);
    for (int i = 1; i <= mostSevere; ++i) {
        to.box("severity." + std::to_string(i), {x, topLeft.y + 4, 8, 8}, i <= filled ? paint : Paint{Role::none},
               {paint, 1}, 1);
        x += 11;
    }
}

void drawTypeAndStatus(PictureBuilder& to, const Constraint& constraint, const Rect& line) {
    const std::string status = lowered(labelOf(constraint.status));
    const double statusWidth = to.measure().width(status, type::captionMedium) + 8;
    const double left = line.right() - statusWidth;
    if (left < line.x) return;
    drawTag(to, "status", {left, line.y}, status, {Role::muted}, {Role::line}, statusWidth);
    if (constraint.type != model::ConstraintType::unstated)
        lineText(to, "type", {line.x, line.y, left - 8 - line.x, 16}, lowered(labelOf(constraint.type)), type::caption,
                 {Role::muted}, Align::right);
}

void drawNowhere(PictureBuilder& to, const Constraint& constraint, const Rect& line, std::string_view words) {
    const Role role = isSettled(constraint) ? Role::muted : Role::warn;
    drawIconWords(to, "bites", line, {"warning", words, type::caption}, {role});
}

void drawWork(PictureBuilder& to, const OutcomeBoardContext& context, const Constraint& constraint, const Rect& line) {
    const std::vector<Chip> work = workOn(context, constraint);
    if (!work.empty()) {
        drawChips(to, "work", line, work);
        return;
    }
    if (isSettled(constraint)) {
        lineText(to, "work", line, "nobody", type::caption, {Role::muted});
        return;
    }
    const Rect nobody = drawIconWords(to, "work", line, {"error", "nobody", type::caption}, {Role::bad});
    constexpr std::string_view words = "Create an experiment";
    const double right = nobody.right() + 12 + buttonWidth(to.measure(), {}, words);
    if (right > line.right()) return;
    to.area(drawButton(to, "add-experiment", {right, line.y}, {}, words), constraint.id, "add-experiment");
}

} // namespace

double constraintCardHeight(const OutcomeBoardContext& context) {
    return context.either(148, 96);
}

void drawConstraintCard(PictureBuilder& to, const OutcomeBoardContext& context, const Constraint& constraint,
                        const Rect& rect) {
    to.setEntity(constraint.id);
    const Stroke border = context.isSelected(constraint.id)      ? Stroke{{Role::accent}, 2}
                          : context.tied.contains(constraint.id) ? Stroke{{Role::accent, 55, Role::line}, 1}
                                                                 : Stroke{{Role::line}, 1};
    to.box("card", rect, {Role::paper}, border, cardRadius).altText = altTextOf(context, constraint);
    to.area(rect, constraint.id, "constraint");

    const double padding = context.either(16, 12);
    const Rect inner{rect.x + padding, rect.y + context.either(12, 8), rect.width - 2 * padding, 0};
    const std::string title = model::shortName(context.model, constraint.id);
    const Paint titlePaint{constraint.title.empty() || isSettled(constraint) ? Role::muted : Role::ink};
    const std::vector<Chip> places = placesOf(context, constraint);

    drawSeverity(to, constraint, {inner.x, inner.y});
    if (context.isCompact) {
        if (constraint.status != ConstraintStatus::open)
            drawTypeAndStatus(to, constraint, {inner.x + 90, inner.y, inner.width - 90, 16});
        to.paragraph("title", {inner.x, inner.y + 20}, title, type::bodyStrong, titlePaint, inner.width, 2, 16);
        const Rect line{inner.x, inner.y + 56, inner.width, 24};
        if (places.empty())
            drawNowhere(to, constraint, line, "nowhere in a flow or team");
        else
            drawChips(to, "bites", line, places);
        to.setEntity({});
        return;
    }
    drawTypeAndStatus(to, constraint, {inner.x + 96, inner.y, inner.width - 96, 16});
    lineText(to, "title", {inner.x, inner.y + 24, inner.width, 20}, title, type::bodyStrong, titlePaint);
    lineText(to, "evidence", {inner.x, inner.y + 44, inner.width, 20}, constraint.evidence, type::body, {Role::muted});

    const auto labelled = [&](const char* part, double top, std::string_view label) {
        lineText(to, part, {inner.x, top, metaLabelWidth, 24}, label, type::caption, {Role::muted});
        return Rect{inner.x + metaLabelWidth, top, inner.width - metaLabelWidth, 24};
    };
    const Rect bites = labelled("bites.label", inner.y + 72, "Bites at");
    if (places.empty())
        drawNowhere(to, constraint, bites, "nowhere in a flow, team or rule");
    else
        drawChips(to, "bites", bites, places);
    drawWork(to, context, constraint, labelled("work.label", inner.y + 100, "Worked on"));
    to.setEntity({});
}

} // namespace flowspine::view
