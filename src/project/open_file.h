// An open file descriptor that closes itself. Calls that a signal interrupts are made again.
#pragma once

#include <cerrno>
#include <cstddef>
#include <fcntl.h>
#include <unistd.h>
#include <utility>

namespace flowspine::project {

class OpenFile {
  public:
    OpenFile() = default;
    explicit OpenFile(int descriptor) : m_descriptor(descriptor) {}
    OpenFile(OpenFile&& other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}
    OpenFile& operator=(OpenFile&& other) noexcept {
        std::swap(m_descriptor, other.m_descriptor);
        return *this;
    }
    OpenFile(const OpenFile&) = delete;
    OpenFile& operator=(const OpenFile&) = delete;
    ~OpenFile() {
        if (isOpen()) ::close(m_descriptor);
    }

    [[nodiscard]] bool isOpen() const { return m_descriptor >= 0; }
    [[nodiscard]] int descriptor() const { return m_descriptor; }

    // 0 or an error number. The descriptor is gone either way, also when a signal came.
    [[nodiscard]] int close() {
        const int result = ::close(std::exchange(m_descriptor, -1));
        return result == 0 || errno == EINTR ? 0 : errno;
    }

  private:
    int m_descriptor = -1;
};

// `call` until no signal interrupts it; -1 with errno as usual.
template <class Call>
auto withoutInterruption(Call&& call) {
    while (true) {
        const auto result = call();
        if (result != -1 || errno != EINTR) return result;
    }
}

} // namespace flowspine::project
