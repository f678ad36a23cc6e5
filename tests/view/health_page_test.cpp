#include "view/health_page.h"

#include "support/picture_checks.h"
#include "support/small_plan.h"

#include <catch2/catch.hpp>

#include <set>

using namespace flowspine;
using namespace flowspine::view;

namespace {

const FixedTextMeasure measure;

HealthReport longReport(std::size_t findings) {
    HealthReport report;
    report.plan = "Plan";
    report.asOf = *base::makeDate(2026, 11, 23);
    const std::array labels = {"Outcomes", "Spine", "Flows", "Roadmap"};
    for (std::size_t i = 0; i < report.areas.size(); ++i) {
        HealthArea& area = report.areas[i];
        area.label = labels[i];
        if (i == 3) continue; // not begun
        area.score = 60.0 + static_cast<double>(i);
        area.isWeakest = i == 0;
        area.passedWeight = 60;
        area.failedWeight = 40;
        for (std::size_t n = 0; n < findings; ++n)
            area.findings.push_back({model::AnyId("outc-00000000000" + std::to_string(n % 10)),
                                     static_cast<base::Severity>(n % 3), "O01",
                                     "Sentence " + std::to_string(n) + " of " + area.label +
                                         " that goes on for so long that it has to be wrapped on a sheet of paper",
                                     "Mend it somehow"});
    }
    report.exceptions.push_back({"O06", "Nobody owns it.", "Until January", "The board", report.asOf});
    report.ownRules = {"O17 (Speed or cost measure without a guardrail) is off"};
    return report;
}

std::multiset<std::string> linesOn(const std::vector<Page>& pages) {
    std::multiset<std::string> lines;
    for (const Page& page : pages)
        for (const Shape& shape : page.picture.shapes)
            if (const auto* label = std::get_if<Label>(&shape.form))
                lines.insert(label->lines.begin(), label->lines.end());
    return lines;
}

std::string allWords(const std::vector<Page>& pages) {
    std::string text;
    for (const Page& page : pages)
        for (const Shape& shape : page.picture.shapes)
            if (const auto* label = std::get_if<Label>(&shape.form))
                for (const std::string& line : label->lines) text += line + " ";
    return text;
}

} // namespace

TEST_CASE("on every paper all findings are there, whole, none below 6 points and none outside the sheet") {
    test::SmallPlan plan;
    const HealthReport report = longReport(40);
    for (const Paper paper : {Paper::a4, Paper::a3, Paper::letter})
        for (const bool isPortrait : {false, true}) {
            PageSetup setup;
            setup.paper = paper;
            setup.isPortrait = isPortrait;
            setup.stateOfPlan = report.asOf;
            CAPTURE(nameOf(setup));
            const std::vector<Page> pages = healthPages(plan.model(), report, setup, measure);
            REQUIRE(pages.size() > 1);
            for (const Page& page : pages) {
                CHECK(test::problemsOf(page.picture, measure) == "");
                for (const Shape& shape : page.picture.shapes)
                    if (const auto* label = std::get_if<Label>(&shape.form)) REQUIRE(label->style.size >= smallestType);
            }
            const std::string words = allWords(pages);
            for (const HealthArea& area : report.areas)
                for (const HealthFinding& finding : area.findings) {
                    CAPTURE(finding.sentence);
                    REQUIRE(words.find(finding.sentence.substr(0, 24)) != std::string::npos);
                }
            CHECK(words.find("Nobody owns it.") != std::string::npos);
            CHECK(words.find("Until January (The board) until 23 Nov 2026") != std::string::npos);
            CHECK(words.find("O17 (Speed or cost measure without a guardrail) is off") != std::string::npos);
            CHECK(linesOn(pages).contains("1 of " + std::to_string(pages.size())));
            CHECK(pages[0].bookmark == "Plan health");
            CHECK(pages[1].bookmark.empty());
        }
}

TEST_CASE("a plan without findings says so on one sheet") {
    test::SmallPlan plan;
    HealthReport report = longReport(0);
    report.exceptions.clear();
    const std::vector<Page> pages = healthPages(plan.model(), report, {}, measure);
    REQUIRE(pages.size() == 1);
    CHECK(allWords(pages).find("Nothing to say about this plan") != std::string::npos);
    CHECK(allWords(pages).find("nothing checked yet") != std::string::npos);
}
