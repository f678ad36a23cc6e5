#include "app/file_commands.h"

#include "edit/entity_edit.h"
#include "project/model_writer.h"
#include "ui/support/test_window.h"

#include <QFile>
#include <QTest>

#include <catch2/catch.hpp>

using namespace flowspine;
using app::Dialogs;
using model::Model;
using test::TestWindow;

namespace {

QByteArray contentOf(const QString& path) {
    QFile file(path);
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll();
}

void rename(session::DocumentSession& session, const std::string& name) {
    const auto edit = [&](const Model& plan) { return edit::setField(plan, plan.plan().id, "name", name); };
    REQUIRE(session.commit(QStringLiteral("Rename"), edit));
}

std::string planName(session::DocumentSession& session) {
    return session.committed().plan().name;
}

} // namespace

TEST_CASE("saving writes the plan, in a worker, and the plan is no longer modified") {
    TestWindow t;
    t.openExample();
    rename(t.session(), "Other name");
    CHECK(t.window->isWindowModified());
    t.window->files().save();
    CHECK(t.window->files().file().isSaving());
    CHECK(t.window->statusLine().savedText() == QStringLiteral("Saving…"));
    REQUIRE(t.waitForSave());
    CHECK_FALSE(t.session().isModified());
    CHECK_FALSE(t.window->isWindowModified());
    CHECK(contentOf(t.window->files().file().path()).toStdString() == project::writeModel(t.session().committed()));
    CHECK(t.window->files().recent().entries().front().planName == QStringLiteral("Other name"));
}

TEST_CASE("a second save waits for the first, and both are written") {
    TestWindow t;
    t.openExample();
    rename(t.session(), "First");
    t.window->files().save();
    rename(t.session(), "Second");
    t.window->files().save();
    REQUIRE(QTest::qWaitFor([&] { return !t.window->files().file().isSaving() && !t.session().isModified(); }));
    CHECK(contentOf(t.window->files().file().path()).contains("\"name\": \"Second\""));
}

TEST_CASE("opening and saving without an edit leaves the same bytes") {
    TestWindow t;
    t.openExample();
    const QByteArray before = contentOf(t.window->files().file().path());
    t.window->files().save();
    REQUIRE(t.waitForSave());
    CHECK(contentOf(t.window->files().file().path()) == before);
}

TEST_CASE("a failed save says so in a banner, keeps the changes, and can go elsewhere") {
    TestWindow t;
    t.openExample();
    rename(t.session(), "Mine");
    t.dialogs->savePath = t.path(QStringLiteral("no-such-folder/plan.flowspine"));
    t.window->files().saveAs();
    REQUIRE(t.waitForSave());
    CHECK(t.session().isModified());
    REQUIRE(t.window->banner().isVisible());
    CHECK(t.window->banner().text().contains(QStringLiteral("no-such-folder")));
    REQUIRE(t.window->banner().buttons().size() == 2);

    t.dialogs->savePath = t.path(QStringLiteral("elsewhere"));
    t.window->banner().buttons()[1]->click();
    REQUIRE(t.waitForSave());
    CHECK_FALSE(t.session().isModified());
    CHECK(t.window->files().file().path() == t.path(QStringLiteral("elsewhere.flowspine")));
    CHECK_FALSE(t.window->banner().isVisible());
}

TEST_CASE("a file that somebody else changed is not overwritten without a word") {
    TestWindow t;
    t.openExample();
    const QString path = t.window->files().file().path();
    QByteArray theirs = contentOf(path);
    theirs.replace("\"Renovation permit\"", "\"Their name\"");
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write(theirs);
    file.close();
    rename(t.session(), "My name");
    t.window->files().save();
    REQUIRE(t.waitForSave());
    CHECK(contentOf(path) == theirs);
    CHECK(t.session().isModified());
    REQUIRE(t.window->banner().buttons().size() == 3);

    SECTION("reloading takes theirs, and undo brings mine back") {
        t.window->banner().buttons()[0]->click();
        CHECK(planName(t.session()) == "Their name");
        CHECK_FALSE(t.session().isModified());
        t.session().undo();
        CHECK(planName(t.session()) == "My name");
    }
    SECTION("overwriting keeps mine") {
        t.window->banner().buttons()[2]->click();
        REQUIRE(t.waitForSave());
        CHECK(contentOf(path).contains("My name"));
        CHECK_FALSE(t.session().isModified());
    }
}

TEST_CASE("closing with changes asks, naming the plan, and cancelling keeps everything") {
    TestWindow t;
    t.openExample();
    rename(t.session(), "Mine");
    t.dialogs->unsaved = Dialogs::Unsaved::cancel;
    CHECK_FALSE(t.window->close());
    CHECK(t.dialogs->unsavedAsked == 1);
    CHECK(t.dialogs->unsavedName == QStringLiteral("renovation-permit.flowspine"));
    CHECK(t.window->isVisible());
    CHECK(planName(t.session()) == "Mine");

    t.dialogs->unsaved = Dialogs::Unsaved::discard;
    CHECK(t.window->close());
    CHECK_FALSE(contentOf(t.path(QStringLiteral("renovation-permit.flowspine"))).contains("Mine"));
}

TEST_CASE("closing and saving closes once the file is written") {
    TestWindow t;
    t.openExample();
    rename(t.session(), "Mine");
    t.dialogs->unsaved = Dialogs::Unsaved::save;
    CHECK_FALSE(t.window->close());
    REQUIRE(QTest::qWaitFor([&] { return !t.window->isVisible(); }));
    CHECK(contentOf(t.path(QStringLiteral("renovation-permit.flowspine"))).contains("\"name\": \"Mine\""));
}

TEST_CASE("typing that is not settled counts as a change when closing") {
    TestWindow t;
    t.openExample();
    const auto gesture = t.session().beginGesture(QStringLiteral("Rename"));
    REQUIRE(gesture->preview(
        [](const Model& plan) { return edit::setField(plan, plan.plan().id, "name", std::string("Typed")); }));
    t.dialogs->unsaved = Dialogs::Unsaved::cancel;
    CHECK_FALSE(t.window->close());
    CHECK(t.dialogs->unsavedAsked == 1);
}

TEST_CASE("a file that cannot be opened leaves the open plan as it was and says where it is wrong") {
    TestWindow t;
    t.openExample();
    rename(t.session(), "Mine");
    t.dialogs->unsaved = Dialogs::Unsaved::discard;
    const QString bad = t.path(QStringLiteral("bad.flowspine"));
    QFile file(bad);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("{\n  \"format\": \"flowspine\",\n  \"formatVersion\": 1,\n  oops\n}\n");
    file.close();
    t.window->files().open(bad);
    CHECK(planName(t.session()) == "Mine");
    CHECK(t.session().isModified());
    REQUIRE(t.window->banner().isVisible());
    CHECK(t.window->banner().text().contains(QStringLiteral("bad.flowspine:4")));
}

TEST_CASE("a plan of a newer version opens to be read, and is never written over") {
    TestWindow t;
    const QString path = t.path(QStringLiteral("newer.flowspine"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    const QByteArray bytes =
        "{\n  \"format\": \"flowspine\",\n  \"formatVersion\": 99,\n  \"id\": \"plan-000000000001\",\n"
        "  \"name\": \"From tomorrow\"\n}\n";
    file.write(bytes);
    file.close();
    t.window->files().open(path);
    REQUIRE(t.window->hasPlan());
    CHECK(t.session().isReadOnly());
    CHECK(t.window->banner().isVisible());
    const base::Result<> refused = t.session().commit(QStringLiteral("Rename"), [](const Model& plan) {
        return edit::setField(plan, plan.plan().id, "name", std::string("x"));
    });
    CHECK_FALSE(refused);
    t.window->files().save();
    CHECK(contentOf(path) == bytes);
}

TEST_CASE("templates and examples open as copies without a file") {
    TestWindow t;
    t.window->files().openBundled(QStringLiteral(":/examples/renovation-permit.flowspine"));
    REQUIRE(t.window->hasPlan());
    CHECK_FALSE(t.window->files().file().hasPath());
    CHECK_FALSE(t.session().isModified());
    t.dialogs->savePath = t.path(QStringLiteral("copy.flowspine"));
    t.window->files().save();
    REQUIRE(t.waitForSave());
    CHECK(t.window->files().file().path() == t.dialogs->savePath);
    CHECK(QFile::exists(t.dialogs->savePath));
}

TEST_CASE("closing the plan shows the start page, and what was opened is listed there") {
    TestWindow t;
    t.openExample();
    t.window->files().closePlan();
    CHECK_FALSE(t.window->hasPlan());
    CHECK(t.session().live().entityCount() == 1);
    REQUIRE(t.window->files().recent().entries().size() == 1);
    CHECK(t.window->files().recent().entries().front().planName == QStringLiteral("Renovation permit"));
}
