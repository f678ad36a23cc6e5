// The enumerations of the plan, each with its names: `name` in the file, `label` for people. A choice's number is its
// place in the list; the first is the default and is left out of the file.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace flowspine::model {

struct Choice {
    std::string_view name;
    std::string_view label;
};

// The names of enumeration E. Specialised for every enumeration below.
template <class E>
[[nodiscard]] std::span<const Choice> choicesOf();

template <class E>
[[nodiscard]] std::string_view nameOf(E value) {
    return choicesOf<E>()[static_cast<std::size_t>(value)].name;
}
template <class E>
[[nodiscard]] std::string_view labelOf(E value) {
    return choicesOf<E>()[static_cast<std::size_t>(value)].label;
}

enum class Evidence : std::uint8_t { unstated, measured, estimated, illustrative };
enum class Sector : std::uint8_t { unstated, government, health, banking, insurance, software, manufacturing, other };
enum class CalendarBasis : std::uint8_t { working, elapsed };
enum class StakeholderKind : std::uint8_t { peopleServed, organisation, regulator, partner };
enum class TeamType : std::uint8_t {
    unstated,
    streamAligned,
    platform,
    enabling,
    complicatedSubsystem,
    functional,
    external,
    customer,
};
enum class InteractionMode : std::uint8_t { unstated, collaboration, xAsAService, facilitating };
enum class Perspective : std::uint8_t { peopleServed, organisation };
enum class Term : std::uint8_t { unstated, shortTerm, mediumTerm, longTerm };
enum class OutcomeStatus : std::uint8_t { active, draft, met, retired };
enum class Direction : std::uint8_t { unstated, increase, decrease, maintain };
enum class MeasureKind : std::uint8_t { unstated, lagging, leading, guardrail, output };
enum class ConstraintType : std::uint8_t {
    unstated,
    capacity,
    policy,
    handoff,
    ownership,
    decisionRights,
    data,
    inputQuality,
    skill,
    supplier,
    demand,
    rework,
};
enum class ConstraintStatus : std::uint8_t { open, exploiting, subordinating, elevating, resolved, accepted };
enum class SpineCategory : std::uint8_t {
    coreGovernance,
    financialControls,
    riskManagement,
    legalRegulatory,
    enterprisePlatform,
    dataFoundation,
};
enum class Stability : std::uint8_t { cannotChange, shouldNotChange, adaptable };
enum class PolicyTier : std::uint8_t { unstated, law, policy, standard, guideline, practice };
enum class DecisionScheme : std::uint8_t { raci, daci, rapid };
enum class Reversibility : std::uint8_t { unstated, oneWay, twoWay };
enum class Letter : std::uint8_t { r, a, c, i, d, p };
enum class FlowStatus : std::uint8_t { active, draft, retired };
enum class VariantKind : std::uint8_t { asIs, toBe, whatIf, archived };
enum class StepType : std::uint8_t { task, start, decision, wait, andSplit, andJoin, exclusive, end };
enum class ValueClass : std::uint8_t { unstated, valueAdding, necessary, waste };
enum class Automation : std::uint8_t { unstated, manual, assisted, automated };
enum class Stage : std::uint8_t { unstated, customer, front, back, support };
enum class LinkKind : std::uint8_t { sequence, rework, escalation, information };
enum class Medium : std::uint8_t { unstated, system, email, paper, meeting, api };
enum class RoadmapItemType : std::uint8_t { experiment, change, enabler, decision };
enum class Horizon : std::uint8_t { now, next, later };
enum class RoadmapStatus : std::uint8_t { proposed, running, measuring, adopted, adapted, stopped };
enum class CadenceLayer : std::uint8_t { unstated, flow, outcome, spine, roadmap };
enum class ReviewOutcome : std::uint8_t { undecided, keep, adapt, stop };
enum class DecisionStatus : std::uint8_t { proposed, accepted, superseded };
enum class CommitmentStatus : std::uint8_t { made, kept, broken };
enum class RuleSeverity : std::uint8_t { asDefined, error, warning, info, off };
// What a merge could not settle: one field's value; the order of a list; under which owner an entity stands; whether an
// entity stays that one side removed and the other changed or refers to; a circle that only both sides together make; a
// member that this version does not know.
enum class ConflictKind : std::uint8_t { value, order, place, oursRemoved, theirsRemoved, cycle, member };

} // namespace flowspine::model
