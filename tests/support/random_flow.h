// Random flows built from blocks (sequence, alternatives, parallel work, rework loops), so that they have a start, an
// end and no structural error. The same seed gives the same flow.
#pragma once

#include "model/model.h"

#include <cstdint>

namespace flowspine::test {

struct RandomFlow {
    model::Model model;
    model::Id<model::Flow> flow;
    model::Id<model::Variant> variant;
    std::uint64_t seed = 0;
};

// About `steps` steps in `teams` lanes.
[[nodiscard]] RandomFlow makeRandomFlow(std::uint64_t seed, std::size_t steps, std::size_t teams);

} // namespace flowspine::test
