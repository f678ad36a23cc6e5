#include "project/document_check.h"

#include "project/byte_source.h"
#include "project/field_value.h"
#include "project/syntax_error.h"

#include <nlohmann/json.hpp>

#include <optional>
#include <unordered_set>
#include <vector>

namespace flowspine::project {

namespace {

using base::failure;

class DocumentCheck {
  public:
    DocumentCheck(std::string_view bytes, const Limits& limits) : m_source(bytes), m_limits(limits) {}

    base::Result<> run() {
        if (nlohmann::json::sax_parse(m_source.begin(), ByteSource::end(), this)) return base::Nothing{};
        return placed(m_error->error, m_source.bytes(), m_error->offset);
    }

    bool null() { return true; }
    bool boolean(bool) { return true; }
    bool number_integer(std::int64_t) { return true; }
    bool number_unsigned(std::uint64_t) { return true; }
    bool number_float(double, const std::string&) { return true; }
    bool string(const std::string& text) {
        if (text.size() <= m_limits.maxStringBytes) return true;
        return fail("string-too-long", "This text has more than " + std::to_string(m_limits.maxStringBytes) + " bytes.",
                    Token::text);
    }
    template <class Binary>
    bool binary(Binary&) {
        return false;
    }
    bool start_object(std::size_t) { return descend(Token::brace); }
    bool start_array(std::size_t) { return descend(Token::bracket); }
    bool end_object() { return m_names.pop_back(), true; }
    bool end_array() { return m_names.pop_back(), true; }
    bool key(const std::string& name) {
        constexpr std::size_t mostMembers = 10'000;
        if (!string(name)) return false;
        if (m_names.back().size() == mostMembers)
            return fail("too-large", "This object has more than 10,000 members.", Token::text);
        if (m_names.back().insert(name).second) return true;
        return fail("duplicate-member", "This object has the member " + inQuotes(name) + " twice.", Token::text);
    }
    template <class Exception>
    bool parse_error(std::size_t, const std::string&, const Exception& exception) {
        m_error = explainSyntaxError(m_source, exception.what());
        return false;
    }

  private:
    bool descend(Token token) {
        m_names.emplace_back();
        if (m_names.size() <= m_limits.maxDepth) return true;
        return fail("too-deep",
                    "Lists and objects are nested more than " + std::to_string(m_limits.maxDepth) + " deep here.",
                    token);
    }
    bool fail(std::string code, std::string message, Token token) {
        m_error = SyntaxError{failure(std::move(code), std::move(message)), m_source.startOf(token)};
        return false;
    }

    ByteSource m_source;
    const Limits& m_limits;
    std::vector<std::unordered_set<std::string>> m_names; // of the open objects and lists
    std::optional<SyntaxError> m_error;
};

} // namespace

base::Result<> checkDocument(std::string_view bytes, const Limits& limits) {
    return DocumentCheck(bytes, limits).run();
}

} // namespace flowspine::project
