#include "project/json_text.h"

#include <array>
#include <charconv>
#include <cmath>
#include <cstdint>

namespace flowspine::project {

namespace {

enum class ByteClass : std::uint8_t { plain, escaped, multibyte };

constexpr std::array<ByteClass, 256> byteClasses = [] {
    std::array<ByteClass, 256> classes{};
    for (std::size_t byte = 0; byte < 256; ++byte)
        classes[byte] = byte < 0x20 || byte == '"' || byte == '\\' ? ByteClass::escaped
                        : byte < 0x80                              ? ByteClass::plain
                                                                   : ByteClass::multibyte;
    return classes;
}();

ByteClass classOf(char c) {
    return byteClasses[static_cast<unsigned char>(c)];
}

void appendEscape(std::string& out, char c) {
    constexpr std::string_view hex = "0123456789abcdef";
    switch (c) {
    case '"': out += "\\\""; break;
    case '\\': out += "\\\\"; break;
    case '\b': out += "\\b"; break;
    case '\f': out += "\\f"; break;
    case '\n': out += "\\n"; break;
    case '\r': out += "\\r"; break;
    case '\t': out += "\\t"; break;
    default:
        out += "\\u00";
        out += hex[static_cast<unsigned char>(c) >> 4U];
        out += hex[static_cast<unsigned char>(c) & 0xFU];
    }
}

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// How many bytes a broken character spans: its first byte and the continuation bytes that it announced.
std::size_t brokenLength(std::string_view text) {
    const auto lead = static_cast<unsigned char>(text[0]);
    const std::size_t announced = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1;
    std::size_t length = 1;
    while (length < announced && length < text.size() && isContinuation(text[length])) ++length;
    return length;
}

} // namespace

std::size_t utf8Length(std::string_view text) {
    if (text.empty()) return 0;
    const auto byte = [text](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char lead = byte(0);
    if (lead < 0x80) return 1;
    const std::size_t length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    if (lead < 0xC2 || lead > 0xF4 || text.size() < length) return 0;
    for (std::size_t i = 1; i < length; ++i)
        if (!isContinuation(text[i])) return 0;
    // Overlong forms, surrogates and what lies beyond U+10FFFF show in the second byte.
    if ((lead == 0xE0 && byte(1) < 0xA0) || (lead == 0xED && byte(1) > 0x9F) || (lead == 0xF0 && byte(1) < 0x90) ||
        (lead == 0xF4 && byte(1) > 0x8F))
        return 0;
    return length;
}

void appendString(std::string& out, std::string_view text) {
    out += '"';
    std::size_t runStart = 0;
    std::size_t at = 0;
    const auto copyRun = [&] { out.append(text, runStart, at - runStart); };
    while (at < text.size()) {
        switch (classOf(text[at])) {
        case ByteClass::plain: ++at; break;
        case ByteClass::escaped:
            copyRun();
            appendEscape(out, text[at]);
            runStart = ++at;
            break;
        case ByteClass::multibyte:
            if (const std::size_t length = utf8Length(text.substr(at)); length != 0) {
                at += length;
            } else {
                copyRun();
                out += "\uFFFD";
                at += brokenLength(text.substr(at));
                runStart = at;
            }
        }
    }
    copyRun();
    out += '"';
}

void appendNumber(std::string& out, double value) {
    constexpr double fixedFrom = 1e-5;
    constexpr double fixedBelow = 1e15;
    if (value == 0) {
        out += '0';
        return;
    }
    const double size = std::fabs(value);
    const std::chars_format form =
        size >= fixedFrom && size < fixedBelow ? std::chars_format::fixed : std::chars_format::scientific;
    std::array<char, 40> buffer{};
    const auto [end, error] = std::to_chars(buffer.data(), buffer.data() + buffer.size(), value, form);
    out.append(buffer.data(), end);
}

void appendNewLine(std::string& out, std::size_t depth) {
    out += '\n';
    out.append(2 * depth, ' ');
}

} // namespace flowspine::project
