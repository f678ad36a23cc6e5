// The bytes of a file as an input for parsers that remembers how far it was read, and the way from there back
// to the start of the token that was read last. Nothing is counted while reading.
#pragma once

#include <cstddef>
#include <iterator>
#include <string_view>

namespace flowspine::project {

enum class Token { none, brace, bracket, text, number, word };

class ByteSource {
  public:
    explicit ByteSource(std::string_view bytes)
        : m_begin(bytes.data()), m_at(bytes.data()), m_end(bytes.data() + bytes.size()) {}
    ByteSource(const ByteSource&) = delete;
    ByteSource& operator=(const ByteSource&) = delete;

    // A line break outside of a text is followed by indentation, which is passed over here, many times faster than in
    // the parser; inside a text a line break is an error anyway.
    class Iterator {
      public:
        using iterator_category = std::input_iterator_tag;
        using value_type = char;
        using difference_type = std::ptrdiff_t;
        using pointer = const char*;
        using reference = const char&;

        Iterator() = default;
        explicit Iterator(ByteSource& source) : m_source(&source) {}

        const char& operator*() const { return *m_source->m_at; }
        Iterator& operator++() {
            if (*m_source->m_at++ == '\n') m_source->skipIndentation();
            return *this;
        }
        void operator++(int) { ++*this; }
        // The other one is always the end.
        friend bool operator==(const Iterator& a, const Iterator&) { return a.isAtEnd(); }

      private:
        [[nodiscard]] bool isAtEnd() const { return m_source->noteWhetherAtEnd(); }
        ByteSource* m_source = nullptr;
    };
    Iterator begin() { return Iterator(*this); }
    static Iterator end() { return {}; }

    [[nodiscard]] std::string_view bytes() const { return {m_begin, static_cast<std::size_t>(m_end - m_begin)}; }
    // What was not taken yet.
    [[nodiscard]] std::string_view rest() const { return {m_at, static_cast<std::size_t>(m_end - m_at)}; }
    // Takes bytes of rest().
    void skip(std::size_t count) { m_at += count; }
    // How many bytes were taken.
    [[nodiscard]] std::size_t offset() const { return static_cast<std::size_t>(m_at - m_begin); }
    // Where the byte stands that was taken last.
    [[nodiscard]] std::size_t lastOffset() const;
    // True once the parser asked for more than there is.
    [[nodiscard]] bool ranOut() const { return m_ranOut; }

    // Where the token starts that was read last.
    [[nodiscard]] std::size_t startOf(Token token) const;
    // The number that was read last, as it is written.
    [[nodiscard]] std::string_view numberText() const;

  private:
    void skipIndentation() {
        m_lastBreak = m_at - 1;
        while (m_at != m_end && *m_at == ' ') ++m_at;
        m_afterIndentation = m_at;
    }
    bool noteWhetherAtEnd() {
        if (m_at != m_end) return false;
        m_ranOut = true;
        return true;
    }

    const char* m_begin;
    const char* m_at;
    const char* m_end;
    const char* m_lastBreak = nullptr;
    const char* m_afterIndentation = nullptr;
    bool m_ranOut = false;
};

} // namespace flowspine::project
