// What lies above the spine matrix while a card is dragged: the place it left, the card itself, and at its target what
// dropping it there asks for and who relies on it. A pure projection.
#pragma once

#include "model/model_index.h"
#include "view/picture.h"
#include "view/text_measure.h"

#include <optional>
#include <string>
#include <vector>

namespace flowspine::view {

struct SpineDrag {
    AnyId item;
    Rect origin;
    Point pointer;
    struct Target {
        Rect cell;
        bool isEmpty = false; // of cards
        model::SpineCategory category = model::SpineCategory::coreGovernance;
        model::Stability stability = model::Stability::cannotChange;
        std::string question; // asked after the drop; empty: nothing is
    };
    std::optional<Target> target;
};

[[nodiscard]] std::vector<Shape> spineDragShapes(const model::Model& model, const model::ModelIndex& index,
                                                 const SpineDrag& drag, const TextMeasure& measure);

} // namespace flowspine::view
