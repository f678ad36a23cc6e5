#include "git/git_handle.h"

#include <cstdlib>

namespace flowspine::git {

namespace fs = std::filesystem;
using base::failure;

namespace {

// Folders above which git is not to look for a repository, separated by colons.
std::string ceilings() {
    const char* const value = std::getenv("GIT_CEILING_DIRECTORIES");
    return value == nullptr ? std::string() : std::string(value);
}

// The closest folder at or above `folder` that has a “.git”, or looks like a bare repository; empty when there is none.
fs::path repositoryFolder(fs::path folder) {
    std::error_code unknown;
    const auto enclosed = [](const std::string& text) { return std::string(":").append(text).append(":"); };
    const std::string limits = enclosed(ceilings());
    for (;; folder = folder.parent_path()) {
        if (limits.find(enclosed(folder.string())) != std::string::npos) return {};
        if (fs::exists(folder / ".git", unknown)) return folder;
        if (fs::exists(folder / "HEAD", unknown) && fs::is_directory(folder / "objects", unknown)) return folder;
        if (folder == folder.parent_path()) return {};
    }
}

} // namespace

base::Error gitFailure(std::string code, const std::string& what) {
    const git_error* const last = GIT(git_error_last)();
    const std::string reason = last != nullptr && last->message != nullptr ? ": " + std::string(last->message) : "";
    return failure(std::move(code), what + reason + ".");
}

base::Result<std::shared_ptr<git_repository>> openRepository(const fs::path& path) {
    if (!haveLibrary())
        return failure("no-library",
                       "Reading git's history needs the library " FLOWSPINE_LIBGIT2 ", which is not installed.");
    std::error_code unknown;
    const fs::path whole = fs::weakly_canonical(fs::absolute(path, unknown), unknown);
    const fs::path folder = fs::is_directory(whole, unknown) ? whole : whole.parent_path();
    git_repository* opened = nullptr;
    const int result = GIT(git_repository_open_ext)(&opened, folder.c_str(), 0, ceilings().c_str());
    if (result == 0) return std::shared_ptr<git_repository>(opened, Freed<git_repository>());

    const fs::path found = repositoryFolder(folder);
    if (found.empty()) return failure("no-repository", "“" + folder.string() + "” is not in a git repository.");
    // Without a global configuration libgit2 reports somebody else's repository as one that is not there.
    if (result == GIT_EOWNER || result == GIT_ENOTFOUND)
        return failure("foreign-owned", "The repository “" + found.string() +
                                            "” belongs to another user, and git does not read it unasked. If you trust "
                                            "it: git config --global --add safe.directory '" +
                                            found.string() + "'");
    return gitFailure("not-readable", "The repository “" + found.string() + "” cannot be opened");
}

} // namespace flowspine::git
