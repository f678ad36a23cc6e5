#include "base/utf8.h"

#include <algorithm>

namespace flowspine::base {

namespace {

bool isContinuation(char c) {
    return (static_cast<unsigned char>(c) & 0xC0U) == 0x80U;
}

// Bytes of the well-formed character that `text` starts with; 0 when it starts with none. Table 3-7 of the Unicode
// standard.
std::size_t firstCharacterSize(std::string_view text) {
    const auto byte = [&text](std::size_t i) { return i < text.size() ? static_cast<unsigned char>(text[i]) : 0U; };
    const auto continues = [&](std::size_t count) {
        for (std::size_t i = 2; i <= count; ++i)
            if ((byte(i) & 0xC0U) != 0x80U) return false;
        return true;
    };
    const unsigned first = byte(0);
    const unsigned second = byte(1);
    if (first < 0x80U) return 1;
    if (first >= 0xC2U && first <= 0xDFU) return (second & 0xC0U) == 0x80U ? 2 : 0;
    if (first >= 0xE0U && first <= 0xEFU) {
        const unsigned low = first == 0xE0U ? 0xA0U : 0x80U;
        const unsigned high = first == 0xEDU ? 0x9FU : 0xBFU;
        return second >= low && second <= high && continues(2) ? 3 : 0;
    }
    if (first >= 0xF0U && first <= 0xF4U) {
        const unsigned low = first == 0xF0U ? 0x90U : 0x80U;
        const unsigned high = first == 0xF4U ? 0x8FU : 0xBFU;
        return second >= low && second <= high && continues(3) ? 4 : 0;
    }
    return 0;
}

} // namespace

bool isUtf8(std::string_view text) {
    while (!text.empty()) {
        const std::size_t size = firstCharacterSize(text);
        if (size == 0) return false;
        text.remove_prefix(size);
    }
    return true;
}

std::size_t characterStart(std::string_view text, std::size_t offset) {
    offset = std::min(offset, text.size());
    while (offset > 0 && offset < text.size() && isContinuation(text[offset])) --offset;
    return offset;
}

std::size_t characterCount(std::string_view text) {
    return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return !isContinuation(c); }));
}

} // namespace flowspine::base
