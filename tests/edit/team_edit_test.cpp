#include "edit/team_edit.h"

#include "edit/spine_edit.h"
#include "model/validate.h"
#include "project/model_writer.h"
#include "support/json_references.h"
#include "support/permit_office.h"
#include "support/random_model.h"

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

namespace {

using test::JsonReferences;

// What the file says once every `from` in it reads `into`, without the entities in `gone` and what goes with them.
std::set<JsonReferences::Mention> renamed(const Model& model, const AnyId& from, const AnyId& into,
                                          const std::set<std::string>& gone) {
    const JsonReferences json(project::writeModel(model));
    const std::set<std::string> without = json.goneWith(gone);
    std::set<JsonReferences::Mention> all;
    for (const std::string& id : json.ids())
        for (JsonReferences::Mention each : json.mentionsOf(id)) {
            if (each.target == from.text()) each.target = into.text();
            if (each.from == from.text()) each.from = into.text();
            if (!without.contains(each.from) && !without.contains(each.target)) all.insert(each);
        }
    return all;
}

} // namespace

TEST_CASE("merging any two teams or roles of any plan keeps every reference in the file") {
    const std::uint64_t seed = test::testSeed(20261128);
    INFO("seed " << seed << " (FLOWSPINE_SEED repeats it)");
    test::Random random(seed);
    for (int round = 0; round < 100; ++round) {
        const Model model = test::randomModel(random, {.entities = 60 + random.below(60)});
        const model::Plan& plan = model.plan();
        INFO("round " << round);
        if (plan.teams.size() > 1) {
            const Id<model::Team> from = plan.teams[0];
            const Id<model::Team> into = plan.teams[1 + random.below(plan.teams.size() - 1)];
            std::set<std::string> gone;
            for (const auto& [team, other] : {std::pair(from, into), std::pair(into, from)})
                model.forEach(model.find(team)->interactions, [&, other = other](const model::Interaction& each) {
                    if (each.team == other) gone.insert(std::string(each.id.text()));
                });
            const Model merged = *edit::mergeTeams(model, from, into);
            REQUIRE(model::validate(merged).empty());
            REQUIRE(renamed(merged, from, into, {}) == renamed(model, from, into, gone));
        }
        if (plan.roles.size() > 1) {
            const Id<model::Role> from = plan.roles[0];
            const Id<model::Role> into = plan.roles[1 + random.below(plan.roles.size() - 1)];
            const Model merged = *edit::mergeRoles(model, from, into);
            REQUIRE(model::validate(merged).empty());
            std::set<std::string> gone;
            model.forEach<model::Assignment>([&](const model::Assignment& each) {
                if (each.role == from && !merged.contains(each.id)) gone.insert(std::string(each.id.text()));
            });
            auto expected = renamed(model, from, into, gone);
            // A role that stated no team takes the other's; one that did keeps it.
            if (model.find(into)->team)
                expected.erase({std::string(into.text()), "team", std::string(model.find(from)->team.text())});
            if (model.find(into)->team)
                expected.insert({std::string(into.text()), "team", std::string(model.find(into)->team.text())});
            REQUIRE(renamed(merged, from, into, {}) == expected);
        }
    }
}

TEST_CASE("of two roles with the same letter in a decision one assignment stays, and different letters both stay") {
    base::CountingIdGenerator ids;
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    const auto add = [&](Kind kind, const char* name) {
        edit::Added added = edit::addNew(model, model.plan().id, kind, name, ids).value();
        model = std::move(added.model);
        return added.id;
    };
    const Id<model::Role> clerk{add(Kind::role, "Clerk")};
    const Id<model::Role> officer{add(Kind::role, "Officer")};
    const Id<model::DecisionRight> same{add(Kind::decisionRight, "Same")};
    const Id<model::DecisionRight> other{add(Kind::decisionRight, "Other")};
    for (const auto& role : {clerk, officer}) model = *edit::assignLetter(model, same, role, model::Letter::a, ids);
    model = *edit::assignLetter(model, other, clerk, model::Letter::a, ids);
    model = *edit::assignLetter(model, other, officer, model::Letter::c, ids);
    const Model merged = *edit::mergeRoles(model, clerk, officer);
    CHECK_FALSE(merged.contains(clerk));
    CHECK(merged.find(same)->assignments.size() == 1);
    CHECK(merged.find(other)->assignments.size() == 2);
    merged.forEach<model::Assignment>([&](const model::Assignment& each) { CHECK(each.role == officer); });
    CHECK(edit::mergeRoles(model, clerk, clerk).error().code == "same-role");
}
