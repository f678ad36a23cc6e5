// Builds the canonical text of a JSON value of which nothing is known, event by event. Refuses an object that has a
// member twice.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace flowspine::project {

class JsonCapture {
  public:
    // Expects one value.
    void start();
    [[nodiscard]] bool isOpen() const { return m_isOpen; }
    // The text of the value, once it is no longer open. Indentation counts from the value's own line.
    [[nodiscard]] std::string take() { return std::move(m_text); }

    void text(std::string_view value);
    // A number, true, false or null, as it is to be written.
    void word(std::string_view value);
    void startObject() { open('{', true); }
    void startArray() { open('[', false); }
    // False when the object already has such a member.
    [[nodiscard]] bool key(std::string_view name);
    void end();

  private:
    struct Level {
        bool isObject = false;
        std::size_t size = 0;
        std::unordered_set<std::string> names;
    };
    void open(char bracket, bool isObject);
    void beforeValue();
    void afterValue() { m_isOpen = !m_levels.empty(); }

    std::string m_text;
    std::vector<Level> m_levels;
    bool m_isOpen = false;
};

} // namespace flowspine::project
