// The versions of one project file that git has: commits that touched it, any branch or tag, the three versions of an
// unfinished merge. Reads only. Renames of the file are followed; worktrees and submodules are repositories like
// others.
#pragma once

#include "base/result.h"

#include <cstdint>
#include <filesystem>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

struct git_repository;

namespace flowspine::git {

struct Revision {
    std::string id; // of the commit
    std::string author;
    std::int64_t seconds = 0; // since 1970, UTC
    std::string summary;      // first line of the message
    std::string path;         // of the file in this commit
};

// What git's index holds of a file that it could not merge.
struct Stages {
    std::optional<std::string> base;
    std::optional<std::string> ours;
    std::optional<std::string> theirs;
    [[nodiscard]] bool isMerging() const { return ours && theirs; }
};

struct NamedRevision {
    std::string name;
    bool isTag = false;
};

class FileHistory {
  public:
    // The file itself need not exist. Errors: no-repository, foreign-owned, bare, not-readable.
    [[nodiscard]] static base::Result<FileHistory> open(const std::filesystem::path& file);

    // Newest first, at most `most`: the commits before HEAD in which the file came, went, or changed. A merge counts
    // when the file differs from all of its parents'.
    [[nodiscard]] base::Result<std::vector<Revision>> revisions(std::size_t most) const;
    // What a branch, tag, commit or anything else git understands ("main", "v1.0", "HEAD~2", "0a1b2c3") holds. Errors:
    // no-revision, not-in-revision.
    [[nodiscard]] base::Result<std::string> bytesAt(std::string_view revision) const;
    [[nodiscard]] base::Result<Stages> stages() const;
    // Branches, then tags, each by name.
    [[nodiscard]] std::vector<NamedRevision> names() const;

    // The clone lacks older commits: the history may go on before its last revision.
    [[nodiscard]] bool isShallow() const;
    // From the root of the repository.
    [[nodiscard]] const std::string& path() const { return m_path; }

  private:
    FileHistory(std::shared_ptr<git_repository> repository, std::string path)
        : m_repository(std::move(repository)), m_path(std::move(path)) {}

    std::shared_ptr<git_repository> m_repository;
    std::string m_path;
};

} // namespace flowspine::git
