// What stands round the flow canvas, and how much of a flow shows at a zoom.
#include "editor_bench.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flow_list.h"
#include "editors/flows/flow_selector.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/picture_band.h"
#include "support/examples.h"
#include "support/permit_office.h"

using namespace flowspine;

namespace {

using Bench = test::EditorBench<editors::FlowsEditor>;

std::size_t labels(const view::Picture& picture, const std::string& part) {
    std::size_t count = 0;
    for (const view::Shape& shape : picture.shapes)
        count += shape.part == part && std::holds_alternative<view::Label>(shape.form) ? 1 : 0;
    return count;
}

} // namespace

TEST_CASE("zooming out leaves out what cannot be read, when zooming pauses") {
    Bench bench(test::importBundled(test::bundledExamples[0]).model, {1512, 900});
    REQUIRE(labels(bench.picture(), "process") > 5);
    bench.editor->setZoomPercent(50);
    CHECK(labels(bench.picture(), "process") > 5); // nothing is laid out while the wheel turns
    QTest::qWait(200);
    CHECK(labels(bench.picture(), "process") == 0);
    CHECK(labels(bench.picture(), "name") > 5);
    bench.editor->setZoomPercent(20);
    QTest::qWait(200);
    CHECK(labels(bench.picture(), "name") == 0);
    CHECK(labels(bench.picture(), "lane.name") == 7);
    bench.key(Qt::Key_0, Qt::ControlModifier);
    CHECK(labels(bench.picture(), "process") > 5);
}

TEST_CASE("in a narrow window the list of flows is a button that pops it up") {
    const test::PermitOffice start;
    Bench bench(start.model, {1500, 900});
    CHECK(bench.editor->flowList().isVisible());
    CHECK_FALSE(bench.editor->bar().selector().isVisible());
    bench.editor->resize(1000, 700);
    QApplication::processEvents();
    CHECK_FALSE(bench.editor->flowList().isVisible());
    REQUIRE(bench.editor->bar().selector().isVisible());
    bench.editor->bar().selector().click();
    CHECK(bench.editor->flowList().isVisible());
    bench.editor->flowList().hide();
    bench.editor->flowList().startTyping();
    CHECK(bench.editor->flowList().isVisible());
    bench.editor->resize(1500, 900);
    QApplication::processEvents();
    CHECK(bench.editor->flowList().isVisible());
    CHECK_FALSE(bench.editor->flowList().isPopup());
}

TEST_CASE("beside the canvas stands what the flow is about and what its marks mean") {
    const test::PermitOffice start;
    Bench bench(start.model, {1500, 900});
    const auto says = [](const view::Picture& picture, const std::string& words) {
        for (const view::Shape& shape : picture.shapes)
            if (const auto* label = std::get_if<view::Label>(&shape.form); label && label->lines.front() == words)
                return true;
        return false;
    };
    CHECK(says(bench.editor->flowList().about().picture(), "About this flow"));
    CHECK(says(bench.editor->flowList().legend().picture(), "critical path"));
    bench.editor->flowList().setComparing(true);
    CHECK(says(bench.editor->flowList().legend().picture(), "another team"));
    CHECK_FALSE(says(bench.editor->flowList().legend().picture(), "critical path"));
}

TEST_CASE("a flow that is cut by little is shown whole until somebody zooms") {
    const model::Model model = test::importBundled(test::bundledExamples[0]).model;
    Bench bench(model, {1512, 900});
    CHECK(bench.editor->zoomPercent() < 100);
    CHECK(bench.editor->zoomPercent() >= 88);
    const view::Rect whole = bench.picture().bounds;
    CHECK(whole.width * bench.editor->pictureView().zoom() <= bench.editor->pictureView().viewport()->width() + 1);
    bench.editor->setZoomPercent(100);
    bench.editor->resize(1500, 880);
    QApplication::processEvents();
    CHECK(bench.editor->zoomPercent() == 100);
}

TEST_CASE("what is wrong with a flow is marked at its place, said there, and said where numbers are missing") {
    test::PermitOffice start;
    const base::AnyId lost = start.add(edit::addNew(start.model, start.variant, model::Kind::step, "Lost", start.ids));
    model::Id<model::Link> out;
    start.model.forEach(start.model.find(start.variant)->links, [&](const model::Link& link) {
        if (link.from == start.check) out = model::Id<model::Link>(link.id);
    });
    start.take(edit::setField(start.model, out, "probability", 40.0));
    Bench bench(start.model, {1500, 900});
    const auto tipAt = [&](const base::AnyId& id) {
        for (const view::Shape& shape : bench.picture().shapes)
            if (shape.id == id && shape.part == "problem") return shape.tip;
        return std::string();
    };
    CHECK(tipAt(lost).find("can never be reached") != std::string::npos);
    CHECK(tipAt(start.check).find("40") != std::string::npos);
    CHECK(labels(bench.editor->ladder().picture(), "empty") == 1);
    bench.editor->setZoomPercent(20);
    QTest::qWait(200);
    std::size_t icons = 0;
    for (const view::Shape& shape : bench.picture().shapes) icons += shape.part == "problem.icon" ? 1 : 0;
    CHECK(icons >= 2);
}
