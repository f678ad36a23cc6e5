#include "cli/json_writer.h"

#include "model/naming.h"
#include "project/json_text.h"

#include <cmath>
#include <ostream>

namespace flowspine::cli {

std::string jsonText(std::string_view text) {
    std::string json;
    project::appendString(json, text);
    return json;
}

std::string jsonText(const base::AnyId& id) {
    return jsonText(id.text());
}

std::string jsonNumber(std::optional<double> number) {
    return number ? model::numberText(std::round(*number * 1e6) / 1e6) : "null";
}

void JsonWriter::open(char bracket, std::string_view name) {
    begin(name);
    m_out << bracket;
    ++m_depth;
    m_isFirst = true;
}

void JsonWriter::close(char bracket) {
    --m_depth;
    if (!m_isFirst) newLine();
    m_out << bracket;
    m_isFirst = false;
}

void JsonWriter::member(std::string_view name, std::string_view json) {
    begin(name);
    m_out << json;
}

void JsonWriter::begin(std::string_view name) {
    if (!m_isFirst) m_out << ',';
    if (m_depth > 0) newLine();
    m_isFirst = false;
    if (!name.empty()) m_out << jsonText(name) << ": ";
}

void JsonWriter::newLine() {
    std::string line;
    project::appendNewLine(line, m_depth);
    m_out << line;
}

} // namespace flowspine::cli
