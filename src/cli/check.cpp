#include "cli/commands.h"
#include "cli/messages.h"
#include "project/project_file.h"

#include <algorithm>
#include <ostream>

namespace flowspine::cli {

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
    }
    streams.out << counted(files.size() - unreadable, "file", "files") << " checked, "
                << (problems == 0 ? "no problems" : counted(problems, "problem", "problems"));
    if (unreadable > 0) streams.out << "; " << unreadable << " could not be read";
    streams.out << ".\n";
    if (unreadable > 0) return cannot;
    return problems > 0 ? found : fine;
}

} // namespace flowspine::cli
