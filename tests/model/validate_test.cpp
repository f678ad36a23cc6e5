#include "model/validate.h"

#include "model/draft.h"
#include "support/permit_office.h"

#include <catch2/catch.hpp>

#include <limits>

using namespace flowspine;
using model::AnyId;
using model::Draft;
using model::Id;
using model::Kind;
using model::Model;
using Office = test::PermitOffice;

namespace {

// "code entity" for every issue.
std::vector<std::string> found(const Model& model) {
    std::vector<std::string> all;
    for (const base::Issue& issue : model::validate(model)) {
        CHECK(issue.severity == base::Severity::error);
        CHECK(issue.error.message.ends_with("."));
        all.push_back(issue.error.code + " " + issue.error.pointer);
    }
    return all;
}

std::string on(const char* code, const AnyId& id) {
    return std::string(code) + " " + std::string(id.text());
}

using Found = std::vector<std::string>;

} // namespace

TEST_CASE("a plan that edits made has nothing wrong with it") {
    const Office office;
    CHECK(found(office.model).empty());
}

TEST_CASE("without the plan itself nothing else is looked at") {
    CHECK(found(Model()) == Found{"no-plan "});
}

TEST_CASE("everything belongs to exactly one owner that lists what is there") {
    const Office office;
    Draft orphan(office.model);
    orphan.change(office.variant)->steps = {office.start, office.check, office.end};
    CHECK(found(orphan.finish()) == Found{on("no-owner", office.decide),
                                          on("foreign-step", office.model.find(office.variant)->links[1]),
                                          on("foreign-step", office.model.find(office.variant)->links[2])});

    Draft twice(office.model);
    twice.change(office.variant)->steps.add(office.check);
    CHECK(found(twice.finish()) == Found{on("two-owners", office.check)});

    Draft missing(office.model);
    missing.change(office.variant)->steps.add(AnyId("step-gone"));
    missing.change(office.variant)->placements.add(office.check); // of another kind
    CHECK(found(missing.finish()) == Found{on("missing-child", office.variant), on("missing-child", office.variant)});
}

TEST_CASE("references name what is there, of a kind that fits") {
    const Office office;
    Draft draft(office.model);
    draft.change(office.check)->team = Id<model::Team>("team-gone");
    draft.change(office.decide)->team = Id<model::Team>(office.check);
    draft.change(office.variant)->lanes.add(AnyId("nonsense"));
    CHECK(found(draft.finish()) == Found{on("wrong-kind", office.variant), on("unknown-reference", office.check),
                                         on("wrong-kind", office.decide)});
    const std::vector<base::Issue> issues = model::validate(draft.finish());
    CHECK(issues[1].error.message == "“Team” of step “Check zoning” names “team-gone”, which is not in this plan.");
}

TEST_CASE("numbers stay within their limits") {
    const Office office;
    Draft draft(office.model);
    draft.change(office.check)->percentCompleteAccurate = 100.5;
    draft.change(office.planning)->fte = -1;
    draft.change(office.oneStop)->fte = std::numeric_limits<double>::quiet_NaN();
    CHECK(found(draft.finish()) == Found{on("out-of-range", office.planning), on("out-of-range", office.oneStop),
                                         on("out-of-range", office.check)});
}

TEST_CASE("links and placements stay within their variant") {
    Office office;
    const Id<model::Variant> other{office.add(edit::duplicateVariant(office.model, office.variant, "Two", office.ids))};
    office.take(edit::pinStep(office.model, office.check, 1, office.ids));
    const Id<model::Step> copied = office.model.find(other)->steps[1];
    const Id<model::Link> link = office.model.find(office.variant)->links[0];
    const Id<model::Placement> placement = office.model.find(office.variant)->placements[0];
    Draft draft(office.model);
    draft.change(link)->from = copied;
    draft.change(placement)->step = copied;
    CHECK(found(draft.finish()) == Found{on("foreign-step", link), on("foreign-step", placement)});
}

TEST_CASE("a flow with variants has a current one of its own") {
    Office office;
    Draft draft(office.model);
    draft.change(office.flow)->current = {};
    CHECK(found(draft.finish()) == Found{on("no-current-variant", office.flow)});
    office.take(edit::remove(office.model, {office.variant}));
    CHECK(found(office.model).empty());
}
