#include "ui/support/test_window.h"

#include "app/editors.h"

#include <QFile>
#include <QSettings>
#include <QTest>

#include <catch2/catch.hpp>

namespace flowspine::test {

TestWindow::TestWindow() {
    QSettings().clear();
    auto answered = std::make_unique<AnsweredDialogs>();
    dialogs = answered.get();
    window = std::make_unique<app::MainWindow>(app::MainWindow::Parts{
        std::make_unique<base::CountingIdGenerator>(1'000'000),
        std::make_unique<base::FixedClock>(*base::makeDate(2026, 11, 23)), std::move(answered), app::editorPlans()});
    window->resize(1366, 768);
    window->show();
    REQUIRE(QTest::qWaitForWindowExposed(window.get()));
    window->activateWindow();
}

void TestWindow::openExample(const QString& name) {
    const QString target = path(name + QStringLiteral(".flowspine"));
    REQUIRE(QFile::copy(QStringLiteral(":/examples/%1.flowspine").arg(name), target));
    REQUIRE(QFile::setPermissions(target, QFile::ReadOwner | QFile::WriteOwner));
    window->files().open(target);
    REQUIRE(window->hasPlan());
    QTest::qWait(1);
}

bool TestWindow::waitForSave() {
    return QTest::qWaitFor([this] { return !window->files().file().isSaving(); });
}

model::AnyId TestWindow::first(model::Kind kind) {
    const auto& rows = session().live().table(kind).rows();
    REQUIRE_FALSE(rows.empty());
    return rows.front()->id;
}

} // namespace flowspine::test
