// Pieces of canonical JSON text, appended to a string. The same bytes under every locale.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

namespace flowspine::project {

// In quotation marks, escaped as little as JSON allows. Broken UTF-8 becomes U+FFFD.
void appendString(std::string& out, std::string_view text);

// Shortest text that reads back as the same number. Whole numbers have no fraction, minus zero is 0.
// Precondition: finite.
void appendNumber(std::string& out, double value);

// "\n" and the indentation of `depth` levels.
void appendNewLine(std::string& out, std::size_t depth);

// The length of the UTF-8 character at the start of `text`; 0 when it is broken.
[[nodiscard]] std::size_t utf8Length(std::string_view text);

} // namespace flowspine::project
