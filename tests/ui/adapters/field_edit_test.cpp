#include "adapters/field_edit.h"

#include "adapters/plain_text.h"
#include "model/draft.h"
#include "model/entity_type.h"

#include <catch2/catch.hpp>

#include <random>

using namespace flowspine;
using adapters::FieldEdit;
using base::Date;
using base::Duration;
using base::Period;
using model::FieldValue;
using model::Kind;

namespace {

model::Model planWithTeams(double hoursPerDay = 8) {
    model::Draft draft(model::makeEmptyModel(base::AnyId("plan-1"), "Plan"));
    draft.changePlan().hoursPerDay = hoursPerDay;
    for (const char* name : {"Planning; zoning", "Fire", "Twins", "Twins"}) {
        auto team = std::make_shared<model::Team>();
        team->id = base::AnyId("team-" + std::to_string(draft.changePlan().teams.size()));
        team->name = name;
        draft.changePlan().teams.add(team->id);
        draft.put(team);
    }
    return draft.finish();
}

std::int64_t seconds(const FieldEdit& edit, const char* text) {
    const base::Result<Duration> read = edit.duration(QString::fromUtf8(text));
    return read ? read->seconds : -1;
}

const model::FieldDescription& field(Kind kind, std::string_view name) {
    const model::FieldDescription* found = model::entityType(kind).field(name);
    REQUIRE(found);
    return *found;
}

} // namespace

TEST_CASE("times are read in the units people write") {
    const FieldEdit edit(planWithTeams());
    CHECK(seconds(edit, "2 h") == 7200);
    CHECK(seconds(edit, "2") == 7200);
    CHECK(seconds(edit, "30 min") == 1800);
    CHECK(seconds(edit, "30m") == 1800);
    CHECK(seconds(edit, "3 d") == 3 * 8 * 3600);
    CHECK(seconds(edit, "1,5 days") == 12 * 3600);
    CHECK(seconds(edit, "1 w") == 5 * 8 * 3600);
    CHECK(seconds(edit, "1 d 4 h") == 12 * 3600);
    CHECK(seconds(edit, "1d4h30min") == 12 * 3600 + 1800);
    CHECK(seconds(edit, "1:30") == 5400);
    CHECK(seconds(edit, "1 000 h") == 3600000);
    for (const char* wrong : {"", "h", "two hours", "2 x", "2 h 3", "1,000 h", "1e9 h", "99999999 h", "2 h <b>"})
        CHECK(seconds(edit, wrong) == -1);
}

TEST_CASE("a day is as long as the plan's calendar says") {
    CHECK(seconds(FieldEdit(planWithTeams(7.5)), "2 d") == 15 * 3600);
    CHECK(FieldEdit(planWithTeams(7.5)).durationText({15 * 3600}) == QStringLiteral("2 d"));
}

TEST_CASE("times are written as people write them") {
    const FieldEdit edit(planWithTeams());
    CHECK(edit.durationText({7200}) == QStringLiteral("2 h"));
    CHECK(edit.durationText({1800}) == QStringLiteral("30 min"));
    CHECK(edit.durationText({3 * 8 * 3600}) == QStringLiteral("3 d"));
    CHECK(edit.durationText({0}) == QStringLiteral("0 h"));
    CHECK(edit.durationText({5400}) == QStringLiteral("1.5 h"));
    CHECK(edit.durationText({3600 + 20 * 60}) == QStringLiteral("1 h 20 min"));
    CHECK(edit.durationText({-1800}) == QStringLiteral("-30 min"));
}

TEST_CASE("the text of any time reads back as the same time") {
    const unsigned seed = std::random_device()();
    INFO("seed " << seed);
    std::mt19937 random(seed);
    for (const double day : {8.0, 7.5, 7.3, 24.0}) {
        const FieldEdit edit(planWithTeams(day));
        for (int i = 0; i < 2000; ++i) {
            const Duration duration{static_cast<std::int64_t>(random() % 4000000) - 10000};
            const base::Result<Duration> read = edit.duration(edit.durationText(duration));
            INFO(adapters::fromQt(edit.durationText(duration)));
            REQUIRE(read);
            REQUIRE(*read == duration);
        }
    }
}

TEST_CASE("numbers are read in both decimal habits, and never guessed") {
    CHECK(adapters::numberFrom(QStringLiteral("2.5")) == 2.5);
    CHECK(adapters::numberFrom(QStringLiteral("2,5")) == 2.5);
    CHECK(adapters::numberFrom(QStringLiteral("1 000")) == 1000);
    CHECK(adapters::numberFrom(QStringLiteral("-3")) == -3);
    CHECK(adapters::numberFrom(QStringLiteral("−3")) == -3);
    for (const char* wrong : {"", "1,000", "nan", "inf", "1e999", "0x10", "1.2.3", "five"})
        CHECK_FALSE(adapters::numberFrom(QString::fromUtf8(wrong)));
}

TEST_CASE("a number keeps to its field's limits and may carry its unit") {
    const FieldEdit edit(planWithTeams());
    const auto& probability = field(Kind::link, "probability");
    CHECK(edit.value(probability, QStringLiteral("85 %")).value() == FieldValue(85.0));
    CHECK(edit.value(probability, QStringLiteral("101")).error().code == "out-of-range");
    CHECK(edit.value(probability, QString()).value() == FieldValue());
}

TEST_CASE("dates and rhythms are read in words and in figures") {
    const Date day = *base::makeDate(2026, 11, 24);
    for (const char* text : {"2026-11-24", "24 Nov 2026", "24 November 2026", "24.11.2026", "24. nov 2026"})
        CHECK(adapters::dateFrom(QString::fromUtf8(text)) == day);
    for (const char* wrong : {"31 Feb 2026", "24/11/2026", "Nov 2026", "24 Foo 2026"})
        CHECK_FALSE(adapters::dateFrom(QString::fromUtf8(wrong)));

    CHECK(adapters::periodFrom(QStringLiteral("every 3 months")) == Period{0, 3, 0, 0});
    CHECK(adapters::periodFrom(QStringLiteral("Weekly")) == Period{0, 0, 1, 0});
    CHECK(adapters::periodFrom(QStringLiteral("P1Y6M")) == Period{1, 6, 0, 0});
    CHECK_FALSE(adapters::periodFrom(QStringLiteral("every so often")));
    CHECK_FALSE(adapters::periodFrom(QStringLiteral("0 months")));
}

TEST_CASE("the text of every period reads back as the same period") {
    for (const Period period : {Period{0, 1, 0, 0}, Period{1, 0, 0, 0}, Period{1, 6, 0, 0}, Period{0, 0, 2, 0},
                                Period{0, 0, 0, 10}, Period{2, 3, 0, 5}}) {
        INFO(base::toWords(period));
        CHECK(adapters::periodFrom(adapters::toQt(base::toWords(period))) == period);
    }
}

TEST_CASE("references are written by name, and a name that means two is refused") {
    const FieldEdit edit(planWithTeams());
    const auto& team = field(Kind::step, "team");
    const base::AnyId fire("team-1");
    CHECK(edit.text(team, FieldValue(fire)) == QStringLiteral("Fire"));
    CHECK(edit.value(team, QStringLiteral("Fire")).value() == FieldValue(fire));
    CHECK(edit.value(team, QStringLiteral("team-1")).value() == FieldValue(fire));
    CHECK(edit.value(team, QString()).value() == FieldValue(base::AnyId()));
    CHECK(edit.value(team, QStringLiteral("Twins")).error().code == "two-names");
    CHECK(edit.value(team, QStringLiteral("Nobody")).error().code == "unknown-name");
}

TEST_CASE("choices are read by label or name, and child lists are not text") {
    const FieldEdit edit(planWithTeams());
    const auto& type = field(Kind::step, "type");
    const FieldValue decision = model::ChoiceValue{static_cast<std::uint8_t>(model::StepType::decision)};
    CHECK(edit.value(type, QStringLiteral("decision")).value() == decision);
    CHECK(edit.value(type, QStringLiteral("Decision")).value() == decision);
    CHECK(edit.value(type, QStringLiteral("banana")).error().code == "not-a-choice");
    CHECK(edit.value(field(Kind::flow, "variants"), QStringLiteral("x")).error().code == "owned");
}
