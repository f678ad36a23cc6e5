// Reads JSON several times faster than the general parser, as long as it is plain: it gives up at the first byte that
// it does not take for valid, or that is rare, and whoever called it starts over with the general parser, which decides
// and explains. So what counts as JSON, and what is said about the rest, is the library's alone; a test compares the
// two on valid, odd and damaged text. Grammar: RFC 8259.
#pragma once

#include "project/byte_source.h"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace flowspine::project {

enum class Scan {
    finished,
    stopped, // by the handler
    unsure,
};

// A number, read at the start of a text. `length` is 0 when the general parser has to look at it.
struct ScannedNumber {
    enum class Kind : std::uint8_t { natural, negative, real } kind = Kind::natural;
    std::size_t length = 0;
    std::uint64_t natural = 0;
    std::int64_t negative = 0;
    double real = 0;
};
[[nodiscard]] ScannedNumber scanNumber(std::string_view text);

// The content of a text whose opening quotation mark stands before `text`, put into `content`; the bytes up to behind
// the closing one, or 0 when the general parser has to look at it.
[[nodiscard]] std::size_t scanText(std::string_view text, std::string& content);

// Calls what nlohmann::json_sax demands of a handler, in the same order and with the same values; after each call the
// source stands where the general parser would have left it.
template <class Handler>
class JsonScanner {
  public:
    JsonScanner(ByteSource& source, Handler& handler) : m_source(source), m_handler(handler) {}

    [[nodiscard]] Scan run() {
        skipSpace();
        if (!value()) return m_result;
        while (!m_open.empty())
            if (!(m_open.back() == '{' ? member() : element())) return m_result;
        skipSpace();
        return m_source.rest().empty() ? Scan::finished : Scan::unsure;
    }

  private:
    bool giveUp() {
        m_result = Scan::unsure;
        return false;
    }
    bool told(bool goesOn) {
        if (!goesOn) m_result = Scan::stopped;
        return goesOn;
    }
    void skipSpace() {
        const std::string_view rest = m_source.rest();
        std::size_t i = 0;
        while (i < rest.size() && (rest[i] == ' ' || rest[i] == '\n' || rest[i] == '\r' || rest[i] == '\t')) ++i;
        m_source.skip(i);
    }
    [[nodiscard]] char next() const { return m_source.rest().empty() ? '\0' : m_source.rest().front(); }
    // Space, `wanted`, space.
    bool take(char wanted) {
        skipSpace();
        if (next() != wanted) return false;
        m_source.skip(1);
        skipSpace();
        return true;
    }

    // Behind a value or the opening of what is open: the closing of it, or one more value.
    bool member() {
        skipSpace();
        if (next() == '}') return close();
        if (!m_isFirst && !take(',')) return giveUp();
        if (next() != '"') return giveUp();
        m_source.skip(1);
        const std::size_t length = scanText(m_source.rest(), m_text);
        if (length == 0) return giveUp();
        m_source.skip(length);
        if (!told(m_handler.key(m_text))) return false;
        if (!take(':')) return giveUp();
        return value();
    }
    bool element() {
        skipSpace();
        if (next() == ']') return close();
        if (!m_isFirst && !take(',')) return giveUp();
        return value();
    }
    bool close() {
        const bool isObject = m_open.back() == '{';
        m_source.skip(1);
        m_open.pop_back();
        m_isFirst = false;
        return told(isObject ? m_handler.end_object() : m_handler.end_array());
    }

    bool value() {
        m_isFirst = false;
        switch (next()) {
        case '{':
        case '[': {
            const char bracket = next();
            m_source.skip(1);
            m_open.push_back(bracket);
            m_isFirst = true;
            constexpr auto unknownSize = static_cast<std::size_t>(-1);
            return told(bracket == '{' ? m_handler.start_object(unknownSize) : m_handler.start_array(unknownSize));
        }
        case '"': {
            m_source.skip(1);
            const std::size_t length = scanText(m_source.rest(), m_text);
            if (length == 0) return giveUp();
            m_source.skip(length);
            return told(m_handler.string(m_text));
        }
        case 't': return takeWord("true") && told(m_handler.boolean(true));
        case 'f': return takeWord("false") && told(m_handler.boolean(false));
        case 'n': return takeWord("null") && told(m_handler.null());
        default: return number();
        }
    }
    bool takeWord(std::string_view word) {
        if (!m_source.rest().starts_with(word)) return giveUp();
        m_source.skip(word.size());
        return true;
    }
    bool number() {
        const ScannedNumber found = scanNumber(m_source.rest());
        if (found.length == 0) return giveUp();
        const std::string_view text = m_source.rest().substr(0, found.length);
        m_source.skip(found.length);
        switch (found.kind) {
        case ScannedNumber::Kind::natural: return told(m_handler.number_unsigned(found.natural));
        case ScannedNumber::Kind::negative: return told(m_handler.number_integer(found.negative));
        case ScannedNumber::Kind::real: break;
        }
        return told(m_handler.number_float(found.real, std::string(text)));
    }

    ByteSource& m_source;
    Handler& m_handler;
    std::vector<char> m_open; // '{' and '[', outermost first
    bool m_isFirst = true;    // nothing was read yet in what is open
    std::string m_text;
    Scan m_result = Scan::unsure;
};

} // namespace flowspine::project
