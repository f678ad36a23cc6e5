// What is worked out once for a plan before its rules are checked: index, flow facts, team loads, cycles, twins and the
// plan's own settings of the rules. Following an edit costs what the edit touched.
#pragma once

#include "analysis/flow_facts.h"
#include "analysis/rule.h"
#include "model/model_index.h"

#include <memory>
#include <optional>
#include <unordered_map>
#include <vector>

namespace flowspine::analysis {

// How a plan judges one rule.
struct RuleChoice {
    std::optional<Severity> severity; // when it is not the rule's own
    bool isOff = false;
    std::optional<double> threshold;
};

struct PlanFacts {
    Model model;
    base::Date today;
    std::shared_ptr<const model::ModelIndex> index;
    std::vector<RuleChoice> choices; // in the order of allRules()

    // Of the variants that are not archived, of flows that are not retired.
    std::unordered_map<AnyId, std::shared_ptr<const FlowFacts>> flows;
    // Of every team, in the current variants of flows that are not retired.
    struct Load {
        double hoursPerWeek = 0;
        std::size_t flows = 0;
        friend bool operator==(const Load&, const Load&) = default;
    };
    std::unordered_map<AnyId, Load> loads;
    // Roadmap items that wait for each other, under each of them; by id.
    std::unordered_map<AnyId, std::vector<AnyId>> cycles;
    // Outcomes, measures and spine items that look like one with a smaller id: that one.
    std::unordered_map<AnyId, AnyId> twins;
};

[[nodiscard]] PlanFacts planFacts(const Model& model, base::Date today);

// The same for the plan that `earlier` has become; adds to `touched` what is computed and came out differently.
[[nodiscard]] PlanFacts updatedPlanFacts(const PlanFacts& earlier, const Model& model, TouchedKeys& touched);

// Neither met nor retired, neither finished nor given up, not resolved: what rules still ask about.
[[nodiscard]] bool isAlive(const model::Outcome& outcome);
[[nodiscard]] bool isAlive(const model::RoadmapItem& item);
[[nodiscard]] bool isAlive(const model::Constraint& constraint);
[[nodiscard]] bool isAlive(const model::Flow& flow);

} // namespace flowspine::analysis
