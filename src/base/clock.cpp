#include "base/clock.h"

#include <charconv>
#include <cstdlib>
#include <cstring>
#include <ctime>

namespace flowspine::base {

Date SystemClock::today() const {
    const std::time_t now = std::time(nullptr);
    std::tm local{};
    localtime_r(&now, &local);
    return makeDate(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday).value_or(Date{});
}

Date reproducibleToday(const Clock& clock) {
    constexpr std::int64_t secondsPerDay = 86'400;
    if (const char* text = std::getenv("SOURCE_DATE_EPOCH")) {
        std::int64_t seconds = 0;
        const char* end = text + std::strlen(text);
        const auto [rest, error] = std::from_chars(text, end, seconds);
        if (error == std::errc() && rest == end && seconds >= 0 && seconds < 253'402'300'800)
            return Date{static_cast<std::int32_t>(seconds / secondsPerDay)};
    }
    return clock.today();
}

} // namespace flowspine::base
