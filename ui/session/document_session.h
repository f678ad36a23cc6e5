// The one writer of the open plan. Editors hand it edits, hear one signal, and never keep a plan of their own.
#pragma once

#include "base/clock.h"
#include "base/id_generator.h"
#include "base/result.h"
#include "diff/model_diff.h"
#include "model/model.h"
#include "model/model_index.h"
#include "session/selection.h"
#include "session/spotlight.h"

#include <QObject>
#include <QString>
#include <QUndoStack>

#include <functional>
#include <memory>

namespace flowspine::session {

using Edit = std::function<base::Result<model::Model>(const model::Model&)>;

class Gesture;
class SnapshotCommand;

class DocumentSession final : public QObject {
    Q_OBJECT

  public:
    DocumentSession(std::unique_ptr<base::IdGenerator> ids, std::unique_ptr<base::Clock> clock,
                    QObject* parent = nullptr);
    ~DocumentSession() override;

    // What all views show: the committed plan, or the preview of the running gesture.
    [[nodiscard]] const model::Model& live() const { return m_live; }
    [[nodiscard]] const model::Model& committed() const { return m_committed; }
    [[nodiscard]] const model::Model& saved() const { return m_saved; }
    // Of live().
    [[nodiscard]] const model::ModelIndex& index() const { return *m_index; }
    [[nodiscard]] base::IdGenerator& ids() { return *m_ids; }
    [[nodiscard]] base::Date today() const { return m_clock->today(); }

    // Starts over with another plan: no undo, not modified, nothing selected.
    void open(model::Model model);
    // Settles the running gesture and gives the plan to write. Steps before and after it never merge into one, so that
    // undo can return to what the file holds.
    [[nodiscard]] model::Model beginSave();
    // The committed plan is what the file holds now.
    void markSaved();
    // `written` went to the file while editing went on: it is what counts as saved.
    void markSaved(const model::Model& written);
    // Takes a plan that was changed outside as the saved one, keeping undo (one step) and what is still there of the
    // selection.
    void replaceBySaved(model::Model model, const QString& text);
    [[nodiscard]] bool isModified() const;
    // A file of a newer version: every edit is refused with an explanation.
    void setReadOnly(bool readOnly);
    [[nodiscard]] bool isReadOnly() const { return m_readOnly; }

    // Runs `edit` on the committed plan as one undo step with `text` in the user's words. A running gesture is settled
    // first. An edit that changed nothing pushes nothing; one that failed changes nothing and its error is also sent
    // by editRefused(). Commits with the same non-empty `mergeKey` one after another become one step.
    base::Result<> commit(const QString& text, const Edit& edit, const QString& mergeKey = {});

    // At most one gesture runs at a time; beginning one settles the one before.
    // `whenSettled`: what becomes of it when something else has to happen first. A proposal that was not yet agreed to
    // is dropped.
    enum class WhenSettled { commits, cancels };
    [[nodiscard]] std::unique_ptr<Gesture> beginGesture(const QString& text,
                                                        WhenSettled whenSettled = WhenSettled::commits);
    // Commits what the running gesture previews. Called before saving, undo, closing and switching editors.
    void settleGesture();
    [[nodiscard]] bool hasGesture() const { return m_gesture != nullptr; }

    [[nodiscard]] QUndoStack& undoStack() { return m_undoStack; }
    void undo();
    void redo();

    [[nodiscard]] const Selection& selection() const { return m_selection; }
    void select(Selection selection);
    void select(const model::AnyId& id) { select(Selection({id})); }

    // What pictures light; another plan turns it off.
    [[nodiscard]] Spotlight& spotlight() const { return *m_spotlight; }

  signals:
    // After live() changed. `difference` is diff(before, after); both are kept alive by the session during the call.
    void changed(const flowspine::model::Model& before, const flowspine::model::Model& after,
                 const flowspine::diff::ModelDiff& difference);
    // Another plan was opened; changed() follows.
    void reset();
    // An undo or redo step was applied; for showing what changed.
    void stepApplied(const flowspine::diff::ModelDiff& difference);
    void selectionChanged();
    void modifiedChanged(bool modified);
    void editRefused(const QString& message);

  private:
    friend class Gesture;
    friend class SnapshotCommand;

    diff::ModelDiff show(model::Model model);
    void restore(const model::Model& model, const Selection& selection);
    void push(model::Model after, const QString& text, const QString& mergeKey);
    void abandonGesture();
    bool dropFromSelectionWhatIsGone();
    void announceModified();
    base::Error refuseReadOnly();

    std::unique_ptr<base::IdGenerator> m_ids;
    std::unique_ptr<base::Clock> m_clock;
    model::Model m_committed;
    model::Model m_live;
    model::Model m_saved;
    std::unique_ptr<model::ModelIndex> m_index;
    Selection m_selection;
    Spotlight* m_spotlight;
    QUndoStack m_undoStack;
    Gesture* m_gesture = nullptr;
    SnapshotCommand* m_lastStep = nullptr; // only compared and used while the undo stack holds it
    bool m_readOnly = false;
    bool m_wasModified = false;
};

} // namespace flowspine::session
