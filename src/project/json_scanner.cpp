#include "project/json_scanner.h"

#include "base/utf8.h"

#include <charconv>
#include <cmath>
#include <cstring>

namespace flowspine::project {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

// Past digits from `at` on.
std::size_t pastDigits(std::string_view text, std::size_t at) {
    while (at < text.size() && isDigit(text[at])) ++at;
    return at;
}

// Eight bytes of which none ends a plain text: no quotation mark, no backslash, no control character, all ASCII.
bool allPlain(const char* bytes) {
    std::uint64_t word = 0;
    std::memcpy(&word, bytes, sizeof word);
    constexpr std::uint64_t ones = 0x0101010101010101U;
    constexpr std::uint64_t highs = 0x8080808080808080U;
    const auto hasByte = [&](std::uint64_t byte) {
        const std::uint64_t zeroed = word ^ (ones * byte);
        return (zeroed - ones) & ~zeroed & highs;
    };
    const std::uint64_t belowSpace = (word - ones * 0x20U) & ~word & highs;
    return (hasByte('"') | hasByte('\\') | belowSpace | (word & highs)) == 0;
}

// The character that \x stands for; 0 for \u and what is none.
char unescaped(char c) {
    switch (c) {
    case '"':
    case '\\':
    case '/': return c;
    case 'b': return '\b';
    case 'f': return '\f';
    case 'n': return '\n';
    case 'r': return '\r';
    case 't': return '\t';
    default: return '\0';
    }
}

} // namespace

ScannedNumber scanNumber(std::string_view text) {
    ScannedNumber number;
    const bool isNegative = text.starts_with('-');
    const std::size_t first = isNegative ? 1 : 0;
    const std::size_t wholeEnd = pastDigits(text, first);
    if (wholeEnd == first || (text[first] == '0' && wholeEnd > first + 1)) return number;
    std::size_t end = wholeEnd;
    if (end < text.size() && text[end] == '.') {
        const std::size_t fraction = end + 1;
        end = pastDigits(text, fraction);
        if (end == fraction) return number;
    }
    if (end < text.size() && (text[end] == 'e' || text[end] == 'E')) {
        std::size_t exponent = end + 1;
        if (exponent < text.size() && (text[exponent] == '+' || text[exponent] == '-')) ++exponent;
        end = pastDigits(text, exponent);
        if (end == exponent) return number;
    }
    const char* const begin = text.data();
    const auto isWhole = [&](std::from_chars_result result) {
        return result.ec == std::errc() && result.ptr == begin + end;
    };
    if (end != wholeEnd) {
        number.kind = ScannedNumber::Kind::real;
        if (isWhole(std::from_chars(begin, begin + end, number.real)) && std::isfinite(number.real))
            number.length = end;
    } else if (isNegative) {
        number.kind = ScannedNumber::Kind::negative;
        if (isWhole(std::from_chars(begin, begin + end, number.negative))) number.length = end;
    } else if (isWhole(std::from_chars(begin, begin + end, number.natural))) {
        number.length = end;
    }
    return number;
}

std::size_t scanText(std::string_view text, std::string& content) {
    content.clear();
    bool isAscii = true;
    std::size_t from = 0; // what is not in `content` yet
    std::size_t at = 0;
    for (;;) {
        while (at + sizeof(std::uint64_t) <= text.size() && allPlain(text.data() + at)) at += sizeof(std::uint64_t);
        if (at >= text.size()) return 0;
        const auto c = static_cast<unsigned char>(text[at]);
        if (c == '"') break;
        if (c < ' ') return 0;
        if (c == '\\') {
            const char meant = at + 1 < text.size() ? unescaped(text[at + 1]) : '\0';
            if (meant == '\0') return 0;
            content.append(text, from, at - from);
            content.push_back(meant);
            at += 2;
            from = at;
            continue;
        }
        isAscii = isAscii && c < 0x80U;
        ++at;
    }
    content.append(text, from, at - from);
    if (!isAscii && !base::isUtf8(content)) return 0;
    return at + 1;
}

} // namespace flowspine::project
