#include "cli/version_file.h"

#include "git/file_history.h"

namespace flowspine::cli {

base::Result<project::OpenedFile> openVersion(const std::string& name) {
    std::error_code unknown;
    const std::size_t colon = name.find(':');
    if (colon == std::string::npos || colon == 0 || std::filesystem::exists(name, unknown))
        return project::openFile(name);
    const std::string file = name.substr(colon + 1);
    const base::Result<git::FileHistory> history = git::FileHistory::open(file);
    if (!history) return history.error();
    project::OpenedFile opened;
    base::Result<std::string> bytes = history->bytesAt(name.substr(0, colon));
    if (!bytes) return bytes.error();
    opened.bytes = *std::move(bytes);
    opened.hash = project::contentHash(opened.bytes);
    base::Result<project::ReadModel> read = project::readModel(opened.bytes);
    if (!read) {
        base::Error error = read.error();
        error.file = name;
        return error;
    }
    opened.content = *std::move(read);
    return opened;
}

} // namespace flowspine::cli
