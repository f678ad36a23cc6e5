// The part of the method that a kind belongs to: the editor that is its home, or the plan as a whole.
#pragma once

#include "model/kind.h"

namespace flowspine::model {

enum class Area : std::uint8_t { plan, outcomes, spine, flows, roadmap };

[[nodiscard]] Area areaOf(Kind kind);

} // namespace flowspine::model
