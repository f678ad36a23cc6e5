#include "app/export_commands.h"

#include "adapters/plain_text.h"
#include "app/picture_exporter.h"
#include "app/plan_file.h"
#include "cli/exported_view.h"
#include "exchange/svg_writer.h"
#include "project/project_file.h"
#include "render/icon.h"

#include <QActionGroup>
#include <QDir>
#include <QFileInfo>
#include <QSettings>
#include <QtConcurrentRun>

#include <array>
#include <utility>

namespace flowspine::app {

using adapters::fromQt;
using adapters::toQt;

namespace {

struct ViewEntry {
    const char* name;
    const char* icon;
    const char* title;
};

constexpr std::array<ViewEntry, 9> views = {{
    {"outcomes", "outcomes", QT_TRANSLATE_NOOP("ExportCommands", "Outcomes")},
    {"spine", "spine", QT_TRANSLATE_NOOP("ExportCommands", "Spine")},
    {"flows", "flows", QT_TRANSLATE_NOOP("ExportCommands", "Flows")},
    {"roadmap", "roadmap", QT_TRANSLATE_NOOP("ExportCommands", "Roadmap")},
    {"overview", "overview", QT_TRANSLATE_NOOP("ExportCommands", "Line of sight")},
    {"coverage", "matrix", QT_TRANSLATE_NOOP("ExportCommands", "Coverage")},
    {"canvas", "grid", QT_TRANSLATE_NOOP("ExportCommands", "One page")},
    {"decisions", "grid", QT_TRANSLATE_NOOP("ExportCommands", "Decision rights")},
    {"health", "findings", QT_TRANSLATE_NOOP("ExportCommands", "Plan health")},
}};

constexpr std::array<const char*, 3> paperNames = {"A4", "A3", "Letter"}; // in the order of view::Paper

struct Job {
    model::Model model;
    std::string view;
    view::PageSetup setup;
    QString path;
};

// On a worker thread. The ending of the path says what the file becomes.
base::Result<> drawAndWrite(const Job& job) {
    const base::Result<cli::ExportedView> exported = cli::findView(job.model, job.view);
    if (!exported) return exported.error();
    const QString ending = QFileInfo(job.path).suffix().toLower();
    if (ending == QLatin1String("md")) {
        const base::Result<std::string> text = cli::markdownOf(job.model, *exported, job.setup.stateOfPlan);
        return text ? project::writeFileSafely(toPath(job.path), *text) : base::Result<>(text.error());
    }
    const std::unique_ptr<cli::PictureExporter> pictures = startPictures();
    base::Result<std::string> bytes = std::string();
    if (ending == QLatin1String("pdf")) {
        bytes = pictures->pdf(cli::pagesOf(job.model, *exported, job.setup, pictures->measure()));
    } else {
        const view::Picture picture = cli::pictureOf(job.model, *exported, job.setup, pictures->measure());
        if (ending == QLatin1String("png")) {
            bytes = pictures->png(picture);
        } else if (ending == QLatin1String("svg")) {
            exchange::SvgOptions options;
            options.title = job.model.plan().name;
            options.iconText = [&pictures](std::string_view name) { return pictures->iconText(name); };
            bytes = exchange::svgText(picture, options);
        } else {
            bytes = base::failure("unknown-format",
                                  fromQt(ExportCommands::tr(
                                      "The file name has to end in .pdf, .svg or .png: that says what it becomes.")));
        }
    }
    if (!bytes) return bytes.error();
    return project::writeFileSafely(toPath(job.path), *bytes);
}

} // namespace

ExportCommands::ExportCommands(session::DocumentSession& session, Dialogs& dialogs, Banner& banner, QWidget& window,
                               std::function<QString()> suggestedPath)
    : QObject(&window), m_session(session), m_dialogs(dialogs), m_banner(banner), m_window(window),
      m_suggestedPath(std::move(suggestedPath)), m_portrait(new QAction(tr("Portrait"), this)) {
    for (const ViewEntry& entry : views) {
        const QString title = tr(entry.title);
        auto* const action = new QAction(render::icon(QLatin1String(entry.icon)), tr("%1…").arg(title), this);
        const QString name = QLatin1String(entry.name);
        action->setData(name);
        connect(action, &QAction::triggered, this, [this, name, title] { exportView(name, title); });
        viewActions.push_back(action);
    }
    const QSettings settings;
    auto* const papers = new QActionGroup(this);
    const int chosen = settings.value("export/paper", static_cast<int>(view::Paper::a3)).toInt();
    for (std::size_t i = 0; i < paperNames.size(); ++i) {
        auto* const action = new QAction(QLatin1String(paperNames[i]), this);
        action->setCheckable(true);
        action->setChecked(static_cast<int>(i) == chosen);
        papers->addAction(action);
        connect(action, &QAction::triggered, this, [i] { QSettings().setValue("export/paper", static_cast<int>(i)); });
        m_papers.push_back(action);
    }
    m_portrait->setCheckable(true);
    m_portrait->setChecked(settings.value("export/portrait", false).toBool());
    connect(m_portrait, &QAction::toggled, this,
            [](bool isPortrait) { QSettings().setValue("export/portrait", isPortrait); });
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &ExportCommands::finish);
}

ExportCommands::~ExportCommands() {
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

QAction* ExportCommands::viewAction(const QString& view) const {
    for (QAction* action : viewActions)
        if (action->data().toString() == view) return action;
    return nullptr;
}

void ExportCommands::fill(QMenu& menu) const {
    for (QAction* action : viewActions) menu.addAction(action);
    menu.addSeparator();
    QMenu* const paper = menu.addMenu(tr("Paper of PDF sheets"));
    for (QAction* action : m_papers) paper->addAction(action);
    paper->addSeparator();
    paper->addAction(m_portrait);
}

void ExportCommands::exportView(const QString& view, const QString& title) {
    if (m_watcher.isRunning()) {
        m_again = [this, view, title] { exportView(view, title); };
        return;
    }
    m_session.settleGesture();
    const QFileInfo plan(m_suggestedPath());
    const QString suggestion = plan.dir().filePath(QStringLiteral("%1-%2.pdf").arg(plan.completeBaseName(), view));
    QString filters = tr("PDF sheets (*.pdf);;SVG picture (*.svg);;PNG picture (*.png)");
    if (view == QLatin1String("health")) filters += tr(";;Markdown (*.md)");
    QString path = m_dialogs.fileToSave(&m_window, suggestion, filters);
    if (path.isEmpty()) return;
    if (QFileInfo(path).suffix().isEmpty()) path += QStringLiteral(".pdf");
    Job job;
    job.model = m_session.committed();
    job.view = fromQt(view);
    job.setup.isPortrait = m_portrait->isChecked();
    job.setup.stateOfPlan = m_session.today();
    for (std::size_t i = 0; i < m_papers.size(); ++i)
        if (m_papers[i]->isChecked()) job.setup.paper = static_cast<view::Paper>(i);
    job.path = path;
    m_path = path;
    m_watcher.setFuture(QtConcurrent::run([job] { return drawAndWrite(job); }));
}

void ExportCommands::finish() {
    const base::Result<> result = m_watcher.result();
    if (result)
        emit done(tr("Exported to %1").arg(m_path));
    else
        m_banner.show(Banner::Tone::failure, tr("Not exported: %1").arg(toQt(base::toText(result.error()))));
    if (const auto again = std::exchange(m_again, nullptr)) again();
}

} // namespace flowspine::app
