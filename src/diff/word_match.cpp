#include "diff/word_match.h"

#include <algorithm>
#include <cstdint>

namespace flowspine::diff {

std::vector<std::string_view> wordsAndBlanks(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t length = std::max<std::size_t>(std::min(text.find_first_of(blanks), text.size()), 1);
        parts.push_back(text.substr(0, length));
        text.remove_prefix(length);
    }
    return parts;
}

bool isBlank(std::string_view part) {
    return part == " " || part == "\n" || part == "\t" || part == "\r";
}

std::vector<std::size_t> matchParts(const std::vector<std::string_view>& before,
                                    const std::vector<std::string_view>& after) {
    std::vector<std::size_t> match(before.size(), noMatch);
    std::size_t prefix = 0;
    const std::size_t shorter = std::min(before.size(), after.size());
    for (; prefix < shorter && before[prefix] == after[prefix]; ++prefix) match[prefix] = prefix;
    std::size_t suffix = 0;
    for (; suffix < shorter - prefix && before[before.size() - 1 - suffix] == after[after.size() - 1 - suffix];
         ++suffix)
        match[before.size() - 1 - suffix] = after.size() - 1 - suffix;

    // In between by dynamic programming: length[i][j] of the longest common subsequence of what follows i and j.
    const std::size_t rows = before.size() - prefix - suffix;
    const std::size_t columns = after.size() - prefix - suffix;
    constexpr std::size_t mostCells = 16'000'000;
    if (rows == 0 || columns == 0 || rows > mostCells / columns) return match;
    std::vector<std::uint32_t> length((rows + 1) * (columns + 1), 0);
    const auto at = [&](std::size_t i, std::size_t j) -> std::uint32_t& { return length[i * (columns + 1) + j]; };
    for (std::size_t i = rows; i-- > 0;)
        for (std::size_t j = columns; j-- > 0;)
            at(i, j) =
                before[prefix + i] == after[prefix + j] ? at(i + 1, j + 1) + 1 : std::max(at(i + 1, j), at(i, j + 1));
    for (std::size_t i = 0, j = 0; i < rows && j < columns;) {
        if (before[prefix + i] == after[prefix + j]) {
            match[prefix + i] = prefix + j;
            ++i;
            ++j;
        } else if (at(i + 1, j) >= at(i, j + 1)) {
            ++i;
        } else {
            ++j;
        }
    }
    return match;
}

} // namespace flowspine::diff
