#include "project/json_capture.h"

#include "project/json_text.h"

namespace flowspine::project {

void JsonCapture::start() {
    m_text.clear();
    m_levels.clear();
    m_isOpen = true;
}

void JsonCapture::text(std::string_view value) {
    beforeValue();
    appendString(m_text, value);
    afterValue();
}

void JsonCapture::word(std::string_view value) {
    beforeValue();
    m_text += value;
    afterValue();
}

bool JsonCapture::key(std::string_view name) {
    Level& level = m_levels.back();
    if (!level.names.emplace(name).second) return false;
    if (level.size++ != 0) m_text += ',';
    appendNewLine(m_text, m_levels.size());
    appendString(m_text, name);
    m_text += ": ";
    return true;
}

void JsonCapture::end() {
    const Level closed = std::move(m_levels.back());
    m_levels.pop_back();
    if (closed.size != 0) appendNewLine(m_text, m_levels.size());
    m_text += closed.isObject ? '}' : ']';
    afterValue();
}

void JsonCapture::open(char bracket, bool isObject) {
    beforeValue();
    m_text += bracket;
    m_levels.push_back({isObject, 0, {}});
}

void JsonCapture::beforeValue() {
    if (m_levels.empty() || m_levels.back().isObject) return;
    if (m_levels.back().size++ != 0) m_text += ',';
    appendNewLine(m_text, m_levels.size());
}

} // namespace flowspine::project
