// Runs the commands of a page of the guide and compares what they print with the page. Lines like "ada$ git fetch" in a
// console block, or alone in an HTML comment, are commands of that person; the lines below them are the output.
#include "cli/git_world.h"
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <map>
#include <regex>
#include <sstream>

using namespace flowspine;
using test::contentOf;
using test::GitWorld;

namespace {

std::string withoutHashes(const std::string& text) {
    static const std::regex hash("\\b[0-9a-f]{10}\\b");
    return std::regex_replace(text, hash, "0123456789");
}

// Without what is different on every machine.
std::string general(const GitWorld& world, std::string text) {
    const std::string home = world.path("home").string();
    for (std::size_t at = text.find(home); at != std::string::npos; at = text.find(home))
        text.replace(at, home.size(), "~");
    return withoutHashes(text);
}

// The page with what its commands print now.
std::string played(const GitWorld& world, const std::string& page) {
    static const std::regex command("(?:<!-- )?(ada|ben)\\$ (.*?)(?: -->)?");
    std::map<std::string, std::string> folders{{"ada", "ada"}, {"ben", "ben"}};
    std::istringstream lines(page);
    std::string result;
    bool isInBlock = false;
    for (std::string line; std::getline(lines, line);) {
        const bool isFence = line.starts_with("```");
        if (isFence) isInBlock = !isInBlock;
        std::smatch found;
        if (!std::regex_match(line, found, command)) {
            if (!isInBlock || isFence) result += line + '\n'; // else old output
            continue;
        }
        result += line + '\n';
        std::string& folder = folders[found[1]];
        const std::string typed = found[2];
        if (typed.starts_with("cd ")) {
            folder += "/" + typed.substr(3);
            continue;
        }
        const test::Ran ran = world.run(folder, "{ " + typed + "; } 2>&1");
        if (isInBlock)
            result += general(world, ran.out);
        else if (ran.code != 0)
            result += "FAILED " + ran.out;
    }
    return result;
}

} // namespace

TEST_CASE("the guide's example of two people and one pull request prints what the page says") {
    const GitWorld world("guide");
    std::filesystem::create_directories(world.path("ada"));
    std::filesystem::create_directories(world.path("ben"));
    world.ok("", "git init -q start && git init -q --bare office.git");
    test::write(world.path("start/permit.flowspine"), contentOf(test::example("renovation-permit.flowspine")));
    world.ok("start",
             "git add -A && git commit -q -m 'The plan of the permit office' && git push -q ../office.git main");

    const std::filesystem::path page = test::sourceDir() / "docs/guide/two-people.md";
    const std::string actual = played(world, contentOf(page));
    const std::filesystem::path written = test::outputDir() / "two-people.md";
    test::write(written, actual);
    INFO("to accept: cp " << written.string() << " " << page.string());
    CHECK(withoutHashes(contentOf(page)) == actual);
    CHECK(world.plan("ben/plans/permit.flowspine").plan().conflicts.isEmpty());
    CHECK_THAT(actual, Catch::Contains("CONFLICT"));
}
