#include "app/main_window.h"

#include "adapters/plain_text.h"
#include "adapters/surface.h"
#include "app/highlight_button.h"
#include "app/menu_button.h"
#include "model/entity_type.h"
#include "render/icon.h"
#include "render/look.h"

#include <QApplication>
#include <QCloseEvent>
#include <QDragEnterEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QMenu>
#include <QMenuBar>
#include <QMimeData>
#include <QSettings>
#include <QVBoxLayout>

#include <utility>

namespace flowspine::app {

using adapters::toQt;
using model::AnyId;
using model::Kind;
using model::Model;

namespace {

constexpr int toolBarHeight = 44;
constexpr int searchWidth = 480;
constexpr int inspectorWidth = 320;
constexpr int startWidth = 1440;
constexpr int startHeight = 900;

QToolButton* makeToolButton(QAction* action, QWidget* parent) {
    auto* const button = new QToolButton(parent);
    render::setLook(*button, render::Look::symbol);
    button->setDefaultAction(action);
    button->setIconSize({16, 16});
    return button;
}

render::ThemeKind wantedTheme() {
    return QSettings().value("window/dark", false).toBool() ? render::ThemeKind::dark : render::ThemeKind::light;
}

std::vector<adapters::EditorFacts> factsOf(const EditorShelf& editors) {
    std::vector<adapters::EditorFacts> all;
    for (int i = 0; i < editors.count(); ++i) all.push_back(editors.facts(i));
    return all;
}

QString droppedPlan(const QMimeData& data) {
    const QList<QUrl> urls = data.urls();
    return urls.size() == 1 && urls.first().isLocalFile() ? urls.first().toLocalFile() : QString();
}

} // namespace

MainWindow::MainWindow(Parts parts)
    : m_dialogs(std::move(parts.dialogs)), m_theme(std::make_unique<render::Theme>(wantedTheme())),
      m_session(new session::DocumentSession(std::move(parts.ids), std::move(parts.clock), this)),
      m_health(new panels::PlanHealth(*m_session, this)),
      m_editors(new EditorShelf(
          std::move(parts.editors), *m_session, [this]() -> const render::Theme& { return *m_theme; }, this)),
      m_banner(new Banner(*m_theme, this)), m_files(new FileCommands(*m_session, *m_dialogs, *m_banner, *this)),
      m_edits(new EditCommands(*m_session, *m_dialogs, *this, [this] { rename(); })),
      m_exports(
          new ExportCommands(*m_session, *m_dialogs, *m_banner, *this, [this] { return m_files->suggestedPath(); })),
      m_views(new ViewCommands(
          factsOf(*m_editors), [this] { return hasPlan() ? m_editors->madeEditor(m_current) : nullptr; }, this)),
      m_highlight(new HighlightMenu(*m_session, this)) {
    setAcceptDrops(true);
    setMinimumSize(900, 560);
    resize(startWidth, startHeight);
    QApplication::setPalette(m_theme->palette()); // some widgets draw their icons when they are made
    layOut();
    makeMenus();
    restoreSettings();
    connectAll();
    settleInspector();
    showStart();
}

MainWindow::~MainWindow() {
    // What is taken down must not hear the session any more, and goes before the session and the theme it looks at.
    m_session->disconnect();
    m_session->undoStack().disconnect();
    // A field that is typed in settles while it is still whole.
    if (QWidget* const typedIn = focusWidget()) typedIn->clearFocus();
    delete centralWidget();
}

void MainWindow::layOut() {
    auto* const root = new QWidget(this);
    auto* const column = new QVBoxLayout(root);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_pages = new QStackedWidget(root);
    m_start = new StartPage(m_files->recent(), *m_theme, m_pages);
    m_workspace = makeWorkspace();
    m_pages->addWidget(m_start);
    m_pages->addWidget(m_workspace);
    m_status = new StatusLine(*m_session, m_files->file(), root);
    new HealthDisplay(*m_health, {*m_rail, *m_dock, 0, *m_status, *m_editors}, this);
    column->addWidget(makeToolBar());
    column->addWidget(m_banner);
    column->addWidget(m_pages, 1);
    column->addWidget(m_status);
    setCentralWidget(root);
}

QWidget* MainWindow::makeToolBar() {
    auto* const bar = new adapters::Surface(QPalette::Base, Qt::BottomEdge, this);
    bar->setFixedHeight(toolBarHeight);
    auto* const separator = new adapters::Surface(QPalette::Mid, {}, bar);
    separator->setFixedSize(1, 20);
    auto* const addMenu = new QMenu(bar);
    connect(addMenu, &QMenu::aboutToShow, this, [this, addMenu] { fillAddMenu(*addMenu); });
    auto* const add = new MenuButton(tr("Add"), QStringLiteral("add"), addMenu, bar);
    m_search = new SearchField(*m_session, bar);
    m_search->setFixedWidth(searchWidth);

    // The search field keeps to the middle of the window as long as both sides leave room.
    auto* const left = new QHBoxLayout;
    left->setSpacing(8);
    left->addWidget(makeToolButton(m_edits->undoAction, bar));
    left->addWidget(makeToolButton(m_edits->redoAction, bar));
    left->addWidget(separator);
    left->addWidget(add);
    left->addStretch(1);
    auto* const right = new QHBoxLayout;
    right->setSpacing(8);
    right->addStretch(1);
    auto* const highlight = new HighlightButton(*m_session, m_highlight, bar);
    right->addWidget(highlight);
    auto* const exportMenu = new QMenu(bar);
    m_exports->fill(*exportMenu);
    auto* const exports = new MenuButton(tr("Export"), QStringLiteral("export"), exportMenu, bar);
    right->addWidget(exports);
    auto* const row = new QHBoxLayout(bar);
    row->setContentsMargins(8, 0, 16, 1);
    row->setSpacing(8);
    row->addLayout(left, 1);
    row->addWidget(m_search);
    row->addLayout(right, 1);
    m_planButtons = {add, highlight, exports};
    return bar;
}

QWidget* MainWindow::makeWorkspace() {
    auto* const workspace = new QWidget(m_pages);
    m_rail = new Rail(workspace);
    m_question = new QuestionHeader(workspace);
    m_editorStack = new QStackedWidget(workspace);
    for (int i = 0; i < m_editors->count(); ++i) {
        // An editor that is no kind's home shows the whole plan: it is no step of the method.
        const adapters::EditorFacts& facts = m_editors->facts(i);
        m_rail->addEditor(facts.title, facts.iconName, facts.kinds != 0);
    }
    m_splitter = new QSplitter(Qt::Horizontal, workspace);
    auto* const centre = new QWidget(m_splitter);
    auto* const centreColumn = new QVBoxLayout(centre);
    centreColumn->setContentsMargins(0, 0, 0, 0);
    centreColumn->setSpacing(0);
    centreColumn->addWidget(m_question);
    centreColumn->addWidget(m_editorStack, 1);

    m_inspector = new panels::Inspector(*m_session, *m_health, m_splitter, panels::Inspector::Filling::afterPaint);
    m_inspector->setMinimumWidth(260);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->addWidget(centre);
    m_splitter->addWidget(m_inspector);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setSizes({startWidth - inspectorWidth, inspectorWidth});

    m_dock = new DockBar(workspace);
    makeDock();

    auto* const right = new QVBoxLayout;
    right->setSpacing(0);
    right->addWidget(m_splitter, 1);
    right->addWidget(m_dock);
    auto* const row = new QHBoxLayout(workspace);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_rail);
    row->addLayout(right, 1);
    return workspace;
}

void MainWindow::connectAll() {
    connect(m_files, &FileCommands::opened, this, &MainWindow::showWorkspace);
    connect(m_files, &FileCommands::closed, this, &MainWindow::showStart);
    connect(&m_files->file(), &PlanFile::changed, this, &MainWindow::refreshTitle);
    connect(m_session, &session::DocumentSession::modifiedChanged, this, &MainWindow::refreshTitle);
    connect(m_exports, &ExportCommands::done, m_status, &StatusLine::tell);
    connect(m_session, &session::DocumentSession::editRefused, m_status, &StatusLine::tell);
    connect(m_session, &session::DocumentSession::stepApplied, this, &MainWindow::showStep);
    connect(m_start, &StartPage::templateChosen, m_files, &FileCommands::openBundled);
    connect(m_start, &StartPage::exampleChosen, m_files, &FileCommands::openBundled);
    connect(m_start, &StartPage::fileChosen, m_files, &FileCommands::open);
    connect(m_start, &StartPage::openAsked, m_files, &FileCommands::openByDialog);
    connect(m_rail, &Rail::chosen, this, &MainWindow::showEditor);
    connect(m_views, &ViewCommands::editorChosen, this, &MainWindow::showEditor);
    connect(m_views->inspectorAction, &QAction::toggled, this, &MainWindow::settleInspector);
    connectDock();
    connect(m_views->darkAction, &QAction::toggled, this,
            [this](bool isDark) { setTheme(isDark ? render::ThemeKind::dark : render::ThemeKind::light); });
    connect(m_inspector, &panels::Inspector::goTo, this, &MainWindow::goTo);
    connect(m_search, &SearchField::chosen, this, &MainWindow::goTo);
    m_search->setCommands([this] {
        m_highlight->fill();
        return allCommands();
    });
    connect(m_editors, &EditorShelf::made, this,
            [this](int index, adapters::Editor* editor) { takeEditor(index, *editor); });
    // The other editors are made behind what is seen first.
    centralWidget()->installEventFilter(this);
}

bool MainWindow::eventFilter(QObject* watched, QEvent* event) {
    if (watched == centralWidget() && event->type() == QEvent::Paint) {
        centralWidget()->removeEventFilter(this);
        m_editors->makeRestLater();
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::takeEditor(int index, adapters::Editor& editor) {
    m_editorStack->addWidget(&editor);
    addToMenus(index, editor);
    connect(&editor, &adapters::Editor::showAsked, this, &MainWindow::goTo);
    connect(&editor, &adapters::Editor::panelAsideChanged, this, &MainWindow::settleInspector);
    connect(&editor, &adapters::Editor::findingsAsked, this, &MainWindow::showFindingsOf);
    connect(&editor, &adapters::Editor::homeAsked, this, [this](const AnyId& id) {
        for (int i = 0; i < m_editors->count(); ++i)
            if (model::contains(m_editors->facts(i).kinds, model::kindOf(id).value_or(model::Kind::plan))) {
                showEditor(i);
                return goTo(id);
            }
    });
    connect(&editor, &adapters::Editor::zoomChanged, this, [this, index](int percent) {
        if (m_current == index) m_status->setZoom(percent);
    });
    connect(&editor, &adapters::Editor::questionChanged, this, [this, index, shown = &editor] {
        if (m_current == index) m_question->show(*shown);
    });
}

void MainWindow::showWorkspace() {
    m_pages->setCurrentWidget(m_workspace);
    setPlanCommandsEnabled(true);
    m_status->setHasPlan(true);
    m_search->setPlaceholderText(tr("Find anything, or type a command"));
    showEditor(std::max(0, currentEditor()));
    refreshTitle();
}

void MainWindow::showStart() {
    m_pages->setCurrentWidget(m_start);
    setPlanCommandsEnabled(false);
    m_status->setHasPlan(false);
    m_search->setPlaceholderText(tr("Type a command"));
    refreshTitle();
}

void MainWindow::setPlanCommandsEnabled(bool isEnabled) {
    for (QWidget* button : m_planButtons) button->setEnabled(isEnabled);
    for (QMenu* menu : m_planMenus) menu->menuAction()->setEnabled(isEnabled);
    for (QAction* action : m_views->editorActions) action->setEnabled(isEnabled);
}

void MainWindow::refreshTitle() {
    const bool isOpen = hasPlan();
    m_files->saveAction->setEnabled(isOpen);
    m_files->saveAsAction->setEnabled(isOpen);
    m_files->closeAction->setEnabled(isOpen);
    if (!isOpen) {
        m_fileName->clear();
        setWindowTitle(tr("Flowspine"));
        setWindowModified(false);
        return;
    }
    constexpr qsizetype longestName = 100;
    const QString name = adapters::oneLine(m_files->file().name().left(longestName));
    m_fileName->setText(name);
    m_fileName->setFixedWidth(m_fileName->sizeHint().width());
    menuBar()->setCornerWidget(m_fileName); // makes room for the new name
    m_fileName->setToolTip(adapters::plainTip(homeRelative(m_files->file().path())));
    setWindowTitle(tr("%1[*] - Flowspine").arg(name));
    setWindowModified(m_session->isModified());
}

void MainWindow::showEditor(int index) {
    if (index < 0 || index >= m_editors->count()) return;
    m_session->settleGesture();
    adapters::Editor& editor = m_editors->editor(index);
    m_current = index;
    m_editorStack->setCurrentWidget(&editor);
    m_question->show(editor);
    m_rail->setCurrent(index);
    m_views->editorActions[static_cast<std::size_t>(index)]->setChecked(true);
    m_status->setZoom(editor.zoomPercent());
    settleInspector();
    editor.setFocus(Qt::OtherFocusReason);
}

void MainWindow::settleInspector() {
    const adapters::Editor* const editor = m_editors->count() == 0 ? nullptr : m_editors->madeEditor(m_current);
    m_inspector->setVisible(m_views->inspectorAction->isChecked() && !(editor != nullptr && editor->hasPanelAside()));
}

int MainWindow::editorFor(const AnyId& id) const {
    const auto shows = [this](int index, Kind kind) {
        return index < m_editors->count() && model::contains(m_editors->facts(index).kinds, kind);
    };
    for (AnyId at = id; at; at = m_session->index().ownerOf(at)) {
        const std::optional<Kind> kind = model::kindOf(at);
        if (!kind || *kind == Kind::plan) break;
        if (shows(currentEditor(), *kind)) return currentEditor();
        for (int i = 0; i < m_editors->count(); ++i)
            if (shows(i, *kind)) return i;
    }
    return -1;
}

void MainWindow::goTo(const AnyId& id) {
    if (!m_session->live().contains(id)) return;
    m_session->select(id);
    const int index = editorFor(id);
    if (index < 0) {
        m_views->inspectorAction->setChecked(true);
        return;
    }
    if (index != currentEditor()) showEditor(index);
    m_editors->editor(index).reveal(id);
}

// One undo stack serves all editors: a step that changed something elsewhere is shown where it happened.
void MainWindow::showStep(const diff::ModelDiff& difference) {
    AnyId elsewhere;
    for (const diff::EntityChange& change : difference.changes) {
        if (change.isRemoved()) continue;
        const int index = editorFor(change.id);
        if (index == currentEditor() && index >= 0) {
            m_editors->editor(index).reveal(change.id);
            return;
        }
        if (elsewhere.isEmpty() && index >= 0) elsewhere = change.id;
    }
    if (elsewhere.isEmpty()) return;
    const int index = editorFor(elsewhere);
    showEditor(index);
    m_editors->editor(index).reveal(elsewhere);
}

void MainWindow::rename() {
    if (!hasPlan()) return;
    if (m_editors->editor(m_current).renameSelected()) return;
    m_views->inspectorAction->setChecked(true);
    m_inspector->editTitle();
}

void MainWindow::setTheme(render::ThemeKind kind) {
    // Who holds the old theme takes the new one before the old one goes.
    auto theme = std::make_unique<render::Theme>(kind);
    for (adapters::Editor* editor : m_editors->madeEditors()) editor->setTheme(*theme);
    m_start->setTheme(*theme);
    m_banner->setTheme(*theme);
    m_theme = std::move(theme);
    QApplication::setPalette(m_theme->palette());
    m_views->darkAction->setChecked(kind == render::ThemeKind::dark);
}

void MainWindow::closeEvent(QCloseEvent* event) {
    // With unsaved changes this may come true only after a save; then the window closes by itself.
    if (!m_mayClose)
        m_files->leavePlan([this] {
            m_mayClose = true;
            QMetaObject::invokeMethod(this, &QWidget::close, Qt::QueuedConnection);
        });
    if (!m_mayClose) {
        event->ignore();
        return;
    }
    storeSettings();
    event->accept();
}

void MainWindow::dragEnterEvent(QDragEnterEvent* event) {
    if (!droppedPlan(*event->mimeData()).isEmpty()) event->acceptProposedAction();
}

void MainWindow::dropEvent(QDropEvent* event) {
    const QString path = droppedPlan(*event->mimeData());
    if (path.isEmpty()) return;
    event->acceptProposedAction();
    m_files->open(path);
}

} // namespace flowspine::app
