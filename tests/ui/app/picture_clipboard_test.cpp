#include "app/picture_clipboard.h"

#include "ui/support/test_window.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QImage>

#include <catch2/catch.hpp>

using namespace flowspine;
using model::Kind;
using test::TestWindow;

namespace {

QAction* actionNamed(QWidget& window, const QString& words) {
    for (QAction* action : window.findChildren<QAction*>())
        if (action->text() == words) return action;
    FAIL("no action " << words.toStdString());
    return nullptr;
}

} // namespace

TEST_CASE("a flow is copied as SVG and PNG, and only the selected steps when there are any") {
    TestWindow t;
    t.openExample();
    t.window->showEditor(2);
    t.session().select(session::Selection());
    QAction* copy = actionNamed(*t.window, QStringLiteral("Copy as picture"));
    CHECK(copy->shortcut() == QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    copy->trigger();
    const QMimeData* all = QGuiApplication::clipboard()->mimeData();
    REQUIRE(all->hasImage());
    CHECK(all->hasFormat(QStringLiteral("image/png")));
    const QByteArray svg = all->data(QStringLiteral("image/svg+xml"));
    CHECK(svg.contains("Fire review"));
    CHECK(svg.contains("Zoning review"));
    const QSize whole = qvariant_cast<QImage>(all->imageData()).size();

    model::AnyId fire;
    t.session().live().forEach<model::Step>([&](const model::Step& step) {
        if (step.name == "Fire review") fire = step.id;
    });
    t.session().select(fire);
    copy->trigger();
    const QMimeData* one = QGuiApplication::clipboard()->mimeData();
    CHECK(one->data(QStringLiteral("image/svg+xml")).contains("Fire review"));
    CHECK_FALSE(one->data(QStringLiteral("image/svg+xml")).contains("Zoning review"));
    CHECK(qvariant_cast<QImage>(one->imageData()).width() < whole.width() / 4);
}
