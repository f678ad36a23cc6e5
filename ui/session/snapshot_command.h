// The one undo command: the plan and the selection before and after a step. Plans share what did not change, so a
// step costs little more than what it touched.
#pragma once

#include "model/model.h"
#include "session/selection.h"

#include <QString>
#include <QUndoCommand>

namespace flowspine::session {

class DocumentSession;

class SnapshotCommand final : public QUndoCommand {
  public:
    struct Moment {
        model::Model model;
        Selection selection;
    };

    // The session shows `after` already when the command is pushed.
    SnapshotCommand(DocumentSession& session, Moment before, Moment after, const QString& text, QString mergeKey);

    void undo() override;
    void redo() override;
    [[nodiscard]] int id() const override;
    bool mergeWith(const QUndoCommand* later) override;

    // Redoing selects what was selected right after the step: kept when it is something that the step added.
    void noteSelection(const Selection& selection);

  private:
    DocumentSession& m_session;
    Moment m_before;
    Moment m_after;
    QString m_mergeKey;
    bool m_isShown = true;
};

} // namespace flowspine::session
