#include "model/choices.h"

#include <array>

namespace flowspine::model {

// Each list stands in the order of its enumeration.
#define FLOWSPINE_CHOICES(Type, ...)                                                                                   \
    template <>                                                                                                        \
    std::span<const Choice> choicesOf<Type>() {                                                                        \
        static constexpr auto list = std::to_array<Choice>({__VA_ARGS__});                                             \
        return list;                                                                                                   \
    }

// clang-format off
FLOWSPINE_CHOICES(Evidence, {"unstated", "Not stated"}, {"measured", "Measured"}, {"estimated", "Estimated"},
    {"illustrative", "Illustrative"})
FLOWSPINE_CHOICES(Sector, {"unstated", "Not stated"}, {"government", "Government"}, {"health", "Health"},
    {"banking", "Banking"}, {"insurance", "Insurance"}, {"software", "Software"}, {"manufacturing", "Manufacturing"},
    {"other", "Other"})
FLOWSPINE_CHOICES(CalendarBasis, {"working", "Working time"}, {"elapsed", "Elapsed time"})
FLOWSPINE_CHOICES(StakeholderKind, {"peopleServed", "People we serve"}, {"organisation", "Our organisation"},
    {"regulator", "Regulator"}, {"partner", "Partner"})
FLOWSPINE_CHOICES(TeamType, {"unstated", "Not stated"}, {"streamAligned", "Stream-aligned"}, {"platform", "Platform"},
    {"enabling", "Enabling"}, {"complicatedSubsystem", "Complicated subsystem"}, {"functional", "Functional"},
    {"external", "External"}, {"customer", "Customer"})
FLOWSPINE_CHOICES(InteractionMode, {"unstated", "Not stated"}, {"collaboration", "Collaboration"},
    {"xAsAService", "X-as-a-service"}, {"facilitating", "Facilitating"})
FLOWSPINE_CHOICES(Perspective, {"peopleServed", "People we serve"}, {"organisation", "Our organisation"})
FLOWSPINE_CHOICES(Term, {"unstated", "Not stated"}, {"short", "Short"}, {"medium", "Medium"}, {"long", "Long"})
FLOWSPINE_CHOICES(OutcomeStatus, {"active", "Active"}, {"draft", "Draft"}, {"met", "Met"}, {"retired", "Retired"})
FLOWSPINE_CHOICES(Direction, {"unstated", "Not stated"}, {"increase", "Increase"}, {"decrease", "Decrease"},
    {"maintain", "Maintain"})
FLOWSPINE_CHOICES(MeasureKind, {"unstated", "Not stated"}, {"lagging", "Lagging result"}, {"leading", "Leading signal"},
    {"guardrail", "Guardrail"}, {"output", "Output"})
FLOWSPINE_CHOICES(ConstraintType, {"unstated", "Not stated"}, {"capacity", "Capacity"}, {"policy", "Policy"},
    {"handoff", "Handoff"}, {"ownership", "Ownership"}, {"decisionRights", "Decision rights"}, {"data", "Data"},
    {"inputQuality", "Quality of input"}, {"skill", "Skill"}, {"supplier", "Supplier"}, {"demand", "Demand"},
    {"rework", "Rework"})
FLOWSPINE_CHOICES(ConstraintStatus, {"open", "Open"}, {"exploiting", "Exploiting"}, {"subordinating", "Subordinating"},
    {"elevating", "Elevating"}, {"resolved", "Resolved"}, {"accepted", "Accepted"})
FLOWSPINE_CHOICES(SpineCategory, {"coreGovernance", "Core governance"}, {"financialControls", "Financial controls"},
    {"riskManagement", "Risk management"}, {"legalRegulatory", "Legal and regulatory"},
    {"enterprisePlatform", "Enterprise platform"}, {"dataFoundation", "Data foundation"})
FLOWSPINE_CHOICES(Stability, {"cannotChange", "Cannot change"}, {"shouldNotChange", "Should not change often"},
    {"adaptable", "Adaptable"})
FLOWSPINE_CHOICES(PolicyTier, {"unstated", "Not stated"}, {"law", "Law"}, {"policy", "Policy"},
    {"standard", "Standard"}, {"guideline", "Guideline"}, {"practice", "Practice"})
FLOWSPINE_CHOICES(DecisionScheme, {"RACI", "RACI"}, {"DACI", "DACI"}, {"RAPID", "RAPID"})
FLOWSPINE_CHOICES(Reversibility, {"unstated", "Not stated"}, {"oneWay", "One-way door"}, {"twoWay", "Two-way door"})
FLOWSPINE_CHOICES(Letter, {"R", "R"}, {"A", "A"}, {"C", "C"}, {"I", "I"}, {"D", "D"}, {"P", "P"})
FLOWSPINE_CHOICES(FlowStatus, {"active", "Active"}, {"draft", "Draft"}, {"retired", "Retired"})
FLOWSPINE_CHOICES(VariantKind, {"asIs", "As-is"}, {"toBe", "To-be"}, {"whatIf", "What-if"}, {"archived", "Archived"})
FLOWSPINE_CHOICES(StepType, {"task", "Task"}, {"start", "Start"}, {"decision", "Decision"}, {"wait", "Wait"},
    {"andSplit", "Parallel split"}, {"andJoin", "Parallel join"}, {"xor", "Exclusive gateway"}, {"end", "End"})
FLOWSPINE_CHOICES(ValueClass, {"unstated", "Not stated"}, {"valueAdding", "Value-adding"}, {"necessary", "Necessary"},
    {"waste", "Waste"})
FLOWSPINE_CHOICES(Automation, {"unstated", "Not stated"}, {"manual", "Manual"}, {"assisted", "Assisted"},
    {"automated", "Automated"})
FLOWSPINE_CHOICES(Stage, {"unstated", "Not stated"}, {"customer", "Customer"}, {"front", "Front stage"},
    {"back", "Back stage"}, {"support", "Support"})
FLOWSPINE_CHOICES(LinkKind, {"sequence", "Sequence"}, {"rework", "Rework"}, {"escalation", "Escalation"},
    {"information", "Information"})
FLOWSPINE_CHOICES(Medium, {"unstated", "Not stated"}, {"system", "System"}, {"email", "E-mail"}, {"paper", "Paper"},
    {"meeting", "Meeting"}, {"api", "API"})
FLOWSPINE_CHOICES(RoadmapItemType, {"experiment", "Experiment"}, {"change", "Change"}, {"enabler", "Enabler"},
    {"decision", "Decision"})
FLOWSPINE_CHOICES(Horizon, {"now", "Now"}, {"next", "Next"}, {"later", "Later"})
FLOWSPINE_CHOICES(RoadmapStatus, {"proposed", "Proposed"}, {"running", "Running"}, {"measuring", "Measuring"},
    {"adopted", "Adopted"}, {"adapted", "Adapted"}, {"stopped", "Stopped"})
FLOWSPINE_CHOICES(CadenceLayer, {"unstated", "Not stated"}, {"flow", "Flow"}, {"outcome", "Outcome"},
    {"spine", "Spine"}, {"roadmap", "Roadmap"})
FLOWSPINE_CHOICES(ReviewOutcome, {"undecided", "Undecided"}, {"keep", "Keep"}, {"adapt", "Adapt"}, {"stop", "Stop"})
FLOWSPINE_CHOICES(DecisionStatus, {"proposed", "Proposed"}, {"accepted", "Accepted"}, {"superseded", "Superseded"})
FLOWSPINE_CHOICES(CommitmentStatus, {"made", "Made"}, {"kept", "Kept"}, {"broken", "Broken"})
FLOWSPINE_CHOICES(RuleSeverity, {"asDefined", "As defined"}, {"error", "Error"}, {"warning", "Warning"},
    {"info", "Info"}, {"off", "Off"})
FLOWSPINE_CHOICES(ConflictKind, {"value", "Value"}, {"order", "Order"}, {"place", "Where it belongs"},
    {"oursRemoved", "Removed by us"}, {"theirsRemoved", "Removed by them"}, {"cycle", "Circle"},
    {"member", "Unknown member"})
// clang-format on

} // namespace flowspine::model
