// A small random source that gives the same numbers everywhere, and the seed that a property test prints and repeats.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <vector>

namespace flowspine::test {

// SplitMix64 (Steele, Lea, Flood 2014). The distributions of <random> differ between standard libraries.
class Random {
  public:
    explicit Random(std::uint64_t seed) : m_state(seed) {}

    [[nodiscard]] std::uint64_t next() {
        m_state += 0x9E3779B97F4A7C15ULL;
        std::uint64_t z = m_state;
        z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9ULL;
        z = (z ^ (z >> 27U)) * 0x94D049BB133111EBULL;
        return z ^ (z >> 31U);
    }
    // 0 to count - 1; `count` is not 0. The bias of the remainder is below 2^-32 for counts used in tests.
    [[nodiscard]] std::size_t below(std::size_t count) { return static_cast<std::size_t>(next() % count); }
    // Both ends included.
    [[nodiscard]] std::int64_t between(std::int64_t low, std::int64_t high) {
        return low + static_cast<std::int64_t>(below(static_cast<std::size_t>(high - low + 1)));
    }
    [[nodiscard]] bool chance(unsigned percent) { return below(100) < percent; }
    // 0 up to but without 1.
    [[nodiscard]] double fraction() { return static_cast<double>(next() >> 11U) * 0x1.0p-53; }

    template <class T>
    [[nodiscard]] const T& pick(const std::vector<T>& from) {
        return from[below(from.size())];
    }

  private:
    std::uint64_t m_state;
};

// FLOWSPINE_SEED when it is set, else `usual`. Tests INFO() it, so that a failure can be repeated.
[[nodiscard]] std::uint64_t testSeed(std::uint64_t usual);

} // namespace flowspine::test
