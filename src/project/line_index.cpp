#include "project/line_index.h"

#include <algorithm>

namespace flowspine::project {

LineIndex::LineIndex(std::string_view bytes) : m_bytes(bytes), m_lineStarts{0} {
    constexpr std::string_view byteOrderMark = "\xEF\xBB\xBF";
    if (bytes.starts_with(byteOrderMark)) m_lineStarts[0] = byteOrderMark.size();
    for (std::size_t at = bytes.find('\n'); at != std::string_view::npos; at = bytes.find('\n', at + 1))
        m_lineStarts.push_back(at + 1);
}

Place LineIndex::placeOf(std::size_t offset) const {
    offset = std::clamp(offset, m_lineStarts[0], m_bytes.size());
    const auto after = std::upper_bound(m_lineStarts.begin(), m_lineStarts.end(), offset);
    const std::size_t start = after[-1];
    const std::string_view before = m_bytes.substr(start, offset - start);
    const auto characters = std::count_if(before.begin(), before.end(),
                                          [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; });
    return {static_cast<std::size_t>(after - m_lineStarts.begin()), static_cast<std::size_t>(characters) + 1};
}

} // namespace flowspine::project
