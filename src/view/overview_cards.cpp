#include "model/naming.h"
#include "view/card_parts.h"
#include "view/measure_standing.h"
#include "view/overview_parts.h"
#include "view/time_text.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cctype>
#include <unordered_set>

namespace flowspine::view {

namespace {

using model::Id;

constexpr double tintEdge = 5;
constexpr double adaptableIndent = 24;
constexpr double figureHeight = 48;

struct CardSizes {
    TextStyle title;
    double titleLine;
    std::size_t titleLines;
    double line;
    double paddingX;
    double paddingY;
};

CardSizes sizesOf(const OverviewContext& context) {
    if (context.isCompact) return {type::captionStrong, 15, 4, 15, 8, 5};
    return {type::bodyStrong, 18, 4, 16, 12, 6};
}

std::string lowered(std::string_view words) {
    std::string text(words);
    if (!text.empty()) text[0] = static_cast<char>(std::tolower(static_cast<unsigned char>(text[0])));
    return text;
}

std::string counted(std::size_t count, const char* one, const char* many) {
    return std::to_string(count) + ' ' + (count == 1 ? one : many);
}

// "55 → 20 working days, now 48"
std::string measureWords(const model::Model& model, const model::Measure& measure) {
    std::string words;
    if (measure.baseline) words += plotNumber(*measure.baseline, {}) + " → ";
    if (measure.target) words += plotNumber(*measure.target, {});
    if (!measure.target && measure.baseline) words += "?";
    if (words.empty() && !measure.name.empty()) words = measure.name;
    if (!measure.unit.empty() && (measure.baseline || measure.target)) words += ' ' + measure.unit;
    const MeasureStanding standing = standingOf(model, measure);
    if (!standing.readings.empty()) words += ", now " + plotNumber(standing.readings.back().value, {});
    return words;
}

// "1", "1 and 2", "1, 2 and 3": the ranks of the outcomes that a constraint holds back.
std::string ranksOf(const OverviewContext& context, const model::Constraint& constraint) {
    std::vector<std::string> ranks;
    std::size_t rank = 0;
    for (std::size_t node = 0; node < context.sight.columnStarts[1]; ++node) {
        ++rank;
        if (constraint.outcomes.contains(Id<model::Outcome>(context.sight.nodes[node].id)))
            ranks.push_back(std::to_string(rank));
    }
    std::string words;
    for (std::size_t i = 0; i < ranks.size(); ++i)
        words += (i == 0 ? "" : i + 1 == ranks.size() ? " and " : ", ") + ranks[i];
    return words;
}

class CardWriter {
  public:
    CardWriter(const OverviewContext& context, std::size_t node, SightCard& card)
        : m_context(context), m_model(context.model), m_node(node), m_card(card) {}

    // Gives the title.
    std::string write() {
        const SightNode& node = m_context.sight.nodes[m_node];
        switch (node.column) {
        case SightColumn::outcomes: writeOutcome(*m_model.find(Id<model::Outcome>(node.id))); break;
        case SightColumn::flows: writeFlow(*m_model.find(Id<model::Flow>(node.id))); break;
        case SightColumn::teams: writeTeam(); break;
        case SightColumn::spine: writeSpineItem(*m_model.find(Id<model::SpineItem>(node.id))); break;
        case SightColumn::roadmap: writeItem(*m_model.find(Id<model::RoadmapItem>(node.id))); break;
        case SightColumn::constraints: writeConstraint(*m_model.find(Id<model::Constraint>(node.id))); break;
        }
        if (node.id.isEmpty()) return "No team yet";
        const std::string name = model::shortName(m_model, node.id);
        if (node.column != SightColumn::outcomes) return name;
        return std::to_string(m_node + 1) + "  " + name;
    }

  private:
    void say(std::string words, Paint paint = {Role::muted}, bool isStrong = false) {
        m_card.lines.push_back({std::move(words), paint, isStrong});
    }

    void writeOutcome(const model::Outcome& outcome) {
        constexpr std::size_t mostMeasures = 2;
        std::size_t said = 0;
        m_model.forEach(outcome.measures, [&](const model::Measure& measure) {
            if (said++ < mostMeasures) say(measureWords(m_model, measure));
        });
        if (said == 0) say("no measure", {Role::warn});
    }

    void writeFlow(const model::Flow& flow) {
        const model::Variant* variant = shownVariant(m_model, flow, m_context.options.isFuture);
        std::string words = variant ? lowered(labelOf(variant->kind)) : "no steps yet";
        if (flow.demandPerWeek) words += ", " + shortNumber(*flow.demandPerWeek) + " a week";
        say(words);
        std::unordered_set<std::size_t> teams;
        std::size_t steps = 0;
        for (const SightWork& work : m_context.sight.work) {
            if (work.flow != m_node) continue;
            ++steps;
            teams.insert(work.team);
        }
        if (variant) say(counted(steps, "step", "steps") + ", " + counted(teams.size(), "team", "teams"));
        const auto figures = m_context.options.figures.find(flow.id);
        if (figures == m_context.options.figures.end() || m_context.isCompact) return;
        const SightFigures& numbers = figures->second;
        if (numbers.leadHours)
            m_card.figures.push_back({timeText(base::fromHours(*numbers.leadHours), hoursPerDay(m_model.plan())),
                                      "lead time, expected", Role::ink});
        if (numbers.expectedHandoffs)
            m_card.figures.push_back({shortNumber(*numbers.expectedHandoffs), "handoffs, expected", Role::handoff});
        if (numbers.flowEfficiency)
            m_card.figures.push_back({shareText(*numbers.flowEfficiency), "flow efficiency", Role::ink});
    }

    void writeTeam() {
        std::size_t steps = 0;
        double hours = 0;
        for (const SightWork& work : m_context.sight.work) {
            if (work.team != m_node) continue;
            ++steps;
            hours += work.hoursPerWeek;
        }
        std::string words = steps == 0 ? "no work in these flows" : counted(steps, "step", "steps");
        if (hours > 0) words += ", " + shortNumber(hours) + " h a week";
        say(words);
    }

    void writeSpineItem(const model::SpineItem& item) {
        if (item.stability == model::Stability::adaptable) m_card.indent = m_context.isCompact ? 12 : adaptableIndent;
    }

    void writeItem(const model::RoadmapItem& item) {
        say(lowered(labelOf(item.horizon)) + ", " + lowered(labelOf(item.type)));
        bool touchesFixed = false;
        m_model.forEach(item.spine, [&](const model::SpineItem& fixed) {
            touchesFixed |= fixed.stability == model::Stability::cannotChange;
        });
        if (touchesFixed) say("touches what cannot change", {Role::bad}, true);
    }

    void writeConstraint(const model::Constraint& constraint) {
        if (constraint.severity) say("severity " + shortNumber(*constraint.severity));
        if (const std::string ranks = ranksOf(m_context, constraint); !ranks.empty()) say("holds back " + ranks);
    }

    const OverviewContext& m_context;
    const model::Model& m_model;
    std::size_t m_node;
    SightCard& m_card;
};

struct CardPaints {
    Paint fill{Role::paper};
    Stroke border{{Role::line}, 1};
    Paint title{Role::ink};
    bool isDark = false;
};

CardPaints paintsOf(const OverviewContext& context, const SightNode& node) {
    CardPaints paints;
    if (node.column == SightColumn::spine) {
        switch (context.model.find(Id<model::SpineItem>(node.id))->stability) {
        case model::Stability::cannotChange: paints = {{Role::ink}, {{Role::ink}, 1}, {Role::paper}, true}; break;
        case model::Stability::shouldNotChange:
            paints.fill = {Role::ink, 9};
            paints.border = {{Role::ink, 45}, 2};
            break;
        case model::Stability::adaptable: break;
        }
    }
    const bool isBroken = isSerious(node.before) || isSerious(node.after);
    if (isBroken && !paints.isDark) paints.border = {{Role::bad}, 1, Dash::dashed};
    if (node.id.isEmpty()) paints.border = {{Role::warn}, 1, Dash::dashed};
    return paints;
}

} // namespace

SightCard sightCard(const OverviewContext& context, const TextMeasure& measure, std::size_t node) {
    const SightNode& what = context.sight.nodes[node];
    SightCard card;
    const std::string title = CardWriter(context, node, card).write();
    // The first line of a flow's card stays: it says which variant this is.
    if (context.isCompact) {
        const std::size_t kept = what.column == SightColumn::flows ? 1 : 0;
        card.lines.resize(std::min(card.lines.size(), kept));
    }
    for (const SightGap gap : {what.before, what.after})
        if (gap != SightGap::none)
            card.lines.push_back({std::string(gapWords(gap)), {isSerious(gap) ? Role::bad : Role::muted}, true});

    const CardSizes sizes = sizesOf(context);
    const double room = context.columnOf(what).width - card.indent - 2 * sizes.paddingX;
    card.title = wrapped(measure, title, sizes.title, room, sizes.titleLines);
    card.height = 2 * sizes.paddingY +
                  sizes.titleLine * static_cast<double>(std::max<std::size_t>(1, card.title.size())) +
                  sizes.line * static_cast<double>(card.lines.size());
    if (!card.figures.empty()) card.height += 8 + figureHeight * static_cast<double>(card.figures.size());
    if (what.column == SightColumn::flows) card.height = std::max(card.height, context.isCompact ? 64.0 : 96.0);

    card.altText = visible(title, 200);
    for (const SightLine& line : card.lines) card.altText += ", " + visible(line.words, 200);
    return card;
}

void drawSightCard(PictureBuilder& to, const OverviewContext& context, const SightCard& card, std::size_t node,
                   const Rect& rect) {
    const SightNode& what = context.sight.nodes[node];
    const CardSizes sizes = sizesOf(context);
    const CardPaints paints = paintsOf(context, what);
    const std::string prefix = what.id.isEmpty() ? "no-team" : "card";
    to.setEntity(what.id);
    Shape& box = to.box(prefix, rect, paints.fill, paints.border, cardRadius);
    box.altText = card.altText;
    box.linkTarget = std::string(what.id.text());
    double x = rect.x + sizes.paddingX;
    if (what.column == SightColumn::teams && what.id)
        to.box("tint", {rect.x, rect.y, tintEdge, rect.height}, {context.tints.of(model::Id<model::Team>(what.id))},
               {{Role::none}, 0}, 2);
    const double room = rect.right() - sizes.paddingX - x;
    double y = rect.y + sizes.paddingY;
    if (!card.title.empty()) {
        Label label;
        label.anchor = {x, y + baselineOffset(sizes.title.size, sizes.titleLine)};
        label.lines = card.title;
        label.style = sizes.title;
        label.lineHeight = sizes.titleLine;
        label.paint = paints.title;
        for (const std::string& line : card.title)
            label.width = std::max(label.width, to.measure().width(line, sizes.title));
        to.add(prefix + ".title", label);
    }
    y += sizes.titleLine * static_cast<double>(std::max<std::size_t>(1, card.title.size()));
    std::size_t number = 0;
    for (const SightLine& line : card.lines) {
        const Paint paint = paints.isDark ? Paint{Role::paper, 78, Role::ink} : line.paint;
        lineText(to, prefix + ".line" + std::to_string(number++), {x, y, room, sizes.line}, line.words,
                 line.isStrong ? type::captionStrong : type::caption, paint);
        y += sizes.line;
    }
    if (!card.figures.empty()) {
        y += 8;
        number = 0;
        for (const SightFigure& figure : card.figures) {
            const std::string part = "figure" + std::to_string(number++);
            lineText(to, part, {x, y, room, 28}, figure.value, type::headline, {figure.role});
            lineText(to, part + ".label", {x, y + 26, room, 16}, figure.label, type::caption, {Role::muted});
            y += figureHeight;
        }
    }
    to.setEntity({});
    if (what.id) to.area(rect, what.id, "sight");
}

} // namespace flowspine::view
