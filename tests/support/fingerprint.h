// A hash of everything a plan says, taken by reading every field: shows whether a plan that should never change did.
#pragma once

#include "model/model.h"

#include <cstdint>

namespace flowspine::test {

[[nodiscard]] std::uint64_t fingerprint(const model::Model& model);

} // namespace flowspine::test
