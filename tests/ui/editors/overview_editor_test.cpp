#include "editors/overview/overview_editor.h"

#include "editor_bench.h"
#include "support/examples.h"

#include <QSignalSpy>

using namespace flowspine;
using base::AnyId;
using editors::OverviewEditor;
using model::Id;

namespace {

struct Overviewed {
    test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    test::EditorBench<OverviewEditor> bench{permit.model, {1500, 900}};

    [[nodiscard]] AnyId id(const char* key) const { return permit.ids.at(key); }
    [[nodiscard]] std::vector<std::string> shownTitles() const {
        std::vector<std::string> titles;
        if (const auto thread = bench.editor->shownThread())
            for (const std::size_t node : thread->nodes)
                titles.emplace_back(bench.editor->shown().sight.nodes[node].id.text());
        return titles;
    }
    [[nodiscard]] bool isOnThread(const char* key) const {
        const std::vector<std::string> titles = shownTitles();
        return std::find(titles.begin(), titles.end(), id(key).text()) != titles.end();
    }
};

} // namespace

TEST_CASE("the thread under the pointer is drawn, and goes with it") {
    Overviewed o;
    CHECK_FALSE(o.bench.editor->shownThread());
    o.bench.moveTo(o.bench.area("sight", o.id("C4")).center());
    CHECK(o.isOnThread("C4"));
    CHECK(o.isOnThread("O1"));
    CHECK_FALSE(o.isOnThread("O2"));
    CHECK_FALSE(o.bench.editor->pictureView().overlay().empty());
    CHECK(o.bench.editor->threadLine().contains(QStringLiteral("Loosens: Wet-stamp habit")));
    o.bench.moveTo({2, 2});
    CHECK_FALSE(o.bench.editor->shownThread());
    CHECK(o.bench.editor->pictureView().overlay().empty());
    CHECK(o.bench.editor->threadLine().isEmpty());
    CHECK(o.bench.undoCount() == 0);
}

TEST_CASE("a click holds the thread, another shows it under the pointer meanwhile, Esc lets go") {
    Overviewed o;
    o.bench.click(o.bench.area("sight", o.id("O4")).center());
    CHECK(o.bench.session.selection().primary() == o.id("O4"));
    o.bench.moveTo(o.bench.area("sight", o.id("C4")).center());
    CHECK(o.isOnThread("C4"));
    o.bench.moveTo({2, 2});
    CHECK(o.isOnThread("O4"));
    o.bench.key(Qt::Key_Escape);
    CHECK_FALSE(o.bench.editor->shownThread());
}

TEST_CASE("arrows walk the cards, Enter leads to where a thing is edited") {
    Overviewed o;
    o.bench.session.select(o.id("O1"));
    o.bench.key(Qt::Key_Down);
    CHECK(o.bench.session.selection().primary() == o.id("O2"));
    o.bench.key(Qt::Key_Right);
    CHECK(model::kindOf(o.bench.session.selection().primary()) == model::Kind::flow);
    AnyId shown;
    QObject::connect(o.bench.editor.get(), &adapters::Editor::showAsked, [&](const AnyId& id) { shown = id; });
    o.bench.key(Qt::Key_Return);
    CHECK(shown == o.bench.session.selection().primary());
    // Nothing is removed here.
    o.bench.key(Qt::Key_Delete);
    CHECK(o.bench.undoCount() == 0);
}

TEST_CASE("a broken thread is mended where it is seen") {
    Overviewed o;
    o.bench.click(o.bench.area("link-flow", o.id("O4")).center());
    const model::Flow& flow = *o.bench.live().find(o.bench.live().plan().flows[0]);
    o.bench.choose(QString::fromStdString(flow.name));
    CHECK(o.bench.live().find(Id<model::Flow>(flow.id))->outcomes.contains(Id<model::Outcome>(o.id("O4"))));
    CHECK(o.bench.undoCount() == 1);
    CHECK_FALSE(o.bench.hasArea("link-flow", o.id("O4")));

    o.bench.click(o.bench.area("add-experiment", o.id("C3")).center());
    CHECK(o.bench.undoCount() == 2);
    CHECK_FALSE(o.bench.hasArea("add-experiment", o.id("C3")));
    o.bench.checkPlan();
    o.bench.undo();
    o.bench.undo();
    CHECK(o.bench.hasArea("add-experiment", o.id("C3")));
}

TEST_CASE("keys turn to coverage and to the one page and back") {
    Overviewed o;
    o.bench.key(Qt::Key_2);
    CHECK(o.bench.editor->page() == OverviewEditor::Page::coverage);
    CHECK(o.bench.hasArea("show", o.id("O1")));
    o.bench.key(Qt::Key_3);
    CHECK(o.bench.editor->page() == OverviewEditor::Page::canvas);
    CHECK_FALSE(o.bench.editor->shownThread());
    o.bench.key(Qt::Key_1);
    CHECK(o.bench.hasArea("sight", o.id("O1")));
}

TEST_CASE("the overview follows what changes elsewhere") {
    Overviewed o;
    const auto rename = [&](const model::Model& model) {
        return edit::setField(model, o.id("O1"), "title", model::FieldValue(test::hostileName));
    };
    REQUIRE(o.bench.session.commit(QStringLiteral("Rename"), rename).hasValue());
    CHECK(o.bench.hasArea("sight", o.id("O1")));
    o.bench.editor->showOnlyBroken(true);
    CHECK_FALSE(o.bench.hasArea("sight", o.id("O1")));
    o.bench.editor->showOnlyBroken(false);
    o.bench.editor->showFuture(true);
    CHECK(o.bench.hasArea("sight", o.id("O1")));
}
