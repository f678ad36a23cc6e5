// Follows the renaming of a step in a flow picture that is there already. Boxes of work do not grow with their names,
// so neither the layout nor anything else has to be made anew: a canvas of ten thousand steps keeps up with typing.
#pragma once

#include "model/model.h"
#include "model/model_index.h"
#include "view/flow_picture.h"

#include <optional>
#include <vector>

namespace flowspine::view {

// `picture` was made of `before`; `after` differs from it in nothing that the picture shows but the name of `step`.
// Makes of it what flowPicture() would make of `after` (`index` is of that) and gives the places of the shapes that
// changed. Nothing, and the picture as it was, when it has to be made anew: for events, whose room is that of their
// names, and for pictures that are not flowPicture()'s.
[[nodiscard]] std::optional<std::vector<std::size_t>>
followRenaming(Picture& picture, const model::Model& before, const model::Model& after, const model::ModelIndex& index,
               const model::Id<model::Step>& step, const FlowPictureOptions& options, const TextMeasure& measure);

} // namespace flowspine::view
