#include "support/random.h"

#include <cstdlib>

namespace flowspine::test {

std::uint64_t testSeed(std::uint64_t usual) {
    const char* text = std::getenv("FLOWSPINE_SEED");
    return text == nullptr ? usual : std::strtoull(text, nullptr, 10);
}

} // namespace flowspine::test
