#include "git/late_library.h"

#include <dlfcn.h>

namespace flowspine::git {

namespace {

// Stays loaded to the end; libgit2 is started once and needs no taking down.
void* library() {
    static void* const loaded = [] {
        void* const handle = ::dlopen(FLOWSPINE_LIBGIT2, RTLD_NOW | RTLD_LOCAL);
        if (handle != nullptr)
            if (void* const start = ::dlsym(handle, "git_libgit2_init"))
                (void)reinterpret_cast<decltype(&::git_libgit2_init)>(start)();
        return handle;
    }();
    return loaded;
}

} // namespace

bool haveLibrary() {
    return library() != nullptr;
}

void* libraryFunction(const char* name) {
    return ::dlsym(library(), name);
}

} // namespace flowspine::git
