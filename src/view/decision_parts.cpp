#include "view/decision_parts.h"

#include "view/card_parts.h"
#include "view/time_text.h"
#include "view/type_styles.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr double padding = 12;
constexpr double barWidth = 84;

// Short times in hours and minutes.
std::string daysText(double days, double hoursPerDay) {
    if (days >= 1 || days <= 0) return shortNumber(days) + (days == 1 ? " day" : " days");
    return timeText(base::fromHours(days * hoursPerDay), hoursPerDay);
}

// Key words and what they mean, one pair after another, on as many lines as they need.
class HelpLines {
  public:
    HelpLines(PictureBuilder& to, Point topLeft, double right)
        : m_to(to), m_left(topLeft.x), m_right(right), m_at(topLeft) {}

    void say(std::string_view key, std::string_view words) {
        const std::string part = "help." + std::to_string(m_number++);
        const double width =
            m_to.measure().width(key, type::captionStrong) + 4 + m_to.measure().width(words, type::caption);
        if (m_at.x + width > m_right && m_at.x > m_left) newLine(22);
        const Rect line{m_at.x, m_at.y, std::min(width + 1, m_right - m_at.x), 20};
        const double taken = lineText(m_to, part + ".key", line, key, type::captionStrong, {Role::ink});
        lineText(m_to, part, {line.x + taken + 4, line.y, line.width - taken - 4, line.height}, words, type::caption,
                 {Role::muted});
        m_at.x += width + 24;
    }
    void newLine(double height) { m_at = {m_left, m_at.y + height}; }
    [[nodiscard]] double bottom() const { return m_at.y + 20; }

  private:
    PictureBuilder& m_to;
    double m_left;
    double m_right;
    Point m_at;
    int m_number = 0;
};

} // namespace

void drawDecisionTime(PictureBuilder& to, const DecisionRow& row, const Rect& cell, double longestDays,
                      double hoursPerDay) {
    const Rect line{cell.x + padding, cell.y + 8, cell.width - padding, 20};
    const std::optional<double>& days = row.right->decisionDays;
    if (!days) {
        drawIconWords(to, "within", {line.x, cell.y, line.width, cell.height},
                      {"warning", "no time", type::captionStrong, 14}, {Role::warn});
        return;
    }
    const bool waits = row.step != nullptr && row.step->waitTime.has_value();
    lineText(to, "within", line, daysText(*days, hoursPerDay), type::body, {Role::ink});
    const double wait = waits ? base::hours(*row.step->waitTime) / hoursPerDay : 0;
    const double longest = std::max(longestDays, wait);
    const double width = std::min(barWidth, line.width - 4);
    const auto along = [&](double value) { return longest > 0 ? width * std::clamp(value / longest, 0.0, 1.0) : 0; };
    const double y = line.bottom() + 2;
    to.box("within.track", {line.x, y, width, 4}, {Role::line}, {{Role::none}, 0}, 2);
    if (*days > 0) to.box("within.bar", {line.x, y, std::max(2.0, along(*days)), 4}, {Role::ink}, {{Role::none}, 0}, 2);
    if (!waits) return;
    to.box("within.tick", {line.x + std::clamp(along(wait), 0.0, width - 2), y - 3, 2, 10}, {Role::ink});
    constexpr double rounding = 0.01;
    lineText(to, "within.wait", {line.x, y + 6, line.width, 16},
             "step waits " + timeText(*row.step->waitTime, hoursPerDay), type::caption,
             {*days > wait + rounding ? Role::warn : Role::muted});
}

double drawDecisionHelp(PictureBuilder& to, Point topLeft, double right) {
    HelpLines lines(to, topLeft, right);
    lines.say("A", "decides, one per row; in RAPID agrees");
    lines.say("R", "does or recommends");
    lines.say("D", "in DACI drives; in RAPID decides");
    lines.say("P", "performs");
    lines.say("C", "is asked");
    lines.say("I", "is told; in RAPID gives input");
    lines.newLine(26);
    lines.say("Letter", "sets it");
    lines.say("Space", "clears");
    lines.say("Arrows", "move");
    lines.say("Shift+letter", "makes this role the only decider");
    lines.say("F2", "renames the decision");
    return lines.bottom();
}

} // namespace flowspine::view
