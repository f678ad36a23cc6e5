// One plan in which every rule fires that can fire in a file.
#pragma once

#include "model/model.h"

namespace flowspine::test {

// Judged as of ruleDay. M07 is left out: no file holds two entities with one id.
[[nodiscard]] model::Model everyRulePlan();

} // namespace flowspine::test
