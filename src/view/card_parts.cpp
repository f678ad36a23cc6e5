#include "view/card_parts.h"

#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double chipHeight = 24;
constexpr double chipPadding = 6;
constexpr double chipIcon = 14;
constexpr double chipGap = 4;
constexpr double narrowestChip = 48;
constexpr double buttonHeight = 24;
constexpr double buttonPadding = 8;
constexpr double buttonGap = 8;
constexpr double buttonIcon = 16;
constexpr double tagHeight = 16;
constexpr double tagPadding = 4;

double chipWidth(const TextMeasure& measure, const Chip& chip) {
    const double icon = chip.icon.empty() ? 0 : chipIcon + chipGap;
    return 2 * chipPadding + icon + measure.width(visible(chip.words), type::caption);
}

void drawChip(PictureBuilder& to, const std::string& part, const Rect& rect, const Chip& chip, Paint text) {
    Shape& box = to.box(part, rect, {Role::paper}, {{Role::line}, 1}, cardRadius);
    box.linkTarget = std::string(chip.target.text());
    double x = rect.x + chipPadding;
    if (!chip.icon.empty()) {
        to.symbol(part + ".icon", {x, rect.y + (rect.height - chipIcon) / 2, chipIcon, chipIcon}, chip.icon,
                  {Role::muted});
        x += chipIcon + chipGap;
    }
    lineText(to, part + ".words", {x, rect.y, rect.right() - chipPadding - x, rect.height}, chip.words, type::caption,
             text);
    if (chip.target) to.area(rect, chip.target, "chip");
}

std::string moreWords(std::size_t count) {
    return "and " + std::to_string(count) + " more";
}

} // namespace

double lineText(PictureBuilder& to, std::string part, const Rect& line, std::string_view words, const TextStyle& style,
                Paint paint, Align align) {
    if (line.width <= 0) return 0;
    const double x = align == Align::left ? line.x : align == Align::center ? line.center().x : line.right();
    return to.text(std::move(part), {x, line.y + baselineOffset(style.size, line.height)}, words, style, paint,
                   line.width, align);
}

double drawTag(PictureBuilder& to, const std::string& part, Point topLeft, std::string_view word, Paint text,
               Paint border, double maxWidth) {
    const double words = to.measure().width(word, type::captionMedium);
    const double width = std::min(words + 2 * tagPadding, maxWidth);
    if (width < 4 * tagPadding) return 0;
    const Rect rect{topLeft.x, topLeft.y, width, tagHeight};
    to.box(part, rect, {Role::none}, {border, 1}, 4);
    lineText(to, part + ".words", {rect.x + tagPadding, rect.y, width - 2 * tagPadding, rect.height}, word,
             type::captionMedium, text);
    return width;
}

double buttonWidth(const TextMeasure& measure, std::string_view icon, std::string_view words) {
    const double iconPart = icon.empty() ? 0 : buttonIcon + buttonGap;
    return 2 * buttonPadding + iconPart + measure.width(words, type::captionMedium);
}

Rect drawButton(PictureBuilder& to, const std::string& part, Point topRight, const std::string& icon,
                std::string_view words, bool isFlat) {
    const double width = buttonWidth(to.measure(), icon, words);
    const Rect rect{topRight.x - width, topRight.y, width, buttonHeight};
    if (!isFlat) to.box(part, rect, {Role::paper}, {{Role::line}, 1}, cardRadius);
    double x = rect.x + buttonPadding;
    if (!icon.empty()) {
        to.symbol(part + ".icon", {x, rect.y + (buttonHeight - buttonIcon) / 2, buttonIcon, buttonIcon}, icon);
        x += buttonIcon + buttonGap;
    }
    to.text(part + ".words", {x, rect.y + baselineOffset(type::captionMedium.size, buttonHeight)}, words,
            type::captionMedium, {Role::ink});
    return rect;
}

Rect drawIconWords(PictureBuilder& to, const std::string& part, const Rect& line, const IconWords& what, Paint paint,
                   Align align) {
    const double before = what.iconSize + chipGap;
    const double room = line.width - before;
    const std::string shown = elided(to.measure(), what.words, what.style, room);
    const double width = before + to.measure().width(shown, what.style);
    if (shown.empty()) return {line.x, line.y, 0, line.height};
    const Rect rect{align == Align::right ? line.right() - width : line.x, line.y, width, line.height};
    to.symbol(part + ".icon", {rect.x, line.y + (line.height - what.iconSize) / 2, what.iconSize, what.iconSize},
              what.icon, paint);
    lineText(to, part, {rect.x + before, line.y, room, line.height}, what.words, what.style, paint);
    return rect;
}

void drawChips(PictureBuilder& to, const std::string& part, const Rect& line, const std::vector<Chip>& chips) {
    const TextMeasure& measure = to.measure();
    double x = line.x;
    for (std::size_t i = 0; i < chips.size(); ++i) {
        const std::size_t after = chips.size() - i - 1;
        const double more = after == 0 ? 0 : chipGap + chipWidth(measure, {{}, moreWords(after), {}});
        const double room = line.right() - x - more;
        const double wanted = chipWidth(measure, chips[i]);
        if (wanted <= room || (i == 0 && room >= narrowestChip)) {
            const Rect rect{x, line.y, std::min(wanted, room), chipHeight};
            drawChip(to, part + '.' + std::string(chips[i].target.text()), rect, chips[i], {Role::ink});
            x = rect.right() + chipGap;
            continue;
        }
        const std::string words = moreWords(chips.size() - i);
        const double width = std::min(chipWidth(measure, {{}, words, {}}), line.right() - x);
        if (width < narrowestChip / 2) return;
        drawChip(to, part + ".more", {x, line.y, width, chipHeight}, {{}, words, {}}, {Role::muted});
        std::string others;
        for (std::size_t j = i; j < chips.size(); ++j)
            others += (others.empty() ? "" : ", ") + visible(chips[j].words, 200);
        to.picture().shapes.back().tip = others;
        return;
    }
}

} // namespace flowspine::view
