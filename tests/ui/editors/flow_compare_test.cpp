// Comparing a variant with the current one, on the canvas and in the panel, and adopting it.
#include "editor_bench.h"
#include "editors/flows/compare_panel.h"
#include "editors/flows/compare_words.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flows_editor.h"
#include "editors/flows/picture_band.h"
#include "editors/flows/variant_tabs.h"
#include "support/examples.h"
#include "support/permit_office.h"

#include <QCheckBox>
#include <QDoubleSpinBox>
#include <QPushButton>

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

const Flow& flowOf(const Bench& bench) {
    return *bench.live().find(bench.live().plan().flows[0]);
}

bool says(const view::Picture& picture, const std::string& words) {
    for (const view::Shape& shape : picture.shapes)
        if (const auto* label = std::get_if<view::Label>(&shape.form))
            for (const std::string& line : label->lines)
                if (line == words) return true;
    return false;
}

std::size_t marks(const view::Picture& picture, const std::string& part) {
    std::size_t count = 0;
    for (const view::Shape& shape : picture.shapes) count += shape.part == part ? 1 : 0;
    return count;
}

void showProposal(Bench& bench) {
    bench.editor->showVariant(flowOf(bench).variants[1]);
    bench.editor->pictureView().setFocus();
    bench.key(Qt::Key_C);
}

} // namespace

TEST_CASE("C compares the proposal with what is current, in the panel and on the canvas") {
    Bench bench(permitCase(), {1512, 900});
    showProposal(bench);
    REQUIRE(bench.editor->comparePanel().isVisible());
    const view::Picture& list = bench.editor->comparePanel().list().picture();
    for (const char* words : {"49.9 d", "12.4 d", "−75 %", "−10.4", "+5.5 pts", "Reassigned", "Retimed", "Removed"})
        CHECK(says(list, words));
    CHECK(marks(bench.picture(), "mark.reassigned") == 4);
    CHECK(marks(bench.picture(), "ghost") == 8); // four with another team, four gone
    CHECK(marks(bench.picture(), "ghost.mark") == 4);
    CHECK(says(bench.picture(), "No longer done here"));
    CHECK(marks(bench.picture(), "mark.retimed") >= 4);
    bench.key(Qt::Key_C);
    CHECK_FALSE(bench.editor->comparePanel().isVisible());
    CHECK(marks(bench.picture(), "mark.reassigned") == 0);
    CHECK(marks(bench.picture(), "ghost") == 0);
}

TEST_CASE("while comparing, boxes say what was and what is, and arrows lead up from the lanes that did it before") {
    Bench bench(permitCase(), {1512, 900});
    showProposal(bench);
    const view::Picture& picture = bench.picture();
    CHECK(says(picture, "5 → "));
    CHECK(says(picture, "45 → "));
    CHECK(says(picture, "105 min"));
    CHECK(marks(picture, "moved") == 4);
    std::vector<view::Rect> boxes;
    for (const view::HitArea& area : picture.areas)
        if (area.role == "step" || area.role == "removed") boxes.push_back(area.rect);
    for (std::size_t i = 0; i < boxes.size(); ++i)
        for (std::size_t j = 0; j < i; ++j) CHECK_FALSE(boxes[i].intersects(boxes[j]));
    for (const view::Shape& shape : picture.shapes) {
        if (shape.part != "moved") continue;
        const auto& line = std::get<view::Line>(shape.form);
        CHECK(line.points.front().x == line.points.back().x);
        const view::Rect way{line.points.back().x - 1, line.points.back().y + 1, 2,
                             line.points.front().y - line.points.back().y - 2};
        std::size_t passed = 0;
        for (const view::Rect& box : boxes) passed += box.intersects(way) ? 1 : 0;
        CHECK(passed <= 1); // a decision's box is wider than its lozenge
    }
    const view::Picture& ladder = bench.editor->ladder().picture();
    CHECK(says(ladder, "To-be"));
    CHECK(says(ladder, "As-is"));
    CHECK(says(ladder, "Before 43.9 d, then 11 d: 75 % less"));
    CHECK(marks(ladder, "scale.before.wait") > 4);
}

TEST_CASE("the comparison stands where the inspector would") {
    Bench bench(permitCase(), {1512, 900});
    CHECK_FALSE(bench.editor->hasPanelAside());
    showProposal(bench);
    CHECK(bench.editor->hasPanelAside());
    bench.key(Qt::Key_C);
    CHECK_FALSE(bench.editor->hasPanelAside());
}

TEST_CASE("the comparison follows an edit, and a click on a change selects its step") {
    Bench bench(permitCase(), {1512, 900});
    showProposal(bench);
    const std::size_t before = marks(bench.picture(), "mark.added");
    editors::PictureBand& list = bench.editor->comparePanel().list();
    AnyId step;
    view::Point place;
    for (const view::HitArea& area : list.picture().areas)
        if (!step && area.role == "change" && bench.hasArea("step", area.id)) {
            step = area.id;
            place = area.rect.center();
        }
    REQUIRE(step);
    QTest::mouseClick(&list, Qt::LeftButton, {}, list.onScreen(place).toPoint());
    CHECK(bench.session.selection().primary() == step);
    bench.editor->pictureView().setFocus();
    bench.key(Qt::Key_Return);
    bench.typeLine(QStringLiteral("Publish"));
    bench.key(Qt::Key_Escape);
    CHECK(marks(bench.picture(), "mark.added") == before + 1);
}

TEST_CASE("people who change team lower the share of work that moves without them") {
    Bench bench(permitCase(), {1512, 900});
    showProposal(bench);
    const auto note = [&] {
        std::string all;
        for (const view::Shape& shape : bench.editor->comparePanel().list().picture().shapes)
            if (const auto* label = std::get_if<view::Label>(&shape.form); label && shape.part.starts_with("note"))
                for (const std::string& line : label->lines) all += line + " ";
        return all;
    };
    CHECK(note().find("people: 100 %") != std::string::npos);
    bench.editor->comparePanel().peopleBox().setValue(2);
    CHECK(note().find("80 h of people") != std::string::npos);
    CHECK(note().find("people: 100 %") == std::string::npos);
}

TEST_CASE("adopting makes the variant current and adds a roadmap item that says what changes, in one undo") {
    test::PermitOffice office;
    const AnyId proposed = office.add(edit::duplicateVariant(office.model, office.variant, "One stop", office.ids));
    const Id<Step> copied = office.model.find(Id<Variant>(proposed))->steps[1];
    office.take(edit::handOver(office.model, {copied}, office.oneStop));
    Bench bench(office.model, {1512, 900});
    showProposal(bench);
    editors::ComparePanel& panel = bench.editor->comparePanel();
    REQUIRE(panel.itemBox().isVisible());
    CHECK(panel.itemBox().isChecked());
    panel.adoptButton().click();
    CHECK(flowOf(bench).current == proposed);
    REQUIRE(bench.live().plan().roadmap.size() == 1);
    const model::RoadmapItem& item = *bench.live().find(bench.live().plan().roadmap[0]);
    CHECK(item.variant == proposed);
    CHECK(item.flows.contains(office.flow));
    CHECK(item.title == "Permit: One stop");
    CHECK(item.weBelieve == "Changing the flow: 1 steps reassigned, 0 retimed, 0 added, 0 removed");
    CHECK(item.expectedDelta.find("Handoffs, one pass 0 → 1") != std::string::npos);
    CHECK(bench.undoCount() == 1);
    CHECK_FALSE(panel.adoptButton().isVisible());
    bench.checkPlan();
    bench.undo();
    CHECK(bench.live() == office.model);
    CHECK(panel.adoptButton().isVisible());
    panel.itemBox().setChecked(false);
    panel.adoptButton().click();
    CHECK(flowOf(bench).current == proposed);
    CHECK(bench.live().plan().roadmap.isEmpty());
}

TEST_CASE("a variant without anything to compare it with says so") {
    test::PermitOffice office;
    Bench bench(office.model);
    bench.key(Qt::Key_C);
    const editors::FlowFigures figures(office.model, office.flow);
    const view::ChangeList list = editors::changeListOf(figures, office.variant, 0);
    REQUIRE(list.notes.size() == 1);
    CHECK(list.notes[0].find("nothing to compare") != std::string::npos);
    CHECK_FALSE(bench.editor->comparePanel().adoptButton().isVisible());
}

TEST_CASE("names that look like markup stay text in the comparison") {
    test::PermitOffice office;
    office.set(office.check, "name", test::hostileName);
    const AnyId proposed =
        office.add(edit::duplicateVariant(office.model, office.variant, test::hostileName, office.ids));
    office.take(edit::remove(office.model, {office.model.find(Id<Variant>(proposed))->steps[1]}));
    Bench bench(office.model, {1512, 900});
    showProposal(bench);
    bench.editor->grab();
    CHECK(bench.editor->comparePanel().isVisible());
}
