#include "editors/flows/flows_editor.h"

#include "editor_bench.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flow_list.h"
#include "editors/flows/picture_band.h"
#include "editors/flows/variant_tabs.h"
#include "support/examples.h"
#include "support/permit_office.h"

using namespace flowspine;
using base::AnyId;
using model::Flow;
using model::Id;
using model::Model;
using model::Step;
using model::StepType;
using model::Variant;

namespace {

using Bench = test::EditorBench<editors::FlowsEditor>;

const Step& step(const Bench& bench, const AnyId& id) {
    const Step* found = bench.live().find(Id<Step>(id));
    REQUIRE(found);
    return *found;
}

const Variant& variant(const Bench& bench) {
    const Variant* found = bench.live().find(bench.editor->shownVariant());
    REQUIRE(found);
    return *found;
}

std::vector<std::string> workNames(const Bench& bench) {
    std::vector<std::string> names;
    bench.live().forEach(variant(bench).steps, [&](const Step& each) {
        if (each.type != StepType::start && each.type != StepType::end) names.push_back(each.name);
    });
    return names;
}

bool isLinked(const Bench& bench, const AnyId& from, const AnyId& to) {
    bool found = false;
    bench.live().forEach(variant(bench).links,
                         [&](const model::Link& link) { found = found || (link.from == from && link.to == to); });
    return found;
}

// The office with a second lane, so that there is somewhere to hand work over to.
test::PermitOffice office() {
    test::PermitOffice made;
    made.take(edit::setField(made.model, made.variant, "lanes", std::vector<AnyId>{made.planning, made.oneStop}));
    return made;
}

using Names = std::vector<std::string>;

} // namespace

TEST_CASE("an empty plan asks for a flow, then for its first step, then for the next ones") {
    Bench bench;
    bench.click(bench.area("add-flow").center());
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Permit"));
    REQUIRE(bench.live().plan().flows.size() == 1);
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Apply"));
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Check"));
    bench.typeLine(QStringLiteral("Decide"));
    bench.key(Qt::Key_Escape);
    CHECK(workNames(bench) == Names{"Apply", "Check", "Decide"});
    bench.checkPlan();
    CHECK(bench.undoCount() == 4);
    for (int i = 0; i < 4; ++i) bench.undo();
    CHECK(bench.live().plan().flows.isEmpty());
    CHECK_FALSE(bench.area("add-flow").isEmpty());
}

TEST_CASE("a new step that is left without a name was never there") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.session.select(start.check);
    bench.key(Qt::Key_Return);
    REQUIRE(bench.text().isOpen());
    CHECK(variant(bench).steps.size() == 5);
    bench.key(Qt::Key_Return);
    CHECK(bench.live() == start.model);
    CHECK(bench.undoCount() == 0);
    CHECK_FALSE(bench.text().isOpen());
}

TEST_CASE("Enter makes the next step between a step and what followed it") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.session.select(start.decide);
    bench.key(Qt::Key_Return);
    bench.typeLine(QStringLiteral("Notify"));
    bench.key(Qt::Key_Escape);
    const AnyId added = bench.session.selection().primary();
    CHECK(workNames(bench).back() == "Notify");
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);
    CHECK_FALSE(bench.live().contains(added));
}

TEST_CASE("dragging a step to another lane over a hundred moves hands it over in one undo step") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    const view::Point from = bench.area("step", start.check).center();
    bench.drag(from, {from.x, bench.area("lane", start.oneStop).center().y});
    CHECK(step(bench, start.check).team == start.oneStop);
    CHECK(bench.undoCount() == 1);
    CHECK(bench.live().table(model::Kind::placement).size() == 0);
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("several selected steps are handed over together") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.click(bench.area("step", start.check).center());
    bench.click(bench.area("step", start.decide).center(), Qt::ControlModifier);
    REQUIRE(bench.session.selection().ids().size() == 2);
    const view::Point from = bench.area("step", start.check).center();
    bench.drag(from, {from.x, bench.area("lane", start.oneStop).center().y});
    CHECK(step(bench, start.check).team == start.oneStop);
    CHECK(step(bench, start.decide).team == start.oneStop);
    CHECK(bench.undoCount() == 1);
}

TEST_CASE("dragging a step sideways pins it, and it can be unpinned") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    const view::Rect check = bench.area("step", start.check);
    const view::Rect decide = bench.area("step", start.decide);
    bench.drag(decide.center(), {decide.center().x + (decide.x - check.x), decide.center().y});
    REQUIRE(bench.live().table(model::Kind::placement).size() == 1);
    CHECK(bench.undoCount() == 1);
    bench.checkPlan();
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("Esc during a drag of steps leaves everything as it was") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    const view::Point from = bench.area("step", start.check).center();
    const view::Point to{from.x, bench.area("lane", start.oneStop).center().y};
    bench.drag(from, to, false);
    bench.key(Qt::Key_Escape);
    bench.release(to);
    CHECK(bench.live() == start.model);
    CHECK(bench.undoCount() == 0);
}

TEST_CASE("a handle at the box edge draws a link to another step, or the next step to an empty place") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    const view::Rect decide = bench.area("step", start.decide);
    const view::Point handle{decide.center().x, decide.bottom()};
    bench.moveTo(decide.center());
    bench.drag(handle, bench.area("step", start.check).center());
    CHECK(isLinked(bench, start.decide, start.check));
    CHECK(bench.undoCount() == 1);

    const view::Rect lane = bench.area("lane", start.oneStop);
    bench.moveTo(bench.area("step", start.decide).center());
    bench.drag({bench.area("step", start.decide).center().x, bench.area("step", start.decide).bottom()},
               {lane.right() + 60, lane.center().y});
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Inspect"));
    bench.key(Qt::Key_Escape);
    CHECK(workNames(bench).size() == 3);
    CHECK(bench.undoCount() == 2);
}

TEST_CASE("a rubber band selects the steps it touches") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    const view::Rect check = bench.area("step", start.check);
    const view::Rect decide = bench.area("step", start.decide);
    bench.drag({check.x - 6, check.y - 6}, {decide.x + 10, decide.bottom() + 6});
    CHECK(bench.session.selection().contains(start.check));
    CHECK(bench.session.selection().contains(start.decide));
    CHECK(bench.undoCount() == 0);
}

TEST_CASE("dragging a lane header moves the lane with all that is in it") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    const view::Rect planning = bench.area("lane", start.planning);
    const view::Rect oneStop = bench.area("lane", start.oneStop);
    bench.drag(planning.center(), {planning.center().x, oneStop.bottom() - 2});
    CHECK(variant(bench).lanes.ids() == std::vector<AnyId>{start.oneStop, start.planning});
    CHECK(bench.undoCount() == 1);
}

TEST_CASE("lanes are added by typing, and a team is renamed at its lane") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    REQUIRE(bench.editor->startTyping({"add-lane", {}, {}}));
    bench.typeLine(QStringLiteral("Fire marshal"));
    bench.key(Qt::Key_Escape);
    REQUIRE(variant(bench).lanes.size() == 3);
    const AnyId team = variant(bench).lanes[2];
    CHECK(bench.live().find(Id<model::Team>(team))->name == "Fire marshal");
    bench.doubleClick(bench.area("lane", team).center());
    bench.typeLine(QStringLiteral("Fire service"));
    CHECK(bench.live().find(Id<model::Team>(team))->name == "Fire service");
    CHECK(bench.undoCount() == 2);
    bench.checkPlan();
}

TEST_CASE("letters set the type of the selected steps") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.session.select(start.check);
    const std::pair<Qt::Key, StepType> keys[] = {
        {Qt::Key_D, StepType::decision}, {Qt::Key_W, StepType::wait},      {Qt::Key_S, StepType::andSplit},
        {Qt::Key_J, StepType::andJoin},  {Qt::Key_X, StepType::exclusive}, {Qt::Key_E, StepType::end},
        {Qt::Key_T, StepType::task},
    };
    for (const auto& [key, type] : keys) {
        bench.key(key);
        CHECK(step(bench, start.check).type == type);
        bench.session.settleGesture(); // anything else that happens: the letter was meant as such
    }
    CHECK(bench.undoCount() == 7);
}

TEST_CASE("a word typed with a step selected is its name, whatever its letters stand for") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.session.select(start.check);
    bench.key(Qt::Key_D);
    CHECK(step(bench, start.check).type == StepType::decision);
    bench.key(Qt::Key_E);
    CHECK(step(bench, start.check).type == StepType::task);
    REQUIRE(bench.text().isOpen());
    CHECK(bench.text().text() == QStringLiteral("de"));
    bench.text().insert(QStringLiteral("cide twice"));
    QTest::keyClick(&bench.text(), Qt::Key_Tab);
    CHECK(step(bench, start.check).name == "decide twice");
    CHECK(step(bench, start.check).type == StepType::task);
    CHECK(bench.undoCount() == 1);
    // Letters of panels as well, and one that stands for nothing.
    bench.session.select(start.decide);
    bench.editor->pictureView().setFocus();
    bench.key(Qt::Key_C);
    CHECK(bench.editor->bar().compare().isChecked());
    bench.key(Qt::Key_A);
    CHECK_FALSE(bench.editor->bar().compare().isChecked());
    CHECK(bench.text().text() == QStringLiteral("ca"));
    bench.key(Qt::Key_Escape);
    bench.session.select(start.check);
    bench.editor->pictureView().setFocus();
    bench.key(Qt::Key_B);
    CHECK(bench.text().text() == QStringLiteral("b"));
    bench.key(Qt::Key_Escape);
    bench.checkPlan();
}

TEST_CASE("the end of a selected link is pulled to another step in one undo step") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    AnyId link;
    bench.live().forEach(variant(bench).links, [&](const model::Link& each) {
        if (each.from == start.check) link = each.id;
    });
    bench.session.select(link);
    const view::HitArea* target = adapters::firstAreaOf(bench.picture(), start.decide, {"step"});
    const view::HitArea* end = adapters::firstAreaOf(bench.picture(), start.end, {"step"});
    REQUIRE(target);
    REQUIRE(end);
    bench.drag({target->rect.x - 1, target->rect.center().y}, end->rect.center());
    CHECK(bench.live().find(Id<model::Link>(link))->to == start.end);
    CHECK(bench.live().find(Id<model::Link>(link))->from == start.check);
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("steps are walked along links by Alt and arrows, and across the picture by arrows") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.session.select(start.start);
    bench.key(Qt::Key_Right, Qt::AltModifier);
    CHECK(bench.session.selection().primary() == start.check);
    bench.key(Qt::Key_Right, Qt::AltModifier);
    CHECK(bench.session.selection().primary() == start.decide);
    bench.key(Qt::Key_Left, Qt::AltModifier);
    CHECK(bench.session.selection().primary() == start.check);
    bench.key(Qt::Key_Right);
    CHECK(bench.session.selection().primary() == start.decide);
    bench.key(Qt::Key_Down, Qt::ControlModifier | Qt::ShiftModifier);
    CHECK(step(bench, start.decide).team == start.oneStop);
}

TEST_CASE("while a step is named only what shows its name is drawn anew") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.session.select(start.check);
    bench.key(Qt::Key_F2);
    bench.type(QStringLiteral("Look at zones"));
    // The step and its two links, which say whom they link.
    const adapters::SceneReconciler::Work work = bench.editor->pictureView().reconciler().lastWork();
    CHECK(work == adapters::SceneReconciler::Work{0, 3, 0, 0});
    bench.key(Qt::Key_Return);
    const view::Picture followed = bench.picture();
    // Made anew, it is the same.
    bench.editor->hide();
    emit bench.session.reset();
    bench.editor->show();
    CHECK(bench.picture() == followed);
}

TEST_CASE("a step is renamed by F2 and deleted with its links, and undo brings both back") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.session.select(start.check);
    bench.key(Qt::Key_F2);
    bench.typeLine(QString::fromStdString(test::hostileName));
    CHECK(step(bench, start.check).name == test::hostileName);
    bench.editor->grab();
    bench.key(Qt::Key_Delete);
    CHECK_FALSE(bench.live().contains(start.check));
    bench.checkPlan();
    bench.undo();
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("twenty pasted lines are twenty steps in a row in one undo step") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.session.select(start.decide);
    bench.paste(test::twentyLines());
    CHECK(workNames(bench).size() == 22);
    CHECK(bench.undoCount() == 1);
    bench.checkPlan();
}

TEST_CASE("flows are added, renamed, ordered and deleted in the list") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    bench.editor->flowList().line().setFocus();
    bench.typeLine(QStringLiteral("Appeal"));
    REQUIRE(bench.live().plan().flows.size() == 2);
    const AnyId appeal = bench.live().plan().flows[1];
    CHECK(variant(bench).id == bench.live().find(Id<Flow>(appeal))->current);

    emit bench.editor->flowList().moveAsked(appeal, -1);
    CHECK(bench.live().plan().flows[0] == appeal);
    QAbstractItemModel* rows = bench.editor->flowList().list().model();
    REQUIRE(rows->rowCount() == 2);
    CHECK(rows->setData(rows->index(0, 0), QStringLiteral("Objection")));
    CHECK(bench.live().find(Id<Flow>(appeal))->name == "Objection");
    emit bench.editor->flowList().removeAsked(appeal);
    CHECK(bench.live().plan().flows.size() == 1);
    CHECK(bench.editor->shownVariant() == start.variant);
    for (int i = 0; i < 4; ++i) bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("a variant is duplicated as to-be, named, made current and deleted") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    editors::VariantTabs& tabs = bench.editor->variantTabs();
    emit tabs.duplicateAsked(start.variant);
    REQUIRE(tabs.count() == 2);
    const AnyId toBe = bench.editor->shownVariant();
    CHECK(toBe != start.variant);
    CHECK(bench.live().find(Id<Variant>(toBe))->kind == model::VariantKind::toBe);
    emit tabs.renamed(toBe, QStringLiteral("One-stop & more"));
    CHECK(bench.live().find(Id<Variant>(toBe))->name == "One-stop & more");
    CHECK(tabs.tabText(1) == QStringLiteral("One-stop && more"));
    emit tabs.makeCurrentAsked(toBe);
    CHECK(bench.live().find(start.flow)->current == toBe);
    emit tabs.removeAsked(toBe);
    CHECK(bench.live().find(start.flow)->current == start.variant);
    CHECK(bench.editor->shownVariant() == start.variant);
    bench.checkPlan();
    for (int i = 0; i < 4; ++i) bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("revealing a step shows its flow and variant") {
    const test::PermitOffice start = office();
    Bench bench(start.model);
    emit bench.editor->variantTabs().duplicateAsked(start.variant);
    REQUIRE(bench.editor->shownVariant() != start.variant);
    CHECK(bench.editor->reveal(start.check));
    CHECK(bench.editor->shownVariant() == start.variant);
}
