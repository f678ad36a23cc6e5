// Replaces a file's content so that whoever looks, whenever they look and whatever fails, sees the old content or the
// new one whole. The routine behind every file this program writes; docs/file-format.md gives its steps.
#pragma once

#include "base/result.h"

#include <filesystem>
#include <optional>
#include <string_view>
#include <sys/types.h>

namespace flowspine::project {

// Where the bytes go: symbolic links are followed, to a file that need not exist yet. Error cannot-save.
[[nodiscard]] base::Result<std::filesystem::path> resolveTarget(const std::filesystem::path& path);

// `mode`: of the new file, instead of the old file's or 0644 less the umask. Errors: cannot-save, read-only,
// not-a-file; not-durable when the new content is in place but the disk did not confirm it.
[[nodiscard]] base::Result<> replaceFile(const std::filesystem::path& path, std::string_view bytes,
                                         std::optional<mode_t> mode = std::nullopt);

// What an error number means, in English and in lower case.
[[nodiscard]] std::string reasonText(int errorNumber);

// The last part of the path, in quotation marks.
[[nodiscard]] std::string fileNameInQuotes(const std::filesystem::path& path);

} // namespace flowspine::project
