// Runs commands as functions, with fixed ids and dates, the templates of the repository and an exporter that draws
// nothing; and the program itself as a process.
#pragma once

#include "cli/command_line.h"

#include <filesystem>
#include <string>
#include <vector>

namespace flowspine::test {

struct Ran {
    int code = -1;
    std::string out;
    std::string err;
};

// The day that the commands take for today.
[[nodiscard]] base::Date fixedToday();

[[nodiscard]] Ran runCommand(const std::vector<std::string>& args);

// The program with these arguments, run in `folder`.
[[nodiscard]] Ran runProgram(const std::vector<std::string>& args, const std::filesystem::path& folder);

// An empty folder below the build tree.
[[nodiscard]] std::filesystem::path scratch(const std::string& name);
[[nodiscard]] std::string contentOf(const std::filesystem::path& file);
void write(const std::filesystem::path& file, const std::string& content);
// Path of a bundled example.
[[nodiscard]] std::string example(const std::string& name);

} // namespace flowspine::test
