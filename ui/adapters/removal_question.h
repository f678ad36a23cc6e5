// Removing what is selected: what others would lose is told and asked first.
#pragma once

#include "edit/entity_edit.h"
#include "model/model.h"

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace flowspine::adapters {

// What a removal would do to the rest of the plan, in words.
struct RemovalQuestion {
    QString title; // "Delete outcome “Fast decisions”?"
    // "Flow “Permit” no longer names it under Delivers", "Assignment “A Clerk” of “Approve” goes too"; empty: nobody
    // else loses anything.
    QStringList effects;
    QString contents; // "2 measures and 5 readings go with it."; empty: nothing does
};

[[nodiscard]] RemovalQuestion removalQuestion(const model::Model& model, const std::vector<model::AnyId>& ids);
// "Delete step “Check zoning”", "Delete 3 steps", "Delete 4 things": for the undo list.
[[nodiscard]] QString removalText(const model::Model& model, const std::vector<model::AnyId>& ids);

using RemovalAnswer = std::function<bool(const RemovalQuestion&)>;
// A dialog over `parent`. Shows text from the plan as it is.
[[nodiscard]] bool askInDialog(QWidget* parent, const RemovalQuestion& question);

} // namespace flowspine::adapters
