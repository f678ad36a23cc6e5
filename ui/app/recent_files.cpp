#include "app/recent_files.h"

#include <QDir>
#include <QSettings>

#include <algorithm>

namespace flowspine::app {

namespace {

constexpr std::size_t mostEntries = 10;
constexpr qsizetype longestName = 200;

QString settingsKey() {
    return QStringLiteral("recentFiles");
}

} // namespace

RecentFiles::RecentFiles(QObject* parent) : QObject(parent) {
    QSettings settings;
    const int size = settings.beginReadArray(settingsKey());
    for (int i = 0; i < size && m_entries.size() < mostEntries; ++i) {
        settings.setArrayIndex(i);
        Entry entry{settings.value("path").toString(), settings.value("plan").toString(),
                    settings.value("when").toDateTime()};
        if (!entry.path.isEmpty()) m_entries.push_back(std::move(entry));
    }
    settings.endArray();
}

void RecentFiles::note(const QString& path, const QString& planName) {
    std::erase_if(m_entries, [&](const Entry& each) { return each.path == path; });
    m_entries.insert(m_entries.begin(), Entry{path, planName.left(longestName), QDateTime::currentDateTime()});
    if (m_entries.size() > mostEntries) m_entries.resize(mostEntries);
    store();
    emit changed();
}

void RecentFiles::forget(const QString& path) {
    std::erase_if(m_entries, [&](const Entry& each) { return each.path == path; });
    store();
    emit changed();
}

void RecentFiles::store() const {
    QSettings settings;
    settings.beginWriteArray(settingsKey(), static_cast<int>(m_entries.size()));
    for (int i = 0; i < static_cast<int>(m_entries.size()); ++i) {
        const Entry& entry = m_entries[static_cast<std::size_t>(i)];
        settings.setArrayIndex(i);
        settings.setValue("path", entry.path);
        settings.setValue("plan", entry.planName);
        settings.setValue("when", entry.when);
    }
    settings.endArray();
}

QString homeRelative(const QString& path) {
    const QString home = QDir::homePath() + QLatin1Char('/');
    return path.startsWith(home) ? QStringLiteral("~/") + path.mid(home.size()) : path;
}

} // namespace flowspine::app
