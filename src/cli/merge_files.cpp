#include "cli/commands.h"
#include "cli/messages.h"
#include "diff/conflict_text.h"
#include "diff/merge.h"
#include "project/model_writer.h"
#include "project/project_file.h"

#include <ostream>

namespace flowspine::cli {

namespace {

// A version to merge. Errors are said.
std::optional<model::Model> read(const std::string& file, const std::string& shown, std::string_view which,
                                 Streams streams) {
    const auto refuse = [&](const base::Error& error) {
        base::Error said = error;
        said.file.clear();
        said.message = std::string(which) + " version: " + said.message;
        sayError(streams.err, shown, said);
        return std::nullopt;
    };
    const base::Result<std::string> bytes = project::readBytes(file, project::Limits{}.maxBytes);
    if (!bytes) return refuse(bytes.error());
    if (bytes->empty() && which == "base")
        return refuse(base::failure(
            "no-base",
            "there is none: both sides added the file. Keep one with “git checkout --ours” or “--theirs”, or "
            "merge with the plan that both were made from as the base."));
    base::Result<project::ReadModel> plan = project::readModel(*bytes);
    if (!plan) return refuse(plan.error());
    if (plan->isNewerFormat)
        return refuse(
            base::failure("newer-format", "a newer version of Flowspine wrote it (format version " +
                                              std::to_string(plan->formatVersion) +
                                              "); merging it here could lose what this version does not know."));
    return std::move(plan.value().model);
}

} // namespace

int mergeFiles(const MergeOptions& options, Streams streams) {
    const std::string& shown = options.path.empty() ? options.ours : options.path;
    const std::optional<model::Model> base = read(options.base, shown, "base", streams);
    const std::optional<model::Model> ours = read(options.ours, shown, "our", streams);
    const std::optional<model::Model> theirs = read(options.theirs, shown, "their", streams);
    if (!base || !ours || !theirs) return cannot;

    const base::Result<diff::Merged> merged = diff::merge(*base, *ours, *theirs);
    if (!merged) {
        sayError(streams.err, shown, merged.error());
        return cannot;
    }
    const std::string bytes = project::writeModel(merged->model);
    const base::Result<project::ReadModel> again = project::readModel(bytes);
    if (!again || !(again->model == merged->model)) {
        sayError(streams.err, shown,
                 base::failure("not-equal", "The merged plan does not read back as it is; nothing was written."));
        return cannot;
    }
    const std::string& output = options.output.empty() ? options.ours : options.output;
    if (const base::Result<> written = project::writeFileSafely(output, bytes); !written) {
        sayError(streams.err, output, written.error());
        return cannot;
    }
    if (merged->conflicts.empty()) return fine;
    streams.out << shown << ": " << counted(merged->conflicts.size(), "conflict", "conflicts")
                << "; the file holds both versions and can be opened as it is\n";
    for (const model::AnyId& id : merged->conflicts)
        streams.out
            << "  "
            << diff::describeConflict(merged->model, *merged->model.find(model::Id<model::Conflict>(id))).english()
            << '\n';
    streams.out << "Settle them in Flowspine or with: flowspine resolve " << shown << '\n';
    return found;
}

} // namespace flowspine::cli
