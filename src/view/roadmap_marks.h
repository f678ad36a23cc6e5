// Small marks of the roadmap views: the state of an item, the lock of the spine, a diamond for a day of review.
#pragma once

#include "model/model.h"
#include "view/picture_builder.h"
#include "view/roadmap_page_content.h"

#include <string>

namespace flowspine::view {

// 10 px round `center`: proposed a ring, running half full, measuring a ring with a dot, adopted full, adapted full
// with a gap, stopped a ring crossed out.
void drawStateMark(PictureBuilder& to, const std::string& part, Point center, model::RoadmapStatus status,
                   Paint paint = {Role::ink});
// Shape and colour both tell the two locks apart. Draws nothing for SpineLock::none.
void drawLock(PictureBuilder& to, const std::string& part, const Rect& rect, SpineLock lock);
[[nodiscard]] Paint paintOf(SpineLock lock);
void drawDiamond(PictureBuilder& to, const std::string& part, Point center, double size, bool isFull, Paint paint,
                 double lineWidth = 1.25);

} // namespace flowspine::view
