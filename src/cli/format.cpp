#include "cli/commands.h"
#include "cli/messages.h"
#include "project/model_writer.h"
#include "project/project_file.h"

#include <ostream>

namespace flowspine::cli {
namespace {

base::Result<> rewrite(const std::string& file, const project::OpenedFile& opened, const std::string& canonical) {
    if (opened.content.isNewerFormat)
        return base::failure("newer-format", "A newer version of Flowspine wrote this file (format version " +
                                                 std::to_string(opened.content.formatVersion) +
                                                 "); rewriting it could lose what this version does not know.");
    // Never replaces a file by one that means something else.
    const base::Result<project::ReadModel> again = project::readModel(canonical);
    if (!again) return again.error();
    if (!(again->model == opened.content.model))
        return base::failure("not-equal",
                             "The canonical form does not read back as the same plan; nothing was written.");
    return project::writeFileSafely(file, canonical);
}

} // namespace

int format(const FormatOptions& options, Streams streams) {
    int code = fine;
    for (const std::string& file : options.files) {
        const base::Result<project::OpenedFile> opened = project::openFile(file);
        if (!opened) {
            sayError(streams.err, file, opened.error());
            code = cannot;
            continue;
        }
        const std::string canonical = project::writeModel(opened->content.model);
        if (canonical == opened->bytes) continue;
        if (options.isCheckOnly) {
            streams.out << file << ": not in canonical form\n";
            if (code == fine) code = found;
            continue;
        }
        if (const base::Result<> written = rewrite(file, *opened, canonical); !written) {
            sayError(streams.err, file, written.error());
            code = cannot;
            continue;
        }
        streams.out << file << ": rewritten\n";
    }
    return code;
}

} // namespace flowspine::cli
