// What every use of libgit2 needs: handles that free themselves, and errors in words. For git/ itself.
#pragma once

#include "base/result.h"
#include "git/late_library.h"

#include <filesystem>
#include <memory>
#include <string>

namespace flowspine::git {

template <class T>
struct Freed;
#define FLOWSPINE_FREED(type)                                                                                          \
    template <>                                                                                                        \
    struct Freed<type> {                                                                                               \
        void operator()(type* handle) const { GIT(type##_free)(handle); }                                              \
    }
FLOWSPINE_FREED(git_repository);
FLOWSPINE_FREED(git_commit);
FLOWSPINE_FREED(git_tree);
FLOWSPINE_FREED(git_tree_entry);
FLOWSPINE_FREED(git_blob);
FLOWSPINE_FREED(git_object);
FLOWSPINE_FREED(git_index);
FLOWSPINE_FREED(git_diff);
FLOWSPINE_FREED(git_config);
FLOWSPINE_FREED(git_reference_iterator);
#undef FLOWSPINE_FREED

template <class T>
using Handle = std::unique_ptr<T, Freed<T>>;
using RepositoryHandle = Handle<git_repository>;
using CommitHandle = Handle<git_commit>;
using TreeHandle = Handle<git_tree>;
using EntryHandle = Handle<git_tree_entry>;
using BlobHandle = Handle<git_blob>;
using ObjectHandle = Handle<git_object>;
using IndexHandle = Handle<git_index>;
using DiffHandle = Handle<git_diff>;
using ConfigHandle = Handle<git_config>;

// What libgit2 said last, after `what`: "Cannot read the history: object not found."
[[nodiscard]] base::Error gitFailure(std::string code, const std::string& what);

// The repository that `path` (a file or a folder) lies in. Errors: no-library, no-repository, foreign-owned,
// not-readable; each says what to do.
[[nodiscard]] base::Result<std::shared_ptr<git_repository>> openRepository(const std::filesystem::path& path);

} // namespace flowspine::git
