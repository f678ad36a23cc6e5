// Calendar dates, durations and periods as plain values, with their ISO 8601 texts. Proleptic Gregorian calendar.
#pragma once

#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace flowspine::base {

// A day; `days` counts from 1970-01-01. Valid years 1 to 9999.
struct Date {
    std::int32_t days = 0;
    friend auto operator<=>(const Date&, const Date&) = default;
};

struct YearMonthDay {
    int year = 1970;
    int month = 1;
    int day = 1;
};

[[nodiscard]] YearMonthDay yearMonthDay(Date date);
// nullopt when there is no such day.
[[nodiscard]] std::optional<Date> makeDate(int year, int month, int day);
// "2026-11-24"; nullopt for any other form.
[[nodiscard]] std::optional<Date> parseDate(std::string_view text);
[[nodiscard]] std::string toText(Date date);
// "24 Nov 2026", for people.
[[nodiscard]] std::string toWords(Date date);
// "24 Nov"
[[nodiscard]] std::string toShortWords(Date date);
[[nodiscard]] std::string_view monthName(int month);

// A span of work or waiting time in whole seconds. Written in hours, minutes and seconds ("PT56H", "PT1H30M"): no
// hidden day length. May be negative in memory (a health rule reports it).
struct Duration {
    std::int64_t seconds = 0;
    friend auto operator<=>(const Duration&, const Duration&) = default;
};

[[nodiscard]] constexpr double hours(Duration duration) {
    return static_cast<double>(duration.seconds) / 3600.0;
}
[[nodiscard]] Duration fromHours(double hours);
// Accepts "PT…H…M…S" with an optional leading minus; at most 1e6 hours.
[[nodiscard]] std::optional<Duration> parseDuration(std::string_view text);
[[nodiscard]] std::string toText(Duration duration);

// A calendar rhythm: "P3M", "P1Y6M", "P2W". All counts are 0 to 9999 and not all zero.
struct Period {
    std::int32_t years = 0;
    std::int32_t months = 0;
    std::int32_t weeks = 0;
    std::int32_t days = 0;
    friend auto operator<=>(const Period&, const Period&) = default;
};

[[nodiscard]] std::optional<Period> parsePeriod(std::string_view text);
[[nodiscard]] std::string toText(Period period);
// "every 3 months"
[[nodiscard]] std::string toWords(Period period);
// `times` periods after `start`, kept within the years 1 to 9999; a day that a month lacks becomes its last day.
[[nodiscard]] Date addPeriod(Date start, Period period, int times = 1);
[[nodiscard]] Date addDays(Date date, int days);

} // namespace flowspine::base
