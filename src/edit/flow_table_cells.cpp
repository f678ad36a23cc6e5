#include "edit/flow_table_cells.h"

#include <algorithm>
#include <charconv>

namespace flowspine::edit {

std::string_view trimmed(std::string_view text) {
    constexpr std::string_view blanks = " \t\r\n";
    const std::size_t from = text.find_first_not_of(blanks);
    if (from == std::string_view::npos) return {};
    return text.substr(from, text.find_last_not_of(blanks) - from + 1);
}

std::string folded(std::string_view name) {
    std::string key(trimmed(name));
    for (char& c : key)
        if (c >= 'A' && c <= 'Z') c = static_cast<char>(c - 'A' + 'a');
    return key;
}

std::vector<std::string_view> partsOf(std::string_view text, std::string_view separators) {
    std::vector<std::string_view> parts;
    while (!text.empty()) {
        const std::size_t end = std::min(text.find_first_of(separators), text.size());
        if (const std::string_view part = trimmed(text.substr(0, end)); !part.empty()) parts.push_back(part);
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return parts;
}

NamedShare withShare(std::string_view text) {
    const NamedShare whole{text, std::nullopt};
    std::string_view rest = trimmed(text);
    if (rest.ends_with(')')) rest = trimmed(rest.substr(0, rest.size() - 1));
    if (!rest.ends_with('%')) return whole;
    rest = trimmed(rest.substr(0, rest.size() - 1));
    const std::size_t before = rest.find_last_not_of("0123456789.");
    if (before == std::string_view::npos || before + 1 == rest.size()) return whole;
    const std::string_view digits = rest.substr(before + 1);
    double percent = 0;
    const auto read = std::from_chars(digits.data(), digits.data() + digits.size(), percent);
    if (read.ec != std::errc() || read.ptr != digits.data() + digits.size() || percent > 100) return whole;
    rest = trimmed(rest.substr(0, before + 1));
    if (rest.ends_with('(')) rest = trimmed(rest.substr(0, rest.size() - 1));
    return rest.empty() ? whole : NamedShare{rest, percent};
}

} // namespace flowspine::edit
