// Undo, redo, cut, copy, paste, duplicate, delete and rename of what is selected, in whatever editor it is.
#pragma once

#include "app/dialogs.h"
#include "edit/entity_edit.h"
#include "session/document_session.h"

#include <QAction>

#include <functional>

namespace flowspine::app {

class EditCommands final : public QObject {
    Q_OBJECT

  public:
    // All outlive the commands. `rename` names the selection in place.
    EditCommands(session::DocumentSession& session, Dialogs& dialogs, QWidget& window, std::function<void()> rename);

    void copy();
    void paste();
    void removeSelected();
    void duplicate();
    void refresh();

    QAction* undoAction;
    QAction* redoAction;
    QAction* cutAction;
    QAction* copyAction;
    QAction* pasteAction;
    QAction* duplicateAction;
    QAction* deleteAction;
    QAction* renameAction;

  private:
    [[nodiscard]] QAction* makeAction(const QString& text, const QString& iconName, const QKeySequence& keys,
                                      std::function<void()> act);
    // What of the selection can be copied and removed: everything but the plan itself.
    [[nodiscard]] std::vector<model::AnyId> selected() const;
    [[nodiscard]] model::AnyId ownerForPasted(const edit::Clipping& clipping) const;
    void cut();
    bool removeAsked(const QString& text);

    session::DocumentSession& m_session;
    Dialogs& m_dialogs;
    QWidget& m_window;
};

} // namespace flowspine::app
