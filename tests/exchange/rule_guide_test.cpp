#include "exchange/rule_guide.h"

#include "analysis/rule.h"
#include "project/project_file.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

using namespace flowspine;

TEST_CASE("the page of the guide is what the rules say") {
    const auto published = project::readBytes(test::sourceDir() / "docs/guide/plan-health.md", std::size_t{1} << 24U);
    REQUIRE(published.hasValue());
    INFO("write it again with: flowspine rules > docs/guide/plan-health.md");
    CHECK((*published == exchange::ruleGuide()));
}

TEST_CASE("the guide has a section with why and source for every rule") {
    const std::string guide = exchange::ruleGuide();
    for (const analysis::Rule& rule : analysis::allRules()) {
        CAPTURE(rule.id);
        const std::size_t at = guide.find("\n### " + std::string(rule.id) + " " + std::string(rule.condition) + "\n");
        REQUIRE(at != std::string::npos);
        const std::string section = guide.substr(at + 1, guide.find("\n#", at + 1) - at);
        for (const std::string_view part : {rule.why, rule.suggestion, rule.source})
            CHECK(section.find(part) != std::string::npos);
        for (const analysis::Message& message : rule.messages) CHECK(section.find(message.text()) != std::string::npos);
    }
}
