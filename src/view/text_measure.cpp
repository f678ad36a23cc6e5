#include "view/text_measure.h"

#include <algorithm>
#include <array>
#include <cstdint>

namespace flowspine::view {

namespace {

constexpr std::string_view ellipsis = "…";
constexpr char32_t replacement = 0xFFFD;
// Longer text is cut before it is measured: no line on a screen or a page holds so much, and names may be megabytes.
constexpr std::size_t longestLine = 2000; // bytes

struct Decoded {
    char32_t character = 0;
    std::size_t size = 1; // bytes
};

// The character that starts at `at`; U+FFFD of one byte where the bytes are no valid UTF-8.
Decoded decode(std::string_view text, std::size_t at) {
    const auto byte = [&](std::size_t i) { return static_cast<unsigned char>(text[i]); };
    const unsigned char first = byte(at);
    if (first < 0x80) return {first, 1};
    const std::size_t size = first >= 0xF0 ? 4 : first >= 0xE0 ? 3 : 2;
    if (first < 0xC2 || first > 0xF4 || at + size > text.size()) return {replacement, 1};
    char32_t value = first & (0xFFU >> (size + 1));
    for (std::size_t i = 1; i < size; ++i) {
        if ((byte(at + i) & 0xC0U) != 0x80U) return {replacement, 1};
        value = (value << 6U) | (byte(at + i) & 0x3FU);
    }
    const bool isOverlong = (size == 3 && value < 0x800) || (size == 4 && value < 0x10000);
    const bool isSurrogate = value >= 0xD800 && value <= 0xDFFF;
    if (isOverlong || isSurrogate || value > 0x10FFFF) return {replacement, 1};
    return {value, size};
}

struct Range {
    char32_t first;
    char32_t last;
};

template <std::size_t N>
bool isIn(const std::array<Range, N>& ranges, char32_t c) {
    return std::any_of(ranges.begin(), ranges.end(), [c](Range r) { return c >= r.first && c <= r.last; });
}

bool isBreakingSpace(char32_t c) {
    return c == ' ' || (c >= '\t' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029;
}

// Control characters, bidi marks, embeddings and isolates, invisible spaces and tags.
bool mustBeWrittenOut(char32_t c) {
    static constexpr auto ranges = std::to_array<Range>({{0x00, 0x1F},
                                                         {0x7F, 0x9F},
                                                         {0x61C, 0x61C},
                                                         {0x200B, 0x200B},
                                                         {0x200E, 0x200F},
                                                         {0x202A, 0x202E},
                                                         {0x2060, 0x206F},
                                                         {0xFEFF, 0xFEFF},
                                                         {0xFFF9, 0xFFFB},
                                                         {0xE0000, 0xE007F}});
    return isIn(ranges, c);
}

// Combining marks, joiners, variation selectors and skin tones: they belong to the character before them.
bool continuesCharacter(char32_t c) {
    static constexpr auto ranges = std::to_array<Range>({{0x300, 0x36F},
                                                         {0x483, 0x489},
                                                         {0x591, 0x5BD},
                                                         {0x610, 0x61A},
                                                         {0x64B, 0x65F},
                                                         {0x900, 0x903},
                                                         {0x93A, 0x94F},
                                                         {0xE31, 0xE3A},
                                                         {0x1AB0, 0x1AFF},
                                                         {0x1DC0, 0x1DFF},
                                                         {0x200C, 0x200D},
                                                         {0x20D0, 0x20FF},
                                                         {0xFE00, 0xFE0F},
                                                         {0xFE20, 0xFE2F},
                                                         {0x1F3FB, 0x1F3FF},
                                                         {0xE0100, 0xE01EF}});
    return isIn(ranges, c);
}

void append(std::string& text, char32_t c) {
    const auto put = [&](char32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xC0U | (c >> 6U));
        put(0x80U | (c & 0x3FU));
    } else if (c < 0x10000) {
        put(0xE0U | (c >> 12U));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    } else {
        put(0xF0U | (c >> 18U));
        put(0x80U | ((c >> 12U) & 0x3FU));
        put(0x80U | ((c >> 6U) & 0x3FU));
        put(0x80U | (c & 0x3FU));
    }
}

void appendWrittenOut(std::string& text, char32_t c) {
    static constexpr std::string_view digits = "0123456789ABCDEF";
    text += "<U+";
    for (unsigned shift = c > 0xFFFF ? 20 : 12;; shift -= 4) {
        text += digits[(c >> shift) & 0xFU];
        if (shift == 0) break;
    }
    text += '>';
}

// At most `limit` bytes of `text`, ending where a character ends.
std::string_view headOf(std::string_view text, std::size_t limit) {
    if (text.size() <= limit) return text;
    std::size_t end = limit;
    while (end > 0 && limit - end < 3 && (static_cast<unsigned char>(text[end]) & 0xC0U) == 0x80U) --end;
    return text.substr(0, end);
}

// Byte positions of visible text between which it may be cut, 0 and its size included.
std::vector<std::size_t> cutsOf(std::string_view text) {
    std::vector<std::size_t> cuts;
    bool joins = true;
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        if (at == 0 || (!joins && !continuesCharacter(next.character))) cuts.push_back(at);
        joins = next.character == 0x200D;
        at += next.size;
    }
    cuts.push_back(text.size());
    return cuts;
}

std::string_view trimmedEnd(std::string_view text) {
    while (!text.empty() && text.back() == ' ') text.remove_suffix(1);
    return text;
}

// The longest start of `text` that fits with `tail` behind it; empty when nothing does.
std::string_view longestFitting(const TextMeasure& measure, std::string_view text, std::string_view tail,
                                const TextStyle& style, double maxWidth) {
    const std::vector<std::size_t> cuts = cutsOf(text);
    const auto tooWide = std::partition_point(cuts.begin(), cuts.end(), [&](std::size_t cut) {
        std::string candidate(trimmedEnd(text.substr(0, cut)));
        candidate += tail;
        return measure.width(candidate, style) <= maxWidth;
    });
    return tooWide == cuts.begin() ? std::string_view{} : text.substr(0, *std::prev(tooWide));
}

std::string elidedVisible(const TextMeasure& measure, std::string_view text, const TextStyle& style, double maxWidth,
                          bool mustElide) {
    if (!mustElide && measure.width(text, style) <= maxWidth) return std::string(text);
    if (measure.width(ellipsis, style) > maxWidth) return {};
    std::string line(trimmedEnd(longestFitting(measure, text, ellipsis, style, maxWidth)));
    line += ellipsis;
    return line;
}

std::vector<std::string_view> wordsOf(std::string_view text) {
    std::vector<std::string_view> words;
    for (std::size_t at = 0; at < text.size();) {
        const std::size_t start = text.find_first_not_of(' ', at);
        if (start == std::string_view::npos) break;
        at = std::min(text.find(' ', start), text.size());
        words.push_back(text.substr(start, at - start));
    }
    return words;
}

} // namespace

double FixedTextMeasure::width(std::string_view text, const TextStyle& style) const {
    std::size_t characters = 0;
    for (std::size_t at = 0; at < text.size(); at += decode(text, at).size) ++characters;
    return static_cast<double>(characters) * 0.55 * style.size;
}

std::string visible(std::string_view text, std::size_t maxBytes) {
    const bool isPlain = std::all_of(text.begin(), text.end(), [](char c) { return c >= ' ' && c <= '~'; });
    if (isPlain && text.size() <= maxBytes) return std::string(text);
    if (text.size() > maxBytes) return visible(headOf(text, maxBytes)) + std::string(ellipsis);
    std::string shown;
    shown.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const Decoded next = decode(text, at);
        at += next.size;
        if (isBreakingSpace(next.character))
            shown += ' ';
        else if (mustBeWrittenOut(next.character))
            appendWrittenOut(shown, next.character);
        else
            append(shown, next.character);
    }
    return shown;
}

std::vector<std::string> wrapped(const TextMeasure& measure, std::string_view text, const TextStyle& style,
                                 double maxWidth, std::size_t maxLines) {
    std::vector<std::string> lines;
    if (maxLines == 0) return lines;
    const std::size_t limit = longestLine * maxLines;
    const std::string shown = visible(headOf(text, limit));
    const bool isCut = text.size() > limit;

    std::string line;
    const std::vector<std::string_view> words = wordsOf(shown);
    for (std::size_t i = 0; i < words.size(); ++i) {
        std::string_view rest = words[i];
        while (!rest.empty()) {
            std::string candidate = line;
            if (!line.empty()) candidate += ' ';
            candidate += rest;
            if (measure.width(candidate, style) <= maxWidth) {
                line = std::move(candidate);
                break;
            }
            if (lines.size() + 1 == maxLines) {
                for (std::size_t j = i + 1; j < words.size() && candidate.size() < longestLine; ++j) {
                    candidate += ' ';
                    candidate += words[j];
                }
                if (std::string last = elidedVisible(measure, candidate, style, maxWidth, true); !last.empty())
                    lines.push_back(std::move(last));
                return lines;
            }
            if (!line.empty()) {
                lines.push_back(std::move(line));
                line.clear();
                continue;
            }
            const std::string_view head = longestFitting(measure, rest, {}, style, maxWidth);
            if (head.empty()) return lines; // not even one character fits
            lines.emplace_back(head);
            rest.remove_prefix(head.size());
        }
    }
    if (!line.empty()) lines.push_back(isCut ? elidedVisible(measure, line, style, maxWidth, true) : std::move(line));
    return lines;
}

std::string elided(const TextMeasure& measure, std::string_view text, const TextStyle& style, double maxWidth) {
    const std::string shown = visible(headOf(text, longestLine));
    return elidedVisible(measure, shown, style, maxWidth, text.size() > longestLine);
}

} // namespace flowspine::view
