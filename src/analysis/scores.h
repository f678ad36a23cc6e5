// How healthy each part of a plan is: 100 · weight of what passes ÷ weight of what was checked, for four areas and
// never as one average (DOMAIN section 3).
#pragma once

#include "analysis/rule.h"

#include <array>
#include <optional>
#include <string_view>
#include <vector>

namespace flowspine::analysis {

// The checks of one rule.
struct RuleTally {
    std::string_view ruleId;
    std::size_t passed = 0;
    std::size_t failed = 0;
    std::size_t waived = 0; // failed, but accepted: they do not count
    double passedWeight = 0;
    double failedWeight = 0;

    void add(Severity severity, bool isPass);
    friend bool operator==(const RuleTally&, const RuleTally&) = default;
};

struct AreaScore {
    Area area = Area::outcomes;
    std::vector<RuleTally> rules; // of which something was checked, in the order of allRules()

    [[nodiscard]] double passedWeight() const;
    [[nodiscard]] double failedWeight() const;
    // nullopt while nothing was checked: an area that nobody has begun is neither healthy nor ill.
    [[nodiscard]] std::optional<double> value() const;
    // What costs points, the costliest rule first.
    [[nodiscard]] std::vector<RuleTally> losses() const;
    friend bool operator==(const AreaScore&, const AreaScore&) = default;
};

struct Scores {
    std::array<AreaScore, 4> areas; // outcomes, spine, flows, roadmap

    [[nodiscard]] const AreaScore& of(Area area) const { return areas[static_cast<std::size_t>(area)]; }
    // The area with the lowest score; nullptr while there is none.
    [[nodiscard]] const AreaScore* weakest() const;
    friend bool operator==(const Scores&, const Scores&) = default;
};

} // namespace flowspine::analysis
