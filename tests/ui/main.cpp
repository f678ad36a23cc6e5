// The main of ui_tests: one offscreen QApplication, and a home of its own so that no test reads or writes the user's
// settings, recent files or recovery data.
#define CATCH_CONFIG_RUNNER
#include "app/flowspine_style.h"

#include <QApplication>
#include <QDir>
#include <QLocale>
#include <QTemporaryDir>

#include <catch2/catch.hpp>

#include <cstdlib>

int main(int argc, char** argv) {
    const QTemporaryDir home(QDir::tempPath() + QStringLiteral("/flowspine-ui-tests-XXXXXX"));
    if (!home.isValid()) {
        qCritical("ui_tests: cannot make a temporary home: %s", qUtf8Printable(home.errorString()));
        return EXIT_FAILURE;
    }

    // Read by Qt when it first needs them, so they are set before anything else.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    qputenv("QT_HASH_SEED", "0");
    qputenv("QT_SCALE_FACTOR", "1");
    qputenv("TZ", "UTC");
    qputenv("HOME", home.path().toUtf8());
    for (const char* folder :
         {"XDG_CONFIG_HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CACHE_HOME", "XDG_RUNTIME_DIR"}) {
        const QString path = home.filePath(QString::fromLatin1(folder).toLower());
        QDir().mkpath(path);
        QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
        qputenv(folder, path.toUtf8());
    }

    QLocale::setDefault(QLocale::c());
    QApplication app(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Flowspine"));
    QApplication::setApplicationName(QStringLiteral("Flowspine"));
    flowspine::app::FlowspineStyle::install();

    return Catch::Session().run(argc, argv);
}
