#include "view/timeline_parts.h"
#include "view/type_styles.h"

#include <algorithm>
#include <array>

namespace flowspine::view {

namespace {

constexpr double flagWidth = 48;
constexpr double flagHeight = 20;

Date firstOfMonth(Date date) {
    const base::YearMonthDay parts = base::yearMonthDay(date);
    return base::makeDate(parts.year, parts.month, 1).value_or(date);
}

std::string rangeText(Date from, Date to) {
    const bool isOneYear = base::yearMonthDay(from).year == base::yearMonthDay(to).year;
    return (isOneYear ? base::toShortWords(from) : base::toWords(from)) + " – " + base::toWords(to);
}

// The percent of ground in the paper `ahead` increments after the current one.
std::uint8_t toneOf(int ahead) {
    return ahead <= 1 ? 0 : ahead == 2 ? 35 : ahead == 3 ? 65 : 100;
}

} // namespace

std::optional<double> TimelineFrame::todayX() const {
    if (!scale.shows(options.today)) return std::nullopt;
    return scale.xAt(options.today);
}

Paint TimelineFrame::groundAt(double x) const {
    if (x >= scale.right) return {Role::ground};
    const int ahead = increments.at(scale.dateAt(x)) - increments.current();
    const std::uint8_t tone = toneOf(ahead);
    return tone == 0 ? Paint{Role::paper} : Paint{Role::ground, tone};
}

double groundedText(PictureBuilder& to, const TimelineFrame& frame, const std::string& part, Point anchor,
                    std::string_view words, const TextStyle& style, Paint paint, double maxWidth) {
    const std::string shown = elided(to.measure(), words, style, maxWidth);
    if (shown.empty()) return 0;
    const double width = to.measure().width(shown, style);
    to.box(part + ".ground", {anchor.x - 2, anchor.y - style.size, width + 4, style.size * 1.35},
           frame.groundAt(anchor.x));
    return to.text(part, anchor, words, style, paint, maxWidth);
}

void drawTimelineGround(PictureBuilder& to, const TimelineFrame& frame, double bottom) {
    const TimelineScale& scale = frame.scale;
    to.box("ground", {0, 0, frame.width, bottom}, {Role::paper});
    for (int i = frame.firstIncrement; i <= frame.lastIncrement; ++i) {
        const std::uint8_t tone = toneOf(i - frame.increments.current());
        const double x = std::max(scale.xAt(frame.increments.startOf(i)), scale.left);
        const std::string part = "increment" + std::to_string(i);
        if (tone > 0)
            to.box(part + ".tone", {x, 0, scale.xAt(frame.increments.startOf(i + 1)) - x, bottom},
                   {Role::ground, tone});
        const bool isFar = i - frame.increments.current() >= 3;
        to.line(part + ".grid", {{x + 0.5, 0}, {x + 0.5, bottom}},
                {{Role::line}, 1, isFar ? Dash::dashed : Dash::solid});
    }
    to.box("open.tone", {scale.right, 0, frame.width - scale.right, bottom}, {Role::ground});
    to.line("open.grid", {{scale.right + 0.5, 0}, {scale.right + 0.5, bottom}}, {{Role::line}, 1, Dash::dashed});
    if (const auto today = frame.todayX())
        to.line("today", {{*today, frame.axisHeight - 22}, {*today, bottom}}, {{Role::ink}, 1.5});
    to.line("head.edge", {{frame.headWidth - 0.5, 0}, {frame.headWidth - 0.5, bottom}}, {{Role::line}, 1});
}

void drawTimelineAxis(PictureBuilder& to, const TimelineFrame& frame) {
    const TimelineScale& scale = frame.scale;
    const double bottom = frame.axisHeight;
    to.line("axis.edge", {{0, bottom - 0.5}, {frame.width, bottom - 0.5}}, {{Role::line}, 1});
    const auto title = [&](const std::string& part, double x, double end, const std::string& name,
                           const std::string& note, Paint paint, const TextStyle& style) {
        const double room = end - x - 12;
        if (to.measure().width(name, style) > room) return;
        const double named = to.text(part, {x + 8, 18.5}, name, style, paint);
        if (!note.empty() && named + 10 + to.measure().width(note, type::caption) <= room)
            to.text(part + ".dates", {x + 8 + named + 10, 18.5}, note, type::caption, {Role::muted});
    };
    const double firstX = scale.xAt(frame.increments.startOf(frame.firstIncrement));
    title("before", scale.left, firstX, "Before", "", {Role::muted}, type::body);
    for (int i = frame.firstIncrement; i <= frame.lastIncrement; ++i) {
        const Date from = frame.increments.startOf(i);
        const Date to1 = base::addDays(frame.increments.startOf(i + 1), -1);
        const double x = std::max(scale.xAt(from), scale.left);
        const double end = scale.xAt(frame.increments.startOf(i + 1));
        const std::string number = std::to_string(i + 1);
        const bool isWide = to.measure().width("Increment " + number, type::bodyStrong) <= end - x - 12;
        title("increment" + number + ".name", x, end, isWide ? "Increment " + number : number, rangeText(from, to1),
              {Role::ink}, type::bodyStrong);
    }
    title("open.name", scale.right, frame.width, "and on", "", {Role::ink}, type::bodyStrong);
    to.text("open.note", {scale.right + 8, bottom - 9}, "no end date", type::caption, {Role::muted},
            frame.width - scale.right - 12);

    std::optional<Rect> flag;
    if (const auto today = frame.todayX())
        flag = Rect{std::max(*today - flagWidth / 2, scale.left), bottom - 26, flagWidth, flagHeight};
    const Date last = scale.dateAt(scale.right - 1);
    int count = 0;
    for (Date month = firstOfMonth(scale.first); month <= last && count < 2400; ++count) {
        const Date next = base::addPeriod(month, {0, 1, 0, 0});
        if (next <= month) break;
        const double x = std::max(scale.xAt(month), scale.left);
        const double end = std::min(scale.xAt(next), scale.right);
        const base::YearMonthDay parts = base::yearMonthDay(month);
        const std::string part = "month" + std::to_string(parts.year * 12 + parts.month);
        const std::string name(base::monthName(parts.month).substr(0, 3));
        const double width = to.measure().width(name, type::caption);
        const Rect place{x + 4, bottom - 20, width, 14};
        to.line(part + ".tick", {{x + 0.5, bottom - 8}, {x + 0.5, bottom - 1}}, {{Role::line}, 1});
        if (width + 6 <= end - x && !(flag && flag->intersects(place)))
            to.text(part, {place.x, bottom - 9}, name, type::caption, {Role::muted});
        month = next;
    }
    // What a selected bar spans.
    for (const PageGroup& group : frame.content.groups) {
        for (const PageItem& item : group.items) {
            if (!item.hasDates || !frame.options.selection.contains(item.id)) continue;
            const double x = std::max(scale.xAt(item.start), scale.left);
            const double end = std::min(scale.xAt(base::addDays(item.end, 1)), scale.right);
            if (x < end)
                to.box("axis.range." + std::string(item.id.text()), {x, bottom - 5, end - x, 5}, {Role::accent});
        }
    }
    if (flag) {
        to.box("today.flag", *flag, {Role::ink}, {{Role::none}, 0}, 4).altText =
            "Today, " + base::toWords(frame.options.today);
        to.text("today.date", {flag->center().x, flag->y + 14}, base::toShortWords(frame.options.today),
                type::captionStrong, {Role::paper}, 0, Align::center);
    }
    to.area({scale.left, 0, frame.width - scale.left, bottom}, {}, "axis");
}

double drawLaneHead(PictureBuilder& to, const std::string& part, double top, std::string_view name, Paint tint,
                    std::string_view owner, std::string_view note, double headWidth) {
    constexpr double left = 16;
    const double room = headWidth - left - 8;
    double y = top + 10;
    y += 18 *
         static_cast<double>(to.paragraph(part + ".name", {left, y}, name, type::bodyStrong, {Role::ink}, room, 3, 18));
    y += 2;
    if (!owner.empty()) {
        if (tint.role != Role::none) to.box(part + ".tint", {left, y + 3, 8, 8}, tint, {{Role::none}, 0}, 2);
        const double indent = tint.role == Role::none ? 0 : 14;
        to.text(part + ".owner", {left + indent, y + 11}, owner, type::caption, {Role::ink}, room - indent);
        y += 16;
    }
    if (!note.empty()) {
        const std::size_t lines =
            to.paragraph(part + ".note", {left, y}, note, type::caption, {Role::muted}, room, 2, 15);
        y += 15 * static_cast<double>(lines);
    }
    return y + 10 - top;
}

} // namespace flowspine::view
