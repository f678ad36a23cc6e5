#include "project/format_header.h"

#include "project/byte_source.h"
#include "project/field_value.h"
#include "project/syntax_error.h"

#include <nlohmann/json.hpp>

#include <optional>

namespace flowspine::project {

namespace {

using base::failure;

// Takes the parser's events until both members were seen.
class HeaderReader {
  public:
    explicit HeaderReader(std::string_view bytes) : m_source(bytes) {}

    base::Result<int> run() {
        static_cast<void>(nlohmann::json::sax_parse(m_source.begin(), ByteSource::end(), this));
        if (m_error) return base::Result<int>(placed(m_error->error, m_source.bytes(), m_error->offset));
        if (!m_hasFormat)
            return wrong("This is no Flowspine plan: its outermost object does not say “format”: “flowspine”.");
        if (!m_version) return wrong("This plan does not say which version of the format it has (“formatVersion”).");
        return *m_version;
    }

    bool null() { return value("null", Token::word); }
    bool boolean(bool) { return value("true or false", Token::word); }
    bool number_integer(std::int64_t number) { return version(number, Token::number); }
    bool number_unsigned(std::uint64_t number) {
        constexpr std::uint64_t highest = 1'000'000;
        return version(static_cast<std::int64_t>(std::min(number, highest)), Token::number);
    }
    bool number_float(double, const std::string&) { return value("a number with a fraction", Token::number); }
    bool string(const std::string& text) {
        if (m_depth != 1 || m_member != Member::format) return value("text", Token::text);
        if (text != "flowspine")
            return refuse("This is no Flowspine plan: its format is " + inQuotes(text) + ".", Token::text);
        m_hasFormat = true;
        return goOn();
    }
    template <class Binary>
    bool binary(Binary&) {
        return false;
    }
    bool start_object(std::size_t) { return value("an object", Token::brace) && ++m_depth != 0; }
    bool start_array(std::size_t) { return value("a list", Token::bracket) && ++m_depth != 0; }
    bool end_object() { return --m_depth, true; }
    bool end_array() { return --m_depth, true; }
    bool key(const std::string& name) {
        if (m_depth == 1)
            m_member = name == "format" ? Member::format : name == "formatVersion" ? Member::version : Member::other;
        return true;
    }
    template <class Exception>
    bool parse_error(std::size_t, const std::string&, const Exception& exception) {
        m_error = explainSyntaxError(m_source, exception.what());
        return false;
    }

  private:
    enum class Member { format, version, other };

    // A value that is neither of the two.
    bool value(std::string_view found, Token token) {
        if (m_depth == 0 && token != Token::brace)
            return refuse("This is no Flowspine plan: a plan is a JSON object, this is " + std::string(found) + ".",
                          token);
        if (m_depth != 1 || m_member == Member::other) return true;
        const std::string_view name = m_member == Member::format ? "format" : "formatVersion";
        const std::string_view expected = m_member == Member::format ? "“flowspine”" : "a whole number";
        return refuse("“" + std::string(name) + "” must be " + std::string(expected) + "; here it is " +
                          std::string(found) + ".",
                      token);
    }
    bool version(std::int64_t number, Token token) {
        if (m_depth != 1 || m_member != Member::version) return value("a number", token);
        if (number < 0) return refuse("“formatVersion” cannot be negative.", token);
        m_version = static_cast<int>(number);
        return goOn();
    }
    [[nodiscard]] bool goOn() const { return !m_hasFormat || !m_version; }
    bool refuse(std::string message, Token token) {
        m_error = SyntaxError{failure("wrong-format", std::move(message)), m_source.startOf(token)};
        return false;
    }
    base::Result<int> wrong(std::string message) {
        const std::size_t brace = m_source.bytes().find('{');
        return base::Result<int>(placed(failure("wrong-format", std::move(message)), m_source.bytes(), brace));
    }

    ByteSource m_source;
    std::size_t m_depth = 0;
    Member m_member = Member::other;
    bool m_hasFormat = false;
    std::optional<int> m_version;
    std::optional<SyntaxError> m_error;
};

} // namespace

base::Result<int> readFormatVersion(std::string_view bytes) {
    return HeaderReader(bytes).run();
}

} // namespace flowspine::project
