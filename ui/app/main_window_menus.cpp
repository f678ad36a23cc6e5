// The menus of the window with the commands that are only there, and the list of keys.
#include "adapters/plain_text.h"
#include "app/main_window.h"
#include "app/picture_clipboard.h"
#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "model/naming.h"
#include "panels/kind_words.h"
#include "render/icon.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QHeaderView>
#include <QLabel>
#include <QMenu>
#include <QMenuBar>
#include <QSettings>
#include <QTableWidget>
#include <QVBoxLayout>

#include <array>

namespace flowspine::app {

using adapters::toQt;
using model::AnyId;
using model::Kind;
using model::Model;

namespace {

// What a plan owns besides the things that editors show.
constexpr std::array kindsOfPlan = {Kind::team,    Kind::role,     Kind::stakeholder, Kind::decisionRight,
                                    Kind::cadence, Kind::decision, Kind::commitment};

QString withoutMnemonic(QString text) {
    return text.remove(QLatin1Char('&'));
}

void collect(const QList<QAction*>& actions, QList<QAction*>& into) {
    for (QAction* action : actions) {
        if (action->isSeparator()) continue;
        if (const QMenu* const menu = action->menu<QMenu*>())
            collect(menu->actions(), into);
        else if (!into.contains(action))
            into += action;
    }
}

} // namespace

void MainWindow::copyPicture() {
    const adapters::Editor* editor = hasPlan() ? m_editors->madeEditor(m_current) : nullptr;
    const std::optional<view::Picture> picture = editor ? editor->pictureToCopy() : std::nullopt;
    if (!picture) return;
    QGuiApplication::clipboard()->setMimeData(pictureOnClipboard(*picture, editor->facts().title).release());
    m_status->tell(tr("Copied as a picture (SVG and PNG)."));
}

void MainWindow::makeMenus() {
    QMenu* const file = menuBar()->addMenu(tr("&File"));
    file->addActions({m_files->newAction, m_files->newFromTemplateAction, m_files->openAction});
    QMenu* const recent = file->addMenu(tr("Open recent"));
    connect(recent, &QMenu::aboutToShow, this, [this, recent] {
        recent->clear();
        for (const RecentFiles::Entry& entry : m_files->recent().entries()) {
            QString path = homeRelative(entry.path);
            path.replace(QLatin1Char('&'), QStringLiteral("&&"));
            connect(recent->addAction(path), &QAction::triggered, this,
                    [this, path = entry.path] { m_files->open(path); });
        }
        if (recent->isEmpty()) recent->addAction(tr("None yet"))->setEnabled(false);
    });
    file->addSeparator();
    file->addActions({m_files->saveAction, m_files->saveAsAction});
    file->addSeparator();
    QMenu* const exports = file->addMenu(render::icon(QStringLiteral("export")), tr("Export"));
    m_exports->fill(*exports);
    QAction* const print = file->addAction(render::icon(QStringLiteral("print")), tr("Print to PDF…"));
    print->setShortcut(QKeySequence::Print);
    connect(print, &QAction::triggered, this, [this] {
        const auto index = static_cast<std::size_t>(std::max(0, currentEditor()));
        if (hasPlan() && index < m_exports->viewActions.size()) m_exports->viewActions[index]->trigger();
    });
    file->addSeparator();
    file->addAction(m_files->closeAction);
    QAction* const quit = file->addAction(tr("Quit"));
    quit->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_Q));
    connect(quit, &QAction::triggered, this, &QWidget::close);

    QMenu* const edit = menuBar()->addMenu(tr("&Edit"));
    edit->addActions({m_edits->undoAction, m_edits->redoAction});
    edit->addSeparator();
    edit->addActions({m_edits->cutAction, m_edits->copyAction, m_edits->pasteAction, m_edits->duplicateAction,
                      m_edits->deleteAction});
    QAction* const copyPicture = edit->addAction(render::icon(QStringLiteral("export")), tr("Copy as picture"));
    copyPicture->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    connect(copyPicture, &QAction::triggered, this, &MainWindow::copyPicture);
    edit->addSeparator();
    edit->addAction(m_edits->renameAction);
    QAction* const find = edit->addAction(render::icon(QStringLiteral("search")), tr("Find…"));
    find->setShortcuts({QKeySequence(Qt::CTRL | Qt::Key_K), QKeySequence::Find});
    connect(find, &QAction::triggered, m_search, &SearchField::begin);

    QMenu* const views = menuBar()->addMenu(tr("&View"));
    m_viewMenu = views;
    for (QAction* show : m_views->editorActions) views->addAction(show);
    m_afterPages = views->addSeparator();
    views->addActions({m_views->zoomInAction, m_views->zoomOutAction, m_views->zoomNormalAction, m_views->fitAction});
    views->addSeparator();
    views->addActions(
        {m_views->inspectorAction, m_views->findingsAction, m_views->historyAction, m_views->impactAction});
    views->addMenu(m_highlight);
    views->addSeparator();
    views->addAction(m_views->darkAction);

    QMenu* const plan = menuBar()->addMenu(tr("&Plan"));
    QAction* const details = plan->addAction(render::icon(QStringLiteral("document")), tr("Plan details"));
    details->setShortcut(QKeySequence(Qt::CTRL | Qt::Key_I));
    connect(details, &QAction::triggered, this, [this] {
        m_session->select(session::Selection());
        m_views->inspectorAction->setChecked(true);
        m_inspector->editTitle();
    });
    plan->addSeparator();
    for (const Kind kind : kindsOfPlan) {
        QAction* const action = plan->addAction(render::icon(panels::iconNameOf(kind)),
                                                tr("Add %1").arg(toQt(model::entityType(kind).name)));
        connect(action, &QAction::triggered, this, [this, kind] { addToPlan(kind); });
    }

    // A menu shows no separator at its ends, nor two together.
    m_insertMenu = menuBar()->addMenu(tr("&Insert"));
    for (int i = 0; i < m_editors->count(); ++i) m_afterThings.push_back(m_insertMenu->addSeparator());

    QMenu* const review = menuBar()->addMenu(tr("&Review"));
    QAction* const comment =
        review->addAction(render::icon(QStringLiteral("comment")), tr("Comment on what is selected"));
    comment->setShortcut(QKeySequence(Qt::CTRL | Qt::ALT | Qt::Key_M));
    connect(comment, &QAction::triggered, this, &MainWindow::commentOnSelection);

    review->addSeparator();
    const auto addWalk = [&](const QString& text, int key, int by) {
        QAction* const walk = review->addAction(text);
        walk->setShortcut(QKeySequence(key));
        connect(walk, &QAction::triggered, this, [this, by] { walkFindings(by); });
    };
    addWalk(tr("Next finding"), Qt::Key_F8, 1);
    addWalk(tr("Previous finding"), QKeyCombination(Qt::SHIFT, Qt::Key_F8).toCombined(), -1);

    QMenu* const help = menuBar()->addMenu(tr("&Help"));
    QAction* const keys = help->addAction(tr("Keys"));
    keys->setShortcut(QKeySequence(Qt::Key_F1));
    connect(keys, &QAction::triggered, this, &MainWindow::showKeys);
    QAction* const about = help->addAction(tr("About Flowspine"));
    connect(about, &QAction::triggered, this, [this] {
        m_banner->show(Banner::Tone::info, tr("Flowspine %1, a designer for dynamic operating models. Free software "
                                              "under the MIT licence.")
                                               .arg(QStringLiteral(FLOWSPINE_VERSION)));
    });

    m_fileName = adapters::plainLabel({}, menuBar());
    m_fileName->setForegroundRole(QPalette::PlaceholderText);
    m_fileName->setContentsMargins(8, 0, 16, 0);
    m_fileName->setFixedHeight(24);
    menuBar()->setCornerWidget(m_fileName);

    m_planMenus = {exports, plan, m_insertMenu, review};
    addKeysToTips(allCommands());
}

void MainWindow::addToMenus(int index, adapters::Editor& editor) {
    const auto place = static_cast<std::size_t>(index);
    const QList<QAction*> pages = editor.pageActions();
    const bool isLast = place + 1 == m_views->editorActions.size();
    m_viewMenu->insertActions(isLast ? m_afterPages : m_views->editorActions[place + 1], pages);
    for (QAction* page : pages) connect(page, &QAction::triggered, this, [this, index] { showEditor(index); });
    const QList<QAction*> things = editor.thingsToAdd();
    m_insertMenu->insertActions(m_afterThings[place], things);
    addKeysToTips(pages + things);
}

void MainWindow::addKeysToTips(const QList<QAction*>& actions) {
    for (QAction* action : actions)
        if (!action->shortcut().isEmpty() && action->toolTip() == withoutMnemonic(action->text()))
            action->setToolTip(
                adapters::plainTip(tr("%1 (%2)").arg(withoutMnemonic(action->text()), action->shortcut().toString())));
}

void MainWindow::fillAddMenu(QMenu& menu) {
    menu.clear();
    if (m_editors->count() > 0) menu.addActions(m_editors->editor(m_current).thingsToAdd());
    menu.addSeparator();
    for (const Kind kind : kindsOfPlan) {
        QAction* const action = menu.addAction(render::icon(panels::iconNameOf(kind)), panels::KindWords::name(kind));
        connect(action, &QAction::triggered, this, [this, kind] { addToPlan(kind); });
    }
}

void MainWindow::addToPlan(Kind kind) {
    AnyId id;
    const auto edit = [&](const Model& model) -> base::Result<Model> {
        base::Result<edit::Added> added = edit::addNew(model, model.plan().id, kind, {}, m_session->ids());
        if (!added) return added.error();
        id = added->id;
        return std::move(added).value().model;
    };
    if (!m_session->commit(tr("Add %1").arg(toQt(model::entityType(kind).name)), edit)) return;
    goTo(id);
    m_views->inspectorAction->setChecked(true);
    m_inspector->editTitle();
}

void MainWindow::commentOnSelection() {
    const AnyId about =
        m_session->selection().isEmpty() ? m_session->live().plan().id : m_session->selection().primary();
    const QString author = QSettings().value("author", qEnvironmentVariable("USER")).toString();
    AnyId id;
    const auto edit = [&](const Model& model) {
        auto comment = std::make_shared<model::Comment>();
        comment->id = m_session->ids().next(model::idPrefix(Kind::comment));
        comment->about = about;
        comment->author = adapters::fromQt(author);
        comment->date = m_session->today();
        id = comment->id;
        return edit::add(model, model.plan().id, comment);
    };
    const QString name = toQt(model::fullName(m_session->live(), about));
    if (!m_session->commit(tr("Comment on %1").arg(name), edit)) return;
    m_session->select(id);
    m_views->inspectorAction->setChecked(true);
    if (panels::FieldWidget* const text = m_inspector->form()->fieldWidget("text"))
        text->setFocus(Qt::OtherFocusReason);
}

QList<QAction*> MainWindow::allCommands() const {
    QList<QAction*> all;
    collect(menuBar()->actions(), all);
    return all;
}

void MainWindow::showKeys() {
    QDialog dialog(this);
    dialog.setWindowTitle(tr("Keys"));
    dialog.resize(520, 640);
    QList<QAction*> actions = allCommands();
    actions.removeIf([](const QAction* action) { return action->shortcut().isEmpty(); });
    auto* const table = new QTableWidget(static_cast<int>(actions.size()), 2, &dialog);
    table->setHorizontalHeaderLabels({tr("Command"), tr("Key")});
    table->verticalHeader()->hide();
    table->horizontalHeader()->setSectionResizeMode(0, QHeaderView::Stretch);
    table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    table->setSelectionBehavior(QAbstractItemView::SelectRows);
    table->setShowGrid(false);
    table->setFrameShape(QFrame::NoFrame);
    for (int row = 0; row < table->rowCount(); ++row) {
        table->setItem(row, 0, new QTableWidgetItem(actions[row]->icon(), withoutMnemonic(actions[row]->text())));
        table->setItem(row, 1, new QTableWidgetItem(actions[row]->shortcut().toString(QKeySequence::NativeText)));
    }
    QLabel* const more = adapters::plainLabel(
        tr("In the pictures: arrows walk, Enter adds after, F2 names, Del deletes, Esc stops, Ctrl and the wheel zoom, "
           "the middle button or Space drags the paper.\n"
           "In a flow: Enter makes the next step, Ctrl+Enter the next one in a lane that you name, Ctrl and an arrow "
           "one "
           "in that direction, Ctrl+Left before. Tab ends a name. Ctrl+Shift+Enter gives a step to a lane that you "
           "name, "
           "Ctrl+Shift with Up or Down to the next lane. Ctrl+L starts a link: walk to its end, Enter links, R links "
           "as "
           "rework. Alt and arrows walk along links. T, D, W, S, J, X, E set the type."),
        &dialog);
    more->setWordWrap(true);
    more->setForegroundRole(QPalette::PlaceholderText);
    auto* const layout = new QVBoxLayout(&dialog);
    layout->addWidget(table, 1);
    layout->addWidget(more);
    dialog.exec();
}

void MainWindow::restoreSettings() {
    const QSettings settings;
    restoreGeometry(settings.value("window/geometry").toByteArray());
    m_splitter->restoreState(settings.value("window/splitter").toByteArray());
    m_views->inspectorAction->setChecked(settings.value("window/inspector", true).toBool());
    m_dock->setPanelHeight(settings.value("window/dockHeight", m_dock->panelHeight()).toInt());
    m_dock->showPanel(settings.value("window/dock", -1).toInt());
    const int editor = settings.value("window/editor", 0).toInt();
    if (editor >= 0 && editor < m_editors->count()) m_current = editor;
    m_views->darkAction->setChecked(m_theme->kind() == render::ThemeKind::dark);
}

void MainWindow::storeSettings() const {
    QSettings settings;
    settings.setValue("window/geometry", saveGeometry());
    settings.setValue("window/splitter", m_splitter->saveState());
    settings.setValue("window/inspector", m_views->inspectorAction->isChecked());
    settings.setValue("window/dock", m_dock->shownPanel());
    settings.setValue("window/dockHeight", m_dock->panelHeight());
    settings.setValue("window/editor", currentEditor());
    settings.setValue("window/dark", m_theme->kind() == render::ThemeKind::dark);
}

} // namespace flowspine::app
