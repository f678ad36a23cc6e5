#include "app/designer.h"

#include "app/editors.h"
#include "app/flowspine_style.h"
#include "app/main_window.h"

#include <QApplication>
#include <QIcon>

namespace flowspine::app {

int runDesigner(int& argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setOrganizationName(QStringLiteral("Flowspine"));
    QApplication::setApplicationName(QStringLiteral("Flowspine"));
    QApplication::setApplicationVersion(QStringLiteral(FLOWSPINE_VERSION));
    QApplication::setDesktopFileName(QStringLiteral("org.flowspine.Flowspine"));
    QApplication::setWindowIcon(QIcon(QStringLiteral(":/icons/flowspine.svg")));
    FlowspineStyle::install();

    MainWindow window({base::makeRandomIdGenerator(), std::make_unique<base::SystemClock>(),
                       std::make_unique<SystemDialogs>(), editorPlans()});
    // Qt has taken out its own arguments by now. Opened before it is shown, a plan costs no start page.
    for (const QString& argument : QApplication::arguments().mid(1))
        if (!argument.startsWith(QLatin1Char('-'))) {
            window.files().open(argument);
            break;
        }
    window.show();
    return QApplication::exec();
}

} // namespace flowspine::app
