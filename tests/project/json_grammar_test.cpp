#include "project/model_reader.h"
#include "project/model_writer.h"

#include <catch2/catch.hpp>

#include <string>
#include <string_view>
#include <vector>

using namespace flowspine;
using namespace std::string_literals;

namespace {

// JSON documents after RFC 8259, each put into a plan as an unknown member's value; `head` ends before it.
constexpr std::string_view head = "{\"format\": \"flowspine\", \"formatVersion\": 1, \"id\": \"plan-1\",\n\"x\": ";

base::Result<project::ReadModel> readValue(const std::string& value) {
    return project::readModel(std::string(head) + value + "}");
}

const std::vector<std::string>& validValues() {
    static const std::vector<std::string> values = {
        // Structure
        "[]", "{}", "[[]]", "[{}]", "{\"a\":{}}", "{\"\":0}", "{\"a\":[]}", "[ ]", "{ }", "[\n]", "[\r\n]", "[\t]",
        "[1,2]", "[1 , 2]", "[1\n,\n2]", "[null,1,\"1\",{}]", "{\"a\":1,\"b\":2}", "{\"a\":\"a\",\"A\":\"a\"}",
        " \t\r\n1 \t\r\n", "[[[[[[[[[[]]]]]]]]]]", "{\"a\":{\"a\":{\"a\":{}}}}", "{\"min\":-1.0e+28,\"max\":1.0e+28}",
        "{\"x\":[{\"id\":\"x\"}],\"id\":\"y\"}", "{\"a\\u0000b\":1}", "[\"a\" ,\"b\"]", "{\"a\" : 1}",
        // Words
        "true", "false", "null", "[true]", "[false,null]",
        // Numbers
        "0", "-0", "1", "-1", "10", "1234567890", "0.5", "-0.5", "0.0", "-0.0", "1.0", "1e5", "1E5", "1e+5", "1e-5",
        "1.5e3", "0e1", "0e+1", "0E-1", "20e1", "123.456e78", "123e65", "1E22", "1.7976931348623157e308", "5e-324",
        "1e-10000", "9223372036854775807", "-9223372036854775808", "9223372036854775808", "18446744073709551616",
        "123456789012345678901234567890", "-123456789012345678901234567890",
        "0.00000000000000000000000000000000000000000000000000000000000000000000000000000001",
        "1.0000000000000000000000000000000000000000000000000000000000000001",
        // Texts
        R"("")", R"("a")", R"(" ")", R"("\"")", R"("\\")", R"("\/")", R"("\b\f\n\r\t")", R"("\u0000")", R"("\u0022")",
        R"("\u005C")", R"("\u00e9\u00E9")", R"("\uD801\uDC37")", R"("\ud83d\ude39\ud83d\udc8d")", R"("\uDBFF\uDFFE")",
        R"("\uFFFF")", R"("\uFDD0")", R"("\u2028\u2029")", R"("\u200B\u2064")", R"("\uFEFF")", R"("\\u0000")",
        R"("\\a")", R"("\\\"")", R"("/* no comment */ // none")", R"("\u0012")", R"("[]{}:,")", "\"\x7f\"",
        "\"\u0080\"", "\"\u00e9\"", "\"\u07FF\"", "\"\u0800\"", "\"\u2028\u2029\"", "\"\uD7FF\"", "\"\uE000\"",
        "\"\uFFFF\"", "\"\U00010000\"", "\"\U0010FFFF\"",
        "\"日本語 עברית العربية 👩‍👩‍👧‍👦\"", "\"e\u0301\"",
        "\"" + std::string(10000, 'x') + "\""};
    return values;
}

const std::vector<std::string>& invalidValues() {
    static const std::vector<std::string> values = {
        // Structure
        "", "[", "]", "{", "}", "[1", "[1,", "[1,]", "[,1]", "[,]", "[1,,2]", "[1 2]", "[1\n2]", "[1;2]", "[1:2]",
        "[\"a\",", "[\"a\":1]", "{,}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}", "{\"a\":1,,}", "{,\"a\":1}", "{\"a\" 1}",
        "{\"a\":1 \"b\":2}", "{\"a\",1}", "{\"a\"::1}", "{a:1}", "{'a':1}", "{1:1}", "{null:1}", "{[]:1}", "{\"a\":1",
        "{\"a\":1}}", "[1]]", "[1}", "{\"a\":1]", "[}", "{]", "[][]", "{}{}", "1 2", "{\"a\":1}1", "[1]x", "[*]", "{*}",
        "[1]\x1b", "{\"a\":/**/1}", "{\"a\":1//\n}", "/**/1", "#1\n1", "[1,\n2,\n", "<a>", "&amp;", "()", "[\x0c]",
        "[\x0b]", "[\u00A0]", "[\u2060]", "\u3000", "\u00A01", "...", "[...]", "{...}", "[1,...]",
        // Words
        "tru", "True", "TRUE", "truee", "true1", "fals", "False", "nul", "Null", "NULL", "nulll", "undefined", "nil",
        "yes", "NaN", "nan", "-NaN", "Infinity", "-Infinity", "inf", "[truth]", "t", "n",
        // Numbers
        "+1", "++1", "-", "--1", "-a", "- 1", "01", "-01", "00", "012", "1.", "-1.", ".5", "-.5", ".", "1.e1", ".e1",
        "0.e1", "1e", "1e+", "1e-", "1E", "1eE2", "1e1.5", "1ee5", "e5", "0x1", "0xFF", "1a", "1_000", "1,000,",
        "1.2.3", "1+2", "0e", "0e+", "0.3e", "0.3e+", "9.e+", "2.e3", "0x42", "\uFF11", "1 000", "1'000", "1/2", "-2.",
        "1e400", "-1e400",
        // Texts
        "\"", "\"a", "a\"", "'a'", "\"a\"b\"", "\"a\" \"b\"", "\"\\", "\"\\\"", R"("\x")", R"("\a")", R"("\0")",
        R"("\'")", R"("\ ")", R"("\u")", R"("\u1")", R"("\u12")", R"("\u123")", R"("\u123g")", R"("\u-123")",
        R"("\U0041")", R"("\ud800")", R"("\udc00")", R"("\ud800\u0041")", R"("\ud800a")", R"("\ud800\ud800")",
        R"("\udc00\ud800")", R"("\ud8)", "\"a\nb\"", "\"a\tb\"", "\"a\rb\"", "\"\x01\"", "\"\x1f\"", "\"\b\"",
        "\\u0041", "\"\\\n\"", "\u201Ca\u201D", "`a`", "\"\xFF\"", "\"\x80\"", "\"\xC3\"", "\"\xC3(\"", "\"\xC0\xAF\"",
        "\"\xE0\x80\x80\"", "\"\xED\xA0\x80\"", "\"\xF4\x90\x80\x80\"", "\"\xF8\x88\x80\x80\x80\"", "\"\xE2\x82\"",
        "\xE9", "[\xFF]", "\"\\\xE5\"", "\"\\u\xE5\"", "[\"a\xE5\"]", "{\"\xFF\":1}",
        // Members given twice
        "{\"a\":1,\"a\":1}", "{\"a\":1,\"b\":2,\"a\":3}", "{\"a\":1,\"\\u0061\":2}", "[{\"\":1,\"\":2}]",
        "{\"a\":{\"b\":1,\"b\":1}}"};
    return values;
}

} // namespace

TEST_CASE("every valid JSON value is accepted as an unknown member and written so that it reads back the same") {
    for (const std::string& value : validValues()) {
        const base::Result<project::ReadModel> read = readValue(value);
        INFO(value.substr(0, 100) << ": " << (read ? "" : base::toText(read.error())));
        REQUIRE(read.hasValue());
        REQUIRE(read->model.plan().extra.members().size() == 1);
        const std::string bytes = project::writeModel(read->model);
        const base::Result<project::ReadModel> again = project::readModel(bytes);
        REQUIRE(again.hasValue());
        CHECK(again->model == read->model);
        CHECK(project::writeModel(again->model) == bytes);
    }
}

TEST_CASE("every invalid JSON value is refused with its line and column") {
    for (const std::string& value : invalidValues()) {
        const base::Result<project::ReadModel> read = readValue(value);
        INFO(value);
        REQUIRE_FALSE(read.hasValue());
        const base::Error& error = read.error();
        INFO(base::toText(error));
        CHECK(error.line >= 2);
        CHECK(error.column >= 1);
        CHECK(error.message.size() > 10);
        CHECK(error.message.ends_with("."));
        CHECK(error.message.find("json.exception") == std::string::npos);
    }
}

TEST_CASE("every invalid JSON document is refused as a plan too") {
    for (const std::string& value : invalidValues()) {
        INFO(value);
        const base::Result<project::ReadModel> read = project::readModel(value);
        REQUIRE_FALSE(read.hasValue());
        CHECK(read.error().line >= 1);
        CHECK(read.error().column >= 1);
    }
}

TEST_CASE("a syntax error is placed on the character that is wrong") {
    struct Case {
        std::string value;
        std::size_t line;
        std::size_t column;
    };
    // `head` leaves the value at line 2, column 6.
    const std::vector<Case> cases = {{"tru", 2, 9},
                                     {"[1 2]", 2, 9},
                                     {"[1,\n  2 3]", 3, 5},
                                     {"\"a\nb\"", 2, 8},
                                     {"[1,]", 2, 9},
                                     {"{\"a\":1,}", 2, 13},
                                     {"[1,\n\n    x]", 4, 5},
                                     {"\"äö\\q\"", 2, 10},
                                     {"{\"a\":1 \"b\"}", 2, 13},
                                     {"\"ü\xFF\"", 2, 8},
                                     {"{\"ab\":1,\"ab\":2}", 2, 14}};
    for (const Case& each : cases) {
        INFO(each.value);
        const base::Result<project::ReadModel> read = readValue(each.value);
        REQUIRE_FALSE(read.hasValue());
        INFO(base::toText(read.error()));
        CHECK(read.error().line == each.line);
        CHECK(read.error().column == each.column);
    }
}
