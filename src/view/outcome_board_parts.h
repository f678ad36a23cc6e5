// What the parts of the outcome board share: the plan, how dense the board is, and what is selected.
#pragma once

#include "view/outcome_board.h"
#include "view/picture_builder.h"

#include <string_view>
#include <unordered_map>
#include <unordered_set>
#include <vector>

namespace flowspine::view {

struct OutcomeBoardContext {
    const model::Model& model;
    const model::ModelIndex& index;
    const OutcomeBoardOptions& options;
    bool isCompact = false;
    std::unordered_set<AnyId> selection; // with the owners of what is selected
    std::unordered_set<AnyId> tied;      // outcomes and constraints at the other end of a selected one's ties
    // Roadmap items that address a constraint, without those that were stopped, in the roadmap's order.
    std::unordered_map<AnyId, std::vector<const model::RoadmapItem*>> work;

    // The entity itself or something that it owns.
    [[nodiscard]] bool isSelected(const AnyId& id) const { return selection.contains(id); }
    [[nodiscard]] double sideMargin() const { return 24; }
    // `normal` px, or `compact` px on a compact board.
    [[nodiscard]] double either(double normal, double compact) const { return isCompact ? compact : normal; }
};

// What is selected and tied in a plan, and how dense its board is.
[[nodiscard]] OutcomeBoardContext boardContext(const model::Model& model, const model::ModelIndex& index,
                                               const OutcomeBoardOptions& options);

// The line at the end of a column that takes the next entry. An area "add".
void drawTypeLine(PictureBuilder& to, const OutcomeBoardContext& context, const std::string& key, const Rect& rect,
                  std::string_view words);

// outcome_card.cpp
[[nodiscard]] double outcomeCardHeight(const OutcomeBoardContext& context, const model::Outcome& outcome);
void drawOutcomeCard(PictureBuilder& to, const OutcomeBoardContext& context, const model::Outcome& outcome,
                     const Rect& rect, std::size_t rank);

// outcome_measure_row.cpp: a measure on its outcome's card.
enum class MeasureRowForm { full, compact, line };
[[nodiscard]] MeasureRowForm measureRowForm(const OutcomeBoardContext& context, const model::Outcome& outcome);
[[nodiscard]] double measureRowHeight(MeasureRowForm form);
void drawMeasureRow(PictureBuilder& to, const OutcomeBoardContext& context, const model::Measure& measure,
                    MeasureRowForm form, const Rect& rect);

// constraint_card.cpp
[[nodiscard]] double constraintCardHeight(const OutcomeBoardContext& context);
void drawConstraintCard(PictureBuilder& to, const OutcomeBoardContext& context, const model::Constraint& constraint,
                        const Rect& rect);

// outcome_questions.cpp
[[nodiscard]] Picture outcomeQuestions(const OutcomeBoardContext& context, const TextMeasure& measure);
// What to ask in a column with few cards; from the top of `place`.
[[nodiscard]] double columnPromptsHeight(const OutcomeBoardContext& context);
void drawColumnPrompts(PictureBuilder& to, const OutcomeBoardContext& context, model::Perspective perspective,
                       std::size_t cardCount, const Rect& place);

} // namespace flowspine::view
