#include "editors/spine/teams_editor.h"

#include "base/clock.h"
#include "editor_bench.h"
#include "editors/spine/spine_editor.h"
#include "project/model_reader.h"
#include "project/model_writer.h"
#include "support/examples.h"
#include "support/json_references.h"
#include "ui/support/test_window.h"

#include <QAbstractProxyModel>

using namespace flowspine;
using base::AnyId;
using model::Id;
using model::Kind;
using model::Model;

namespace {

// The window of the permit plan with the teams page shown.
struct Page : test::TestWindow {
    editors::SpineEditor* spine = nullptr;

    Page() {
        openExample();
        window->showEditor(1);
        spine = dynamic_cast<editors::SpineEditor*>(&window->editor(1));
        REQUIRE(spine);
        spine->show(editors::SpineEditor::Page::teams);
        QApplication::processEvents();
    }
    [[nodiscard]] adapters::KindTable& teams() const { return spine->teams().teams(); }
    [[nodiscard]] adapters::KindTable& roles() const { return spine->teams().roles(); }
    [[nodiscard]] const Model& live() { return session().live(); }
    [[nodiscard]] int undoCount() { return session().undoStack().index(); }

    // As people do it: into the cell, new text, Enter.
    void typeInto(adapters::KindTable& table, const AnyId& id, int column, const QString& text) {
        QTableView& view = table.view();
        const auto* sorted = qobject_cast<const QAbstractProxyModel*>(view.model());
        const QModelIndex at = sorted->mapFromSource(table.rows().indexOf(id, column));
        REQUIRE(at.isValid());
        view.setCurrentIndex(at);
        view.edit(at);
        auto* line = view.findChild<QLineEdit*>();
        REQUIRE(line);
        line->setText(text);
        QTest::keyClick(line, Qt::Key_Return);
        QApplication::processEvents();
        QApplication::sendPostedEvents(nullptr, QEvent::DeferredDelete); // the field that is done
    }
};

} // namespace

TEST_CASE("a team is renamed once in its table and is called so everywhere") {
    Page page;
    const Id<model::Team> team = page.live().plan().teams[1];
    page.typeInto(page.teams(), team, 0, QString::fromStdString(test::hostileName));
    CHECK(page.live().find(team)->name == test::hostileName);
    CHECK(page.undoCount() == 1);
    page.typeInto(page.teams(), team, 2, QStringLiteral("4.5"));
    CHECK(page.live().find(team)->fte == 4.5);
    page.typeInto(page.teams(), team, 2, QStringLiteral("many"));
    CHECK(page.live().find(team)->fte == 4.5);
    page.typeInto(page.teams(), team, 1, QStringLiteral("Platform"));
    CHECK(page.live().find(team)->type == model::TeamType::platform);
    page.window->grab();
    CHECK(page.undoCount() == 3);
}

TEST_CASE("two teams become one that keeps every reference, as one undo step") {
    Page page;
    const Id<model::Team> from = page.live().plan().teams[1];
    const Id<model::Team> into = page.live().plan().teams[2];
    const Model before = page.live();
    const test::JsonReferences old(project::writeModel(before));
    page.session().select(from);
    REQUIRE(page.spine->teams().mergeSelected(into));
    CHECK(page.undoCount() == 1);
    CHECK_FALSE(page.live().contains(from));
    const test::JsonReferences json(project::writeModel(page.live()));
    std::set<std::pair<std::string, std::string>> expected;
    for (const AnyId& id : {AnyId(from), AnyId(into)})
        for (const auto& each : old.mentionsOf(std::string(id.text()))) expected.emplace(each.from, each.member);
    std::set<std::pair<std::string, std::string>> found;
    for (const auto& each : json.mentionsOf(std::string(into.text()))) found.emplace(each.from, each.member);
    CHECK(expected.size() > 4);
    CHECK(found == expected);
    CHECK(model::validate(page.live()).empty());
    page.session().undo();
    CHECK(page.live() == before);
}

TEST_CASE("roles merge, are added by typing and pasting, and are deleted after a question that lists who names them") {
    Page page;
    const std::size_t count = page.live().plan().roles.size();
    page.session().select(session::Selection({page.live().plan().roles[0], page.live().plan().roles[1]}));
    const AnyId kept = page.live().plan().roles[1];
    REQUIRE(page.spine->teams().mergeSelected(kept));
    CHECK(page.live().plan().roles.size() == count - 1);
    CHECK(page.session().selection().primary() == kept);

    QLineEdit& add = page.roles().addField();
    add.setFocus();
    QTest::keyClicks(&add, QStringLiteral("City manager"));
    QTest::keyClick(&add, Qt::Key_Return);
    CHECK(page.live().plan().roles.size() == count);
    QApplication::clipboard()->setText(test::twentyLines().join(u'\n'));
    QTest::keyClick(&add, Qt::Key_V, Qt::ControlModifier);
    CHECK(page.live().plan().roles.size() == count + 20);
    CHECK(page.undoCount() == 3);

    std::optional<adapters::RemovalQuestion> asked;
    page.roles().setRemovalAnswer([&](const adapters::RemovalQuestion& question) {
        asked = question;
        return true;
    });
    page.session().select(kept);
    REQUIRE(page.roles().removeSelected());
    REQUIRE(asked);
    CHECK(asked->effects.size() > 5);
    CHECK_FALSE(page.live().contains(kept));
}

TEST_CASE("the table sorts numbers as numbers, filters by words, and copies with headings") {
    Page page;
    page.teams().view().sortByColumn(3, Qt::DescendingOrder);
    const QAbstractItemModel& sorted = *page.teams().view().model();
    CHECK(sorted.index(0, 3).data().toString().toDouble() >= sorted.index(1, 3).data().toString().toDouble());
    CHECK(sorted.index(0, 3).data().toString().toDouble() >= 105);
    page.teams().setFilter(QStringLiteral("marshal"));
    CHECK(sorted.rowCount() == 1);
    page.session().select(session::Selection());
    const QStringList lines = page.teams().copiedText().split(u'\n');
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].startsWith(QStringLiteral("Name\tType\t")));
    CHECK(lines[1].startsWith(QStringLiteral("Fire marshal\t")));
}

TEST_CASE("owners, lanes and the search lead to the table of teams and roles") {
    Page page;
    const AnyId role = page.live().plan().roles[2];
    const AnyId team = page.live().plan().teams[2];
    page.window->showEditor(0);
    page.window->goTo(role);
    CHECK(page.window->currentEditor() == 1);
    CHECK(page.spine->page() == editors::SpineEditor::Page::teams);
    CHECK(page.roles().selected() == std::vector<AnyId>{role});

    page.spine->show(editors::SpineEditor::Page::matrix);
    page.window->showEditor(2);
    emit page.window->editor(2).homeAsked(team);
    CHECK(page.window->currentEditor() == 1);
    CHECK(page.spine->page() == editors::SpineEditor::Page::teams);
    CHECK(page.teams().selected() == std::vector<AnyId>{team});

    page.window->showEditor(3);
    page.window->search().begin();
    QTest::keyClicks(&page.window->search(), QStringLiteral("Teams and ro"));
    REQUIRE(page.window->search().found().rowCount() > 0);
    QTest::keyClick(&page.window->search(), Qt::Key_Return);
    CHECK(page.window->currentEditor() == 1);
}

TEST_CASE("before an edit of what cannot change the inspector says who says so and who refers to it") {
    Page page;
    page.spine->show(editors::SpineEditor::Page::matrix);
    int fixed = 0;
    for (const Id<model::SpineItem> id : page.live().plan().spine) {
        page.session().select(id);
        const model::SpineItem& item = *page.live().find(id);
        const QString words = page.window->inspector().fixedBand().words();
        CHECK(words.isEmpty() == (item.stability != model::Stability::cannotChange));
        if (words.isEmpty()) continue;
        ++fixed;
        CHECK(words.contains(QString::fromStdString(item.authority)));
        CHECK((words.contains(QStringLiteral("refer to it")) || words.contains(QStringLiteral("refers to it"))));
    }
    CHECK(fixed == 4);
}
