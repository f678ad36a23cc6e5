#include "app/plan_file.h"

#include "adapters/plain_text.h"

#include <QFile>
#include <QFileInfo>
#include <QtConcurrentRun>

#include <utility>

namespace flowspine::app {

using adapters::toQt;

std::filesystem::path toPath(const QString& path) {
    return QFile::encodeName(path).toStdString();
}

PlanFile::PlanFile(session::DocumentSession& session, QObject* parent) : QObject(parent), m_session(session) {
    connect(&m_watcher, &QFutureWatcherBase::finished, this, &PlanFile::finish);
}

PlanFile::~PlanFile() {
    m_watcher.disconnect(this);
    m_watcher.waitForFinished();
}

void PlanFile::finishSaving() {
    while (isSaving()) {
        m_watcher.waitForFinished();
        finish();
    }
}

base::Result<> PlanFile::open(const QString& path) {
    finishSaving();
    const QString absolute = QFileInfo(path).absoluteFilePath();
    base::Result<project::OpenedFile> opened = project::openFile(toPath(absolute));
    if (!opened) return opened.error();
    m_path = absolute;
    m_copyName.clear();
    m_hash = opened->hash;
    m_savedAt = {};
    take(std::move(opened).value().content);
    emit changed();
    return base::Nothing{};
}

base::Result<> PlanFile::openCopy(std::string_view bytes, const QString& name) {
    finishSaving();
    base::Result<project::ReadModel> read = project::readModel(bytes);
    if (!read) return read.error();
    m_path.clear();
    m_copyName = name;
    m_hash.reset();
    m_savedAt = {};
    take(std::move(read).value());
    emit changed();
    return base::Nothing{};
}

void PlanFile::close() {
    finishSaving();
    m_path.clear();
    m_copyName.clear();
    m_hash.reset();
    m_savedAt = {};
    m_issues.clear();
    m_session.setReadOnly(false);
    m_session.open(model::makeEmptyModel(m_session.ids().next(model::idPrefix(model::Kind::plan)), {}));
    emit changed();
}

void PlanFile::take(project::ReadModel content) {
    m_issues = std::move(content.issues);
    m_session.setReadOnly(content.isNewerFormat);
    m_session.open(std::move(content.model));
}

base::Result<> PlanFile::reload() {
    finishSaving();
    base::Result<project::OpenedFile> opened = project::openFile(toPath(m_path));
    if (!opened) return opened.error();
    m_hash = opened->hash;
    m_issues = opened->content.issues;
    m_session.setReadOnly(opened->content.isNewerFormat);
    m_session.replaceBySaved(std::move(opened).value().content.model, tr("Reload %1").arg(name()));
    emit changed();
    return base::Nothing{};
}

void PlanFile::save() {
    start(m_path, m_hash);
}

void PlanFile::saveAs(const QString& path) {
    start(QFileInfo(path).absoluteFilePath(), std::nullopt);
}

void PlanFile::overwrite() {
    start(m_path, std::nullopt);
}

QString PlanFile::name() const {
    if (hasPath()) return QFileInfo(m_path).fileName();
    if (!m_copyName.isEmpty()) return m_copyName;
    const QString plan = toQt(m_session.committed().plan().name);
    return plan.isEmpty() ? tr("New plan") : plan;
}

void PlanFile::start(const QString& path, std::optional<project::ContentHash> expected) {
    if (isSaving()) {
        // The hash to expect is known only when the running save is through.
        const bool mayCheck = expected.has_value();
        m_next = [this, path, mayCheck] { start(path, mayCheck ? m_hash : std::nullopt); };
        return;
    }
    m_running = Job{path, m_session.beginSave(), expected};
    emit changed();
    m_watcher.setFuture(
        QtConcurrent::run([job = *m_running] { return project::savePlan(toPath(job.path), job.model, job.expected); }));
}

void PlanFile::finish() {
    if (!m_running) return;
    const Job job = *std::exchange(m_running, std::nullopt);
    const base::Result<project::Saved> result = m_watcher.result();
    const std::function<void()> next = std::exchange(m_next, nullptr);
    if (!result) {
        emit changed();
        if (next)
            next();
        else
            emit saveFailed(result.error());
        return;
    }
    m_path = job.path;
    m_hash = result->hash;
    m_savedAt = QTime::currentTime();
    m_session.markSaved(job.model);
    QStringList warnings;
    for (const std::string& warning : result->warnings) warnings += toQt(warning);
    emit changed();
    emit saved(warnings);
    if (next) next();
}

} // namespace flowspine::app
