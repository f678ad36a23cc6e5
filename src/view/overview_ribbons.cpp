#include "view/card_parts.h"
#include "view/overview_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <numeric>

namespace flowspine::view {

namespace {

constexpr double outcomeWidth = 40;
constexpr double plainWidth = 10;
constexpr double pxPerHour = 0.8; // of work a week, from a flow to a team
constexpr double leastWidth = 2;
constexpr double mostWidth = 2000; // before it is made to fit a card
constexpr int curvePieces = 14;
constexpr double stubLength = 20;
constexpr double stubHeight = 10;

void addCurve(std::vector<Point>& points, Point from, Point to) {
    // A cubic whose handles lie half way: level at both ends.
    for (int i = points.empty() ? 0 : 1; i <= curvePieces; ++i) {
        const double t = static_cast<double>(i) / curvePieces;
        const double s = 1 - t;
        const double middle = (from.x + to.x) / 2;
        const double x = s * s * s * from.x + 3 * s * s * t * middle + 3 * s * t * t * middle + t * t * t * to.x;
        const double y = s * s * (s + 3 * t) * from.y + t * t * (t + 3 * s) * to.y;
        points.push_back({x, y});
    }
}

struct RibbonEnd {
    std::size_t tie = 0;
    double otherY = 0;
    double width = 0;
    double y = 0;
};

class RibbonDrawer {
  public:
    RibbonDrawer(PictureBuilder& to, const OverviewContext& context, const SightPlaces& places)
        : m_to(to), m_context(context), m_places(places), m_starts(context.sight.ties.size()),
          m_ends(context.sight.ties.size()), m_isDrawn(context.sight.ties.size()) {}

    std::vector<std::vector<Point>> draw() {
        attach();
        std::vector<std::vector<Point>> curves(m_context.sight.ties.size());
        const std::vector<std::size_t> lanes = laneOrder();
        for (std::size_t i = 0; i < curves.size(); ++i) {
            if (!m_isDrawn[i]) continue;
            const SightTie& tie = m_context.sight.ties[i];
            const Point from{m_places.cards[tie.from].right(), m_starts[i].y};
            const Point to{m_places.cards[tie.to].x, m_ends[i].y};
            std::vector<Point>& points = curves[i];
            double narrowest = std::max(m_starts[i].width, m_ends[i].width);
            if (isPassing(tie)) {
                const double share = m_places.spineLane.height / static_cast<double>(m_passing);
                const double inLane = share * (static_cast<double>(lanes[i]) + 0.5);
                narrowest = std::min(narrowest, share * 0.8);
                const double teamY = m_places.teamLane.y + inLane;
                const double spineY = m_places.spineLane.y + inLane;
                addCurve(points, from, {m_places.teamLane.x, teamY});
                points.push_back({m_places.teamLane.right(), teamY});
                addCurve(points, Point(points.back()), {m_places.spineLane.x, spineY});
                points.push_back({m_places.spineLane.right(), spineY});
                addCurve(points, Point(points.back()), to);
            } else {
                addCurve(points, from, to);
            }
            drawRibbon(i, points, narrowest);
        }
        return curves;
    }

  private:
    [[nodiscard]] SightColumn columnOf(std::size_t node) const { return m_context.sight.nodes[node].column; }
    [[nodiscard]] bool isPassing(const SightTie& tie) const {
        return columnOf(tie.from) == SightColumn::flows && columnOf(tie.to) == SightColumn::roadmap;
    }

    [[nodiscard]] double widthOf(const SightTie& tie) const {
        if (columnOf(tie.from) == SightColumn::outcomes) return outcomeWidth;
        if (columnOf(tie.to) != SightColumn::teams || tie.hoursPerWeek <= 0) return plainWidth;
        return std::clamp(pxPerHour * tie.hoursPerWeek, leastWidth, mostWidth);
    }

    // The place in the lane of each tie that passes: in the order of the cards that they lead to.
    [[nodiscard]] std::vector<std::size_t> laneOrder() const {
        std::vector<std::size_t> passing;
        for (std::size_t i = 0; i < m_isDrawn.size(); ++i)
            if (m_isDrawn[i] && isPassing(m_context.sight.ties[i])) passing.push_back(i);
        std::stable_sort(passing.begin(), passing.end(),
                         [&](std::size_t a, std::size_t b) { return m_ends[a].y < m_ends[b].y; });
        std::vector<std::size_t> order(m_isDrawn.size());
        for (std::size_t at = 0; at < passing.size(); ++at) order[passing[at]] = at;
        return order;
    }

    void attach() {
        std::vector<std::vector<RibbonEnd>> starts(m_places.cards.size());
        std::vector<std::vector<RibbonEnd>> ends(m_places.cards.size());
        for (std::size_t i = 0; i < m_isDrawn.size(); ++i) {
            const SightTie& tie = m_context.sight.ties[i];
            if (!m_context.isShown[tie.from] || !m_context.isShown[tie.to]) continue;
            m_isDrawn[i] = true;
            double startY = m_places.cards[tie.from].center().y;
            double endY = m_places.cards[tie.to].center().y;
            if (isPassing(tie)) {
                ++m_passing;
                startY = m_places.spineLane.center().y;
                endY = m_places.teamLane.center().y;
            }
            starts[tie.from].push_back({i, endY, widthOf(tie), 0});
            ends[tie.to].push_back({i, startY, widthOf(tie), 0});
        }
        for (std::size_t node = 0; node < starts.size(); ++node) {
            spread(starts[node], m_places.cards[node], m_starts);
            spread(ends[node], m_places.cards[node], m_ends);
        }
    }

    // One below the other along a side of a card, narrower when they would not fit.
    static void spread(std::vector<RibbonEnd>& side, const Rect& card, std::vector<RibbonEnd>& result) {
        constexpr double corner = 6;
        const auto sum = [](double all, const RibbonEnd& end) { return all + end.width; };
        const double all = std::accumulate(side.begin(), side.end(), 0.0, sum);
        const double room = std::max(leastWidth, card.height - 2 * corner);
        const double scale = all > room ? room / all : 1;
        std::stable_sort(side.begin(), side.end(),
                         [](const RibbonEnd& a, const RibbonEnd& b) { return a.otherY < b.otherY; });
        const double free = std::max(0.0, room - all * scale);
        const double gap = std::min(6.0, free / static_cast<double>(side.size() + 1));
        double y = card.center().y - (all * scale + gap * static_cast<double>(side.size() - 1)) / 2;
        for (RibbonEnd& end : side) {
            end.width *= scale;
            end.y = y + end.width / 2;
            y += end.width + gap;
            result[end.tie] = end;
        }
    }

    [[nodiscard]] Paint paintOf(const SightTie& tie) const {
        const auto tinted = [&](std::size_t team, std::uint8_t percent) {
            const AnyId& id = m_context.sight.nodes[team].id;
            return Paint{m_context.tints.of(id), percent, Role::ground};
        };
        if (columnOf(tie.from) == SightColumn::outcomes) return {Role::muted, 16, Role::ground};
        if (columnOf(tie.to) == SightColumn::teams) return tinted(tie.to, 24);
        if (columnOf(tie.from) == SightColumn::teams) return tinted(tie.from, 34);
        return {Role::muted, 28, Role::ground};
    }

    void drawRibbon(std::size_t i, const std::vector<Point>& middle, double widest) {
        Ribbon ribbon;
        ribbon.fill = paintOf(m_context.sight.ties[i]);
        const double last = static_cast<double>(middle.size() - 1);
        for (std::size_t at = 0; at < middle.size(); ++at) {
            const double t = static_cast<double>(at) / last;
            const double width = std::min(widest, m_starts[i].width * (1 - t) + m_ends[i].width * t);
            ribbon.upper.push_back({middle[at].x, middle[at].y - width / 2});
            ribbon.lower.push_back({middle[at].x, middle[at].y + width / 2});
        }
        m_to.add("ribbon." + std::to_string(i), std::move(ribbon));
    }

    PictureBuilder& m_to;
    const OverviewContext& m_context;
    const SightPlaces& m_places;
    std::vector<RibbonEnd> m_starts;
    std::vector<RibbonEnd> m_ends;
    std::vector<bool> m_isDrawn;
    std::size_t m_passing = 0;
};

// A ribbon that was torn off: two teeth where it goes on to nowhere.
void drawTornEnd(PictureBuilder& to, const std::string& part, Point at, bool isLeft, Paint fill) {
    const double way = isLeft ? -1 : 1;
    Ribbon stub;
    stub.fill = fill;
    const double half = stubHeight / 2;
    const std::array<double, 5> reach = {1, 0.75, 1, 0.75, 1}; // of the length, from the upper edge down
    stub.upper.assign(reach.size(), {});
    stub.lower.assign(reach.size(), {});
    for (std::size_t i = 0; i < reach.size(); ++i) {
        const double y = at.y - half + stubHeight * static_cast<double>(i) / static_cast<double>(reach.size() - 1);
        stub.upper[i] = {at.x, y};
        stub.lower[i] = {at.x + way * stubLength * reach[i], y};
    }
    to.add(part, std::move(stub));
}

} // namespace

std::vector<std::vector<Point>> drawRibbons(PictureBuilder& to, const OverviewContext& context,
                                            const SightPlaces& places) {
    return RibbonDrawer(to, context, places).draw();
}

void drawTornEnds(PictureBuilder& to, const OverviewContext& context, const SightPlaces& places) {
    for (std::size_t node = 0; node < context.sight.nodes.size(); ++node) {
        if (!context.isShown[node]) continue;
        const SightNode& what = context.sight.nodes[node];
        const Rect& card = places.cards[node];
        const auto draw = [&](SightGap gap, bool isLeft) {
            if (gap == SightGap::none) return;
            const Paint paint =
                isSerious(gap) ? Paint{Role::bad, 60, Role::ground} : Paint{Role::ink, 45, Role::ground};
            to.setEntity(what.id);
            drawTornEnd(to, isLeft ? "torn.before" : "torn.after", {isLeft ? card.x : card.right(), card.center().y},
                        isLeft, paint);
            to.setEntity({});
        };
        draw(what.before, true);
        draw(what.after, false);
    }
    if (places.spineLane.isEmpty()) return;
    const Rect line{places.spineLane.x, places.spineLane.y - 20, places.spineLane.width, 16};
    const char* words = context.isCompact ? "no fixed item" : "changes the flow, no fixed item";
    lineText(to, "lane", line, words, type::caption, {Role::muted});
}

std::vector<Shape> threadShapes(const Overview& overview, const SightThread& thread) {
    constexpr double threadWidth = 6;
    std::vector<Shape> shapes;
    shapes.reserve(thread.ties.size() + thread.nodes.size());
    for (const std::size_t tie : thread.ties) {
        if (overview.curves[tie].empty()) continue;
        Line line;
        line.points = overview.curves[tie];
        line.stroke = {{Role::accent}, threadWidth};
        shapes.push_back({{}, "thread." + std::to_string(tie), std::move(line), {}, {}, {}});
    }
    for (const std::size_t node : thread.nodes) {
        if (overview.places[node].isEmpty()) continue;
        Box box{overview.places[node], Outline::rectangle, cardRadius, {Role::none}, {{Role::accent}, 2}};
        shapes.push_back({{}, "on-thread." + std::to_string(node), std::move(box), {}, {}, {}});
    }
    return shapes;
}

} // namespace flowspine::view
