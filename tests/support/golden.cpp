#include "support/golden.h"

#include "support/paths.h"

#include <fstream>
#include <iostream>
#include <sstream>

namespace flowspine::test {

namespace {

std::string contentOf(const std::filesystem::path& path) {
    std::ifstream file(path, std::ios::binary);
    std::ostringstream content;
    content << file.rdbuf();
    return content.str();
}

std::string firstDifference(const std::string& expected, const std::string& actual) {
    std::istringstream left(expected);
    std::istringstream right(actual);
    std::string a;
    std::string b;
    for (std::size_t line = 1;; ++line) {
        const bool hasA = static_cast<bool>(std::getline(left, a));
        const bool hasB = static_cast<bool>(std::getline(right, b));
        if (!hasA && !hasB) return "the line endings differ";
        if (!hasA || !hasB || a != b)
            return "line " + std::to_string(line) + "\n  expected: " + (hasA ? a : "(end)") +
                   "\n  actual:   " + (hasB ? b : "(end)");
    }
}

} // namespace

std::string differenceFromGolden(const std::string& name, std::string_view actual) {
    const std::filesystem::path expectedPath = sourceDir() / "tests" / "golden" / name;
    const std::filesystem::path actualPath = outputDir() / "golden" / name;
    std::filesystem::create_directories(actualPath.parent_path());
    std::ofstream(actualPath, std::ios::binary) << actual;
    const bool isThere = std::filesystem::exists(expectedPath);
    const std::string expected = isThere ? contentOf(expectedPath) : std::string();
    if (isThere && expected == actual) return {};
    // Not in the message, where the test runner would wrap it.
    std::cerr << "To accept what was found:\ncp " << actualPath.string() << " " << expectedPath.string() << "\n";
    return isThere ? name + ", " + firstDifference(expected, std::string(actual)) : "there is no tests/golden/" + name;
}

} // namespace flowspine::test
