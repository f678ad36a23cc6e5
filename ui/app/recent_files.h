// Plans that were opened or saved lately, the latest first; kept in the user's settings.
#pragma once

#include <QDateTime>
#include <QObject>
#include <QString>

#include <vector>

namespace flowspine::app {

class RecentFiles final : public QObject {
    Q_OBJECT

  public:
    struct Entry {
        QString path;
        QString planName; // as it was then
        QDateTime when;
    };

    explicit RecentFiles(QObject* parent = nullptr);

    [[nodiscard]] const std::vector<Entry>& entries() const { return m_entries; }
    void note(const QString& path, const QString& planName);
    void forget(const QString& path);

  signals:
    void changed();

  private:
    void store() const;

    std::vector<Entry> m_entries;
};

// "~/plans/permit.flowspine"
[[nodiscard]] QString homeRelative(const QString& path);

} // namespace flowspine::app
