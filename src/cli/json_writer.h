// Writes JSON as the commands print it: objects and lists with one member a line. Takes the pieces as JSON text.
#pragma once

#include "base/id.h"

#include <cstddef>
#include <iosfwd>
#include <optional>
#include <string>
#include <string_view>

namespace flowspine::cli {

[[nodiscard]] std::string jsonText(std::string_view text);
[[nodiscard]] std::string jsonText(const base::AnyId& id);
// Rounded to six decimals: more than any figure knows, and the same on every machine. "null" without a number.
[[nodiscard]] std::string jsonNumber(std::optional<double> number);

class JsonWriter {
  public:
    explicit JsonWriter(std::ostream& out) : m_out(out) {}

    // Members of an object have a name, those of a list and the whole have none.
    void open(char bracket, std::string_view name = {});
    void close(char bracket);
    void member(std::string_view name, std::string_view json);
    void text(std::string_view name, std::string_view text) { member(name, jsonText(text)); }

  private:
    void begin(std::string_view name);
    void newLine();

    std::ostream& m_out;
    std::size_t m_depth = 0;
    bool m_isFirst = true;
};

} // namespace flowspine::cli
