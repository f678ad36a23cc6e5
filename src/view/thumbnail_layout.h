// Columns and lanes for the steps of a variant, fit for a thumbnail: a step's column is its longest way from a start.
#pragma once

#include "model/model.h"

#include <vector>

namespace flowspine::view {

struct ThumbnailStep {
    const model::Step* step = nullptr;
    std::size_t lane = 0;
    std::size_t column = 0;
    std::size_t place = 0; // among the steps of its lane and column
};

struct ThumbnailLink {
    std::size_t from = 0; // places in `steps`
    std::size_t to = 0;
    bool isRework = false;
};

struct ThumbnailLayout {
    std::vector<model::Id<model::Team>> lanes;
    std::vector<ThumbnailStep> steps;
    std::vector<ThumbnailLink> links;
    std::size_t columns = 0;

    [[nodiscard]] std::size_t stepsAt(std::size_t lane, std::size_t column) const;
};

[[nodiscard]] ThumbnailLayout thumbnailLayout(const model::Model& model, const model::Variant& variant);

} // namespace flowspine::view
