// What a flow variant says about itself in numbers: DOMAIN section 4, formulas 1 to 11. Hours are hours of the plan's
// calendar; percentages 0 to 100. A number that cannot be right is not there, and an issue says why.
#pragma once

#include "analysis/flow_graph.h"

#include <optional>
#include <vector>

namespace flowspine::analysis {

struct FlowMetrics {
    std::size_t workSteps = 0; // tasks and decisions
    std::size_t teams = 0;     // that do them

    // One pass, rework left out; nullopt as well when a loop has no rework link.
    std::optional<double> staticLeadHours;
    std::optional<double> staticProcessHours;
    // On average, rework included. A lower bound where parallel branches are random (isLowerBound).
    std::optional<double> leadHours;
    std::optional<double> processHours; // theoretical: no waits, no delays
    bool isLowerBound = false;
    std::optional<double> effortHours; // all work, parallel work added up
    std::optional<double> valueAddedHours;
    std::optional<double> flowEfficiency;         // process time ÷ lead time, %
    std::optional<double> cycleEfficiency;        // PCE: value-adding work only ÷ lead time, %
    std::optional<double> rolledCompleteAccurate; // %
    std::size_t stepsWithoutNumbers = 0;          // process or wait time missing: totals are too low

    std::size_t handoffs = 0;         // of one pass
    std::size_t externalHandoffs = 0; // one side is a customer or external team
    std::size_t reworkHandoffs = 0;
    std::optional<double> expectedHandoffs;
    double handoffDensity = 0; // handoffs ÷ forward links between work, %
    std::size_t pingPongs = 0;
    double ownershipAmbiguity = 0; // 0 to 100

    Id<model::Step> longestWaitStep; // greatest visits × wait
    // Per step of the variant, in its order.
    struct StepFigures {
        Id<model::Step> step;
        std::optional<double> visits;
        std::optional<double> waitHours;    // visits × wait
        std::optional<double> processHours; // visits × process
        bool isCritical = false;            // on the longest way of one pass
    };
    std::vector<StepFigures> steps;
    std::vector<Issue> issues;
};

[[nodiscard]] FlowMetrics flowMetrics(const Model& model, const model::Flow& flow, const model::Variant& variant);

// Hours of work a week that a team does in the current variants of all flows that are not retired, and its share of the
// capacity (formula 11). `share` is nullopt without a capacity; flows without demand do not count.
struct TeamLoad {
    Id<model::Team> team;
    double hoursPerWeek = 0;
    std::optional<double> share; // %
    std::size_t flows = 0;       // current variants in which it works
};
[[nodiscard]] std::vector<TeamLoad> teamLoads(const Model& model);

// Exactly one role holds the letter that decides in the right's scheme: A in RACI and DACI, D in RAPID.
[[nodiscard]] bool hasSingleDecider(const Model& model, const model::DecisionRight& right);

// Little's law: items in the flow at a time (formula 12). `leadHours` of a calendar with `hoursPerWeek`.
[[nodiscard]] double itemsInFlow(double demandPerWeek, double leadHours, double hoursPerWeek);
// M/M/1 wait as a multiple of process time at a load of 0 to below 1 (formula 12, an approximation).
[[nodiscard]] std::optional<double> queueWaitFactor(double load);

} // namespace flowspine::analysis
