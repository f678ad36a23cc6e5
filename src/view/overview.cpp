#include "view/overview.h"

#include "view/card_parts.h"
#include "view/overview_parts.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double margin = 24;
constexpr double narrowest = 900;
constexpr double roomyFrom = 1250;
constexpr double headHeight = 56;

// Columns of a picture 1512 px wide; others are these stretched.
constexpr double drawnWidth = 1512;
constexpr std::array<SightSpan, sightColumns> drawnColumns = {
    {{24, 216}, {302, 152}, {517, 168}, {747, 232}, {1042, 208}, {1312, 176}}};
// Where they are narrow, flows need more of it for their names.
constexpr std::array<SightSpan, sightColumns> compactColumns = {
    {{24, 200}, {284, 176}, {520, 168}, {748, 232}, {1040, 208}, {1308, 180}}};

struct Heading {
    std::string_view words;
    std::string_view one;
    std::string_view many;
};
constexpr std::array<Heading, sightColumns> headings = {{{"Outcomes", "ranked", "ranked"},
                                                         {"Flows", "", ""},
                                                         {"Teams", "", ""},
                                                         {"Fixed spine", "item", "items"},
                                                         {"Roadmap", "item", "items"},
                                                         {"Loosens", "constraint", "constraints"}}};

class OverviewMaker {
  public:
    OverviewMaker(OverviewContext& context, const TextMeasure& measure) : m_context(context), m_to(measure) {}

    Overview make(LineOfSight sight) {
        std::vector<SightCard> cards;
        for (std::size_t node = 0; node < m_context.sight.nodes.size(); ++node)
            cards.push_back(sightCard(m_context, m_to.measure(), node));
        const bool isEmpty = m_context.sight.nodes.empty();
        const double strip = isEmpty ? 0 : overviewStripHeight(m_context);
        const double least = m_context.isCompact ? 240 : 360;
        const double height = std::max(least, m_context.options.viewportHeight - strip - headHeight - 16);
        const SightPlaces places = placeCards(m_context, cards, headHeight, height);
        drawHeadings();
        Overview made;
        made.curves = drawRibbons(m_to, m_context, places);
        drawTornEnds(m_to, m_context, places);
        for (std::size_t node = 0; node < cards.size(); ++node)
            if (m_context.isShown[node]) drawSightCard(m_to, m_context, cards[node], node, places.cards[node]);
        if (isEmpty) drawEmpty(places.bottom);
        const double bottom = isEmpty ? places.bottom : drawOverviewStrip(m_to, m_context, places.bottom + 16);
        made.picture = m_to.finish({0, 0, m_context.width, std::max(bottom, m_context.options.viewportHeight)});
        made.places = places.cards;
        made.sight = std::move(sight);
        return made;
    }

  private:
    void drawHeadings() {
        for (std::size_t i = 0; i < sightColumns; ++i) {
            std::size_t count = m_context.sight.columnStarts[i + 1] - m_context.sight.columnStarts[i];
            const SightSpan& span = m_context.columns[i];
            const Rect line{span.x, 16, span.width, 24};
            const std::string part = "head." + std::to_string(i);
            const TextStyle& style = m_context.isCompact ? type::bodyStrong : type::title;
            const double width = lineText(m_to, part, line, headings[i].words, style, {Role::ink});
            std::string words = std::to_string(count);
            const std::string_view unit = count == 1 ? headings[i].one : headings[i].many;
            if (!unit.empty() && !m_context.isCompact) words += (i == 0 ? ", " : " ") + std::string(unit);
            lineText(m_to, part + ".count", {line.x + width + 6, line.y, line.width - width - 6, line.height}, words,
                     type::body, {Role::muted});
        }
    }

    void drawEmpty(double bottom) {
        const double middle = (headHeight + bottom) / 2;
        lineText(m_to, "empty", {margin, middle - 40, m_context.width - 2 * margin, 28}, "Nothing to trace yet",
                 type::headline, {Role::ink}, Align::center);
        lineText(m_to, "empty.hint", {margin, middle - 4, m_context.width - 2 * margin, 24},
                 "Name an outcome, the flow that delivers it and what holds it back: the threads appear here.",
                 type::body, {Role::muted}, Align::center);
    }

    OverviewContext& m_context;
    PictureBuilder m_to;
};

// What a broken thread runs through.
std::vector<bool> onBrokenThreads(const LineOfSight& sight, const model::Model& model) {
    std::vector<bool> isOn(sight.nodes.size());
    for (std::size_t node = 0; node < sight.nodes.size(); ++node) {
        if (!isSerious(sight.nodes[node].before) && !isSerious(sight.nodes[node].after)) continue;
        for (const std::size_t each : threadOf(sight, model, node).nodes) isOn[each] = true;
    }
    return isOn;
}

} // namespace

Overview overview(const model::Model& model, const model::ModelIndex& index, const OverviewOptions& options,
                  const TextMeasure& measure) {
    LineOfSight sight = lineOfSight(model, index, {options.today, options.isFuture});
    OverviewContext context{model, index, options, sight, TeamTints(model)};
    context.width = std::max(narrowest, options.width);
    context.isCompact = context.width < roomyFrom;
    const double stretch = (context.width - 2 * margin) / (drawnWidth - 2 * margin);
    const auto& columns = context.isCompact ? compactColumns : drawnColumns;
    for (std::size_t i = 0; i < sightColumns; ++i)
        context.columns[i] = {margin + (columns[i].x - margin) * stretch, columns[i].width * stretch};
    context.isShown.assign(sight.nodes.size(), true);
    if (options.isOnlyBroken) context.isShown = onBrokenThreads(sight, model);
    OverviewMaker maker(context, measure);
    // The maker reads the context's sight to its end; the copy is the reader's.
    return maker.make(LineOfSight(sight));
}

} // namespace flowspine::view
