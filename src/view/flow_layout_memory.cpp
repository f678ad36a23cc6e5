#include "view/flow_layout_memory.h"

#include "view/flow_course.h"

#include <algorithm>

namespace flowspine::view {

namespace {

constexpr std::size_t mostEntries = 4; // a flow, what it is compared with, and what they were a step before

// What the course depends on.
FlowLayoutInput keyOf(const FlowLayoutInput& input) {
    FlowLayoutInput key;
    key.boxes = input.boxes;
    for (FlowBox& box : key.boxes) {
        box.width = box.height = box.overhang = 0;
        box.outline = Outline::rectangle;
    }
    key.edges = input.edges;
    key.laneCount = input.laneCount;
    key.phaseCount = input.phaseCount;
    return key;
}

} // namespace

struct FlowLayoutMemory::Entry {
    FlowLayoutInput key;
    FlowCourse course;
};

FlowLayoutMemory::FlowLayoutMemory() = default;
FlowLayoutMemory::~FlowLayoutMemory() = default;

std::optional<FlowLayout> FlowLayoutMemory::layout(const FlowLayoutInput& input,
                                                   const std::function<bool()>& isCancelled) {
    FlowLayoutInput key = keyOf(input);
    std::shared_ptr<const Entry> entry;
    {
        const std::lock_guard lock(m_mutex);
        const auto found =
            std::find_if(m_entries.begin(), m_entries.end(), [&](const auto& each) { return each->key == key; });
        if (found != m_entries.end()) {
            std::rotate(m_entries.begin(), found, found + 1);
            entry = m_entries.front();
        }
    }
    if (!entry) {
        std::optional<FlowCourse> course = chooseCourse(input, isCancelled);
        if (!course) return std::nullopt;
        entry = std::make_shared<const Entry>(Entry{std::move(key), std::move(*course)});
        const std::lock_guard lock(m_mutex);
        m_entries.insert(m_entries.begin(), entry);
        if (m_entries.size() > mostEntries) m_entries.pop_back();
    }
    return layoutAlong(input, entry->course);
}

} // namespace flowspine::view
