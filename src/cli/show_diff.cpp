#include "cli/commands.h"
#include "cli/messages.h"
#include "diff/change_text.h"
#include "project/project_file.h"

#include <algorithm>
#include <ostream>

namespace flowspine::cli {

int showDiff(const DiffOptions& options, Streams streams) {
    const base::Result<project::OpenedFile> before = project::openFile(options.before);
    if (!before) {
        sayError(streams.err, options.before, before.error());
        return cannot;
    }
    const base::Result<project::OpenedFile> after = project::openFile(options.after);
    if (!after) {
        sayError(streams.err, options.after, after.error());
        return cannot;
    }

    const model::Model& old = before->content.model;
    const model::Model& now = after->content.model;
    diff::ModelDiff difference = diff::diff(old, now);
    if (!options.withPlacements)
        std::erase_if(difference.changes, [](const diff::EntityChange& change) { return change.isPlacementOnly(); });
    if (difference.isEmpty()) return fine;

    std::vector<diff::ChangeLine> lines = diff::describe(difference, old, now);
    if (!options.withPlacements) std::erase_if(lines, [](const diff::ChangeLine& line) { return line.isPlacement; });
    std::optional<diff::Area> area;
    for (const diff::ChangeLine& line : lines) {
        if (area != line.area) {
            if (area) streams.out << '\n';
            streams.out << diff::labelOf(line.area) << '\n';
            area = line.area;
        }
        streams.out << "  " << line.sentence.english() << '\n';
    }
    if (lines.empty()) streams.out << "Only members that this version of Flowspine does not know differ.\n";
    return found;
}

} // namespace flowspine::cli
