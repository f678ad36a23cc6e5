// Writes a plan in the one canonical form: fixed member order, two-space indent, one member per line, "\n", shortest
// numbers, defaults left out, final newline. Reading what was written gives an equal plan.
#pragma once

#include "model/model.h"

#include <string>
#include <vector>

namespace flowspine::project {

// A lone surrogate or other broken UTF-8 in a text is written as U+FFFD.
[[nodiscard]] std::string writeModel(const model::Model& model);

} // namespace flowspine::project
