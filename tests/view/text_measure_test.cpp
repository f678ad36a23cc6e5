#include "view/text_measure.h"

#include <catch2/catch.hpp>

#include <random>

using namespace flowspine::view;

namespace {

const FixedTextMeasure measure;
constexpr TextStyle style{20, 400, false, false}; // 11 px a character

using Lines = std::vector<std::string>;

std::string randomText(std::mt19937& random) {
    static const Lines pieces{"a",    "word", " ",           "  ",      "\n",
                              "é",    "日本", "👩‍🚒", "e\u0301", "\u202E",
                              "\xFF", "\xC3", "\t",          "<b>&",    "\u05D0\u05D1",
                              "\x01", "…",    "\xF0\x9F",    "\u200D",  "long-long-long-word-without-any-break"};
    std::string text;
    const std::size_t count = random() % 30;
    for (std::size_t i = 0; i < count; ++i) text += pieces[random() % pieces.size()];
    return text;
}

} // namespace

TEST_CASE("text breaks at spaces and runs of spaces count as one") {
    CHECK(wrapped(measure, "one two  three\nfour", style, 11 * 9, 5) == Lines{"one two", "three", "four"});
    CHECK(wrapped(measure, "one", style, 1000, 5) == Lines{"one"});
    CHECK(wrapped(measure, "  \n ", style, 1000, 5).empty());
}

TEST_CASE("a word longer than the line is broken inside") {
    CHECK(wrapped(measure, "ab abcdefgh", style, 11 * 5, 5) == Lines{"ab", "abcde", "fgh"});
}

TEST_CASE("the last line is elided when text is left") {
    CHECK(wrapped(measure, "one two three four", style, 11 * 8, 2) == Lines{"one two", "three f…"});
    CHECK(wrapped(measure, "one two", style, 11 * 4, 1) == Lines{"one…"});
}

TEST_CASE("eliding keeps what fits and nothing when not even the ellipsis fits") {
    CHECK(elided(measure, "abcdef", style, 66) == "abcdef");
    CHECK(elided(measure, "abcdef", style, 65) == "abcd…");
    CHECK(elided(measure, "ab cd", style, 11 * 4) == "ab…");
    CHECK(elided(measure, "abcdef", style, 5).empty());
}

TEST_CASE("marks and joined emoji stay with their character") {
    CHECK(elided(measure, "e\u0301e\u0301e\u0301", style, 11 * 4) == "e\u0301…");
    CHECK(elided(measure, "👩‍🚒👩‍🚒", style, 11 * 3) == "…");
    CHECK(elided(measure, "👩‍🚒👩‍🚒", style, 11 * 4) == "👩‍🚒…");
}

TEST_CASE("control and bidi characters are written out and bad bytes replaced") {
    CHECK(visible("a\u202Eb\x07 c\td") == "a<U+202E>b<U+0007> c d");
    CHECK(visible("\xC3(") == "\uFFFD(");
    CHECK(visible("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD");
    CHECK(visible("日本 \u05D0 👩‍🚒") == "日本 \u05D0 👩‍🚒");
    CHECK(visible("日本", 4) == "日…");
}

TEST_CASE("any text gives lines that fit and are whole characters") {
    const unsigned seed = std::random_device{}();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (int round = 0; round < 3000; ++round) {
        const std::string text = randomText(random);
        const double width = static_cast<double>(random() % 200);
        const std::size_t maxLines = random() % 5;
        INFO("text \"" << text << "\" width " << width << " lines " << maxLines);
        const Lines lines = wrapped(measure, text, style, width, maxLines);
        REQUIRE(lines.size() <= maxLines);
        for (const std::string& line : lines) {
            REQUIRE_FALSE(line.empty());
            REQUIRE(measure.width(line, style) <= width);
            REQUIRE(visible(line) == line);
        }
        const std::string one = elided(measure, text, style, width);
        REQUIRE((one.empty() || measure.width(one, style) <= width));
        REQUIRE(visible(one) == one);
    }
}

TEST_CASE("a megabyte without a space is cut, not measured in full") {
    const std::string text(1'000'000, 'x');
    CHECK(elided(measure, text, style, 110) == "xxxxxxxxx…");
    CHECK(wrapped(measure, text, style, 110, 2) == Lines{"xxxxxxxxxx", "xxxxxxxxx…"});
}
