#include "project/child_process.h"
#include "project/project_file.h"
#include "project/safe_write.h"
#include "project/scratch_folder.h"

#include <catch2/catch.hpp>

#include <cerrno>
#include <sstream>

using namespace flowspine;
using test::ChildProcess;

namespace {

constexpr const char* fileName = "plan.flowspine";

std::string bytesOf(const std::filesystem::path& path) {
    const base::Result<std::string> bytes = project::readBytes(path, std::size_t{1} << 24U);
    return bytes ? *bytes : "no file";
}

// A folder with a plan that has a backup, and one more save of it that is to be disturbed.
class DisturbedSave {
  public:
    DisturbedSave() {
        REQUIRE(run({}).second == 0);
        m_afterOne = bytesOf(file());
        REQUIRE(run({}).second == 0);
        m_before = bytesOf(file());
        m_beforeBackup = bytesOf(backup());
        m_calls = trace();
        m_after = bytesOf(file());
        REQUIRE(m_beforeBackup == m_afterOne);
        REQUIRE(m_after != m_before);
    }

    // What the save prints and its exit code.
    std::pair<std::string, int> run(const ChildProcess::Environment& disturbance) {
        ChildProcess process({test::probe("save-loop").string(), file().string(), "1", "7"}, disturbance);
        std::string output = process.output();
        return {output, process.wait()};
    }
    std::pair<std::string, int> run(std::size_t call, const std::string& with) {
        for (const auto& entry : std::filesystem::directory_iterator(m_folder.path()))
            std::filesystem::remove(entry.path());
        test::writeBytes(file(), m_before);
        test::writeBytes(backup(), m_beforeBackup);
        return run(preload({{"FAIL_AT", std::to_string(call)}, {"FAIL_WITH", with}}));
    }

    [[nodiscard]] std::filesystem::path file() const { return m_folder / fileName; }
    [[nodiscard]] std::filesystem::path backup() const { return m_folder / (std::string(fileName) + "~"); }
    [[nodiscard]] const std::vector<std::string>& calls() const { return m_calls; }
    [[nodiscard]] const std::string& before() const { return m_before; }
    [[nodiscard]] const std::string& after() const { return m_after; }
    [[nodiscard]] std::size_t fileCount() const { return m_folder.fileCount(); }
    [[nodiscard]] bool hasWholeBackup() const {
        const std::string bytes = bytesOf(backup());
        return bytes == m_beforeBackup || bytes == m_before;
    }

  private:
    ChildProcess::Environment preload(ChildProcess::Environment environment) const {
        environment.emplace_back("LD_PRELOAD", test::probe("fail-call.so").string());
        environment.emplace_back("FAIL_FOLDER", m_folder.path().string());
        environment.emplace_back("ASAN_OPTIONS", "verify_asan_link_order=0");
        return environment;
    }
    std::vector<std::string> trace() {
        const test::ScratchFolder other;
        const std::filesystem::path log = other / "calls";
        REQUIRE(run(preload({{"FAIL_TRACE", log.string()}})).second == 0);
        std::istringstream lines(bytesOf(log));
        std::vector<std::string> calls;
        for (std::string line; std::getline(lines, line);) calls.push_back(line);
        return calls;
    }

    test::ScratchFolder m_folder;
    std::string m_afterOne;
    std::string m_before;
    std::string m_beforeBackup;
    std::string m_after;
    std::vector<std::string> m_calls;
};

bool contains(const std::string& text, const std::string& part) {
    return text.find(part) != std::string::npos;
}

// Closing reports what writing did not only for the file that was written: behind its fsync, before it gets its name.
bool mustNotBeIgnored(const std::vector<std::string>& calls, std::size_t call) {
    const std::string& name = calls[call - 1];
    if (name == "close")
        return call > 1 && call < calls.size() && calls[call - 2] == "fsync" && calls[call] == "rename";
    return name == "read" || name == "write" || name == "fsync" || name == "rename" || name == "chmod";
}

// The old file or the new one, whole, as the save said; and a later save works and leaves nothing behind.
void checkStateAfter(DisturbedSave& save, const std::string& output, int exitCode) {
    const std::string now = bytesOf(save.file());
    CHECK((now == save.before() || now == save.after()));
    CHECK(save.hasWholeBackup());
    CHECK(save.fileCount() == 2);
    if (exitCode == 0) {
        CHECK(now == save.after());
        CHECK(contains(output, "ACK 3"));
    } else if (!contains(output, "FAILED not-durable")) {
        CHECK(now == save.before());
    }
    CHECK(save.run({}).second == 0);
    CHECK(save.fileCount() == 2);
}

} // namespace

TEST_CASE("whatever system call of a save fails, the old or the new file is whole and the message says which and why") {
    DisturbedSave save;
    REQUIRE(save.calls().size() > 20);
    for (const char* call : {"open", "read", "write", "fsync", "rename", "chmod", "close"})
        REQUIRE(std::find(save.calls().begin(), save.calls().end(), call) != save.calls().end());
    std::size_t failures = 0;
    for (std::size_t call = 1; call <= save.calls().size(); ++call)
        for (const int error : {ENOSPC, EIO, EACCES, EDQUOT, EROFS}) {
            const auto [output, exitCode] = save.run(call, std::to_string(error));
            INFO("call " << call << " (" << save.calls()[call - 1] << ") fails with error " << error << ": " << output);
            CHECK((exitCode == 0 || exitCode == 1));
            if (exitCode != 0 || contains(output, "WARNING")) {
                CHECK(contains(output, "“plan.flowspine"));
                CHECK(contains(output, ": " + project::reasonText(error)));
                ++failures;
            }
            if (mustNotBeIgnored(save.calls(), call)) CHECK((exitCode != 0 || contains(output, "WARNING")));
            checkStateAfter(save, output, exitCode);
        }
    CHECK(failures > 80);
}

TEST_CASE("a save makes its calls in the order that survives a loss of power") {
    const DisturbedSave save;
    std::string calls;
    for (const std::string& call : save.calls()) calls += call + " ";
    // The backup, then the plan: temporary file, bytes, mode, to the disk, into place, the folder to the disk.
    const std::string replacement = "open write chmod fsync close rename fsync close close ";
    const std::size_t backup = calls.find(replacement);
    REQUIRE(backup != std::string::npos);
    const std::size_t plan = calls.find(replacement, backup + 1);
    REQUIRE(plan != std::string::npos);
    CHECK(plan + replacement.size() == calls.size());
}

TEST_CASE("short writes are continued") {
    DisturbedSave save;
    for (std::size_t call = 1; call <= save.calls().size(); ++call) {
        if (save.calls()[call - 1] != "write") continue;
        const auto [output, exitCode] = save.run(call, "short");
        INFO("call " << call << ": " << output);
        CHECK(exitCode == 0);
        checkStateAfter(save, output, exitCode);
    }
}

TEST_CASE("calls that a signal interrupts are made again") {
    DisturbedSave save;
    for (std::size_t call = 1; call <= save.calls().size(); ++call) {
        const auto [output, exitCode] = save.run(call, std::to_string(EINTR));
        INFO("call " << call << " (" << save.calls()[call - 1] << "): " << output);
        CHECK(exitCode == 0);
        CHECK_FALSE(contains(output, "WARNING"));
        checkStateAfter(save, output, exitCode);
    }
}

TEST_CASE("a disk that fills up in the middle of a save leaves the old file whole") {
    DisturbedSave save;
    for (std::size_t call = 1; call <= save.calls().size(); ++call)
        for (const char* with : {"torn", "full"}) {
            const auto [output, exitCode] = save.run(call, with);
            INFO("from call " << call << " (" << save.calls()[call - 1] << ") on, " << with << ": " << output);
            if (exitCode != 0 || contains(output, "WARNING")) CHECK(contains(output, "no space left on device"));
            checkStateAfter(save, output, exitCode);
        }
}

TEST_CASE("a process that dies at any call of a save leaves the old or the new file whole") {
    DisturbedSave save;
    for (std::size_t call = 1; call <= save.calls().size(); ++call)
        for (const char* with : {"kill", "kill-after"}) {
            const auto [output, exitCode] = save.run(call, with);
            INFO("call " << call << " (" << save.calls()[call - 1] << "), " << with);
            CHECK(exitCode == -9);
            const std::string now = bytesOf(save.file());
            CHECK((now == save.before() || now == save.after()));
            CHECK(save.hasWholeBackup());
            CHECK(save.run({}).second == 0);
            CHECK(save.fileCount() == 2);
        }
}
