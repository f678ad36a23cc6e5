#include "adapters/name_gesture.h"

#include "base/clock.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using adapters::NameGesture;
using base::AnyId;

namespace {

struct Desk {
    Desk()
        : session(std::make_unique<base::CountingIdGenerator>(),
                  std::make_unique<base::FixedClock>(base::Date{20000})) {
        base::CountingIdGenerator ids(100);
        const edit::Added team =
            edit::addNew(session.live(), session.live().plan().id, model::Kind::team, "Old", ids).value();
        id = team.id;
        session.open(team.model);
        start = team.model;
    }
    [[nodiscard]] std::string name() const { return session.live().find(model::Id<model::Team>(id))->name; }
    [[nodiscard]] edit::Added newTeam() {
        return edit::addNew(session.committed(), session.committed().plan().id, model::Kind::team, {}, session.ids())
            .value();
    }
    session::DocumentSession session;
    AnyId id;
    model::Model start;
};

} // namespace

TEST_CASE("typing a name shows each keystroke and is one undo step") {
    Desk desk;
    NameGesture gesture(desk.session, desk.id);
    for (const char* text : {"N", "Ne", "New"}) CHECK(gesture.type(QString::fromUtf8(text)));
    CHECK(desk.name() == "New");
    CHECK(desk.session.undoStack().count() == 0);
    gesture.take();
    CHECK(desk.session.undoStack().count() == 1);
    desk.session.undo();
    CHECK(desk.name() == "Old");
}

TEST_CASE("a name that is dropped or empty leaves the old one") {
    Desk desk;
    {
        NameGesture gesture(desk.session, desk.id);
        CHECK(gesture.type(QStringLiteral("New")));
    }
    CHECK(desk.session.live() == desk.start);
    NameGesture gesture(desk.session, desk.id);
    CHECK(gesture.type(QStringLiteral("X")));
    CHECK(gesture.type(QStringLiteral("  ")));
    gesture.take();
    CHECK(desk.session.live() == desk.start);
    CHECK(desk.session.undoStack().count() == 0);
}

TEST_CASE("a name too long to be saved keeps the last good one") {
    Desk desk;
    NameGesture gesture(desk.session, desk.id);
    CHECK(gesture.type(QStringLiteral("Good")));
    CHECK(gesture.type(QString(2000000, u'x')));
    gesture.take();
    CHECK(desk.name() == "Good");
}

TEST_CASE("a new entity appears at once and goes again when it gets no name") {
    Desk desk;
    {
        NameGesture gesture(desk.session, QStringLiteral("Add a team"), desk.newTeam());
        CHECK(desk.session.live().plan().teams.size() == 2);
        gesture.take();
    }
    CHECK(desk.session.live() == desk.start);
    CHECK(desk.session.undoStack().count() == 0);

    NameGesture gesture(desk.session, QStringLiteral("Add a team"), desk.newTeam());
    CHECK(gesture.type(QStringLiteral("Fire")));
    gesture.take();
    CHECK(desk.session.live().plan().teams.size() == 2);
    CHECK(desk.session.undoStack().count() == 1);
    CHECK(desk.session.undoStack().undoText() == QStringLiteral("Add a team"));
}

TEST_CASE("saving in the middle of naming something new keeps it, and typing goes on as a rename") {
    Desk desk;
    NameGesture gesture(desk.session, QStringLiteral("Add a team"), desk.newTeam());
    CHECK(gesture.type(QStringLiteral("Fi")));
    const model::Model saved = desk.session.beginSave();
    CHECK(saved.plan().teams.size() == 2);
    CHECK(gesture.type(QStringLiteral("Fire")));
    gesture.take();
    CHECK(desk.session.live().find(model::Id<model::Team>(gesture.id()))->name == "Fire");
    CHECK(desk.session.undoStack().count() == 2);
}

TEST_CASE("a change with a question stands without an answer, and both are one step with one") {
    Desk desk;
    const auto changed = [&] {
        return edit::Added{edit::setField(desk.session.committed(), desk.id, "fte", 3.0).value(), desk.id};
    };
    NameGesture answered(desk.session, QStringLiteral("Staff"), changed(), "parentFunction");
    CHECK(answered.type(QStringLiteral("Operations")));
    answered.take();
    const auto* team = desk.session.live().find(model::Id<model::Team>(desk.id));
    CHECK(team->parentFunction == "Operations");
    CHECK(team->fte == 3.0);
    CHECK(desk.session.undoStack().count() == 1);
    desk.session.undo();
    NameGesture silent(desk.session, QStringLiteral("Staff"), changed(), "parentFunction");
    silent.take();
    CHECK(desk.session.live().find(model::Id<model::Team>(desk.id))->fte == 3.0);
}
