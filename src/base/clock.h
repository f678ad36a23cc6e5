// Today's date and the time of day, injected so that tests and reproducible output can fix them.
#pragma once

#include "base/date.h"

namespace flowspine::base {

class Clock {
  public:
    virtual ~Clock() = default;
    // In the user's time zone.
    [[nodiscard]] virtual Date today() const = 0;
};

class SystemClock final : public Clock {
  public:
    [[nodiscard]] Date today() const override;
};

class FixedClock final : public Clock {
  public:
    explicit FixedClock(Date date) : m_date(date) {}
    [[nodiscard]] Date today() const override { return m_date; }

  private:
    Date m_date;
};

// SOURCE_DATE_EPOCH when it is set (so that the same input gives the same bytes), else today.
[[nodiscard]] Date reproducibleToday(const Clock& clock);

} // namespace flowspine::base
