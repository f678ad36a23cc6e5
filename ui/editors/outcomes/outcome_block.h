// Outcomes as a block of spreadsheet cells: each row an outcome, with an owner, an audience and a measure where columns
// name them. Nothing of the block is lost: what cannot be read goes into the outcome's notes.
#pragma once

#include "edit/entity_edit.h"

#include <QString>

namespace flowspine::editors {

// The first row names the columns when at least two of its cells do (Outcome, Matters to, For, Owner, Statement, Term,
// Status, Measure, Unit, Baseline, Baseline date, Target, Target date, Notes); else they are Outcome, Owner, Measure,
// Unit, Baseline, Target. Owners and audiences that the plan does not know are added to it. Outcomes that say nothing
// of whom they matter to go to `perspective`.
[[nodiscard]] base::Result<edit::Pasted> pasteOutcomeBlock(const model::Model& model, model::Perspective perspective,
                                                           const QString& text, base::IdGenerator& ids);

} // namespace flowspine::editors
