// Writes views of the open plan to files: PDF sheets, SVG and PNG pictures, and its health also as Markdown. Drawn and
// written by a worker from the plan as it was when people asked, so editing goes on meanwhile.
#pragma once

#include "app/banner.h"
#include "app/dialogs.h"
#include "base/clock.h"
#include "session/document_session.h"
#include "view/page.h"

#include <QAction>
#include <QFutureWatcher>
#include <QMenu>

#include <functional>

namespace flowspine::app {

class ExportCommands final : public QObject {
    Q_OBJECT

  public:
    // All outlive the commands. `suggestedPath` is that of the plan's file, or where one would go.
    ExportCommands(session::DocumentSession& session, Dialogs& dialogs, Banner& banner, QWidget& window,
                   std::function<QString()> suggestedPath);
    // Waits for an export under way.
    ~ExportCommands() override;

    // Fills a menu with all views and the paper.
    void fill(QMenu& menu) const;
    // `view` as the command line names it: "roadmap", "outcomes", "spine", "flows", "health".
    void exportView(const QString& view, const QString& title);

    // In the order of the editors, then what is no editor's: "health".
    std::vector<QAction*> viewActions;
    // Of a view by its name; nullptr when there is none.
    [[nodiscard]] QAction* viewAction(const QString& view) const;

  signals:
    // In words: where the file is.
    void done(const QString& message);

  private:
    void finish();

    session::DocumentSession& m_session;
    Dialogs& m_dialogs;
    Banner& m_banner;
    QWidget& m_window;
    std::function<QString()> m_suggestedPath;
    std::vector<QAction*> m_papers;
    QAction* m_portrait;
    QFutureWatcher<base::Result<>> m_watcher;
    QString m_path;
    std::function<void()> m_again;
};

} // namespace flowspine::app
