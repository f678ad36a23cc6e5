// The figures round the flow canvas: strip, tabs, ladder and simulation.
#include "editor_bench.h"
#include "editors/flows/figure_words.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/picture_band.h"
#include "editors/flows/simulation_popover.h"
#include "editors/flows/variant_tabs.h"
#include "support/examples.h"
#include "support/permit_office.h"

using namespace flowspine;
using base::AnyId;
using model::Flow;
using model::Id;
using model::Step;
using model::Variant;

namespace {

using Bench = test::EditorBench<editors::FlowsEditor>;

model::Model permitCase() {
    return test::importBundled(test::bundledExamples[0]).model;
}

std::vector<std::string> wordsOf(const view::Picture& picture) {
    std::vector<std::string> words;
    for (const view::Shape& shape : picture.shapes)
        if (const auto* label = std::get_if<view::Label>(&shape.form))
            words.insert(words.end(), label->lines.begin(), label->lines.end());
    return words;
}

bool says(const view::Picture& picture, const std::string& words) {
    const std::vector<std::string> all = wordsOf(picture);
    return std::find(all.begin(), all.end(), words) != all.end();
}

void clickOn(editors::PictureBand& band, const std::string& role, const std::string& key, const AnyId& id = {}) {
    for (const view::HitArea& area : band.picture().areas) {
        if (area.role != role || area.key != key || (id && area.id != id)) continue;
        QTest::mouseClick(&band, Qt::LeftButton, {},
                          band.onScreen({area.rect.x + 6, area.rect.bottom() - 4}).toPoint());
        QApplication::processEvents();
        return;
    }
    FAIL("no area " << role << " " << key);
}

QString tabWords(editors::VariantTabs& tabs, int tab) {
    QStringList words;
    for (const editors::TabPart& part : tabs.figuresAt(tab)) words += part.text;
    return words.join(u' ');
}

} // namespace

TEST_CASE("the strip says what the permit flow takes, and the tabs what the proposal changes") {
    Bench bench(permitCase(), {1512, 900});
    const view::Picture& strip = bench.editor->strip().picture();
    for (const char* words : {"49.9 d", "one pass 43.9 d", "13.0", "static 12 · rework 2 · external 1", "30.9 %",
                              "13.8", "1 with no owner, 1 with several", "PCE 2 %, value-adding only"})
        CHECK(says(strip, words));
    editors::VariantTabs& tabs = bench.editor->variantTabs();
    REQUIRE(tabs.count() == 2);
    CHECK(tabWords(tabs, 0) == QStringLiteral("49.9 d 13.0 handoffs 13.8 ambiguity"));
    CHECK(tabWords(tabs, 1) == QStringLiteral("12.4 d −75 % 2.6 handoffs −10.4 0 ambiguity −13.8"));
}

TEST_CASE("figures of the strip follow an edit at once") {
    Bench bench(permitCase(), {1512, 900});
    const Flow& flow = *bench.live().find(bench.live().plan().flows[0]);
    AnyId fire;
    bench.live().forEach(bench.live().find(flow.current)->steps, [&](const Step& step) {
        if (step.name == "Fire review") fire = step.id;
    });
    REQUIRE(fire);
    (void)bench.session.commit(QStringLiteral("x"), [&](const model::Model& model) {
        return edit::setField(model, fire, "waitTime", base::Duration{8 * 8 * 3600});
    });
    CHECK_FALSE(says(bench.editor->strip().picture(), "49.9 d"));
    // The longest branch is the structural review now: 15 d and 1 h instead of 18 d and half an hour.
    CHECK(says(bench.editor->strip().picture(), "one pass 41 d"));
    CHECK(says(bench.editor->ladder().picture(), "15 d"));
    bench.undo();
    CHECK(says(bench.editor->strip().picture(), "49.9 d"));
}

TEST_CASE("a figure that cannot be told is not shown, says why, and leads to the place") {
    test::PermitOffice office;
    // Nothing leads out of the circle.
    office.add(edit::connectSteps(office.model, office.decide, office.check, model::LinkKind::rework, office.ids));
    model::Id<model::Link> onwards;
    office.model.forEach<model::Link>([&](const model::Link& link) {
        if (link.from == office.decide && link.to == office.end) onwards = model::Id<model::Link>(link.id);
    });
    office.take(edit::setField(office.model, onwards, "probability", 0.0));
    Bench bench(office.model);
    const view::Picture& strip = bench.editor->strip().picture();
    CHECK(says(strip, "–"));
    CHECK(says(strip, "cannot be told yet"));
    CHECK(tabWords(bench.editor->variantTabs(), 0).startsWith(QStringLiteral("lead time unknown")));
    bool isExplained = false;
    for (const view::Shape& shape : strip.shapes)
        isExplained = isExplained || shape.tip.find("circle forever") != std::string::npos;
    CHECK(isExplained);
    clickOn(bench.editor->strip(), "figure", "lead");
    const AnyId selected = bench.session.selection().primary();
    CHECK((selected == office.check || selected == office.decide));
}

TEST_CASE("a click on a figure selects what it comes from") {
    Bench bench(permitCase(), {1512, 900});
    clickOn(bench.editor->strip(), "figure", "lead");
    REQUIRE(bench.session.selection().ids().size() == 1);
    CHECK(bench.live().find(Id<Step>(bench.session.selection().primary()))->name == "Fire review");
    clickOn(bench.editor->strip(), "figure", "handoffs");
    for (const AnyId& id : bench.session.selection().ids()) CHECK(model::kindOf(id) == model::Kind::link);
    CHECK(bench.session.selection().ids().size() >= 12);
    clickOn(bench.editor->strip(), "figure", "ambiguity");
    CHECK(bench.session.selection().ids().size() == 2);
}

TEST_CASE("the time ladder and the canvas share the selection") {
    Bench bench(permitCase(), {1512, 900});
    editors::PictureBand& ladder = bench.editor->ladder();
    REQUIRE(ladder.isVisible());
    CHECK(says(ladder.picture(), "18 d"));
    AnyId step;
    for (const view::HitArea& area : ladder.picture().areas)
        if (area.role == "step") step = area.id;
    REQUIRE(step);
    CHECK(ladder.overlay().empty());
    bench.session.select(step);
    CHECK_FALSE(ladder.overlay().empty());
    bench.session.select(session::Selection());
    clickOn(ladder, "step", "", step);
    CHECK(bench.session.selection().primary() == step);
}

TEST_CASE("the ladder scrolls with the canvas") {
    Bench bench(permitCase(), {1000, 700});
    editors::PictureBand& ladder = bench.editor->ladder();
    const double before = ladder.onScreen({500, 0}).x();
    CHECK(before == Approx(bench.editor->pictureView().viewRect({500, 0, 1, 1}).x()).margin(1.5));
    bench.editor->pictureView().reveal({1200, 100, 10, 10});
    QApplication::processEvents();
    CHECK(ladder.onScreen({500, 0}).x() < before);
    CHECK(ladder.onScreen({500, 0}).x() ==
          Approx(bench.editor->pictureView().viewRect({500, 0, 1, 1}).x()).margin(1.5));
}

TEST_CASE("the simulation runs beside the window, can be cancelled, and says what most cases stay under") {
    Bench bench(permitCase(), {1512, 900});
    clickOn(bench.editor->strip(), "more", "lead");
    editors::SimulationPopover* popover = bench.editor->simulation();
    REQUIRE(popover);
    REQUIRE(QTest::qWaitFor([&] { return popover->result().has_value(); }, 30'000));
    CHECK(popover->result()->runs == 10'000);
    CHECK(popover->words().contains(QStringLiteral("85 % up to")));
    const double mean = popover->result()->meanHours;
    CHECK(mean == Approx(49.9 * 8).epsilon(0.03));

    popover->run(bench.live(), bench.editor->shownVariant(), mean);
    popover->cancel();
    REQUIRE(QTest::qWaitFor([&] { return !popover->isRunning(); }, 30'000));
    QApplication::processEvents();
    // Either it was stopped, or it was done before it heard of it.
    CHECK((popover->words() == QStringLiteral("Cancelled.") || popover->result().has_value()));
    popover->hide();
}

TEST_CASE("names that look like markup are shown as they are in tabs and figures") {
    test::PermitOffice office;
    office.set(office.variant, "name", test::hostileName);
    office.set(office.check, "name", test::hostileName);
    Bench bench(office.model);
    CHECK(bench.editor->variantTabs().count() == 1);
    bench.editor->grab();
}
