// A small plan made by edits, for tests that read better with names than with random ones.
#pragma once

#include "edit/flow_edit.h"
#include "edit/outcome_edit.h"
#include "edit/team_edit.h"

#include <string_view>

namespace flowspine::test {

// Two teams with their leads, one outcome, and one flow: start, "Check zoning", "Decide", end, both done by Planning.
struct PermitOffice {
    base::CountingIdGenerator ids;
    model::Model model = model::makeEmptyModel(model::AnyId("plan-office"), "Permits");
    model::Id<model::Team> planning{add(edit::addTeam(model, "Planning", ids))};
    model::Id<model::Team> oneStop{add(edit::addTeam(model, "One-stop permit team", ids))};
    model::Id<model::Flow> flow{add(edit::addFlow(model, "Permit", ids))};
    model::Id<model::Variant> variant = model.find(flow)->current;
    model::Id<model::Step> start = model.find(variant)->steps[0];
    model::Id<model::Step> end = model.find(variant)->steps[1];
    model::Id<model::Step> check{add(edit::addStep(model, variant, "Check zoning", planning, start, ids))};
    model::Id<model::Step> decide{add(edit::addStep(model, variant, "Decide", planning, check, ids))};
    model::Id<model::Outcome> faster{
        add(edit::addOutcome(model, model::Perspective::peopleServed, "Permits come faster", ids))};

    // Takes the plan of an edit that must have worked.
    model::AnyId add(const base::Result<edit::Added>& added) {
        model = added.value().model;
        return added.value().id;
    }
    void take(const base::Result<model::Model>& next) { model = model::Model(next.value()); }
    void set(const model::AnyId& id, std::string_view field, model::FieldValue value) {
        take(edit::setField(model, id, field, std::move(value)));
    }
};

} // namespace flowspine::test
