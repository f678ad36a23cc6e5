// Which words of one text are the words of another one.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace flowspine::diff {

// The text cut into words and single blanks, in order; together they are the text.
[[nodiscard]] std::vector<std::string_view> wordsAndBlanks(std::string_view text);
[[nodiscard]] bool isBlank(std::string_view part);

inline constexpr std::size_t noMatch = static_cast<std::size_t>(-1);

// For each part of `before` the part of `after` that it has become, or noMatch: a longest common subsequence. Of texts
// that differ in many thousand words only beginning and end are matched.
[[nodiscard]] std::vector<std::size_t> matchParts(const std::vector<std::string_view>& before,
                                                  const std::vector<std::string_view>& after);

} // namespace flowspine::diff
