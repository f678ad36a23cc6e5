// Turns a realistic case (tests/data/cases, shape "dom-case/1") into a plan. Nothing of the case's content is left
// out; what a case calls expected or seeded describes tests and is not content.
#pragma once

#include "model/model.h"

#include <nlohmann/json_fwd.hpp>

#include <string>
#include <unordered_map>

namespace flowspine::test {

struct ImportedCase {
    model::Model model;
    // Case ids ("O1", "O1.m2", "F1", "F1/v2", "F1/s7" for the as-is step, "F1/v2/s7") to ids of the plan.
    std::unordered_map<std::string, model::AnyId> ids;
};

// `extras` may add what a case does not say, and is what the bundled examples were made with:
//   {"variants": {"F1/v2": {"name": "…", "phases": ["…"]}}, "phaseOf": {"F1/v1": {"s1": "Submit"}},
//    "passes": {"F1/v1": {"s1>s2": "application"}}, "readings": {"O1.m1": [["2026-04-30", 55]]}}
// Ids look random but depend on the case's id only.
[[nodiscard]] ImportedCase importCase(const nlohmann::json& source, const nlohmann::json& extras);

[[nodiscard]] nlohmann::json readJsonFile(const std::string& path);

} // namespace flowspine::test
