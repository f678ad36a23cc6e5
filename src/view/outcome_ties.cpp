#include "view/outcome_ties.h"

#include "model/naming.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <map>

namespace flowspine::view {

namespace {

using model::Perspective;

// With more constraints than this only the ties of the selection show.
constexpr std::size_t mostConstraintsWithAllTies = 8;
constexpr double gapAtCrossing = 6;
constexpr double bendRadius = 4;

// Where lanes run up, and which way the buses run to them. The halves meet in the middle of the board.
enum class Way : std::uint8_t {
    outLeft,  // left half to the left margin, into the left column
    inRight,  // left half to the gutter, into the right column
    inLeft,   // right half to the gutter, into the left column
    outRight, // right half to the right margin, into the right column
};

bool runsLeft(Way way) {
    return way == Way::outLeft || way == Way::inLeft;
}

bool entersLeftEdge(Way way) {
    return way == Way::outLeft || way == Way::inRight;
}

// The part of a constraint's ties that they share: up from its card, along a bus, up a lane.
struct Trunk {
    const PlacedConstraint* from = nullptr;
    Way way = Way::outLeft;
    std::size_t bus = 0;
    double lane = 0;
};

struct Port {
    const PlacedOutcome* outcome = nullptr;
    const Trunk* trunk = nullptr;
    double y = 0;
};

struct Tie {
    const Port* port = nullptr;
    bool isLit = false;
    std::vector<Point> points;
};

// Ties of cards that are covered end so far above what covers them.
constexpr double coveredTieRise = 7;

double onPixel(double value) {
    return std::round(value) + 0.5;
}

bool isInLeftHalf(const TieLayout& layout, const PlacedConstraint& constraint) {
    return constraint.rect.center().x < layout.width / 2;
}

Way wayOf(const TieLayout& layout, const PlacedConstraint& constraint, const model::Outcome& outcome) {
    const bool toLeftColumn = outcome.perspective == Perspective::peopleServed;
    if (isInLeftHalf(layout, constraint)) return toLeftColumn ? Way::outLeft : Way::inRight;
    return toLeftColumn ? Way::inLeft : Way::outRight;
}

bool isLit(const OutcomeBoardContext& context, const PlacedConstraint& constraint, const PlacedOutcome& outcome) {
    return context.isSelected(constraint.constraint->id) || context.isSelected(outcome.outcome->id);
}

class TieRouter {
  public:
    TieRouter(const OutcomeBoardContext& context, const TieLayout& layout) : m_context(context), m_layout(layout) {
        collect();
        orderTrunks();
        setLanes();
        setPorts();
    }

    [[nodiscard]] const std::vector<Trunk>& trunks() const { return m_trunks; }

    [[nodiscard]] std::vector<Tie> ties() const {
        std::vector<Tie> ties;
        for (const Port& port : m_ports)
            ties.push_back({&port, isLit(m_context, *port.trunk->from, *port.outcome), pathTo(port)});
        // Lit ones last, so that they lie above the others.
        std::stable_partition(ties.begin(), ties.end(), [](const Tie& tie) { return !tie.isLit; });
        return ties;
    }

  private:
    void collect() {
        const bool onlyLit = m_layout.constraints.size() > mostConstraintsWithAllTies;
        std::map<AnyId, const PlacedOutcome*> placed;
        for (const PlacedOutcome& outcome : m_layout.outcomes) placed[outcome.outcome->id] = &outcome;
        std::vector<std::pair<std::size_t, const PlacedOutcome*>> ends; // trunk, outcome
        for (const PlacedConstraint& constraint : m_layout.constraints) {
            std::array<std::size_t, 4> trunkOf;
            trunkOf.fill(m_trunks.max_size());
            std::vector<AnyId> seen;
            for (const AnyId& id : constraint.constraint->outcomes.ids()) {
                const auto outcome = placed.find(id);
                if (outcome == placed.end() || std::find(seen.begin(), seen.end(), id) != seen.end()) continue;
                if (onlyLit && !isLit(m_context, constraint, *outcome->second)) continue;
                seen.push_back(id);
                const Way way = wayOf(m_layout, constraint, *outcome->second->outcome);
                std::size_t& trunk = trunkOf[static_cast<std::size_t>(way)];
                if (trunk == m_trunks.max_size()) {
                    trunk = m_trunks.size();
                    m_trunks.push_back({&constraint, way, 0, 0});
                }
                ends.emplace_back(trunk, outcome->second);
            }
        }
        for (const auto& [trunk, outcome] : ends) m_ports.push_back({outcome, &m_trunks[trunk], 0});
    }

    // Pointers into m_trunks stay: only this list of them is ordered. Within a way, the lowest row comes first, and in
    // a row the card nearest to where the buses run to. The first gets the lowest bus and the lane farthest along, so
    // that buses and lanes of one way never cross.
    void orderTrunks() {
        for (Trunk& trunk : m_trunks) m_byWay[static_cast<std::size_t>(trunk.way)].push_back(&trunk);
        for (std::vector<Trunk*>& way : m_byWay)
            std::stable_sort(way.begin(), way.end(), [](const Trunk* a, const Trunk* b) {
                if (a->from->row != b->from->row) return a->from->row > b->from->row;
                return runsLeft(a->way) ? a->from->rect.x < b->from->rect.x : a->from->rect.x > b->from->rect.x;
            });
        // The buses of a half that run out lie below those that run in.
        std::map<std::pair<std::size_t, bool>, std::size_t> busesOf;
        for (const Way way : {Way::outLeft, Way::outRight, Way::inRight, Way::inLeft})
            for (Trunk* trunk : m_byWay[static_cast<std::size_t>(way)])
                trunk->bus = busesOf[{trunk->from->row, isInLeftHalf(m_layout, *trunk->from)}]++;
    }

    void setLanes() {
        const auto& outLeft = m_byWay[static_cast<std::size_t>(Way::outLeft)];
        for (std::size_t i = 0; i < outLeft.size(); ++i)
            outLeft[i]->lane = onPixel(laneOffset(i, outLeft.size(), m_layout.margin, 8));
        const auto& outRight = m_byWay[static_cast<std::size_t>(Way::outRight)];
        for (std::size_t i = 0; i < outRight.size(); ++i)
            outRight[i]->lane = onPixel(m_layout.width - laneOffset(i, outRight.size(), m_layout.margin, 8) - 1);

        // In the gutter the lanes that come from the left stand left of those that come from the right.
        const auto& inRight = m_byWay[static_cast<std::size_t>(Way::inRight)];
        const auto& inLeft = m_byWay[static_cast<std::size_t>(Way::inLeft)];
        const std::size_t count = inRight.size() + inLeft.size();
        const double gutterLeft = m_layout.margin + m_layout.columnWidth;
        const double shift = static_cast<double>(count + 1) * 12 <= m_layout.gutter ? 0 : 4;
        const auto lane = [&](std::size_t i) {
            return onPixel(gutterLeft + shift + laneOffset(i, count, m_layout.gutter - shift, 12));
        };
        for (std::size_t i = 0; i < inRight.size(); ++i) inRight[i]->lane = lane(inRight.size() - 1 - i);
        for (std::size_t i = 0; i < inLeft.size(); ++i) inLeft[i]->lane = lane(inRight.size() + i);
    }

    // Lanes stand `pitch` apart while they fit into `room`, closer when they do not.
    static double laneOffset(std::size_t i, std::size_t count, double room, double pitch) {
        const double number = static_cast<double>(i);
        if (static_cast<double>(count + 1) * pitch <= room) return pitch * (number + 1);
        // The ends of ties reach 4 px out of the cards.
        const double first = std::min(pitch, 8.0) / 2;
        const double last = room - 8;
        return first + (last - first) * (count == 1 ? 0.5 : number / static_cast<double>(count - 1));
    }

    // On each edge of a card the tie from the lane farthest away comes in at the top: it passes above the others.
    void setPorts() {
        std::map<std::pair<const PlacedOutcome*, bool>, std::vector<Port*>> edges;
        for (Port& port : m_ports) edges[{port.outcome, entersLeftEdge(port.trunk->way)}].push_back(&port);
        const double step = m_context.either(14, 12);
        for (auto& [edge, ports] : edges) {
            const bool isLeftEdge = edge.second;
            std::stable_sort(ports.begin(), ports.end(), [isLeftEdge](const Port* a, const Port* b) {
                return isLeftEdge ? a->trunk->lane < b->trunk->lane : a->trunk->lane > b->trunk->lane;
            });
            const Rect& card = edge.first->rect;
            const double gaps = static_cast<double>(ports.size() - 1);
            const double first = ports.size() == 1 ? m_context.either(24, 20) : m_context.either(20, 16);
            const double between = gaps > 0 ? std::min(step, (card.height - first - 12) / gaps) : 0;
            for (std::size_t i = 0; i < ports.size(); ++i)
                ports[i]->y = std::min(onPixel(card.y + first + between * static_cast<double>(i)),
                                       onPixel(m_layout.outcomesBottom - coveredTieRise));
        }
    }

    [[nodiscard]] std::vector<Point> pathTo(const Port& port) const {
        const Trunk& trunk = *port.trunk;
        const Rect& card = trunk.from->rect;
        const double x = onPixel(card.x + (runsLeft(trunk.way) ? 40 : 56));
        const double busY =
            onPixel(card.y - m_context.either(8, 5) - static_cast<double>(trunk.bus) * m_context.either(8, 6));
        const Rect& outcome = port.outcome->rect;
        const double edge = entersLeftEdge(trunk.way) ? outcome.x : outcome.right();
        return {{x, card.y}, {x, busY}, {trunk.lane, busY}, {trunk.lane, port.y}, {edge, port.y}};
    }

    const OutcomeBoardContext& m_context;
    const TieLayout& m_layout;
    std::vector<Trunk> m_trunks;
    std::vector<Port> m_ports;
    std::array<std::vector<Trunk*>, 4> m_byWay;
};

// The points on horizontal stretches of `tie` where other constraints' ties pass, in order along it.
std::vector<std::pair<std::size_t, double>> crossings(const Tie& tie, const std::vector<Tie>& all) {
    std::vector<std::pair<std::size_t, double>> found; // stretch, x
    for (const Tie& other : all) {
        if (other.port->trunk->from == tie.port->trunk->from) continue;
        for (const std::size_t across : {std::size_t{1}, std::size_t{3}})
            for (const std::size_t up : {std::size_t{0}, std::size_t{2}}) {
                const double x = other.points[up].x;
                const double y = tie.points[across].y;
                const auto [left, right] = std::minmax(tie.points[across].x, tie.points[across + 1].x);
                const auto [top, bottom] = std::minmax(other.points[up].y, other.points[up + 1].y);
                if (x > left + 1 && x < right - 1 && y > top + 1 && y < bottom - 1) found.emplace_back(across, x);
            }
    }
    std::sort(found.begin(), found.end(), [&](const auto& a, const auto& b) {
        if (a.first != b.first) return a.first < b.first;
        return tie.points[a.first].x < tie.points[a.first + 1].x ? a.second < b.second : a.second > b.second;
    });
    return found;
}

void drawTie(PictureBuilder& to, const OutcomeBoardContext& context, const Tie& tie, const std::vector<Tie>& all) {
    const model::Constraint& constraint = *tie.port->trunk->from->constraint;
    const model::Outcome& outcome = *tie.port->outcome->outcome;
    to.setEntity(constraint.id);
    const Stroke stroke = tie.isLit ? Stroke{{Role::accent}, 1.5} : Stroke{{Role::muted, 70, Role::ground}, 1};
    const std::string part = "tie." + std::string(outcome.id.text());
    const std::string tip = tieTip(context.model, constraint.id, outcome.id);
    std::size_t pieces = 0;
    const auto draw = [&](std::vector<Point> points) {
        Line line;
        line.points = std::move(points);
        line.stroke = stroke;
        line.bendRadius = bendRadius;
        to.add(pieces == 0 ? part : part + "." + std::to_string(pieces), std::move(line)).tip = tip;
        ++pieces;
    };

    std::vector<Point> piece{tie.points[0]};
    std::size_t at = 0;
    for (const auto& [stretch, x] : crossings(tie, all)) {
        while (at < stretch) piece.push_back(tie.points[++at]);
        const bool toRight = tie.points[stretch].x < tie.points[stretch + 1].x;
        const double half = toRight ? gapAtCrossing / 2 : -gapAtCrossing / 2;
        const double y = tie.points[stretch].y;
        const bool isInGap = toRight ? x - half <= piece.back().x : x - half >= piece.back().x;
        if (!isInGap) {
            piece.push_back({x - half, y});
            draw(std::move(piece));
        }
        piece = {{x + half, y}};
    }
    piece.insert(piece.end(), tie.points.begin() + static_cast<std::ptrdiff_t>(at) + 1, tie.points.end());
    draw(std::move(piece));
    const Point end = tie.points.back();
    const double left = entersLeftEdge(tie.port->trunk->way) ? end.x - 3.5 : end.x + 1.5;
    to.box(part + ".end", {left, end.y - 4, 2, 8}, stroke.paint);
}

} // namespace

std::string tieTip(const model::Model& model, const AnyId& constraint, const AnyId& outcome) {
    return "“" + visible(model::shortName(model, constraint), 200) + "” holds back “" +
           visible(model::shortName(model, outcome), 200) + "”";
}

std::vector<std::size_t> busesByRow(const OutcomeBoardContext& context, const TieLayout& layout) {
    const TieRouter router(context, layout);
    std::vector<std::size_t> buses;
    for (const Trunk& trunk : router.trunks()) {
        const std::size_t row = trunk.from->row;
        if (row >= buses.size()) buses.resize(row + 1, 0);
        buses[row] = std::max(buses[row], trunk.bus + 1);
    }
    return buses;
}

double busZoneHeight(const OutcomeBoardContext& context, std::size_t buses) {
    return context.either(8, 5) + static_cast<double>(buses) * context.either(8, 6);
}

void drawTies(PictureBuilder& to, const OutcomeBoardContext& context, const TieLayout& layout) {
    const TieRouter router(context, layout);
    const std::vector<Tie> ties = router.ties();
    for (const Tie& tie : ties) drawTie(to, context, tie, ties);
    to.setEntity({});
}

} // namespace flowspine::view
