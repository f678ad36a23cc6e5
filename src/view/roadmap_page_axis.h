// The time axis of the printed roadmap: a stretch before the roadmap starts, increments of equal length, and an open
// end. What does not fit one sheet's width is split into windows that overlap by one increment.
#pragma once

#include "model/model.h"
#include "view/page_pen.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace flowspine::view {

using base::Date;

// The increments of a plan, counted from 0 at its start.
struct Increments {
    Date start;
    int days = 91;
    Date today;

    [[nodiscard]] Date startOf(int increment) const { return base::addDays(start, increment * days); }
    [[nodiscard]] int at(Date date) const; // negative before the start
    [[nodiscard]] int current() const { return std::max(0, at(today)); }
};

// The plan's start; without one, the first day of the month of its first item, or of `today`.
[[nodiscard]] Increments incrementsOf(const model::Model& model, Date today);

// What one sheet shows.
struct AxisWindow {
    Date from; // earlier than the first increment when there is a past to show
    int firstIncrement = 0;
    int count = 1;
    bool isFirst = true;
    bool goesOn = true; // ends in "and on" instead of being continued on another sheet
};

// Windows of increments 0 to `last` for sheets whose axis is `width` points wide, each increment at least
// `narrowest` points. `from`: the first day of the first window.
[[nodiscard]] std::vector<AxisWindow> axisWindows(const Increments& increments, Date from, int last, double width,
                                                  double narrowest);

class PageAxis {
  public:
    // `left` and `right` bound the axis on the sheet.
    PageAxis(const Increments& increments, const AxisWindow& window, double left, double right);

    static constexpr double height = 30;

    [[nodiscard]] const AxisWindow& window() const { return m_window; }
    [[nodiscard]] const Increments& increments() const { return m_increments; }
    [[nodiscard]] double left() const { return m_left; }
    [[nodiscard]] double right() const { return m_right; }
    // Where the last increment ends; what lies right of it has no dates.
    [[nodiscard]] double end() const { return m_end; }
    [[nodiscard]] double incrementWidth() const { return m_pointsPerDay * m_increments.days; }
    // Of the start of that day; not limited to the sheet.
    [[nodiscard]] double x(Date date) const;
    [[nodiscard]] bool shows(Date date) const;
    [[nodiscard]] Date lastDay() const;
    // The ground there, for text that covers the grid.
    [[nodiscard]] Paint groundAt(double x) const;
    // Right of today in this window; nullopt when today is not on it.
    [[nodiscard]] std::optional<double> today() const;

    // Tones and grid lines from the axis to `bottom`.
    void drawGround(PagePen& pen, double top, double bottom) const;
    void drawHead(PagePen& pen, double top, const TextStyle& title, const TextStyle& note) const;
    void drawToday(PagePen& pen, double top, double bottom) const;
    void drawTodayFlag(PagePen& pen, double top, const TextStyle& note) const;

  private:
    [[nodiscard]] Paint groundOf(int increment) const;
    [[nodiscard]] Rect todayFlag(const TextMeasure& measure, double top, const TextStyle& note) const;

    Increments m_increments;
    AxisWindow m_window;
    double m_left;
    double m_right;
    double m_end = 0;
    double m_pointsPerDay = 1;
};

} // namespace flowspine::view
