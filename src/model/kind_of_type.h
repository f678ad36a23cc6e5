// Which Kind an entity struct is.
#pragma once

#include "model/entities.h"

namespace flowspine::model {

// The kind of entity type E.
template <class E>
inline constexpr Kind kindFor = Kind::plan;

#define FLOWSPINE_KIND(Type, value)                                                                                    \
    template <>                                                                                                        \
    inline constexpr Kind kindFor<Type> = Kind::value;

FLOWSPINE_KIND(Stakeholder, stakeholder)
FLOWSPINE_KIND(Team, team)
FLOWSPINE_KIND(Interaction, interaction)
FLOWSPINE_KIND(Role, role)
FLOWSPINE_KIND(Outcome, outcome)
FLOWSPINE_KIND(Measure, measure)
FLOWSPINE_KIND(Reading, reading)
FLOWSPINE_KIND(Constraint, constraint)
FLOWSPINE_KIND(SpineItem, spineItem)
FLOWSPINE_KIND(DecisionRight, decisionRight)
FLOWSPINE_KIND(Assignment, assignment)
FLOWSPINE_KIND(Flow, flow)
FLOWSPINE_KIND(Variant, variant)
FLOWSPINE_KIND(Step, step)
FLOWSPINE_KIND(Link, link)
FLOWSPINE_KIND(Placement, placement)
FLOWSPINE_KIND(RoadmapItem, roadmapItem)
FLOWSPINE_KIND(Cadence, cadence)
FLOWSPINE_KIND(Review, review)
FLOWSPINE_KIND(ReviewedItem, reviewedItem)
FLOWSPINE_KIND(Decision, decision)
FLOWSPINE_KIND(Commitment, commitment)
FLOWSPINE_KIND(Comment, comment)
FLOWSPINE_KIND(Reply, reply)
FLOWSPINE_KIND(Waiver, waiver)
FLOWSPINE_KIND(RuleSetting, ruleSetting)
FLOWSPINE_KIND(Conflict, conflict)
#undef FLOWSPINE_KIND

} // namespace flowspine::model
