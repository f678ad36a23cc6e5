// What a report on the health of a plan says, as plain data: it is written as Markdown and drawn on sheets of paper.
#pragma once

#include "base/date.h"
#include "base/id.h"
#include "base/result.h"

#include <array>
#include <optional>
#include <string>
#include <vector>

namespace flowspine::view {

struct HealthFinding {
    base::AnyId entity;
    base::Severity severity = base::Severity::warning;
    std::string ruleId;
    std::string sentence;
    std::string suggestion;
};

// A rule that costs points.
struct HealthLoss {
    std::string ruleId;
    std::string condition;
    std::size_t failed = 0;
    double weight = 0;
};

struct HealthArea {
    std::string label;
    std::optional<double> score; // of 100; nullopt while nothing was checked
    bool isWeakest = false;
    double passedWeight = 0;
    double failedWeight = 0;
    std::vector<HealthLoss> losses;      // the costliest first
    std::vector<HealthFinding> findings; // errors first
};

struct HealthException {
    std::string ruleId;
    std::string sentence;
    std::string reason;
    std::string by;
    std::optional<base::Date> until;
};

struct HealthReport {
    std::string plan;
    std::string organisation;
    base::Date asOf;
    std::array<HealthArea, 4> areas; // outcomes, spine, flows, roadmap
    std::vector<HealthException> exceptions;
    std::vector<std::string> ownRules; // how this plan judges otherwise: "F05 is off"

    [[nodiscard]] std::size_t count(base::Severity severity) const;
    [[nodiscard]] const HealthArea* weakest() const;
};

// "1 error", "3 warnings", "2 notes"
[[nodiscard]] std::string countText(base::Severity severity, std::size_t count);
// "3 errors, 1 warning"; "nothing" without any.
[[nodiscard]] std::string countsText(const HealthReport& report);

} // namespace flowspine::view
