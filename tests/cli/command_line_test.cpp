#include "cli/command_line.h"

#include "cli/command.h"

#include <catch2/catch.hpp>

using flowspine::cli::isCommand;
using flowspine::test::Ran;
using flowspine::test::runCommand;

TEST_CASE("a command word, help and version ask for the command line; a file or nothing asks for the designer") {
    CHECK(isCommand({"check", "plan.flowspine"}));
    CHECK(isCommand({"--help"}));
    CHECK(isCommand({"-h"}));
    CHECK(isCommand({"--version"}));
    CHECK(isCommand({"chekc", "plan.flowspine"}));
    CHECK_FALSE(isCommand({}));
    CHECK_FALSE(isCommand({"plan.flowspine"}));
    CHECK_FALSE(isCommand({"./check"}));
    CHECK_FALSE(isCommand({"-platform", "offscreen"}));
}

TEST_CASE("only commands that draw or need a template start the designer") {
    using flowspine::cli::needsDesigner;
    CHECK(needsDesigner({"export", "a.flowspine"}));
    CHECK(needsDesigner({"new", "a.flowspine"}));
    for (const char* word : {"check", "format", "diff", "metrics", "schema", "--version", "--help", "chekc"})
        CHECK_FALSE(needsDesigner({word}));
}

TEST_CASE("the version is one line") {
    const Ran ran = runCommand({"--version"});
    CHECK(ran.code == 0);
    CHECK(ran.out == "flowspine " FLOWSPINE_VERSION "\n");
    CHECK(ran.err.empty());
}

TEST_CASE("help lists every command and the exit codes on stdout") {
    const Ran ran = runCommand({"--help"});
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    for (const char* word : {"new", "check", "format", "diff", "metrics", "export", "rules", "schema"})
        CHECK_THAT(ran.out, Catch::Contains("\n  " + std::string(word) + " "));
    CHECK_THAT(ran.out, Catch::Contains("Exit codes: 0 fine, 1 problems or differences were found, 2 "));
}

TEST_CASE("a misspelt command names itself and the commands that there are") {
    const Ran ran = runCommand({"chekc", "plan.flowspine"});
    CHECK(ran.code == 2);
    CHECK(ran.out.empty());
    CHECK(ran.err == "flowspine: there is no command “chekc”; choose one of new check format diff merge resolve "
                     "git-setup log text metrics export rules schema.\n");
}

TEST_CASE("arguments that do not fit end with 2 and say which") {
    const Ran none = runCommand({"check"});
    CHECK(none.code == 2);
    CHECK_THAT(none.err, Catch::Contains("FILES"));
    const Ran paper = runCommand({"export", "a.flowspine", "--view", "roadmap", "-o", "a.pdf", "--paper", "B5"});
    CHECK(paper.code == 2);
    CHECK_THAT(paper.err, Catch::Contains("B5"));
    const Ran date = runCommand({"export", "a.flowspine", "--view", "roadmap", "-o", "a.pdf", "--as-of", "1.2.2026"});
    CHECK(date.code == 2);
    CHECK_THAT(date.err, Catch::Contains("“1.2.2026” is no date"));
}

TEST_CASE("the schema is printed as JSON on stdout") {
    const Ran ran = runCommand({"schema"});
    CHECK(ran.code == 0);
    CHECK(ran.err.empty());
    CHECK(ran.out.starts_with("{\n"));
    CHECK(ran.out.ends_with("}\n"));
    CHECK_THAT(ran.out, Catch::Contains("\"$schema\""));
}
