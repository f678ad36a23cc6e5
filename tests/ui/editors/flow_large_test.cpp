#include "edit/flow_edit.h"
#include "editor_bench.h"
#include "editors/flows/flows_editor.h"
#include "support/random_flow.h"

using namespace flowspine;
using base::AnyId;
using model::Id;
using model::Kind;
using model::Step;

namespace {

using Bench = test::EditorBench<editors::FlowsEditor>;

constexpr std::size_t manySteps = 2'500;

bool waitForPicture(Bench& bench) {
    return QTest::qWaitFor([&] { return !bench.editor->isPictureLate(); }, 60'000);
}

std::size_t stepsShown(const Bench& bench) {
    std::size_t count = 0;
    for (const view::HitArea& area : bench.editor->pictureView().picture().areas) count += area.role == "step" ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("a large flow is laid out aside, and the picture stays until the next one is there") {
    const test::RandomFlow flow = test::makeRandomFlow(1, manySteps, 6);
    Bench bench(flow.model);
    const std::size_t count = flow.model.find(flow.variant)->steps.size();
    REQUIRE(count > 2'000);
    REQUIRE(waitForPicture(bench));
    REQUIRE(stepsShown(bench) == count);

    const AnyId last = bench.live().find(flow.variant)->steps.ids().back();
    AnyId added;
    REQUIRE(bench.session.commit(QStringLiteral("Add"), [&](const model::Model& model) -> base::Result<model::Model> {
        base::Result<edit::Added> made =
            edit::addStep(model, flow.variant, "One more", Id<model::Team>(), AnyId(), bench.session.ids());
        if (!made) return made.error();
        added = made.value().id;
        return std::move(made).value().model;
    }));
    CHECK(bench.editor->isPictureLate());
    CHECK(stepsShown(bench) == count);
    CHECK_FALSE(bench.editor->pictureView().areaOf(added));
    CHECK(bench.editor->pictureView().areaOf(last));
    // What is not shown yet is shown when it is there.
    CHECK(bench.editor->reveal(added));
    REQUIRE(waitForPicture(bench));
    CHECK(stepsShown(bench) == count + 1);
    CHECK(bench.editor->pictureView().areaOf(added));

    // A name does not wait.
    REQUIRE(bench.session.commit(QStringLiteral("Rename"), [&](const model::Model& model) {
        return edit::setField(model, added, "name", std::string("Another name"));
    }));
    CHECK_FALSE(bench.editor->isPictureLate());
    bench.undo();
    bench.undo();
    REQUIRE(waitForPicture(bench));
    CHECK(stepsShown(bench) == count);
}

TEST_CASE("a step is added to a large flow and named while the flow is laid out") {
    const test::RandomFlow flow = test::makeRandomFlow(2, manySteps, 6);
    Bench bench(flow.model);
    REQUIRE(waitForPicture(bench));
    const std::size_t count = bench.live().find(flow.variant)->steps.size();
    AnyId work;
    bench.live().forEach(bench.live().find(flow.variant)->steps, [&](const Step& each) {
        if (!work && each.type == model::StepType::task) work = each.id;
    });
    bench.session.select(work);
    bench.key(Qt::Key_Return);
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Named meanwhile"));
    bench.key(Qt::Key_Escape);
    REQUIRE(waitForPicture(bench));
    CHECK(bench.live().find(flow.variant)->steps.size() == count + 1);
    CHECK(stepsShown(bench) == count + 1);
    bool isNamed = false;
    bench.live().forEach(bench.live().find(flow.variant)->steps,
                         [&](const Step& each) { isNamed = isNamed || each.name == "Named meanwhile"; });
    CHECK(isNamed);
}
