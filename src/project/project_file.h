// A project file on disk: opening, and saving so that a failure at any point leaves the old file whole.
#pragma once

#include "base/result.h"
#include "project/model_reader.h"

#include <cstdint>
#include <filesystem>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flowspine::project {

using ContentHash = std::uint64_t;
[[nodiscard]] ContentHash contentHash(std::string_view bytes);

struct OpenedFile {
    ReadModel content;
    ContentHash hash = 0; // of the bytes that were read
    std::string bytes;
};

// Errors: those of readModel(), and not-found, not-readable, not-a-file. Every error and issue names the file.
[[nodiscard]] base::Result<OpenedFile> openFile(const std::filesystem::path& path);
[[nodiscard]] base::Result<std::string> readBytes(const std::filesystem::path& path, std::size_t maxBytes);

// The save routine for everything the program writes. Writes a temporary file in the target's folder (symbolic links
// followed), flushes, fsyncs, renames over the target and fsyncs the folder; keeps the old file's mode (0644 less the
// umask for a new one) and, when permitted, its owner. Every call is checked. On an error the temporary file is gone,
// the target is as it was, and the message names the file and the reason. Codes: see safe_write.h.
[[nodiscard]] base::Result<> writeFileSafely(const std::filesystem::path& path, std::string_view bytes);

struct Saved {
    ContentHash hash = 0;
    std::vector<std::string> warnings; // such as: the backup could not be written
};
// Saves a plan: serialise, check that the bytes read back to an equal plan (error not-saveable), check that the file on
// disk still has `expected` (error changed-on-disk; nullopt: do not check; a file that is gone is written anew), keep
// the previous version beside it as "<name>~" when it differs, write safely. On an error the plan stays unsaved and the
// file as it was, except for not-durable: see safe_write.h.
[[nodiscard]] base::Result<Saved> savePlan(const std::filesystem::path& path, const model::Model& model,
                                           std::optional<ContentHash> expected);

} // namespace flowspine::project
