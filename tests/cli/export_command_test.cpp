#include "cli/command.h"
#include "cli/exported_view.h"
#include "project/model_reader.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using test::contentOf;
using test::example;
using test::Ran;
using test::runCommand;
namespace fs = std::filesystem;

TEST_CASE("the ending of the output says what is drawn") {
    const fs::path folder = test::scratch("export");
    const std::string pdf = (folder / "plan.PDF").string();
    const Ran ran = runCommand({"export", example("renovation-permit.flowspine"), "--view", "roadmap", "-o", pdf});
    CHECK(ran.code == 0);
    CHECK(ran.out == pdf + ": roadmap, 1 sheet\n");
    CHECK(ran.err.empty());
    CHECK(contentOf(pdf) == "PDF Renovation permit: roadmap\n1190 x 841 Roadmap\n");

    const std::string png = (folder / "plan.png").string();
    CHECK(runCommand({"export", example("renovation-permit.flowspine"), "--view", "spine", "-o", png}).code == 0);
    CHECK_THAT(contentOf(png), Catch::StartsWith("PNG with "));

    const std::string svg = (folder / "plan.svg").string();
    CHECK(runCommand({"export", example("renovation-permit.flowspine"), "--view", "outcomes", "-o", svg}).code == 0);
    CHECK_THAT(contentOf(svg), Catch::StartsWith("<?xml") && Catch::Contains("Applicants get a decision quickly"));

    const std::string doc = (folder / "plan.doc").string();
    const Ran unknown = runCommand({"export", example("renovation-permit.flowspine"), "--view", "roadmap", "-o", doc});
    CHECK(unknown.code == 2);
    CHECK(unknown.err == doc + ": error: The ending says what the file becomes; it has to be .pdf, .svg or .png.\n");
    CHECK_FALSE(fs::exists(doc));
}

TEST_CASE("the views of the whole plan come as sheets and as pictures") {
    const fs::path folder = test::scratch("export-overview");
    const std::string file = example("home-purchase-mortgage.flowspine");
    const auto run = [&](const std::string& view, const std::string& ending) {
        const std::string out = (folder / (view + ending)).string();
        const Ran ran = runCommand({"export", file, "--view", view, "-o", out});
        CHECK(ran.err.empty());
        REQUIRE(ran.code == 0);
        return contentOf(out);
    };
    CHECK(run("overview", ".pdf") == "PDF Home-purchase mortgage: line of sight\n1190 x 841 Line of sight\n");
    CHECK(run("coverage", ".pdf") == "PDF Home-purchase mortgage: coverage\n1190 x 841 Coverage\n");
    CHECK(run("canvas", ".pdf") == "PDF Home-purchase mortgage: operating model\n1190 x 841 Operating model\n");
    CHECK_THAT(run("overview", ".svg"), Catch::Contains("Appraisal independence") && !Catch::Contains(">Show<"));
    CHECK_THAT(run("coverage", ".svg"), Catch::Contains("Fixed spine by the flows that stand on it"));
    CHECK_THAT(run("canvas", ".png"), Catch::StartsWith("PNG with "));
}

TEST_CASE("papers come upright and sideways") {
    const fs::path folder = test::scratch("export-papers");
    const std::string pdf = (folder / "plan.pdf").string();
    const auto sizeOf = [&](std::vector<std::string> more) {
        std::vector<std::string> args = {"export", example("acme-stamping.flowspine"), "--view", "spine", "-o", pdf};
        args.insert(args.end(), more.begin(), more.end());
        REQUIRE(runCommand(args).code == 0);
        const std::string told = contentOf(pdf);
        const std::size_t line = told.find('\n') + 1;
        return told.substr(line, told.find(" Fixed") - line);
    };
    CHECK(sizeOf({}) == "1190 x 841");
    CHECK(sizeOf({"--paper", "A4"}) == "841 x 595");
    CHECK(sizeOf({"--paper", "a4", "--portrait"}) == "595 x 841");
    CHECK(sizeOf({"--paper", "Letter"}) == "792 x 612");
}

TEST_CASE("a flow is found by its name in any case, by its id, and otherwise the error lists the flows") {
    const fs::path folder = test::scratch("export-flow");
    const std::string pdf = (folder / "flow.pdf").string();
    const auto run = [&](const std::string& view) {
        return runCommand({"export", example("first-passport.flowspine"), "--view", view, "-o", pdf});
    };
    CHECK(run("flow:renew a passport").code == 0);
    CHECK_THAT(contentOf(pdf), Catch::Contains("Renew a passport") && !Catch::Contains("Get a first passport"));
    CHECK(run("flows").code == 0);
    CHECK_THAT(contentOf(pdf), Catch::Contains("Renew a passport") && Catch::Contains("Get a first passport"));
    const Ran unknown = run("flow:Renew");
    CHECK(unknown.code == 2);
    CHECK(unknown.err == example("first-passport.flowspine") +
                             ": error: There is no flow “Renew”; the plan has “Renew a passport”, “Get a first "
                             "passport”.\n");
    const Ran view = run("gantt");
    CHECK(view.code == 2);
    CHECK_THAT(view.err,
               Catch::Contains("choose roadmap, outcomes, spine, flows, overview, coverage, canvas or flow:NAME"));
}

TEST_CASE("a flow's sheet shows the figures of all its variants and its time ladder") {
    const base::Result<project::ReadModel> read = project::readModel(contentOf(example("renovation-permit.flowspine")));
    REQUIRE(read);
    const base::Result<cli::ExportedView> flows = cli::findView(read->model, "flows");
    REQUIRE(flows);
    view::PageSetup setup;
    setup.stateOfPlan = test::fixedToday();
    const view::PageSet set = cli::pagesOf(read->model, *flows, setup, view::FixedTextMeasure());
    REQUIRE(set.pages.size() >= 2);
    std::vector<std::string> words;
    for (const view::Shape& shape : set.pages.front().picture.shapes)
        if (const auto* label = std::get_if<view::Label>(&shape.form))
            words.insert(words.end(), label->lines.begin(), label->lines.end());
    for (const char* figure : {"Lead time, expected", "49.9 d", "12.4 d", "8.5 h", "7.6 h", "2.1 %", "30.9 %", "71.6 %",
                               "13", "2.6", "13.8", "Time ladder"}) {
        CAPTURE(figure);
        CHECK(std::find(words.begin(), words.end(), figure) != words.end());
    }
    for (std::size_t i = 0; i < set.pages.size(); ++i) {
        const std::string number = std::to_string(i + 1) + " of " + std::to_string(set.pages.size());
        bool isNumbered = false;
        for (const view::Shape& shape : set.pages[i].picture.shapes)
            if (const auto* label = std::get_if<view::Label>(&shape.form))
                isNumbered = isNumbered || label->lines.front() == number;
        CHECK(isNumbered);
    }
}

TEST_CASE("a failing export leaves an older export as it was") {
    const fs::path folder = test::scratch("export-failing");
    const std::string pdf = (folder / "plan.pdf").string();
    test::write(pdf, "older");
    const Ran ran = runCommand({"export", example("first-passport.flowspine"), "--view", "flow:none", "-o", pdf});
    CHECK(ran.code == 2);
    CHECK(contentOf(pdf) == "older");
    const std::string nowhere = (folder / "none" / "plan.pdf").string();
    const Ran folderMissing =
        runCommand({"export", example("first-passport.flowspine"), "--view", "spine", "-o", nowhere});
    CHECK(folderMissing.code == 2);
    CHECK_THAT(folderMissing.err, Catch::StartsWith(nowhere + ": error: "));
}
