// The window: menus, toolbar, rail, the current editor under its question, inspector, panels and status line. It wires
// the session to them and decides nothing about a plan.
#pragma once

#include "adapters/editor.h"
#include "app/banner.h"
#include "app/dialogs.h"
#include "app/dock_bar.h"
#include "app/edit_commands.h"
#include "app/editor_shelf.h"
#include "app/export_commands.h"
#include "app/file_commands.h"
#include "app/health_display.h"
#include "app/highlight_menu.h"
#include "app/question_header.h"
#include "app/rail.h"
#include "app/search_field.h"
#include "app/start_page.h"
#include "app/status_line.h"
#include "app/view_commands.h"
#include "panels/findings_panel.h"
#include "panels/impact_panel.h"
#include "panels/inspector.h"
#include "panels/plan_health.h"
#include "render/theme.h"
#include "session/document_session.h"

#include <QLabel>
#include <QMainWindow>
#include <QMenu>
#include <QSplitter>
#include <QStackedWidget>

#include <functional>
#include <memory>
#include <vector>

namespace flowspine::app {

class MainWindow final : public QMainWindow {
    Q_OBJECT

  public:
    // What the window is given: real things in the program, fixed ones in tests.
    struct Parts {
        std::unique_ptr<base::IdGenerator> ids;
        std::unique_ptr<base::Clock> clock;
        std::unique_ptr<Dialogs> dialogs;
        std::vector<EditorPlan> editors; // in the order of the rail; the window owns what they make
    };

    explicit MainWindow(Parts parts);
    ~MainWindow() override;

    [[nodiscard]] session::DocumentSession& session() { return *m_session; }
    [[nodiscard]] FileCommands& files() { return *m_files; }
    [[nodiscard]] EditCommands& edits() { return *m_edits; }
    [[nodiscard]] panels::Inspector& inspector() { return *m_inspector; }
    [[nodiscard]] panels::ImpactPanel& impact();
    [[nodiscard]] HighlightMenu& highlightMenu() { return *m_highlight; }
    [[nodiscard]] Banner& banner() { return *m_banner; }
    [[nodiscard]] StatusLine& statusLine() { return *m_status; }
    [[nodiscard]] SearchField& search() { return *m_search; }
    [[nodiscard]] StartPage& startPage() { return *m_start; }
    [[nodiscard]] DockBar& dockBar() { return *m_dock; }
    [[nodiscard]] panels::PlanHealth& health() { return *m_health; }
    [[nodiscard]] panels::FindingsPanel& findings();
    [[nodiscard]] Rail& rail() { return *m_rail; }
    [[nodiscard]] bool hasPlan() const { return m_pages->currentWidget() == m_workspace; }

    void showEditor(int index);
    [[nodiscard]] int currentEditor() const { return m_current; }
    [[nodiscard]] adapters::Editor& editor(int index) { return m_editors->editor(index); }
    [[nodiscard]] const EditorShelf& editors() const { return *m_editors; }
    // Opens the editor that the entity is at home in, selects it and shows it.
    void goTo(const model::AnyId& id);
    // Where the finding is: selects what it is about and shows the field that it points to.
    void showFinding(const analysis::Finding& finding);
    void setTheme(render::ThemeKind kind);
    [[nodiscard]] const render::Theme& theme() const { return *m_theme; }

  protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void closeEvent(QCloseEvent* event) override;
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dropEvent(QDropEvent* event) override;

  private:
    void layOut();
    [[nodiscard]] QWidget* makeToolBar();
    [[nodiscard]] QWidget* makeWorkspace();
    void makeDock();
    void makeMenus();
    void addKeysToTips(const QList<QAction*>& actions);
    void takeEditor(int index, adapters::Editor& editor);
    void addToMenus(int index, adapters::Editor& editor);
    void connectDock();
    void showFindingsOf(const model::AnyId& id);
    void walkFindings(int by);
    void fillAddMenu(QMenu& menu);
    void connectAll();
    void showWorkspace();
    void showStart();
    void setPlanCommandsEnabled(bool isEnabled);
    void refreshTitle();
    void addToPlan(model::Kind kind);
    void commentOnSelection();
    void copyPicture();
    void rename();
    void settleInspector();
    void showStep(const diff::ModelDiff& difference);
    [[nodiscard]] int editorFor(const model::AnyId& id) const;
    [[nodiscard]] QList<QAction*> allCommands() const;
    void showKeys();
    void restoreSettings();
    void storeSettings() const;

    std::unique_ptr<Dialogs> m_dialogs;
    std::unique_ptr<render::Theme> m_theme;
    session::DocumentSession* m_session;
    panels::PlanHealth* m_health;
    EditorShelf* m_editors;
    int m_current = 0; // of the editors
    Banner* m_banner;
    FileCommands* m_files;
    EditCommands* m_edits;
    ExportCommands* m_exports;
    ViewCommands* m_views;
    HighlightMenu* m_highlight;
    SearchField* m_search = nullptr;
    QStackedWidget* m_pages = nullptr;
    StartPage* m_start = nullptr;
    QWidget* m_workspace = nullptr;
    Rail* m_rail = nullptr;
    QuestionHeader* m_question = nullptr;
    QStackedWidget* m_editorStack = nullptr;
    QSplitter* m_splitter = nullptr;
    panels::Inspector* m_inspector = nullptr;
    DockBar* m_dock = nullptr;
    StatusLine* m_status = nullptr;
    QLabel* m_fileName = nullptr;  // right in the menu bar
    QList<QWidget*> m_planButtons; // make no sense without a plan
    QList<QMenu*> m_planMenus;
    QMenu* m_viewMenu = nullptr;
    QAction* m_afterPages = nullptr; // in the View menu
    QMenu* m_insertMenu = nullptr;
    std::vector<QAction*> m_afterThings; // of each editor, in the Insert menu
    bool m_mayClose = false;
};

} // namespace flowspine::app
