#include "edit/team_edit.h"

#include "model/validate.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;
using Office = test::PermitOffice;

namespace {

AnyId addInteraction(Office& office, const Id<model::Team>& team, const AnyId& with) {
    const AnyId id = office.add(edit::addNew(office.model, team, Kind::interaction, "", office.ids));
    office.set(id, "team", with);
    return id;
}

} // namespace

TEST_CASE("a new team comes with the role that leads it") {
    base::CountingIdGenerator ids;
    const edit::Added added = *edit::addTeam(model::makeEmptyModel(AnyId("plan-1"), "Plan"), "Planning", ids);
    const model::Plan& plan = added.model.plan();
    REQUIRE(plan.roles.size() == 1);
    const auto& lead = *added.model.find(plan.roles[0]);
    CHECK(lead.name == "Lead, Planning");
    CHECK(lead.team == added.id);
    CHECK(edit::addTeam(added.model, "", ids)->model.table(Kind::role).size() == 2);
}

TEST_CASE("of two teams one is left, and everything that named the other names it") {
    Office office;
    const Id<model::Team> third{office.add(edit::addTeam(office.model, "Fire marshal", office.ids))};
    office.take(edit::handOver(office.model, {office.decide}, office.oneStop));
    office.set(office.planning, "fte", 4.0);
    office.set(office.oneStop, "fte", 3.0);
    office.set(office.planning, "parentFunction", std::string("Building"));
    const AnyId between = addInteraction(office, office.oneStop, office.planning);
    const AnyId own = addInteraction(office, office.planning, third);
    const AnyId other = addInteraction(office, third, office.planning);
    const AnyId comment =
        office.add(edit::addNew(office.model, office.model.plan().id, Kind::comment, "Ada", office.ids));
    office.set(comment, "about", office.planning);

    const Model merged = *edit::mergeTeams(office.model, office.planning, office.oneStop);
    CHECK_FALSE(merged.contains(office.planning));
    CHECK_FALSE(merged.contains(between));
    CHECK(merged.find(office.check)->team == office.oneStop);
    CHECK(merged.find(office.variant)->lanes.ids() == std::vector<AnyId>{office.oneStop});
    CHECK(merged.find(merged.plan().roles[0])->team == office.oneStop);
    CHECK(merged.find(Id<model::Interaction>(other))->team == office.oneStop);
    CHECK(merged.find(Id<model::Comment>(comment))->about == office.oneStop);
    const model::Team& team = *merged.find(office.oneStop);
    CHECK(team.name == "One-stop permit team");
    CHECK(team.fte == 3.0);
    CHECK(team.parentFunction == "Building");
    CHECK(team.interactions.ids() == std::vector<AnyId>{own});
    CHECK(model::validate(merged).empty());
}

TEST_CASE("a team is not merged with itself or with none") {
    const Office office;
    CHECK(edit::mergeTeams(office.model, office.planning, office.planning).error().code == "same-team");
    CHECK(edit::mergeTeams(office.model, office.planning, Id<model::Team>("team-gone")).error().code == "no-entity");
    CHECK(edit::mergeTeams(office.model, Id<model::Team>("team-gone"), office.planning).error().code == "no-entity");
}
