#include "project/child_process.h"
#include "project/project_file.h"
#include "project/scratch_folder.h"
#include "support/random.h"

#include <catch2/catch.hpp>

#include <chrono>
#include <csignal>
#include <cstdlib>
#include <thread>

using namespace flowspine;

namespace {

// The number behind the last complete "ACK" line; 0 when there is none.
std::uint64_t lastAcknowledged(const std::string& output) {
    const std::size_t end = output.rfind('\n');
    if (end == std::string::npos) return 0;
    const std::size_t at = output.rfind("ACK ", end);
    return at == std::string::npos ? 0 : std::strtoull(output.c_str() + at + 4, nullptr, 10);
}

void killRounds(std::size_t rounds) {
    const std::uint64_t seed = test::testSeed(3);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    const test::ScratchFolder folder;
    const std::filesystem::path file = folder / "plan.flowspine";
    const auto save = [&](const std::string& count) {
        return std::vector<std::string>{test::probe("save-loop").string(), file.string(), count,
                                        std::to_string(random.next())};
    };
    REQUIRE(test::ChildProcess(save("1")).wait() == 0);
    std::uint64_t last = 1;
    std::size_t acknowledged = 0;
    for (std::size_t round = 0; round < rounds; ++round) {
        test::ChildProcess process(save("1000000"));
        // At some moment of a later save, or of the start.
        process.waitForLines(random.below(4));
        std::this_thread::sleep_for(std::chrono::microseconds(random.below(5000)));
        process.kill();
        const std::string output = process.output();
        CHECK(process.wait() == -SIGKILL);
        CHECK(output.find("FAILED") == std::string::npos);

        const std::uint64_t ack = lastAcknowledged(output);
        acknowledged += ack != 0 ? 1 : 0;
        last = std::max(last, ack);
        const base::Result<project::OpenedFile> opened = project::openFile(file);
        INFO("round " << round << ", acknowledged " << last);
        REQUIRE(opened.hasValue());
        const std::uint64_t onDisk = std::strtoull(opened->content.model.plan().purpose.c_str(), nullptr, 10);
        CHECK(onDisk >= last);
        last = onDisk;
        // The plan, its backup and what the killed save left.
        CHECK(folder.fileCount() <= 4);
    }
    // The kills came in the middle of the work.
    CHECK(acknowledged > rounds / 2);
    REQUIRE(test::ChildProcess(save("1")).wait() == 0);
    CHECK(folder.fileCount() == 2);
}

} // namespace

TEST_CASE("200 kills in the middle of saving lose no acknowledged save and no file") {
    killRounds(200);
}

TEST_CASE("10,000 kills in the middle of saving lose no acknowledged save and no file", "[long]") {
    killRounds(10'000);
}
