// The findings dock: filter, going to the place, mending, accepting, and judging rules.
#include "panels/findings_panel.h"

#include "adapters/picture_editor.h"
#include "panels/finding_words.h"
#include "ui/support/test_window.h"

#include <QApplication>
#include <QComboBox>
#include <QTest>

#include <catch2/catch.hpp>

using namespace flowspine;
using analysis::Area;
using analysis::Finding;
using analysis::Severity;
using model::AnyId;
using model::Kind;
using panels::FindingRow;
using panels::FindingsPanel;
using test::TestWindow;

namespace {

struct Opened : TestWindow {
    explicit Opened(const QString& example = QStringLiteral("renovation-permit")) {
        openExample(example);
        window->dockBar().showPanel(0);
        window->health().settle();
        QTest::qWait(1);
    }

    adapters::PictureView& picture(int editor) {
        adapters::Editor* const whole = &window->editor(editor);
        auto* pictures = qobject_cast<adapters::PictureEditor*>(whole);
        for (auto* const page : whole->findChildren<adapters::PictureEditor*>())
            if (page->isVisibleTo(whole)) pictures = page;
        REQUIRE(pictures != nullptr);
        return pictures->pictureView();
    }
    FindingsPanel& panel() { return window->findings(); }
    int steps() { return session().undoStack().count(); }
    // Row of the only finding of a rule, or of that about `entity`.
    int rowOf(std::string_view rule, const AnyId& entity = {}) {
        for (std::size_t i = 0; i < panel().rows().size(); ++i) {
            const auto& finding = panel().rows()[i].finding;
            if (finding && finding->ruleId == rule && (!entity || finding->entity == entity))
                return static_cast<int>(i);
        }
        return -1;
    }
    const Finding& finding(int row) { return *panel().rows().at(static_cast<std::size_t>(row)).finding; }
    QModelIndex index(int row) { return panel().list().model()->index(row, 0); }
    QRect rect(int row) {
        panel().list().scrollTo(index(row));
        return panel().list().visualRect(index(row));
    }
    panels::FindingDelegate::Buttons buttons(int row) {
        auto* const delegate = qobject_cast<panels::FindingDelegate*>(panel().list().itemDelegate());
        REQUIRE(delegate != nullptr);
        return delegate->buttonsOf(rect(row), index(row));
    }
    void click(const QPoint& at) { QTest::mouseClick(panel().list().viewport(), Qt::LeftButton, {}, at); }
    std::size_t findings() {
        return static_cast<std::size_t>(std::count_if(panel().rows().begin(), panel().rows().end(),
                                                      [](const FindingRow& row) { return row.finding.has_value(); }));
    }
};

} // namespace

TEST_CASE("the dock lists every finding under its editor, errors first, and counts them in its tab") {
    Opened t;
    const analysis::Evaluation full = analysis::Evaluation::of(t.session().live(), t.session().today());
    CHECK(t.findings() == full.findings().size());
    CHECK(t.window->dockBar().title(0) == QStringLiteral("Findings %1").arg(full.findings().size()));
    std::optional<Area> area;
    Severity severity = Severity::error;
    for (const FindingRow& row : t.panel().rows()) {
        if (!row.finding) {
            CHECK((!area || *area < row.area));
            area = row.area;
            severity = Severity::error;
            continue;
        }
        CHECK(row.finding->area == area);
        CHECK(row.finding->severity >= severity);
        severity = row.finding->severity;
    }
}

TEST_CASE("rail, status line and pictures show what is found") {
    Opened t;
    std::size_t sum = 0;
    for (int i = 0; i < 4; ++i) sum += t.window->rail().button(i).badge();
    CHECK(sum == t.findings());
    CHECK(t.window->statusLine().scoresText() == QStringLiteral("Outcomes 84, Spine 88, Flows 94, Roadmap 76"));
    for (int i = 0; i < 4; ++i) {
        CAPTURE(i);
        t.window->showEditor(i);
        const adapters::PictureView& view = t.picture(i);
        CHECK_FALSE(view.marks().empty());
        for (const adapters::PlacedMark& mark : view.marks())
            CHECK(t.window->health().openByEntity().at(mark.id).count == mark.mark.count);
    }
}

TEST_CASE("a click on a finding selects what it is about and opens its editor") {
    Opened t;
    const int row = t.rowOf("F03");
    REQUIRE(row >= 0);
    const AnyId step = t.finding(row).entity;
    t.click(t.rect(row).center());
    CHECK(t.session().selection().primary() == step);
    CHECK(t.window->currentEditor() == 2);
    CHECK(t.window->focusWidget() == &t.panel().list());
    CHECK(t.steps() == 0);
    // What the plan lacks is shown in the editor where it is missing.
    t.click(t.rect(t.rowOf("M08")).center());
    CHECK(t.window->currentEditor() == 2);
    CHECK(model::kindOf(t.session().selection().primary()) == Kind::plan);
}

TEST_CASE("the button of a finding mends it in one undo step") {
    Opened t;
    const int row = t.rowOf("F03");
    const Finding before = t.finding(row);
    REQUIRE_FALSE(t.buttons(row).fix.isEmpty());
    const model::Model plan = t.session().committed();
    t.click(t.buttons(row).fix.center());
    CHECK(t.steps() == 1);
    t.window->health().settle();
    CHECK(t.rowOf("F03") < 0);
    CHECK(t.window->health().evaluation()->verdict("F03", before.entity) == analysis::Verdict::State::pass);
    CHECK(t.session().selection().primary() == before.entity);
    t.session().undo();
    CHECK((t.session().committed() == plan));
    t.window->health().settle();
    CHECK(t.rowOf("F03") >= 0);
}

TEST_CASE("mending by adding something goes to what was added") {
    Opened t;
    const int row = t.rowOf("O13");
    const AnyId constraint = t.finding(row).entity;
    t.click(t.buttons(row).fix.center());
    CHECK(t.steps() == 1);
    const AnyId added = t.session().selection().primary();
    CHECK(model::kindOf(added) == Kind::roadmapItem);
    const auto* const item = t.session().live().find(model::Id<model::RoadmapItem>(added));
    REQUIRE(item != nullptr);
    CHECK(item->constraints.contains(model::Id<model::Constraint>(constraint)));
    CHECK(t.window->currentEditor() == 3);
}

TEST_CASE("a finding is accepted with a reason and a date, greyed, and found again when the exception is ended") {
    Opened t;
    const int row = t.rowOf("O06");
    const Finding before = t.finding(row);
    const QString tab = t.window->dockBar().title(0);
    t.click(t.buttons(row).accept.center());
    panels::ExceptionForm& form = t.panel().exceptionForm();
    CHECK(form.isVisible());
    CHECK_FALSE(form.acceptButton().isEnabled());
    form.reason().setText(QStringLiteral("Named in January"));
    form.until().setText(QStringLiteral("2027-13-01"));
    CHECK_FALSE(form.acceptButton().isEnabled());
    form.until().setText(QStringLiteral("2027-01-31"));
    form.by().setText(QStringLiteral("The board"));
    QTest::mouseClick(&form.acceptButton(), Qt::LeftButton);
    CHECK_FALSE(form.isVisible());
    CHECK(t.steps() == 1);
    REQUIRE(t.session().live().table(Kind::waiver).size() == 1);
    const auto& waiver = static_cast<const model::Waiver&>(*t.session().live().table(Kind::waiver).rows().front());
    CHECK(waiver.about == before.entity);
    CHECK(waiver.reason == "Named in January");
    CHECK(waiver.by == "The board");
    CHECK(waiver.expiry == base::makeDate(2027, 1, 31));

    t.window->health().settle();
    const int accepted = t.rowOf("O06");
    REQUIRE(accepted >= 0);
    CHECK(t.finding(accepted).isWaived());
    CHECK(t.window->dockBar().title(0) != tab);
    CHECK(t.panel().acceptedButton().isVisible());
    t.panel().acceptedButton().setChecked(false);
    CHECK(t.rowOf("O06") < 0);
    t.panel().acceptedButton().setChecked(true);
    const int again = t.rowOf("O06");
    CHECK(t.buttons(again).accept.isEmpty());
    t.click(t.buttons(again).fix.center());
    CHECK(t.steps() == 2);
    t.window->health().settle();
    CHECK_FALSE(t.finding(t.rowOf("O06")).isWaived());
    CHECK(t.window->dockBar().title(0) == tab);
}

TEST_CASE("an exception that is being written is dropped by Esc") {
    Opened t;
    t.click(t.buttons(t.rowOf("O06")).accept.center());
    panels::ExceptionForm& form = t.panel().exceptionForm();
    QTest::keyClicks(&form.reason(), QStringLiteral("Because"));
    QTest::keyClick(&form.reason(), Qt::Key_Escape);
    CHECK_FALSE(form.isVisible());
    CHECK(t.steps() == 0);
}

TEST_CASE("the list is filtered by severity, words, rule and area, and says when nothing passes") {
    Opened t;
    const std::size_t all = t.findings();
    t.panel().severityButton(Severity::warning).setChecked(false);
    t.panel().severityButton(Severity::info).setChecked(false);
    CHECK(t.findings() == 10);
    for (const FindingRow& row : t.panel().rows())
        if (row.finding) CHECK(row.finding->severity == Severity::error);
    t.panel().severityButton(Severity::warning).setChecked(true);
    t.panel().severityButton(Severity::info).setChecked(true);
    QTest::keyClicks(&t.panel().wordsField(), QStringLiteral("wet-stamp"));
    CHECK(t.findings() < all);
    CHECK(t.rowOf("S01") >= 0);
    CHECK(t.rowOf("F03") < 0);
    t.panel().wordsField().setText(QStringLiteral("F03"));
    CHECK(t.findings() == 1);
    t.panel().wordsField().setText(QStringLiteral("no such words"));
    CHECK(t.findings() == 0);
    CHECK(t.panel().message() == QStringLiteral("No finding passes the filter"));
    t.panel().wordsField().clear();
    QTest::mouseClick(&t.panel().scores().row(Area::roadmap), Qt::LeftButton);
    for (const FindingRow& row : t.panel().rows()) CHECK(row.area == Area::roadmap);
    QTest::mouseClick(&t.panel().scores().row(Area::roadmap), Qt::LeftButton);
    CHECK(t.findings() == all);
}

TEST_CASE("each score says what it is made of") {
    Opened t;
    const QString said = t.panel().scores().row(Area::roadmap).accessibleName();
    CHECK(said.startsWith(QStringLiteral("Roadmap: 76 of 100: checks that pass weigh 77.5 of 102.5 points")));
    CHECK(said.contains(QStringLiteral("Costliest: ")));
}

TEST_CASE("a new plan has nothing to check yet, and a plan without findings says that all checks pass") {
    TestWindow t;
    t.window->files().newAction->trigger();
    t.window->dockBar().showPanel(0);
    t.window->health().settle();
    CHECK(t.window->findings().message() == QStringLiteral("Nothing to check yet"));
    CHECK(t.window->dockBar().title(0) == QStringLiteral("Findings"));
    CHECK(t.window->rail().button(0).badge() == 0);

    // With every rule off but one that passes, nothing is left to say.
    Opened other;
    for (const analysis::Rule& rule : analysis::allRules())
        if (rule.id != "O10") CHECK(other.window->health().judge(rule.id, model::RuleSeverity::off, {}));
    other.window->health().settle();
    CHECK(other.panel().message() == QStringLiteral("Nothing to say about this plan"));
}

TEST_CASE("a rule is switched off, made milder or given another threshold for this plan") {
    Opened t;
    t.panel().showRule("F05");
    panels::RuleTable& rules = t.panel().rules();
    CHECK(rules.isVisible());
    CHECK(rules.rows().rowCount() == 88);
    const auto at = [&](panels::RuleTable::Column column) { return rules.rows().indexOf(AnyId("F05"), column); };
    CHECK(at(panels::RuleTable::severity).data().toString() == QStringLiteral("warning, as defined"));

    rules.view().edit(at(panels::RuleTable::severity));
    auto* const box = rules.view().findChild<QComboBox*>();
    REQUIRE(box != nullptr);
    box->setCurrentText(QStringLiteral("off"));
    emit box->activated(box->currentIndex());
    CHECK(t.steps() == 1);
    t.window->health().settle();
    CHECK(t.rowOf("F05") < 0);
    CHECK(at(panels::RuleTable::severity).data().toString() == QStringLiteral("off"));

    REQUIRE(rules.rows().setData(at(panels::RuleTable::severity), QStringLiteral("error"), Qt::EditRole));
    t.window->health().settle();
    CHECK(t.finding(t.rowOf("F05")).severity == Severity::error);
    REQUIRE(rules.rows().setData(at(panels::RuleTable::threshold), QStringLiteral("12"), Qt::EditRole));
    t.window->health().settle();
    CHECK(t.rowOf("F05") < 0);
    CHECK_FALSE(rules.rows().setData(at(panels::RuleTable::threshold), QStringLiteral("many"), Qt::EditRole));
    REQUIRE(rules.rows().setData(at(panels::RuleTable::threshold), QString(), Qt::EditRole));
    REQUIRE(rules.rows().setData(at(panels::RuleTable::severity), QStringLiteral("warning, as defined"), Qt::EditRole));
    CHECK(t.session().live().table(Kind::ruleSetting).size() == 0);
}

TEST_CASE("the inspector lists the findings of the selection, marks their fields and mends them") {
    Opened t;
    const Finding found = t.finding(t.rowOf("F03"));
    t.session().select(found.entity);
    QTest::qWait(1);
    panels::FindingSection& section = t.window->inspector().findingSection();
    REQUIRE(section.findings().size() == 1);
    CHECK(section.findings().front() == found);
    CHECK(section.isVisible());
    const auto labels = t.window->inspector().form()->findChildren<panels::FieldLabel*>();
    const auto marked = std::count_if(labels.begin(), labels.end(),
                                      [](const panels::FieldLabel* label) { return label->marked().has_value(); });
    CHECK(marked == 1);
    QPushButton* fix = nullptr;
    for (QPushButton* button : section.findChildren<QPushButton*>())
        if (button->accessibleName().startsWith(QStringLiteral("Keep"))) fix = button;
    REQUIRE(fix != nullptr);
    fix->click();
    CHECK(t.steps() == 1);
    QTest::qWait(1);
    CHECK(section.findings().empty());
    CHECK_FALSE(section.isVisible());
    // An outcome also lists what is found about its measures.
    const Finding ofMeasure = t.finding(t.rowOf("O16"));
    t.session().select(t.session().index().ownerOf(ofMeasure.entity));
    CHECK(std::any_of(section.findings().begin(), section.findings().end(),
                      [&](const Finding& each) { return each == ofMeasure; }));
}

TEST_CASE("a click on a mark selects what it is on and shows its findings") {
    Opened t;
    t.window->dockBar().showPanel(-1);
    t.window->showEditor(0);
    QTest::qWait(1);
    adapters::PictureView& view = t.picture(0);
    REQUIRE_FALSE(view.marks().empty());
    const adapters::PlacedMark mark = view.marks().front();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, view.viewRect(mark.chip).center());
    CHECK(t.session().selection().primary() == mark.id);
    CHECK(t.steps() == 0);
    CHECK(t.window->inspector().findingSection().findings().size() == mark.mark.count);
}

TEST_CASE("a finding is accepted from the inspector, where it stands") {
    Opened t;
    const Finding found = t.finding(t.rowOf("O06"));
    t.session().select(found.entity);
    QTest::qWait(1);
    panels::FindingSection& section = t.window->inspector().findingSection();
    const auto at = std::find(section.findings().begin(), section.findings().end(), found);
    REQUIRE(at != section.findings().end());
    const auto place = static_cast<qsizetype>(at - section.findings().begin());
    const auto forms = section.findChildren<panels::ExceptionForm*>();
    REQUIRE(forms.size() > place);
    std::vector<QPushButton*> excepts;
    for (QPushButton* button : section.findChildren<QPushButton*>())
        if (button->accessibleName() == QStringLiteral("Except…")) excepts.push_back(button);
    REQUIRE(excepts.size() > static_cast<std::size_t>(place));
    excepts[static_cast<std::size_t>(place)]->click();
    panels::ExceptionForm& form = *forms[place];
    CHECK(form.isVisibleTo(&section));
    form.reason().setText(QStringLiteral("Soon"));
    QTest::keyClick(&form.reason(), Qt::Key_Return);
    CHECK(t.steps() == 1);
    REQUIRE(t.session().live().table(Kind::waiver).size() == 1);
    t.window->health().settle();
    CHECK(section.findings().back().isWaived());
}

TEST_CASE("the menu of a finding has every change that mends it, and switches the rule off") {
    Opened t;
    const int row = t.rowOf("S02");
    const Finding found = t.finding(row);
    emit t.panel().list().customContextMenuRequested(t.rect(row).center());
    auto* const menu = t.panel().findChild<QMenu*>();
    REQUIRE(menu != nullptr);
    QStringList words;
    for (const QAction* action : menu->actions()) words += action->text();
    for (const model::SuggestedChange& fix : t.window->health().evaluation()->fixes(found))
        CHECK(words.contains(panels::textOf(fix.label)));
    for (QAction* action : menu->actions())
        if (action->text() == QStringLiteral("Switch S02 off for this plan")) action->trigger();
    CHECK(t.steps() == 1);
    t.window->health().settle();
    CHECK(t.rowOf("S02") < 0);
}

TEST_CASE("findings follow typing, dragging and undo without being asked") {
    Opened t;
    const int row = t.rowOf("O06");
    const AnyId outcome = t.finding(row).entity;
    const AnyId role = t.first(Kind::role);
    REQUIRE(t.session().commit(QStringLiteral("Name"), [&](const model::Model& model) {
        return edit::setField(model, outcome, "owner", model::FieldValue(role));
    }));
    REQUIRE(QTest::qWaitFor([&] { return t.rowOf("O06") < 0; }, 5000));
    t.session().undo();
    REQUIRE(QTest::qWaitFor([&] { return t.rowOf("O06") >= 0; }, 5000));
    CHECK((t.window->health().evaluation()->findings() ==
           analysis::Evaluation::of(t.session().live(), t.session().today()).findings()));
}

TEST_CASE("F8 walks through the findings and Enter in the list shows one") {
    Opened t;
    QTest::keyClick(t.window.get(), Qt::Key_F8);
    const AnyId first = t.session().selection().primary();
    CHECK(first == t.finding(1).entity);
    QTest::keyClick(t.window.get(), Qt::Key_F8);
    CHECK(t.session().selection().primary() == t.finding(2).entity);
    QTest::keyClick(t.window.get(), Qt::Key_F8, Qt::ShiftModifier);
    CHECK(t.session().selection().primary() == first);
    const int row = t.rowOf("R01");
    t.panel().list().setCurrentIndex(t.index(row));
    QTest::keyClick(&t.panel().list(), Qt::Key_Return);
    CHECK(t.session().selection().primary() == t.finding(row).entity);
    CHECK(t.window->currentEditor() == 3);
}
