// Runs a probe: its output comes through a pipe, and it can be killed.
#pragma once

#include <string>
#include <sys/types.h>
#include <utility>
#include <vector>

namespace flowspine::test {

class ChildProcess {
  public:
    using Environment = std::vector<std::pair<std::string, std::string>>;

    // Starts at once; `added` to the test's own environment.
    explicit ChildProcess(const std::vector<std::string>& command, const Environment& added = {});
    ~ChildProcess();
    ChildProcess(const ChildProcess&) = delete;
    ChildProcess& operator=(const ChildProcess&) = delete;

    void kill();
    // Waits until it has written that many lines, or ended.
    void waitForLines(std::size_t count);
    // All of its standard output, once it ended.
    [[nodiscard]] std::string output();
    // The exit code, or minus the signal that ended it.
    [[nodiscard]] int wait();

  private:
    bool readSome();

    pid_t m_process = -1;
    int m_output = -1;
    std::string m_text; // what was read of its output
    int m_result = 0;
};

} // namespace flowspine::test
