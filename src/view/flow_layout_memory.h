// Remembers the courses of the last few flow layouts, so that the same flow is laid out once for all pictures of it:
// canvas, ladder, overview. Several threads may use one.
#pragma once

#include "view/flow_layout.h"

#include <memory>
#include <mutex>

namespace flowspine::view {

class FlowLayoutMemory {
  public:
    FlowLayoutMemory();
    ~FlowLayoutMemory();
    FlowLayoutMemory(const FlowLayoutMemory&) = delete;
    FlowLayoutMemory& operator=(const FlowLayoutMemory&) = delete;

    // As layoutFlow() gives it.
    [[nodiscard]] std::optional<FlowLayout> layout(const FlowLayoutInput& input,
                                                   const std::function<bool()>& isCancelled);

  private:
    struct Entry;

    std::mutex m_mutex;
    std::vector<std::shared_ptr<const Entry>> m_entries; // the last used first
};

} // namespace flowspine::view
