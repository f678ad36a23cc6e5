#include "app/file_commands.h"

#include "adapters/plain_text.h"
#include "model/naming.h"
#include "render/icon.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <utility>

namespace flowspine::app {

using adapters::toQt;

namespace {

QString withEnding(const QString& path) {
    return QFileInfo(path).suffix().isEmpty() ? path + QStringLiteral(".flowspine") : path;
}

// "Renovation permit" -> "renovation-permit"
QString fileNameFor(const QString& planName) {
    static const QRegularExpression others(QStringLiteral("[^\\p{L}\\p{N}]+"));
    QString name = planName.left(60).toLower();
    name.replace(others, QStringLiteral("-"));
    while (name.startsWith(u'-')) name.remove(0, 1);
    while (name.endsWith(u'-')) name.chop(1);
    return name.isEmpty() ? QStringLiteral("plan") : name;
}

} // namespace

FileCommands::FileCommands(session::DocumentSession& session, Dialogs& dialogs, Banner& banner, QWidget& window)
    : QObject(&window), m_session(session), m_dialogs(dialogs), m_banner(banner), m_window(window), m_file(session) {
    newAction = makeAction(tr("New"), QStringLiteral("add"), QKeySequence::New, &FileCommands::newPlan);
    newFromTemplateAction =
        makeAction(tr("New from template or example…"), QStringLiteral("template"), {}, &FileCommands::closePlan);
    openAction = makeAction(tr("Open…"), QStringLiteral("folder"), QKeySequence::Open, &FileCommands::openByDialog);
    saveAction = makeAction(tr("Save"), QStringLiteral("save"), QKeySequence::Save, &FileCommands::save);
    saveAsAction =
        makeAction(tr("Save as…"), {}, QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), &FileCommands::saveAs);
    closeAction = makeAction(tr("Close plan"), {}, QKeySequence(Qt::CTRL | Qt::Key_W), &FileCommands::closePlan);
    connect(&m_file, &PlanFile::saved, this, &FileCommands::told);
    connect(&m_file, &PlanFile::saveFailed, this, &FileCommands::failed);
}

QAction* FileCommands::makeAction(const QString& text, const QString& iconName, const QKeySequence& keys,
                                  void (FileCommands::*act)()) {
    auto* const action = new QAction(text, this);
    if (!iconName.isEmpty()) action->setIcon(render::icon(iconName));
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, act);
    return action;
}

void FileCommands::newPlan() {
    leavePlan([this] { openBundledNow(QStringLiteral(":/templates/blank.flowspine"), tr("New plan")); });
}

void FileCommands::openByDialog() {
    const QString folder = m_file.hasPath() ? QFileInfo(m_file.path()).absolutePath() : QDir::homePath();
    const QString path = m_dialogs.fileToOpen(&m_window, folder);
    if (!path.isEmpty()) open(path);
}

void FileCommands::open(const QString& path) {
    leavePlan([this, path] { openNow(path); });
}

void FileCommands::openBundled(const QString& resourcePath) {
    leavePlan([this, resourcePath] { openBundledNow(resourcePath, {}); });
}

void FileCommands::closePlan() {
    leavePlan([this] {
        m_banner.dismiss();
        m_file.close();
        emit closed();
    });
}

void FileCommands::openNow(const QString& path) {
    const base::Result<> result = m_file.open(path);
    if (!result) {
        m_banner.show(Banner::Tone::failure, toQt(base::toText(result.error())),
                      {{tr("Open another…"), [this] { openByDialog(); }}});
        if (!QFileInfo::exists(path)) m_recent.forget(QFileInfo(path).absoluteFilePath());
        return;
    }
    m_recent.note(m_file.path(), toQt(model::shortName(m_session.live(), m_session.live().plan().id)));
    m_banner.dismiss();
    emit opened();
    sayWhatIsOdd();
}

void FileCommands::openBundledNow(const QString& resourcePath, const QString& name) {
    QFile file(resourcePath);
    if (!file.open(QIODevice::ReadOnly)) {
        m_banner.show(Banner::Tone::failure,
                      tr("This plan is not part of the installed program: %1").arg(resourcePath));
        return;
    }
    const QByteArray bytes = file.readAll();
    const base::Result<> result =
        m_file.openCopy(std::string_view(bytes.constData(), static_cast<std::size_t>(bytes.size())), name);
    if (!result) {
        m_banner.show(Banner::Tone::failure, toQt(base::toText(result.error())));
        return;
    }
    m_banner.dismiss();
    emit opened();
}

void FileCommands::sayWhatIsOdd() {
    if (m_session.isReadOnly()) {
        m_banner.show(Banner::Tone::warning,
                      tr("A newer version of Flowspine wrote “%1”. It can be read here, but not changed or saved: what "
                         "this version does not know would be lost.")
                          .arg(m_file.name()));
        return;
    }
    const std::vector<base::Issue>& issues = m_file.issues();
    if (issues.empty()) return;
    const QString first = toQt(base::toText(issues.front().error));
    m_banner.show(Banner::Tone::warning,
                  issues.size() == 1 ? first : tr("%1 And %2 more like it.").arg(first).arg(issues.size() - 1));
}

void FileCommands::save() {
    if (m_session.isReadOnly()) {
        sayWhatIsOdd();
        return;
    }
    if (!m_file.hasPath()) {
        saveAs();
        return;
    }
    m_attemptedPath = m_file.path();
    m_file.save();
}

void FileCommands::saveAs() {
    if (m_session.isReadOnly()) {
        sayWhatIsOdd();
        return;
    }
    const QString path = m_dialogs.fileToSave(&m_window, suggestedPath(), planFilter());
    if (path.isEmpty()) {
        m_afterSave = nullptr;
        return;
    }
    m_attemptedPath = withEnding(path);
    m_file.saveAs(m_attemptedPath);
}

QString FileCommands::suggestedPath() const {
    if (m_file.hasPath()) return m_file.path();
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    const QString planName = toQt(m_session.committed().plan().name);
    return QDir(folder).filePath(fileNameFor(planName) + QStringLiteral(".flowspine"));
}

void FileCommands::leavePlan(const std::function<void()>& then) {
    m_session.settleGesture();
    if (!m_session.isModified() && !m_file.isSaving()) {
        then();
        return;
    }
    if (m_session.isModified()) {
        switch (m_dialogs.unsavedChanges(&m_window, m_file.name())) {
        case Dialogs::Unsaved::cancel: return;
        case Dialogs::Unsaved::discard: then(); return;
        case Dialogs::Unsaved::save: break;
        }
    }
    m_afterSave = then;
    if (m_session.isModified()) save();
}

void FileCommands::told(const QStringList& warnings) {
    m_recent.note(m_file.path(), toQt(m_session.committed().plan().name));
    if (warnings.isEmpty())
        m_banner.dismiss();
    else
        m_banner.show(Banner::Tone::warning, warnings.join(QLatin1Char(' ')));
    if (const auto then = std::exchange(m_afterSave, nullptr)) {
        if (m_session.isModified())
            leavePlan(then);
        else
            then();
    }
}

void FileCommands::failed(const base::Error& error) {
    m_afterSave = nullptr;
    if (error.code == "changed-on-disk") {
        changedOnDisk();
        return;
    }
    m_banner.show(Banner::Tone::failure,
                  tr("%1 Your changes are still here, and what was on the disk is as it was: %2")
                      .arg(toQt(error.message), homeRelative(m_attemptedPath)),
                  {{tr("Retry"),
                    [this] {
                        if (m_attemptedPath == m_file.path())
                            m_file.save();
                        else
                            m_file.saveAs(m_attemptedPath);
                    }},
                   {tr("Save as…"), [this] { saveAs(); }}});
}

void FileCommands::changedOnDisk() {
    m_banner.show(
        Banner::Tone::warning,
        tr("Not saved: “%1” was changed by somebody else since it was opened here. Reload takes their version "
           "(undo brings yours back); Overwrite keeps yours and drops theirs.")
            .arg(m_file.name()),
        {{tr("Reload"), [this] { reload(); }}, {tr("Save as…"), [this] { saveAs(); }}, {tr("Overwrite"), [this] {
                                                                                            m_file.overwrite();
                                                                                        }}});
}

void FileCommands::reload() {
    const base::Result<> result = m_file.reload();
    if (!result) {
        m_banner.show(Banner::Tone::failure, toQt(base::toText(result.error())),
                      {{tr("Retry"), [this] { reload(); }}, {tr("Save as…"), [this] { saveAs(); }}});
        return;
    }
    sayWhatIsOdd();
}

} // namespace flowspine::app
