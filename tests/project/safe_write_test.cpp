#include "project/safe_write.h"

#include "project/project_file.h"
#include "project/scratch_folder.h"

#include <catch2/catch.hpp>

#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

using namespace flowspine;
namespace fs = std::filesystem;
using project::writeFileSafely;
using test::writeBytes;

namespace {

std::string bytesOf(const fs::path& path) {
    const base::Result<std::string> bytes = project::readBytes(path, std::size_t{1} << 24U);
    return bytes ? *bytes : bytes.error().code;
}

mode_t modeOf(const fs::path& path) {
    struct stat status = {};
    return ::stat(path.c_str(), &status) == 0 ? status.st_mode & 07777U : 0;
}

std::string messageOf(const base::Result<>& result) {
    return result ? "" : result.error().code + ": " + result.error().message;
}

// Sets the umask for a test.
class Umask {
  public:
    explicit Umask(mode_t mask) : m_before(::umask(mask)) {}
    ~Umask() { ::umask(m_before); }
    Umask(const Umask&) = delete;
    Umask& operator=(const Umask&) = delete;

  private:
    mode_t m_before;
};

} // namespace

TEST_CASE("a new file is written with mode 0644 less the umask") {
    const test::ScratchFolder folder;
    {
        const Umask usual(022);
        REQUIRE(writeFileSafely(folder / "a", "bytes"));
    }
    {
        const Umask strict(077);
        REQUIRE(writeFileSafely(folder / "b", ""));
    }
    CHECK(bytesOf(folder / "a") == "bytes");
    CHECK(modeOf(folder / "a") == 0644);
    CHECK(bytesOf(folder / "b").empty());
    CHECK(modeOf(folder / "b") == 0600);
    CHECK(folder.fileCount() == 2);
}

TEST_CASE("an existing file keeps its mode") {
    const test::ScratchFolder folder;
    const fs::path file = folder / "plan";
    for (const mode_t mode : {mode_t{0600}, mode_t{0640}, mode_t{0664}, mode_t{0755}, mode_t{0200}}) {
        writeBytes(file, "old");
        REQUIRE(::chmod(file.c_str(), mode) == 0);
        REQUIRE(writeFileSafely(file, "new"));
        CHECK(modeOf(file) == mode);
        REQUIRE(::chmod(file.c_str(), 0600) == 0);
        CHECK(bytesOf(file) == "new");
    }
}

TEST_CASE("symbolic links stay, and the file they lead to is replaced") {
    const test::ScratchFolder folder;
    fs::create_directory(folder / "real");
    fs::create_directory(folder / "links");
    writeBytes(folder / "real/plan", "old");
    fs::create_symlink("../real/plan", folder / "links/second");
    fs::create_symlink(folder / "links/second", folder / "first");
    REQUIRE(writeFileSafely(folder / "first", "new"));
    CHECK(fs::is_symlink(folder / "first"));
    CHECK(fs::is_symlink(folder / "links/second"));
    CHECK_FALSE(fs::is_symlink(folder / "real/plan"));
    CHECK(bytesOf(folder / "real/plan") == "new");

    // A link to a file that is not there yet makes it.
    fs::create_symlink("real/later", folder / "dangling");
    REQUIRE(writeFileSafely(folder / "dangling", "made"));
    CHECK(fs::is_symlink(folder / "dangling"));
    CHECK(bytesOf(folder / "real/later") == "made");

    fs::create_symlink("round", folder / "round");
    CHECK(messageOf(writeFileSafely(folder / "round", "x")) ==
          "cannot-save: Cannot save “round”: its symbolic links lead nowhere.");
}

TEST_CASE("another hard link to the file keeps the old content") {
    const test::ScratchFolder folder;
    writeBytes(folder / "plan", "old");
    fs::create_hard_link(folder / "plan", folder / "other");
    REQUIRE(writeFileSafely(folder / "plan", "new"));
    CHECK(bytesOf(folder / "plan") == "new");
    CHECK(bytesOf(folder / "other") == "old");
}

TEST_CASE("a read-only file is not replaced") {
    const test::ScratchFolder folder;
    writeBytes(folder / "plan", "old");
    REQUIRE(::chmod((folder / "plan").c_str(), 0444) == 0);
    CHECK(messageOf(writeFileSafely(folder / "plan", "new")) ==
          "read-only: Cannot save “plan”: the file is read-only. The file on disk is unchanged.");
    CHECK(bytesOf(folder / "plan") == "old");
    CHECK(folder.fileCount() == 1);
}

TEST_CASE("what is no file is not written to") {
    const test::ScratchFolder folder;
    fs::create_directory(folder / "folder");
    REQUIRE(::mkfifo((folder / "pipe").c_str(), 0600) == 0);
    CHECK(messageOf(writeFileSafely(folder / "folder", "x")) ==
          "not-a-file: Cannot save “folder”: it is a folder. The file on disk is unchanged.");
    CHECK(messageOf(writeFileSafely(folder / "pipe", "x")) ==
          "not-a-file: Cannot save “pipe”: it is not a regular file. The file on disk is unchanged.");
    CHECK(messageOf(writeFileSafely(folder / "none/plan", "x")) ==
          "cannot-save: Cannot save “plan”: the folder does not exist.");
    writeBytes(folder / "file", "x");
    CHECK(messageOf(writeFileSafely(folder / "file/plan", "x")) ==
          "cannot-save: Cannot save “plan”: a part of its path is not a folder.");
    CHECK(writeFileSafely(folder / "none/plan", "x").error().file == (folder / "none/plan").string());
}

TEST_CASE("a folder that may not be written to is an error for those it binds") {
    const test::ScratchFolder folder;
    writeBytes(folder / "plan", "old");
    fs::permissions(folder.path(), fs::perms::owner_read | fs::perms::owner_exec);
    const base::Result<> written = writeFileSafely(folder / "plan", "new");
    fs::permissions(folder.path(), fs::perms::owner_all);
    // Root may write everywhere.
    if (::geteuid() == 0) {
        CHECK(bytesOf(folder / "plan") == "new");
    } else {
        CHECK(messageOf(written) ==
              "cannot-save: Cannot save “plan”: permission denied. The file on disk is unchanged.");
        CHECK(bytesOf(folder / "plan") == "old");
    }
    CHECK(folder.fileCount() == 1);
}

TEST_CASE("names of up to 255 bytes can be saved, longer ones are refused") {
    const test::ScratchFolder folder;
    const std::string longest = std::string(245, 'n') + ".flowspine";
    REQUIRE(longest.size() == 255);
    REQUIRE(writeFileSafely(folder / longest, "one"));
    REQUIRE(writeFileSafely(folder / longest, "two"));
    CHECK(bytesOf(folder / longest) == "two");
    std::string umlauts;
    for (int i = 0; i < 127; ++i) umlauts += "ü";
    REQUIRE(writeFileSafely(folder / umlauts, "three"));
    CHECK(bytesOf(folder / umlauts) == "three");
    CHECK(folder.fileCount() == 2);
    CHECK(writeFileSafely(folder / (longest + "x"), "four").error().message.find("the file name is too long") !=
          std::string::npos);
    CHECK(folder.fileCount() == 2);
}

TEST_CASE("what a dead save left is removed by the next save of that file, and nothing else") {
    const test::ScratchFolder folder;
    const fs::path dead = folder / ".plan.0123456789ab.tmp";
    const fs::path living = folder / ".plan.abcdefghjkmn.tmp";
    const std::vector<fs::path> others = {folder / ".other.0123456789ab.tmp", folder / ".plan.0123456789a.tmp",
                                          folder / ".plan.0123456789ab.tmp2", folder / "plan.0123456789ab.tmp",
                                          folder / ".plan.ILOU56789abc.tmp"};
    writeBytes(dead, "half");
    writeBytes(living, "half");
    for (const fs::path& other : others) writeBytes(other, "kept");
    const int lock = ::open(living.c_str(), O_RDONLY | O_CLOEXEC);
    REQUIRE(::flock(lock, LOCK_EX) == 0);

    REQUIRE(writeFileSafely(folder / "plan", "bytes"));
    CHECK_FALSE(fs::exists(dead));
    CHECK(fs::exists(living));
    for (const fs::path& other : others) CHECK(fs::exists(other));

    ::close(lock);
    REQUIRE(writeFileSafely(folder / "plan", "bytes"));
    CHECK_FALSE(fs::exists(living));
    CHECK(folder.fileCount() == 1 + others.size());
}

TEST_CASE("a file in the current folder is saved there") {
    const test::ScratchFolder folder;
    const fs::path before = fs::current_path();
    fs::current_path(folder.path());
    const base::Result<> written = writeFileSafely("plan", "bytes");
    fs::current_path(before);
    REQUIRE(written);
    CHECK(bytesOf(folder / "plan") == "bytes");
}
