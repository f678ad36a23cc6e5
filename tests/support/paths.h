// Where the tests find what they read, write and run. The build passes these paths to paths.cpp alone, so that all
// other tests compile to the same objects in every clone and the compiler cache can share them.
#pragma once

#include <filesystem>
#include <string_view>

namespace flowspine::test {

// The root of the repository.
[[nodiscard]] std::filesystem::path sourceDir();

// An existing folder in the build tree for actual results and scratch files.
[[nodiscard]] std::filesystem::path outputDir();

// The flowspine program; empty when the designer is not built.
[[nodiscard]] std::filesystem::path program();

// A program made from tests/probes, by its name ("save-loop").
[[nodiscard]] std::filesystem::path probe(std::string_view name);

} // namespace flowspine::test
