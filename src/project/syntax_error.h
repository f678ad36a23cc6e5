// Says in one sentence why bytes are not a plan: before parsing, for what the parser would not notice, and after it
// gave up, for what a person can put right.
#pragma once

#include "base/result.h"
#include "project/byte_source.h"
#include "project/model_reader.h"

#include <optional>
#include <string_view>

namespace flowspine::project {

struct SyntaxError {
    base::Error error;
    std::size_t offset = 0;
};

// Codes empty, too-large, utf16, nul-byte, lfs-pointer; nullopt when parsing may start.
[[nodiscard]] std::optional<SyntaxError> checkBeforeParsing(std::string_view bytes, const Limits& limits);

// What the parser stopped at; `what` is its own message. Codes conflict-markers, truncated, not-utf8, bad-value,
// syntax.
[[nodiscard]] SyntaxError explainSyntaxError(const ByteSource& source, std::string_view what);

[[nodiscard]] Place placeIn(std::string_view bytes, std::size_t offset);
// The error with line and column.
[[nodiscard]] base::Error placed(base::Error error, std::string_view bytes, std::size_t offset);

} // namespace flowspine::project
