#include "base/sentence.h"
#include "model/naming.h"
#include "view/card_parts.h"
#include "view/overview_parts.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

using model::Id;

constexpr double lineHeight = 28;
constexpr double headHeight = 40;
constexpr double padding = 24;
constexpr double cellGap = 6;
constexpr double cellHeight = 24;

struct StripCell {
    std::string_view head;
    std::size_t count = 0;
    bool isGrave = false; // having none is an error, not a warning
};

// What an outcome needs for people to steer by it.
std::vector<StripCell> cellsOf(const OverviewContext& context, const model::Outcome& outcome) {
    std::vector<StripCell> cells = {{"Owner", 0, false}, {"Measure", 0, true},     {"Leading", 0, false},
                                    {"Flow", 0, false},  {"Constraint", 0, false}, {"Worked on", 0, false}};
    const model::Model& model = context.model;
    cells[0].count = model.find(outcome.owner) ? 1 : 0;
    model.forEach(outcome.measures, [&](const model::Measure& measure) {
        ++cells[1].count;
        if (measure.kind == model::MeasureKind::leading) ++cells[2].count;
    });
    model.forEach(model.plan().flows, [&](const model::Flow& flow) {
        if (isInSight(flow) && flow.outcomes.contains(outcome.id)) ++cells[3].count;
    });
    std::vector<AnyId> constraints;
    model.forEach(model.plan().constraints, [&](const model::Constraint& constraint) {
        if (isInSight(constraint) && constraint.outcomes.contains(outcome.id)) constraints.push_back(constraint.id);
    });
    cells[4].count = constraints.size();
    model.forEach(model.plan().roadmap, [&](const model::RoadmapItem& item) {
        const bool works = std::any_of(constraints.begin(), constraints.end(), [&](const AnyId& id) {
            return item.constraints.contains(Id<model::Constraint>(id));
        });
        if (isInSight(item) && works) ++cells[5].count;
    });
    return cells;
}

struct Broken {
    AnyId id;
    SightGap gap = SightGap::none;
    bool isGrave = false;
};

std::vector<Broken> brokenThreads(const LineOfSight& sight) {
    std::vector<Broken> broken;
    for (const SightNode& node : sight.nodes)
        for (const SightGap gap : {node.before, node.after})
            if (gap != SightGap::none)
                broken.push_back({node.id, gap, gap == SightGap::nobodyWorks || gap == SightGap::noOutcome});
    // Errors, then warnings, then remarks.
    const auto weight = [](const Broken& each) { return each.isGrave ? 0 : isSerious(each.gap) ? 1 : 2; };
    std::stable_sort(broken.begin(), broken.end(),
                     [&](const Broken& a, const Broken& b) { return weight(a) < weight(b); });
    return broken;
}

std::string sentenceOf(const model::Model& model, const Broken& broken) {
    const std::string name = "“" + visible(model::shortName(model, broken.id), 200) + "”";
    switch (broken.gap) {
    case SightGap::none: return {};
    case SightGap::noFlow: return "No flow delivers " + name + ".";
    case SightGap::noOutcome: return "Why does " + name + " exist?";
    case SightGap::touchesNothing: return name + " touches no step, decision or plan.";
    case SightGap::solvesNothing: return name + " solves nothing on the map.";
    case SightGap::nobodyWorks: return "Nobody is working on " + name + ".";
    case SightGap::holdsNothing: return name + " limits nothing we care about.";
    }
    return {};
}

class Strip {
  public:
    Strip(PictureBuilder& to, const OverviewContext& context, double top)
        : m_to(to), m_context(context), m_broken(brokenThreads(context.sight)), m_top(top),
          m_isStacked(context.isCompact), m_middle(m_isStacked ? context.width : context.width * 0.55) {}

    double draw() {
        m_to.line("strip", {{0, m_top}, {m_context.width, m_top}}, {{Role::line}, 1});
        double bottom = drawOutcomes();
        bottom = m_isStacked ? drawBroken(padding, bottom) : std::max(bottom, drawBroken(m_middle + padding, m_top));
        return bottom + 16;
    }

  private:
    double drawOutcomes() {
        const std::size_t count = m_context.sight.columnStarts[1];
        const double right = m_middle - padding;
        const double cell = m_context.isCompact ? 58 : 66;
        Rect line{padding, m_top + 8, right - padding, headHeight - 8};
        lineText(m_to, "has", line, "What each outcome has", type::bodyStrong, {Role::ink});
        double y = m_top + headHeight;
        for (std::size_t node = 0; node < count; ++node) {
            const auto& outcome = *m_context.model.find(Id<model::Outcome>(m_context.sight.nodes[node].id));
            const std::vector<StripCell> cells = cellsOf(m_context, outcome);
            const double first = right - static_cast<double>(cells.size()) * (cell + cellGap) + cellGap;
            const std::string part = "has." + std::to_string(node);
            lineText(m_to, part, {padding, y, first - padding - 12, cellHeight},
                     std::to_string(node + 1) + "  " + model::shortName(m_context.model, outcome.id), type::body,
                     {Role::ink});
            double x = first;
            for (const StripCell& each : cells) {
                const Rect rect{x, y, cell, cellHeight};
                if (node == 0)
                    lineText(m_to, "has.head." + std::string(each.head), {x, line.y, cell, line.height}, each.head,
                             type::captionStrong, {Role::muted}, Align::center);
                drawCell(part + '.' + std::string(each.head), rect, each);
                x += cell + cellGap;
            }
            y += lineHeight;
        }
        if (count == 0) {
            lineText(m_to, "has.none", {padding, y, right - padding, cellHeight}, "No outcome yet", type::body,
                     {Role::muted});
            y += lineHeight;
        }
        return y;
    }

    void drawCell(const std::string& part, const Rect& rect, const StripCell& cell) {
        if (cell.count > 0) {
            m_to.box(part, rect, {Role::ink, 9}, {{Role::none}, 0}, 4);
            lineText(m_to, part + ".count", rect, std::to_string(cell.count), type::captionStrong, {Role::ink},
                     Align::center);
            return;
        }
        const Paint paint{cell.isGrave ? Role::bad : Role::warn};
        m_to.box(part, rect, {Role::none}, {paint, 1, Dash::dashed}, 4);
        lineText(m_to, part + ".none", rect, "none", type::captionStrong, paint, Align::center);
    }

    double drawBroken(double left, double top) {
        const double right = m_context.width - padding;
        const Rect head{left, top + 8, right - left, headHeight - 8};
        const double width = lineText(m_to, "broken", head, "Broken threads", type::bodyStrong, {Role::ink});
        lineText(m_to, "broken.count", {left + width + 6, head.y, 60, head.height}, std::to_string(m_broken.size()),
                 type::body, {Role::muted});
        double y = top + headHeight;
        if (m_broken.empty()) {
            drawIconWords(m_to, "broken.none", {left, y, right - left, cellHeight},
                          {"check", "Every thread reaches from one end to the other.", type::body}, {Role::good});
            return y + lineHeight;
        }
        for (std::size_t i = 0; i < m_broken.size(); ++i) {
            drawBrokenLine(i, {left, y, right - left, cellHeight});
            y += lineHeight;
        }
        return y;
    }

    void drawBrokenLine(std::size_t i, const Rect& line) {
        const Broken& broken = m_broken[i];
        const std::string part = "broken." + std::to_string(i);
        const bool isRemark = !isSerious(broken.gap);
        const char* icon = broken.isGrave ? "error" : isRemark ? "info" : "warning";
        const Role role = broken.isGrave ? Role::bad : isRemark ? Role::muted : Role::warn;
        const bool mayLink = broken.gap == SightGap::noFlow;
        const bool mayTry = broken.gap == SightGap::nobodyWorks;
        const std::string_view action = mayLink ? "Link a flow" : mayTry ? "Create an experiment" : "Show";
        const double width = m_to.measure().width(action, type::bodyMedium);
        m_to.symbol(part + ".icon", {line.x, line.y + 4, 16, 16}, icon, {role});
        lineText(m_to, part, {line.x + 24, line.y, line.width - width - 48, line.height},
                 sentenceOf(m_context.model, broken), type::body, {Role::ink});
        const Rect button{line.right() - width, line.y, width, line.height};
        m_to.area({line.x, line.y, line.width - width - 24, line.height}, broken.id, "show");
        lineText(m_to, part + ".action", button, action, type::bodyMedium, {Role::accent});
        m_to.area(button, broken.id, mayLink ? "link-flow" : mayTry ? "add-experiment" : "show");
    }

    PictureBuilder& m_to;
    const OverviewContext& m_context;
    std::vector<Broken> m_broken;
    double m_top;
    bool m_isStacked; // the threads under the outcomes
    double m_middle;
};

} // namespace

double overviewStripHeight(const OverviewContext& context) {
    const auto lines = [](std::size_t count) {
        return headHeight + lineHeight * static_cast<double>(std::max<std::size_t>(1, count));
    };
    const double outcomes = lines(context.sight.columnStarts[1]);
    const double broken = lines(brokenThreads(context.sight).size());
    return (context.isCompact ? outcomes + broken : std::max(outcomes, broken)) + 16;
}

double drawOverviewStrip(PictureBuilder& to, const OverviewContext& context, double top) {
    return Strip(to, context, top).draw();
}

} // namespace flowspine::view
