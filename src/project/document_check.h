// Checks of any JSON document that a tree of it would not survive or not notice: depth, sizes, members given twice.
#pragma once

#include "base/result.h"
#include "project/model_reader.h"

#include <string_view>

namespace flowspine::project {

// Errors, with their place: the parser's, too-deep, string-too-long, duplicate-member, too-large (an object with more
// than 10,000 members).
[[nodiscard]] base::Result<> checkDocument(std::string_view bytes, const Limits& limits);

} // namespace flowspine::project
