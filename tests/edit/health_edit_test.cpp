#include "edit/health_edit.h"

#include "model/validate.h"
#include "support/small_plan.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Model;
using model::RuleSetting;
using model::RuleSeverity;
using model::Waiver;

namespace {

struct Judged {
    test::SmallPlan plan;
    base::CountingIdGenerator ids;
    AnyId outcome = plan.outcome("Quick answers");

    Model waived(const Model& model, const edit::Exception& exception) {
        const base::Result<edit::Added> added = edit::waive(model, "O06", outcome, exception, ids);
        REQUIRE(added);
        return added->model;
    }
    Model judged(const Model& model, RuleSeverity severity, std::optional<double> threshold = std::nullopt) {
        const base::Result<Model> next = edit::judgeRule(model, "F05", severity, threshold, ids);
        REQUIRE(next);
        CHECK(model::validate(*next).empty());
        return *next;
    }
    static const RuleSetting& onlySetting(const Model& model) {
        REQUIRE(model.table(model::Kind::ruleSetting).size() == 1);
        return static_cast<const RuleSetting&>(*model.table(model::Kind::ruleSetting).rows().front());
    }
};

} // namespace

TEST_CASE("accepting a finding records what was accepted, why, by whom and until when") {
    Judged t;
    const Model next = t.waived(t.plan.model(), {"Named in January", "The board", base::makeDate(2027, 1, 31)});
    REQUIRE(next.table(model::Kind::waiver).size() == 1);
    const auto& waiver = static_cast<const Waiver&>(*next.table(model::Kind::waiver).rows().front());
    CHECK(waiver.about == t.outcome);
    CHECK(waiver.ruleId == "O06");
    CHECK(waiver.reason == "Named in January");
    CHECK(waiver.by == "The board");
    CHECK(waiver.expiry == base::makeDate(2027, 1, 31));
    CHECK(model::validate(next).empty());
}

TEST_CASE("accepting the same finding again renews the exception") {
    Judged t;
    const Model once = t.waived(t.plan.model(), {"Named in January", "The board", base::makeDate(2027, 1, 31)});
    const Model again = t.waived(once, {"Still nobody", "", std::nullopt});
    REQUIRE(again.table(model::Kind::waiver).size() == 1);
    const auto& waiver = static_cast<const Waiver&>(*again.table(model::Kind::waiver).rows().front());
    CHECK(waiver.reason == "Still nobody");
    CHECK(waiver.by.empty());
    CHECK_FALSE(waiver.expiry);
    CHECK(edit::waive(once, "O01", t.outcome, {"Other", "", {}}, t.ids)->model.table(model::Kind::waiver).size() == 2);
}

TEST_CASE("an exception needs a reason") {
    Judged t;
    const auto refused = edit::waive(t.plan.model(), "O06", t.outcome, {" \n", "The board", {}}, t.ids);
    REQUIRE_FALSE(refused);
    CHECK(refused.error().code == "no-reason");
}

TEST_CASE("a rule is judged by one setting, which goes when it is judged as defined again") {
    Judged t;
    const Model off = t.judged(t.plan.model(), RuleSeverity::off);
    CHECK(Judged::onlySetting(off).severity == RuleSeverity::off);
    const Model milder = t.judged(off, RuleSeverity::info, 12.0);
    CHECK(Judged::onlySetting(milder).severity == RuleSeverity::info);
    CHECK(Judged::onlySetting(milder).threshold == 12.0);
    const Model limitOnly = t.judged(milder, RuleSeverity::asDefined, 12.0);
    CHECK(Judged::onlySetting(limitOnly).severity == RuleSeverity::asDefined);
    CHECK((t.judged(limitOnly, RuleSeverity::asDefined) == t.plan.model()));
    CHECK((t.judged(t.plan.model(), RuleSeverity::asDefined) == t.plan.model()));
}
