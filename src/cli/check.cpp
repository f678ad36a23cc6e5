#include "cli/commands.h"
#include "cli/messages.h"
#include "diff/conflict_text.h"
#include "project/project_file.h"

#include <algorithm>
#include <ostream>

namespace flowspine::cli {

namespace {

// What a merge left open; how many.
std::size_t sayConflicts(const std::string& file, const project::OpenedFile& opened, Streams streams) {
    const model::Model& model = opened.content.model;
    if (model.plan().conflicts.isEmpty()) return 0;
    const auto places = project::placesOf(opened.bytes);
    model.forEach(model.plan().conflicts, [&](const model::Conflict& conflict) {
        base::Error error =
            base::failure("conflict", "Not settled: " + diff::describeConflict(model, conflict).english() + ".");
        if (const auto at = places.find(conflict.id); at != places.end()) {
            error.line = at->second.line;
            error.column = at->second.column;
        }
        streams.out << line(file, {base::Severity::error, std::move(error)}) << '\n';
    });
    return model.plan().conflicts.size();
}

} // namespace

int check(const std::vector<std::string>& files, Streams streams) {
    std::size_t problems = 0;
    std::size_t unreadable = 0;
    for (const std::string& file : files) {
        const base::Result<project::OpenedFile> opened = project::openFile(file);
        if (!opened) {
            sayError(streams.err, file, opened.error());
            ++unreadable;
            continue;
        }
        for (const base::Issue& issue : opened->content.issues) {
            streams.out << line(file, issue) << '\n';
            if (issue.severity != base::Severity::info) ++problems;
        }
        problems += sayConflicts(file, *opened, streams);
    }
    streams.out << counted(files.size() - unreadable, "file", "files") << " checked, "
                << (problems == 0 ? "no problems" : counted(problems, "problem", "problems"));
    if (unreadable > 0) streams.out << "; " << unreadable << " could not be read";
    streams.out << ".\n";
    if (unreadable > 0) return cannot;
    return problems > 0 ? found : fine;
}

} // namespace flowspine::cli
