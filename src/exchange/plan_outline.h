// A plan as lines that people can read: what `git log -p` and `git blame` compare instead of JSON. The same plan gives
// the same text; one fact a line; names in the place of ids.
#pragma once

#include "model/model.h"

#include <string>

namespace flowspine::exchange {

[[nodiscard]] std::string planOutline(const model::Model& model);

} // namespace flowspine::exchange
