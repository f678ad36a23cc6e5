// For every rule a plan in which it fires, and one in which it just does not.
#pragma once

#include "support/small_plan.h"

#include <functional>
#include <string_view>
#include <vector>

namespace flowspine::test {

// Both build into an empty plan and return the entity that the rule judges.
struct RuleCase {
    std::string_view rule;
    std::function<model::AnyId(SmallPlan&)> fires;
    std::function<model::AnyId(SmallPlan&)> passes;
    bool isMendable = true; // by a change, when the rule knows any
};

// Rules are judged as of this day.
inline constexpr base::Date ruleDay{20780}; // 23 November 2026

[[nodiscard]] std::vector<RuleCase> outcomeCases();
[[nodiscard]] std::vector<RuleCase> spineCases();
[[nodiscard]] std::vector<RuleCase> flowCases();
[[nodiscard]] std::vector<RuleCase> stepCases();
[[nodiscard]] std::vector<RuleCase> roadmapCases();
[[nodiscard]] std::vector<RuleCase> planCases();

} // namespace flowspine::test
