// Result<T>: a value or an Error. Functions in src/ return it instead of throwing.
#pragma once

#include <cstddef>
#include <string>
#include <utility>
#include <variant>
#include <vector>

namespace flowspine::base {

// What went wrong, where, in words for a person. line and column count from 1; 0 means unknown. `code` is stable and
// for programs ("unknown-reference"); `pointer` is an entity id or a JSON pointer where that helps.
struct Error {
    std::string code;
    std::string message;
    std::string file;
    std::size_t line = 0;
    std::size_t column = 0;
    std::string pointer;

    friend bool operator==(const Error&, const Error&) = default;
};

// "file:line:column: message", leaving out what is unknown.
[[nodiscard]] std::string toText(const Error& error);

enum class Severity { error, warning, info };

// Something to tell about a plan that does not stop it from being loaded or edited.
struct Issue {
    Severity severity = Severity::error;
    Error error;

    friend bool operator==(const Issue&, const Issue&) = default;
};

struct Nothing {
    friend bool operator==(const Nothing&, const Nothing&) = default;
};

template <class T = Nothing>
class [[nodiscard]] Result {
  public:
    Result(T value) : m_content(std::move(value)) {}     // NOLINT(google-explicit-constructor)
    Result(Error error) : m_content(std::move(error)) {} // NOLINT(google-explicit-constructor)

    [[nodiscard]] bool hasValue() const { return m_content.index() == 0; }
    explicit operator bool() const { return hasValue(); }

    [[nodiscard]] const T& value() const& { return std::get<0>(m_content); }
    [[nodiscard]] T& value() & { return std::get<0>(m_content); }
    [[nodiscard]] T&& value() && { return std::get<0>(std::move(m_content)); }
    [[nodiscard]] const Error& error() const { return std::get<1>(m_content); }
    const T& operator*() const& { return value(); }
    T&& operator*() && { return std::move(*this).value(); }
    const T* operator->() const { return &value(); }

  private:
    std::variant<T, Error> m_content;
};

[[nodiscard]] inline Error failure(std::string code, std::string message, std::string pointer = {}) {
    return Error{std::move(code), std::move(message), {}, 0, 0, std::move(pointer)};
}

} // namespace flowspine::base
