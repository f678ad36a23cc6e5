// The one description of every entity: each member with its name in the file and what is known of it. Adding a member
// to a struct and a line here is all it takes for it to be saved, compared, merged, shown and exported.
// Include this only where descriptions are built (entity_type.cpp) or tested.
#pragma once

#include "model/annotation_fields.h"
#include "model/entities.h"
#include "model/kind_of_type.h"

#include <tuple>

namespace flowspine::model {

template <>
inline constexpr auto fields<Stakeholder> = std::tuple{
    field("name", &Stakeholder::name, {.label = "Name", .isTitle = true}),
    field("kind", &Stakeholder::kind, {.label = "Kind"}),
};

template <>
inline constexpr auto fields<Interaction> = std::tuple{
    field("team", &Interaction::team, {.label = "With team", .onDelete = OnDelete::removeSelf}),
    field("mode", &Interaction::mode, {.label = "Mode"}),
    field("purpose", &Interaction::purpose, {.label = "Purpose", .isTitle = true}),
    field("until", &Interaction::until, {.label = "Until"}),
};

template <>
inline constexpr auto fields<Team> = std::tuple{
    field("name", &Team::name, {.label = "Name", .isTitle = true}),
    field("type", &Team::type, {.label = "Type"}),
    field("fte", &Team::fte, {.label = "People", .unit = "FTE", .min = 0}),
    evidence("fteEvidence", &Team::fteEvidence),
    field("capacityPerWeek", &Team::capacityPerWeek, {.label = "Capacity", .unit = "h / week", .min = 0}),
    evidence("capacityPerWeekEvidence", &Team::capacityPerWeekEvidence),
    field("parentFunction", &Team::parentFunction, {.label = "Function"}),
    field("interactions", &Team::interactions, {.label = "Interactions"}),
};

template <>
inline constexpr auto fields<Role> = std::tuple{
    field("name", &Role::name, {.label = "Name", .isTitle = true}),
    field("person", &Role::person, {.label = "Person"}),
    field("team", &Role::team, {.label = "Team"}),
};

template <>
inline constexpr auto fields<Reading> = std::tuple{
    field("date", &Reading::date, {.label = "Date", .isTitle = true}),
    field("value", &Reading::value, {.label = "Value"}),
    evidence("valueEvidence", &Reading::valueEvidence),
};

template <>
inline constexpr auto fields<Measure> = std::tuple{
    field("name", &Measure::name, {.label = "Name", .isTitle = true}),
    field("unit", &Measure::unit, {.label = "Unit"}),
    field("direction", &Measure::direction, {.label = "Direction"}),
    field("kind", &Measure::kind, {.label = "Kind"}),
    field("baseline", &Measure::baseline, {.label = "Baseline"}),
    evidence("baselineEvidence", &Measure::baselineEvidence),
    field("baselineDate", &Measure::baselineDate, {.label = "Baseline date"}),
    field("target", &Measure::target, {.label = "Target"}),
    evidence("targetEvidence", &Measure::targetEvidence),
    field("targetDate", &Measure::targetDate, {.label = "Target date"}),
    field("min", &Measure::min, {.label = "Keep above"}),
    field("max", &Measure::max, {.label = "Keep below"}),
    field("frequency", &Measure::frequency, {.label = "Measured"}),
    field("source", &Measure::source, {.label = "Source"}),
    field("owner", &Measure::owner, {.label = "Owner"}),
    field("guards", &Measure::guards, {.label = "Guards"}),
    field("readings", &Measure::readings, {.label = "Readings"}),
};

template <>
inline constexpr auto fields<Outcome> = std::tuple{
    field("title", &Outcome::title, {.label = "Title", .isTitle = true}),
    field("statement", &Outcome::statement, {.label = "Statement", .isMultiline = true}),
    field("perspective", &Outcome::perspective, {.label = "Matters to"}),
    field("audience", &Outcome::audience, {.label = "Audience"}),
    field("owner", &Outcome::owner, {.label = "Owner"}),
    field("term", &Outcome::term, {.label = "Term"}),
    field("status", &Outcome::status, {.label = "Status"}),
    field("parent", &Outcome::parent, {.label = "Part of"}),
    field("measures", &Outcome::measures, {.label = "Measures"}),
};

template <>
inline constexpr auto fields<Constraint> = std::tuple{
    field("title", &Constraint::title, {.label = "Title", .isTitle = true}),
    field("type", &Constraint::type, {.label = "Type"}),
    field("severity", &Constraint::severity, {.label = "Severity", .unit = "of 5", .min = 1, .max = 5}),
    field("evidence", &Constraint::evidence, {.label = "Evidence", .isMultiline = true}),
    field("status", &Constraint::status, {.label = "Status"}),
    field("outcomes", &Constraint::outcomes, {.label = "Holds back"}),
    field("locations", &Constraint::locations,
          {.label = "Bites at", .targets = kinds(Kind::flow, Kind::step, Kind::team, Kind::spineItem)}),
};

template <>
inline constexpr auto fields<SpineItem> = std::tuple{
    field("title", &SpineItem::title, {.label = "Title", .isTitle = true}),
    field("text", &SpineItem::text, {.label = "Wording", .isMultiline = true}),
    field("category", &SpineItem::category, {.label = "Category"}),
    field("stability", &SpineItem::stability, {.label = "Stability"}),
    field("tier", &SpineItem::tier, {.label = "Tier"}),
    field("authority", &SpineItem::authority, {.label = "Authority"}),
    field("authorityLink", &SpineItem::authorityLink, {.label = "Link"}),
    field("rationale", &SpineItem::rationale, {.label = "Why", .isMultiline = true}),
    field("changeRoute", &SpineItem::changeRoute, {.label = "Change route", .isMultiline = true}),
    field("decidedBy", &SpineItem::decidedBy, {.label = "Decided by"}),
    field("limit", &SpineItem::limit, {.label = "Limit"}),
    field("limitUnit", &SpineItem::limitUnit, {.label = "Limit unit"}),
    field("reviewCadence", &SpineItem::reviewCadence, {.label = "Reviewed"}),
    field("lastReviewed", &SpineItem::lastReviewed, {.label = "Last review"}),
    field("nextReview", &SpineItem::nextReview, {.label = "Next review"}),
    field("approvalDays", &SpineItem::approvalDays, {.label = "Approval takes", .unit = "days", .min = 0}),
    field("mustBeEnforced", &SpineItem::mustBeEnforced, {.label = "Must be enforced"}),
    field("owner", &SpineItem::owner, {.label = "Owner"}),
    field("changeAuthority", &SpineItem::changeAuthority, {.label = "Change decided by"}),
    field("within", &SpineItem::within, {.label = "Within"}),
};

template <>
inline constexpr auto fields<Assignment> = std::tuple{
    field("letter", &Assignment::letter, {.label = "Letter", .isTitle = true}),
    field("role", &Assignment::role, {.label = "Role", .onDelete = OnDelete::removeSelf}),
};

template <>
inline constexpr auto fields<DecisionRight> = std::tuple{
    field("title", &DecisionRight::title, {.label = "Title", .isTitle = true}),
    field("scheme", &DecisionRight::scheme, {.label = "Scheme"}),
    field("limit", &DecisionRight::limit, {.label = "Up to", .unit = "money", .min = 0}),
    field("decisionDays", &DecisionRight::decisionDays, {.label = "Decides within", .unit = "days", .min = 0}),
    field("reversibility", &DecisionRight::reversibility, {.label = "Reversibility"}),
    field("escalation", &DecisionRight::escalation, {.label = "If they cannot agree"}),
    field("assignments", &DecisionRight::assignments, {.label = "Assignments"}),
};

template <>
inline constexpr auto fields<Step> = std::tuple{
    field("name", &Step::name, {.label = "Name", .isTitle = true}),
    field("type", &Step::type, {.label = "Type"}),
    field("team", &Step::team, {.label = "Team"}),
    field("phase", &Step::phase, {.label = "Phase"}),
    field("processTime", &Step::processTime, {.label = "Process time"}),
    evidence("processTimeEvidence", &Step::processTimeEvidence),
    field("waitTime", &Step::waitTime, {.label = "Wait before"}),
    evidence("waitTimeEvidence", &Step::waitTimeEvidence),
    field("percentCompleteAccurate", &Step::percentCompleteAccurate,
          {.label = "%C&A", .unit = "%", .min = 0, .max = 100}),
    evidence("percentCompleteAccurateEvidence", &Step::percentCompleteAccurateEvidence),
    field("valueClass", &Step::valueClass, {.label = "Value"}),
    field("automation", &Step::automation, {.label = "Automation"}),
    field("stage", &Step::stage, {.label = "Stage"}),
    field("systems", &Step::systems, {.label = "Systems"}),
    field("accountable", &Step::accountable, {.label = "Accountable"}),
    field("responsible", &Step::responsible, {.label = "Responsible"}),
    field("consulted", &Step::consulted, {.label = "Consulted"}),
    field("informed", &Step::informed, {.label = "Informed"}),
    field("decisionRight", &Step::decisionRight, {.label = "Decision right"}),
    field("spine", &Step::spine, {.label = "Spine"}),
    field("joins", &Step::joins, {.label = "Joined at"}),
    field("origin", &Step::origin, {.label = "Same step in"}),
};

template <>
inline constexpr auto fields<Link> = std::tuple{
    field("from", &Link::from, {.label = "From", .onDelete = OnDelete::removeSelf}),
    field("to", &Link::to, {.label = "To", .onDelete = OnDelete::removeSelf}),
    field("kind", &Link::kind, {.label = "Kind"}),
    field("probability", &Link::probability, {.label = "Probability", .unit = "%", .min = 0, .max = 100}),
    evidence("probabilityEvidence", &Link::probabilityEvidence),
    field("condition", &Link::condition, {.label = "Condition"}),
    field("delay", &Link::delay, {.label = "Delay"}),
    field("medium", &Link::medium, {.label = "Medium"}),
    field("passes", &Link::passes, {.label = "Passes", .isTitle = true}),
};

template <>
inline constexpr auto fields<Placement> = std::tuple{
    field("step", &Placement::step, {.label = "Step", .isPlacement = true, .onDelete = OnDelete::removeSelf}),
    field("column", &Placement::column, {.label = "Column", .isPlacement = true, .min = 0, .max = 100000}),
    field("row", &Placement::row, {.label = "Row", .isPlacement = true, .min = 0, .max = 100000}),
    field("pinned", &Placement::pinned, {.label = "Pinned", .isPlacement = true}),
};

template <>
inline constexpr auto fields<Variant> = std::tuple{
    field("name", &Variant::name, {.label = "Name", .isTitle = true}),
    field("kind", &Variant::kind, {.label = "Kind"}),
    field("basedOn", &Variant::basedOn, {.label = "Based on"}),
    field("lanes", &Variant::lanes, {.label = "Lanes"}),
    field("phases", &Variant::phases, {.label = "Phases"}),
    field("fteMoved", &Variant::fteMoved, {.label = "People who change team", .unit = "FTE", .min = 0}),
    field("steps", &Variant::steps, {.label = "Steps"}),
    field("links", &Variant::links, {.label = "Links"}),
    field("placements", &Variant::placements, {.label = "Placements", .isPlacement = true}),
};

template <>
inline constexpr auto fields<Flow> = std::tuple{
    field("name", &Flow::name, {.label = "Name", .isTitle = true}),
    field("trigger", &Flow::trigger, {.label = "Starts when"}),
    field("endEvent", &Flow::endEvent, {.label = "Ends when"}),
    field("unitOfWork", &Flow::unitOfWork, {.label = "Unit of work"}),
    field("demandPerWeek", &Flow::demandPerWeek, {.label = "Demand", .unit = "per week", .min = 0}),
    evidence("demandPerWeekEvidence", &Flow::demandPerWeekEvidence),
    field("valueProposition", &Flow::valueProposition, {.label = "Value proposition", .isMultiline = true}),
    field("customer", &Flow::customer, {.label = "Customer"}),
    field("status", &Flow::status, {.label = "Status"}),
    field("owner", &Flow::owner, {.label = "Owner"}),
    field("outcomes", &Flow::outcomes, {.label = "Delivers"}),
    field("current", &Flow::current, {.label = "Current variant"}),
    field("variants", &Flow::variants, {.label = "Variants"}),
};

template <>
inline constexpr auto fields<RoadmapItem> = std::tuple{
    field("title", &RoadmapItem::title, {.label = "Title", .isTitle = true}),
    field("type", &RoadmapItem::type, {.label = "Type"}),
    field("horizon", &RoadmapItem::horizon, {.label = "Horizon"}),
    field("start", &RoadmapItem::start, {.label = "Start"}),
    field("end", &RoadmapItem::end, {.label = "End"}),
    field("weBelieve", &RoadmapItem::weBelieve, {.label = "We believe", .isMultiline = true}),
    field("willResultIn", &RoadmapItem::willResultIn, {.label = "will result in", .isMultiline = true}),
    field("weKnowWhen", &RoadmapItem::weKnowWhen, {.label = "we will know when", .isMultiline = true}),
    field("expectedDelta", &RoadmapItem::expectedDelta, {.label = "Expected change"}),
    field("killCriteria", &RoadmapItem::killCriteria, {.label = "Stop when", .isMultiline = true}),
    field("reviewDate", &RoadmapItem::reviewDate, {.label = "Review"}),
    field("status", &RoadmapItem::status, {.label = "State"}),
    field("confidence", &RoadmapItem::confidence, {.label = "Confidence", .unit = "%", .min = 0, .max = 100}),
    field("effortDays", &RoadmapItem::effortDays, {.label = "Effort", .unit = "person-days", .min = 0}),
    evidence("effortDaysEvidence", &RoadmapItem::effortDaysEvidence),
    field("cost", &RoadmapItem::cost, {.label = "Cost", .unit = "money", .min = 0}),
    evidence("costEvidence", &RoadmapItem::costEvidence),
    field("learning", &RoadmapItem::learning, {.label = "Learning", .isMultiline = true}),
    field("owner", &RoadmapItem::owner, {.label = "Owner"}),
    field("measures", &RoadmapItem::measures, {.label = "Measures"}),
    field("constraints", &RoadmapItem::constraints, {.label = "Addresses"}),
    field("flows", &RoadmapItem::flows, {.label = "Changes flows"}),
    field("spine", &RoadmapItem::spine, {.label = "Touches spine"}),
    field("variant", &RoadmapItem::variant, {.label = "Leads to variant"}),
    field("dependsOn", &RoadmapItem::dependsOn, {.label = "Waits for"}),
};

template <>
inline constexpr auto fields<ReviewedItem> = std::tuple{
    field("item", &ReviewedItem::item, {.label = "Item"}),
    field("outcome", &ReviewedItem::outcome, {.label = "Outcome"}),
    field("learning", &ReviewedItem::learning, {.label = "Learning", .isTitle = true, .isMultiline = true}),
    field("readings", &ReviewedItem::readings, {.label = "Readings"}),
};

template <>
inline constexpr auto fields<Review> = std::tuple{
    field("date", &Review::date, {.label = "Date", .isTitle = true}),
    field("attendees", &Review::attendees, {.label = "Attendees"}),
    field("summary", &Review::summary, {.label = "Summary", .isMultiline = true}),
    field("decisions", &Review::decisions, {.label = "Decisions"}),
    field("items", &Review::items, {.label = "Items"}),
};

template <>
inline constexpr auto fields<Cadence> = std::tuple{
    field("name", &Cadence::name, {.label = "Name", .isTitle = true}),
    field("frequency", &Cadence::frequency, {.label = "Repeats"}),
    field("forum", &Cadence::forum, {.label = "Forum"}),
    field("layer", &Cadence::layer, {.label = "Layer"}),
    field("reviews", &Cadence::reviews, {.label = "Reviews"}),
};

template <>
inline constexpr auto fields<Decision> = std::tuple{
    field("title", &Decision::title, {.label = "Title", .isTitle = true}),
    field("date", &Decision::date, {.label = "Date"}),
    field("context", &Decision::context, {.label = "Context", .isMultiline = true}),
    field("decision", &Decision::decision, {.label = "Decision", .isMultiline = true}),
    field("alternatives", &Decision::alternatives, {.label = "Alternatives", .isMultiline = true}),
    field("rationale", &Decision::rationale, {.label = "Why", .isMultiline = true}),
    field("status", &Decision::status, {.label = "Status"}),
    field("decidedBy", &Decision::decidedBy, {.label = "Decided by"}),
    field("supersedes", &Decision::supersedes, {.label = "Supersedes"}),
    field("about", &Decision::about, {.label = "About", .targets = anyKind}),
};

template <>
inline constexpr auto fields<Commitment> = std::tuple{
    field("leader", &Commitment::leader, {.label = "Leader", .isTitle = true}),
    field("statement", &Commitment::statement, {.label = "Promise", .isMultiline = true}),
    field("evidence", &Commitment::evidence, {.label = "Evidence", .isMultiline = true}),
    field("date", &Commitment::date, {.label = "Date"}),
    field("status", &Commitment::status, {.label = "Status"}),
    field("outcomes", &Commitment::outcomes, {.label = "Outcomes"}),
};

template <>
inline constexpr auto fields<Plan> = std::tuple{
    field("name", &Plan::name, {.label = "Name", .isTitle = true}),
    field("organisation", &Plan::organisation, {.label = "Organisation"}),
    field("purpose", &Plan::purpose, {.label = "Purpose", .isMultiline = true}),
    field("sector", &Plan::sector, {.label = "Sector"}),
    field("hoursPerDay", &Plan::hoursPerDay, {.label = "Hours a day", .unit = "h", .min = 0.25, .max = 24}),
    field("daysPerWeek", &Plan::daysPerWeek, {.label = "Days a week", .unit = "days", .min = 0.5, .max = 7}),
    field("calendarBasis", &Plan::calendarBasis, {.label = "Times are"}),
    field("currency", &Plan::currency, {.label = "Currency"}),
    field("numbersAre", &Plan::numbersAre, {.label = "Numbers are"}),
    field("lastReviewed", &Plan::lastReviewed, {.label = "Last review"}),
    field("roadmapStart", &Plan::roadmapStart, {.label = "Roadmap starts"}),
    field("incrementWeeks", &Plan::incrementWeeks, {.label = "Increment", .unit = "weeks", .min = 1, .max = 52}),
    field("sources", &Plan::sources, {.label = "Sources"}),
    field("stakeholders", &Plan::stakeholders, {.label = "Stakeholders"}),
    field("teams", &Plan::teams, {.label = "Teams"}),
    field("roles", &Plan::roles, {.label = "Roles"}),
    field("outcomes", &Plan::outcomes, {.label = "Outcomes"}),
    field("constraints", &Plan::constraints, {.label = "Constraints"}),
    field("spine", &Plan::spine, {.label = "Spine"}),
    field("decisionRights", &Plan::decisionRights, {.label = "Decision rights"}),
    field("flows", &Plan::flows, {.label = "Flows"}),
    field("roadmap", &Plan::roadmap, {.label = "Roadmap"}),
    field("cadences", &Plan::cadences, {.label = "Review rhythms"}),
    field("decisions", &Plan::decisions, {.label = "Decisions"}),
    field("commitments", &Plan::commitments, {.label = "Commitments"}),
    field("comments", &Plan::comments, {.label = "Comments"}),
    field("waivers", &Plan::waivers, {.label = "Waivers"}),
    field("ruleSettings", &Plan::ruleSettings, {.label = "Rules"}),
    field("conflicts", &Plan::conflicts, {.label = "Conflicts"}),
};

// Counts the members of an aggregate, its base as one.
struct ConvertsToAnything {
    template <class T>
    operator T() const; // NOLINT(google-explicit-constructor)
};
template <class T, class... Args>
constexpr std::size_t memberCount(Args... args) {
    if constexpr (requires { T{args..., ConvertsToAnything{}}; })
        return memberCount<T>(args..., ConvertsToAnything{});
    else
        return sizeof...(Args);
}

template <class E>
inline constexpr bool isCompletelyDescribed = memberCount<E>() == std::tuple_size_v<decltype(fields<E>)> + 1;

} // namespace flowspine::model
