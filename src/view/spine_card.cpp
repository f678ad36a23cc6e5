#include "view/spine_card.h"

#include "model/naming.h"
#include "view/card_parts.h"
#include "view/spine_reliance.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cctype>

namespace flowspine::view {

namespace {

using model::SpineItem;
using model::Stability;

// What differs between roomy and narrow columns, px.
struct CardSizes {
    TextStyle title = type::title;
    double titleLine = 24;
    TextStyle text = type::body;
    TextStyle strong = type::bodyStrong;
    double line = 20;
    double paddingX = 16;
    double paddingY = 10;
    double findingsRoom = 48; // kept free beside the title
};

CardSizes sizesOf(const SpineCardContext& context) {
    if (!context.isCompact) return {};
    return {type::bodyStrong, 18, type::caption, type::captionStrong, 18, 12, 8, 32};
}

// Paints by how fixed the item is. A dark card carries no role colours.
struct CardPaints {
    Paint fill;
    Stroke border;
    Paint title;
    Paint text;
    Paint tag;
    Paint tagBorder;
};

CardPaints paintsOf(const SpineItem& item) {
    switch (item.stability) {
    case Stability::cannotChange:
        return {{Role::ink},   {{Role::ink}, 1},
                {Role::paper}, {Role::paper, 78, Role::ink},
                {Role::paper}, {Role::paper, 45, Role::ink}};
    case Stability::shouldNotChange:
        return {{Role::ink, 9}, {{Role::ink, 45}, 2}, {Role::ink}, {Role::muted, 70, Role::ink},
                {Role::ink},    {Role::ink, 45}};
    case Stability::adaptable: break;
    }
    return {{Role::paper}, {{Role::line}, 1}, {Role::ink}, {Role::muted}, {Role::muted}, {Role::line}};
}

std::size_t titleLines(const SpineCardContext& context, const TextMeasure& measure, const SpineItem& item,
                       double width) {
    const CardSizes sizes = sizesOf(context);
    const std::string title = model::shortName(context.model, item.id);
    const double room = width - 2 * sizes.paddingX - sizes.findingsRoom;
    return std::max<std::size_t>(1, wrapped(measure, title, sizes.title, room, 2).size());
}

// Draws the lines of one card below its title.
class CardLines {
  public:
    CardLines(PictureBuilder& to, const SpineCardContext& context, const SpineItem& item, const Rect& first)
        : m_to(to), m_context(context), m_item(item), m_sizes(sizesOf(context)), m_paints(paintsOf(item)),
          m_first(first), m_second{first.x, first.bottom(), first.width, first.height} {}

    void drawFixed() {
        const Reliance reliance = relianceOn(m_context.model, m_context.index, m_item.id);
        Rect left = m_first;
        left.width = drawCounts(reliance) - 8 - left.x;
        if (m_item.tier != model::PolicyTier::unstated) {
            std::string tier(labelOf(m_item.tier));
            tier[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(tier[0])));
            const double tag = drawTag(m_to, "tier", {left.x, left.y + (left.height - 16) / 2}, tier, m_paints.tag,
                                       m_paints.tagBorder, left.width);
            if (tag > 0) {
                left.x += tag + 8;
                left.width -= tag + 8;
            }
        }
        if (!m_item.authority.empty())
            lineText(m_to, "authority", left, m_item.authority, m_sizes.text, m_paints.text);
        else if (m_item.stability == Stability::cannotChange)
            drawPill("authority", left, "error", "no authority", Role::bad, Align::left);
        else
            lineText(m_to, "authority", left, "no authority", m_sizes.text, m_paints.text);

        left = m_second;
        left.width = drawReview() - 8 - left.x;
        drawOwner(left);
    }

    void drawAdaptable() {
        Rect left = m_first;
        if (m_item.limit) {
            std::string limit = "up to " + model::numberText(*m_item.limit);
            if (!m_item.limitUnit.empty()) limit += " " + m_item.limitUnit;
            const Rect right{left.x + left.width / 2, left.y, left.width / 2, left.height};
            left.width -= lineText(m_to, "limit", right, limit, m_sizes.text, m_paints.text, Align::right) + 8;
        }
        const model::Role* owner = m_context.model.find(m_item.owner);
        const std::string& decider = m_item.decidedBy.empty() && owner != nullptr ? owner->name : m_item.decidedBy;
        if (decider.empty())
            lineText(m_to, "decidedBy", left, "nobody decides it yet", m_sizes.text, {Role::warn});
        else
            lineText(m_to, "decidedBy", left, "Decided by " + decider, m_sizes.text, m_paints.text);

        std::string within;
        m_context.model.forEach(m_item.within, [&](const SpineItem& fixed) {
            within +=
                (within.empty() ? "within “" : ", “") + visible(model::shortName(m_context.model, fixed.id), 300) + "”";
        });
        if (within.empty()) within = "within nothing fixed";
        m_to.area(drawIconWords(m_to, "within", m_second, {"spine-item", within, m_sizes.text, 14}, m_paints.text),
                  m_item.id, "within");
    }

  private:
    // Right-aligned counts of what relies on it; returns their left end.
    double drawCounts(const Reliance& reliance) {
        double x = m_first.right();
        if (!isReliedOn(reliance)) {
            const std::string_view words = m_context.isCompact ? "no reliance" : "nothing relies on it";
            return x - lineText(m_to, "reliance", m_first, words, m_sizes.text, m_paints.text, Align::right);
        }
        bool isLast = true;
        for (auto group = reliance.rbegin(); group != reliance.rend(); ++group) {
            if (group->reliers.empty()) continue;
            const std::string part = "reliance." + std::string(group->icon);
            x -= isLast ? 0 : 8;
            x -= lineText(m_to, part, {m_first.x, m_first.y, x - m_first.x, m_first.height},
                          std::to_string(group->reliers.size()), m_sizes.text, m_paints.text, Align::right);
            x -= 3 + 14;
            m_to.symbol(part + ".icon", {x, m_first.y + (m_first.height - 14) / 2, 14, 14}, std::string(group->icon),
                        m_paints.text);
            m_to.picture().shapes.back().tip = std::string(group->plural);
            isLast = false;
        }
        return x;
    }

    // Right-aligned; returns its left end.
    double drawReview() {
        const std::optional<model::Date> next = nextReviewOf(m_item);
        if (!next) return drawPill("review", m_second, "warning", "no next review", Role::warn, Align::right).x;
        if (*next < m_context.today)
            return drawPill("review", m_second, "clock", "was due " + base::toWords(*next), Role::bad, Align::right).x;
        const std::string words = base::toWords(*next);
        return drawIconWords(m_to, "review", m_second, {"clock", words, m_sizes.text, 14}, m_paints.text, Align::right)
            .x;
    }

    void drawOwner(const Rect& line) {
        const model::Role* owner = m_context.model.find(m_item.owner);
        if (owner != nullptr)
            drawIconWords(m_to, "owner", line, {"person", owner->name, m_sizes.text, 14}, m_paints.text);
        else
            drawIconWords(m_to, "owner", line, {"person", "no owner", m_sizes.text, 14},
                          m_item.stability == Stability::cannotChange ? m_paints.text : Paint{Role::warn});
    }

    // A role colour on paper, readable on every card.
    Rect drawPill(const std::string& part, const Rect& line, const std::string& icon, std::string_view words, Role role,
                  Align align) {
        constexpr double padding = 6;
        const double wanted = 2 * padding + 14 + 4 + m_to.measure().width(words, m_sizes.strong);
        const double width = std::min(wanted, line.width);
        if (width < 2 * padding + 14) return {align == Align::right ? line.right() : line.x, line.y, 0, 0};
        const double height = std::min(20.0, line.height);
        const Rect pill{align == Align::right ? line.right() - width : line.x, line.y + (line.height - height) / 2,
                        width, height};
        m_to.box(part + ".pill", pill, {Role::paper}, {{role}, 1}, cardRadius);
        drawIconWords(m_to, part, {pill.x + padding, pill.y, width - 2 * padding + 0.5, height},
                      {icon, words, m_sizes.strong, 14}, {role});
        return pill;
    }

    PictureBuilder& m_to;
    const SpineCardContext& m_context;
    const SpineItem& m_item;
    CardSizes m_sizes;
    CardPaints m_paints;
    Rect m_first;
    Rect m_second;
};

std::string altTextOf(const SpineCardContext& context, const SpineItem& item) {
    std::string text = std::string(labelOf(item.stability)) + ", " + std::string(labelOf(item.category)) + ": " +
                       visible(model::shortName(context.model, item.id), 200);
    if (item.stability == Stability::adaptable)
        return item.decidedBy.empty() ? text : text + ". Decided by " + visible(item.decidedBy, 200);
    text += item.authority.empty() ? ". No authority" : ". Authority: " + visible(item.authority, 200);
    const model::Role* owner = context.model.find(item.owner);
    text += owner == nullptr ? ". No owner" : ". Owner " + visible(owner->name, 200);
    const std::optional<model::Date> next = nextReviewOf(item);
    if (!next) return text + ". No next review";
    return text + (*next < context.today ? ". Review was due " : ". Next review ") + base::toWords(*next);
}

} // namespace

std::optional<model::Date> nextReviewOf(const SpineItem& item) {
    if (item.nextReview) return item.nextReview;
    if (item.lastReviewed && item.reviewCadence) return base::addPeriod(*item.lastReviewed, *item.reviewCadence);
    return std::nullopt;
}

double spineCardHeight(const SpineCardContext& context, const TextMeasure& measure, const SpineItem& item,
                       double width) {
    const CardSizes sizes = sizesOf(context);
    return 2 * sizes.paddingY + 2 * sizes.line +
           sizes.titleLine * static_cast<double>(titleLines(context, measure, item, width));
}

void drawSpineCard(PictureBuilder& to, const SpineCardContext& context, const SpineItem& item, const Rect& rect,
                   bool isSelected) {
    const CardSizes sizes = sizesOf(context);
    const CardPaints paints = paintsOf(item);
    to.setEntity(item.id);
    const Stroke border = isSelected ? Stroke{{Role::accent}, 2} : paints.border;
    to.box("card", rect, paints.fill, border, cardRadius).altText = altTextOf(context, item);
    to.area(rect, item.id, "card");

    const double left = rect.x + sizes.paddingX;
    const double width = rect.width - 2 * sizes.paddingX;
    to.paragraph("title", {left, rect.y + sizes.paddingY}, model::shortName(context.model, item.id), sizes.title,
                 item.title.empty() ? paints.text : paints.title, width - sizes.findingsRoom, 2, sizes.titleLine);
    const double bottom = rect.bottom() - sizes.paddingY;
    CardLines lines(to, context, item, {left, bottom - 2 * sizes.line, width, sizes.line});
    if (item.stability == Stability::adaptable)
        lines.drawAdaptable();
    else
        lines.drawFixed();
    to.setEntity({});
}

} // namespace flowspine::view
