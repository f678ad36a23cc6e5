#include "exchange/xml_escape.h"

#include <catch2/catch.hpp>

using flowspine::exchange::xmlEscaped;

TEST_CASE("what means something in markup is written as an entity") {
    CHECK(xmlEscaped(R"(<b a="1" c='2'>&amp;</b>)") == "&lt;b a=&quot;1&quot; c=&#39;2&#39;&gt;&amp;amp;&lt;/b&gt;");
    CHECK(xmlEscaped("]]>") == "]]&gt;");
}

TEST_CASE("characters that XML does not allow are left out; tabs and line breaks stay") {
    CHECK(xmlEscaped(std::string_view("a\0b\x01\x1F\x7F"
                                      "c\td\ne\rf",
                                      13)) == "abc\td\nef");
    CHECK(xmlEscaped("a\xC2\x85"
                     "b") == "ab"); // U+0085
    CHECK(xmlEscaped("a\xEF\xBF\xBE"
                     "b") == "ab"); // U+FFFE
    CHECK(xmlEscaped("a\xF0\x9F\xBF\xBF"
                     "b") == "ab"); // U+1FFFF
}

TEST_CASE("text in any script stays as it is") {
    CHECK(xmlEscaped("Größe – 許可証 – إذن – 🏠") == "Größe – 許可証 – إذن – 🏠");
}

TEST_CASE("broken UTF-8 becomes the replacement character, byte by byte") {
    CHECK(xmlEscaped("a\xFF"
                     "b") == "a\uFFFDb");
    CHECK(xmlEscaped("a\xC3") == "a\uFFFD");
    CHECK(xmlEscaped("\xED\xA0\x80") == "\uFFFD\uFFFD\uFFFD"); // a lone surrogate
    CHECK(xmlEscaped("\xC0\xAF") == "\uFFFD\uFFFD");           // longer than needed
}
