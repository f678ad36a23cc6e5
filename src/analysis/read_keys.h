// What an evaluation read, and what a change of the plan touched, as numbers that can be compared: a verdict stays
// valid while nothing it read was touched. Two different things may share a number by chance; then a verdict is worked
// out once more than needed, never once too few.
#pragma once

#include "model/model.h"
#include "model/model_index.h"

#include <array>
#include <cstdint>
#include <vector>

namespace flowspine::analysis {

enum class Read : std::uint8_t {
    entity,     // any field of it
    existence,  // whether it is there
    owner,      // who owns it
    referrers,  // which entities of a kind name it
    table,      // all entities of a kind
    order,      // the plan's list of a kind
    planFields, // the plan's own facts, without its lists
    setting,    // how the plan judges a rule
    flowFacts,  // what is computed of a variant
    load,       // of a team
    cycle,      // that an item waits in
    twin,       // the entity that looks the same
};

using ReadKey = std::uint64_t;

// `detail` is a Kind for referrers, table and order, and a rule's place for settings.
[[nodiscard]] ReadKey readKey(Read what, const model::AnyId& id, unsigned detail = 0);
[[nodiscard]] inline ReadKey readKey(Read what, model::Kind kind) {
    return readKey(what, model::AnyId(), static_cast<unsigned>(kind));
}

class TouchedKeys {
  public:
    void add(ReadKey key) {
        m_bits[slotOf(key)] |= bitOf(key);
        m_keys.push_back(key);
        m_isSorted = false;
    }
    // Call after the last add().
    void sort();
    // Precondition: sorted.
    [[nodiscard]] bool touch(const std::vector<ReadKey>& reads) const {
        for (const ReadKey key : reads)
            if ((m_bits[slotOf(key)] & bitOf(key)) != 0 && contains(key)) return true;
        return false;
    }
    [[nodiscard]] bool isEmpty() const { return m_keys.empty(); }

  private:
    static std::size_t slotOf(ReadKey key) { return key >> 6U & 63U; }
    static std::uint64_t bitOf(ReadKey key) { return std::uint64_t{1} << (key & 63U); }
    [[nodiscard]] bool contains(ReadKey key) const;

    std::array<std::uint64_t, 64> m_bits{}; // most reads were not touched: one look tells
    std::vector<ReadKey> m_keys;
    bool m_isSorted = true;
};

// Everything that is different in `after`; of what is computed, nothing (see updatedPlanFacts()).
[[nodiscard]] TouchedKeys touchedKeys(const model::Model& before, const model::Model& after);

} // namespace flowspine::analysis
