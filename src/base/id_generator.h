// Makes new ids: a kind's prefix and 12 Crockford base-32 characters. Random in the program, counting in tests; never
// a counter kept in the file, so two branches of a plan cannot take the same id.
#pragma once

#include "base/id.h"

#include <cstdint>
#include <memory>
#include <string_view>

namespace flowspine::base {

class IdGenerator {
  public:
    virtual ~IdGenerator() = default;

    // `prefix` without the hyphen, at most 8 characters.
    [[nodiscard]] AnyId next(std::string_view prefix);

  protected:
    // 60 bits are used.
    virtual std::uint64_t nextBits() = 0;
};

// Seeded from the operating system.
[[nodiscard]] std::unique_ptr<IdGenerator> makeRandomIdGenerator();

// 1, 2, 3 … for tests and reproducible conversions.
class CountingIdGenerator final : public IdGenerator {
  public:
    explicit CountingIdGenerator(std::uint64_t first = 1) : m_next(first) {}

  protected:
    std::uint64_t nextBits() override { return m_next++; }

  private:
    std::uint64_t m_next;
};

} // namespace flowspine::base
