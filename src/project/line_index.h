// Turns byte offsets into lines and columns. Built only when there is something to report.
#pragma once

#include "project/model_reader.h"

#include <string_view>
#include <vector>

namespace flowspine::project {

class LineIndex {
  public:
    explicit LineIndex(std::string_view bytes);

    // Columns count characters, so that an editor shows the same number.
    [[nodiscard]] Place placeOf(std::size_t offset) const;

  private:
    std::string_view m_bytes;
    std::vector<std::size_t> m_lineStarts;
};

} // namespace flowspine::project
