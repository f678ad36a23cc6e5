// What a plan says must never be read as markup. Labels, tooltips and message boxes guess; these are the only places
// that may talk to them directly.
#include "support/paths.h"

#include <catch2/catch.hpp>

#include <filesystem>
#include <fstream>
#include <regex>
#include <string>
#include <vector>

namespace fs = std::filesystem;

namespace {

struct Use {
    std::string place;
    std::string line;
};

std::vector<Use> usesOf(const std::regex& pattern, const std::regex& allowed) {
    std::vector<Use> uses;
    for (const fs::directory_entry& entry : fs::recursive_directory_iterator(flowspine::test::sourceDir() / "ui")) {
        const std::string ending = entry.path().extension().string();
        const bool isHelper = entry.path().filename() == "plain_text.cpp";
        if ((ending != ".cpp" && ending != ".h") || isHelper) continue;
        std::ifstream file(entry.path());
        std::string line;
        for (int number = 1; std::getline(file, line); ++number) {
            // A call whose argument stands on the next line is read as a whole.
            std::string next;
            if (!line.empty() && line.back() == '(') {
                std::getline(file, next);
                ++number;
            }
            const std::string whole = line + next;
            if (std::regex_search(whole, pattern) && !std::regex_search(whole, allowed))
                uses.push_back({entry.path().filename().string() + ":" + std::to_string(number), whole});
        }
    }
    return uses;
}

void checkNone(const std::vector<Use>& uses) {
    for (const Use& use : uses) {
        INFO(use.place << ": " << use.line);
        CHECK(false);
    }
    CHECK(uses.empty());
}

} // namespace

TEST_CASE("tooltips are our own words or go through plainTip") {
    checkNone(usesOf(std::regex(R"(setToolTip\(|QToolTip::showText\()"),
                     std::regex(R"(plainTip|setToolTip\(\s*tr\("[^"%]*"\)|setToolTip\(isCut)")));
}

TEST_CASE("labels are made by plainLabel") {
    checkNone(usesOf(std::regex(R"(new QLabel\(|QLabel [a-z]\w*\()"), std::regex("$^")));
}

TEST_CASE("nothing is set as rich text, and message boxes say that they are plain") {
    checkNone(usesOf(
        std::regex(R"(setHtml\(|Qt::RichText|Qt::AutoText|Qt::MarkdownText|setInformativeText\(|setWhatsThis\()"),
        std::regex("$^")));
    checkNone(usesOf(std::regex(R"(QMessageBox::(information|warning|critical|question|about)\()"), std::regex("$^")));
}
