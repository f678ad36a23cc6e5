#include "cli/commands.h"
#include "cli/messages.h"
#include "model/draft.h"
#include "project/model_reader.h"
#include "project/model_writer.h"
#include "project/project_file.h"

#include <filesystem>
#include <ostream>

namespace flowspine::cli {
namespace {

namespace fs = std::filesystem;

// The template's plan under its new name.
base::Result<model::Model> planFrom(const NewOptions& options, const Services& services) {
    const std::optional<std::string> bytes =
        services.templateText ? services.templateText(options.templateName) : std::nullopt;
    if (!bytes)
        return base::failure("no-template", "There is no template “" + options.templateName +
                                                "”; choose blank, government-service or enterprise-product.");
    base::Result<project::ReadModel> read = project::readModel(*bytes);
    if (!read) return read.error();
    model::Draft draft(std::move(read).value().model);
    draft.changePlan().name = options.planName.empty() ? fs::path(options.file).stem().string() : options.planName;
    return draft.finish();
}

} // namespace

int newPlan(const NewOptions& options, const Services& services, Streams streams) {
    std::error_code unknown;
    if (fs::exists(fs::symlink_status(options.file, unknown))) {
        sayError(streams.err, options.file,
                 base::failure("exists", "There is a file of that name; choose another name, it was left as it is."));
        return cannot;
    }
    const base::Result<model::Model> plan = planFrom(options, services);
    if (!plan) {
        sayError(streams.err, options.file, plan.error());
        return cannot;
    }
    if (const base::Result<> written = project::writeFileSafely(options.file, project::writeModel(*plan)); !written) {
        sayError(streams.err, options.file, written.error());
        return cannot;
    }
    streams.out << options.file << ": new plan “" << plan->plan().name << "”\n";
    return fine;
}

} // namespace flowspine::cli
