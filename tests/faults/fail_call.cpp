// Preloaded into a probe: makes one chosen system call on files of one folder fail, or cuts it short. Tests count the
// calls of a run first (FAIL_TRACE), then let each of them fail in turn.
//
//   FAIL_FOLDER  only calls on files below it count
//   FAIL_AT      the call to hit, counted from 1
//   FAIL_WITH    an error number; "short": a write takes only half; "torn": it does, and all later writes find the disk
//                full; "full": this and every later call that needs space finds the disk full; "kill": the process is
//                killed before the call; "kill-after": behind it
//   FAIL_TRACE   a file that gets the name of each call that counts, a line each
#include <cerrno>
#include <climits>
#include <csignal>
#include <cstdarg>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <dlfcn.h>
#include <fcntl.h>
#include <string_view>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace {

enum class Verdict { proceed, fail, half, killAfter };

struct Plan {
    const char* folder = std::getenv("FAIL_FOLDER");
    const char* trace = std::getenv("FAIL_TRACE");
    std::string_view with = std::getenv("FAIL_WITH") != nullptr ? std::getenv("FAIL_WITH") : "";
    long at = std::getenv("FAIL_AT") != nullptr ? std::atol(std::getenv("FAIL_AT")) : 0;
    long count = 0;
};

Plan& plan() {
    static Plan only;
    return only;
}

bool isBelowFolder(const char* path) {
    return plan().folder != nullptr && std::strncmp(path, plan().folder, std::strlen(plan().folder)) == 0;
}

void pathOf(int descriptor, char* path) {
    char link[64];
    std::snprintf(link, sizeof(link), "/proc/self/fd/%d", descriptor);
    const long length = syscall(SYS_readlink, link, path, PATH_MAX - 1);
    path[length > 0 ? length : 0] = '\0';
}

bool counts(int folder, const char* path) {
    if (path[0] == '/' || folder == AT_FDCWD) return isBelowFolder(path);
    char base[PATH_MAX];
    pathOf(folder, base);
    return isBelowFolder(base);
}

bool counts(int descriptor) {
    char path[PATH_MAX];
    pathOf(descriptor, path);
    return isBelowFolder(path);
}

void note(const char* call) {
    if (plan().trace == nullptr) return;
    const long file = syscall(SYS_openat, AT_FDCWD, plan().trace, O_WRONLY | O_CREAT | O_APPEND, 0600);
    char line[64];
    const int size = std::snprintf(line, sizeof(line), "%s\n", call);
    syscall(SYS_write, file, line, size);
    syscall(SYS_close, file);
}

void killNow() {
    static_cast<void>(::kill(::getpid(), SIGKILL));
    while (true) ::pause();
}

Verdict judge(const char* call, bool needsSpace) {
    note(call);
    const long number = ++plan().count;
    const std::string_view with = plan().with;
    const bool isWrite = std::strcmp(call, "write") == 0;
    if (plan().at == 0 || number < plan().at) return Verdict::proceed;
    if (number > plan().at) {
        const bool isFull = (with == "torn" && isWrite) || (with == "full" && needsSpace);
        errno = ENOSPC;
        return isFull ? Verdict::fail : Verdict::proceed;
    }
    if (with == "short" || with == "torn") return isWrite ? Verdict::half : Verdict::proceed;
    if (with == "kill") killNow();
    if (with == "kill-after") return Verdict::killAfter;
    if (with == "full") {
        errno = ENOSPC;
        return needsSpace ? Verdict::fail : Verdict::proceed;
    }
    errno = std::atoi(plan().with.data());
    return Verdict::fail;
}

template <class Result>
Result finish(Verdict verdict, Result result) {
    if (verdict == Verdict::killAfter) killNow();
    return result;
}

template <class Function>
Function* next(Function*, const char* name) {
    return reinterpret_cast<Function*>(dlsym(RTLD_NEXT, name));
}

} // namespace

// NOLINTBEGIN: these are the C library's own names and shapes.
#define FORWARD(name) static auto* const real = next(&name, #name)
#define JUDGE(call, isCounted, needsSpace)                                                                             \
    const Verdict verdict = (isCounted) ? judge(call, needsSpace) : Verdict::proceed;                                  \
    if (verdict == Verdict::fail) return -1

extern "C" {

int open(const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    JUDGE("open", counts(AT_FDCWD, path), (flags & O_CREAT) != 0);
    return finish(verdict, static_cast<int>(syscall(SYS_openat, AT_FDCWD, path, flags, mode)));
}

int openat(int folder, const char* path, int flags, ...) {
    va_list rest;
    va_start(rest, flags);
    const mode_t mode = (flags & (O_CREAT | O_TMPFILE)) != 0 ? va_arg(rest, mode_t) : 0;
    va_end(rest);
    JUDGE("open", counts(folder, path), (flags & O_CREAT) != 0);
    return finish(verdict, static_cast<int>(syscall(SYS_openat, folder, path, flags, mode)));
}

int __open_2(const char* path, int flags) {
    return open(path, flags);
}
int __openat_2(int folder, const char* path, int flags) {
    return openat(folder, path, flags);
}

ssize_t read(int descriptor, void* bytes, size_t size) {
    FORWARD(read);
    JUDGE("read", counts(descriptor), false);
    return finish(verdict, real(descriptor, bytes, size));
}

ssize_t write(int descriptor, const void* bytes, size_t size) {
    FORWARD(write);
    JUDGE("write", counts(descriptor), true);
    return finish(verdict, real(descriptor, bytes, verdict == Verdict::half ? (size + 1) / 2 : size));
}

int fsync(int descriptor) {
    FORWARD(fsync);
    JUDGE("fsync", counts(descriptor), true);
    return finish(verdict, real(descriptor));
}

int renameat(int fromFolder, const char* from, int toFolder, const char* to) {
    FORWARD(renameat);
    JUDGE("rename", counts(toFolder, to), true);
    return finish(verdict, real(fromFolder, from, toFolder, to));
}

int unlinkat(int folder, const char* path, int flags) {
    FORWARD(unlinkat);
    JUDGE("unlink", counts(folder, path), false);
    return finish(verdict, real(folder, path, flags));
}

int fchmod(int descriptor, mode_t mode) {
    FORWARD(fchmod);
    JUDGE("chmod", counts(descriptor), false);
    return finish(verdict, real(descriptor, mode));
}

int fchown(int descriptor, uid_t owner, gid_t group) {
    FORWARD(fchown);
    JUDGE("chown", counts(descriptor), false);
    return finish(verdict, real(descriptor, owner, group));
}

int close(int descriptor) {
    FORWARD(close);
    const bool isCounted = counts(descriptor);
    const Verdict verdict = isCounted ? judge("close", true) : Verdict::proceed;
    const int error = errno;
    // The descriptor is gone even when closing reports an error.
    const int result = real(descriptor);
    if (verdict != Verdict::fail) return finish(verdict, result);
    errno = error;
    return -1;
}

} // extern "C"
// NOLINTEND
