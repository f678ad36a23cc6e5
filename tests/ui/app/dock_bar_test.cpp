#include "app/dock_bar.h"

#include "exchange/health_report.h"
#include "ui/support/test_window.h"

#include <QFile>
#include <QSettings>
#include <QTest>

#include <catch2/catch.hpp>

using namespace flowspine;
using test::TestWindow;

namespace {

// The line of tabs, which is the first thing in the dock.
QWidget& barOf(app::DockBar& dock) {
    auto* const bar = qobject_cast<QWidget*>(dock.children().front());
    REQUIRE(bar != nullptr);
    return *bar;
}

// Drags with the left button from the middle of the empty part of the line.
void drag(QWidget& bar, int by) {
    const QPoint from(bar.width() / 2, bar.height() / 2);
    QTest::mousePress(&bar, Qt::LeftButton, {}, from);
    QMouseEvent move(QEvent::MouseMove, QPointF(from), bar.mapToGlobal(QPointF(from)) + QPointF(0, by), Qt::NoButton,
                     Qt::LeftButton, {});
    QCoreApplication::sendEvent(&bar, &move);
    QTest::mouseRelease(&bar, Qt::LeftButton, {}, from);
}

} // namespace

TEST_CASE("dragging the line of tabs makes the panels higher, and the next window remembers it") {
    TestWindow t;
    t.openExample();
    app::DockBar& dock = t.window->dockBar();
    dock.showPanel(0);
    const int before = dock.panelHeight();
    drag(barOf(dock), -60);
    CHECK(dock.panelHeight() == before + 60);
    drag(barOf(dock), 5000);
    CHECK(dock.panelHeight() >= 100);
    drag(barOf(dock), -5000);
    CHECK(dock.panelHeight() < t.window->height());
    const int last = dock.panelHeight();
    REQUIRE(t.window->close());
    CHECK(QSettings().value("window/dockHeight").toInt() == last);
}

TEST_CASE("a folded dock cannot be dragged") {
    TestWindow t;
    t.openExample();
    app::DockBar& dock = t.window->dockBar();
    dock.showPanel(-1);
    const int before = dock.panelHeight();
    drag(barOf(dock), -60);
    CHECK(dock.panelHeight() == before);
    CHECK(dock.shownPanel() == -1);
}

TEST_CASE("the findings write the health of the plan as a document") {
    TestWindow t;
    t.openExample();
    t.window->dockBar().showPanel(0);
    t.dialogs->savePath = t.path(QStringLiteral("health.md"));
    emit t.window->findings().reportAsked();
    QFile file(t.dialogs->savePath);
    REQUIRE(QTest::qWaitFor([&] { return file.exists(); }, 5000));
    REQUIRE(file.open(QIODevice::ReadOnly));
    const analysis::Evaluation evaluation = analysis::Evaluation::of(t.session().committed(), t.session().today());
    CHECK(file.readAll().toStdString() == exchange::healthMarkdown(exchange::healthReport(evaluation)));
}
