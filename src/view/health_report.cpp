#include "view/health_report.h"

#include <algorithm>

namespace flowspine::view {

using base::Severity;

std::size_t HealthReport::count(Severity severity) const {
    std::size_t sum = 0;
    for (const HealthArea& area : areas)
        for (const HealthFinding& finding : area.findings) sum += finding.severity == severity ? 1 : 0;
    return sum;
}

const HealthArea* HealthReport::weakest() const {
    const auto at = std::find_if(areas.begin(), areas.end(), [](const HealthArea& area) { return area.isWeakest; });
    return at == areas.end() ? nullptr : &*at;
}

std::string countText(Severity severity, std::size_t count) {
    const char* const word = severity == Severity::error     ? " error"
                             : severity == Severity::warning ? " warning"
                                                             : " note";
    return std::to_string(count) + word + (count == 1 ? "" : "s");
}

std::string countsText(const HealthReport& report) {
    std::string text;
    for (const Severity severity : {Severity::error, Severity::warning, Severity::info})
        if (const std::size_t count = report.count(severity); count > 0)
            text += (text.empty() ? "" : ", ") + countText(severity, count);
    return text.empty() ? "nothing" : text;
}

} // namespace flowspine::view
