#include "exchange/xml_escape.h"

#include <cstdint>

namespace flowspine::exchange {
namespace {

struct Decoded {
    std::uint32_t codePoint = 0;
    std::size_t length = 1;
    bool isValid = false;
};

Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<std::uint8_t>(text[i]); };
    const std::uint8_t lead = byte(at);
    std::size_t length = 0;
    std::uint32_t value = 0;
    std::uint32_t smallest = 0;
    if (lead >= 0xC2 && lead <= 0xDF) {
        length = 2, value = lead & 0x1FU, smallest = 0x80;
    } else if (lead >= 0xE0 && lead <= 0xEF) {
        length = 3, value = lead & 0x0FU, smallest = 0x800;
    } else if (lead >= 0xF0 && lead <= 0xF4) {
        length = 4, value = lead & 0x07U, smallest = 0x10000;
    } else {
        return {};
    }
    if (at + length > text.size()) return {};
    for (std::size_t i = 1; i < length; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return {};
        value = value << 6U | (byte(at + i) & 0x3FU);
    }
    if (value < smallest || value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF)) return {};
    return {value, length, true};
}

bool isNoncharacter(std::uint32_t codePoint) {
    return (codePoint & 0xFFFEU) == 0xFFFEU || (codePoint >= 0xFDD0 && codePoint <= 0xFDEF) ||
           (codePoint >= 0x80 && codePoint <= 0x9F);
}

} // namespace

void appendXmlEscaped(std::string& out, std::string_view text) {
    std::size_t i = 0;
    while (i < text.size()) {
        const char c = text[i];
        if (static_cast<std::uint8_t>(c) >= 0x80) {
            const Decoded decoded = decode(text, i);
            if (!decoded.isValid)
                out += "\xEF\xBF\xBD";
            else if (!isNoncharacter(decoded.codePoint))
                out += text.substr(i, decoded.length);
            i += decoded.length;
            continue;
        }
        switch (c) {
        case '&': out += "&amp;"; break;
        case '<': out += "&lt;"; break;
        case '>': out += "&gt;"; break;
        case '"': out += "&quot;"; break;
        case '\'': out += "&#39;"; break;
        case '\t':
        case '\n': out += c; break;
        default:
            if (static_cast<std::uint8_t>(c) >= 0x20 && c != '\x7F') out += c;
        }
        ++i;
    }
}

std::string xmlEscaped(std::string_view text) {
    std::string out;
    out.reserve(text.size() + text.size() / 8);
    appendXmlEscaped(out, text);
    return out;
}

} // namespace flowspine::exchange
