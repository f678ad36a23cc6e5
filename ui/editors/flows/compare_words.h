// The comparison of two variants in words: the list in the panel, the marks on the canvas, and what a roadmap item says
// of it.
#pragma once

#include "base/id_generator.h"
#include "editors/flows/flow_figures.h"
#include "view/change_list.h"

namespace flowspine::editors {

// Nothing to compare with gives a list with one note that says so.
[[nodiscard]] view::ChangeList changeListOf(const FlowFigures& figures, const model::AnyId& variant, double fteMoved);

// Marks on steps that differ and the steps that are gone.
void markChanges(const FlowFigures& figures, const model::AnyId& variant, view::FlowPictureOptions& options);

// Makes the variant the current one; with `withItem` a roadmap item says what changes. Undone as one step.
[[nodiscard]] base::Result<model::Model> adopted(const model::Model& model, const model::Id<model::Variant>& variant,
                                                 bool withItem, base::IdGenerator& ids);
// Whether some roadmap item is about this variant already.
[[nodiscard]] bool hasRoadmapItem(const model::Model& model, const model::AnyId& variant);

} // namespace flowspine::editors
