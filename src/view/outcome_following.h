// Follows changes on single cards of an outcome board that is there already: a board of many hundred cards keeps up
// with typing.
#pragma once

#include "view/outcome_board.h"

#include <optional>
#include <vector>

namespace flowspine::view {

// `picture` was made by outcomeBoard() with the same options, of a plan that differs from `model` only in what stands
// on the cards of `changed` (outcomes and constraints): neither which there are, nor their order, nor their ties. Makes
// of it what outcomeBoard() would make of `model` and gives the places of the shapes of those cards. Nothing, and the
// picture as it was, when a card has other shapes than before and has to be made anew.
[[nodiscard]] std::optional<std::vector<std::size_t>>
followCards(Picture& picture, const model::Model& model, const model::ModelIndex& index,
            const OutcomeBoardOptions& options, const std::vector<AnyId>& changed, const TextMeasure& measure);

} // namespace flowspine::view
