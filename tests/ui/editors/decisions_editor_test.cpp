#include "editors/spine/decisions_editor.h"

#include "edit/spine_edit.h"
#include "editor_bench.h"
#include "model/deciders.h"

using namespace flowspine;
using base::AnyId;
using model::DecisionRight;
using model::Id;
using model::Kind;
using model::Letter;
using model::Model;

namespace {

using Bench = test::EditorBench<editors::DecisionsEditor>;

struct Grid {
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    AnyId clerk;
    AnyId planner;
    AnyId approve;

    Grid() {
        base::CountingIdGenerator ids;
        const auto add = [&](Kind kind, const char* name) {
            edit::Added added = edit::addNew(model, model.plan().id, kind, name, ids).value();
            model = std::move(added.model);
            return added.id;
        };
        clerk = add(Kind::role, "Clerk");
        planner = add(Kind::role, "Planner");
        approve = add(Kind::decisionRight, "Approve");
    }
};

std::vector<Id<model::Role>> deciders(const Bench& bench, const AnyId& right) {
    return model::decidersOf(bench.live(), *bench.live().find(Id<DecisionRight>(right)));
}

std::optional<Letter> letterOf(const Bench& bench, const AnyId& right, const AnyId& role) {
    std::optional<Letter> letter;
    bench.live().forEach(bench.live().find(Id<DecisionRight>(right))->assignments, [&](const model::Assignment& each) {
        if (each.role == role) letter = each.letter;
    });
    return letter;
}

} // namespace

TEST_CASE("letters are set, changed and cleared by keys alone, each as one undo step") {
    const Grid start;
    Bench bench(start.model);
    bench.key(Qt::Key_Down);
    REQUIRE(bench.session.selection().primary() == start.approve);
    bench.key(Qt::Key_Right);
    CHECK(bench.editor->cursor() == start.clerk.text());
    bench.key(Qt::Key_R);
    CHECK(letterOf(bench, start.approve, start.clerk) == Letter::r);
    CHECK(bench.undoCount() == 1);
    bench.key(Qt::Key_A);
    CHECK(letterOf(bench, start.approve, start.clerk) == Letter::a);
    bench.key(Qt::Key_Space);
    CHECK_FALSE(letterOf(bench, start.approve, start.clerk));
    CHECK(bench.undoCount() == 3);
    bench.key(Qt::Key_P); // means nothing in RACI
    CHECK(bench.undoCount() == 3);
    CHECK_FALSE(bench.text().isOpen());
    for (int i = 0; i < 3; ++i) bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("two deciders stand until Shift and the letter make one of them the only one") {
    Grid start;
    base::CountingIdGenerator ids(500);
    start.model =
        edit::assignLetter(start.model, Id<DecisionRight>(start.approve), Id<model::Role>(start.clerk), Letter::a, ids)
            .value();
    start.model = edit::assignLetter(start.model, Id<DecisionRight>(start.approve), Id<model::Role>(start.planner),
                                     Letter::a, ids)
                      .value();
    Bench bench(start.model);
    CHECK(deciders(bench, start.approve).size() == 2);
    bench.click(bench.area("letter", start.approve, start.planner.text()).center());
    CHECK(bench.session.selection().primary() == start.approve);
    bench.key(Qt::Key_A, Qt::ShiftModifier);
    CHECK(deciders(bench, start.approve) == std::vector<Id<model::Role>>{Id<model::Role>(start.planner)});
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("the open place of a row without a decider takes the letter by a click") {
    const Grid start;
    Bench bench(start.model);
    bench.click(bench.area("slot", start.approve, start.planner.text()).center());
    CHECK(deciders(bench, start.approve) == std::vector<Id<model::Role>>{Id<model::Role>(start.planner)});
    CHECK(bench.undoCount() == 1);
}

TEST_CASE("a second click on a cell offers the letters of its scheme") {
    Grid start;
    base::CountingIdGenerator ids(500);
    start.model =
        edit::assignLetter(start.model, Id<DecisionRight>(start.approve), Id<model::Role>(start.clerk), Letter::a, ids)
            .value();
    Bench bench(start.model);
    const view::Point cell = bench.area("letter", start.approve, start.clerk.text()).center();
    bench.click(cell);
    CHECK_FALSE(QApplication::activePopupWidget());
    bench.click(cell);
    bench.choose(QStringLiteral("C"));
    CHECK(letterOf(bench, start.approve, start.clerk) == Letter::c);
}

TEST_CASE("decision time and escalation are typed where they stand") {
    const Grid start;
    Bench bench(start.model);
    bench.click(bench.area("within", start.approve).center());
    bench.typeLine(QStringLiteral("5 days"));
    const auto right = [&] { return bench.live().find(Id<DecisionRight>(start.approve)); };
    CHECK(right()->decisionDays == 5);
    CHECK_FALSE(bench.text().isOpen());
    bench.key(Qt::Key_Right);
    CHECK(bench.editor->cursor() == "escalation");
    bench.key(Qt::Key_Return);
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QString::fromStdString(test::hostileName));
    CHECK(right()->escalation == test::hostileName);
    bench.editor->grab();
    bench.key(Qt::Key_Delete);
    CHECK(right()->escalation.empty());
    bench.key(Qt::Key_Left);
    bench.typeLine(QStringLiteral("soon"));
    CHECK(right()->decisionDays == 5);
    bench.checkPlan();
}

TEST_CASE("decisions are typed one after another, pasted, renamed and deleted") {
    const Grid start;
    Bench bench(start.model);
    bench.click(bench.area("add").center());
    bench.typeLine(QStringLiteral("Grant a variance"));
    bench.typeLine(QStringLiteral("Change the tiers"));
    bench.key(Qt::Key_Escape);
    CHECK(bench.live().plan().decisionRights.size() == 3);
    CHECK(bench.undoCount() == 2);
    bench.paste(test::twentyLines());
    CHECK(bench.live().plan().decisionRights.size() == 23);
    CHECK(bench.undoCount() == 3);
    bench.session.select(start.approve);
    bench.key(Qt::Key_F2);
    bench.typeLine(QStringLiteral("Approve a permit"));
    CHECK(bench.live().find(Id<DecisionRight>(start.approve))->title == "Approve a permit");
    bench.key(Qt::Key_Delete);
    CHECK_FALSE(bench.live().contains(start.approve));
    bench.checkPlan();
}
