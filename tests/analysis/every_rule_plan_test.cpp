#include "analysis/every_rule_plan.h"

#include "analysis/evaluation.h"
#include "analysis/rule_case.h"
#include "project/model_reader.h"
#include "project/model_writer.h"
#include "support/golden.h"

#include <catch2/catch.hpp>

#include <set>

using namespace flowspine;

TEST_CASE("the plan of every rule is kept as a file for looking at") {
    const std::string written = project::writeModel(test::everyRulePlan());
    REQUIRE(project::readModel(written));
    CHECK(test::differenceFromGolden("every_rule.flowspine", written) == "");
}

TEST_CASE("one plan makes every rule fire but the one that no file can hold") {
    const analysis::Evaluation evaluation = analysis::Evaluation::of(test::everyRulePlan(), test::ruleDay);
    std::set<std::string_view> fired;
    for (const analysis::Finding& finding : evaluation.findings()) fired.insert(finding.ruleId);
    for (const analysis::Rule& rule : analysis::allRules()) {
        CAPTURE(rule.id, rule.condition);
        CHECK(fired.contains(rule.id) == (rule.id != "M07"));
    }
}
