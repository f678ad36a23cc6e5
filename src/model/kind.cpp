#include "model/kind.h"

namespace flowspine::model {

namespace {
constexpr std::array<std::string_view, kindCount> prefixes = {
    "plan", "stak", "team", "intr", "role", "outc", "meas", "read", "cons", "spin", "dcri", "asgn", "flow", "vari",
    "step", "link", "plac", "item", "cade", "revw", "rvit", "deci", "prom", "cmnt", "rply", "waiv", "rule", "cnfl",
};

constexpr std::uint32_t word(std::string_view text) {
    std::uint32_t value = 0;
    for (std::size_t i = 0; i < 4; ++i) value = (value << 8U) | static_cast<unsigned char>(text[i]);
    return value;
}

// Kinds by their prefix: a multiplication spreads the prefixes over the slots without a collision, which is found and
// checked when this is compiled.
constexpr unsigned slotBits = 7;
constexpr std::size_t slotOf(std::uint32_t prefix, std::uint32_t factor) {
    return (prefix * factor) >> (32U - slotBits);
}

struct PrefixTable {
    std::uint32_t factor = 0;
    std::array<std::uint32_t, std::size_t{1} << slotBits> words{};
    std::array<Kind, std::size_t{1} << slotBits> kinds{};
};

constexpr PrefixTable makePrefixTable() {
    for (std::uint32_t factor = 0x9E3779B1U;; factor += 2) {
        PrefixTable table;
        table.factor = factor;
        bool isFree = true;
        for (std::size_t i = 0; i < kindCount && isFree; ++i) {
            const std::size_t slot = slotOf(word(prefixes[i]), factor);
            isFree = table.words[slot] == 0;
            table.words[slot] = word(prefixes[i]);
            table.kinds[slot] = static_cast<Kind>(i);
        }
        if (isFree) return table;
    }
}

constexpr PrefixTable prefixTable = makePrefixTable();
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
    const std::size_t slot = slotOf(prefix, prefixTable.factor);
    if (prefixTable.words[slot] != prefix) return std::nullopt;
    return prefixTable.kinds[slot];
}

} // namespace flowspine::model
