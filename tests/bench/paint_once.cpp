#include "app/editors.h"
#include "app/flowspine_style.h"
#include "app/main_window.h"
#include "bench/process_rows.h"

#include <QApplication>
#include <QTimer>

#include <cstdlib>

namespace flowspine::bench {

namespace {

// Ends the process when the window was painted once, as the floor does.
class EndAfterPaint final : public QObject {
  public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, [] { std::_Exit(0); });
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

int paintOnce(int argc, char** argv) {
    QApplication application(argc, argv);
    app::FlowspineStyle::install();
    app::MainWindow window({base::makeRandomIdGenerator(), std::make_unique<base::SystemClock>(),
                            std::make_unique<app::SystemDialogs>(), app::editorPlans()});
    // In the designer's own order.
    window.files().open(QString::fromLocal8Bit(argv[argc - 1]));
    EndAfterPaint end;
    window.centralWidget()->installEventFilter(&end);
    window.show();
    return QApplication::exec();
}

} // namespace flowspine::bench
