// A small plan that no rule has anything to say about, though nearly all of them look at it.
#pragma once

#include "model/model.h"

namespace flowspine::test {

// Judged as of ruleDay.
[[nodiscard]] model::Model healthyPlan();

} // namespace flowspine::test
