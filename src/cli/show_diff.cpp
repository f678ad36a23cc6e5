#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/version_file.h"
#include "exchange/change_report.h"

#include <algorithm>
#include <ostream>

namespace flowspine::cli {

namespace {

exchange::ReportFormat formatNamed(const std::string& name) {
    if (name == "json") return exchange::ReportFormat::json;
    if (name == "markdown") return exchange::ReportFormat::markdown;
    return name == "html" ? exchange::ReportFormat::html : exchange::ReportFormat::text;
}

exchange::ChangeReport reportOf(const model::Model& before, const model::Model& after, bool withPlacements) {
    exchange::ChangeReport report;
    report.difference = diff::diff(before, after);
    if (!withPlacements)
        std::erase_if(report.difference.changes,
                      [](const diff::EntityChange& change) { return change.isPlacementOnly(); });
    report.lines = diff::describe(report.difference, before, after);
    if (!withPlacements) std::erase_if(report.lines, [](const diff::ChangeLine& line) { return line.isPlacement; });
    return report;
}

} // namespace

int showDiff(const DiffOptions& options, Streams streams) {
    const base::Result<project::OpenedFile> before = openVersion(options.before);
    if (!before) {
        sayError(streams.err, options.before, before.error());
        return cannot;
    }
    const base::Result<project::OpenedFile> after = openVersion(options.after);
    if (!after) {
        sayError(streams.err, options.after, after.error());
        return cannot;
    }
    exchange::ChangeReport report = reportOf(before->content.model, after->content.model, options.withPlacements);
    report.before = options.before;
    report.after = options.after;
    streams.out << exchange::changeText(report, formatNamed(options.format));
    return report.difference.isEmpty() ? fine : found;
}

// What git hands to an external diff: path, old file, old hash, old mode, new file, new hash, new mode, and for a
// renamed file its new name and how alike the two are. A file that is not there is /dev/null. Whatever happens, the
// exit code is 0: git takes another one for a crash and stops comparing.
int showDiffForGit(const std::vector<std::string>& arguments, Streams streams) {
    if (arguments.size() < 7) {
        if (!arguments.empty()) streams.out << arguments.front() << ": not merged yet\n";
        return fine;
    }
    const bool isRenamed = arguments.size() > 7 && arguments[7] != arguments[0];
    streams.out << arguments[0] << (isRenamed ? " → " + arguments[7] : "") << '\n';
    model::Model versions[2];
    const std::string& planFile = arguments[1] == "/dev/null" ? arguments[4] : arguments[1];
    for (int i = 0; i < 2; ++i) {
        const std::string& file = arguments[i == 0 ? 1 : 4];
        const bool isAbsent = file == "/dev/null";
        const base::Result<project::OpenedFile> opened = project::openFile(isAbsent ? planFile : file);
        if (!opened) {
            base::Error error = opened.error();
            error.file.clear();
            streams.out << "  " << (i == 0 ? "the old" : "the new")
                        << " version cannot be compared: " << base::toText(error) << '\n';
            return fine;
        }
        // What comes or goes is compared with an empty plan.
        const model::Plan& plan = opened->content.model.plan();
        versions[i] = isAbsent ? model::makeEmptyModel(plan.id, plan.name) : opened->content.model;
    }
    const exchange::ChangeReport report = reportOf(versions[0], versions[1], true);
    const std::string text = exchange::changeText(report, exchange::ReportFormat::text);
    for (std::size_t start = 0; start < text.size();) {
        const std::size_t end = text.find('\n', start);
        streams.out << (end == start ? "" : "  ") << text.substr(start, end - start) << '\n';
        start = end + 1;
    }
    if (text.empty()) streams.out << "  the plan is the same, written differently\n";
    return fine;
}

} // namespace flowspine::cli
