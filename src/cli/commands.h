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

struct CheckOptions {
    std::vector<std::string> files;
    std::string format = "text";    // or json, sarif, junit, markdown
    std::string failsOn = "error";  // or warning
    std::vector<std::string> rules; // see rulesNamed(); empty: all
    std::optional<base::Date> asOf;
};
// What the reader and the health rules say about plans. Ends with `found` when something is at least as severe as
// `failsOn`.
[[nodiscard]] int check(const CheckOptions& options, const Services& services, Streams streams);

struct FormatOptions {
    std::vector<std::string> files;
    bool isCheckOnly = false; // name the files that differ, write nothing
};
// Rewrites project files in their canonical form; the plan stays the same.
[[nodiscard]] int format(const FormatOptions& options, Streams streams);

struct DiffOptions {
    std::string before;
    std::string after;
    std::string format = "text"; // json, markdown, html
    bool withPlacements = true;
};
// What changed, in plain words, grouped by editor.
[[nodiscard]] int showDiff(const DiffOptions& options, Streams streams);
// The same with the arguments that git gives an external diff. Always ends with `fine`.
[[nodiscard]] int showDiffForGit(const std::vector<std::string>& arguments, Streams streams);

struct MergeOptions {
    std::string base;
    std::string ours;
    std::string theirs;
    std::string output; // empty: `ours`
    std::string path;   // what the file is called in messages
};
// Three-way merge, as git's merge driver too: `fine` when clean, `found` when the written plan holds conflicts; with
// `cannot` nothing was written.
[[nodiscard]] int mergeFiles(const MergeOptions& options, Streams streams);

struct ResolveOptions {
    std::string file;
    std::string everywhere;          // ours, theirs, base, as-it-stands; empty: none
    std::vector<std::string> fields; // "step-4k7m2q9x1d3v.team=theirs"; settled first
};
// Settles conflicts of a merge and lists those that are left (then it ends with `found`).
[[nodiscard]] int resolve(const ResolveOptions& options, Streams streams);

struct GitSetupOptions {
    bool isGlobal = false;
    bool isUndone = false;
    std::string program; // empty: this one
};
// Has git merge and compare plans with this program.
[[nodiscard]] int gitSetup(const GitSetupOptions& options, Streams streams);

struct LogOptions {
    std::string file;
    std::size_t most = 20;
};
// The commits that changed a plan, each with what it changed.
[[nodiscard]] int showLog(const LogOptions& options, Streams streams);

// The plan as lines to read and compare.
[[nodiscard]] int showText(const std::string& file, Streams streams);

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
// SVG and PNG as one picture; Markdown says the health in words.
[[nodiscard]] int exportView(const ExportOptions& options, const Services& services, Streams streams);

// The page of the guide about the health rules, in Markdown.
[[nodiscard]] int showRules(Streams streams);

// The JSON Schema of the project file.
[[nodiscard]] int showSchema(Streams streams);

} // namespace flowspine::cli
