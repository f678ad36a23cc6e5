#include "edit/flow_table_edit.h"

#include "model/naming.h"
#include "model/validate.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using edit::applyTable;
using edit::FlowTableColumn;
using edit::FlowTableResult;
using edit::FlowTableRow;
using model::AnyId;
using model::Id;
using model::Model;
using model::Step;
using model::Variant;
using Office = test::PermitOffice;
using Names = std::vector<std::string>;

namespace {

FlowTableRow row(std::string name) {
    FlowTableRow made;
    made.name = std::move(name);
    return made;
}

FlowTableRow row(std::string name, std::string lane, std::string next) {
    FlowTableRow made = row(std::move(name));
    made.lane = std::move(lane);
    made.next = std::move(next);
    return made;
}

FlowTableResult applied(const Office& office, const std::vector<FlowTableRow>& rows, const AnyId& after = {}) {
    base::CountingIdGenerator ids(5000);
    base::Result<FlowTableResult> result = applyTable(office.model, office.variant, rows, after, ids);
    REQUIRE(result);
    CHECK(model::validate(result->model).empty());
    return *std::move(result);
}

const Step& stepNamed(const Model& model, const Id<Variant>& variant, const std::string& name) {
    const Step* found = nullptr;
    model.forEach(model.find(variant)->steps, [&](const Step& step) {
        if (step.name == name) found = &step;
    });
    REQUIRE(found);
    return *found;
}

// "A > B", for each link, in the variant's order.
Names links(const Model& model, const Id<Variant>& variant) {
    Names all;
    model.forEach(model.find(variant)->links, [&](const model::Link& link) {
        all.push_back(model::shortName(model, link.from) + " > " + model::shortName(model, link.to));
    });
    return all;
}

bool has(const Names& names, const std::string& name) {
    return std::find(names.begin(), names.end(), name) != names.end();
}

// A flow of nothing but its start and end.
Office emptyOffice() {
    Office office;
    office.take(edit::remove(office.model, {office.check, office.decide}));
    office.add(edit::connectSteps(office.model, office.start, office.end, model::LinkKind::sequence, office.ids));
    return office;
}

} // namespace

TEST_CASE("rows with lanes and what comes next become steps, lanes and links, tied to start and end") {
    const Office office = emptyOffice();
    const FlowTableResult result =
        applied(office, {row("Apply", "Applicant", "Check"), row("Check", "planning", "Grant 70 %; Correct (30%)"),
                         row("Correct", "Applicant", "Check"), row("Grant", "Planning", "")});
    CHECK(result.problems.empty());
    CHECK(result.addedSteps.size() == 4);
    REQUIRE(result.addedTeams.size() == 1);
    CHECK(model::shortName(result.model, result.addedTeams[0]) == "Applicant");
    CHECK(stepNamed(result.model, office.variant, "Check").team == office.planning);
    const Names all = links(result.model, office.variant);
    CHECK(all.size() == 6);
    for (const char* link : {"Apply > Check", "Check > Grant", "Check > Correct", "Correct > Check"})
        CHECK(has(all, link));
    CHECK(has(all, model::shortName(result.model, office.start) + " > Apply"));
    CHECK(has(all, "Grant > " + model::shortName(result.model, office.end)));
    result.model.forEach(result.model.find(office.variant)->links, [&](const model::Link& link) {
        if (link.to == stepNamed(result.model, office.variant, "Correct").id) CHECK(link.probability == 30.0);
    });
}

TEST_CASE("rows without a word on what comes next follow each other") {
    const Office office = emptyOffice();
    const FlowTableResult result = applied(office, {row("One"), row("Two"), row("Three")});
    const Names all = links(result.model, office.variant);
    CHECK(all.size() == 4);
    for (const char* link : {"One > Two", "Two > Three"}) CHECK(has(all, link));
    CHECK(has(all, "Three > " + model::shortName(result.model, office.end)));
}

TEST_CASE("a row of a step that is there changes what it states and nothing else") {
    Office office;
    office.set(office.check, "waitTime", base::Duration{3600});
    FlowTableRow change = row(" check ZONING ");
    change.processTime = base::Duration{1800};
    change.percentCompleteAccurate = 80;
    const FlowTableResult result = applied(office, {change});
    CHECK(result.problems.empty());
    CHECK(result.addedSteps.empty());
    REQUIRE(result.changedSteps == std::vector<AnyId>{office.check});
    const Step& step = *result.model.find(office.check);
    CHECK(step.name == "Check zoning");
    CHECK(step.team == office.planning);
    CHECK(step.waitTime == base::Duration{3600});
    CHECK(step.processTime == base::Duration{1800});
    CHECK(step.percentCompleteAccurate == 80.0);
    CHECK(links(result.model, office.variant) == links(office.model, office.variant));

    const FlowTableResult same = applied(office, {row("Check zoning", "Planning", "Decide")});
    CHECK(same.changedSteps.empty());
    CHECK(same.model == office.model);
}

TEST_CASE("a new way out takes the place of those that are not named") {
    const Office office;
    const FlowTableResult result =
        applied(office, {row("Check zoning", "Planning", "Publish"), row("Publish", "Planning", "Decide")});
    const Names all = links(result.model, office.variant);
    CHECK(has(all, "Check zoning > Publish"));
    CHECK(has(all, "Publish > Decide"));
    CHECK_FALSE(has(all, "Check zoning > Decide"));
    CHECK(result.addedLinks == 2);
    CHECK(result.removedLinks == 1);
    CHECK(result.changedSteps == std::vector<AnyId>{office.check});
}

TEST_CASE("cells that name nothing known are explained and left out, and take nothing away") {
    Office office;
    FlowTableRow first = row("Check zoning");
    first.accountable = "J. Ruiz";
    first.decisionRight = "Sign";
    first.next = "Nowhere";
    const FlowTableResult result = applied(office, {first, row("  ")});
    REQUIRE(result.problems.size() == 4);
    CHECK(result.problems[0].column == FlowTableColumn::step);
    CHECK(result.problems[0].row == 1);
    CHECK(result.problems[1].message == "No role is called “J. Ruiz”.");
    CHECK(result.problems[2].message == "No decision right is called “Sign”.");
    CHECK(result.problems[3].message == "No step is called “Nowhere”.");
    CHECK(result.model == office.model);
}

TEST_CASE("roles are found by name, several of them, and an empty cell that is stated takes them away") {
    Office office;
    FlowTableRow change = row("Decide");
    change.accountable = "Lead, Planning; lead, one-stop permit team";
    FlowTableResult result = applied(office, {change});
    CHECK(result.problems.empty());
    CHECK(result.model.find(office.decide)->accountable.size() == 2);
    Office next = office;
    next.model = result.model;
    change.accountable = "";
    CHECK(applied(next, {change}).model.find(office.decide)->accountable.isEmpty());
}

TEST_CASE("a comma parts names unless it belongs to one") {
    Office office;
    office.set(office.decide, "name", std::string("Decide, with conditions"));
    const FlowTableResult whole = applied(office, {row("Check zoning", "Planning", "Decide, with conditions")});
    CHECK(whole.problems.empty());
    CHECK(whole.model == office.model);
    const FlowTableResult two = applied(office, {row("Check zoning", "Planning", "Archive, Publish"),
                                                 row("Archive", "Planning", "end"), row("Publish", "Planning", "end")});
    CHECK(two.problems.empty());
    CHECK(has(links(two.model, office.variant), "Check zoning > Archive"));
    CHECK(has(links(two.model, office.variant), "Check zoning > Publish"));
}

TEST_CASE("a table for a variant that is gone, or with values out of range, changes nothing") {
    Office office;
    base::CountingIdGenerator ids(5000);
    CHECK(applyTable(office.model, Id<Variant>("variant-gone"), {row("A")}, {}, ids).error().code == "no-owner");
    FlowTableRow wrong = row("Check zoning");
    wrong.percentCompleteAccurate = 130;
    CHECK(applyTable(office.model, office.variant, {wrong}, {}, ids).error().code == "out-of-range");
}
