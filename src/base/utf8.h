// UTF-8 as far as the core needs it: is it well formed, and where may a text be cut.
#pragma once

#include <cstddef>
#include <string_view>

namespace flowspine::base {

// No stray or missing continuation bytes, no overlong forms, no surrogates, nothing above U+10FFFF.
[[nodiscard]] bool isUtf8(std::string_view text);

// The closest place at or before `offset` that is not inside a character.
[[nodiscard]] std::size_t characterStart(std::string_view text, std::size_t offset);

// Characters (code points) of well-formed text.
[[nodiscard]] std::size_t characterCount(std::string_view text);

} // namespace flowspine::base
