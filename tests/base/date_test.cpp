#include "base/date.h"

#include "base/clock.h"
#include "support/random.h"

#include <catch2/catch.hpp>

#include <cstdlib>

using namespace flowspine;
using base::Date;
using base::Duration;
using base::Period;

TEST_CASE("every day from year 1 to 9999 reads back as it is written") {
    const Date first = *base::makeDate(1, 1, 1);
    const Date last = *base::makeDate(9999, 12, 31);
    std::string before;
    for (Date day = first; day <= last; day = base::addDays(day, 1)) {
        const std::string text = base::toText(day);
        if (base::parseDate(text) != day) FAIL(text);
        if (!(before < text)) FAIL(before << " is not before " << text);
        before = text;
    }
    CHECK(base::toText(first) == "0001-01-01");
    CHECK(base::toText(last) == "9999-12-31");
    CHECK(base::toText(Date{0}) == "1970-01-01");
}

TEST_CASE("days that do not exist and other forms are no dates") {
    CHECK(base::parseDate("2024-02-29").has_value());
    CHECK(base::parseDate("2000-02-29").has_value());
    for (const char* text :
         {"2023-02-29", "1900-02-29", "2024-13-01", "2024-00-10", "2024-01-00", "2024-04-31", "0000-01-01", "2024-1-1",
          "2024-01-1x", "24-01-01", "2024/01/01", "2024-01-01T00:00", "", " 2024-01-01", "+024-01-01", "2024-01- 1"})
        CHECK_FALSE(base::parseDate(text).has_value());
    CHECK_FALSE(base::makeDate(10000, 1, 1).has_value());
    CHECK_FALSE(base::makeDate(2024, 1, -1).has_value());
}

TEST_CASE("dates in words") {
    CHECK(base::toWords(*base::parseDate("2026-11-24")) == "24 Nov 2026");
    CHECK(base::toShortWords(*base::parseDate("2026-05-01")) == "1 May");
}

TEST_CASE("durations read back as they are written") {
    test::Random random(11);
    for (int i = 0; i < 20'000; ++i) {
        const Duration duration{random.between(-3'600'000'000, 3'600'000'000)};
        const std::string text = base::toText(duration);
        if (base::parseDuration(text) != duration) FAIL(text);
    }
    CHECK(base::toText(Duration{0}) == "PT0S");
    CHECK(base::toText(Duration{56 * 3600}) == "PT56H");
    CHECK(base::toText(Duration{5430}) == "PT1H30M30S");
    CHECK(base::toText(Duration{-39}) == "-PT39S");
    CHECK(base::fromHours(1.5).seconds == 5400);
    CHECK(base::hours(Duration{5400}) == 1.5);
}

TEST_CASE("other forms are no durations") {
    for (const char* text : {"PT", "P1D", "PT1D", "PT1.5H", "PT1M1H", "PT1H1H", "PT01H", "PT-1H", "1H", "PT1", "PTH",
                             "PT1000001H", "PT99999999999999999999H", "--PT1H", "PT1H ", ""})
        CHECK_FALSE(base::parseDuration(text).has_value());
    CHECK(base::parseDuration("PT1000000H").has_value());
    CHECK_FALSE(base::parseDuration("PT1000000H1S").has_value());
}

TEST_CASE("periods read back as they are written") {
    test::Random random(12);
    for (int i = 0; i < 20'000; ++i) {
        const auto count = [&random] {
            return random.chance(50) ? 0 : static_cast<std::int32_t>(random.between(0, 9999));
        };
        const Period period{count(), count(), count(), count()};
        if (period == Period{}) continue;
        const std::string text = base::toText(period);
        if (base::parsePeriod(text) != period) FAIL(text);
    }
    for (const char* text : {"P", "P0D", "P1H", "PT1H", "P1D1W", "P10000D", "P-1D", "P1.5M", "1M", ""})
        CHECK_FALSE(base::parsePeriod(text).has_value());
}

TEST_CASE("periods in words") {
    CHECK(base::toWords(Period{0, 1, 0, 0}) == "every month");
    CHECK(base::toWords(Period{0, 3, 0, 0}) == "every 3 months");
    CHECK(base::toWords(Period{1, 6, 0, 0}) == "every year and 6 months");
}

TEST_CASE("a period after a day that the month lacks ends on its last day") {
    const Date january = *base::parseDate("2024-01-31");
    CHECK(base::toText(base::addPeriod(january, {0, 1, 0, 0})) == "2024-02-29");
    CHECK(base::toText(base::addPeriod(january, {0, 1, 0, 0}, 3)) == "2024-04-30");
    CHECK(base::toText(base::addPeriod(january, {1, 0, 0, 0})) == "2025-01-31");
    CHECK(base::toText(base::addPeriod(january, {0, 0, 2, 1})) == "2024-02-15");
    CHECK(base::toText(base::addPeriod(january, {0, 11, 0, 0})) == "2024-12-31");
}

TEST_CASE("today is fixed by SOURCE_DATE_EPOCH, and by nothing that is no number of seconds") {
    const base::FixedClock clock(*base::parseDate("2026-11-23"));
    const auto todayWith = [&clock](const char* value) {
        setenv("SOURCE_DATE_EPOCH", value, 1);
        const Date today = base::reproducibleToday(clock);
        unsetenv("SOURCE_DATE_EPOCH");
        return base::toText(today);
    };
    CHECK(todayWith("0") == "1970-01-01");
    CHECK(todayWith("1700000000") == "2023-11-14");
    for (const char* value : {"", "-1", "soon", "17e8", "99999999999999999999", "253402300800"})
        CHECK(todayWith(value) == "2026-11-23");
    CHECK(base::reproducibleToday(clock) == clock.today());
}

TEST_CASE("adding periods never leaves the calendar") {
    const Date today = *base::makeDate(2026, 11, 24);
    const Period longest{9999, 9999, 9999, 9999};
    CHECK(base::toText(base::addPeriod(today, longest, 1'000'000)) == "9999-12-31");
    CHECK(base::toText(base::addPeriod(today, longest, -1'000'000)) == "0001-01-01");
    CHECK(base::toText(base::addPeriod(*base::makeDate(2026, 1, 31), Period{0, 1, 0, 0})) == "2026-02-28");
}
