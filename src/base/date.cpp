#include "base/date.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <chrono>
#include <cmath>
#include <cstdio>

namespace flowspine::base {

namespace {

constexpr std::array<std::string_view, 12> monthNames = {"Jan", "Feb", "Mar", "Apr", "May", "Jun",
                                                         "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"};

bool readDigits(std::string_view text, std::size_t from, std::size_t count, int& out) {
    out = 0;
    for (std::size_t i = from; i < from + count; ++i) {
        if (text[i] < '0' || text[i] > '9') return false;
        out = out * 10 + (text[i] - '0');
    }
    return true;
}

// One "12H" part: a number without sign or leading zero, then its unit letter.
struct Part {
    std::int64_t count = 0;
    char unit = 0;
};

std::optional<Part> takePart(std::string_view& text) {
    Part part;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), part.count);
    if (error != std::errc() || end == text.data() + text.size() || part.count < 0) return std::nullopt;
    const auto digits = static_cast<std::size_t>(end - text.data());
    if (text[0] == '-' || (digits > 1 && text[0] == '0')) return std::nullopt;
    part.unit = *end;
    text.remove_prefix(digits + 1);
    return part;
}

std::string withUnit(std::int64_t count, char unit) {
    return count == 0 ? std::string() : std::to_string(count) + unit;
}

} // namespace

YearMonthDay yearMonthDay(Date date) {
    const std::chrono::year_month_day ymd{std::chrono::sys_days{std::chrono::days{date.days}}};
    return {static_cast<int>(ymd.year()), static_cast<int>(static_cast<unsigned>(ymd.month())),
            static_cast<int>(static_cast<unsigned>(ymd.day()))};
}

std::optional<Date> makeDate(int year, int month, int day) {
    if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31) return std::nullopt;
    const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{static_cast<unsigned>(month)},
                                          std::chrono::day{static_cast<unsigned>(day)}};
    if (!ymd.ok()) return std::nullopt;
    return Date{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

std::optional<Date> parseDate(std::string_view text) {
    int year = 0;
    int month = 0;
    int day = 0;
    if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
    if (!readDigits(text, 0, 4, year) || !readDigits(text, 5, 2, month) || !readDigits(text, 8, 2, day))
        return std::nullopt;
    return makeDate(year, month, day);
}

std::string toText(Date date) {
    const YearMonthDay d = yearMonthDay(date);
    std::array<char, 32> buffer{};
    const int size = std::snprintf(buffer.data(), buffer.size(), "%04d-%02d-%02d", d.year, d.month, d.day);
    return {buffer.data(), static_cast<std::size_t>(size)};
}

std::string_view monthName(int month) {
    return monthNames.at(static_cast<std::size_t>(month - 1));
}

std::string toShortWords(Date date) {
    const YearMonthDay d = yearMonthDay(date);
    return std::to_string(d.day) + " " + std::string(monthName(d.month));
}

std::string toWords(Date date) {
    return toShortWords(date) + " " + std::to_string(yearMonthDay(date).year);
}

Duration fromHours(double hours) {
    return Duration{static_cast<std::int64_t>(std::llround(hours * 3600.0))};
}

std::optional<Duration> parseDuration(std::string_view text) {
    constexpr std::int64_t maxSeconds = 1'000'000LL * 3600;
    const bool negative = text.starts_with('-');
    if (negative) text.remove_prefix(1);
    if (!text.starts_with("PT") || text.size() < 4) return std::nullopt;
    text.remove_prefix(2);
    std::int64_t seconds = 0;
    std::string_view unitsLeft = "HMS";
    while (!text.empty()) {
        const std::optional<Part> part = takePart(text);
        if (!part || part->count > maxSeconds) return std::nullopt;
        const std::size_t place = unitsLeft.find(part->unit);
        if (place == std::string_view::npos) return std::nullopt;
        unitsLeft.remove_prefix(place + 1);
        seconds += part->count * (part->unit == 'H' ? 3600 : part->unit == 'M' ? 60 : 1);
    }
    if (seconds > maxSeconds) return std::nullopt;
    return Duration{negative ? -seconds : seconds};
}

std::string toText(Duration duration) {
    if (duration.seconds == 0) return "PT0S";
    const std::int64_t total = std::abs(duration.seconds);
    return (duration.seconds < 0 ? "-PT" : "PT") + withUnit(total / 3600, 'H') + withUnit(total / 60 % 60, 'M') +
           withUnit(total % 60, 'S');
}

std::optional<Period> parsePeriod(std::string_view text) {
    if (!text.starts_with('P') || text.size() < 3) return std::nullopt;
    text.remove_prefix(1);
    Period period;
    std::string_view unitsLeft = "YMWD";
    while (!text.empty()) {
        const std::optional<Part> part = takePart(text);
        if (!part || part->count > 9999) return std::nullopt;
        const std::size_t place = unitsLeft.find(part->unit);
        if (place == std::string_view::npos) return std::nullopt;
        unitsLeft.remove_prefix(place + 1);
        const auto count = static_cast<std::int32_t>(part->count);
        (part->unit == 'Y'   ? period.years
         : part->unit == 'M' ? period.months
         : part->unit == 'W' ? period.weeks
                             : period.days) = count;
    }
    if (period == Period{}) return std::nullopt;
    return period;
}

std::string toText(Period period) {
    return "P" + withUnit(period.years, 'Y') + withUnit(period.months, 'M') + withUnit(period.weeks, 'W') +
           withUnit(period.days, 'D');
}

std::string toWords(Period period) {
    std::string words;
    const auto add = [&words](std::int32_t count, const char* unit) {
        if (count == 0) return;
        if (!words.empty()) words += " and ";
        words += count == 1 ? std::string(unit) : std::to_string(count) + " " + unit + "s";
    };
    add(period.years, "year");
    add(period.months, "month");
    add(period.weeks, "week");
    add(period.days, "day");
    return "every " + words;
}

Date addDays(Date date, int days) {
    return Date{date.days + days};
}

Date addPeriod(Date start, Period period, int times) {
    static const std::int64_t firstDay = makeDate(1, 1, 1)->days;
    static const std::int64_t lastDay = makeDate(9999, 12, 31)->days;
    constexpr std::int64_t monthsAYear = 12;
    const YearMonthDay from = yearMonthDay(start);
    const std::int64_t months =
        from.year * monthsAYear + from.month - 1 + (period.years * monthsAYear + period.months) * std::int64_t{times};
    const auto clamped = static_cast<int>(std::clamp(months, monthsAYear, 9999 * monthsAYear + 11));
    int day = from.day;
    std::optional<Date> sameDay;
    while (!(sameDay = makeDate(clamped / 12, clamped % 12 + 1, day))) --day;
    const std::int64_t days = sameDay->days + (period.weeks * std::int64_t{7} + period.days) * times;
    return Date{static_cast<std::int32_t>(std::clamp(days, firstDay, lastDay))};
}

} // namespace flowspine::base
