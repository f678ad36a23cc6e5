// What relies on a spine item: steps, decisions, constraints, roadmap items, and what is adaptable within it.
#pragma once

#include "model/model_index.h"
#include "view/picture_builder.h"

#include <array>
#include <string_view>
#include <vector>

namespace flowspine::view {

struct RelianceGroup {
    std::string_view name;   // "step"
    std::string_view plural; // "steps"
    std::string_view icon;
    std::vector<AnyId> reliers; // by id
};

// The groups in the order above. Steps of archived variants do not count.
using Reliance = std::array<RelianceGroup, 5>;
[[nodiscard]] Reliance relianceOn(const model::Model& model, const model::ModelIndex& index, const AnyId& spineItem);
[[nodiscard]] bool isReliedOn(const Reliance& reliance);
// "1 step and 2 constraints rely on it"; "nothing relies on it".
[[nodiscard]] std::string relianceWords(const Reliance& reliance);

// The strip under the matrix: all that could rely on the item as small squares, what does as chips, areas "chip".
// Folded it is one line of words. `item` empty: it says how to use it.
void drawRelianceStrip(PictureBuilder& to, const model::Model& model, const model::ModelIndex& index, const AnyId& item,
                       const Rect& rect, bool isFolded);

} // namespace flowspine::view
