#include "base/utf8.h"

#include <catch2/catch.hpp>

#include <string>

using namespace flowspine;

namespace {

std::string encoded(char32_t c) {
    std::string text;
    const auto add = [&text](char32_t byte) { text += static_cast<char>(static_cast<unsigned char>(byte)); };
    if (c < 0x80) {
        add(c);
    } else if (c < 0x800) {
        add(0xC0 | c >> 6U);
        add(0x80 | (c & 0x3F));
    } else if (c < 0x10000) {
        add(0xE0 | c >> 12U);
        add(0x80 | (c >> 6U & 0x3F));
        add(0x80 | (c & 0x3F));
    } else {
        add(0xF0 | c >> 18U);
        add(0x80 | (c >> 12U & 0x3F));
        add(0x80 | (c >> 6U & 0x3F));
        add(0x80 | (c & 0x3F));
    }
    return text;
}

} // namespace

TEST_CASE("exactly the characters of Unicode are UTF-8, without surrogates") {
    for (char32_t c = 0; c < 0x110200; ++c) {
        const bool isCharacter = c <= 0x10FFFF && (c < 0xD800 || c > 0xDFFF);
        if (base::isUtf8(encoded(c)) != isCharacter) FAIL(static_cast<unsigned>(c));
    }
}

TEST_CASE("stray, missing and overlong bytes are no UTF-8") {
    for (const char* text : {"\x80", "a\xBF", "\xC3", "\xC3(", "\xC0\x80", "\xC1\xBF", "\xE0\x80\x80", "\xE2\x82",
                             "\xE2(\xA1", "\xF0\x80\x80\x80", "\xF0\x9F\x9A", "\xF5\x80\x80\x80", "\xFE", "\xFF"})
        CHECK_FALSE(base::isUtf8(text));
    CHECK(base::isUtf8(""));
    CHECK(base::isUtf8(std::string("a\0b", 3)));
    CHECK(base::isUtf8("Ελλάδα 日本語 👩‍👩‍👧"));
}

TEST_CASE("a text is cut between characters only") {
    const std::string text = "aé日👩z";
    CHECK(base::characterCount(text) == 5);
    for (std::size_t offset = 0; offset <= text.size() + 3; ++offset) {
        const std::size_t start = base::characterStart(text, offset);
        CHECK(start <= offset);
        CHECK(base::isUtf8(text.substr(0, start)));
        CHECK(base::isUtf8(text.substr(start)));
    }
    CHECK(base::characterStart(text, 99) == text.size());
}
