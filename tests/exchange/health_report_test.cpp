#include "exchange/health_report.h"

#include "edit/health_edit.h"
#include "support/examples.h"
#include "support/golden.h"
#include "support/small_plan.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using analysis::Evaluation;

namespace {

const base::Date today = *base::makeDate(2026, 11, 23);

// The renovation permit with an exception and a rule that is off.
model::Model judgedPermit() {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples.front());
    base::CountingIdGenerator ids;
    const base::Result<edit::Added> waived =
        edit::waive(permit.model, "O06", permit.ids.at("O4"),
                    {"The board names one in January", "City manager", base::makeDate(2027, 1, 31)}, ids);
    REQUIRE(waived);
    base::Result<model::Model> judged = edit::judgeRule(waived->model, "F05", model::RuleSeverity::asDefined, 9.0, ids);
    REQUIRE(judged);
    judged = edit::judgeRule(*judged, "O17", model::RuleSeverity::off, std::nullopt, ids);
    REQUIRE(judged);
    return *judged;
}

} // namespace

TEST_CASE("the report has every finding once, in its area or among what is accepted") {
    const Evaluation evaluation = Evaluation::of(judgedPermit(), today);
    const view::HealthReport report = exchange::healthReport(evaluation);
    std::size_t listed = report.exceptions.size();
    for (std::size_t i = 0; i < report.areas.size(); ++i) {
        listed += report.areas[i].findings.size();
        CHECK(report.areas[i].score == evaluation.scores().areas[i].value());
    }
    CHECK(listed == evaluation.findings().size());
    REQUIRE(report.exceptions.size() == 1);
    CHECK(report.exceptions.front().reason == "The board names one in January");
    REQUIRE(report.weakest() != nullptr);
    CHECK(report.weakest()->label == "Roadmap");
    CHECK(report.ownRules.size() == 2);
}

TEST_CASE("the report as Markdown") {
    const std::string text = exchange::healthMarkdown(exchange::healthReport(Evaluation::of(judgedPermit(), today)));
    CHECK(test::differenceFromGolden("health_renovation-permit.md", text) == "");
}

TEST_CASE("words of a plan make no markup in the report") {
    test::SmallPlan plan;
    plan.changePlan([](model::Plan& each) { each.name = "A *bold* <b>plan</b>"; });
    plan.outcome("[link](https://example.org) | `code`\n# Heading");
    const std::string text = exchange::healthMarkdown(exchange::healthReport(Evaluation::of(plan.model(), today)));
    CHECK(text.starts_with("# Health of “A \\*bold\\* \\<b\\>plan\\</b\\>”\n"));
    CHECK(text.find("\\[link\\](https://example.org) \\| \\`code\\` \\# Heading") != std::string::npos);
    CHECK(text.find("\n# Heading") == std::string::npos);
}
