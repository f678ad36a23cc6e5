#include "view/overview_parts.h"

#include <algorithm>
#include <numeric>

namespace flowspine::view {

namespace {

constexpr double laneGap = 2;
constexpr double widestLane = 48;
constexpr double ribbonInLane = 10;
constexpr double roomyGap = 14;
constexpr double narrowGap = 8;

// Places of things of one column in the order in which they stand, with the lane that passes it.
struct Stack {
    std::vector<std::size_t> nodes;
    std::optional<std::size_t> laneAt; // before that place of `nodes`
};

class ColumnPlacer {
  public:
    ColumnPlacer(const OverviewContext& context, const std::vector<SightCard>& cards)
        : m_context(context), m_cards(cards), m_wish(cards.size()), m_gap(context.isCompact ? narrowGap : roomyGap) {
        m_places.cards.resize(cards.size());
        for (const SightTie& tie : context.sight.ties)
            if (isPassing(tie)) ++m_passing;
    }

    SightPlaces place(double top, double height) {
        std::array<Stack, sightColumns> stacks;
        for (std::size_t i = 0; i < sightColumns; ++i)
            for (std::size_t node = start(i); node < start(i + 1); ++node)
                if (m_context.isShown[node]) stacks[i].nodes.push_back(node);
        const auto tallest = [&] {
            double most = 0;
            for (std::size_t i = 0; i < sightColumns; ++i) most = std::max(most, heightOf(i, stacks[i]));
            return most;
        };
        if (tallest() > height) m_gap = narrowGap;
        const double bottom = top + std::max(height, tallest());
        spread(stacks[0], top, bottom);
        for (std::size_t i = 1; i < sightColumns; ++i) {
            wish(i, stacks[i], bottom);
            settle(i, stacks[i], top, bottom);
        }
        m_places.bottom = bottom;
        return std::move(m_places);
    }

  private:
    [[nodiscard]] std::size_t start(std::size_t column) const { return m_context.sight.columnStarts[column]; }
    [[nodiscard]] SightColumn columnOf(std::size_t node) const { return m_context.sight.nodes[node].column; }
    // From a flow to a roadmap item, with no fixed item between.
    [[nodiscard]] bool isPassing(const SightTie& tie) const {
        return m_context.isShown[tie.from] && m_context.isShown[tie.to] && columnOf(tie.from) == SightColumn::flows &&
               columnOf(tie.to) == SightColumn::roadmap;
    }
    [[nodiscard]] double laneHeight() const {
        return std::min(widestLane, static_cast<double>(m_passing) * (ribbonInLane + laneGap));
    }
    [[nodiscard]] static bool hasLane(std::size_t column) {
        return column == static_cast<std::size_t>(SightColumn::teams) ||
               column == static_cast<std::size_t>(SightColumn::spine);
    }
    [[nodiscard]] double captionHeight(std::size_t column) const {
        return column == static_cast<std::size_t>(SightColumn::spine) ? 20 : 0;
    }
    [[nodiscard]] double gap() const { return m_gap; }

    [[nodiscard]] double heightOf(std::size_t column, const Stack& stack) const {
        double height = 0;
        for (const std::size_t node : stack.nodes) height += m_cards[node].height + gap();
        if (hasLane(column) && m_passing > 0) height += laneHeight() + captionHeight(column) + gap();
        return height;
    }

    // The outcomes stand in their order over the whole height.
    void spread(const Stack& stack, double top, double bottom) {
        std::vector<WishedPlace> wishes;
        const double share = (bottom - top) / static_cast<double>(std::max<std::size_t>(1, stack.nodes.size()));
        for (std::size_t i = 0; i < stack.nodes.size(); ++i)
            wishes.push_back({m_cards[stack.nodes[i]].height, top + share * (static_cast<double>(i) + 0.5)});
        put(0, stack, placedNear(wishes, gap(), top, bottom));
    }

    // Each wants to stand at the mean of what it is tied to on the left; those that nothing leads to come last.
    void wish(std::size_t column, Stack& stack, double bottom) {
        std::vector<double> sums(m_cards.size());
        std::vector<std::size_t> counts(m_cards.size());
        for (const SightTie& tie : m_context.sight.ties) {
            if (static_cast<std::size_t>(columnOf(tie.to)) != column) continue;
            if (!m_context.isShown[tie.from] || !m_context.isShown[tie.to]) continue;
            const bool passes = isPassing(tie) && !m_places.spineLane.isEmpty();
            sums[tie.to] += passes ? m_places.spineLane.center().y : m_places.cards[tie.from].center().y;
            ++counts[tie.to];
        }
        for (const std::size_t node : stack.nodes)
            if (counts[node] > 0) m_wish[node] = sums[node] / static_cast<double>(counts[node]);
        std::stable_sort(stack.nodes.begin(), stack.nodes.end(), [&](std::size_t a, std::size_t b) {
            if (m_wish[a].has_value() != m_wish[b].has_value()) return m_wish[a].has_value();
            return m_wish[a] && m_wish[b] && *m_wish[a] < *m_wish[b] - 0.5;
        });
        if (column == static_cast<std::size_t>(SightColumn::spine)) groupByBounds(stack);
        if (hasLane(column) && m_passing > 0) {
            stack.laneAt = lanePlace(column, stack, bottom);
        }
    }

    // Below the teams that do work; in the spine where the lane comes from, with as many of those that nothing leads
    // to below it as find room there.
    [[nodiscard]] std::size_t lanePlace(std::size_t column, const Stack& stack, double bottom) const {
        const auto isIdle = [&](std::size_t node) { return !m_wish[node].has_value(); };
        const auto firstIdle = std::find_if(stack.nodes.begin(), stack.nodes.end(), isIdle);
        const auto end = static_cast<std::size_t>(firstIdle - stack.nodes.begin());
        if (column == static_cast<std::size_t>(SightColumn::teams)) return end;
        const double wish = m_places.teamLane.center().y;
        std::size_t at = stack.nodes.size();
        for (double room = bottom - wish - laneHeight() / 2; at > end; --at) {
            room -= m_cards[stack.nodes[at - 1]].height + gap();
            if (room < 0) break;
        }
        if (at > end) return at;
        while (at > 0 && *m_wish[stack.nodes[at - 1]] > wish && m_cards[stack.nodes[at - 1]].indent == 0) --at;
        return at;
    }

    // What is adaptable stands under the first shown item that bounds it.
    void groupByBounds(Stack& stack) {
        std::vector<std::size_t> order;
        std::unordered_map<AnyId, std::vector<std::size_t>> under;
        std::vector<std::size_t> roots;
        for (const std::size_t node : stack.nodes) {
            AnyId bound;
            if (m_cards[node].indent > 0)
                for (const AnyId& id : m_context.model.find(model::Id<model::SpineItem>(nodeId(node)))->within.ids())
                    if (const auto found = m_context.sight.find(id);
                        bound.isEmpty() && found && m_context.isShown[*found] && m_cards[*found].indent == 0)
                        bound = id;
            if (bound.isEmpty())
                roots.push_back(node);
            else
                under[bound].push_back(node);
        }
        for (const std::size_t node : roots) {
            order.push_back(node);
            const auto found = under.find(nodeId(node));
            if (found == under.end()) continue;
            for (const std::size_t child : found->second) {
                order.push_back(child);
                if (m_wish[node] && !m_wish[child]) m_wish[child] = m_wish[node];
            }
        }
        stack.nodes = std::move(order);
    }

    [[nodiscard]] const AnyId& nodeId(std::size_t node) const { return m_context.sight.nodes[node].id; }

    void settle(std::size_t column, const Stack& stack, double top, double bottom) {
        std::vector<WishedPlace> wishes;
        const auto addLane = [&] {
            std::optional<double> middle;
            if (hasLane(column) && !m_places.teamLane.isEmpty()) middle = m_places.teamLane.center().y;
            wishes.push_back({laneHeight() + captionHeight(column), middle});
        };
        for (std::size_t i = 0; i < stack.nodes.size(); ++i) {
            if (stack.laneAt == i) addLane();
            wishes.push_back({m_cards[stack.nodes[i]].height, m_wish[stack.nodes[i]]});
        }
        if (stack.laneAt == stack.nodes.size()) addLane();
        std::vector<double> tops = placedNear(wishes, gap(), top, bottom);
        if (stack.laneAt) {
            const SightSpan& span = m_context.columns[column];
            Rect& lane =
                column == static_cast<std::size_t>(SightColumn::teams) ? m_places.teamLane : m_places.spineLane;
            lane = {span.x, tops[*stack.laneAt] + captionHeight(column), span.width, laneHeight()};
            tops.erase(tops.begin() + static_cast<std::ptrdiff_t>(*stack.laneAt));
        }
        put(column, stack, tops);
    }

    void put(std::size_t column, const Stack& stack, const std::vector<double>& tops) {
        const SightSpan& span = m_context.columns[column];
        for (std::size_t i = 0; i < stack.nodes.size(); ++i) {
            const SightCard& card = m_cards[stack.nodes[i]];
            m_places.cards[stack.nodes[i]] = {span.x + card.indent, tops[i], span.width - card.indent, card.height};
        }
    }

    const OverviewContext& m_context;
    const std::vector<SightCard>& m_cards;
    std::vector<std::optional<double>> m_wish;
    SightPlaces m_places;
    double m_gap;
    std::size_t m_passing = 0;
};

} // namespace

// Least squares under an order: without gaps the upper edges must not decrease, and neighbours that would are put to
// their common mean (pool adjacent violators).
std::vector<double> placedNear(const std::vector<WishedPlace>& wishes, double gap, double top, double bottom) {
    struct Pool {
        double sum = 0;
        double weight = 0;
        std::size_t count = 0;
        [[nodiscard]] double mean() const { return sum / weight; }
    };
    constexpr double weightOfNoWish = 1e-6;
    std::vector<Pool> pools;
    double before = 0;
    for (const WishedPlace& wish : wishes) {
        // Without a wish it follows what stands above it.
        const double last = pools.empty() ? top : pools.back().mean();
        const double weight = wish.middle ? 1 : weightOfNoWish;
        Pool pool{weight * (wish.middle ? *wish.middle - wish.height / 2 - before : last), weight, 1};
        before += wish.height + gap;
        while (!pools.empty() && pools.back().mean() > pool.mean()) {
            pool.sum += pools.back().sum;
            pool.weight += pools.back().weight;
            pool.count += pools.back().count;
            pools.pop_back();
        }
        pools.push_back(pool);
    }
    const double lowest = std::max(top, bottom - (before - gap));
    std::vector<double> tops;
    double offset = 0;
    for (const Pool& pool : pools)
        for (std::size_t i = 0; i < pool.count; ++i) {
            tops.push_back(std::clamp(pool.mean(), top, lowest) + offset);
            offset += wishes[tops.size() - 1].height + gap;
        }
    return tops;
}

SightPlaces placeCards(const OverviewContext& context, const std::vector<SightCard>& cards, double top, double height) {
    return ColumnPlacer(context, cards).place(top, height);
}

} // namespace flowspine::view
