#include "model/naming.h"

#include "model/entity_type.h"
#include "model/lanes.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace flowspine;
using model::AnyId;
using model::FieldValue;
using model::Id;
using model::Kind;
using Office = test::PermitOffice;

namespace {

std::string valueOf(const model::Model& model, Kind kind, const char* field, const FieldValue& value) {
    return model::valueText(model, *model::entityType(kind).field(field), value);
}

} // namespace

TEST_CASE("entities are named by their title, or by what stands for it") {
    Office office;
    CHECK(model::fullName(office.model, office.check) == "step “Check zoning”");
    CHECK(model::shortName(office.model, office.start) == "Start");
    CHECK(model::shortName(office.model, office.model.find(office.variant)->links[0]) == "Start → Check zoning");
    office.take(edit::pinStep(office.model, office.check, 1, office.ids));
    CHECK(model::shortName(office.model, office.model.find(office.variant)->placements[0]) == "Check zoning");
    const AnyId plan = office.model.plan().id;
    const AnyId right = office.add(edit::addNew(office.model, plan, Kind::decisionRight, "", office.ids));
    CHECK(model::shortName(office.model, right) == "without a name");
    const AnyId part = office.add(edit::addNew(office.model, right, Kind::assignment, "", office.ids));
    office.set(part, "role", office.model.plan().roles[0]);
    CHECK(model::shortName(office.model, part) == "R Lead, Planning");
    const AnyId measure = office.add(edit::addMeasure(office.model, office.faster, "Lead time", office.ids));
    const AnyId reading = office.add(edit::addNew(office.model, measure, Kind::reading, "", office.ids));
    CHECK(model::shortName(office.model, reading) == "no date");
    office.set(reading, "date", *base::parseDate("2027-03-03"));
    CHECK(model::shortName(office.model, reading) == "3 Mar 2027");
    const AnyId interaction =
        office.add(edit::addNew(office.model, office.planning, Kind::interaction, "", office.ids));
    office.set(interaction, "team", office.oneStop);
    CHECK(model::shortName(office.model, interaction) == "One-stop permit team");
    CHECK(model::fullName(office.model, AnyId("step-gone")) == "step “step-gone”");
    CHECK(model::fullName(office.model, AnyId("nonsense")) == "nonsense");
}

TEST_CASE("values in words") {
    Office office;
    const auto& model = office.model;
    CHECK(valueOf(model, Kind::step, "waitTime", FieldValue()) == "nothing");
    CHECK(valueOf(model, Kind::step, "waitTime", base::fromHours(1.5)) == "1.5 h");
    CHECK(valueOf(model, Kind::step, "name", std::string("Check")) == "“Check”");
    CHECK(valueOf(model, Kind::step, "name", std::string()) == "nothing");
    CHECK(valueOf(model, Kind::step, "systems", std::vector<std::string>{"GIS", "Paper"}) == "GIS, Paper");
    CHECK(valueOf(model, Kind::step, "team", office.planning) == "Planning");
    CHECK(valueOf(model, Kind::step, "team", AnyId{}) == "nothing");
    CHECK(valueOf(model, Kind::step, "type", model::ChoiceValue{2}) == "Decision");
    CHECK(valueOf(model, Kind::step, "type", model::ChoiceValue{200}) == "nothing");
    CHECK(valueOf(model, Kind::variant, "lanes", std::vector<AnyId>{office.planning, office.oneStop}) ==
          "Planning, One-stop permit team");
    CHECK(valueOf(model, Kind::step, "percentCompleteAccurate", 80.0) == "80 %");
    CHECK(valueOf(model, Kind::plan, "lastReviewed", *base::parseDate("2027-03-03")) == "3 Mar 2027");
    CHECK(valueOf(model, Kind::measure, "frequency", base::Period{0, 1, 0, 0}) == "every month");
    CHECK(valueOf(model, Kind::placement, "pinned", true) == "yes");
}

TEST_CASE("money is named in the plan's currency, when it has one") {
    Office office;
    CHECK(valueOf(office.model, Kind::roadmapItem, "cost", 20'000.0) == "20000");
    office.set(office.model.plan().id, "currency", std::string("EUR"));
    CHECK(valueOf(office.model, Kind::roadmapItem, "cost", 20'000.0) == "20000 EUR");
    CHECK(valueOf(model::Model(), Kind::roadmapItem, "cost", 1.0) == "1");
}

TEST_CASE("numbers are as short as can be") {
    CHECK(model::numberText(55) == "55");
    CHECK(model::numberText(0.25) == "0.25");
    CHECK(model::numberText(-0.1) == "-0.1");
    CHECK(model::numberText(1e21) == "1e+21");
    CHECK(model::numberText(std::numeric_limits<double>::infinity()) == "0");
}

TEST_CASE("lanes are the listed teams, then those of other steps in the plan's order, then nobody") {
    Office office;
    const Id<model::Team> third{office.add(edit::addTeam(office.model, "Fire marshal", office.ids))};
    office.set(office.check, "team", third);
    office.set(office.decide, "team", office.oneStop);
    office.set(office.variant, "lanes", std::vector<AnyId>{});
    const auto lanes = [&] { return model::lanesOf(office.model, *office.model.find(office.variant)); };
    using Lanes = std::vector<Id<model::Team>>;
    CHECK(lanes() == Lanes{office.oneStop, third});
    office.set(office.variant, "lanes", std::vector<AnyId>{third, office.planning});
    CHECK(lanes() == Lanes{third, office.planning, office.oneStop});
    office.set(office.decide, "team", AnyId{});
    CHECK(lanes() == Lanes{third, office.planning, {}});
    office.take(edit::remove(office.model, {office.check, office.decide}));
    office.set(office.variant, "lanes", std::vector<AnyId>{});
    CHECK(lanes() == Lanes{{}});
}
