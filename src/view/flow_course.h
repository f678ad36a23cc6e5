// What takes time in a flow layout, without any length: where boxes stand in the grid and which ways links take. The
// same course serves pictures with other sizes of boxes, headers and bounds.
#pragma once

#include "view/flow_router.h"

namespace flowspine::view {

struct FlowCourse {
    FlowGrid grid;
    FlowWays ways;
};

// Nothing when cancelled, which is asked every few links.
[[nodiscard]] std::optional<FlowCourse> chooseCourse(const FlowLayoutInput& input,
                                                     const std::function<bool()>& isCancelled);
// `course` is that of this input, or of one that differs in lengths and outlines only.
[[nodiscard]] FlowLayout layoutAlong(const FlowLayoutInput& input, const FlowCourse& course);

} // namespace flowspine::view
