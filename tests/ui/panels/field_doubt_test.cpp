// What was typed is kept, and what it contradicts is said at the field.
#include "edit/entity_edit.h"
#include "panels/inspector.h"
#include "panels/line_field.h"
#include "ui/support/test_window.h"

#include <QTest>

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using panels::LineField;

namespace {

struct Measured : test::TestWindow {
    AnyId measure;

    Measured() {
        openExample();
        const model::Model& plan = session().live();
        measure = plan.find(plan.plan().outcomes[0])->measures[0];
        session().select(measure);
        QTest::qWait(1);
    }
    LineField& field(std::string_view name) {
        auto* const line = qobject_cast<LineField*>(window->inspector().form()->fieldWidget(name));
        REQUIRE(line != nullptr);
        return *line;
    }
    void type(std::string_view name, const char* words) { typeInto(field(name).line(), words); }
    static void typeInto(QWidget& line, const char* words) {
        line.setFocus();
        QTest::keyClick(&line, Qt::Key_A, Qt::ControlModifier);
        QTest::keyClicks(&line, QString::fromLatin1(words));
        QTest::keyClick(&line, Qt::Key_Return);
    }
    const model::Measure& now() { return *session().live().find(model::Id<model::Measure>(measure)); }
};

} // namespace

TEST_CASE("a target against its direction is taken, and doubted at the field until it fits") {
    Measured m;
    REQUIRE(m.now().direction == model::Direction::decrease);
    m.type("target", "70");
    CHECK(m.now().target == 70.0);
    CHECK(m.field("target").remark() ==
          QStringLiteral("It should decrease, but the target 70 is not below the baseline 55."));
    CHECK(m.field("target").complaint().isEmpty());
    CHECK(m.field("baseline").remark().isEmpty());
    m.type("target", "20");
    CHECK(m.field("target").remark().isEmpty());
}

TEST_CASE("dates in the wrong order are taken, and doubted at the later one") {
    Measured m;
    m.type("targetDate", "2026-01-31");
    CHECK(m.now().targetDate == base::makeDate(2026, 1, 31));
    CHECK(m.field("targetDate").remark() ==
          QStringLiteral("The target's date, 31 Jan 2026, does not come after the baseline's, 31 Mar 2026."));
}

TEST_CASE("limits without a number, or the wrong way round, are doubted at their field") {
    Measured m;
    const auto maintain = [&](const model::Model& model) {
        return edit::setField(model, m.measure, "direction",
                              model::ChoiceValue{static_cast<std::uint8_t>(model::Direction::maintain)});
    };
    REQUIRE(m.session().commit(QStringLiteral("Maintain"), maintain).hasValue());
    CHECK(m.field("min").remark().startsWith(QStringLiteral("It is to be kept within limits")));
    m.type("min", "9");
    m.type("max", "3");
    CHECK(m.field("min").remark().isEmpty());
    CHECK(m.field("max").remark() == QStringLiteral("The upper limit 3 is below the lower limit 9."));
}

TEST_CASE("what is no number stays as it was typed, and the plan keeps its value") {
    Measured m;
    const std::optional<double> before = m.now().baseline;
    m.type("baseline", "a lot");
    CHECK(m.field("baseline").line().text() == QStringLiteral("a lot"));
    CHECK_FALSE(m.field("baseline").complaint().isEmpty());
    CHECK(m.now().baseline == before);
}
