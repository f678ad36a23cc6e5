#include "model/naming.h"
#include "view/card_parts.h"
#include "view/outcome_board_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cctype>

namespace flowspine::view {

namespace {

using model::Id;
using model::Outcome;

constexpr double rankWidth = 24;    // with its gap
constexpr double findingsRoom = 48; // kept free left of the owner
constexpr double buttonHeight = 24;
constexpr std::string_view addMeasureWords = "Add a measure";

double sidePadding(const OutcomeBoardContext& context) {
    return context.either(16, 12);
}
double topPadding(const OutcomeBoardContext& context) {
    return context.either(12, 8);
}
double bottomPadding(const OutcomeBoardContext& context) {
    return context.either(8, 6);
}
double headHeight(const OutcomeBoardContext& context) {
    return 24 + context.either(24, 18); // title; audience with the gap below it
}

// For whom it is, and which outcome it is part of.
std::string audienceWords(const OutcomeBoardContext& context, const Outcome& outcome) {
    const model::Stakeholder* audience = context.model.find(outcome.audience);
    std::string words;
    if (audience != nullptr && !audience->name.empty()) words = "For " + audience->name;
    if (context.model.find(outcome.parent) != nullptr)
        words += (words.empty() ? "Part of “" : ", part of “") + model::shortName(context.model, outcome.parent) + "”";
    return words;
}

std::string noMeasureWords(const OutcomeBoardContext& context, const Outcome& outcome) {
    if (context.isCompact || outcome.title.empty()) return "Nobody can tell whether this is happening.";
    return "Nobody can tell whether “" + outcome.title + "” is happening.";
}

double noMeasureHeight(const OutcomeBoardContext& context) {
    return context.either(57, 28);
}

std::string altTextOf(const OutcomeBoardContext& context, const Outcome& outcome, std::size_t rank) {
    const model::Role* owner = context.model.find(outcome.owner);
    std::string text = "Outcome " + std::to_string(rank) + ", " + std::string(labelOf(outcome.perspective)) + ": " +
                       visible(model::shortName(context.model, outcome.id), 200);
    text += owner != nullptr ? ". Owner " + visible(owner->name, 200) : ". No owner yet";
    text += ". " + std::to_string(outcome.measures.size()) + (outcome.measures.size() == 1 ? " measure" : " measures");
    return text;
}

// Returns where the owner begins.
double drawOwner(PictureBuilder& to, const OutcomeBoardContext& context, const Outcome& outcome, const Rect& line) {
    const model::Role* owner = context.model.find(outcome.owner);
    const TextStyle& style = context.isCompact ? type::caption : type::body;
    const Rect place = drawIconWords(
        to, "owner", line, {"person", owner != nullptr ? std::string_view(owner->name) : "No owner yet", style},
        {owner != nullptr ? Role::muted : Role::warn}, Align::right);
    if (place.isEmpty()) return line.right();
    to.area(place, outcome.id, "owner");
    return place.x;
}

void drawHead(PictureBuilder& to, const OutcomeBoardContext& context, const Outcome& outcome, const Rect& inner,
              std::size_t rank) {
    const Rect titleLine{inner.x, inner.y, inner.width, 24};
    const double ownerWidth = inner.width * 0.45;
    const double subTop = titleLine.bottom();
    const double subHeight = context.either(20, 16);
    const Rect ownerLine = context.isCompact
                               ? Rect{inner.right() - ownerWidth, subTop, ownerWidth, subHeight}
                               : Rect{inner.right() - ownerWidth, titleLine.y, ownerWidth, titleLine.height};

    lineText(to, "rank", {inner.x, titleLine.y, rankWidth - 2, 24}, std::to_string(rank), type::bodyStrong,
             {Role::muted});
    const double ownerLeft = drawOwner(to, context, outcome, ownerLine);
    const double left = inner.x + rankWidth;
    double titleRight = (context.isCompact ? inner.right() : ownerLeft) - findingsRoom;
    if (outcome.status != model::OutcomeStatus::active) {
        std::string word(labelOf(outcome.status));
        word[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(word[0])));
        const double room = to.measure().width(word, type::captionMedium) + 8;
        titleRight -=
            drawTag(to, "status", {titleRight - room, titleLine.y + 4}, word, {Role::muted}, {Role::line}, room) + 8;
    }
    const bool isNamed = !outcome.title.empty();
    lineText(to, "title", {left, titleLine.y, titleRight - left, 24}, model::shortName(context.model, outcome.id),
             context.isCompact ? type::bodyStrong : type::title, {isNamed ? Role::ink : Role::muted});

    const double subRight = context.isCompact ? ownerLeft - 8 : inner.right();
    double x = left;
    if (const std::string audience = audienceWords(context, outcome); !audience.empty())
        x += lineText(to, "audience", {x, subTop, std::min(subRight - x, inner.width * 0.6), subHeight}, audience,
                      type::caption, {Role::muted}) +
             8;
    if (context.isCompact || outcome.statement.empty()) return;
    if (x > left) {
        to.line("audience.end", {{x, subTop + 4}, {x, subTop + 16}}, {{Role::line}, 1});
        x += 9;
    }
    lineText(to, "statement", {x, subTop, subRight - x, subHeight}, outcome.statement, type::body, {Role::muted});
}

// In place of measures: a slope that nobody measures yet.
void drawNoMeasure(PictureBuilder& to, const OutcomeBoardContext& context, const Outcome& outcome, const Rect& rect) {
    to.line("measures.rule", {{rect.x, rect.y}, {rect.right(), rect.y}}, {{Role::line}, 1});
    const double middle = rect.y + 1 + (rect.height - 1) / 2;
    const Rect button =
        drawButton(to, "add-measure", {rect.right(), middle - buttonHeight / 2}, "add", addMeasureWords);
    to.area(button, outcome.id, "add-measure");
    double x = rect.x;
    constexpr double slopeWidth = 120;
    if (!context.isCompact && rect.width > 400) {
        const double top = middle - 16;
        to.line("slope.floor", {{x, top + 28}, {x + slopeWidth, top + 28}}, {{Role::line}, 1});
        to.line("slope", {{x, top + 24}, {x + slopeWidth, top + 8}}, {{Role::muted}, 1, Dash::dotted});
        to.line("slope.start", {{x, top + 20}, {x, top + 29}}, {{Role::muted}, 1});
        to.line("slope.end", {{x + slopeWidth, top + 4}, {x + slopeWidth, top + 13}}, {{Role::muted}, 1});
        x += slopeWidth + 16;
    }
    const double room = button.x - context.either(16, 12) - x;
    const std::string words = noMeasureWords(context, outcome);
    if (context.isCompact) {
        lineText(to, "measures.none", {x, rect.y + 1, room, rect.height - 1}, words, type::caption, {Role::muted});
        return;
    }
    const std::size_t lines = wrapped(to.measure(), words, type::body, room, 2).size();
    to.paragraph("measures.none", {x, middle - 10 * static_cast<double>(lines)}, words, type::body, {Role::muted}, room,
                 2, 20);
}

} // namespace

double outcomeCardHeight(const OutcomeBoardContext& context, const Outcome& outcome) {
    std::size_t measures = 0;
    context.model.forEach(outcome.measures, [&](const model::Measure&) { ++measures; });
    const double rows = measures == 0
                            ? noMeasureHeight(context)
                            : static_cast<double>(measures) * measureRowHeight(measureRowForm(context, outcome));
    return topPadding(context) + headHeight(context) + rows + bottomPadding(context);
}

void drawOutcomeCard(PictureBuilder& to, const OutcomeBoardContext& context, const Outcome& outcome, const Rect& rect,
                     std::size_t rank) {
    to.setEntity(outcome.id);
    const bool isSelected = context.isSelected(outcome.id);
    const Stroke border = isSelected                          ? Stroke{{Role::accent}, 2}
                          : context.tied.contains(outcome.id) ? Stroke{{Role::accent, 55, Role::line}, 1}
                                                              : Stroke{{Role::line}, 1};
    Shape& card = to.box("card", rect, {Role::paper}, border, cardRadius);
    card.altText = altTextOf(context, outcome, rank);
    to.area(rect, outcome.id, "card");

    const Rect inner{rect.x + sidePadding(context), rect.y + topPadding(context), rect.width - 2 * sidePadding(context),
                     0};
    drawHead(to, context, outcome, inner, rank);

    const double left = inner.x + rankWidth;
    double top = inner.y + headHeight(context);
    const MeasureRowForm form = measureRowForm(context, outcome);
    bool hasMeasures = false;
    context.model.forEach(outcome.measures, [&](const model::Measure& measure) {
        const Rect row{left, top, inner.right() - left, measureRowHeight(form)};
        drawMeasureRow(to, context, measure, form, row);
        top = row.bottom();
        hasMeasures = true;
    });
    to.setEntity(outcome.id);
    if (!hasMeasures) drawNoMeasure(to, context, outcome, {left, top, inner.right() - left, noMeasureHeight(context)});
    to.setEntity({});
}

} // namespace flowspine::view
