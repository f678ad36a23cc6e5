#include "editors/roadmap/roadmap_editor.h"

#include "edit/roadmap_edit.h"
#include "editor_bench.h"

using namespace flowspine;
using base::AnyId;
using base::Date;
using model::Horizon;
using model::Id;
using model::Model;
using model::RoadmapItem;

namespace {

using Bench = test::EditorBench<editors::RoadmapEditor>;

Date day(int year, int month, int dayOfMonth) {
    return *base::makeDate(year, month, dayOfMonth);
}

struct Road {
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    AnyId first;  // now, 4 Jan to 1 Feb 2027
    AnyId second; // now, 1 Mar to 1 Apr 2027
    AnyId third;  // next, no dates
};

Road road() {
    Road made;
    base::CountingIdGenerator ids;
    made.model = edit::setField(made.model, made.model.plan().id, "roadmapStart", day(2026, 10, 1)).value();
    const auto add = [&](Horizon horizon, const char* title) {
        const edit::Added added = edit::addRoadmapItem(made.model, horizon, title, ids).value();
        made.model = added.model;
        return added.id;
    };
    made.first = add(Horizon::now, "Guided intake");
    made.second = add(Horizon::now, "One-stop team");
    made.third = add(Horizon::next, "Digital seals");
    made.model = edit::setItemDates(made.model, Id<RoadmapItem>(made.first), day(2027, 1, 4), day(2027, 2, 1)).value();
    made.model = edit::setItemDates(made.model, Id<RoadmapItem>(made.second), day(2027, 3, 1), day(2027, 4, 1)).value();
    return made;
}

const RoadmapItem& item(const Bench& bench, const AnyId& id) {
    const RoadmapItem* found = bench.live().find(Id<RoadmapItem>(id));
    REQUIRE(found);
    return *found;
}

std::vector<AnyId> itemsOf(const Bench& bench, Horizon horizon) {
    std::vector<AnyId> found;
    bench.live().forEach(bench.live().plan().roadmap, [&](const RoadmapItem& each) {
        if (each.horizon == horizon) found.push_back(each.id);
    });
    return found;
}

constexpr double pixelsPerDay = 2.75;

} // namespace

TEST_CASE("a bar dragged over a hundred moves shows its dates live and is one undo step") {
    const Road start = road();
    Bench bench(start.model);
    const view::Rect bar = bench.area("bar", start.first);
    const view::Point from{bar.x + 30, bar.center().y};
    bench.drag(from, {from.x + 14.2 * pixelsPerDay, from.y}, false);
    CHECK(item(bench, start.first).start == day(2027, 1, 18));
    CHECK(bench.undoCount() == 0);
    bench.release({from.x + 14.2 * pixelsPerDay, from.y});
    CHECK(item(bench, start.first).start == day(2027, 1, 18));
    CHECK(item(bench, start.first).end == day(2027, 2, 15));
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("Esc while a bar is dragged leaves none of it") {
    const Road start = road();
    Bench bench(start.model);
    const view::Rect bar = bench.area("bar", start.first);
    const view::Point from{bar.x + 30, bar.center().y};
    bench.drag(from, {from.x + 80, from.y}, false);
    REQUIRE_FALSE(bench.live() == start.model);
    bench.key(Qt::Key_Escape);
    CHECK(bench.live() == start.model);
    bench.release({from.x + 80, from.y});
    CHECK(bench.live() == start.model);
    CHECK(bench.undoCount() == 0);
}

TEST_CASE("with Shift a bar moves by days, and its ends resize it without passing each other") {
    const Road start = road();
    Bench bench(start.model);
    view::Rect bar = bench.area("bar", start.first);
    view::Point from{bar.x + 30, bar.center().y};
    bench.drag(from, {from.x + 3 * pixelsPerDay, from.y}, true, Qt::ShiftModifier);
    CHECK(item(bench, start.first).start == day(2027, 1, 7));
    bench.undo();

    const view::Point end = bench.area("bar-end", start.first).center();
    bench.drag(end, {end.x + 21 * pixelsPerDay, end.y});
    CHECK(item(bench, start.first).start == day(2027, 1, 4));
    CHECK(item(bench, start.first).end == day(2027, 2, 22));
    bench.undo();

    const view::Point startHandle = bench.area("bar-start", start.first).center();
    bench.drag(startHandle, {startHandle.x + 200 * pixelsPerDay, startHandle.y});
    CHECK(item(bench, start.first).start == item(bench, start.first).end);
    CHECK(item(bench, start.first).end == day(2027, 2, 1));
    bench.checkPlan();
}

TEST_CASE("a card dragged out of the tray gets the increment it is dropped in") {
    const Road start = road();
    Bench bench(start.model);
    const view::Rect bar = bench.area("bar", start.first);
    bench.drag(bench.area("card", start.third).center(), {bar.x, bench.area("lane-body").center().y});
    CHECK(item(bench, start.third).start == day(2026, 12, 31));
    CHECK(item(bench, start.third).end == day(2027, 3, 31));
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);
}

TEST_CASE("a dependency is drawn from a bar's right edge, and a circle of them is refused") {
    const Road start = road();
    Bench bench(start.model);
    QString refused;
    QObject::connect(&bench.session, &session::DocumentSession::editRefused,
                     [&](const QString& message) { refused = message; });
    const auto connect = [&](const AnyId& from, const AnyId& to) {
        const view::Rect bar = bench.area("bar", from);
        bench.moveTo(bar.center());
        bench.drag(editors::dependencyHandle(bar).center(), bench.area("bar", to).center());
    };
    connect(start.first, start.second);
    CHECK(item(bench, start.second).dependsOn.contains(start.first));
    CHECK(bench.undoCount() == 1);
    connect(start.second, start.first);
    CHECK(item(bench, start.first).dependsOn.isEmpty());
    CHECK_FALSE(refused.isEmpty());
}

TEST_CASE("items are typed on the timeline and on the board, twenty pasted lines are one undo step") {
    Bench bench;
    bench.click(bench.area("add").center());
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Try it"));
    bench.key(Qt::Key_Escape);
    CHECK(itemsOf(bench, Horizon::now).size() == 1);

    bench.editor->showBoard(true);
    bench.click(bench.area("add", {}, "later").center());
    REQUIRE(bench.text().isOpen());
    bench.paste(test::twentyLines());
    bench.key(Qt::Key_Escape);
    CHECK(itemsOf(bench, Horizon::later).size() == 20);
    CHECK(bench.undoCount() == 2);
    bench.undo();
    bench.undo();
    CHECK(bench.live().plan().roadmap.isEmpty());
}

TEST_CASE("dragging a card on the board changes horizon and rank in one undo step") {
    const Road start = road();
    Bench bench(start.model);
    bench.editor->showBoard(true);
    const view::Rect third = bench.area("card", start.third);
    bench.drag(bench.area("card", start.first).center(), {third.center().x, third.y + 4});
    CHECK(itemsOf(bench, Horizon::next) == std::vector<AnyId>{start.first, start.third});
    CHECK(bench.undoCount() == 1);
    bench.undo();
    CHECK(bench.live() == start.model);

    const view::Rect second = bench.area("card", start.second);
    bench.drag(bench.area("card", start.first).center(), {second.center().x, second.bottom() - 4});
    CHECK(itemsOf(bench, Horizon::now) == std::vector<AnyId>{start.second, start.first});
}

TEST_CASE("a card dropped in another lane of the board changes its flow") {
    Road start = road();
    base::CountingIdGenerator ids(900);
    const edit::Added flow = edit::addNew(start.model, start.model.plan().id, model::Kind::flow, "Permit", ids).value();
    Bench bench(flow.model);
    bench.editor->showBoard(true);
    const std::string cell = "now/" + std::string(flow.id.text());
    bench.drag(bench.area("card", start.first).center(), bench.area("cell", {}, cell).center());
    CHECK(item(bench, start.first).flows.ids() == std::vector<AnyId>{flow.id});
    CHECK(bench.undoCount() == 1);
    bench.checkPlan();
}

TEST_CASE("items are moved by keys alone, and repeated presses are one undo step") {
    const Road start = road();
    Bench bench(start.model);
    bench.session.select(start.first);
    bench.key(Qt::Key_Right, Qt::AltModifier);
    bench.key(Qt::Key_Right, Qt::AltModifier);
    CHECK(item(bench, start.first).start == day(2027, 1, 18));
    CHECK(bench.undoCount() == 1);
    bench.key(Qt::Key_Right, Qt::AltModifier | Qt::ShiftModifier);
    CHECK(item(bench, start.first).end == day(2027, 2, 22));
    CHECK(bench.undoCount() == 2);

    bench.editor->showBoard(true);
    bench.editor->pictureView().setFocus();
    bench.key(Qt::Key_Right, Qt::AltModifier);
    CHECK(item(bench, start.first).horizon == Horizon::next);
    bench.key(Qt::Key_Up, Qt::AltModifier);
    CHECK(itemsOf(bench, Horizon::next) == std::vector<AnyId>{start.first, start.third});
    bench.key(Qt::Key_Down);
    CHECK(bench.session.selection().primary() == start.third);
}

TEST_CASE("an item is renamed where it stands and deleted with its dependencies asked about") {
    Road start = road();
    start.model =
        edit::connectDependency(start.model, Id<RoadmapItem>(start.second), Id<RoadmapItem>(start.first)).value();
    Bench bench(start.model);
    bench.doubleClick({bench.area("bar", start.first).x + 20, bench.area("bar", start.first).center().y});
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QString::fromStdString(test::hostileName));
    CHECK(item(bench, start.first).title == test::hostileName);
    bench.editor->grab();

    bench.key(Qt::Key_Delete);
    REQUIRE(bench.asked);
    CHECK_FALSE(bench.live().contains(start.first));
    bench.checkPlan();
    bench.undo();
    bench.undo();
    CHECK(bench.live() == start.model);
}
