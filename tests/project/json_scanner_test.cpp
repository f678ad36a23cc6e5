#include "project/json_scanner.h"

#include "support/examples.h"
#include "support/paths.h"
#include "support/random.h"

#include <catch2/catch.hpp>
#include <nlohmann/json.hpp>

#include <bit>
#include <fstream>
#include <iterator>
#include <optional>
#include <string>
#include <vector>

using namespace flowspine;

namespace {

using project::ByteSource;
using project::JsonScanner;
using project::Scan;
using test::Random;

// Writes down what a parser tells, and where its source stood.
class Listener {
  public:
    explicit Listener(const ByteSource& source) : m_source(source) {}

    bool null() { return note("null"); }
    bool boolean(bool value) { return note(value ? "true" : "false"); }
    bool number_integer(std::int64_t value) { return noteNumber("integer " + std::to_string(value)); }
    bool number_unsigned(std::uint64_t value) { return noteNumber("natural " + std::to_string(value)); }
    bool number_float(double value, const std::string& text) {
        return noteNumber("real " + std::to_string(std::bit_cast<std::uint64_t>(value)) + " " + text);
    }
    bool string(std::string& text) { return note("text " + text); }
    template <class Binary>
    bool binary(Binary&) {
        return false;
    }
    bool start_object(std::size_t) { return note("{"); }
    bool key(std::string& name) { return note("key " + name); }
    bool end_object() { return note("}"); }
    bool start_array(std::size_t) { return note("["); }
    bool end_array() { return note("]"); }
    template <class Exception>
    bool parse_error(std::size_t, const std::string&, const Exception&) {
        return false;
    }

    [[nodiscard]] const std::vector<std::string>& heard() const { return m_heard; }

  private:
    // The general parser looks at what follows a number; where that ends is asked of the source.
    bool noteNumber(std::string text) {
        m_heard.push_back(std::move(text) + " = " + std::string(m_source.numberText()));
        return true;
    }
    bool note(std::string text) {
        m_heard.push_back(std::move(text) + " @" + std::to_string(m_source.offset()));
        return true;
    }

    const ByteSource& m_source;
    std::vector<std::string> m_heard;
};

// nullopt when it is no JSON.
std::optional<std::vector<std::string>> byLibrary(const std::string& text) {
    ByteSource source(text);
    Listener listener(source);
    if (!nlohmann::json::sax_parse(source.begin(), ByteSource::end(), &listener)) return std::nullopt;
    return listener.heard();
}

// nullopt when it was not sure.
std::optional<std::vector<std::string>> byScanner(const std::string& text) {
    ByteSource source(text);
    Listener listener(source);
    if (JsonScanner(source, listener).run() != Scan::finished) return std::nullopt;
    return listener.heard();
}

std::string textOf(const test::BundledExample& example) {
    std::ifstream file(test::sourceDir() / "resources/examples" / example.fileName, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

std::string randomText(Random& random) {
    static const std::vector<std::string> pieces = {"{",
                                                    "}",
                                                    "[",
                                                    "]",
                                                    ",",
                                                    ":",
                                                    " ",
                                                    "\n  ",
                                                    "\t",
                                                    "\"",
                                                    "\"a\"",
                                                    "\"\"",
                                                    "\\n",
                                                    "\\u00",
                                                    "\\\"",
                                                    "\\\\",
                                                    "true",
                                                    "false",
                                                    "null",
                                                    "0",
                                                    "-0",
                                                    "-1",
                                                    "12",
                                                    "01",
                                                    "1.5",
                                                    "1e9",
                                                    "1e999",
                                                    "1e-9999",
                                                    "0.1E+2",
                                                    "-",
                                                    ".",
                                                    "9223372036854775808",
                                                    "18446744073709551616",
                                                    "é",
                                                    "\xFF",
                                                    "\x7F",
                                                    "日本",
                                                    "\"k\":",
                                                    "\"k\": 1",
                                                    "x",
                                                    "\r\n",
                                                    "\"a text of more than eight bytes\"",
                                                    "\"eight by\\/tes\"",
                                                    "\"é at the end of it é\"",
                                                    "\xEF\xBB\xBF"};
    std::string text = random.below(2) == 0 ? "[" : "{\"k\":";
    const std::size_t count = random.below(8);
    for (std::size_t i = 0; i < count; ++i) text += random.pick(pieces);
    return text + (text.front() == '[' ? "]" : "}");
}

} // namespace

TEST_CASE("the fast reader tells the same of every example as the general parser") {
    for (const test::BundledExample& example : test::bundledExamples) {
        CAPTURE(example.fileName);
        const std::string text = textOf(example);
        const auto fast = byScanner(text);
        REQUIRE(fast.has_value());
        CHECK((fast == byLibrary(text)));
    }
}

TEST_CASE("what the fast reader takes for JSON is JSON, and it tells the same of it") {
    constexpr unsigned seed = 20261124;
    INFO("seed " << seed);
    Random random(seed);
    std::size_t taken = 0;
    std::size_t valid = 0;
    for (int i = 0; i < 200'000; ++i) {
        const std::string text = randomText(random);
        const auto general = byLibrary(text);
        const auto fast = byScanner(text);
        valid += general.has_value() ? 1 : 0;
        if (!fast) continue;
        ++taken;
        if (fast == general) continue;
        CAPTURE(text);
        REQUIRE((fast == general));
    }
    CHECK(valid > 20'000);
    CHECK(taken > valid * 9 / 10); // it gives up on rare things only
}

TEST_CASE("damaged examples are JSON to both readers or to none that is sure") {
    constexpr unsigned seed = 1124;
    INFO("seed " << seed);
    Random random(seed);
    for (const test::BundledExample& example : test::bundledExamples) {
        const std::string whole = textOf(example);
        for (int i = 0; i < 100; ++i) {
            std::string text = whole;
            for (std::size_t damage = 1 + random.below(3); damage > 0; --damage)
                text[random.below(text.size())] = static_cast<char>(random.below(256));
            const auto fast = byScanner(text);
            if (!fast) continue;
            CAPTURE(example.fileName, i);
            REQUIRE((fast == byLibrary(text)));
        }
    }
}
