// Looks for the two members that say what a file is, "format" and "formatVersion", and stops as soon as it has them:
// in a file as this program writes it after the second line.
#pragma once

#include "base/result.h"

#include <string_view>

namespace flowspine::project {

// The version, 1 or later or an old one below 1. Errors: wrong-format and the parser's.
[[nodiscard]] base::Result<int> readFormatVersion(std::string_view bytes);

} // namespace flowspine::project
