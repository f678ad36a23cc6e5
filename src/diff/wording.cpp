#include "diff/wording.h"

#include "base/utf8.h"
#include "model/entity_type.h"

#include <algorithm>

namespace flowspine::diff {

namespace {

constexpr std::size_t longText = 80;     // characters of a text that is still shown whole
constexpr std::size_t contextBytes = 28; // around what differs in a long one

bool isBlank(char c) {
    return c == ' ' || c == '\n' || c == '\t' || c == '\r';
}

std::string onOneLine(std::string_view text) {
    std::string line;
    bool isGap = false;
    for (const char c : text) {
        if (isBlank(c)) {
            isGap = !line.empty();
            continue;
        }
        if (isGap) line += ' ';
        isGap = false;
        line += c;
    }
    return line;
}

// `offset` moved back to the start of its word, as far as one may be moved for that.
std::size_t wordStart(std::string_view text, std::size_t offset) {
    std::size_t at = offset;
    while (at > 0 && text[at - 1] != ' ' && offset - at < contextBytes) --at;
    return base::characterStart(text, at > 0 && text[at - 1] != ' ' ? offset : at);
}

std::size_t wordEnd(std::string_view text, std::size_t offset) {
    std::size_t at = offset;
    while (at < text.size() && text[at] != ' ' && at - offset < contextBytes) ++at;
    return base::characterStart(text, at);
}

// What stands from `from` to `to` with some words before and behind it.
std::string window(std::string_view text, std::size_t from, std::size_t to) {
    const std::size_t start =
        from <= contextBytes ? 0 : wordStart(text, base::characterStart(text, from - contextBytes));
    const std::size_t end = text.size() - to <= contextBytes ? text.size() : wordEnd(text, to + contextBytes);
    return (start > 0 ? "…" : "") + std::string(text.substr(start, from - start)) +
           elided(text.substr(from, to - from), longText) + std::string(text.substr(to, end - to)) +
           (end < text.size() ? "…" : "");
}

} // namespace

std::string elided(std::string_view text, std::size_t most) {
    const std::string line = onOneLine(text);
    if (base::characterCount(line) <= most) return line;
    // Counted in bytes: an even split is not worth decoding for, a cut character is to be avoided.
    const std::size_t headEnd = base::characterStart(line, most * 2 / 3);
    const std::size_t tailStart = base::characterStart(line, line.size() - most / 3);
    return line.substr(0, headEnd) + "…" + line.substr(tailStart);
}

TextPair shortened(std::string_view before, std::string_view after) {
    const std::string left = onOneLine(before);
    const std::string right = onOneLine(after);
    if (base::characterCount(left) <= longText && base::characterCount(right) <= longText) return {left, right};
    const std::size_t shorter = std::min(left.size(), right.size());
    const auto [l, r] = std::mismatch(left.begin(), left.begin() + static_cast<std::ptrdiff_t>(shorter), right.begin());
    const std::size_t prefix = wordStart(left, base::characterStart(left, static_cast<std::size_t>(l - left.begin())));
    std::size_t suffix = 0;
    while (suffix < shorter - prefix && left[left.size() - 1 - suffix] == right[right.size() - 1 - suffix]) ++suffix;
    const std::size_t leftEnd = wordEnd(left, left.size() - suffix);
    const std::size_t rightEnd = wordEnd(right, right.size() - suffix);
    return {window(left, prefix, leftEnd), window(right, prefix, rightEnd)};
}

std::string listText(const std::vector<std::string>& parts) {
    constexpr std::size_t shown = 6;
    std::string text;
    const std::size_t count = parts.size() > shown ? shown - 1 : parts.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (i > 0) text += i + 1 == parts.size() ? " and " : ", ";
        text += parts[i];
    }
    if (count < parts.size()) text += " and " + std::to_string(parts.size() - count) + " more";
    return text;
}

std::string capitalised(std::string text) {
    if (!text.empty() && text[0] >= 'a' && text[0] <= 'z') text[0] = static_cast<char>(text[0] - 'a' + 'A');
    return text;
}

std::string labelInside(std::span<const FieldDescription> fields, const FieldDescription& field) {
    if (field.isEvidence && field.index > 0) return "evidence of " + labelInside(fields, fields[field.index - 1U]);
    std::string label(field.options.label);
    const bool isAcronym = label.size() > 1 && label[1] >= 'A' && label[1] <= 'Z';
    if (!isAcronym && label[0] >= 'A' && label[0] <= 'Z') label[0] = static_cast<char>(label[0] - 'A' + 'a');
    return label;
}

std::string countText(std::size_t count, Kind kind) {
    const model::EntityType& type = model::entityType(kind);
    return std::to_string(count) + " " + std::string(count == 1 ? type.name : type.plural);
}

} // namespace flowspine::diff
