// Marks of findings on a picture: a chip at the corner of a card, a step or a lane, with an icon and how many there
// are. They lie above the picture and are no part of it, so that a finding that comes or goes projects nothing anew.
#pragma once

#include "render/theme.h"
#include "view/picture.h"

#include <QPainter>
#include <QString>

#include <functional>
#include <memory>
#include <unordered_map>
#include <vector>

namespace flowspine::adapters {

struct EntityMark {
    const char* icon = "warning";
    view::Role role = view::Role::warn;
    std::size_t count = 0;
};
struct EntityMarks {
    std::unordered_map<base::AnyId, EntityMark> byEntity;
    std::function<QString(const base::AnyId&)> tipOf; // asked when the pointer rests on a mark
};
// Shared by all editors; nullptr: none.
using SharedMarks = std::shared_ptr<const EntityMarks>;

struct PlacedMark {
    base::AnyId id;
    EntityMark mark;
    view::Rect chip;
    double hostWidth = 0; // of what it is on
};

// On the first area of each entity that takes marks.
[[nodiscard]] std::vector<PlacedMark> placedMarks(const view::Picture& picture, const EntityMarks& marks,
                                                  const view::TextMeasure& measure);

// A chip, or a dot where what it is on is drawn too small for a chip. `scale`: screen px for one of the picture.
void drawMark(QPainter& painter, const render::Theme& theme, const PlacedMark& mark, double scale);

} // namespace flowspine::adapters
