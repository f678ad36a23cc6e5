#include "project/safe_write.h"

#include "project/open_file.h"

#include <array>
#include <cstring>
#include <dirent.h>
#include <random>
#include <sys/file.h>
#include <sys/stat.h>
#include <system_error>
#include <vector>

namespace flowspine::project {

namespace {

using base::failure;
using base::Result;

constexpr std::size_t longestFileName = 255;
constexpr std::size_t randomLength = 12;
constexpr std::string_view randomCharacters = "0123456789abcdefghjkmnpqrstvwxyz";
constexpr std::string_view temporarySuffix = ".tmp";

// ".<name>.<random>.tmp", the name cut so that the whole fits.
std::string temporaryPrefix(const std::string& name) {
    constexpr std::size_t longest = longestFileName - 2 - randomLength - temporarySuffix.size();
    std::size_t length = std::min(name.size(), longest);
    const auto isInsideCharacter = [&](std::size_t at) {
        return at < name.size() && (static_cast<unsigned char>(name[at]) & 0xC0U) == 0x80U;
    };
    while (length > 0 && isInsideCharacter(length)) --length;
    return "." + name.substr(0, length) + ".";
}

std::string temporaryName(const std::string& prefix) {
    std::random_device random;
    std::string name = prefix;
    for (std::size_t i = 0; i < randomLength; ++i) name += randomCharacters[random() % randomCharacters.size()];
    return name.append(temporarySuffix);
}

bool isTemporaryName(std::string_view name, const std::string& prefix) {
    if (name.size() != prefix.size() + randomLength + temporarySuffix.size()) return false;
    if (!name.starts_with(prefix) || !name.ends_with(temporarySuffix)) return false;
    return name.substr(prefix.size(), randomLength).find_first_not_of(randomCharacters) == std::string_view::npos;
}

// One save of one file. Everything happens relative to the folder, which is opened before anything is written.
class Replacement {
  public:
    Replacement(std::filesystem::path target, std::string shownName, std::optional<mode_t> mode)
        : m_target(std::move(target)), m_shownName(std::move(shownName)), m_wantedMode(mode) {}

    Result<> run(std::string_view bytes) {
        if (Result<> ready = prepare(); !ready) return ready;
        removeLeftovers();
        if (const int error = createTemporary(); error != 0) return failed(error);
        if (const int error = fill(bytes); error != 0) {
            dropTemporary();
            return failed(error);
        }
        return putInPlace();
    }

  private:
    // Opens the folder and looks at the old file.
    Result<> prepare() {
        const std::filesystem::path folder = m_target.has_parent_path() ? m_target.parent_path() : ".";
        m_name = m_target.filename().string();
        m_prefix = temporaryPrefix(m_name);
        m_folder =
            OpenFile(withoutInterruption([&] { return ::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
        if (!m_folder.isOpen()) return failed(errno);
        if (::fstatat(m_folder.descriptor(), m_name.c_str(), &m_old, 0) != 0)
            return errno == ENOENT ? Result<>(base::Nothing{}) : failed(errno);
        m_hasOld = true;
        if (!m_wantedMode) m_wantedMode = m_old.st_mode & 07777U;
        if (S_ISDIR(m_old.st_mode)) return unwritable("not-a-file", "it is a folder");
        if (!S_ISREG(m_old.st_mode)) return unwritable("not-a-file", "it is not a regular file");
        // The folder would allow to replace it, but the file itself says that it is not to be changed.
        const bool isWritable =
            (m_old.st_mode & 0222U) != 0 && ::faccessat(m_folder.descriptor(), m_name.c_str(), W_OK, AT_EACCESS) == 0;
        if (!isWritable) return unwritable("read-only", "the file is read-only");
        return base::Nothing{};
    }

    // Temporary files of saves that died. A living one holds a lock on its own.
    void removeLeftovers() const {
        const OpenFile again(withoutInterruption(
            [&] { return ::openat(m_folder.descriptor(), ".", O_RDONLY | O_DIRECTORY | O_CLOEXEC); }));
        if (!again.isOpen()) return;
        DIR* const listing = ::fdopendir(::dup(again.descriptor()));
        if (listing == nullptr) return;
        std::vector<std::string> names;
        while (const dirent* entry = ::readdir(listing))
            if (isTemporaryName(entry->d_name, m_prefix)) names.emplace_back(entry->d_name);
        ::closedir(listing);
        for (const std::string& name : names) {
            const OpenFile leftover(withoutInterruption([&] {
                return ::openat(m_folder.descriptor(), name.c_str(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
            }));
            if (leftover.isOpen() && ::flock(leftover.descriptor(), LOCK_EX | LOCK_NB) == 0)
                ::unlinkat(m_folder.descriptor(), name.c_str(), 0);
        }
    }

    int createTemporary() {
        constexpr int mostTries = 100;
        for (int i = 0; i < mostTries; ++i) {
            m_temporary = temporaryName(m_prefix);
            m_file = OpenFile(withoutInterruption([&] {
                return ::openat(m_folder.descriptor(), m_temporary.c_str(),
                                O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, m_wantedMode ? 0600 : 0644);
            }));
            if (!m_file.isOpen()) {
                if (errno == EEXIST) continue;
                return errno;
            }
            // Between the two calls another save may have taken it for a left-over. Where there are no locks, nobody
            // gets one to take it away.
            struct stat now = {};
            static_cast<void>(::flock(m_file.descriptor(), LOCK_EX | LOCK_NB));
            if (::fstat(m_file.descriptor(), &now) == 0 && now.st_nlink > 0) return 0;
        }
        return EEXIST;
    }

    int fill(std::string_view bytes) {
        while (!bytes.empty()) {
            const ssize_t written =
                withoutInterruption([&] { return ::write(m_file.descriptor(), bytes.data(), bytes.size()); });
            if (written < 0) return errno;
            if (written == 0) return ENOSPC;
            bytes.remove_prefix(static_cast<std::size_t>(written));
        }
        if (const int error = keepOwnerAndMode(); error != 0) return error;
        if (withoutInterruption([&] { return ::fsync(m_file.descriptor()); }) != 0) return errno;
        // A second descriptor keeps the lock until the file has its name.
        m_lock = OpenFile(::fcntl(m_file.descriptor(), F_DUPFD_CLOEXEC, 0));
        return m_file.close();
    }

    int keepOwnerAndMode() {
        struct stat now = {};
        if (::fstat(m_file.descriptor(), &now) != 0) return errno;
        if (m_hasOld && (now.st_uid != m_old.st_uid || now.st_gid != m_old.st_gid)) static_cast<void>(keepOwner());
        // File systems without modes refuse to change them, and need not be asked.
        if (!m_wantedMode || (now.st_mode & 07777U) == *m_wantedMode) return 0;
        return withoutInterruption([&] { return ::fchmod(m_file.descriptor(), *m_wantedMode); }) == 0 ? 0 : errno;
    }

    // Only root may give files away, and a group only takes its members'; else the file becomes the saver's.
    [[nodiscard]] bool keepOwner() const {
        return ::fchown(m_file.descriptor(), m_old.st_uid, m_old.st_gid) == 0 ||
               ::fchown(m_file.descriptor(), static_cast<uid_t>(-1), m_old.st_gid) == 0;
    }

    Result<> putInPlace() {
        const int folder = m_folder.descriptor();
        if (withoutInterruption([&] { return ::renameat(folder, m_temporary.c_str(), folder, m_name.c_str()); }) != 0) {
            const int error = errno;
            dropTemporary();
            return failed(error);
        }
        // Some file systems cannot do this for folders and say so; they keep names by other means.
        if (withoutInterruption([&] { return ::fsync(folder); }) == 0 || errno == EINVAL || errno == ENOTSUP)
            return base::Nothing{};
        base::Error error =
            failure("not-durable", "Cannot make sure that " + m_shownName + " is on the disk: " + reasonText(errno) +
                                       ". The new content is in place; save it again.");
        error.file = m_target.string();
        return error;
    }

    void dropTemporary() {
        m_file = OpenFile();
        m_leftTemporary = ::unlinkat(m_folder.descriptor(), m_temporary.c_str(), 0) != 0;
    }

    [[nodiscard]] base::Error failed(int errorNumber) const {
        return unwritable("cannot-save", reasonText(errorNumber));
    }

    [[nodiscard]] base::Error unwritable(std::string code, const std::string& reason) const {
        std::string message = "Cannot save " + m_shownName + ": " + reason + ".";
        if (m_hasOld) message += " The file on disk is unchanged.";
        if (m_leftTemporary) message += " “" + m_temporary + "” is left beside it; the next save takes it away.";
        base::Error error = failure(std::move(code), std::move(message));
        error.file = m_target.string();
        return error;
    }

    std::filesystem::path m_target;
    std::string m_shownName;
    std::optional<mode_t> m_wantedMode;
    std::string m_name;
    std::string m_prefix;
    OpenFile m_folder;
    struct stat m_old = {};
    bool m_hasOld = false;
    std::string m_temporary;
    OpenFile m_file;
    OpenFile m_lock;
    bool m_leftTemporary = false;
};

} // namespace

Result<std::filesystem::path> resolveTarget(const std::filesystem::path& path) {
    constexpr int mostLinks = 40;
    std::filesystem::path target = path;
    for (int i = 0; i < mostLinks; ++i) {
        std::error_code none;
        if (!std::filesystem::is_symlink(std::filesystem::symlink_status(target, none))) return target;
        const std::filesystem::path next = std::filesystem::read_symlink(target, none);
        if (none) break;
        target = next.is_absolute() ? next : target.parent_path() / next;
    }
    base::Error error =
        failure("cannot-save", "Cannot save " + fileNameInQuotes(path) + ": its symbolic links lead nowhere.");
    error.file = path.string();
    return error;
}

Result<> replaceFile(const std::filesystem::path& path, std::string_view bytes, std::optional<mode_t> mode) {
    const Result<std::filesystem::path> target = resolveTarget(path);
    if (!target) return target.error();
    return Replacement(*target, fileNameInQuotes(path), mode).run(bytes);
}

std::string reasonText(int errorNumber) {
    switch (errorNumber) {
    case ENOSPC: return "no space left on device";
    case EDQUOT: return "the disk quota is used up";
    case EIO: return "input/output error";
    case EROFS: return "the file system is read-only";
    case EACCES:
    case EPERM: return "permission denied";
    case ENOENT: return "the folder does not exist";
    case ENOTDIR: return "a part of its path is not a folder";
    case ENAMETOOLONG: return "the file name is too long";
    case EMFILE:
    case ENFILE: return "too many files are open";
    case EFBIG: return "the file would be too large";
    case EISDIR: return "it is a folder";
    case ELOOP: return "too many symbolic links";
    default: break;
    }
    std::string text = std::generic_category().message(errorNumber);
    if (!text.empty() && text[0] >= 'A' && text[0] <= 'Z') text[0] = static_cast<char>(text[0] - 'A' + 'a');
    return text;
}

std::string fileNameInQuotes(const std::filesystem::path& path) {
    return "“" + path.filename().string() + "”";
}

} // namespace flowspine::project
