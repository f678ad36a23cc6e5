// What every use of libgit2 needs: handles that free themselves, and errors in words. For git/ itself.
#pragma once

#include "base/result.h"

#include <git2.h>

#include <filesystem>
#include <memory>
#include <string>

namespace flowspine::git {

template <auto Free>
struct Freed {
    template <class T>
    void operator()(T* handle) const {
        Free(handle);
    }
};
template <class T, auto Free>
using Handle = std::unique_ptr<T, Freed<Free>>;

using RepositoryHandle = Handle<git_repository, git_repository_free>;
using CommitHandle = Handle<git_commit, git_commit_free>;
using TreeHandle = Handle<git_tree, git_tree_free>;
using EntryHandle = Handle<git_tree_entry, git_tree_entry_free>;
using BlobHandle = Handle<git_blob, git_blob_free>;
using ObjectHandle = Handle<git_object, git_object_free>;
using IndexHandle = Handle<git_index, git_index_free>;
using DiffHandle = Handle<git_diff, git_diff_free>;
using ConfigHandle = Handle<git_config, git_config_free>;

// libgit2 is started while one lives.
class Library {
  public:
    Library() { git_libgit2_init(); }
    Library(const Library&) = delete;
    Library& operator=(const Library&) = delete;
    ~Library() { git_libgit2_shutdown(); }
};

// What libgit2 said last, after `what`: "Cannot read the history: object not found."
[[nodiscard]] base::Error gitFailure(std::string code, const std::string& what);

// The repository that `path` (a file or a folder) lies in. Errors: no-repository, foreign-owned, not-readable; each
// says what to do.
[[nodiscard]] base::Result<std::shared_ptr<git_repository>> openRepository(const std::filesystem::path& path);

} // namespace flowspine::git
