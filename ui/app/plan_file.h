// The file behind the session's plan: opening, saving in a worker thread, and telling when that fails. Nothing here
// shows a widget, and nothing but a save the user asked for writes.
#pragma once

#include "base/result.h"
#include "project/project_file.h"
#include "session/document_session.h"

#include <QFutureWatcher>
#include <QObject>
#include <QString>
#include <QTime>

#include <filesystem>
#include <optional>

namespace flowspine::app {

[[nodiscard]] std::filesystem::path toPath(const QString& path);

class PlanFile final : public QObject {
    Q_OBJECT

  public:
    explicit PlanFile(session::DocumentSession& session, QObject* parent = nullptr);
    // Waits for a save under way: what was acknowledged or begun is on disk before the program ends.
    ~PlanFile() override;

    // Replaces the open plan. On an error everything stays as it was.
    base::Result<> open(const QString& path);
    // A plan without a file: a new one, or a copy of an example.
    base::Result<> openCopy(std::string_view bytes, const QString& name);
    // Back to an empty plan without a file; what was unsaved is gone.
    void close();
    // Reads the file again in place of the open plan, as a step that can be undone.
    base::Result<> reload();

    // Both give back at once; saved() or saveFailed() follows. While a save runs, the next one waits for its turn.
    // Precondition of save(): hasPath().
    void save();
    void saveAs(const QString& path);
    // As save(), over what somebody else wrote meanwhile.
    void overwrite();

    [[nodiscard]] bool hasPath() const { return !m_path.isEmpty(); }
    [[nodiscard]] QString path() const { return m_path; }
    // "permit.flowspine", or the name of the plan while it has no file.
    [[nodiscard]] QString name() const;
    [[nodiscard]] bool isSaving() const { return m_running.has_value(); }
    [[nodiscard]] QTime savedAt() const { return m_savedAt; }
    // For people, with their places: what was odd but readable when the file was opened.
    [[nodiscard]] const std::vector<base::Issue>& issues() const { return m_issues; }

  signals:
    // Path, name or saving state changed.
    void changed();
    void saved(const QStringList& warnings);
    // The plan is still modified and the old file is whole.
    void saveFailed(const flowspine::base::Error& error);

  private:
    struct Job {
        QString path;
        model::Model model;
        std::optional<project::ContentHash> expected;
    };

    void start(const QString& path, std::optional<project::ContentHash> expected);
    void finish();
    // Another plan is about to take the place of the one that a save under way belongs to.
    void finishSaving();
    void take(project::ReadModel content);

    session::DocumentSession& m_session;
    QFutureWatcher<base::Result<project::Saved>> m_watcher;
    QString m_path;
    QString m_copyName;
    std::optional<project::ContentHash> m_hash;
    std::optional<Job> m_running;
    std::function<void()> m_next;
    std::vector<base::Issue> m_issues;
    QTime m_savedAt;
};

} // namespace flowspine::app
