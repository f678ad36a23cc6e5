// What changes when a flow goes from one variant to another, and what that costs (DOMAIN formula 14).
#pragma once

#include "analysis/flow_metrics.h"

#include <vector>

namespace flowspine::analysis {

// One step of either variant. Steps are the same when one names the other as its origin, or both the same origin.
struct StepChange {
    Id<model::Step> before;     // empty: added
    Id<model::Step> after;      // empty: removed
    bool isReassigned = false;  // another team
    bool isRetimed = false;     // another process or wait time
    bool isResequenced = false; // work reaches it from other steps
    bool isRedecided = false;   // another decision right

    [[nodiscard]] bool isAdded() const { return before.isEmpty(); }
    [[nodiscard]] bool isRemoved() const { return after.isEmpty(); }
    [[nodiscard]] bool isUnchanged() const {
        return !isAdded() && !isRemoved() && !isReassigned && !isRetimed && !isResequenced && !isRedecided;
    }
};

struct TeamInterface {
    Id<model::Team> from;
    Id<model::Team> to;
    friend auto operator<=>(const TeamInterface&, const TeamInterface&) = default;
};

// Weights of the reconfiguration cost index; people may edit them.
struct CostWeights {
    double reassigned = 1;
    double retimed = 0.25;
    double added = 2;
    double removed = 1;
    double linkChanged = 0.5;
    double newInterface = 1;
    double rightChanged = 2;
    double teamCreated = 8;
    double fteMoved = 3;
    double shouldNotTouched = 5;
};

struct VariantComparison {
    FlowMetrics before;
    FlowMetrics after;
    std::vector<StepChange> steps; // of work: tasks and decisions; those of `after` in its order, then removed ones
    std::size_t linksChanged = 0;  // between steps that both variants have
    std::vector<TeamInterface> newInterfaces;  // handoffs between two teams that did not hand over before
    std::vector<Id<model::Team>> teamsCreated; // work in `after`, in no current variant of the plan
    // Spine items that steps of `before` stand on and no step of `after` does.
    std::vector<Id<model::SpineItem>> lostSpine;
    bool isBlocked = false; // one of them cannot change

    std::optional<double> workMovedPerWeek; // hours a week in reassigned steps; needs the flow's demand
    double peopleMovedPerWeek = 0;          // hours a week of people who change team
    std::optional<double> workNotPeople;    // %, of what moves
    double costIndex = 0;

    [[nodiscard]] std::size_t count(bool StepChange::*what) const;
};

// `fteMoved`: people who would change team, as the plan's authors state; hours from the plan's calendar.
[[nodiscard]] VariantComparison compareVariants(const Model& model, const model::Flow& flow,
                                                const model::Variant& before, const model::Variant& after,
                                                const CostWeights& weights = {}, double fteMoved = 0);

// Hours of a working week by the plan's calendar (8 × 5 where it states nothing).
[[nodiscard]] double hoursPerWeek(const model::Plan& plan);

} // namespace flowspine::analysis
