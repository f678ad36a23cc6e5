#include "panels/inspector.h"

#include "edit/entity_edit.h"
#include "panels/choice_field.h"
#include "panels/line_field.h"
#include "panels/reference_field.h"
#include "panels/text_field.h"
#include "ui/support/test_window.h"

#include <QTest>

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Kind;
using panels::CheckField;
using panels::ChoiceField;
using panels::FieldWidget;
using panels::LineField;
using panels::ReferenceField;
using panels::ReferenceListField;
using panels::TextField;
using test::TestWindow;

namespace {

struct Opened : TestWindow {
    Opened() { openExample(); }

    template <class Widget>
    Widget& field(const AnyId& id, std::string_view name) {
        session().select(id);
        QTest::qWait(1);
        FieldWidget* const widget = window->inspector().form()->fieldWidget(name);
        REQUIRE(widget != nullptr);
        auto* const wanted = qobject_cast<Widget*>(widget);
        REQUIRE(wanted != nullptr);
        return *wanted;
    }

    LineField& title(const AnyId& id) {
        session().select(id);
        QTest::qWait(1);
        auto* const line = qobject_cast<LineField*>(window->inspector().titleWidget());
        REQUIRE(line != nullptr);
        return *line;
    }

    model::FieldValue value(const AnyId& id, std::string_view name) {
        const model::EntityPtr entity = session().live().find(id);
        return model::entityType(*entity).field(name)->get(*entity);
    }

    int steps() { return session().undoStack().count(); }
};

void type(QWidget& widget, const QString& text) {
    widget.setFocus();
    QTest::keyClick(&widget, Qt::Key_A, Qt::ControlModifier);
    QTest::keyClicks(&widget, text);
}

} // namespace

TEST_CASE("typing a title is one undo step, shown everywhere while it is typed") {
    Opened t;
    const AnyId outcome = t.first(Kind::outcome);
    LineField& title = t.title(outcome);
    const model::FieldValue before = t.value(outcome, "title");
    type(title.line(), QStringLiteral("Quick answers"));
    CHECK(t.value(outcome, "title") == model::FieldValue(std::string("Quick answers")));
    CHECK(t.steps() == 0);
    QTest::keyClick(&title.line(), Qt::Key_Return);
    CHECK(t.steps() == 1);
    t.session().undo();
    CHECK(t.value(outcome, "title") == before);
    CHECK(title.line().text().toStdString() == std::get<std::string>(before));
}

TEST_CASE("Esc takes typing back and leaves no step") {
    Opened t;
    const AnyId outcome = t.first(Kind::outcome);
    LineField& title = t.title(outcome);
    const model::FieldValue before = t.value(outcome, "title");
    type(title.line(), QStringLiteral("Something else"));
    QTest::keyClick(&title.line(), Qt::Key_Escape);
    CHECK(t.value(outcome, "title") == before);
    CHECK(title.line().text().toStdString() == std::get<std::string>(before));
    CHECK(t.steps() == 0);
}

TEST_CASE("leaving a field commits what was typed") {
    Opened t;
    const AnyId outcome = t.first(Kind::outcome);
    LineField& title = t.title(outcome);
    type(title.line(), QStringLiteral("Typed and left"));
    t.window->search().setFocus(Qt::MouseFocusReason);
    CHECK(t.steps() == 1);
    CHECK(t.value(outcome, "title") == model::FieldValue(std::string("Typed and left")));
}

TEST_CASE("Ctrl+Z undoes plan steps while a text field has the focus") {
    Opened t;
    const AnyId outcome = t.first(Kind::outcome);
    LineField& title = t.title(outcome);
    const model::FieldValue before = t.value(outcome, "title");
    type(title.line(), QStringLiteral("First"));
    QTest::keyClick(&title.line(), Qt::Key_Return);
    type(title.line(), QStringLiteral("Second"));
    QTest::keyClick(&title.line(), Qt::Key_Z, Qt::ControlModifier); // settles the typing and takes it back
    CHECK(t.value(outcome, "title") == model::FieldValue(std::string("First")));
    CHECK(title.line().text() == QStringLiteral("First"));
    QTest::keyClick(&title.line(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(t.value(outcome, "title") == before);
    QTest::keyClick(&title.line(), Qt::Key_Y, Qt::ControlModifier);
    CHECK(t.value(outcome, "title") == model::FieldValue(std::string("First")));

    auto& statement = t.field<TextField>(outcome, "statement");
    const model::FieldValue said = t.value(outcome, "statement");
    type(statement.area(), QStringLiteral("Words"));
    CHECK(t.value(outcome, "statement") == model::FieldValue(std::string("Words")));
    QTest::keyClick(&statement.area(), Qt::Key_Z, Qt::ControlModifier);
    CHECK(t.value(outcome, "statement") == said);
}

TEST_CASE("durations, numbers, dates, rhythms and lists are typed as people say them") {
    Opened t;
    const auto enter = [&](const AnyId& id, std::string_view name, const QString& text) {
        auto& field = t.field<LineField>(id, name);
        type(field.line(), text);
        QTest::keyClick(&field.line(), Qt::Key_Return);
        return field.complaint();
    };
    const AnyId step = t.first(Kind::step);
    CHECK(enter(step, "processTime", QStringLiteral("90 min")).isEmpty());
    CHECK(t.value(step, "processTime") == model::FieldValue(base::Duration{5400}));
    CHECK(enter(step, "waitTime", QStringLiteral("3 d")).isEmpty());
    CHECK(t.value(step, "waitTime") == model::FieldValue(base::Duration{3 * 8 * 3600}));
    CHECK(enter(step, "percentCompleteAccurate", QStringLiteral("82.5")).isEmpty());
    CHECK(t.value(step, "percentCompleteAccurate") == model::FieldValue(82.5));
    CHECK(enter(step, "systems", QStringLiteral("Portal; Archive")).isEmpty());
    CHECK(t.value(step, "systems") == model::FieldValue(std::vector<std::string>{"Portal", "Archive"}));
    const AnyId measure = t.first(Kind::measure);
    CHECK(enter(measure, "targetDate", QStringLiteral("24 Nov 2027")).isEmpty());
    CHECK(t.value(measure, "targetDate") == model::FieldValue(*base::makeDate(2027, 11, 24)));
    CHECK(enter(measure, "frequency", QStringLiteral("every 3 months")).isEmpty());
    CHECK(t.value(measure, "frequency") == model::FieldValue(base::Period{0, 3, 0, 0}));
    CHECK(t.steps() == 6);
    CHECK(enter(measure, "targetDate", QString()).isEmpty());
}

TEST_CASE("what cannot be read stays in the field, says why, and leaves the plan alone") {
    Opened t;
    const AnyId step = t.first(Kind::step);
    auto& share = t.field<LineField>(step, "percentCompleteAccurate");
    const model::FieldValue before = t.value(step, "percentCompleteAccurate");
    type(share.line(), QStringLiteral("12x"));
    QTest::keyClick(&share.line(), Qt::Key_Return);
    CHECK(t.value(step, "percentCompleteAccurate") == before);
    CHECK(share.line().text() == QStringLiteral("12x"));
    CHECK_FALSE(share.complaint().isEmpty());
    type(share.line(), QStringLiteral("140"));
    CHECK_FALSE(share.complaint().isEmpty());
    CHECK(t.value(step, "percentCompleteAccurate") == before);
    QTest::keyClick(&share.line(), Qt::Key_Escape);
    CHECK(share.complaint().isEmpty());
    CHECK(t.steps() == 0);
}

TEST_CASE("choices and checks are one step each") {
    Opened t;
    const AnyId spineItem = t.first(Kind::spineItem);
    auto& tier = t.field<ChoiceField>(spineItem, "tier");
    tier.box().setCurrentIndex(3);
    emit tier.box().activated(3);
    CHECK(t.value(spineItem, "tier") == model::FieldValue(model::ChoiceValue{3}));
    auto& enforced = t.field<CheckField>(spineItem, "mustBeEnforced");
    const bool before = std::get<bool>(t.value(spineItem, "mustBeEnforced"));
    enforced.box().click();
    CHECK(t.value(spineItem, "mustBeEnforced") == model::FieldValue(!before));
    CHECK(t.steps() == 2);
    t.session().undo();
    t.session().undo();
    CHECK(enforced.box().isChecked() == before);
}

TEST_CASE("a reference is chosen by its name, cleared, or made by a new name") {
    Opened t;
    const AnyId outcome = t.first(Kind::outcome);
    auto& owner = t.field<ReferenceField>(outcome, "owner");
    const AnyId role = t.first(Kind::role);
    const std::string name = t.session().live().find(model::Id<model::Role>(role))->name;
    type(owner.picker(), QString::fromStdString(name));
    QTest::keyClick(&owner.picker(), Qt::Key_Return);
    CHECK(t.value(outcome, "owner") == model::FieldValue(role));

    type(owner.picker(), QStringLiteral("Head of service design"));
    QTest::keyClick(&owner.picker(), Qt::Key_Return);
    const AnyId made = std::get<AnyId>(t.value(outcome, "owner"));
    REQUIRE(made != role);
    CHECK(t.session().live().find(model::Id<model::Role>(made))->name == "Head of service design");

    owner.picker().clear();
    QTest::keyClick(&owner.picker(), Qt::Key_Return);
    CHECK(t.value(outcome, "owner") == model::FieldValue(AnyId()));
    t.session().undo();
    t.session().undo();
    CHECK_FALSE(t.session().live().contains(made));
}

TEST_CASE("a list of references takes in and gives out") {
    Opened t;
    const AnyId flow = t.first(Kind::flow);
    auto& delivers = t.field<ReferenceListField>(flow, "outcomes");
    const auto before = std::get<std::vector<AnyId>>(t.value(flow, "outcomes"));
    AnyId other;
    t.session().live().forEach<model::Outcome>([&](const model::Outcome& each) {
        if (std::find(before.begin(), before.end(), each.id) == before.end()) other = each.id;
    });
    REQUIRE_FALSE(other.isEmpty());
    const std::string name = t.session().live().find(model::Id<model::Outcome>(other))->title;
    type(delivers.picker(), QString::fromStdString(name));
    QTest::keyClick(&delivers.picker(), Qt::Key_Return);
    auto after = before;
    after.push_back(other);
    CHECK(t.value(flow, "outcomes") == model::FieldValue(after));
    CHECK(delivers.picker().text().isEmpty());
    t.session().undo();
    CHECK(t.value(flow, "outcomes") == model::FieldValue(before));
}

TEST_CASE("children are added, opened and deleted from their owner") {
    Opened t;
    const AnyId measure = t.first(Kind::measure);
    t.session().select(measure);
    panels::ChildList* const readings = t.window->inspector().form()->childList("readings");
    REQUIRE(readings != nullptr);
    const std::size_t before = std::get<std::vector<AnyId>>(t.value(measure, "readings")).size();
    readings->addButton().click();
    CHECK(std::get<std::vector<AnyId>>(t.value(measure, "readings")).size() == before + 1);
    const AnyId added = t.session().selection().primary();
    CHECK(model::kindOf(added) == Kind::reading);
    CHECK(t.session().index().ownerOf(added) == measure);
}

TEST_CASE("several selected steps take a common value in one step") {
    Opened t;
    const AnyId variant = t.first(Kind::variant);
    const auto steps = std::get<std::vector<AnyId>>(t.value(variant, "steps"));
    REQUIRE(steps.size() > 3);
    t.session().select(session::Selection({steps[1], steps[2], steps[3]}));
    auto* const phase = qobject_cast<LineField*>(t.window->inspector().form()->fieldWidget("phase"));
    REQUIRE(phase != nullptr);
    type(phase->line(), QStringLiteral("Together"));
    QTest::keyClick(&phase->line(), Qt::Key_Return);
    for (const std::size_t i : {1U, 2U, 3U})
        CHECK(t.value(steps[i], "phase") == model::FieldValue(std::string("Together")));
    CHECK(t.steps() == 1);
}

TEST_CASE("every kind of entity has a form with all of its fields") {
    Opened t;
    for (const Kind kind : model::allKinds()) {
        if (t.session().live().table(kind).rows().empty()) continue;
        INFO(model::entityType(kind).name);
        t.session().select(t.first(kind));
        const panels::EntityForm* const form = t.window->inspector().form();
        REQUIRE(form != nullptr);
        for (const model::FieldDescription& field : model::entityType(kind).fields) {
            INFO(field.name);
            const bool isInHead = t.window->inspector().titleWidget() != nullptr &&
                                  &t.window->inspector().titleWidget()->field() == &field;
            if (field.type == model::FieldType::children)
                CHECK((form->childList(field.name) != nullptr || field.options.isPlacement));
            else
                CHECK((form->fieldWidget(field.name) != nullptr || isInHead));
        }
    }
}

TEST_CASE("the inspector follows undo to what is selected and survives its removal") {
    Opened t;
    const AnyId outcome = t.first(Kind::outcome);
    t.session().select(outcome);
    REQUIRE(t.session().commit(QStringLiteral("Delete"),
                               [&](const model::Model& plan) { return edit::remove(plan, {outcome}); }));
    REQUIRE(t.window->inspector().form() != nullptr);
    CHECK(model::kindOf(t.window->inspector().form()->targets().front()) == Kind::plan);
    t.session().undo();
    CHECK(t.window->inspector().form()->targets().front() == outcome);
}
