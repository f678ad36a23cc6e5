#include "project/byte_source.h"

namespace flowspine::project {

namespace {

bool isDigit(char c) {
    return c >= '0' && c <= '9';
}

} // namespace

std::string_view ByteSource::numberText() const {
    // The parser has looked at what follows the number.
    const char* end = m_at;
    while (end != m_begin && !isDigit(end[-1])) --end;
    const char* start = end;
    const auto belongs = [](char c) { return isDigit(c) || c == '-' || c == '+' || c == '.' || c == 'e' || c == 'E'; };
    while (start != m_begin && belongs(start[-1])) --start;
    return {start, static_cast<std::size_t>(end - start)};
}

std::size_t ByteSource::lastOffset() const {
    if (m_at == m_begin) return 0;
    const char* last = m_at == m_afterIndentation ? m_lastBreak : m_at - 1;
    return static_cast<std::size_t>(last - m_begin);
}

std::size_t ByteSource::startOf(Token token) const {
    const char* start = m_at;
    const auto back = [&] {
        if (start != m_begin) --start;
    };
    switch (token) {
    case Token::none: break;
    case Token::brace:
    case Token::bracket: back(); break;
    case Token::number: start = numberText().data(); break;
    case Token::word:
        while (start != m_begin && start[-1] >= 'a' && start[-1] <= 'z') --start;
        break;
    case Token::text:
        // A quotation mark inside a text stands behind an odd number of backslashes, the opening one behind none.
        back();
        do {
            back();
        } while (start != m_begin && (*start != '"' || start[-1] == '\\'));
        break;
    }
    return static_cast<std::size_t>(start - m_begin);
}

} // namespace flowspine::project
