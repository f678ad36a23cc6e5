#include "project/project_file.h"

#include "project/model_writer.h"
#include "project/open_file.h"
#include "project/safe_write.h"

#include <cstring>
#include <sys/stat.h>

namespace flowspine::project {

namespace {

using base::Error;
using base::failure;
using base::Result;

Error failureOf(std::string code, std::string message, const std::filesystem::path& path) {
    Error error = failure(std::move(code), std::move(message));
    error.file = path.string();
    return error;
}

Error notReadable(const std::filesystem::path& path, const std::string& reason) {
    return failureOf("not-readable", "Cannot read " + fileNameInQuotes(path) + ": " + reason + ".", path);
}

std::filesystem::path backupPath(const std::filesystem::path& target) {
    constexpr std::size_t longestFileName = 255;
    const std::string name = target.filename().string();
    return target.parent_path() / (name.substr(0, longestFileName - 1) + "~");
}

// What is on disk now; nullopt when there is no file.
Result<std::optional<std::string>> currentBytes(const std::filesystem::path& target) {
    Result<std::string> bytes = readBytes(target, std::string::npos);
    if (bytes) return std::optional<std::string>(std::move(bytes).value());
    if (bytes.error().code == "not-found") return std::optional<std::string>();
    return bytes.error();
}

// Keeps what is about to be replaced; as private as the original.
void keepBackup(const std::filesystem::path& target, const std::string& bytes, std::vector<std::string>& warnings) {
    struct stat original = {};
    if (::stat(target.c_str(), &original) != 0) return;
    const Result<> kept = replaceFile(backupPath(target), bytes, original.st_mode & 07777U);
    if (!kept) warnings.push_back("The previous version could not be kept as a backup. " + kept.error().message);
}

} // namespace

ContentHash contentHash(std::string_view bytes) {
    // Multiplies and folds eight bytes at a time. Tells changed files apart; no defence against forgery.
    constexpr std::uint64_t multiplier = 0xFF51AFD7ED558CCDULL;
    std::uint64_t hash = 0x9E3779B97F4A7C15ULL ^ bytes.size();
    const auto mix = [&hash](std::uint64_t word) {
        hash = (hash ^ word) * multiplier;
        hash ^= hash >> 32U;
    };
    while (!bytes.empty()) {
        std::uint64_t word = 0;
        const std::size_t size = std::min(bytes.size(), sizeof(word));
        std::memcpy(&word, bytes.data(), size);
        mix(word);
        bytes.remove_prefix(size);
    }
    mix(0);
    return hash;
}

Result<std::string> readBytes(const std::filesystem::path& path, std::size_t maxBytes) {
    // Not to wait for a pipe's other end.
    OpenFile file(withoutInterruption([&] { return ::open(path.c_str(), O_RDONLY | O_CLOEXEC | O_NONBLOCK); }));
    if (!file.isOpen()) {
        if (errno == ENOENT) return failureOf("not-found", "There is no file " + fileNameInQuotes(path) + ".", path);
        return notReadable(path, reasonText(errno));
    }
    struct stat status = {};
    if (::fstat(file.descriptor(), &status) != 0) return notReadable(path, reasonText(errno));
    if (!S_ISREG(status.st_mode))
        return failureOf("not-a-file",
                         fileNameInQuotes(path) +
                             (S_ISDIR(status.st_mode) ? " is a folder, not a plan." : " is not a regular file."),
                         path);
    const auto expected = static_cast<std::size_t>(status.st_size);
    if (expected > maxBytes)
        return failureOf("too-large",
                         fileNameInQuotes(path) + " has " + std::to_string(expected) + " bytes; at most " +
                             std::to_string(maxBytes) + " are read.",
                         path);
    std::string bytes;
    std::size_t size = 0;
    while (true) {
        constexpr std::size_t least = 4096;
        if (size == bytes.size()) bytes.resize(std::max(size + least, expected + 1));
        const ssize_t got =
            withoutInterruption([&] { return ::read(file.descriptor(), bytes.data() + size, bytes.size() - size); });
        if (got < 0) return notReadable(path, reasonText(errno));
        if (got == 0) break;
        size += static_cast<std::size_t>(got);
        if (size > maxBytes) return failureOf("too-large", fileNameInQuotes(path) + " grows while it is read.", path);
    }
    bytes.resize(size);
    return bytes;
}

Result<OpenedFile> openFile(const std::filesystem::path& path) {
    Result<std::string> bytes = readBytes(path, Limits{}.maxBytes);
    if (!bytes) return bytes.error();
    OpenedFile opened;
    opened.bytes = std::move(bytes).value();
    opened.hash = contentHash(opened.bytes);
    Result<ReadModel> read = readModel(opened.bytes);
    if (!read) {
        Error error = read.error();
        error.file = path.string();
        return error;
    }
    opened.content = std::move(read).value();
    for (base::Issue& issue : opened.content.issues) issue.error.file = path.string();
    return opened;
}

Result<> writeFileSafely(const std::filesystem::path& path, std::string_view bytes) {
    return replaceFile(path, bytes);
}

Result<Saved> savePlan(const std::filesystem::path& path, const model::Model& model,
                       std::optional<ContentHash> expected) {
    const std::string bytes = writeModel(model);
    const Result<ReadModel> again = readModel(bytes);
    if (!again || !(again->model == model))
        return failureOf("not-saveable",
                         "Cannot save " + fileNameInQuotes(path) +
                             ": the plan does not read back as it is. The file on disk is unchanged." +
                             (again ? "" : " " + again.error().message),
                         path);
    const Result<std::filesystem::path> target = resolveTarget(path);
    if (!target) return target.error();
    const Result<std::optional<std::string>> onDisk = currentBytes(*target);
    if (!onDisk) return onDisk.error();

    Saved saved;
    saved.hash = contentHash(bytes);
    if (const std::optional<std::string>& old = *onDisk; old) {
        if (expected && contentHash(*old) != *expected)
            return failureOf("changed-on-disk",
                             "Cannot save " + fileNameInQuotes(path) +
                                 ": somebody changed it since it was opened. The file on disk is unchanged.",
                             path);
        // Saving the same again must not push out the version before it.
        if (*old != bytes) keepBackup(*target, *old, saved.warnings);
    } else if (expected) {
        saved.warnings.push_back(fileNameInQuotes(path) + " was no longer there and is written anew.");
    }
    if (const Result<> written = replaceFile(path, bytes); !written) return written.error();
    return saved;
}

} // namespace flowspine::project
