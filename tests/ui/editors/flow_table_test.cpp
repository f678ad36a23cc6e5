// The table of a flow: editing in place, pasting from spreadsheets, copying out.
#include "editors/flows/flow_table.h"

#include "editor_bench.h"
#include "editors/flows/flow_bar.h"
#include "editors/flows/flow_table_header.h"
#include "editors/flows/flow_table_text.h"
#include "editors/flows/flows_editor.h"
#include "model/entity_type.h"
#include "support/examples.h"
#include "support/permit_office.h"

#include <QPushButton>

using namespace flowspine;
using base::AnyId;
using edit::FlowTableColumn;
using editors::FlowBar;
using editors::FlowTable;
using model::Id;
using model::Step;
using model::Variant;

namespace {

using Bench = test::EditorBench<editors::FlowsEditor>;

constexpr int laneColumn = 2;
constexpr int processColumn = 3;
constexpr int waitColumn = 4;
constexpr int accountableColumn = 6;
constexpr int nextColumn = 8;

QString cell(FlowTable& table, int row, int column) {
    return table.view().model()->index(row, column).data().toString();
}

int rowOf(FlowTable& table, const QString& step) {
    for (int row = 0; row < table.view().model()->rowCount(); ++row)
        if (cell(table, row, 0) == step) return row;
    FAIL("no row " << step.toStdString());
    return -1;
}

bool write(FlowTable& table, const QString& step, int column, const QString& text) {
    return table.view().model()->setData(table.view().model()->index(rowOf(table, step), column), text);
}

Bench& withTable(Bench& bench) {
    bench.editor->bar().setShown(FlowBar::Show::both);
    QApplication::processEvents();
    return bench;
}

} // namespace

TEST_CASE("cells with tabs, line breaks and quotes survive the way through text") {
    const std::vector<QStringList> rows = {{QStringLiteral("a\tb"), QStringLiteral("c \"d\""), QStringLiteral("e\nf")},
                                           {QStringLiteral("\"quoted\""), QString(), QStringLiteral("x")}};
    CHECK(editors::cellsOf(editors::textOfCells(rows)) == rows);
    CHECK(editors::cellsOf(QStringLiteral("a\tb\r\n\t \r\nc\td\n")) ==
          std::vector<QStringList>{{QStringLiteral("a"), QStringLiteral("b")},
                                   {QStringLiteral("c"), QStringLiteral("d")}});
    CHECK(editors::cellsOf({}).empty());
}

TEST_CASE("headings are known by many names, and state units of bare numbers") {
    const adapters::FieldEdit reader(model::makeEmptyModel(AnyId("plan-1"), "Plan"));
    const auto table = editors::pastedTable(
        QStringLiteral("Activity\tDept\tTouch time (min)\tQueue (d)\tFTR\tColour\nCheck\tIntake\t30\t2\t90 %\tred\n"
                       "Decide\t\tsoon\t1:30\t120\tblue\n"),
        reader);
    CHECK(table.hasHeadings);
    CHECK(table.unknownHeadings == QStringList{QStringLiteral("Colour")});
    REQUIRE(table.rows.size() == 2);
    CHECK(table.rows[0].name == "Check");
    CHECK(table.rows[0].lane == "Intake");
    CHECK(table.rows[0].processTime == base::Duration{1800});
    CHECK(table.rows[0].waitTime == base::Duration{2 * 8 * 3600});
    CHECK(table.rows[0].percentCompleteAccurate == 90.0);
    CHECK_FALSE(table.rows[1].lane);
    CHECK(table.rows[1].waitTime == base::Duration{5400});
    REQUIRE(table.problems.size() == 2);
    CHECK(table.problems[0].row == 1);
    CHECK(table.problems[0].column == FlowTableColumn::process);
    CHECK(table.problems[1].column == FlowTableColumn::quality);

    const auto bare = editors::pastedTable(QStringLiteral("Check\tTask\tIntake\nDecide\tDecision\tBoard"), reader);
    CHECK_FALSE(bare.hasHeadings);
    REQUIRE(bare.rows.size() == 2);
    CHECK(bare.rows[1].type == model::StepType::decision);
    CHECK(bare.rows[1].lane == "Board");
}

TEST_CASE("T shows the table of the flow below the canvas and hides it again") {
    Bench bench(test::importBundled(test::bundledExamples[0]).model, {1512, 900});
    FlowTable& table = bench.editor->table();
    CHECK_FALSE(table.isVisible());
    bench.key(Qt::Key_T);
    REQUIRE(table.isVisible());
    const int row = rowOf(table, QStringLiteral("Fire review"));
    CHECK(cell(table, row, laneColumn) == QStringLiteral("Fire marshal"));
    CHECK(cell(table, row, processColumn) == QStringLiteral("30 min"));
    CHECK(cell(table, row, waitColumn) == QStringLiteral("18 d"));
    CHECK(cell(table, rowOf(table, QStringLiteral("Print, stamp and circulate plans")), accountableColumn) ==
          QStringLiteral("Nobody"));
    bench.key(Qt::Key_T);
    CHECK_FALSE(table.isVisible());
}

TEST_CASE("cells are edited in place, each as one undo step, and what cannot be read is said") {
    test::PermitOffice office;
    Bench bench(office.model);
    FlowTable& table = withTable(bench).editor->table();
    CHECK(write(table, QStringLiteral("Decide"), waitColumn, QStringLiteral("2 d")));
    CHECK(bench.live().find(office.decide)->waitTime == base::Duration{16 * 3600});
    CHECK(write(table, QStringLiteral("Decide"), laneColumn, QStringLiteral("Board")));
    CHECK(model::titleOf(*bench.live().find(bench.live().find(office.decide)->team)) == "Board");
    CHECK(write(table, QStringLiteral("Decide"), accountableColumn, QStringLiteral("Lead, Planning")));
    CHECK(bench.undoCount() == 3);
    CHECK_FALSE(write(table, QStringLiteral("Decide"), processColumn, QStringLiteral("soon")));
    CHECK(table.said().contains(QStringLiteral("soon")));
    CHECK_FALSE(write(table, QStringLiteral("Decide"), nextColumn, QStringLiteral("Nowhere")));
    CHECK(table.said() == QStringLiteral("No step is called “Nowhere”."));
    CHECK(bench.undoCount() == 3);
    CHECK(write(table, QStringLiteral("Decide"), processColumn, QStringLiteral("15 min")));
    CHECK(table.said().isEmpty());
    bench.checkPlan();
    for (int i = 0; i < 4; ++i) bench.undo();
    CHECK(bench.live() == office.model);
}

TEST_CASE("pasted rows are shown first, applied by Enter as one undo step, and dropped by Esc") {
    test::PermitOffice office;
    Bench bench(office.model);
    FlowTable& table = withTable(bench).editor->table();
    const QString text = QStringLiteral("Activity\tDept\tTouch time\tQueue\tWho\tThen\n"
                                        "Heritage review\tHeritage office\t30 min\t12 d\tJ. Ruiz\tDecide\n"
                                        "Check zoning\tPlanning\t\t15 d\t\tHeritage review\n");
    QApplication::clipboard()->setText(text);
    table.view().setFocus();
    bench.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(table.isPreviewing());
    CHECK(table.pasteWords() ==
          QStringLiteral("2 rows: 1 new step, 1 changed, 1 new lane, 2 new links, 1 link taken out."));
    CHECK(bench.session.committed() == office.model);
    CHECK(cell(table, rowOf(table, QStringLiteral("Heritage review")), laneColumn) ==
          QStringLiteral("Heritage office"));
    bench.key(Qt::Key_Escape);
    CHECK_FALSE(table.isPreviewing());
    CHECK(bench.live() == office.model);
    CHECK(bench.undoCount() == 0);

    bench.key(Qt::Key_V, Qt::ControlModifier);
    bench.key(Qt::Key_Return);
    CHECK_FALSE(table.isPreviewing());
    CHECK(table.pasteWords().isEmpty());
    CHECK(bench.undoCount() == 1);
    rowOf(table, QStringLiteral("Heritage review"));
    CHECK(bench.live().find(office.check)->waitTime == base::Duration{15 * 8 * 3600});
    bench.checkPlan();
    bench.undo();
    CHECK(bench.live() == office.model);
}

TEST_CASE("what is pasted is shown on the canvas as proposed, and whatever else happens first drops it") {
    test::PermitOffice office;
    Bench bench(office.model);
    FlowTable& table = withTable(bench).editor->table();
    table.paste(QStringLiteral("Activity\tDept\tThen\nHeritage review\tHeritage office\tDecide\n"));
    REQUIRE(table.isPreviewing());
    CHECK(table.proposed().size() == 3); // step, lane and link
    std::size_t dashed = 0;
    for (const view::Shape& shape : bench.picture().shapes) {
        const auto* box = std::get_if<view::Box>(&shape.form);
        if (box && shape.part == "box" && box->border.paint.role == view::Role::accent) ++dashed;
    }
    CHECK(dashed == 1);
    // Somebody renames a step: the paste is not agreed to by that.
    REQUIRE(bench.session.commit(QStringLiteral("Rename"), [&](const model::Model& model) {
        return edit::setField(model, office.check, "name", std::string("Check the zone"));
    }));
    CHECK_FALSE(table.isPreviewing());
    CHECK(table.pasteWords().isEmpty());
    CHECK(table.said().contains(QStringLiteral("nothing of them was applied")));
    CHECK(bench.undoCount() == 1);
    CHECK(bench.live().find(office.variant)->steps.size() == office.model.find(office.variant)->steps.size());
    for (const model::EntityPtr& team : bench.live().table(model::Kind::team).rows())
        CHECK(model::titleOf(*team) != "Heritage office");
}

TEST_CASE("a column of the table takes another pasted column, and unknown roles are made with the paste") {
    test::PermitOffice office;
    Bench bench(office.model);
    FlowTable& table = withTable(bench).editor->table();
    table.paste(QStringLiteral("Activity\tDept\tQueue\tTouch time\tWho\n"
                               "Heritage review\tPlanning\t2 d\t30 min\tJ. Ruiz\n"));
    REQUIRE(table.isPreviewing());
    CHECK(table.header().pasted()[waitColumn] == QStringLiteral("Queue"));
    CHECK(table.header().pasted()[nextColumn].isEmpty());
    REQUIRE(table.addRolesButton().isVisible());
    CHECK(table.addRolesButton().text() == QStringLiteral("Add role J. Ruiz"));
    table.addRolesButton().click();
    CHECK_FALSE(table.addRolesButton().isVisible());
    const int row = rowOf(table, QStringLiteral("Heritage review"));
    CHECK(cell(table, row, accountableColumn) == QStringLiteral("J. Ruiz"));
    table.takeFrom(FlowTableColumn::wait, 3);
    CHECK(table.header().pasted()[waitColumn] == QStringLiteral("Touch time"));
    CHECK(table.header().pasted()[processColumn].isEmpty());
    CHECK(cell(table, rowOf(table, QStringLiteral("Heritage review")), waitColumn) == QStringLiteral("30 min"));
    table.takeFrom(FlowTableColumn::accountable, std::nullopt);
    CHECK(table.header().pasted()[accountableColumn].isEmpty());
    table.apply();
    CHECK(bench.undoCount() == 1);
    CHECK(table.header().pasted().isEmpty());
    bench.checkPlan();
    bench.undo();
    CHECK(bench.live() == office.model);
}

TEST_CASE("a spreadsheet pasted on the canvas opens the table with its preview") {
    test::PermitOffice office;
    Bench bench(office.model);
    QApplication::clipboard()->setText(QStringLiteral("Step\tLane\nPublish\tPlanning\n"));
    bench.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(bench.editor->table().isVisible());
    CHECK(bench.editor->table().isPreviewing());
    bench.editor->table().cancel();
    CHECK(bench.live() == office.model);
}

TEST_CASE("what is copied out and pasted back changes nothing") {
    for (const test::BundledExample& example : test::bundledExamples) {
        CAPTURE(example.fileName);
        const model::Model plan = test::importBundled(example).model;
        Bench bench(plan, {1512, 900});
        FlowTable& table = withTable(bench).editor->table();
        table.view().setFocus();
        bench.key(Qt::Key_C, Qt::ControlModifier);
        const QString text = QApplication::clipboard()->text();
        CHECK(text.startsWith(
            QStringLiteral("Step\tType\tLane\tProcess\tWait\t%C&A\tAccountable\tDecision right\tNext\n")));
        table.paste(text);
        CHECK(table.pasteWords().endsWith(QStringLiteral("nothing new.")));
        CHECK(bench.live() == plan);
        table.apply();
        CHECK(bench.undoCount() == 0);
    }
}

TEST_CASE("table and canvas share the selection") {
    test::PermitOffice office;
    Bench bench(office.model);
    FlowTable& table = withTable(bench).editor->table();
    bench.session.select(office.decide);
    REQUIRE(table.view().selectionModel()->selectedRows().size() == 1);
    CHECK(table.view().selectionModel()->selectedRows().front().row() == rowOf(table, QStringLiteral("Decide")));
    const QModelIndex check = table.view().model()->index(rowOf(table, QStringLiteral("Check zoning")), 0);
    QTest::mouseClick(table.view().viewport(), Qt::LeftButton, {}, table.view().visualRect(check).center());
    CHECK(bench.session.selection() == session::Selection({office.check}));
}

TEST_CASE("names that look like markup stay text in the table and come through the clipboard") {
    test::PermitOffice office;
    office.set(office.check, "name", test::hostileName);
    Bench bench(office.model);
    FlowTable& table = withTable(bench).editor->table();
    CHECK(cell(table, 0, 0) == QString::fromStdString(test::hostileName));
    table.paste(table.copiedText());
    CHECK(table.pasteWords().endsWith(QStringLiteral("nothing new.")));
    table.cancel();
    CHECK(bench.live() == office.model);
}
