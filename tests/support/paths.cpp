#include "support/paths.h"

namespace flowspine::test {

std::filesystem::path sourceDir() {
    return FLOWSPINE_SOURCE_DIR;
}

std::filesystem::path outputDir() {
    std::filesystem::path folder = FLOWSPINE_TEST_OUTPUT_DIR;
    std::filesystem::create_directories(folder);
    return folder;
}

std::filesystem::path program() {
#ifdef FLOWSPINE_BINARY
    return FLOWSPINE_BINARY;
#else
    return {};
#endif
}

std::filesystem::path probe(std::string_view name) {
    return std::filesystem::path(FLOWSPINE_BIN_DIR) / name;
}

} // namespace flowspine::test
