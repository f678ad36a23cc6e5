#include "view/outcome_board.h"

#include "view/card_parts.h"
#include "view/outcome_board_parts.h"
#include "view/outcome_ties.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>

namespace flowspine::view {

namespace {

using model::Constraint;
using model::ConstraintStatus;
using model::Outcome;
using model::Perspective;

constexpr double compactViewport = 700;
constexpr double narrowestFullColumn = 600;
constexpr std::size_t fewCards = 2; // below it a column shows prompts

double gutterOf(double width) {
    return width < 1100 ? 40 : 48;
}

std::string keyOf(Perspective perspective) {
    return std::string(nameOf(perspective));
}

// The most severe first; what is settled comes last.
std::vector<const Constraint*> constraintsBySeverity(const model::Model& model) {
    std::vector<const Constraint*> constraints;
    model.forEach(model.plan().constraints, [&](const Constraint& constraint) { constraints.push_back(&constraint); });
    const auto isSettled = [](const Constraint& constraint) {
        return constraint.status == ConstraintStatus::resolved || constraint.status == ConstraintStatus::accepted;
    };
    std::stable_sort(constraints.begin(), constraints.end(), [&](const Constraint* a, const Constraint* b) {
        if (isSettled(*a) != isSettled(*b)) return isSettled(*b);
        return a->severity.value_or(0) > b->severity.value_or(0);
    });
    return constraints;
}

class OutcomeBoard {
  public:
    OutcomeBoard(const OutcomeBoardContext& context, const TextMeasure& measure)
        : m_context(context), m_to(measure),
          m_layout{{}, {}, context.options.width, context.sideMargin(), 0, gutterOf(context.options.width)},
          m_constraints(constraintsBySeverity(context.model)) {
        m_layout.columnWidth = (m_layout.width - 2 * m_layout.margin - m_layout.gutter) / 2;
        // About what cards are made of, so that large boards are not copied while they grow.
        constexpr std::size_t perOutcome = 64;
        constexpr std::size_t perConstraint = 24;
        m_to.picture().shapes.reserve(perOutcome * context.model.plan().outcomes.size() +
                                      perConstraint * m_constraints.size());
    }

    Picture draw() {
        const double top = m_context.either(16, 8);
        const double headBottom = top + m_context.either(40, 28);
        std::array<double, 2> bottoms = {headBottom, headBottom};
        placeOutcomes(bottoms);
        const double boardBottom = columnsBottom(bottoms);
        placeConstraints(boardBottom);

        for (const Perspective perspective : {Perspective::peopleServed, Perspective::organisation}) {
            const Rect column = columnOf(perspective);
            m_to.area({column.x, top, column.width, m_bandEnd - top}, {}, "column", keyOf(perspective));
            drawColumnHead(perspective, {column.x, top, column.width, m_context.either(24, 20)});
        }
        if (!isFloating()) {
            drawBandHead();
            drawTies(m_to, m_context, m_layout);
        }
        for (const PlacedOutcome& placed : m_layout.outcomes)
            drawOutcomeCard(m_to, m_context, *placed.outcome, placed.rect, placed.rank);
        for (const Perspective perspective : {Perspective::peopleServed, Perspective::organisation})
            drawColumnEnd(perspective, bottoms[static_cast<std::size_t>(perspective)]);
        if (isFloating()) {
            const Rect band{0, m_bandTop, m_layout.width, m_bottom - m_bandTop};
            m_to.box("band.ground", band, {Role::ground});
            m_to.area(band, {}, "band");
            drawBandHead();
            drawTies(m_to, m_context, m_layout);
        }
        for (const PlacedConstraint& placed : m_layout.constraints)
            drawConstraintCard(m_to, m_context, *placed.constraint, placed.rect);
        return m_to.finish({0, 0, m_layout.width, m_bottom});
    }

  private:
    [[nodiscard]] Rect columnOf(Perspective perspective) const {
        const double step = m_layout.columnWidth + m_layout.gutter;
        return {m_layout.margin + (perspective == Perspective::peopleServed ? 0 : step), 0, m_layout.columnWidth, 0};
    }

    [[nodiscard]] std::size_t cardCount(Perspective perspective) const {
        return static_cast<std::size_t>(
            std::count_if(m_layout.outcomes.begin(), m_layout.outcomes.end(),
                          [&](const PlacedOutcome& placed) { return placed.outcome->perspective == perspective; }));
    }

    // Stacks the cards; `bottoms` become the places of the type lines.
    void placeOutcomes(std::array<double, 2>& bottoms) {
        std::array<std::size_t, 2> ranks = {0, 0};
        m_context.model.forEach(m_context.model.plan().outcomes, [&](const Outcome& outcome) {
            const auto i = static_cast<std::size_t>(outcome.perspective);
            const Rect column = columnOf(outcome.perspective);
            const double height = outcomeCardHeight(m_context, outcome);
            m_layout.outcomes.push_back({&outcome, {column.x, bottoms[i], column.width, height}, ++ranks[i]});
            bottoms[i] += height + m_context.either(16, 8);
        });
    }

    [[nodiscard]] double typeLineHeight() const { return m_context.either(40, 32); }

    [[nodiscard]] double columnsBottom(const std::array<double, 2>& bottoms) const {
        double bottom = 0;
        for (const Perspective perspective : {Perspective::peopleServed, Perspective::organisation}) {
            double end = bottoms[static_cast<std::size_t>(perspective)] + typeLineHeight();
            if (cardCount(perspective) < fewCards) end += columnPromptsHeight(m_context);
            bottom = std::max(bottom, end);
        }
        return bottom + m_context.either(12, 8);
    }

    // Fills rows of equally wide cards, as many in the left half as in the right. Rows after the first leave the
    // gutter's width in the middle, for the ties that pass.
    void placeConstraints(double boardBottom) {
        const double inner = m_layout.width - 2 * m_layout.margin;
        const std::size_t perHalf = inner < 640 ? 1 : 2;
        const std::size_t perRow = 2 * perHalf;
        const std::size_t rows = std::max<std::size_t>(1, (m_constraints.size() + perRow - 1) / perRow);
        const double gap = m_context.either(16, 8);
        const double middle = rows > 1 ? m_layout.gutter : gap;
        const double width = (inner - middle - gap * static_cast<double>(perRow - 2)) / static_cast<double>(perRow);
        for (std::size_t i = 0; i < m_constraints.size(); ++i) {
            const std::size_t column = i % perRow;
            const double left =
                m_layout.margin + static_cast<double>(column) * (width + gap) + (column < perHalf ? 0 : middle - gap);
            m_layout.constraints.push_back({m_constraints[i], {left, 0, width, cardHeight()}, i / perRow});
        }

        std::vector<std::size_t> buses = busesByRow(m_context, m_layout);
        buses.resize(rows, 0);
        std::vector<double> tops;
        double y = m_context.either(40, 24);
        for (std::size_t row = 0; row < rows; ++row) {
            const double least = row == 0 ? m_context.either(32, 16) : gap;
            y += std::max(least, busZoneHeight(m_context, buses[row]));
            tops.push_back(y);
            y += m_constraints.empty() ? typeLineHeight() : cardHeight();
        }
        const double height = y + m_context.either(20, 6);
        m_bandEnd = std::max(m_context.options.viewportHeight - height, boardBottom);
        m_bottom = m_bandEnd + height;
        m_bandTop = m_bandEnd;
        const double seen = m_context.options.viewportHeight;
        if (m_context.options.scrolledTo && height <= seen / 2)
            m_bandTop = std::min(m_bandEnd, std::max(0.0, *m_context.options.scrolledTo) + seen - height);
        if (isFloating()) m_layout.outcomesBottom = m_bandTop;
        m_firstRowTop = m_bandTop + tops.front();
        for (PlacedConstraint& placed : m_layout.constraints) placed.rect.y = m_bandTop + tops[placed.row];
    }

    [[nodiscard]] bool isFloating() const { return m_bandTop < m_bandEnd; }
    [[nodiscard]] double cardHeight() const { return constraintCardHeight(m_context); }

    void drawColumnHead(Perspective perspective, const Rect& line) {
        const std::string part = "column." + keyOf(perspective);
        const std::size_t cards = cardCount(perspective);
        const TextStyle& style = m_context.isCompact ? type::bodyStrong : type::title;
        const double baseline = line.y + baselineOffset(style.size, line.height);
        const double width =
            m_to.text(part, {line.x, baseline}, labelOf(perspective), style, {Role::ink}, line.width * 0.6);
        const double count = m_to.text(part + ".count", {line.x + width + 8, baseline}, std::to_string(cards),
                                       type::body, {Role::muted}, line.width * 0.2);
        if (cards > 1 && !m_context.isCompact)
            m_to.text(part + ".hint", {line.right(), baseline}, "ranked, drag to change", type::caption, {Role::muted},
                      line.width - width - count - 24, Align::right);
    }

    void drawColumnEnd(Perspective perspective, double top) {
        const Rect column = columnOf(perspective);
        const Rect line{column.x, top, column.width, typeLineHeight()};
        drawTypeLine(m_to, m_context, keyOf(perspective), line, "Type the next outcome and press Enter");
        if (cardCount(perspective) < fewCards)
            drawColumnPrompts(m_to, m_context, perspective, cardCount(perspective),
                              {column.x, line.bottom(), column.width, 0});
    }

    void drawBandHead() {
        const double width = m_layout.width;
        m_to.line("band", {{0, m_bandTop}, {width, m_bandTop}}, {{Role::line}, 1});
        const Rect line{m_layout.margin, m_bandTop, width - 2 * m_layout.margin, m_context.either(40, 24)};
        const TextStyle& style = m_context.isCompact ? type::bodyStrong : type::title;
        double x = line.x;
        x += lineText(m_to, "band.title", {x, line.y, line.width / 2, line.height}, "What holds them back today", style,
                      {Role::ink}) +
             8;
        x += lineText(m_to, "band.count", {x, line.y, 60, line.height}, std::to_string(m_constraints.size()),
                      type::body, {Role::muted}) +
             8;
        if (m_constraints.empty()) {
            drawTypeLine(m_to, m_context, "constraint", {line.x, m_firstRowTop, line.width, typeLineHeight()},
                         "Type the one thing that limits them now and press Enter");
            return;
        }
        const Rect button = drawButton(m_to, "band.add", {line.right(), line.y + (line.height - 24) / 2}, "add",
                                       "Add a constraint", true);
        m_to.area(button, {}, "add", "constraint");
        if (m_constraints.size() > 1)
            lineText(m_to, "band.hint", {x + m_context.either(8, 0), line.y, button.x - x - 16, line.height},
                     "most severe first", type::caption, {Role::muted});
    }

    const OutcomeBoardContext& m_context;
    PictureBuilder m_to;
    TieLayout m_layout;
    std::vector<const Constraint*> m_constraints;
    double m_bandTop = 0;
    double m_bandEnd = 0; // where it ends the board
    double m_firstRowTop = 0;
    double m_bottom = 0;
};

} // namespace

void drawTypeLine(PictureBuilder& to, const OutcomeBoardContext& context, const std::string& key, const Rect& rect,
                  std::string_view words) {
    const std::string part = "type." + key;
    const double padding = context.either(16, 12);
    Shape& box = to.box(part, rect, {Role::none}, {{Role::line}, 1, Dash::dashed}, cardRadius);
    box.altText = words;
    to.symbol(part + ".icon", {rect.x + padding, rect.center().y - 8, 16, 16}, "add", {Role::muted});
    lineText(to, part + ".words", {rect.x + padding + 24, rect.y, rect.width - 2 * padding - 24, rect.height}, words,
             type::body, {Role::muted});
    to.area(rect, {}, "add", key);
}

namespace {

void gather(OutcomeBoardContext& context) {
    for (AnyId id : context.options.selection)
        for (; id; id = context.index.ownerOf(id)) context.selection.insert(id);
    context.model.forEach<Constraint>([&](const Constraint& constraint) {
        for (const AnyId& outcome : constraint.outcomes.ids()) {
            if (context.isSelected(constraint.id)) context.tied.insert(outcome);
            if (context.isSelected(outcome)) context.tied.insert(constraint.id);
        }
    });
    context.model.forEach(context.model.plan().roadmap, [&](const model::RoadmapItem& item) {
        if (item.status == model::RoadmapStatus::stopped) return;
        for (const AnyId& constraint : item.constraints.ids()) context.work[constraint].push_back(&item);
    });
}

} // namespace

OutcomeBoardContext boardContext(const model::Model& model, const model::ModelIndex& index,
                                 const OutcomeBoardOptions& options) {
    OutcomeBoardContext context{model, index, options, false, {}, {}, {}};
    gather(context);
    const double column = (options.width - 2 * context.sideMargin() - gutterOf(options.width)) / 2;
    context.isCompact = options.viewportHeight < compactViewport || column < narrowestFullColumn;
    return context;
}

Picture outcomeBoard(const model::Model& model, const model::ModelIndex& index, const OutcomeBoardOptions& options,
                     const TextMeasure& measure) {
    const OutcomeBoardContext context = boardContext(model, index, options);
    if (model.plan().outcomes.isEmpty() && model.plan().constraints.isEmpty())
        return outcomeQuestions(context, measure);
    return OutcomeBoard(context, measure).draw();
}

} // namespace flowspine::view
