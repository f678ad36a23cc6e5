// The commands, each as a function over streams that returns the exit code. command_line.cpp fills the options from
// the arguments.
#pragma once

#include "cli/services.h"

#include <iosfwd>
#include <optional>
#include <string>
#include <vector>

namespace flowspine::cli {

inline constexpr int fine = 0;
inline constexpr int found = 1; // findings, or differences
inline constexpr int cannot = 2;

struct Streams {
    std::ostream& out;
    std::ostream& err;
};

struct NewOptions {
    std::string file;
    std::string templateName = "blank";
    std::string planName; // empty: the file's name without its ending
};
// Writes a new plan from a bundled template. Never replaces a file.
[[nodiscard]] int newPlan(const NewOptions& options, const Services& services, Streams streams);

// One line for each problem: "file:line:column: error: message", then how many there are.
[[nodiscard]] int check(const std::vector<std::string>& files, Streams streams);

struct FormatOptions {
    std::vector<std::string> files;
    bool isCheckOnly = false; // name the files that differ, write nothing
};
// Rewrites project files in their canonical form; the plan stays the same.
[[nodiscard]] int format(const FormatOptions& options, Streams streams);

struct DiffOptions {
    std::string before;
    std::string after;
    bool withPlacements = true;
};
// What changed, in plain words, grouped by editor.
[[nodiscard]] int showDiff(const DiffOptions& options, Streams streams);

struct MetricsOptions {
    std::string file;
    bool asJson = false;
};
// The figures of every variant of every flow and the load of the teams. Ends with `found` when a flow's structure has
// problems that keep figures from being told; they are named.
[[nodiscard]] int showMetrics(const MetricsOptions& options, Streams streams);

struct ExportOptions {
    std::string file;
    std::string view; // as in findView()
    std::string output;
    std::string paper = "A3";
    bool isPortrait = false;
    std::string headline; // empty: the question that the view answers
    std::optional<base::Date> asOf;
};
// Draws a view into a file; its ending says what it becomes. PDF shows the view as sheets of paper with a title block,
// SVG and PNG as one picture.
[[nodiscard]] int exportView(const ExportOptions& options, const Services& services, Streams streams);

// The JSON Schema of the project file.
[[nodiscard]] int showSchema(Streams streams);

} // namespace flowspine::cli
