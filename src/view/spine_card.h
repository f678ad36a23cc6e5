// A spine item as a card of the matrix; its fill says how fixed it is.
#pragma once

#include "model/model_index.h"
#include "view/picture_builder.h"

namespace flowspine::view {

struct SpineCardContext {
    const model::Model& model;
    const model::ModelIndex& index;
    model::Date today;
    bool isCompact = false; // smaller type, for narrow columns
};

[[nodiscard]] double spineCardHeight(const SpineCardContext& context, const TextMeasure& measure,
                                     const model::SpineItem& item, double width);
// Adds the area "card".
void drawSpineCard(PictureBuilder& to, const SpineCardContext& context, const model::SpineItem& item, const Rect& rect,
                   bool isSelected);

// The stated next review, or the last one plus the rhythm.
[[nodiscard]] std::optional<model::Date> nextReviewOf(const model::SpineItem& item);

} // namespace flowspine::view
