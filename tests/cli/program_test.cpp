// The program itself as a process: what only shows there, such as that no window system is started.
#include "cli/command.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using test::contentOf;
using test::example;
using test::Ran;
using test::runProgram;
namespace fs = std::filesystem;

TEST_CASE("the program says its version and nothing else") {
    const Ran ran = runProgram({"--version"}, test::scratch("program-version"));
    CHECK(ran.code == 0);
    CHECK(ran.out == "flowspine " FLOWSPINE_VERSION "\n");
    CHECK(ran.err.empty());
}

TEST_CASE("the program makes, checks, compares and exports a plan without a display") {
    const fs::path folder = test::scratch("program-plan");
    CHECK(runProgram({"new", "plan.flowspine", "--template", "government-service", "--name", "Parking"}, folder).out ==
          "plan.flowspine: new plan “Parking”\n");
    CHECK_THAT(runProgram({"check", "plan.flowspine"}, folder).out, Catch::Contains("\n1 file checked, "));
    CHECK(runProgram({"diff", "plan.flowspine", "plan.flowspine"}, folder).code == 0);

    for (const std::string ending : {"pdf", "svg", "png"}) {
        CAPTURE(ending);
        const std::string output = "roadmap." + ending;
        const Ran ran = runProgram({"export", example("renovation-permit.flowspine"), "--view", "roadmap", "-o", output,
                                    "--as-of", "2026-11-23"},
                                   folder);
        CHECK(ran.code == 0);
        CHECK_THAT(ran.out, Catch::StartsWith(output + ": roadmap"));
        CHECK(ran.err.empty());
    }
    CHECK_THAT(contentOf(folder / "roadmap.pdf"), Catch::StartsWith("%PDF-1."));
    CHECK_THAT(contentOf(folder / "roadmap.png"), Catch::StartsWith("\x89PNG"));
    CHECK_THAT(contentOf(folder / "roadmap.svg"), Catch::Contains(">Guided intake with live<") ||
                                                      Catch::Contains(">Guided intake with live completeness check<") ||
                                                      Catch::Contains(">Guided intake with live completeness<"));
}

TEST_CASE("two runs of an export give the same bytes") {
    const fs::path folder = test::scratch("program-twice");
    for (const std::string view : {"roadmap", "flows", "outcomes", "spine"}) {
        for (const std::string ending : {"pdf", "svg", "png"}) {
            CAPTURE(view, ending);
            for (const std::string name : {"one.", "two."})
                REQUIRE(runProgram({"export", example("first-passport.flowspine"), "--view", view, "-o", name + ending,
                                    "--as-of", "2026-11-23"},
                                   folder)
                            .code == 0);
            const bool isSame = contentOf(folder / ("one." + ending)) == contentOf(folder / ("two." + ending));
            CHECK(isSame);
        }
    }
}

TEST_CASE("the program ends with 2 and one sentence when it cannot") {
    const fs::path folder = test::scratch("program-cannot");
    const Ran ran = runProgram({"check", "none.flowspine"}, folder);
    CHECK(ran.code == 2);
    CHECK(ran.out == "0 files checked, no problems; 1 could not be read.\n");
    CHECK_THAT(ran.err, Catch::StartsWith("none.flowspine: error: "));
}
