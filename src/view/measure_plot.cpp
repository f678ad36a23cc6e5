#include "view/measure_plot.h"

#include "model/naming.h"
#include "view/type_styles.h"

#include <algorithm>
#include <cmath>
#include <limits>

namespace flowspine::view {

namespace {

using model::Date;

struct Span {
    double low = std::numeric_limits<double>::infinity();
    double high = -std::numeric_limits<double>::infinity();

    void include(double value) {
        low = std::min(low, value);
        high = std::max(high, value);
    }
    [[nodiscard]] bool isEmpty() const { return low > high; }
};

// Draws one plot; holds the scales between days and values and px.
class MeasurePlot {
  public:
    MeasurePlot(PictureBuilder& to, Point topLeft, const MeasurePlotStyle& style, const model::Measure& measure,
                const MeasureStanding& standing, Date today)
        : m_to(to), m_style(style), m_measure(measure),
          m_standing(standing), m_plot{topLeft.x + style.sideLeft, topLeft.y,
                                       style.width - style.sideLeft - style.sideRight, style.height},
          m_today(today) {
        setDays();
        setValues();
    }

    [[nodiscard]] PlotScale scale() const { return {m_plot, m_days.low, m_days.high}; }

    void draw() {
        if (m_style.hasGrid) drawGrid();
        drawLimits();
        if (m_today.days > m_days.low && m_today.days < m_days.high)
            m_to.line("plot.today", {{xOf(m_today), m_plot.y}, {xOf(m_today), m_plot.bottom()}}, hairline());
        if (m_style.hasWords)
            m_to.line("plot.floor", {{m_plot.x, m_plot.bottom()}, {m_plot.right(), m_plot.bottom()}}, hairline());
        drawPace();
        drawReadings();
        drawEnds();
        if (m_style.hasWords && !m_style.hasGrid) drawDates();
    }

  private:
    static Stroke hairline() { return {{Role::line}, 1}; }

    void setDays() {
        Span days;
        if (m_measure.baselineDate) days.include(m_measure.baselineDate->days);
        if (m_measure.targetDate) days.include(m_measure.targetDate->days);
        for (const DatedReading& reading : m_standing.readings) days.include(reading.date.days);
        for (const Date day : m_style.days) days.include(day.days);
        m_hasDays = !days.isEmpty();
        if (m_hasDays && !m_measure.targetDate) days.include(m_today.days);
        if (!m_hasDays || days.low == days.high) days = {m_hasDays ? days.low : 0, m_hasDays ? days.low + 1 : 1};
        m_days = days;
    }

    void setValues() {
        Span values;
        for (const auto& value : {m_measure.baseline, m_measure.target, m_standing.lowest, m_standing.highest})
            if (value) values.include(*value);
        for (const DatedReading& reading : m_standing.readings) values.include(reading.value);
        if (values.isEmpty()) values.include(0);
        // Room for the hatching beyond a limit.
        const double beyond = (values.high - values.low) * 0.2;
        if (m_standing.highest) values.include(*m_standing.highest + beyond);
        if (m_standing.lowest) values.include(*m_standing.lowest - beyond);
        m_values = values;
    }

    [[nodiscard]] double xOf(Date date) const {
        return m_plot.x + m_plot.width * (date.days - m_days.low) / (m_days.high - m_days.low);
    }
    [[nodiscard]] double yOf(double value) const {
        const double range = m_values.high - m_values.low;
        const double share = range > 0 && std::isfinite(range) ? (value - m_values.low) / range : 0.5;
        return m_plot.bottom() - m_style.inset - share * (m_plot.height - 2 * m_style.inset);
    }
    [[nodiscard]] Point start() const {
        return {m_measure.baselineDate ? xOf(*m_measure.baselineDate) : m_plot.x, yOf(*m_measure.baseline)};
    }
    [[nodiscard]] Point end() const {
        return {m_measure.targetDate ? xOf(*m_measure.targetDate) : m_plot.right(), yOf(*m_measure.target)};
    }

    // Values at round distances, at most six of them, and the first day of months, as many as have room.
    void drawGrid() {
        const double range = m_values.high - m_values.low;
        if (range > 0 && std::isfinite(range)) {
            double step = std::pow(10, std::floor(std::log10(range / 5)));
            for (const double each : {2.0, 2.5, 2.0})
                if (range / step > 6) step *= each;
            int number = 0;
            for (double at = std::ceil(m_values.low / step); at * step <= m_values.high && number < 12; ++at) {
                const std::string part = "plot.grid" + std::to_string(number++);
                const double y = yOf(at * step);
                m_to.line(part, {{m_plot.x, y}, {m_plot.right(), y}}, hairline());
                lineOfNumber(part + ".value", {m_plot.x - 8, y}, m_style.sideLeft - 8, at * step, type::caption,
                             {Role::muted}, Align::right);
            }
        }
        if (m_measure.target && !m_standing.hasLimits())
            m_to.line("plot.target.line",
                      {{m_plot.x, yOf(*m_measure.target)}, {m_plot.right(), yOf(*m_measure.target)}},
                      {{Role::good}, 1, Dash::dashed});
        if (m_hasDays) drawMonths();
    }

    void drawMonths() {
        constexpr double leastDistance = 56;
        constexpr double longest = 1200; // months between two lines
        const double pxPerMonth = m_plot.width / (m_days.high - m_days.low) * 30.4;
        const double every = std::max(1.0, std::ceil(leastDistance / pxPerMonth));
        if (every > longest) return;
        base::YearMonthDay at = base::yearMonthDay(Date{static_cast<std::int32_t>(m_days.low)});
        for (int number = 0;; ++number) {
            at.month += number == 0 ? 1 : static_cast<int>(every);
            at.year += (at.month - 1) / 12;
            at.month = (at.month - 1) % 12 + 1;
            const std::optional<Date> first = base::makeDate(at.year, at.month, 1);
            if (!first || first->days > m_days.high) return;
            const double x = xOf(*first);
            const std::string part = "plot.month" + std::to_string(number);
            m_to.line(part, {{x, m_plot.y}, {x, m_plot.bottom()}}, {{Role::line, 60, Role::paper}, 1});
            std::string words(base::monthName(at.month).substr(0, 3));
            if (number == 0 || at.month <= static_cast<int>(every)) words += ' ' + std::to_string(at.year);
            m_to.text(part + ".name", {x + 4, m_plot.bottom() + 14}, words, type::caption, {Role::muted},
                      std::max(0.0, m_plot.right() + m_style.sideRight - x - 8));
        }
    }

    void drawLimits() {
        if (m_standing.highest) drawLimit("plot.highest", yOf(*m_standing.highest), m_plot.y);
        if (m_standing.lowest) drawLimit("plot.lowest", yOf(*m_standing.lowest), m_plot.bottom());
    }

    // A red line, hatched towards `edge`, the forbidden side.
    void drawLimit(const std::string& part, double y, double edge) {
        const double top = std::min(y, edge);
        const double height = std::abs(y - edge);
        constexpr double pitch = 8;
        int number = 0;
        for (double foot = m_plot.x - height + pitch / 2; foot < m_plot.right(); foot += pitch) {
            const double from = std::max(foot, m_plot.x);
            const double to = std::min(foot + height, m_plot.right());
            if (to - from < 1) continue;
            const double bottom = top + height;
            m_to.line(part + ".hatch" + std::to_string(number++),
                      {{from, bottom - (from - foot)}, {to, bottom - (to - foot)}}, {{Role::bad, 38}, 1});
        }
        m_to.line(part, {{m_plot.x, y}, {m_plot.right(), y}}, {{Role::bad}, 1});
    }

    void drawPace() {
        if (m_measure.baseline && m_measure.target && !m_standing.hasLimits())
            m_to.line("plot.pace", {start(), end()}, {{Role::muted, 75}, 1, Dash::dotted});
    }

    void drawReadings() {
        std::vector<Point> points;
        if (m_measure.baseline) points.push_back(start());
        for (const DatedReading& reading : m_standing.readings)
            points.push_back({xOf(reading.date), yOf(reading.value)});
        if (m_standing.readings.empty()) return;
        const Paint paint{m_standing.tone};
        if (points.size() > 1) m_to.line("plot.readings", points, {paint, 1.5});
        const bool isHollow = m_measure.kind == model::MeasureKind::leading;
        for (const DatedReading& reading : m_standing.readings) {
            const bool isLast = &reading == &m_standing.readings.back();
            if (!isLast && !m_style.hasAllDots) continue;
            const double radius = isLast ? 4.25 : 2.75; // the half of its outline included
            const Rect dot{xOf(reading.date) - radius, yOf(reading.value) - radius, 2 * radius, 2 * radius};
            m_to.setEntity(reading.id);
            Shape& shape =
                m_to.box("dot", dot, isHollow ? Paint{Role::paper} : paint, {paint, 1.5}, 0, Outline::ellipse);
            shape.tip = base::toWords(reading.date) + ": " + model::numberText(reading.value) + " " +
                        visible(m_measure.unit, 40);
            shape.altText = "Reading of " + visible(m_measure.name, 200) + ", " + shape.tip;
        }
        m_to.setEntity(m_measure.id);
    }

    void drawEnds() {
        if (m_measure.baseline) {
            const Point at = start();
            m_to.line("plot.baseline", {{at.x, at.y - 4}, {at.x, at.y + 4}}, {{Role::muted}, 1.5});
            if (m_style.hasWords && !m_style.hasGrid)
                lineOfNumber("plot.baseline.value", {m_plot.x - 8, at.y}, m_style.sideLeft - 8, *m_measure.baseline,
                             type::caption, {Role::muted}, Align::right);
        }
        if (m_measure.target) {
            const Point at = end();
            m_to.box("plot.target", {at.x - 4.5, at.y - 4.5, 9, 9}, {Role::paper}, {{Role::ink}, 1.25}, 0,
                     Outline::lozenge);
            if (m_style.hasWords)
                lineOfNumber("plot.target.value", {m_plot.right() + 8, at.y}, m_style.sideRight - 8, *m_measure.target,
                             type::captionStrong, {Role::ink}, Align::left);
        }
    }

    void lineOfNumber(const std::string& part, Point at, double room, double value, const TextStyle& style, Paint paint,
                      Align align) {
        m_to.text(part, {at.x, at.y + 4}, plotNumber(value, m_measure.unit), style, paint, room, align);
    }

    void drawDates() {
        if (!m_hasDays) return;
        const double y = m_plot.bottom() + 14;
        const double room = (m_plot.width - 8) / 2;
        const auto words = [](double day) { return base::toWords(Date{static_cast<std::int32_t>(day)}); };
        m_to.text("plot.start", {m_plot.x, y}, words(m_days.low), type::caption, {Role::muted}, room);
        m_to.text("plot.end", {m_plot.right(), y}, words(m_days.high), type::caption, {Role::muted}, room,
                  Align::right);
    }

    PictureBuilder& m_to;
    const MeasurePlotStyle& m_style;
    const model::Measure& m_measure;
    const MeasureStanding& m_standing;
    Rect m_plot;
    Date m_today;
    Span m_days;
    Span m_values;
    bool m_hasDays = false;
};

} // namespace

PlotScale drawMeasurePlot(PictureBuilder& to, Point topLeft, const MeasurePlotStyle& style,
                          const model::Measure& measure, const MeasureStanding& standing, Date today) {
    MeasurePlot plot(to, topLeft, style, measure, standing, today);
    plot.draw();
    return plot.scale();
}

} // namespace flowspine::view
