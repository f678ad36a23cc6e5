#include "editors/spine/spine_matrix_editor.h"

#include "edit/spine_edit.h"
#include "editor_bench.h"

#include <QScrollBar>

using namespace flowspine;
using base::AnyId;
using model::Id;
using model::Model;
using model::SpineCategory;
using model::SpineItem;
using model::Stability;

namespace {

using Bench = test::EditorBench<editors::SpineMatrixEditor>;

struct Matrix {
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    AnyId law;   // legal, cannot change, with an authority
    AnyId habit; // governance, adaptable, without anything
};

Matrix matrix() {
    Matrix made;
    base::CountingIdGenerator ids;
    auto law = edit::addSpineItem(made.model, SpineCategory::legalRegulatory, Stability::cannotChange, "The law", ids);
    made.law = law.value().id;
    made.model = edit::setField(law.value().model, made.law, "authority", std::string("Statute 7")).value();
    auto habit = edit::addSpineItem(made.model, SpineCategory::coreGovernance, Stability::adaptable, "A habit", ids);
    made.habit = habit.value().id;
    made.model = habit.value().model;
    return made;
}

const SpineItem& item(const Bench& bench, const AnyId& id) {
    const SpineItem* found = bench.live().find(Id<SpineItem>(id));
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("typing in an empty cell makes items of that cell") {
    Bench bench;
    bench.click(bench.area("add", {}, "riskManagement/shouldNotChange").center());
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Risk tiers"));
    bench.typeLine(QStringLiteral("Limits"));
    bench.key(Qt::Key_Escape);
    REQUIRE(bench.live().plan().spine.size() == 2);
    const SpineItem& first = item(bench, bench.live().plan().spine[0]);
    CHECK(first.title == "Risk tiers");
    CHECK(first.category == SpineCategory::riskManagement);
    CHECK(first.stability == Stability::shouldNotChange);
    CHECK(bench.undoCount() == 2);
    bench.undo();
    bench.undo();
    CHECK(bench.live().plan().spine.isEmpty());
}

TEST_CASE("twenty pasted lines are twenty items in one undo step") {
    Bench bench;
    bench.click(bench.area("add", {}, "coreGovernance/adaptable").center());
    bench.paste(test::twentyLines());
    CHECK(bench.live().plan().spine.size() == 20);
    CHECK(bench.undoCount() == 1);
}

TEST_CASE("dropping an item on cannot change asks who says so, and the answer is part of the one undo step") {
    const Matrix start = matrix();
    Bench bench(start.model);
    bench.drag(bench.area("card", start.habit).center(),
               bench.area("cell", {}, "coreGovernance/cannotChange").center());
    REQUIRE(bench.text().isOpen());
    CHECK(item(bench, start.habit).stability == Stability::cannotChange);
    CHECK(bench.undoCount() == 0);
    bench.typeLine(QStringLiteral("Board minute 12"));
    CHECK(item(bench, start.habit).authority == "Board minute 12");
    CHECK(item(bench, start.habit).stability == Stability::cannotChange);
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("Esc at the question takes the reclassification back") {
    const Matrix start = matrix();
    Bench bench(start.model);
    bench.drag(bench.area("card", start.habit).center(),
               bench.area("cell", {}, "coreGovernance/cannotChange").center());
    bench.type(QStringLiteral("Perhaps"));
    bench.key(Qt::Key_Escape);
    CHECK(bench.live() == start.model);
    CHECK(bench.undoCount() == 0);
}

TEST_CASE("an item that has its answer already is just moved, and another row is another category") {
    Matrix start = matrix();
    start.model = edit::setField(start.model, start.law, "decidedBy", std::string("The desk")).value();
    Bench bench(start.model);
    bench.drag(bench.area("card", start.law).center(), bench.area("cell", {}, "coreGovernance/adaptable").center());
    CHECK_FALSE(bench.text().isOpen());
    CHECK(item(bench, start.law).category == SpineCategory::coreGovernance);
    CHECK(item(bench, start.law).stability == Stability::adaptable);
    CHECK(bench.undoCount() == 1);
}

TEST_CASE("Esc during a drag leaves the matrix as it was") {
    const Matrix start = matrix();
    Bench bench(start.model);
    const view::Point to = bench.area("cell", {}, "coreGovernance/cannotChange").center();
    bench.drag(bench.area("card", start.habit).center(), to, false);
    bench.key(Qt::Key_Escape);
    bench.release(to);
    CHECK(bench.live() == start.model);
    CHECK_FALSE(bench.text().isOpen());
}

TEST_CASE("items are reclassified, ranked and added by keys alone") {
    const Matrix start = matrix();
    Bench bench(start.model);
    bench.session.select(start.habit);
    bench.key(Qt::Key_Left, Qt::AltModifier);
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("By the council"));
    CHECK(item(bench, start.habit).stability == Stability::shouldNotChange);
    CHECK(item(bench, start.habit).changeRoute == "By the council");

    bench.key(Qt::Key_Return);
    bench.typeLine(QStringLiteral("Beside it"));
    bench.key(Qt::Key_Escape);
    REQUIRE(bench.live().plan().spine.size() == 3);
    const AnyId added = bench.live().plan().spine[2];
    CHECK(item(bench, added).stability == Stability::shouldNotChange);
    bench.key(Qt::Key_Up, Qt::AltModifier);
    std::vector<AnyId> order;
    for (const AnyId& id : bench.live().plan().spine.ids())
        if (item(bench, id).category == SpineCategory::coreGovernance) order.push_back(id);
    CHECK(order == std::vector<AnyId>{added, start.habit});
    bench.key(Qt::Key_Down);
    CHECK(bench.session.selection().primary() == start.habit);
}

TEST_CASE("an item is renamed and deleted where it stands, and asked about when work relies on it") {
    Matrix start = matrix();
    base::CountingIdGenerator ids(700);
    const edit::Added constraint =
        edit::addNew(start.model, start.model.plan().id, model::Kind::constraint, "Queue", ids).value();
    start.model = edit::setField(constraint.model, constraint.id, "locations", std::vector{start.law}).value();
    Bench bench(start.model);
    bench.doubleClick(bench.area("card", start.law).center());
    bench.typeLine(QString::fromStdString(test::hostileName));
    CHECK(item(bench, start.law).title == test::hostileName);
    bench.editor->grab();

    bench.answer = false;
    bench.key(Qt::Key_Delete);
    REQUIRE(bench.asked);
    CHECK(bench.asked->effects.size() == 1);
    CHECK(bench.live().contains(start.law));
    bench.answer = true;
    bench.key(Qt::Key_Delete);
    CHECK_FALSE(bench.live().contains(start.law));
    bench.checkPlan();
    bench.undo();
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("an adaptable item says within which fixed items it may move, chosen from a list, each as one undo step") {
    const Matrix start = matrix();
    Bench bench(start.model);
    bench.click(bench.area("within", start.habit).center());
    CHECK(bench.session.selection().primary() == start.habit);
    bench.choose(QStringLiteral("The law"));
    CHECK(item(bench, start.habit).within.contains(start.law));
    CHECK(bench.undoCount() == 1);
    bench.click(bench.area("within", start.habit).center());
    bench.choose(QStringLiteral("The law"));
    CHECK(item(bench, start.habit).within.isEmpty());
    bench.undo();
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("a dragged card says what its new place asks for and who relies on it") {
    const Matrix start = matrix();
    Bench bench(start.model);
    const auto said = [&] {
        std::string words;
        for (const view::Shape& shape : bench.editor->pictureView().overlay())
            if (const auto* label = std::get_if<view::Label>(&shape.form); label && shape.part.starts_with("drag.said"))
                words += label->lines.front() + "\n";
        return words;
    };
    const view::Point fixed = bench.area("cell", {}, "coreGovernance/cannotChange").center();
    bench.drag(bench.area("card", start.habit).center(), fixed, false);
    CHECK(said() == "Make it “cannot change”\nYou will be asked: which law, contract or minute says so?\n"
                    "Nothing relies on it\n");
    bench.key(Qt::Key_Escape);
    CHECK(said().empty());
    bench.release(fixed);
}

TEST_CASE("while the matrix scrolls the heads of its columns stay, and cover the cards for the pointer too") {
    Model model = matrix().model;
    base::CountingIdGenerator ids(900);
    for (int i = 0; i < 40; ++i)
        model = edit::addSpineItem(model, SpineCategory::coreGovernance, Stability::shouldNotChange,
                                   "Item " + std::to_string(i), ids)
                    .value()
                    .model;
    Bench bench(model, {1400, 600});
    adapters::PictureView& view = bench.editor->pictureView();
    view.verticalScrollBar()->setValue(0);
    CHECK_FALSE(view.areaFor("head"));
    view.verticalScrollBar()->setValue(1000);
    QApplication::processEvents();
    const view::Rect head = bench.area("head");
    CHECK(std::abs(view.viewRect(head).top()) <= 1);
    bench.session.select(model.plan().spine[20]);
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, bench.onScreen(head.center()));
    CHECK(bench.session.selection().isEmpty());

    // Walking up brings each card out from under them.
    bench.session.select(model.plan().spine[30]);
    bench.editor->reveal(model.plan().spine[30]);
    for (int i = 0; i < 15; ++i) bench.key(Qt::Key_Up);
    const AnyId at = bench.session.selection().primary();
    CHECK(at == model.plan().spine[15]);
    CHECK(view.viewRect(bench.area("card", at)).top() >= view.viewRect(bench.area("head")).bottom());
    const std::optional<view::Picture> copied = bench.editor->pictureToCopy();
    REQUIRE(copied);
    CHECK(
        std::none_of(copied->areas.begin(), copied->areas.end(), [](const auto& area) { return area.role == "head"; }));
}
