// New, open, save and close: asks what has to be asked, and says in the window's banner what went wrong and what can
// be done about it. Nothing is lost without an answer.
#pragma once

#include "app/banner.h"
#include "app/dialogs.h"
#include "app/plan_file.h"
#include "app/recent_files.h"

#include <QAction>
#include <QMenu>
#include <QPointer>

#include <functional>

namespace flowspine::app {

class FileCommands final : public QObject {
    Q_OBJECT

  public:
    // All outlive the commands.
    FileCommands(session::DocumentSession& session, Dialogs& dialogs, Banner& banner, QWidget& window);

    [[nodiscard]] PlanFile& file() { return m_file; }
    [[nodiscard]] RecentFiles& recent() { return m_recent; }

    // Each asks about unsaved changes first, and may come to nothing.
    void newPlan();
    void openByDialog();
    void open(const QString& path);
    // A bundled plan as a copy without a file.
    void openBundled(const QString& resourcePath);
    void closePlan();
    void save();
    void saveAs();
    // Calls `then` when the plan may be let go: at once, or after it was saved. Never when people cancel.
    void leavePlan(const std::function<void()>& then);

    // The plan's file, or the one it would be saved to first.
    [[nodiscard]] QString suggestedPath() const;

    QAction* newAction;
    QAction* newFromTemplateAction;
    QAction* openAction;
    QAction* saveAction;
    QAction* saveAsAction;
    QAction* closeAction;

  signals:
    // A plan was opened in place of the one before.
    void opened();
    // Nothing is open any more.
    void closed();

  private:
    [[nodiscard]] QAction* makeAction(const QString& text, const QString& iconName, const QKeySequence& keys,
                                      void (FileCommands::*act)());
    void openNow(const QString& path);
    void openBundledNow(const QString& resourcePath, const QString& name);
    void told(const QStringList& warnings);
    void failed(const base::Error& error);
    void changedOnDisk();
    void reload();
    void sayWhatIsOdd();

    session::DocumentSession& m_session;
    Dialogs& m_dialogs;
    Banner& m_banner;
    QWidget& m_window;
    PlanFile m_file;
    RecentFiles m_recent;
    std::function<void()> m_afterSave;
    QString m_attemptedPath; // of the save that failed last
};

} // namespace flowspine::app
