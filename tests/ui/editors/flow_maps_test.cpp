// The handoff map and the overview map over the flow canvas.
#include "editor_bench.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/picture_band.h"
#include "support/examples.h"

using namespace flowspine;

namespace {

using Bench = test::EditorBench<editors::FlowsEditor>;

model::Model permitCase() {
    return test::importBundled(test::bundledExamples[0]).model;
}

std::size_t pairLinks(Bench& bench) {
    std::size_t count = 0;
    for (const view::Shape& shape : bench.editor->pictureView().overlay()) count += shape.part == "pair link" ? 1 : 0;
    return count;
}

std::string words(const view::Picture& picture, const std::string& part) {
    for (const view::Shape& shape : picture.shapes)
        if (const auto* label = std::get_if<view::Label>(&shape.form); label && shape.part == part)
            return label->lines.front();
    return {};
}

} // namespace

TEST_CASE("H shows which teams hand over to which, and a pair lights up its links") {
    Bench bench(permitCase(), {1512, 900});
    CHECK_FALSE(bench.editor->handoffMap().isVisible());
    bench.key(Qt::Key_H);
    editors::PictureBand& map = bench.editor->handoffMap();
    REQUIRE(map.isVisible());
    CHECK(words(map.picture(), "all") == "14"); // 12 of one pass and 2 of rework
    const view::HitArea* pair = nullptr;
    for (const view::HitArea& area : map.picture().areas)
        if (area.role == "pair") pair = &area;
    REQUIRE(pair);
    CHECK(pairLinks(bench) == 0);
    QTest::mouseMove(&map, map.onScreen(pair->rect.center()).toPoint());
    QMouseEvent hover(QEvent::MouseMove, map.onScreen(pair->rect.center()), map.mapToGlobal(QPointF()), Qt::NoButton,
                      Qt::NoButton, {});
    QApplication::sendEvent(&map, &hover);
    CHECK(pairLinks(bench) > 0);
    QEvent leave(QEvent::Leave);
    QApplication::sendEvent(&map, &leave);
    CHECK(pairLinks(bench) == 0);
    QTest::mouseClick(&map, Qt::LeftButton, {}, map.onScreen(pair->rect.center()).toPoint());
    QApplication::sendEvent(&map, &leave);
    CHECK(pairLinks(bench) > 0);
    bench.editor->pictureView().setFocus();
    bench.key(Qt::Key_H);
    CHECK_FALSE(map.isVisible());
    CHECK(pairLinks(bench) == 0);
}

TEST_CASE("the handoff map is pulled about by its title and stays where it was put") {
    Bench bench(permitCase(), {1512, 900});
    bench.key(Qt::Key_H);
    editors::PictureBand& map = bench.editor->handoffMap();
    const QPoint before = map.pos();
    const QPoint by(before.x() > 300 ? -120 : 120, before.y() > 100 ? -40 : 40);
    QTest::mousePress(&map, Qt::LeftButton, {}, {60, 10});
    QMouseEvent pull(QEvent::MouseMove, QPointF(60, 10) + by, map.mapToGlobal(QPointF(60, 10) + by), Qt::NoButton,
                     Qt::LeftButton, {});
    QApplication::sendEvent(&map, &pull);
    QTest::mouseRelease(&map, Qt::LeftButton, {}, {60, 10});
    CHECK(map.pos() == before + by);
    const model::AnyId step = bench.live().find(bench.editor->shownVariant())->steps.ids()[1];
    REQUIRE(bench.session.commit(QStringLiteral("Rename"), [&](const model::Model& model) {
        return edit::setField(model, step, "waitTime", base::fromHours(3));
    }));
    CHECK(map.pos() == before + by);
}

TEST_CASE("the overview map is there while the flow is larger than the view, follows it, and M hides it") {
    Bench bench(permitCase(), {1200, 800});
    editors::PictureBand& map = bench.editor->overview();
    REQUIRE(map.isVisible());
    const std::vector<view::Shape> before = map.overlay();
    bench.editor->pictureView().reveal({1300, 400, 10, 10});
    QApplication::processEvents();
    CHECK(map.overlay() != before);
    // A click at its left end scrolls the canvas back.
    QTest::mouseClick(&map, Qt::LeftButton, {}, {2, 2});
    QApplication::processEvents();
    CHECK(bench.editor->pictureView().viewRect({0, 0, 1, 1}).x() >= -1);
    bench.key(Qt::Key_M);
    CHECK_FALSE(map.isVisible());
    bench.key(Qt::Key_M);
    CHECK(map.isVisible());
    bench.editor->zoomToFit();
    QApplication::processEvents();
    CHECK_FALSE(map.isVisible());
}
