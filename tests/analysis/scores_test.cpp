#include "analysis/scores.h"

#include "analysis/evaluation.h"
#include "analysis/rule_case.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using analysis::Area;
using analysis::Evaluation;
using base::Severity;

namespace {

void add(analysis::RuleTally& tally, Severity severity, int passes, int failures) {
    for (int i = 0; i < passes; ++i) tally.add(severity, true);
    for (int i = 0; i < failures; ++i) tally.add(severity, false);
}

// The weights that a score of this area is made of, by rule.
const analysis::RuleTally* tallyOf(const Evaluation& evaluation, Area area, std::string_view rule) {
    for (const analysis::RuleTally& tally : evaluation.scores().of(area).rules)
        if (tally.ruleId == rule) return &tally;
    return nullptr;
}

} // namespace

TEST_CASE("10 error checks with 1 failure and 20 warning checks with 5 failures score 83.3") {
    analysis::AreaScore score;
    score.rules.resize(2);
    add(score.rules[0], Severity::error, 9, 1);
    add(score.rules[1], Severity::warning, 15, 5);
    REQUIRE(score.value());
    CHECK(*score.value() == Approx(100.0 * 75 / 90));
    CHECK(*score.value() == Approx(83.3).margin(0.05));
    // Two times five warnings cost more than one error.
    REQUIRE(score.losses().size() == 2);
    CHECK(score.losses()[0].failedWeight == 10);
    CHECK(score.losses()[1].failedWeight == 5);
}

TEST_CASE("a note weighs a tenth of an error") {
    CHECK(analysis::weightOf(Severity::error) == 5);
    CHECK(analysis::weightOf(Severity::warning) == 2);
    CHECK(analysis::weightOf(Severity::info) == 0.5);
}

TEST_CASE("an empty plan has no findings and no scores") {
    const test::SmallPlan plan;
    const Evaluation evaluation = Evaluation::of(plan.model(), test::ruleDay);
    CHECK(evaluation.findings().empty());
    CHECK(evaluation.scores().weakest() == nullptr);
    for (const analysis::AreaScore& area : evaluation.scores().areas) CHECK_FALSE(area.value());
}

TEST_CASE("the lowest of the four scores is named, and areas that nobody began have none") {
    test::SmallPlan plan;
    plan.outcome("Quick");
    const auto role = plan.role("Lead");
    plan.add<model::SpineItem>([&](model::SpineItem& item) {
        item.title = "What teams may change";
        item.stability = model::Stability::adaptable;
        item.owner = role;
    });
    const Evaluation evaluation = Evaluation::of(plan.model(), test::ruleDay);
    const analysis::AreaScore* weakest = evaluation.scores().weakest();
    REQUIRE(weakest != nullptr);
    CHECK(weakest->area == Area::outcomes);
    CHECK(evaluation.scores().of(Area::spine).value() > weakest->value());
    CHECK_FALSE(evaluation.scores().of(Area::roadmap).value());
}

TEST_CASE("a score is the weight of what passes and fails, and every failing check is a finding") {
    test::SmallPlan plan;
    plan.line({"Take", "Check"});
    plan.outcome("Quick");
    const Evaluation evaluation = Evaluation::of(plan.model(), test::ruleDay);
    for (const analysis::AreaScore& area : evaluation.scores().areas) {
        double failing = 0;
        for (const analysis::Finding& finding : evaluation.findings())
            failing += finding.area == area.area ? analysis::weightOf(finding.severity) : 0;
        CHECK(failing == Approx(area.failedWeight()));
    }
}

TEST_CASE("a waived finding is kept and marked, and counts for no score until the exception ends") {
    test::SmallPlan plan;
    const auto outcome = plan.outcome("Quick");
    const auto waiver = plan.add<model::Waiver>([&](model::Waiver& each) {
        each.about = outcome;
        each.ruleId = "O01";
        each.reason = "Being worked out";
        each.expiry = test::ruleDay;
    });
    const auto findO01 = [&](const Evaluation& evaluation) {
        for (const analysis::Finding& finding : evaluation.findings())
            if (finding.ruleId == "O01" && finding.entity == outcome) return finding;
        return analysis::Finding{};
    };
    const Evaluation today = Evaluation::of(plan.model(), test::ruleDay);
    CHECK(findO01(today).waiver == waiver);
    REQUIRE(tallyOf(today, Area::outcomes, "O01") != nullptr);
    CHECK(tallyOf(today, Area::outcomes, "O01")->waived == 1);
    CHECK(tallyOf(today, Area::outcomes, "O01")->failed == 0);

    const Evaluation tomorrow = Evaluation::of(plan.model(), base::addDays(test::ruleDay, 1));
    CHECK(findO01(tomorrow).sentence.english() == "Nobody can tell whether “Quick” is happening.");
    CHECK_FALSE(findO01(tomorrow).isWaived());
    CHECK(tallyOf(tomorrow, Area::outcomes, "O01")->failed == 1);
    CHECK(tomorrow.verdict("M06", waiver) == analysis::Verdict::State::fail);
}

TEST_CASE("a plan may judge a rule otherwise: severity, threshold, or not at all") {
    test::SmallPlan plan;
    for (int i = 0; i < 4; ++i) plan.outcome(("Outcome " + std::to_string(i)).c_str());
    const auto severityOf = [](const Evaluation& evaluation, std::string_view rule) {
        for (const analysis::Finding& finding : evaluation.findings())
            if (finding.ruleId == rule) return std::optional(finding.severity);
        return std::optional<Severity>();
    };
    const Evaluation usual = Evaluation::of(plan.model(), test::ruleDay);
    CHECK(severityOf(usual, "O10") == std::nullopt);
    CHECK(severityOf(usual, "O06") == Severity::warning);

    plan.add<model::RuleSetting>([](model::RuleSetting& setting) {
        setting.ruleId = "O10";
        setting.threshold = 3;
        setting.severity = model::RuleSeverity::error;
    });
    plan.add<model::RuleSetting>([](model::RuleSetting& setting) {
        setting.ruleId = "O06";
        setting.severity = model::RuleSeverity::off;
    });
    const Evaluation own = usual.followed(plan.model());
    CHECK(severityOf(own, "O10") == Severity::error);
    CHECK(severityOf(own, "O06") == std::nullopt);
    CHECK(tallyOf(own, Area::outcomes, "O06") == nullptr);
    CHECK(own.findings() == Evaluation::of(plan.model(), test::ruleDay).findings());
    CHECK(own.scores() == Evaluation::of(plan.model(), test::ruleDay).scores());
}

TEST_CASE("findings for a report stand in the order of the plan") {
    test::SmallPlan plan;
    const auto second = plan.outcome("Second");
    const auto first = plan.outcome("First");
    plan.changePlan([&](model::Plan& each) { each.outcomes = {first, second}; });
    const Evaluation evaluation = Evaluation::of(plan.model(), test::ruleDay);
    const std::vector<analysis::Finding> ordered = analysis::inPlanOrder(plan.model(), evaluation.findings());
    REQUIRE(ordered.size() == evaluation.findings().size());
    std::vector<model::AnyId> entities;
    for (const analysis::Finding& finding : ordered)
        if (entities.empty() || entities.back() != finding.entity) entities.push_back(finding.entity);
    CHECK(entities == std::vector<model::AnyId>{plan.id(), first, second});
}
