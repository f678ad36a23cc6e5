#include "project/child_process.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <csignal>
#include <fcntl.h>
#include <spawn.h>
#include <stdexcept>
#include <sys/wait.h>
#include <unistd.h>

extern char** environ; // NOLINT: POSIX declares it nowhere

namespace flowspine::test {

ChildProcess::ChildProcess(const std::vector<std::string>& command, const Environment& added) {
    std::vector<std::string> environment;
    for (char** each = environ; *each != nullptr; ++each) environment.emplace_back(*each);
    for (const auto& [name, value] : added) {
        // The first of two with one name would be the one that counts.
        std::erase_if(environment, [prefix = name + "="](const std::string& each) { return each.starts_with(prefix); });
        environment.push_back(name + "=" + value);
    }
    const auto pointers = [](const std::vector<std::string>& texts) {
        std::vector<char*> result;
        for (const std::string& text : texts) result.push_back(const_cast<char*>(text.c_str()));
        result.push_back(nullptr);
        return result;
    };

    std::array<int, 2> pipe{};
    if (::pipe2(pipe.data(), O_CLOEXEC) != 0) throw std::runtime_error("no pipe");
    m_output = pipe[0];
    posix_spawn_file_actions_t actions;
    posix_spawn_file_actions_init(&actions);
    posix_spawn_file_actions_adddup2(&actions, pipe[1], STDOUT_FILENO);
    const int error = posix_spawn(&m_process, command[0].c_str(), &actions, nullptr, pointers(command).data(),
                                  pointers(environment).data());
    posix_spawn_file_actions_destroy(&actions);
    ::close(pipe[1]);
    if (error != 0) throw std::runtime_error("cannot start " + command[0]);
}

ChildProcess::~ChildProcess() {
    if (m_process > 0) {
        kill();
        static_cast<void>(wait());
    }
    ::close(m_output);
}

void ChildProcess::kill() {
    ::kill(m_process, SIGKILL);
}

bool ChildProcess::readSome() {
    std::array<char, 4096> buffer{};
    while (true) {
        const ssize_t got = ::read(m_output, buffer.data(), buffer.size());
        if (got < 0 && errno == EINTR) continue;
        if (got > 0) m_text.append(buffer.data(), static_cast<std::size_t>(got));
        return got > 0;
    }
}

void ChildProcess::waitForLines(std::size_t count) {
    const auto lines = [this] { return static_cast<std::size_t>(std::count(m_text.begin(), m_text.end(), '\n')); };
    while (lines() < count && readSome()) {
    }
}

std::string ChildProcess::output() {
    while (readSome()) {
    }
    return m_text;
}

int ChildProcess::wait() {
    if (m_process <= 0) return m_result;
    int status = 0;
    while (::waitpid(m_process, &status, 0) < 0 && errno == EINTR) {
    }
    m_process = -1;
    m_result = WIFEXITED(status) ? WEXITSTATUS(status) : -WTERMSIG(status);
    return m_result;
}

} // namespace flowspine::test
