// The figures above a flow, side by side: value and label on one line, what explains it below. Where figures do not fit
// in two lines each they become one line of labels and values. Areas: "figure" (key), and "more" (key) on top of it.
#pragma once

#include "view/picture.h"
#include "view/text_measure.h"

#include <string>
#include <vector>

namespace flowspine::view {

struct StripFigure {
    std::string key;    // names it from one picture to the next
    std::string value;  // "49.9 d"; a dash when it cannot be told
    std::string label;  // "Lead time"
    std::string second; // "one pass 43.9 d"
    Role role = Role::ink;
    Role mark = Role::none; // warn or bad: what a rule asks for is missed
    std::string change;     // "−75 %", compared with another variant
    Role changeRole = Role::muted;
    std::string tip;
    std::string moreTip; // not empty: a sign that leads to more about it
};

inline constexpr double metricsStripHeight = 56;
inline constexpr double metricsLineHeight = 32;

enum class StripForm : std::uint8_t { fits, oneLine };

[[nodiscard]] Picture metricsStrip(const std::vector<StripFigure>& figures, double width, StripForm form,
                                   const TextMeasure& measure);

} // namespace flowspine::view
