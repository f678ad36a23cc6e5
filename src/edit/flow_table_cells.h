// What a cell of a pasted table says: names as people compare them, lists of names, and shares behind them.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace flowspine::edit {

// Without outer blanks.
[[nodiscard]] std::string_view trimmed(std::string_view text);
// For comparing names as people do: without case (of ASCII letters) and outer blanks.
[[nodiscard]] std::string folded(std::string_view name);
// Between any of the separators, trimmed; empty parts are left out.
[[nodiscard]] std::vector<std::string_view> partsOf(std::string_view text, std::string_view separators);

// "Decide 80 %", "Decide (80%)": a name and its share.
struct NamedShare {
    std::string_view name;
    std::optional<double> percent;
};
[[nodiscard]] NamedShare withShare(std::string_view text);

} // namespace flowspine::edit
