#include "analysis/healthy_plan.h"

#include "analysis/evaluation.h"
#include "analysis/rule_case.h"
#include "model/validate.h"
#include "project/model_writer.h"
#include "support/golden.h"

#include <catch2/catch.hpp>

using namespace flowspine;

TEST_CASE("a plan can be so that no rule has anything to say, with 100 in every area") {
    const model::Model plan = test::healthyPlan();
    REQUIRE(model::validate(plan).empty());
    const analysis::Evaluation evaluation = analysis::Evaluation::of(plan, test::ruleDay);
    for (const analysis::Finding& finding : evaluation.findings()) {
        CAPTURE(finding.ruleId, finding.sentence.english());
        CHECK(false);
    }
    std::size_t rules = 0;
    for (const analysis::AreaScore& area : evaluation.scores().areas) {
        CHECK(area.value() == 100);
        rules += area.rules.size();
    }
    CHECK(rules > 60);
}

TEST_CASE("the healthy plan is kept as a file for looking at") {
    CHECK(test::differenceFromGolden("healthy.flowspine", project::writeModel(test::healthyPlan())) == "");
}
