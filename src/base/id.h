// Identifiers of plan entities. An id is short text that starts with the prefix of its kind ("step-4k7m2q9x1d3v"),
// lives inline without allocation, compares bytewise and never depends on a name. Empty means "none".
#pragma once

#include <array>
#include <compare>
#include <cstdint>
#include <cstring>
#include <functional>
#include <string_view>

namespace flowspine::base {

class AnyId {
  public:
    // Longest id text in bytes; longer text is not an id.
    static constexpr std::size_t maxLength = 31;

    constexpr AnyId() = default;

    // Accepts 1 to maxLength characters of [A-Za-z0-9_.-]; anything else gives the empty id.
    explicit constexpr AnyId(std::string_view text) {
        if (!isIdText(text)) return;
        for (std::size_t i = 0; i < text.size(); ++i) m_text[i] = text[i];
        m_size = static_cast<std::uint8_t>(text.size());
    }

    [[nodiscard]] static constexpr bool isIdText(std::string_view text) {
        if (text.empty() || text.size() > maxLength) return false;
        for (const char c : text) {
            const bool ok = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' ||
                            c == '_' || c == '.';
            if (!ok) return false;
        }
        return true;
    }

    [[nodiscard]] constexpr std::string_view text() const { return {m_text.data(), m_size}; }
    [[nodiscard]] constexpr bool isEmpty() const { return m_size == 0; }
    explicit constexpr operator bool() const { return m_size != 0; }

    // Unused bytes are zero, so comparing the whole array compares the texts.
    friend bool operator==(const AnyId& a, const AnyId& b) { return std::memcmp(&a, &b, sizeof(AnyId)) == 0; }
    friend std::strong_ordering operator<=>(const AnyId& a, const AnyId& b) {
        return std::memcmp(a.m_text.data(), b.m_text.data(), maxLength) <=> 0;
    }

    [[nodiscard]] std::size_t hash() const {
        std::array<std::uint64_t, 4> words{};
        std::memcpy(words.data(), this, sizeof(AnyId));
        std::uint64_t h = 0x9E3779B97F4A7C15ULL;
        for (const std::uint64_t word : words) {
            h = (h ^ word) * 0xFF51AFD7ED558CCDULL;
            h ^= h >> 32U;
        }
        return static_cast<std::size_t>(h);
    }

  private:
    std::array<char, maxLength> m_text{};
    std::uint8_t m_size = 0;
};

static_assert(sizeof(AnyId) == 32);

// An id that is known to name an entity of type T. Adds no data to AnyId.
template <class T>
class Id : public AnyId {
  public:
    constexpr Id() = default;
    explicit constexpr Id(std::string_view text) : AnyId(text) {}
    explicit constexpr Id(const AnyId& id) : AnyId(id) {}
};

} // namespace flowspine::base

template <>
struct std::hash<flowspine::base::AnyId> {
    std::size_t operator()(const flowspine::base::AnyId& id) const noexcept { return id.hash(); }
};
template <class T>
struct std::hash<flowspine::base::Id<T>> {
    std::size_t operator()(const flowspine::base::Id<T>& id) const noexcept { return id.hash(); }
};
