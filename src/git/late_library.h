// libgit2, loaded when git is first asked for: a window, or a check of a plan, does not wait for it and the dozen
// libraries that it stands on. See docs/decisions/0014-libgit2-when-asked.md. For git/ itself.
#pragma once

#include <git2.h>

namespace flowspine::git {

// False when it is not installed. Everything below may be called after it was true once.
[[nodiscard]] bool haveLibrary();

// The address of a function of libgit2 by its name.
[[nodiscard]] void* libraryFunction(const char* name);

// GIT(git_commit_id)(commit) is git_commit_id(commit), without the linker's knowing of it.
#define GIT(name)                                                                                                      \
    ([] {                                                                                                              \
        static auto* const function = reinterpret_cast<decltype(&::name)>(::flowspine::git::libraryFunction(#name));   \
        return function;                                                                                               \
    }())

} // namespace flowspine::git
