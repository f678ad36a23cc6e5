#include "view/roadmap_page_bands.h"

#include <algorithm>
#include <cmath>
#include <memory>

namespace flowspine::view {
namespace {

// A measure's own scale: its smallest and largest value within the row.
struct Scale {
    double low = 0;
    double high = 0;
    double top = 0;
    double height = 0;

    [[nodiscard]] double y(double value) const {
        if (high - low <= 0) return top + height / 2;
        return top + height * (1 - (value - low) / (high - low));
    }
};

Scale scaleOf(const PageMeasure& measure) {
    std::vector<double> values;
    for (const PagePoint& point : measure.points) values.push_back(point.value);
    for (const PageMeasure::Stop& stop : measure.stops) values.push_back(stop.value);
    if (measure.target) values.push_back(*measure.target);
    if (values.empty()) return {};
    const auto [low, high] = std::minmax_element(values.begin(), values.end());
    return {*low, *high, 0, 0};
}

// The part of a line from a to b that lies between `left` and `right`.
std::optional<std::pair<Point, Point>> between(Point a, Point b, double left, double right) {
    if (a.x > b.x) std::swap(a, b);
    if (b.x < left || a.x > right) return std::nullopt;
    const auto at = [&](double x) { return Point{x, b.x == a.x ? a.y : a.y + (b.y - a.y) * (x - a.x) / (b.x - a.x)}; };
    return std::pair{a.x < left ? at(left) : a, b.x > right ? at(right) : b};
}

class MeasureRow {
  public:
    MeasureRow(PagePen& pen, const PageMeasure& measure, const PageAxis& axis, const RoadmapType& type, double top)
        : m_pen(pen), m_measure(measure), m_axis(axis), m_type(type), m_scale(scaleOf(measure)) {
        m_scale.top = top + 13;
        m_scale.height = type.measureHeight - 26;
    }

    void draw() {
        drawPath();
        drawStops();
        drawReadings();
        drawTarget();
    }

  private:
    [[nodiscard]] Point at(const PagePoint& point) const { return {m_axis.x(point.date), m_scale.y(point.value)}; }

    // The straight way from the first value to the target.
    void drawPath() {
        if (m_measure.points.empty() || !m_measure.target || !m_measure.targetDate) return;
        const Point goal{m_axis.x(*m_measure.targetDate), m_scale.y(*m_measure.target)};
        if (const auto part = between(at(m_measure.points.front()), goal, m_axis.left(), m_axis.end()))
            m_pen.rule(part->first, part->second, {{Role::muted}, 0.8, Dash::dotted});
    }

    void drawStops() {
        for (const PageMeasure::Stop& stop : m_measure.stops) {
            const double y = m_scale.y(stop.value);
            const auto part = between({m_axis.x(stop.from), y}, {m_axis.x(base::addDays(stop.to, 1)), y}, m_axis.left(),
                                      m_axis.end());
            if (!part) continue;
            m_pen.rule(part->first, part->second, {{Role::bad}, 1, Dash::dashed});
            m_pen.textOn(m_axis.groundAt(part->second.x + 6), {part->second.x + 4, y + 2.4},
                         "stop " + withUnit(stop.value, m_measure.unit), m_type.note, {Role::bad});
        }
    }

    void drawReadings() {
        const std::vector<PagePoint>& points = m_measure.points;
        if (points.empty()) return;
        for (std::size_t i = 1; i < points.size(); ++i)
            if (const auto part = between(at(points[i - 1]), at(points[i]), m_axis.left(), m_axis.end()))
                m_pen.rule(part->first, part->second, {{Role::ink}, 1.2});
        bool isLastShown = false;
        for (std::size_t i = 0; i < points.size(); ++i) {
            if (!m_axis.shows(points[i].date)) continue;
            const bool isLast = i + 1 == points.size();
            m_pen.circle(at(points[i]), isLast ? 2.9 : 1.7, {Role::ink}, {{Role::none}, 0});
            isLastShown = isLastShown || isLast;
        }
        // Words stand on the side that the way to the target does not take.
        const bool goesDown = m_measure.target && *m_measure.target < points.front().value;
        if (isLastShown && points.size() > 1) {
            const Point last = at(points.back());
            m_pen.textOn(m_axis.groundAt(last.x), {last.x + 3.5, last.y - 4}, withUnit(points.back().value, {}),
                         m_type.value, {Role::ink});
        }
        if (m_axis.window().isFirst) {
            const PagePoint& first = points.front();
            const bool isShown = m_axis.shows(first.date);
            double y = m_scale.y(first.value);
            if (!isShown) y = heightAtLeft().value_or(y);
            const double x = isShown ? std::max(at(first).x, m_axis.left() + 3) : m_axis.left() + 3;
            m_pen.textOn(m_axis.groundAt(x), {x, goesDown || !m_measure.target ? y - 4.5 : y + 10},
                         withUnit(first.value, m_measure.unit) + " on " + base::toWords(first.date), m_type.note,
                         {Role::muted});
        }
    }

    // Where the readings, or the way to the target, come in from the left.
    [[nodiscard]] std::optional<double> heightAtLeft() const {
        std::vector<Point> line;
        for (const PagePoint& point : m_measure.points) line.push_back(at(point));
        if (line.size() == 1 && m_measure.target && m_measure.targetDate)
            line.push_back({m_axis.x(*m_measure.targetDate), m_scale.y(*m_measure.target)});
        for (std::size_t i = 1; i < line.size(); ++i)
            if (line[i - 1].x < m_axis.left() && line[i].x >= m_axis.left())
                if (const auto part = between(line[i - 1], line[i], m_axis.left(), m_axis.end())) return part->first.y;
        return std::nullopt;
    }

    void drawTarget() {
        if (!m_measure.target) return;
        const double y = m_scale.y(*m_measure.target);
        const std::string value = withUnit(*m_measure.target, m_measure.unit);
        const bool isDated = m_measure.targetDate.has_value();
        const std::string when = isDated ? "by " + base::toWords(*m_measure.targetDate) : "no date";
        if (isDated && *m_measure.targetDate < m_axis.window().from) return;
        const bool isBeyond = !isDated || *m_measure.targetDate > m_axis.lastDay();
        if (isBeyond && !m_axis.window().goesOn) return;
        const double width = m_pen.measure().width(value, m_type.value) + 4 + m_pen.measure().width(when, m_type.note);
        double x = isBeyond ? m_axis.end() + 8 : m_axis.x(*m_measure.targetDate);
        x = std::max(x, m_axis.left() + 8);
        x = std::min(x, m_axis.right() - 4);
        double textX = x + 7;
        double baseline = y + 2.8;
        if (textX + width > m_axis.right()) {
            textX = std::max(m_axis.left() + 4, m_axis.right() - width - 2);
            baseline = y - 6;
        }
        const double valueWidth =
            m_pen.textOn(m_axis.groundAt(textX), {textX, baseline}, value, m_type.value, {Role::good});
        m_pen.textOn(m_axis.groundAt(textX), {textX + valueWidth + 4, baseline}, when, m_type.note, {Role::muted});
        m_pen.circle({x, y}, 3.8, {Role::paper}, {{Role::good}, 1.4});
    }

    PagePen& m_pen;
    const PageMeasure& m_measure;
    const PageAxis& m_axis;
    const RoadmapType& m_type;
    Scale m_scale;
};

} // namespace

Band measureBand(const PageMeasure& measure, const PageAxis& axis, const RoadmapType& type) {
    Band band;
    band.id = measure.id;
    band.title = measure.name;
    band.notes = {measure.note};
    band.isLight = true;
    band.padding = 0;
    BandRow row;
    row.height = type.measureHeight;
    row.draw = [&measure, axis, type](PagePen& pen, double top) {
        pen.setEntity(measure.id);
        MeasureRow(pen, measure, axis, type, top).draw();
        pen.setEntity({});
    };
    band.rows.push_back(std::move(row));
    return band;
}

} // namespace flowspine::view
