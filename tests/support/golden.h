// Golden files: what a test expects is kept in tests/golden, what it found is written to the build tree.
#pragma once

#include <string>
#include <string_view>

namespace flowspine::test {

// Empty when `actual` equals tests/golden/`name`. Else the first difference; how to accept what was
// found goes to the standard error.
[[nodiscard]] std::string differenceFromGolden(const std::string& name, std::string_view actual);

} // namespace flowspine::test
