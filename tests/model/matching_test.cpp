#include "model/matching.h"

#include "edit/entity_edit.h"
#include "edit/flow_edit.h"

#include <catch2/catch.hpp>

#include <algorithm>

using namespace flowspine;
using model::AnyId;
using model::Id;
using model::Model;

namespace {

struct Plan {
    base::CountingIdGenerator ids;
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");

    AnyId add(model::Kind kind, const char* title) {
        edit::Added added = edit::addNew(model, model.plan().id, kind, title, ids).value();
        model = std::move(added.model);
        return added.id;
    }
    void set(const AnyId& id, std::string_view field, model::FieldValue value) {
        model = edit::setField(model, id, field, std::move(value)).value();
    }
    [[nodiscard]] model::ModelIndex index() const { return model::ModelIndex(model); }
};

bool has(const std::vector<AnyId>& ids, const AnyId& id) {
    return std::find(ids.begin(), ids.end(), id) != ids.end();
}

} // namespace

TEST_CASE("what a role owns is what names it, each once") {
    Plan plan;
    const AnyId role = plan.add(model::Kind::role, "Clerk");
    const AnyId outcome = plan.add(model::Kind::outcome, "Fast");
    const AnyId other = plan.add(model::Kind::outcome, "Fair");
    plan.set(outcome, "owner", role);
    const std::vector<AnyId> owned = model::ownedBy(plan.model, plan.index(), Id<model::Role>(role));
    CHECK(owned.size() == 2);
    CHECK(has(owned, role));
    CHECK(has(owned, outcome));
    CHECK_FALSE(has(owned, other));
    CHECK(model::ownedBy(plan.model, plan.index(), Id<model::Role>()).empty());
}

TEST_CASE("of a team are its steps, its roles and what these own, and not the flows where it has a lane") {
    Plan plan;
    const AnyId team = plan.add(model::Kind::team, "Desk");
    const AnyId role = plan.add(model::Kind::role, "Clerk");
    plan.set(role, "team", team);
    const AnyId item = plan.add(model::Kind::spineItem, "Fees");
    plan.set(item, "owner", role);
    edit::Added flow = edit::addFlow(plan.model, "Permit", plan.ids).value();
    plan.model = std::move(flow.model);
    const Id<model::Variant> variant = plan.model.find(Id<model::Flow>(flow.id))->current;
    edit::Added step = edit::addStep(plan.model, variant, "Check", Id<model::Team>(team), AnyId(), plan.ids).value();
    plan.model = std::move(step.model);
    plan.set(variant, "lanes", std::vector<AnyId>{team});
    const std::vector<AnyId> found = model::ofTeam(plan.model, plan.index(), Id<model::Team>(team));
    for (const AnyId& id : {team, role, item, step.id}) CHECK(has(found, id));
    CHECK_FALSE(has(found, variant));
    CHECK_FALSE(has(found, flow.id));
}

TEST_CASE("tags and statuses are found in every kind, and listed once") {
    Plan plan;
    const AnyId outcome = plan.add(model::Kind::outcome, "Fast");
    const AnyId item = plan.add(model::Kind::roadmapItem, "Try it");
    const AnyId constraint = plan.add(model::Kind::constraint, "Queue");
    plan.set(outcome, "tags", std::vector<std::string>{"pilot", "north"});
    plan.set(item, "tags", std::vector<std::string>{"pilot"});
    CHECK(model::tagsIn(plan.model) == std::vector<std::string>{"north", "pilot"});
    CHECK(model::tagged(plan.model, "pilot").size() == 2);
    CHECK(model::tagged(plan.model, "pilo").empty());
    CHECK(model::withStatus(plan.model, "Open") == std::vector<AnyId>{constraint});
    CHECK(model::withStatus(plan.model, "Proposed") == std::vector<AnyId>{item});
    CHECK(model::statusesIn(plan.model) == std::vector<std::string>{"Active", "Open", "Proposed"});
}
