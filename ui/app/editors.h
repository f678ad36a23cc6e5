// The editors of the window, in the order of the method.
#pragma once

#include "app/editor_shelf.h"

#include <vector>

namespace flowspine::app {

[[nodiscard]] std::vector<EditorPlan> editorPlans();

} // namespace flowspine::app
