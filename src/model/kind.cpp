#include "model/kind.h"

namespace flowspine::model {

namespace {
constexpr std::array<std::string_view, kindCount> prefixes = {
    "plan", "stak", "team", "intr", "role", "outc", "meas", "read", "cons", "spin", "dcri", "asgn", "flow", "vari",
    "step", "link", "plac", "item", "cade", "revw", "rvit", "deci", "prom", "cmnt", "rply", "waiv", "rule",
};

constexpr std::uint32_t word(std::string_view text) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = (value << 8U) | static_cast<unsigned char>(text[i]);
    return value;
}

constexpr std::array<std::uint32_t, kindCount> makeWords() {
    std::array<std::uint32_t, kindCount> words{};
    for (std::size_t i = 0; i < kindCount; ++i) words[i] = word(prefixes[i]);
    return words;
}

constexpr std::array<std::uint32_t, kindCount> words = makeWords();
} // namespace

const std::array<Kind, kindCount>& allKinds() {
    static constexpr std::array<Kind, kindCount> kinds = [] {
        std::array<Kind, kindCount> all{};
        for (std::size_t i = 0; i < kindCount; ++i) all[i] = static_cast<Kind>(i);
        return all;
    }();
    return kinds;
}

std::string_view idPrefix(Kind kind) {
    return prefixes.at(static_cast<std::size_t>(kind));
}

std::optional<Kind> kindOf(const AnyId& id) {
    const std::string_view text = id.text();
    if (text.size() < 6 || text[4] != '-') return std::nullopt;
    const std::uint32_t prefix = word(text);
    for (std::size_t i = 0; i < kindCount; ++i)
        if (words[i] == prefix) return static_cast<Kind>(i);
    return std::nullopt;
}

} // namespace flowspine::model
