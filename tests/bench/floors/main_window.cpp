// The least that a designer costs until it is painted once: a window with menus, a tool bar, docks and a central view.
#include <QAction>
#include <QApplication>
#include <QDockWidget>
#include <QGraphicsTextItem>
#include <QGraphicsView>
#include <QLabel>
#include <QListWidget>
#include <QMainWindow>
#include <QMenuBar>
#include <QStatusBar>
#include <QTimer>
#include <QToolBar>

#include <cstdlib>

namespace {

// Ends the process when all was painted once; what happens after that, and taking it all down, is not part of the task.
class EndAfterPaint final : public QObject {
  public:
    using QObject::QObject;
    bool eventFilter(QObject* watched, QEvent* event) override {
        if (event->type() == QEvent::Paint) QTimer::singleShot(0, [] { std::_Exit(0); });
        return QObject::eventFilter(watched, event);
    }
};

} // namespace

int main(int argc, char** argv) {
    QApplication application(argc, argv);
    QApplication::setStyle(QStringLiteral("Fusion"));
    QMainWindow window;
    window.resize(1366, 768);
    for (const char* title : {"File", "Edit", "View", "Plan", "Window", "Help"}) {
        QMenu* menu = window.menuBar()->addMenu(QString::fromLatin1(title));
        for (int i = 0; i < 10; ++i) menu->addAction(QStringLiteral("Action %1").arg(i));
    }
    QToolBar* bar = window.addToolBar(QStringLiteral("Tools"));
    for (int i = 0; i < 12; ++i) bar->addAction(QStringLiteral("Tool %1").arg(i));
    for (const Qt::DockWidgetArea area : {Qt::LeftDockWidgetArea, Qt::RightDockWidgetArea, Qt::BottomDockWidgetArea}) {
        auto* dock = new QDockWidget(QStringLiteral("Dock"), &window);
        auto* list = new QListWidget(dock);
        for (int i = 0; i < 20; ++i) list->addItem(QStringLiteral("Row %1").arg(i));
        dock->setWidget(list);
        window.addDockWidget(area, dock);
    }
    QGraphicsScene scene;
    for (int i = 0; i < 100; ++i) {
        scene.addRect(i % 10 * 120, i / 10 * 80, 100, 60);
        scene.addText(QStringLiteral("Item %1").arg(i))->setPos(i % 10 * 120, i / 10 * 80);
    }
    auto* view = new QGraphicsView(&scene);
    window.setCentralWidget(view);
    window.statusBar()->showMessage(QStringLiteral("Ready"));
    EndAfterPaint end;
    view->viewport()->installEventFilter(&end);
    window.show();
    return QApplication::exec();
}
