#include "view/roadmap_page_axis.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace flowspine::view {
namespace {

constexpr double hairline = 0.7;
// The open end is as wide as this part of an increment.
constexpr double openEnd = 0.6;

Date firstOfMonth(Date date) {
    const base::YearMonthDay parts = base::yearMonthDay(date);
    return base::makeDate(parts.year, parts.month, 1).value_or(date);
}

Date nextMonth(Date date) {
    return base::addPeriod(firstOfMonth(date), {0, 1, 0, 0});
}

// "1 Oct – 30 Dec 2026"
std::string rangeText(Date from, Date to) {
    const bool oneYear = base::yearMonthDay(from).year == base::yearMonthDay(to).year;
    return (oneYear ? base::toShortWords(from) : base::toWords(from)) + " – " + base::toWords(to);
}

} // namespace

int Increments::at(Date date) const {
    const int passed = date.days - start.days;
    return passed >= 0 ? passed / days : -((-passed + days - 1) / days);
}

Increments incrementsOf(const model::Model& model, Date today) {
    Increments increments;
    increments.today = today;
    const model::Plan& plan = model.plan();
    const double weeks = std::clamp(plan.incrementWeeks.value_or(13), 1.0, 520.0);
    increments.days = static_cast<int>(std::lround(weeks * 7));
    if (plan.roadmapStart) {
        increments.start = *plan.roadmapStart;
        return increments;
    }
    Date first = today;
    model.forEach(plan.roadmap, [&](const model::RoadmapItem& item) {
        if (item.start) first = std::min(first, *item.start);
    });
    increments.start = firstOfMonth(first);
    return increments;
}

std::vector<AxisWindow> axisWindows(const Increments& increments, Date from, int last, double width, double narrowest) {
    const double before = static_cast<double>(increments.start.days - from.days) / increments.days;
    const int count = last + 1;
    const double perSheet = width / narrowest;
    if (count + before + openEnd <= perSheet) return {{from, 0, count, true, true}};

    // Later windows repeat the last increment of the one before, and have no past to show.
    std::vector<AxisWindow> windows;
    int first = 0;
    while (true) {
        const double past = first == 0 ? before : 0;
        int fitting = std::max(1, static_cast<int>(std::floor(perSheet - past)));
        const bool isLast = first + fitting >= count && count - first + openEnd + past <= std::max(perSheet, 2.0);
        if (!isLast) fitting = std::max(first == 0 ? 1 : 2, std::min(fitting, count - first));
        const int shown = isLast ? count - first : fitting;
        windows.push_back({first == 0 ? from : increments.startOf(first), first, shown, first == 0, isLast});
        if (isLast) return windows;
        first += shown > 1 ? shown - 1 : 1;
    }
}

PageAxis::PageAxis(const Increments& increments, const AxisWindow& window, double left, double right)
    : m_increments(increments), m_window(window), m_left(left), m_right(right) {
    const Date end = increments.startOf(window.firstIncrement + window.count);
    const double days = end.days - window.from.days + (window.goesOn ? openEnd * increments.days : 0);
    m_pointsPerDay = (right - left) / days;
    m_end = x(end);
}

double PageAxis::x(Date date) const {
    return m_left + (date.days - m_window.from.days) * m_pointsPerDay;
}

Date PageAxis::lastDay() const {
    return base::addDays(m_increments.startOf(m_window.firstIncrement + m_window.count), -1);
}

bool PageAxis::shows(Date date) const {
    return date >= m_window.from && date <= lastDay();
}

std::optional<double> PageAxis::today() const {
    if (!shows(m_increments.today)) return std::nullopt;
    return x(m_increments.today);
}

// From the second increment after the current one on, the paper steps to the ground in three tones.
Paint PageAxis::groundOf(int increment) const {
    constexpr std::array<std::uint8_t, 4> tones = {0, 35, 65, 100};
    const int step = std::clamp(increment - m_increments.current() - 1, 0, 3);
    return step == 0 ? Paint{Role::paper} : Paint{Role::ground, tones[static_cast<std::size_t>(step)], Role::paper};
}

Paint PageAxis::groundAt(double x) const {
    if (x >= m_end && m_window.goesOn) return groundOf(m_window.firstIncrement + m_window.count);
    return groundOf(m_increments.at(base::addDays(m_window.from, static_cast<int>((x - m_left) / m_pointsPerDay))));
}

void PageAxis::drawGround(PagePen& pen, double top, double bottom) const {
    const int last = m_window.firstIncrement + m_window.count;
    for (int i = m_window.firstIncrement; i <= last; ++i) {
        if (i == last && !m_window.goesOn) break;
        const double from = x(m_increments.startOf(i));
        const double to = i == last ? m_right : x(m_increments.startOf(i + 1));
        if (const Paint tone = groundOf(i); tone.role != Role::paper)
            pen.box({from, top, to - from, bottom - top}, tone);
    }
    pen.rule({m_left, top}, {m_left, bottom}, {{Role::line}, hairline});
    for (int i = m_window.firstIncrement; i <= last; ++i) {
        const double at = x(m_increments.startOf(i));
        if (at <= m_left + 1 || at >= m_right - 1) continue;
        const bool isFar = i - m_increments.current() >= 3;
        pen.rule({at, top}, {at, bottom}, {{Role::line}, hairline, isFar ? Dash::dashed : Dash::solid});
    }
}

void PageAxis::drawHead(PagePen& pen, double top, const TextStyle& title, const TextStyle& note) const {
    const double first = top + 13.5;
    const double second = top + 25.5;
    const auto drawTitle = [&](double from, double to, const std::string& name, const std::string& range,
                               std::string_view horizon) {
        const double width = pen.text({from + 5, first}, name, title, {Role::ink}, to - from - 8);
        const double horizonWidth = horizon.empty() ? 0 : pen.measure().width(horizon, note) + 6;
        const double rangeWidth = pen.measure().width(range, note);
        const double room = to - from - 8 - width;
        if (rangeWidth + horizonWidth + 8 <= room) pen.text({from + 5 + width + 8, first}, range, note, {Role::muted});
        if (horizonWidth > 0 && horizonWidth + 4 <= room)
            pen.text({to - 5, first}, horizon, note, {Role::muted}, 0, Align::right);
    };

    const Date start = m_increments.startOf(m_window.firstIncrement);
    if (m_window.from < start) drawTitle(m_left, x(start), "Before", {}, {});
    for (int i = m_window.firstIncrement; i < m_window.firstIncrement + m_window.count; ++i) {
        const Date from = m_increments.startOf(i);
        const Date to = m_increments.startOf(i + 1);
        const int ahead = i - m_increments.current();
        const std::string_view horizon = ahead < 0 ? "" : ahead == 0 ? "Now" : ahead == 1 ? "Next" : "Later";
        drawTitle(x(from), x(to), "Increment " + std::to_string(i + 1), rangeText(from, base::addDays(to, -1)),
                  horizon);
    }
    if (m_window.goesOn) drawTitle(m_end, m_right, "and on", "no end date", {});

    // Months; when they are too narrow for their names, only those that start a quarter are named.
    const double monthWidth = 30 * m_pointsPerDay;
    const bool isTodayShown = today().has_value();
    const Rect flag = todayFlag(pen.measure(), top, note);
    const Date end = lastDay();
    for (Date month = firstOfMonth(m_window.from); month <= end; month = nextMonth(month)) {
        const double at = std::max(x(month), m_left);
        if (x(month) >= m_left) pen.rule({at, top + 24}, {at, top + height}, {{Role::line}, hairline});
        const int number = base::yearMonthDay(month).month;
        const bool isNamed = monthWidth >= 22 || number % 3 == 1;
        const double nameRight = at + 3 + 2 * note.size;
        const bool isHidden = isTodayShown && at < flag.right() + 2 && nameRight > flag.x - 2;
        if (isNamed && !isHidden && x(nextMonth(month)) - at > 18)
            pen.text({at + 3, second}, base::monthName(number).substr(0, 3), note, {Role::muted});
    }
}

void PageAxis::drawToday(PagePen& pen, double top, double bottom) const {
    const std::optional<double> at = today();
    if (!at) return;
    pen.rule({*at, top + 22}, {*at, bottom}, {{Role::ink}, 1.2});
}

Rect PageAxis::todayFlag(const TextMeasure& measure, double top, const TextStyle& note) const {
    const double width = measure.width(base::toShortWords(m_increments.today), {note.size, 600}) + 10;
    const double left = std::clamp(today().value_or(m_left) - width / 2, m_left, m_right - width);
    return {left, top + 15.5, width, 13};
}

void PageAxis::drawTodayFlag(PagePen& pen, double top, const TextStyle& note) const {
    if (!today()) return;
    const TextStyle style{note.size, 600};
    const Rect flag = todayFlag(pen.measure(), top, note);
    pen.box(flag, {Role::ink}, {{Role::none}, 0}, 2.4);
    pen.text({flag.center().x, flag.center().y + 0.364 * style.size}, base::toShortWords(m_increments.today), style,
             {Role::paper}, 0, Align::center);
}

} // namespace flowspine::view
