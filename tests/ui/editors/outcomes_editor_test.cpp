#include "editors/outcomes/outcomes_editor.h"

#include "edit/outcome_edit.h"
#include "editor_bench.h"

#include <QSignalSpy>

using namespace flowspine;
using base::AnyId;
using model::Id;
using model::Model;
using model::Outcome;
using model::Perspective;

namespace {

using Bench = test::EditorBench<editors::OutcomesEditor>;

struct Board {
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    std::vector<AnyId> outcomes; // three for people, one for the organisation
    AnyId constraint;
};

Board board() {
    Board made;
    base::CountingIdGenerator ids;
    for (const char* title : {"First", "Second", "Third"}) {
        auto added = edit::addOutcome(made.model, Perspective::peopleServed, title, ids);
        made.outcomes.push_back(added.value().id);
        made.model = added.value().model;
    }
    auto fourth = edit::addOutcome(made.model, Perspective::organisation, "Fourth", ids);
    made.outcomes.push_back(fourth.value().id);
    auto constraint = edit::addConstraintFor(fourth.value().model, Id<Outcome>(made.outcomes[0]), "Queue", ids);
    made.constraint = constraint.value().id;
    made.model = constraint.value().model;
    return made;
}

std::vector<std::string> titles(const Model& model, Perspective perspective) {
    std::vector<std::string> found;
    model.forEach(model.plan().outcomes, [&](const Outcome& outcome) {
        if (outcome.perspective == perspective) found.push_back(outcome.title);
    });
    return found;
}

using Titles = std::vector<std::string>;

} // namespace

TEST_CASE("typing lines into an empty board makes one outcome a line") {
    Bench bench;
    bench.click(bench.area("add", {}, "peopleServed").center());
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Decisions are quick"));
    bench.typeLine(QStringLiteral("Rules are clear"));
    CHECK(titles(bench.live(), Perspective::peopleServed) == Titles{"Decisions are quick", "Rules are clear"});
    CHECK(bench.text().isOpen());
    CHECK(bench.undoCount() == 2);
    bench.key(Qt::Key_Escape);
    CHECK_FALSE(bench.text().isOpen());
    bench.undo();
    bench.undo();
    CHECK(bench.live().plan().outcomes.isEmpty());
    CHECK(bench.hasArea("add", {}));
}

TEST_CASE("a line that loses the focus is kept, not lost") {
    Bench bench;
    bench.click(bench.area("add", {}, "organisation").center());
    bench.type(QStringLiteral("Half a thought"));
    bench.editor->pictureView().setFocus();
    CHECK(titles(bench.live(), Perspective::organisation) == Titles{"Half a thought"});
}

TEST_CASE("Tab goes from an outcome into its measure, and Enter back to the next outcome") {
    Bench bench;
    bench.click(bench.area("add", {}, "peopleServed").center());
    bench.type(QStringLiteral("Decisions are quick"));
    bench.key(Qt::Key_Tab);
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Days to decide"));
    bench.typeLine(QStringLiteral("Rules are clear"));
    REQUIRE(titles(bench.live(), Perspective::peopleServed) == Titles{"Decisions are quick", "Rules are clear"});
    const auto* first = bench.live().find(bench.live().plan().outcomes[0]);
    REQUIRE(first->measures.size() == 1);
    CHECK(bench.live().find(first->measures[0])->name == "Days to decide");
}

TEST_CASE("pasting twenty lines makes twenty cards in one undo step") {
    Bench bench;
    bench.click(bench.area("add", {}, "peopleServed").center());
    bench.paste(test::twentyLines());
    CHECK(titles(bench.live(), Perspective::peopleServed).size() == 20);
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live().plan().outcomes.isEmpty());
}

TEST_CASE("renaming in place shows every keystroke and is one undo step") {
    const Board start = board();
    Bench bench(start.model);
    bench.doubleClick(bench.area("card", start.outcomes[1]).center());
    REQUIRE(bench.text().isOpen());
    CHECK(bench.text().text() == QStringLiteral("Second"));
    bench.type(QStringLiteral("New"));
    CHECK(bench.live().find(Id<Outcome>(start.outcomes[1]))->title == "New");
    CHECK(bench.undoCount() == 0);
    bench.key(Qt::Key_Return);
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("Esc while renaming leaves nothing, and an empty name keeps the old one") {
    const Board start = board();
    Bench bench(start.model);
    bench.session.select(start.outcomes[0]);
    bench.key(Qt::Key_F2);
    bench.type(QStringLiteral("Other"));
    bench.key(Qt::Key_Escape);
    CHECK(bench.live() == start.model);
    CHECK(bench.undoCount() == 0);

    bench.key(Qt::Key_F2);
    bench.key(Qt::Key_Backspace);
    bench.key(Qt::Key_Return);
    CHECK(bench.live() == start.model);
    CHECK(bench.undoCount() == 0);
}

TEST_CASE("Ctrl+Z in the text field undoes in the plan") {
    const Board start = board();
    Bench bench(start.model);
    bench.click(bench.area("add", {}, "peopleServed").center());
    bench.typeLine(QStringLiteral("One more"));
    REQUIRE(bench.undoCount() == 1);
    REQUIRE(bench.text().hasFocus());
    bench.key(Qt::Key_Z, Qt::ControlModifier);
    CHECK(bench.live() == start.model);
    bench.key(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(titles(bench.live(), Perspective::peopleServed).back() == "One more");
}

TEST_CASE("a shortcut for undo is not swallowed by the text field") {
    const Board start = board();
    Bench bench(start.model);
    bench.session.select(start.outcomes[0]);
    bench.key(Qt::Key_F2);
    // What a text field accepts here never becomes a shortcut.
    const auto isTaken = [&](int key, Qt::KeyboardModifiers modifiers) {
        QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
        event.ignore();
        QApplication::sendEvent(&bench.text(), &event);
        return event.isAccepted();
    };
    CHECK(isTaken(Qt::Key_A, Qt::ControlModifier));
    CHECK_FALSE(isTaken(Qt::Key_Z, Qt::ControlModifier));
    CHECK_FALSE(isTaken(Qt::Key_Z, Qt::ControlModifier | Qt::ShiftModifier));
}

TEST_CASE("dragging a card over a hundred moves ranks it in one undo step") {
    const Board start = board();
    Bench bench(start.model);
    const view::Rect first = bench.area("card", start.outcomes[0]);
    const view::Rect third = bench.area("card", start.outcomes[2]);
    bench.drag({first.x + 60, first.y + 20}, {third.x + 60, third.bottom() - 4});
    CHECK(titles(bench.live(), Perspective::peopleServed) == Titles{"Second", "Third", "First"});
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("dragging a card to the other column changes whom it matters to") {
    const Board start = board();
    Bench bench(start.model);
    const view::Rect first = bench.area("card", start.outcomes[0]);
    const view::Rect fourth = bench.area("card", start.outcomes[3]);
    bench.drag({first.x + 60, first.y + 20}, {fourth.x + 60, fourth.y + 4});
    CHECK(titles(bench.live(), Perspective::organisation) == Titles{"First", "Fourth"});
    CHECK(bench.undoCount() == 1);
}

TEST_CASE("Esc during a drag leaves everything as it was") {
    const Board start = board();
    Bench bench(start.model);
    const view::Rect first = bench.area("card", start.outcomes[0]);
    const view::Rect third = bench.area("card", start.outcomes[2]);
    bench.drag({first.x + 60, first.y + 20}, {third.x + 60, third.bottom() - 4}, false);
    CHECK_FALSE(bench.editor->pictureView().overlay().empty());
    bench.key(Qt::Key_Escape);
    CHECK(bench.editor->pictureView().overlay().empty());
    bench.release({third.x + 60, third.bottom() - 4});
    CHECK(bench.live() == start.model);
    CHECK(bench.undoCount() == 0);
}

TEST_CASE("dragging from a constraint to a card ties it") {
    const Board start = board();
    Bench bench(start.model);
    const view::Rect constraint = bench.area("constraint", start.constraint);
    const view::Rect second = bench.area("card", start.outcomes[1]);
    bench.drag({constraint.x + 30, constraint.y + 10}, {second.x + 60, second.y + 10});
    const auto* tied = bench.live().find(Id<model::Constraint>(start.constraint));
    CHECK(tied->outcomes.contains(start.outcomes[1]));
    CHECK(tied->outcomes.contains(start.outcomes[0]));
    CHECK(bench.undoCount() == 1);
}

TEST_CASE("outcomes are walked, ranked and moved across by keys alone") {
    const Board start = board();
    Bench bench(start.model);
    bench.session.select(start.outcomes[0]);
    bench.key(Qt::Key_Down);
    CHECK(bench.session.selection().primary() == start.outcomes[1]);
    bench.key(Qt::Key_Down, Qt::AltModifier);
    CHECK(titles(bench.live(), Perspective::peopleServed) == Titles{"First", "Third", "Second"});
    bench.key(Qt::Key_Up, Qt::AltModifier);
    bench.key(Qt::Key_Up, Qt::AltModifier);
    CHECK(titles(bench.live(), Perspective::peopleServed) == Titles{"Second", "First", "Third"});
    bench.key(Qt::Key_Right, Qt::AltModifier);
    CHECK(titles(bench.live(), Perspective::organisation) == Titles{"Second", "Fourth"});
    bench.key(Qt::Key_Return, Qt::ControlModifier);
    CHECK(bench.text().isOpen());
    bench.typeLine(QStringLiteral("In the other column"));
    CHECK(titles(bench.live(), Perspective::peopleServed).back() == "In the other column");
}

TEST_CASE("a key typed at the board begins the next card with it") {
    const Board start = board();
    Bench bench(start.model);
    bench.session.select(start.outcomes[3]);
    bench.typeLine(QStringLiteral("Quick"));
    CHECK(titles(bench.live(), Perspective::organisation) == Titles{"Fourth", "Quick"});
}

TEST_CASE("deleting asks only when something else loses a reference, and undo brings everything back") {
    const Board start = board();
    Bench bench(start.model);
    bench.session.select(start.outcomes[1]);
    bench.key(Qt::Key_Delete);
    CHECK_FALSE(bench.asked);
    CHECK(titles(bench.live(), Perspective::peopleServed) == Titles{"First", "Third"});
    CHECK(bench.session.selection().primary() == start.outcomes[2]);
    bench.undo();
    CHECK(bench.live() == start.model);

    bench.answer = false;
    bench.session.select(start.outcomes[0]);
    bench.key(Qt::Key_Delete);
    REQUIRE(bench.asked);
    CHECK(bench.asked->effects.size() == 1);
    CHECK(bench.asked->effects.front().contains(QStringLiteral("Queue")));
    CHECK(bench.live() == start.model);

    bench.answer = true;
    bench.key(Qt::Key_Delete);
    CHECK_FALSE(bench.live().contains(start.outcomes[0]));
    bench.checkPlan();
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("a constraint is added by typing and weighed by a figure key") {
    const Board start = board();
    Bench bench(start.model);
    bench.session.select(start.constraint);
    bench.key(Qt::Key_Return);
    bench.typeLine(QStringLiteral("Nobody owns it"));
    bench.key(Qt::Key_Escape);
    REQUIRE(bench.live().plan().constraints.size() == 2);
    bench.key(Qt::Key_4);
    CHECK(bench.live().find(bench.live().plan().constraints[1])->severity == 4);
}

TEST_CASE("a board of hostile names is shown, hovered and renamed without reading them") {
    Board start = board();
    start.model = edit::setField(start.model, start.outcomes[0], "title", test::hostileName).value();
    start.model = edit::setField(start.model, start.constraint, "title", std::string(100000, 'x')).value();
    Bench bench(start.model);
    bench.moveTo(bench.area("card", start.outcomes[0]).center());
    bench.editor->grab();
    bench.session.select(start.outcomes[0]);
    bench.key(Qt::Key_F2);
    CHECK(bench.text().text().contains(QStringLiteral("<img src='/dev/null'>")));
    bench.key(Qt::Key_End);
    bench.typeLine(QStringLiteral("!"));
    CHECK(bench.live().find(Id<Outcome>(start.outcomes[0]))->title == test::hostileName + "!");
    bench.answer = true;
    bench.key(Qt::Key_Delete);
    REQUIRE(bench.asked);
    CHECK(bench.asked->title.contains(QStringLiteral("<img")));
}

TEST_CASE("a change that the board does not show costs it nothing") {
    Board start = board();
    base::CountingIdGenerator ids(500);
    const edit::Added cadence =
        edit::addNew(start.model, start.model.plan().id, model::Kind::cadence, "Weekly", ids).value();
    Bench bench(cadence.model);
    const QSignalSpy moved(&bench.editor->pictureView(), &adapters::PictureView::moved);
    CHECK(bench.session.commit(QStringLiteral("Rename"), [&](const Model& model) {
        return edit::setField(model, cadence.id, "name", std::string("Daily"));
    }));
    CHECK(moved.isEmpty());
    CHECK(bench.session.commit(QStringLiteral("Rename"), [&](const Model& model) {
        return edit::setField(model, start.outcomes[0], "title", std::string("Else"));
    }));
    CHECK(moved.size() == 1);
}
