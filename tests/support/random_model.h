// Random valid plans: every kind, every field, all scripts, numbers at their limits, unknown members at every level.
// The same seed gives the same plan everywhere.
#pragma once

#include "base/id_generator.h"
#include "model/model.h"
#include "support/random.h"

namespace flowspine::test {

struct RandomModelOptions {
    std::size_t entities = 200;   // about; at least one of each kind
    unsigned unknownPercent = 15; // of the entities carry unknown members
    unsigned statedPercent = 60;  // of the fields have a value
};

// validate() has nothing to say about it.
[[nodiscard]] model::Model randomModel(Random& random, const RandomModelOptions& options = {});

// Ids drawn from `random`, so that plans made one after another share none.
class SeededIdGenerator final : public base::IdGenerator {
  public:
    explicit SeededIdGenerator(Random& random) : m_random(random) {}

  protected:
    std::uint64_t nextBits() override { return m_random.next(); }

  private:
    Random& m_random;
};

} // namespace flowspine::test
