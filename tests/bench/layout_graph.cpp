#include "bench/layout_graph.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <map>
#include <sstream>
#include <unordered_map>

namespace flowspine::bench {

namespace {

using view::FlowBox;
using view::FlowEdge;
using view::FlowLayoutInput;
using view::Point;
using view::Rect;

constexpr double pointsPerInch = 72;
constexpr int piecesPerCurve = 8;
constexpr double mayEnter = 2; // px

// Cells of a square grid, with what lies in each.
class Cells {
  public:
    explicit Cells(double size) : m_size(size) {}

    template <class F>
    void forEach(const Rect& rect, F&& f) {
        const auto at = [&](double place) { return static_cast<std::int64_t>(std::floor(place / m_size)); };
        for (std::int64_t y = at(rect.y); y <= at(rect.bottom()); ++y)
            for (std::int64_t x = at(rect.x); x <= at(rect.right()); ++x)
                f(m_cells[(y << 32U) + x],
                  Rect{static_cast<double>(x) * m_size, static_cast<double>(y) * m_size, m_size, m_size});
    }

  private:
    double m_size;
    std::unordered_map<std::int64_t, std::vector<std::size_t>> m_cells;
};

struct Segment {
    Point a;
    Point b;
    std::size_t line = 0;
};

Rect around(const Segment& segment) {
    return {std::min(segment.a.x, segment.b.x), std::min(segment.a.y, segment.b.y), std::abs(segment.a.x - segment.b.x),
            std::abs(segment.a.y - segment.b.y)};
}

double side(Point a, Point b, Point p) {
    return (b.x - a.x) * (p.y - a.y) - (b.y - a.y) * (p.x - a.x);
}

// Where two segments cross inside both of them.
bool crossing(const Segment& first, const Segment& second, Point& at) {
    const double a = side(second.a, second.b, first.a);
    const double b = side(second.a, second.b, first.b);
    const double c = side(first.a, first.b, second.a);
    const double d = side(first.a, first.b, second.b);
    if (!((a < 0 && b > 0) || (a > 0 && b < 0)) || !((c < 0 && d > 0) || (c > 0 && d < 0))) return false;
    const double share = a / (a - b);
    at = {first.a.x + (first.b.x - first.a.x) * share, first.a.y + (first.b.y - first.a.y) * share};
    return true;
}

// Liang and Barsky: whether a part of the segment lies inside.
bool enters(const Segment& segment, const Rect& rect) {
    double low = 0;
    double high = 1;
    const auto clip = [&](double start, double delta, double from, double to) {
        if (delta == 0) return start > from && start < to;
        double first = (from - start) / delta;
        double last = (to - start) / delta;
        if (first > last) std::swap(first, last);
        low = std::max(low, first);
        high = std::min(high, last);
        return low < high;
    };
    return clip(segment.a.x, segment.b.x - segment.a.x, rect.x, rect.right()) &&
           clip(segment.a.y, segment.b.y - segment.a.y, rect.y, rect.bottom());
}

} // namespace

FlowLayoutInput layoutGraph(std::size_t steps) {
    FlowLayoutInput flow;
    flow.laneCount = 10;
    std::uint64_t state = 20261124;
    const auto below = [&](std::size_t limit) {
        state = state * 6364136223846793005ULL + 1442695040888963407ULL;
        return static_cast<std::size_t>(state >> 33U) % limit;
    };
    const std::size_t links = steps * 13 / 10;
    const std::size_t reach = static_cast<std::size_t>(std::lround(4 * std::pow(steps, 0.2)));
    for (std::size_t b = 0; b < steps; ++b) {
        FlowBox box;
        box.isStart = b == 0;
        box.lane = below(flow.laneCount);
        flow.boxes.push_back(box);
        if (b > 0) flow.edges.push_back({b - 1 - below(std::min(b, reach)), b});
    }
    const std::size_t back = links * 4 / 100;
    while (flow.edges.size() < links) {
        const std::size_t to = 1 + below(steps - 1);
        const std::size_t from = to - 1 - below(std::min(to, 2 * reach));
        if (flow.edges.size() + back >= links)
            flow.edges.push_back({to, from, true});
        else
            flow.edges.push_back({from, to});
    }
    return flow;
}

DrawingFaults faultsOf(const FlowLayoutInput& flow, const Drawing& drawing) {
    DrawingFaults faults;
    std::vector<Segment> segments;
    for (std::size_t l = 0; l < drawing.lines.size(); ++l)
        for (std::size_t i = 0; i + 1 < drawing.lines[l].size(); ++i)
            segments.push_back({drawing.lines[l][i], drawing.lines[l][i + 1], l});

    Cells crossed(96);
    for (std::size_t s = 0; s < segments.size(); ++s) {
        const FlowEdge& own = flow.edges[segments[s].line];
        crossed.forEach(around(segments[s]), [&](std::vector<std::size_t>& others, const Rect& cell) {
            for (const std::size_t o : others) {
                const FlowEdge& other = flow.edges[segments[o].line];
                if (own.from == other.from || own.from == other.to || own.to == other.from || own.to == other.to)
                    continue;
                Point at;
                // Counted in the one cell that it lies in.
                if (crossing(segments[s], segments[o], at) && at.x >= cell.x && at.x < cell.right() && at.y >= cell.y &&
                    at.y < cell.bottom())
                    ++faults.crossings;
            }
            others.push_back(s);
        });
    }

    Cells filled(192);
    for (std::size_t b = 0; b < drawing.boxes.size(); ++b) {
        std::vector<std::size_t> hit;
        filled.forEach(drawing.boxes[b], [&](std::vector<std::size_t>& others, const Rect&) {
            for (const std::size_t other : others)
                if (drawing.boxes[b].intersects(drawing.boxes[other])) hit.push_back(other);
            others.push_back(b);
        });
        std::sort(hit.begin(), hit.end());
        faults.overlaps += static_cast<std::size_t>(std::unique(hit.begin(), hit.end()) - hit.begin());
    }
    std::vector<bool> isThrough(drawing.lines.size(), false);
    for (const Segment& segment : segments) {
        const FlowEdge& own = flow.edges[segment.line];
        filled.forEach(around(segment), [&](const std::vector<std::size_t>& boxes, const Rect&) {
            for (const std::size_t b : boxes) {
                if (b == own.from || b == own.to) continue;
                const Rect& box = drawing.boxes[b];
                if (enters(segment,
                           {box.x + mayEnter, box.y + mayEnter, box.width - 2 * mayEnter, box.height - 2 * mayEnter}))
                    isThrough[segment.line] = true;
            }
        });
    }
    faults.throughBoxes = static_cast<std::size_t>(std::count(isThrough.begin(), isThrough.end(), true));
    return faults;
}

std::string inGraphviz(const FlowLayoutInput& flow) {
    std::ostringstream text;
    text << "digraph flow { rankdir=LR; newrank=true; node [shape=box, fixedsize=true, label=\"\", width="
         << flow.boxes.front().width / pointsPerInch << ", height=" << flow.boxes.front().height / pointsPerInch
         << "];\n";
    for (std::size_t lane = 0; lane < flow.laneCount; ++lane) {
        text << "subgraph cluster_" << lane << " {";
        for (std::size_t b = 0; b < flow.boxes.size(); ++b)
            if (flow.boxes[b].lane == lane) text << " n" << b << ";";
        text << " }\n";
    }
    for (const FlowEdge& edge : flow.edges) text << 'n' << edge.from << " -> n" << edge.to << ";\n";
    text << "}\n";
    return text.str();
}

Drawing fromGraphviz(const std::string& plain, const FlowLayoutInput& flow) {
    Drawing drawing;
    drawing.boxes.resize(flow.boxes.size());
    drawing.lines.resize(flow.edges.size());
    std::map<std::pair<std::size_t, std::size_t>, std::vector<std::size_t>> open; // links by their ends
    for (std::size_t e = flow.edges.size(); e > 0; --e)
        open[{flow.edges[e - 1].from, flow.edges[e - 1].to}].push_back(e - 1);
    std::istringstream lines(plain);
    const auto place = [](const std::string& name) { return static_cast<std::size_t>(std::stoul(name.substr(1))); };
    for (std::string line; std::getline(lines, line);) {
        std::istringstream words(line);
        std::string kind;
        words >> kind;
        if (kind == "node") {
            std::string name;
            double x = 0;
            double y = 0;
            double width = 0;
            double height = 0;
            words >> name >> x >> y >> width >> height;
            drawing.boxes.at(place(name)) = {(x - width / 2) * pointsPerInch, (y - height / 2) * pointsPerInch,
                                             width * pointsPerInch, height * pointsPerInch};
        } else if (kind == "edge") {
            std::string from;
            std::string to;
            std::size_t count = 0;
            words >> from >> to >> count;
            std::vector<Point> control(count);
            for (Point& point : control) {
                words >> point.x >> point.y;
                point.x *= pointsPerInch;
                point.y *= pointsPerInch;
            }
            auto& candidates = open.at({place(from), place(to)});
            std::vector<Point>& out = drawing.lines[candidates.back()];
            candidates.pop_back();
            out.push_back(control.front());
            for (std::size_t i = 0; i + 3 < count; i += 3) {
                for (int piece = 1; piece <= piecesPerCurve; ++piece) {
                    const double t = static_cast<double>(piece) / piecesPerCurve;
                    const double u = 1 - t;
                    const auto mix = [&](double a, double b, double c, double d) {
                        return u * u * u * a + 3 * u * u * t * b + 3 * u * t * t * c + t * t * t * d;
                    };
                    out.push_back({mix(control[i].x, control[i + 1].x, control[i + 2].x, control[i + 3].x),
                                   mix(control[i].y, control[i + 1].y, control[i + 2].y, control[i + 3].y)});
                }
            }
        }
    }
    return drawing;
}

} // namespace flowspine::bench
