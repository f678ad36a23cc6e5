#include "view/spine_drag.h"

#include "model/naming.h"
#include "view/card_parts.h"
#include "view/spine_reliance.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cctype>

namespace flowspine::view {

namespace {

// The dragged card shrinks to this, so that what lies under it can be read.
constexpr double ghostWidth = 304;
constexpr double ghostHeight = 60;
constexpr double padding = 12;

std::string lowered(std::string_view words) {
    std::string text(words);
    if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

void drawOrigin(PictureBuilder& to, const Rect& rect, std::string_view title) {
    const Rect all{rect.x - 1, rect.y - 1, rect.width + 2, rect.height + 2}; // the card's border too
    to.box("drag.origin", all, {Role::ground}, {{Role::ink, 45}, 2, Dash::dashed}, cardRadius);
    const Rect line{rect.x + 16, rect.y + 10, rect.width - 32, 24};
    lineText(to, "drag.origin.title", line, title, type::title, {Role::muted});
    lineText(to, "drag.origin.words", {line.x, line.bottom(), line.width, 20}, "being moved, Esc puts it back",
             type::body, {Role::muted});
}

void drawGhost(PictureBuilder& to, Point pointer, std::string_view title, const model::SpineItem& item) {
    const Rect rect{pointer.x - ghostWidth / 2, pointer.y - ghostHeight / 2, ghostWidth, ghostHeight};
    const bool isDark = item.stability == model::Stability::cannotChange;
    for (const double out : {6.0, 3.0})
        to.box("drag.shadow." + std::to_string(static_cast<int>(out)),
               {rect.x - out / 2, rect.y + out, rect.width + out, rect.height + out / 2}, {Role::none},
               {{Role::ink, 20, Role::ground}, 2}, cardRadius + out / 2);
    to.box("drag.card", rect, isDark ? Paint{Role::ink} : Paint{Role::paper}, {{Role::accent}, 2}, cardRadius);
    const Paint paint{isDark ? Role::paper : Role::ink};
    const Rect line{rect.x + padding, rect.y + 10, rect.width - 2 * padding, 20};
    lineText(to, "drag.card.title", line, title, type::bodyStrong, paint);
    lineText(to, "drag.card.words", {line.x, line.bottom(), line.width, 20}, labelOf(item.category), type::caption,
             isDark ? Paint{Role::paper, 78, Role::ink} : Paint{Role::muted});
}

} // namespace

std::vector<Shape> spineDragShapes(const model::Model& model, const model::ModelIndex& index, const SpineDrag& drag,
                                   const TextMeasure& measure) {
    const model::SpineItem* item = model.find(model::Id<model::SpineItem>(drag.item));
    if (item == nullptr) return {};
    PictureBuilder to(measure);
    const std::string title = model::shortName(model, drag.item);
    drawOrigin(to, drag.origin, title);
    if (drag.target) {
        const SpineDrag::Target& target = *drag.target;
        const Rect frame{target.cell.x + 1, target.cell.y + 4, target.cell.width - 2, target.cell.height - 8};
        to.box("drag.target", frame, target.isEmpty ? Paint{Role::accent, 8} : Paint{Role::none},
               {{Role::accent}, 2, Dash::dashed}, cardRadius);
        const bool isReclassified = target.stability != item->stability;
        std::vector<std::string> lines;
        if (isReclassified)
            lines.push_back("Make it “" + lowered(labelOf(target.stability)) + "”");
        else if (target.category != item->category)
            lines.push_back("Move to " + lowered(labelOf(target.category)));
        if (!target.question.empty()) lines.push_back("You will be asked: " + lowered(target.question));
        if (isReclassified) {
            std::string reliance = relianceWords(relianceOn(model, index, drag.item));
            reliance[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(reliance[0])));
            lines.push_back(std::move(reliance));
        }
        // Under the card, where the pointer never hides it, and inside the column.
        const double width = std::max(ghostWidth, frame.width);
        const Rect words{std::min(std::max(drag.pointer.x - ghostWidth / 2, frame.x), frame.right() - width),
                         drag.pointer.y + ghostHeight / 2 + 8, width, 20 * static_cast<double>(lines.size()) + 12};
        if (!lines.empty()) {
            to.box("drag.said", words, {Role::accent, 8}, {{Role::accent}, 1}, cardRadius);
            for (std::size_t i = 0; i < lines.size(); ++i)
                lineText(to, "drag.said." + std::to_string(i),
                         {words.x + padding, words.y + 6 + 20 * static_cast<double>(i), words.width - 2 * padding, 20},
                         lines[i], i == 0 ? type::bodyStrong : type::body, {i == 0 ? Role::accent : Role::ink});
        }
    }
    drawGhost(to, drag.pointer, title, *item);
    return to.finish().shapes;
}

} // namespace flowspine::view
