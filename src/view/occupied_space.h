// What is already drawn on a picture, asked for free places for labels. Sorted into square buckets, so that asking
// costs little on large pictures.
#pragma once

#include "view/picture.h"

#include <cstdint>
#include <unordered_map>
#include <vector>

namespace flowspine::view {

class OccupiedSpace {
  public:
    void add(const Rect& rect);
    // A polyline as thin rectangles, `reach` px to both sides.
    void add(const std::vector<Point>& line, double reach);
    [[nodiscard]] bool isFree(const Rect& rect) const;

  private:
    std::vector<Rect> m_rects;
    std::unordered_map<std::int64_t, std::vector<std::uint32_t>> m_buckets;
};

} // namespace flowspine::view
