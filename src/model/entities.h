// The entities of a plan: plain structs, one member per fact. Each is described once more, member by member, in
// entity_fields.h; a static_assert there fails when a member is forgotten.
#pragma once

#include "model/annotations.h"
#include "model/choices.h"
#include "model/entity.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::model {

struct Team;
struct Role;
struct Stakeholder;
struct Measure;
struct Reading;
struct SpineItem;
struct DecisionRight;
struct Assignment;
struct Flow;
struct Variant;
struct Step;
struct Link;
struct Placement;
struct RoadmapItem;
struct Cadence;
struct Review;
struct ReviewedItem;
struct Decision;
struct Commitment;
struct Outcome;
struct Constraint;
struct Interaction;

// Somebody the organisation works for or answers to.
struct Stakeholder : Entity {
    Text name;
    StakeholderKind kind = StakeholderKind::peopleServed;
    friend bool operator==(const Stakeholder&, const Stakeholder&) = default;
};

// How a team works with another one, after Team Topologies [28].
struct Interaction : Entity {
    Id<Team> team;
    InteractionMode mode = InteractionMode::unstated;
    Text purpose;
    std::optional<Date> until;
    friend bool operator==(const Interaction&, const Interaction&) = default;
};

struct Team : Entity {
    Text name;
    TeamType type = TeamType::unstated;
    Number fte;
    Evidence fteEvidence = Evidence::unstated;
    Number capacityPerWeek; // hours a week
    Evidence capacityPerWeekEvidence = Evidence::unstated;
    Text parentFunction;
    ChildList<Interaction> interactions;
    friend bool operator==(const Team&, const Team&) = default;
};

struct Role : Entity {
    Text name;
    Text person;
    Id<Team> team;
    friend bool operator==(const Role&, const Role&) = default;
};

// One value of a measure on a day; a remark goes into the notes.
struct Reading : Entity {
    std::optional<Date> date;
    Number value;
    Evidence valueEvidence = Evidence::unstated;
    friend bool operator==(const Reading&, const Reading&) = default;
};

struct Measure : Entity {
    Text name;
    Text unit;
    Direction direction = Direction::unstated;
    MeasureKind kind = MeasureKind::unstated;
    Number baseline;
    Evidence baselineEvidence = Evidence::unstated;
    std::optional<Date> baselineDate;
    Number target;
    Evidence targetEvidence = Evidence::unstated;
    std::optional<Date> targetDate;
    Number min; // of a measure to maintain
    Number max;
    std::optional<Period> frequency;
    Text source;
    Id<Role> owner;
    Id<Measure> guards;
    ChildList<Reading> readings;
    friend bool operator==(const Measure&, const Measure&) = default;
};

struct Outcome : Entity {
    Text title;
    Text statement;
    Perspective perspective = Perspective::peopleServed;
    Id<Stakeholder> audience;
    Id<Role> owner;
    Term term = Term::unstated;
    OutcomeStatus status = OutcomeStatus::active;
    Id<Outcome> parent;
    ChildList<Measure> measures;
    friend bool operator==(const Outcome&, const Outcome&) = default;
};

struct Constraint : Entity {
    Text title;
    ConstraintType type = ConstraintType::unstated;
    Number severity; // 1 to 5
    Text evidence;
    ConstraintStatus status = ConstraintStatus::open;
    IdList<Outcome> outcomes;
    AnyIdList locations; // Flow, Step, Team, SpineItem
    friend bool operator==(const Constraint&, const Constraint&) = default;
};

struct SpineItem : Entity {
    Text title;
    Text text;
    SpineCategory category = SpineCategory::coreGovernance;
    Stability stability = Stability::cannotChange;
    PolicyTier tier = PolicyTier::unstated;
    Text authority;
    Text authorityLink;
    Text rationale;
    Text changeRoute;
    Text decidedBy; // of an adaptable item
    Number limit;
    Text limitUnit;
    std::optional<Period> reviewCadence;
    std::optional<Date> lastReviewed;
    std::optional<Date> nextReview;
    Number approvalDays; // of an adaptable item
    bool mustBeEnforced = false;
    Id<Role> owner;
    Id<DecisionRight> changeAuthority;
    IdList<SpineItem> within;
    friend bool operator==(const SpineItem&, const SpineItem&) = default;
};

struct Assignment : Entity {
    Letter letter = Letter::r;
    Id<Role> role;
    friend bool operator==(const Assignment&, const Assignment&) = default;
};

struct DecisionRight : Entity {
    Text title;
    DecisionScheme scheme = DecisionScheme::raci;
    Number limit; // money, in the plan's currency
    Number decisionDays;
    Reversibility reversibility = Reversibility::unstated;
    Text escalation;
    ChildList<Assignment> assignments;
    friend bool operator==(const DecisionRight&, const DecisionRight&) = default;
};

struct Step : Entity {
    Text name;
    StepType type = StepType::task;
    Id<Team> team;
    Text phase;
    std::optional<Duration> processTime;
    Evidence processTimeEvidence = Evidence::unstated;
    std::optional<Duration> waitTime; // before the step
    Evidence waitTimeEvidence = Evidence::unstated;
    Number percentCompleteAccurate;
    Evidence percentCompleteAccurateEvidence = Evidence::unstated;
    ValueClass valueClass = ValueClass::unstated;
    Automation automation = Automation::unstated;
    Stage stage = Stage::unstated;
    std::vector<Text> systems;
    IdList<Role> accountable;
    IdList<Role> responsible;
    IdList<Role> consulted;
    IdList<Role> informed;
    Id<DecisionRight> decisionRight;
    IdList<SpineItem> spine;
    Id<Step> joins;  // from a parallel split to its join
    Id<Step> origin; // the same step in the variant this one was made from
    friend bool operator==(const Step&, const Step&) = default;
};

struct Link : Entity {
    Id<Step> from;
    Id<Step> to;
    LinkKind kind = LinkKind::sequence;
    Number probability; // percent; unstated means 100
    Evidence probabilityEvidence = Evidence::unstated;
    Text condition;
    std::optional<Duration> delay;
    Medium medium = Medium::unstated;
    Text passes;
    friend bool operator==(const Link&, const Link&) = default;
};

// Where a step was put by hand. Kept apart from the step: moving a box changes no fact.
struct Placement : Entity {
    Id<Step> step;
    Number column;
    Number row;
    bool pinned = false;
    friend bool operator==(const Placement&, const Placement&) = default;
};

struct Variant : Entity {
    Text name;
    VariantKind kind = VariantKind::asIs;
    Id<Variant> basedOn;
    IdList<Team> lanes;
    std::vector<Text> phases;
    Number fteMoved; // people who change team when this becomes the current variant
    ChildList<Step> steps;
    ChildList<Link> links;
    ChildList<Placement> placements;
    friend bool operator==(const Variant&, const Variant&) = default;
};

struct Flow : Entity {
    Text name;
    Text trigger;
    Text endEvent;
    Text unitOfWork;
    Number demandPerWeek;
    Evidence demandPerWeekEvidence = Evidence::unstated;
    Text valueProposition;
    Id<Stakeholder> customer;
    FlowStatus status = FlowStatus::active;
    Id<Role> owner;
    IdList<Outcome> outcomes;
    Id<Variant> current;
    ChildList<Variant> variants;
    friend bool operator==(const Flow&, const Flow&) = default;
};

struct RoadmapItem : Entity {
    Text title;
    RoadmapItemType type = RoadmapItemType::experiment;
    Horizon horizon = Horizon::now;
    std::optional<Date> start;
    std::optional<Date> end;
    Text weBelieve;
    Text willResultIn;
    Text weKnowWhen;
    Text expectedDelta;
    Text killCriteria;
    std::optional<Date> reviewDate;
    RoadmapStatus status = RoadmapStatus::proposed;
    Number confidence; // percent
    Number effortDays; // person-days
    Evidence effortDaysEvidence = Evidence::unstated;
    Number cost; // in the plan's currency
    Evidence costEvidence = Evidence::unstated;
    Text learning;
    Id<Role> owner;
    IdList<Measure> measures;
    IdList<Constraint> constraints;
    IdList<Flow> flows;
    IdList<SpineItem> spine;
    Id<Variant> variant;
    IdList<RoadmapItem> dependsOn;
    friend bool operator==(const RoadmapItem&, const RoadmapItem&) = default;
};

struct ReviewedItem : Entity {
    Id<RoadmapItem> item;
    ReviewOutcome outcome = ReviewOutcome::undecided;
    Text learning;
    IdList<Reading> readings;
    friend bool operator==(const ReviewedItem&, const ReviewedItem&) = default;
};

struct Review : Entity {
    std::optional<Date> date;
    Text attendees;
    Text summary;
    IdList<Decision> decisions;
    ChildList<ReviewedItem> items;
    friend bool operator==(const Review&, const Review&) = default;
};

struct Cadence : Entity {
    Text name;
    std::optional<Period> frequency;
    Text forum;
    CadenceLayer layer = CadenceLayer::unstated;
    ChildList<Review> reviews;
    friend bool operator==(const Cadence&, const Cadence&) = default;
};

struct Decision : Entity {
    Text title;
    std::optional<Date> date;
    Text context;
    Text decision;
    Text alternatives;
    Text rationale;
    DecisionStatus status = DecisionStatus::proposed;
    Id<Role> decidedBy;
    Id<Decision> supersedes;
    AnyIdList about;
    friend bool operator==(const Decision&, const Decision&) = default;
};

struct Commitment : Entity {
    Text leader;
    Text statement;
    Text evidence;
    std::optional<Date> date;
    CommitmentStatus status = CommitmentStatus::made;
    IdList<Outcome> outcomes;
    friend bool operator==(const Commitment&, const Commitment&) = default;
};

// The root: it owns everything else.
struct Plan : Entity {
    Text name;
    Text organisation;
    Text purpose;
    Sector sector = Sector::unstated;
    Number hoursPerDay; // unstated means 8
    Number daysPerWeek; // unstated means 5
    CalendarBasis calendarBasis = CalendarBasis::working;
    Text currency;
    Evidence numbersAre = Evidence::unstated; // of every number that states no evidence of its own
    std::optional<Date> lastReviewed;
    std::optional<Date> roadmapStart;
    Number incrementWeeks; // unstated means 13
    std::vector<Text> sources;
    ChildList<Stakeholder> stakeholders;
    ChildList<Team> teams;
    ChildList<Role> roles;
    ChildList<Outcome> outcomes;
    ChildList<Constraint> constraints;
    ChildList<SpineItem> spine;
    ChildList<DecisionRight> decisionRights;
    ChildList<Flow> flows;
    ChildList<RoadmapItem> roadmap;
    ChildList<Cadence> cadences;
    ChildList<Decision> decisions;
    ChildList<Commitment> commitments;
    ChildList<Comment> comments;
    ChildList<Waiver> waivers;
    ChildList<RuleSetting> ruleSettings;
    ChildList<Conflict> conflicts; // of a merge, until each is settled
    friend bool operator==(const Plan&, const Plan&) = default;
};

} // namespace flowspine::model
