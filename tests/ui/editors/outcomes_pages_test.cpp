// The outcomes editor beyond its cards: by keyboard alone, as a table, with the readings of a measure, and pasted from
// spreadsheets and files.
#include "edit/team_edit.h"
#include "editor_bench.h"
#include "editors/outcomes/outcomes_editor.h"
#include "editors/outcomes/reading_text.h"
#include "support/examples.h"
#include "support/permit_office.h"

#include <QLineEdit>
#include <QScrollBar>
#include <QTemporaryDir>

using namespace flowspine;
using base::AnyId;
using editors::OutcomesEditor;
using editors::TypedReading;
using model::Id;
using model::Model;
using model::Outcome;
using Page = OutcomesEditor::Page;

namespace {

using Bench = test::EditorBench<OutcomesEditor>;

const base::Date today = *base::makeDate(2026, 11, 23); // of the bench

const Outcome& outcomeAt(const Bench& bench, std::size_t place) {
    return *bench.live().find(bench.live().plan().outcomes[place]);
}

std::vector<std::optional<double>> valuesOf(const Model& model, const Id<model::Measure>& measure) {
    std::vector<std::optional<double>> values;
    model.forEach(model.find(measure)->readings,
                  [&](const model::Reading& reading) { values.push_back(reading.value); });
    return values;
}

// A measure with nothing in it, on a board of one outcome.
struct Measured {
    test::PermitOffice office;
    AnyId measure = office.add(edit::addMeasure(office.model, office.faster, "Days to decide", office.ids));
};

} // namespace

TEST_CASE("the keyboard alone fills an outcome with two measures and a constraint in a step of a flow") {
    test::PermitOffice office;
    Bench bench(office.model);
    bench.type(QStringLiteral("Rules are clear"));
    bench.key(Qt::Key_Tab);
    bench.type(QStringLiteral("Say the rules were clear"));
    bench.key(Qt::Key_Tab);
    bench.type(QStringLiteral("Complete at first"));
    bench.key(Qt::Key_Return);
    bench.key(Qt::Key_Escape);
    const Outcome& outcome = outcomeAt(bench, 1);
    CHECK(outcome.title == "Rules are clear");
    REQUIRE(outcome.measures.size() == 2);
    CHECK(bench.live().find(outcome.measures[0])->name == "Say the rules were clear");
    CHECK(bench.live().find(outcome.measures[1])->name == "Complete at first");

    bench.key(Qt::Key_Return, Qt::ShiftModifier);
    bench.type(QStringLiteral("Files wait for zoning"));
    bench.key(Qt::Key_Tab);
    bench.type(QStringLiteral("check zoning"));
    bench.key(Qt::Key_Return);
    REQUIRE(bench.live().plan().constraints.size() == 1);
    const auto& constraint = *bench.live().find(bench.live().plan().constraints[0]);
    CHECK(constraint.outcomes.ids() == std::vector<AnyId>{outcome.id});
    CHECK(constraint.locations.ids() == std::vector<AnyId>{office.check});
    bench.key(Qt::Key_5);
    CHECK(bench.live().find(bench.live().plan().constraints[0])->severity == 5.0);
    bench.checkPlan();
    for (int i = bench.undoCount(); i > 0; --i) bench.undo();
    CHECK(bench.live() == office.model);
}

TEST_CASE("a place that nobody knows stays as it was typed, and the reason is said") {
    test::PermitOffice office;
    const AnyId constraint = office.add(edit::addConstraintFor(office.model, office.faster, "Queue", office.ids));
    Bench bench(office.model);
    QStringList said;
    QObject::connect(&bench.session, &session::DocumentSession::editRefused,
                     [&](const QString& words) { said += words; });
    bench.session.select(constraint);
    bench.key(Qt::Key_L, Qt::ControlModifier);
    REQUIRE(bench.text().isOpen());
    bench.typeLine(QStringLiteral("Nowhere land"));
    CHECK(said.size() == 1);
    CHECK(said.join(u' ').contains(QStringLiteral("Nowhere land")));
    REQUIRE(bench.text().isOpen());
    CHECK(bench.text().text() == QStringLiteral("Nowhere land"));
    CHECK(bench.live() == office.model);
}

TEST_CASE("a spreadsheet block becomes outcomes with owners and measures in one undo step") {
    test::PermitOffice office;
    Bench bench(office.model);
    QApplication::clipboard()->setText(
        QStringLiteral("Outcome\tMatters to\tOwner\tMeasure\tUnit\tBaseline\tTarget\tColour\n"
                       "Decisions are quick\tPeople we serve\tLead, Front desk\tDays to decide\tdays\t55\t20\tred\n"
                       "Cost falls\tOur organisation\tlead, front desk\tCost a permit\tEUR\tabout 900\t600\t\n"));
    bench.key(Qt::Key_V, Qt::ControlModifier);
    REQUIRE(bench.live().plan().outcomes.size() == 3);
    CHECK(bench.undoCount() == 1);
    const Outcome* quick = nullptr;
    const Outcome* cost = nullptr;
    bench.live().forEach<Outcome>([&](const Outcome& each) {
        if (each.title == "Decisions are quick") quick = &each;
        if (each.title == "Cost falls") cost = &each;
    });
    REQUIRE((quick && cost));
    CHECK(cost->perspective == model::Perspective::organisation);
    // One role for both, whatever its letters' case.
    CHECK(quick->owner == cost->owner);
    CHECK(bench.live().find(quick->owner)->name == "Lead, Front desk");
    const auto& days = *bench.live().find(quick->measures[0]);
    CHECK(days.baseline == 55.0);
    CHECK(days.target == 20.0);
    CHECK(days.unit == "days");
    // What cannot be read is not lost.
    CHECK(quick->notes == "Colour: red");
    CHECK(cost->notes == "Baseline: about 900");
    CHECK_FALSE(bench.live().find(cost->measures[0])->baseline);
    bench.checkPlan();
    bench.undo();
    CHECK(bench.live() == office.model);
}

TEST_CASE("the table is edited in place, sorted and filtered") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    Bench bench(permit.model);
    bench.key(Qt::Key_T, Qt::ControlModifier);
    REQUIRE(bench.editor->page() == Page::table);
    QAbstractItemModel& rows = *bench.editor->table().view().model();
    REQUIRE(rows.rowCount() == 4);
    const auto textAt = [&](int row, int column) { return rows.index(row, column).data(Qt::EditRole).toString(); };
    CHECK(textAt(0, 0) == QStringLiteral("Applicants get a decision quickly"));
    CHECK(textAt(0, 8) == QStringLiteral("3"));

    CHECK(rows.setData(rows.index(0, 0), QStringLiteral("Quick decisions"), Qt::EditRole));
    CHECK(bench.live().find(Id<Outcome>(permit.ids.at("O1")))->title == "Quick decisions");
    CHECK(rows.setData(rows.index(0, 5), QStringLiteral("Draft"), Qt::EditRole));
    CHECK(bench.live().find(Id<Outcome>(permit.ids.at("O1")))->status == model::OutcomeStatus::draft);
    CHECK(bench.undoCount() == 2);
    // What is no status changes nothing and says so in one sentence.
    CHECK_FALSE(rows.setData(rows.index(0, 5), QStringLiteral("Perhaps"), Qt::EditRole));
    CHECK(bench.undoCount() == 2);
    CHECK(bench.editor->table().said().endsWith(u'.'));

    rows.sort(0, Qt::DescendingOrder);
    CHECK(textAt(0, 0) == QStringLiteral("Service recovery is fast when we get it wrong"));
    bench.editor->table().filter().setText(QStringLiteral("organisation"));
    REQUIRE(rows.rowCount() == 1);
    CHECK(textAt(0, 0) == QStringLiteral("Safe, code-compliant buildings"));
    bench.editor->table().filter().clear();
    CHECK(rows.rowCount() == 4);
    CHECK(bench.editor->table().copiedText().startsWith(QStringLiteral("Outcome\tMatters to\t")));
}

TEST_CASE("an empty table has a place to type, and takes pasted lines") {
    Bench bench;
    bench.editor->showPage(Page::table);
    bench.editor->table().typeLine().setFocus();
    bench.typeLine(QStringLiteral("Decisions are quick"));
    bench.typeLine(QStringLiteral("Rules are clear"));
    CHECK(bench.live().plan().outcomes.size() == 2);
    CHECK(bench.undoCount() == 2);
    bench.editor->table().view().setFocus();
    bench.paste(test::twentyLines());
    CHECK(bench.live().plan().outcomes.size() == 22);
    CHECK(bench.undoCount() == 3);
    CHECK(bench.editor->table().view().model()->rowCount() == 22);
}

TEST_CASE("outcomes become part of others by Alt and arrows, and are indented under them") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    Bench bench(permit.model);
    bench.editor->showPage(Page::table);
    bench.session.select(permit.ids.at("O2"));
    bench.editor->table().view().setFocus();
    bench.key(Qt::Key_Right, Qt::AltModifier);
    const Id<Outcome> second(permit.ids.at("O2"));
    CHECK(bench.live().find(second)->parent == permit.ids.at("O1"));
    const std::vector<editors::OutcomeRow> rows = editors::outcomeRows(bench.live());
    CHECK(rows[1].id == second);
    CHECK(rows[1].depth == 1);
    bench.key(Qt::Key_Left, Qt::AltModifier);
    CHECK(bench.live().find(second)->parent.isEmpty());
    bench.key(Qt::Key_Escape);
    CHECK(bench.editor->page() == Page::board);
}

TEST_CASE("outcomes that are part of each other are all in the table") {
    test::PermitOffice office;
    const AnyId other =
        office.add(edit::addOutcome(office.model, model::Perspective::peopleServed, "Other", office.ids));
    office.set(office.faster, "parent", model::FieldValue(other));
    office.set(other, "parent", model::FieldValue(AnyId(office.faster)));
    CHECK(editors::outcomeRows(office.model).size() == 2);
}

TEST_CASE("lines become readings in the ways people write them") {
    const auto one = [](const char* line) {
        const std::vector<TypedReading> readings = editors::readingsIn(QString::fromUtf8(line), today);
        REQUIRE(readings.size() == 1);
        return readings.front();
    };
    const base::Date october = *base::makeDate(2026, 10, 31);
    CHECK(one("48.5") == TypedReading{today, 48.5, {}});
    CHECK(one("31 Oct 2026 48") == TypedReading{october, 48.0, {}});
    CHECK(one("2026-10-31\t48 %\tafter the strike") == TypedReading{october, 48.0, QStringLiteral("after the strike")});
    CHECK(one("31.10.2026;48,5") == TypedReading{october, 48.5, {}});
    CHECK(one("2026-10-31,48") == TypedReading{october, 48.0, {}});
    CHECK(one("48\t2026-10-31") == TypedReading{october, 48.0, {}});
    CHECK(one("2026-10-31\tunknown") == TypedReading{october, std::nullopt, QStringLiteral("unknown")});
    CHECK(one("about fifty") == TypedReading{today, std::nullopt, QStringLiteral("about fifty")});
    CHECK(editors::readingsIn(QStringLiteral("Date,Value\r\n2026-10-31,48\r\n\r\n2026-11-30,47\r\n"), today).size() ==
          2);
    CHECK(editors::readingsIn({}, today).empty());
}

TEST_CASE("readings are typed and pasted where the measure is shown in full, a block in one undo step") {
    Measured m;
    Bench bench(m.office.model);
    bench.session.select(m.measure);
    bench.key(Qt::Key_Return, Qt::AltModifier);
    REQUIRE(bench.editor->page() == Page::measure);
    const Id<model::Measure> measure(m.measure);
    bench.typeLine(QStringLiteral("31 Oct 2026 48"));
    CHECK(valuesOf(bench.live(), measure) == std::vector<std::optional<double>>{48.0});
    CHECK(bench.undoCount() == 1);
    bench.paste(
        {QStringLiteral("2026-08-31\t52"), QStringLiteral("2026-09-30\t50"), QStringLiteral("2026-11-15\tlots")});
    CHECK(bench.undoCount() == 2);
    CHECK(valuesOf(bench.live(), measure) == std::vector<std::optional<double>>{48.0, 52.0, 50.0, std::nullopt});
    // What is no number is kept, and marked where the measure is shown.
    CHECK(bench.live().find(bench.live().find(measure)->readings[3])->notes == "lots");
    bool isSaid = false;
    for (const view::Shape& shape : bench.picture().shapes)
        if (const auto* label = std::get_if<view::Label>(&shape.form); label && shape.part.starts_with("doubt."))
            isSaid = isSaid || label->lines.front() == "“lots” is not a number, so that reading is not drawn.";
    CHECK(isSaid);
    bench.key(Qt::Key_Escape);
    bench.click(bench.area("reading-row", bench.live().find(measure)->readings[0]).center());
    bench.key(Qt::Key_Delete);
    CHECK(valuesOf(bench.live(), measure).size() == 3);
    bench.checkPlan();
    bench.undo();
    bench.undo();
    bench.undo();
    CHECK(bench.live() == m.office.model);
}

TEST_CASE("a file of dates and values becomes readings in one undo step") {
    Measured m;
    Bench bench(m.office.model);
    QTemporaryDir folder;
    const QString path = folder.filePath(QStringLiteral("readings.csv"));
    QFile file(path);
    REQUIRE(file.open(QIODevice::WriteOnly));
    file.write("\xEF\xBB\xBF"
               "Date;Days\r\n2026-08-31;52,5\r\n2026-09-30;50\r\n");
    file.close();
    CHECK(bench.editor->importReadings(Id<model::Measure>(m.measure), path));
    CHECK(valuesOf(bench.live(), Id<model::Measure>(m.measure)) == std::vector<std::optional<double>>{52.5, 50.0});
    CHECK(bench.undoCount() == 1);
    CHECK_FALSE(bench.editor->importReadings(Id<model::Measure>(m.measure), folder.filePath(QStringLiteral("no.csv"))));
}

TEST_CASE("the constraints stay in sight while the cards scroll under them") {
    const test::ImportedCase permit = test::importBundled(test::bundledExamples[0]);
    Bench bench(permit.model, {1200, 430});
    const AnyId constraint = permit.ids.at("C1");
    const auto onScreen = [&] { return bench.editor->pictureView().viewRect(bench.area("constraint", constraint)); };
    const QRect before = onScreen();
    QScrollBar* bar = bench.editor->pictureView().verticalScrollBar();
    REQUIRE(bar->maximum() > 60);
    bar->setValue(50);
    CHECK(std::abs(onScreen().y() - before.y()) <= 1);
    // A press on the band does not reach the card under it, and a card that is walked to is shown above the band.
    bench.session.select(constraint);
    const view::Rect band = bench.area("band");
    bench.press({band.x + 4, band.y + 4});
    CHECK(bench.session.selection().isEmpty());
    bench.release({band.x + 4, band.y + 4});
    bar->setValue(0);
    const AnyId last = permit.ids.at("O4");
    bench.editor->reveal(last);
    const auto visibleBottom = [&] {
        return bench.hasArea("band", {}) ? bench.area("band").y : bench.area("constraint", constraint).y;
    };
    CHECK(bench.area("card", last).bottom() <= visibleBottom() + 1);
    CHECK(bench.editor->pictureToCopy()->shapes.size() > 10);
}
