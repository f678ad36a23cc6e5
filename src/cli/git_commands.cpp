// git-setup, log and text: what Flowspine does for people who keep plans in git.
#include "cli/commands.h"
#include "cli/messages.h"
#include "cli/version_file.h"
#include "diff/change_text.h"
#include "exchange/plan_outline.h"
#include "git/driver_setup.h"
#include "git/file_history.h"

#include <cstdlib>
#include <filesystem>
#include <ostream>

namespace flowspine::cli {

namespace fs = std::filesystem;
using base::Result;

namespace {

// How git is to call this program: by its name when the shell would find it, else by its path.
std::string ownCall() {
    std::error_code unknown;
    const fs::path self = fs::read_symlink("/proc/self/exe", unknown);
    const char* const path = std::getenv("PATH");
    std::string_view folders = path == nullptr ? std::string_view() : std::string_view(path);
    while (!folders.empty()) {
        const std::size_t end = std::min(folders.find(':'), folders.size());
        const fs::path there = fs::path(folders.substr(0, end)) / self.filename();
        if (fs::equivalent(there, self, unknown)) return self.filename().string();
        folders.remove_prefix(std::min(end + 1, folders.size()));
    }
    return self.string();
}

constexpr std::size_t mostLines = 12; // of a commit's summary

void summarise(const model::Model& before, const model::Model& after, std::ostream& out) {
    const std::vector<diff::ChangeLine> lines = diff::describe(diff::diff(before, after), before, after);
    for (std::size_t i = 0; i < lines.size(); ++i) {
        if (i == mostLines && lines.size() > mostLines + 1) {
            out << "    and " << lines.size() - i << " more changes\n";
            return;
        }
        out << "    " << lines[i].sentence.english() << '\n';
    }
    if (lines.empty()) out << "    nothing that the plan says\n";
}

} // namespace

int gitSetup(const GitSetupOptions& options, Streams streams) {
    const git::DriverSetup setup{options.isGlobal, fs::current_path(),
                                 options.program.empty() ? ownCall() : options.program};
    const Result<std::vector<fs::path>> changed =
        options.isUndone ? git::removeDrivers(setup) : git::setUpDrivers(setup);
    if (!changed) {
        sayError(streams.err, "git-setup", changed.error());
        return cannot;
    }
    for (const fs::path& file : *changed) streams.out << file.string() << ": changed\n";
    if (options.isUndone)
        streams.out << (changed->empty() ? "Nothing was set up.\n" : "git handles plans as text again.\n");
    else
        streams.out << "git merges and compares plans by entity and field"
                    << (options.isGlobal ? " in all your repositories.\n" : " in this repository.\n");
    if (!options.isUndone && !options.isGlobal)
        streams.out << "Commit .gitattributes; everybody who merges runs “flowspine git-setup” once.\n";
    return fine;
}

int showLog(const LogOptions& options, Streams streams) {
    const Result<git::FileHistory> history = git::FileHistory::open(options.file);
    const Result<std::vector<git::Revision>> revisions =
        history ? history->revisions(options.most) : Result<std::vector<git::Revision>>(history.error());
    if (!revisions) {
        sayError(streams.err, options.file, revisions.error());
        return cannot;
    }
    if (revisions->empty()) {
        streams.out << options.file << ": no commit has it yet\n";
        return fine;
    }
    for (const git::Revision& revision : *revisions) {
        if (&revision != &revisions->front()) streams.out << '\n';
        constexpr std::int64_t secondsADay = 86'400;
        const base::Date day{static_cast<std::int32_t>(revision.seconds / secondsADay)};
        constexpr std::size_t shortId = 10;
        streams.out << revision.id.substr(0, shortId) << "  " << base::toText(day) << "  " << revision.author << "  "
                    << revision.summary << '\n';
        if (revision.path != history->path()) streams.out << "    as " << revision.path << '\n';
        const Result<std::string> now = history->bytesAt(revision.id);
        const Result<std::string> then = history->bytesAt(revision.id + "^");
        if (!now) {
            streams.out << "    the file was removed\n";
            continue;
        }
        const Result<project::ReadModel> after = project::readModel(*now);
        if (!after) {
            streams.out << "    no plan that can be read: " << after.error().message << '\n';
            continue;
        }
        if (!then) {
            streams.out << "    the plan as it was first committed\n";
            continue;
        }
        const Result<project::ReadModel> before = project::readModel(*then);
        if (before)
            summarise(before->model, after->model, streams.out);
        else
            streams.out << "    the version before cannot be read: " << before.error().message << '\n';
    }
    if (history->isShallow())
        streams.out << "\nThis clone is shallow: older commits are not here (git fetch --unshallow).\n";
    return fine;
}

// For git's textconv. A file that is no plan comes out as it is, so that git can still show what changed.
int showText(const std::string& file, Streams streams) {
    const Result<project::OpenedFile> opened = openVersion(file);
    if (opened) {
        streams.out << exchange::planOutline(opened->content.model);
        return fine;
    }
    const Result<std::string> bytes = project::readBytes(file, project::Limits{}.maxBytes);
    if (!bytes) {
        sayError(streams.err, file, opened.error());
        return cannot;
    }
    streams.out << *bytes;
    return fine;
}

} // namespace flowspine::cli
