#include "adapters/picture_editor.h"
#include "edit/entity_edit.h"
#include "model/impact.h"
#include "model/matching.h"
#include "ui/support/test_window.h"

#include <QTest>
#include <QTimer>

#include <catch2/catch.hpp>

#include <set>

using namespace flowspine;
using base::AnyId;
using model::Id;
using model::Kind;
using test::TestWindow;

namespace {

// Of all pictures of an editor that are shown.
struct Shown {
    std::set<AnyId> lit;
    std::set<AnyId> faded;
};

Shown shownIn(QWidget& editor) {
    Shown shown;
    for (auto* view : editor.findChildren<adapters::PictureView*>()) {
        if (!view->isVisible()) continue;
        for (QGraphicsItem* each : view->items())
            if (const auto* item = dynamic_cast<adapters::ShapeItem*>(each); item && item->id())
                (item->isFaded() ? shown.faded : shown.lit).insert(item->id());
    }
    return shown;
}

QAction* entry(TestWindow& t, const QString& words) {
    t.window->highlightMenu().fill();
    for (QAction* action : t.window->highlightMenu().findChildren<QAction*>())
        if (action->iconText() == words) return action;
    return nullptr;
}

} // namespace

TEST_CASE("highlighting an owner fades the rest in every editor and hides nothing") {
    TestWindow t;
    t.openExample();
    std::vector<std::size_t> before;
    for (int i = 0; i < 4; ++i) {
        t.window->showEditor(i);
        QApplication::processEvents();
        const Shown shown = shownIn(t.window->editor(i));
        CHECK(shown.faded.empty());
        before.push_back(shown.lit.size());
    }
    const Id<model::Role> role = t.session().live().plan().roles[1];
    const model::Role& named = *t.session().live().find(role);
    QAction* action = entry(t, QStringLiteral("Owner: ") + QString::fromStdString(named.name));
    REQUIRE(action);
    action->trigger();
    const std::vector<AnyId> owned = model::ownedBy(t.session().live(), t.session().index(), role);
    for (int i = 0; i < 4; ++i) {
        t.window->showEditor(i);
        QApplication::processEvents();
        const Shown shown = shownIn(t.window->editor(i));
        CHECK_FALSE(shown.faded.empty());
        CHECK(shown.lit.size() + shown.faded.size() >= before[static_cast<std::size_t>(i)]);
        for (const AnyId& id : owned) CHECK_FALSE(shown.faded.contains(id));
    }
    // The same entry again puts the light out.
    entry(t, QStringLiteral("Owner: ") + QString::fromStdString(named.name))->trigger();
    QApplication::processEvents();
    CHECK(shownIn(t.window->editor(3)).faded.empty());
}

TEST_CASE("an edit under the light lights what came to match, and another plan puts it out") {
    TestWindow t;
    t.openExample();
    t.window->showEditor(1);
    const AnyId item = t.first(Kind::spineItem);
    t.session().spotlight().light(QStringLiteral("Tag: pilot"), [](const auto& model, const auto&, const auto&) {
        return model::tagged(model, "pilot");
    });
    CHECK(t.session().spotlight().matches() == 0);
    CHECK(t.session().spotlight().fades(item));
    REQUIRE(t.session().commit(QStringLiteral("Tag it"), [&](const model::Model& model) {
        return edit::setField(model, item, "tags", std::vector<std::string>{"pilot"});
    }));
    CHECK(t.session().spotlight().matches() == 1);
    QApplication::processEvents();
    const Shown shown = shownIn(t.window->editor(1));
    CHECK(shown.lit.contains(item));
    CHECK_FALSE(shown.faded.empty());
    t.session().open(model::makeEmptyModel(AnyId("plan-1"), "Another"));
    CHECK_FALSE(t.session().spotlight().isOn());
}

TEST_CASE("the impact panel lists who refers to the selection, follows it, and lights it") {
    TestWindow t;
    t.openExample();
    t.window->showEditor(2);
    t.window->dockBar().showPanel(2);
    const AnyId role = t.session().live().plan().roles[1];
    t.session().select(role);
    panels::ImpactPanel& panel = t.window->impact();
    const std::vector<AnyId> referrers = model::referrersOf(t.session().live(), t.session().index(), role);
    REQUIRE(panel.rows().size() == referrers.size());
    for (const panels::ImpactRow& row : panel.rows()) {
        const bool isAssignment = model::kindOf(row.id) == Kind::assignment;
        CHECK(row.ifRemoved == (isAssignment ? QStringLiteral("goes too") : QStringLiteral("stays without it")));
    }
    CHECK(panel.words().startsWith(QString::number(referrers.size())));
    panel.lightButton().click();
    for (const AnyId& id : referrers) CHECK(t.session().spotlight().lit().contains(id));
    t.session().select(t.first(Kind::spineItem));
    CHECK_FALSE(t.session().spotlight().fades(t.first(Kind::spineItem)));
    // Another highlight takes the light over.
    t.session().spotlight().light(QStringLiteral("Other"),
                                  [](const auto&, const auto&, const auto&) { return std::vector<AnyId>(); });
    CHECK_FALSE(panel.lightButton().isChecked());
    CHECK(t.session().spotlight().words() == QStringLiteral("Other"));
}

TEST_CASE("the search finds entries to highlight and things by any of their words") {
    TestWindow t;
    t.openExample();
    t.window->search().begin();
    QTest::keyClicks(&t.window->search(), QStringLiteral("Owner: Lead"));
    CHECK(t.window->search().found().rowCount() > 0);
    CHECK(t.window->search().found().item(0)->text().startsWith(QStringLiteral("Owner: Lead")));
}

TEST_CASE("the search finds things by what is written in them, after those that are called so") {
    TestWindow t;
    t.openExample();
    const AnyId item = t.first(Kind::spineItem);
    REQUIRE(t.session().commit(QStringLiteral("Set"), [&](const model::Model& model) {
        return edit::setField(model, item, "rationale", std::string("Because the quagga committee\nsaid so"));
    }));
    const std::string title = t.session().live().find(Id<model::SpineItem>(item))->title;
    t.window->search().begin();
    QTest::keyClicks(&t.window->search(), QStringLiteral("quagga said"));
    REQUIRE(t.window->search().found().rowCount() == 1);
    const QString words = t.window->search().found().item(0)->text();
    CHECK(words.startsWith(QString::fromStdString(title)));
    CHECK(words.contains(QStringLiteral("quagga committee")));
    t.session().select(session::Selection());
    QTest::keyClick(&t.window->search(), Qt::Key_Return);
    CHECK(t.session().selection().primary() == item);
    CHECK(t.window->currentEditor() == 1);
}
