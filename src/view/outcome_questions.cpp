#include "view/card_parts.h"
#include "view/outcome_board_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>

namespace flowspine::view {

namespace {

using model::Perspective;
using Words = std::string_view;

struct Question {
    Words question;
    Words help;
    Words invitation;
    std::array<Words, 3> beginnings;
    Words fewAnswers; // "What else matters to …?"
    std::array<Words, 3> prompts;
};

const Question& questionOf(Perspective perspective) {
    static constexpr Question people{
        "Which outcomes matter most to the people we serve?",
        "Write a change they would notice, not a thing you deliver. One line is enough; owner and measure can wait.",
        "They get a decision within days, not months",
        {"Time to decision", "Ease of compliance", "Quality of service recovery"},
        "matters to the people we serve?",
        {"What would they notice first if it got better?", "Where do they wait, ask twice or give up?",
         "Which promise to them is broken most often?"}};
    static constexpr Question organisation{
        "Which outcomes matter most to our organisation?",
        "What must be true for us to keep our promise: cost, safety, trust, the ability to change.",
        "Type an outcome",
        {"Speed to market", "Cost to serve", "Retention and loyalty"},
        "matters to the organisation?",
        {"What would our leaders notice first if it went wrong?",
         "What must cost less, or take fewer hours, without hurting anyone?",
         "Which promise to a regulator has to hold?"}};
    return perspective == Perspective::peopleServed ? people : organisation;
}

constexpr double fieldHeight = 40;
constexpr double promptHeight = 24;

void drawField(PictureBuilder& to, const std::string& key, const Rect& rect, Words invitation) {
    const std::string part = "field." + key;
    Shape& box = to.box(part, rect, {Role::paper}, {{Role::line}, 1}, cardRadius);
    box.altText = invitation;
    to.symbol(part + ".icon", {rect.x + 12, rect.y + 12, 16, 16}, "add", {Role::muted});
    lineText(to, part + ".words", {rect.x + 36, rect.y, rect.width - 48, rect.height}, invitation, type::body,
             {Role::muted});
    to.area(rect, {}, "add", key);
}

void drawPrompt(PictureBuilder& to, const std::string& part, const std::string& key, const Rect& line, Words icon,
                Words words, const TextStyle& style) {
    to.symbol(part + ".icon", {line.x, line.y + 4, 16, 16}, std::string(icon), {Role::muted});
    const double width =
        lineText(to, part, {line.x + 24, line.y, line.width - 24, line.height}, words, style, {Role::muted});
    to.area({line.x, line.y, 24 + width, line.height}, {}, "prompt", key + "/" + std::string(words));
}

// Keys and what they do, in one line.
void drawKeys(PictureBuilder& to, const Rect& line) {
    static constexpr std::array<std::pair<Words, Words>, 3> keys = {
        {{"Enter", "next outcome"}, {"Tab", "its measure"}, {"Ctrl+V", "one card for each pasted line"}}};
    double x = line.x;
    for (const auto& [key, meaning] : keys) {
        const double keyWidth = to.measure().width(key, type::captionStrong);
        const double meaningWidth = to.measure().width(meaning, type::caption);
        if (x + keyWidth + 4 + meaningWidth > line.right()) return;
        const std::string part = "keys." + std::string(key);
        lineText(to, part, {x, line.y, keyWidth, line.height}, key, type::captionStrong, {Role::ink});
        lineText(to, part + ".meaning", {x + keyWidth + 4, line.y, meaningWidth, line.height}, meaning, type::caption,
                 {Role::muted});
        x += keyWidth + 4 + meaningWidth + 16;
    }
}

// Heading, help and field; returns their bottom.
double drawQuestion(PictureBuilder& to, const std::string& key, const Rect& place, Words question, Words help,
                    Words invitation, double helpWidth, std::size_t helpLines) {
    const std::string part = "question." + key;
    lineText(to, part, {place.x, place.y, place.width, 24}, question, type::title, {Role::ink});
    to.paragraph(part + ".help", {place.x, place.y + 28}, help, type::body, {Role::muted}, helpWidth, helpLines, 20);
    const double top = place.y + 28 + 20 * static_cast<double>(helpLines) + 16;
    drawField(to, key, {place.x, top, place.width, fieldHeight}, invitation);
    return top + fieldHeight;
}

} // namespace

Picture outcomeQuestions(const OutcomeBoardContext& context, const TextMeasure& measure) {
    PictureBuilder to(measure);
    const double left = context.sideMargin();
    const double inner = context.options.width - 2 * left;
    const double gap = 40;
    const double column = (inner - gap) / 2;
    const double helpWidth = std::min(420.0, column);
    constexpr double top = 24;

    std::size_t helpLines = 1;
    for (const Perspective perspective : {Perspective::peopleServed, Perspective::organisation})
        helpLines =
            std::max(helpLines, wrapped(measure, questionOf(perspective).help, type::body, helpWidth, 4).size());

    double bottom = 0;
    for (const Perspective perspective : {Perspective::peopleServed, Perspective::organisation}) {
        const bool isFirst = perspective == Perspective::peopleServed;
        const Question& question = questionOf(perspective);
        const std::string key(nameOf(perspective));
        const Rect place{isFirst ? left : left + column + gap, top, column, 0};
        double y =
            drawQuestion(to, key, place, question.question, question.help, question.invitation, helpWidth, helpLines) +
            8;
        if (isFirst) drawKeys(to, {place.x, y, place.width, 16});
        y += 16 + 24;
        lineText(to, "begin." + key, {place.x, y, place.width, 16}, "Others began with", type::caption, {Role::muted});
        y += 20;
        for (std::size_t i = 0; i < question.beginnings.size(); ++i) {
            drawPrompt(to, "begin." + key + "." + std::to_string(i), key, {place.x, y, place.width, promptHeight},
                       "add", question.beginnings[i], type::body);
            y += promptHeight;
        }
        bottom = std::max(bottom, y);
    }

    constexpr double bandHeight = 184;
    const double bandTop = std::max(context.options.viewportHeight - bandHeight, bottom + 24);
    to.line("band", {{0, bandTop}, {context.options.width, bandTop}}, {{Role::line}, 1});
    constexpr Words limits =
        "Name the one thing that limits them now. It will be tied to the outcome it holds back and "
        "to the step, team or rule where it bites.";
    const std::size_t limitLines = std::max<std::size_t>(1, wrapped(measure, limits, type::body, inner, 2).size());
    const double end =
        drawQuestion(to, "constraint", {left, bandTop + 24, inner, 0}, "Where are those outcomes held back today?",
                     limits, "Type a constraint", inner, limitLines);
    return to.finish({0, 0, context.options.width, std::max(context.options.viewportHeight, end + 24)});
}

double columnPromptsHeight(const OutcomeBoardContext& context) {
    return context.either(16, 8) + 4 * promptHeight;
}

void drawColumnPrompts(PictureBuilder& to, const OutcomeBoardContext& context, Perspective perspective,
                       std::size_t cardCount, const Rect& place) {
    const Question& question = questionOf(perspective);
    const std::string key(nameOf(perspective));
    const std::string part = "prompts." + key;
    const std::string heading = (cardCount == 0 ? "No answer so far. What " : "One answer so far. What else ") +
                                std::string(question.fewAnswers);
    double y = place.y + context.either(16, 8);
    lineText(to, part, {place.x, y, place.width, promptHeight}, heading,
             context.isCompact ? type::captionMedium : type::bodyMedium, {Role::ink});
    y += promptHeight;
    for (std::size_t i = 0; i < question.prompts.size(); ++i) {
        drawPrompt(to, part + "." + std::to_string(i), key, {place.x, y, place.width, promptHeight}, "chevron-right",
                   question.prompts[i], context.isCompact ? type::caption : type::body);
        y += promptHeight;
    }
}

} // namespace flowspine::view
