#include "session/document_session.h"

#include "edit/entity_edit.h"
#include "model/entity_type.h"
#include "session/gesture.h"

#include <QSignalSpy>

#include <catch2/catch.hpp>

#include <memory>
#include <string>

using namespace flowspine;
using model::AnyId;
using model::Kind;
using model::Model;
using session::DocumentSession;
using session::Selection;

namespace {

struct Fixture {
    DocumentSession session{std::make_unique<base::CountingIdGenerator>(),
                            std::make_unique<base::FixedClock>(*base::makeDate(2026, 11, 23))};
    AnyId outcome;
    AnyId flow;

    Fixture() {
        session.open(model::makeEmptyModel(AnyId("plan-000000000001"), "Permits"));
        outcome = add(Kind::outcome, "Fast decisions");
        flow = add(Kind::flow, "Permit");
        REQUIRE(commitField(flow, "outcomes", std::vector<AnyId>{outcome}));
        session.markSaved();
    }

    AnyId add(Kind kind, const std::string& title) {
        AnyId id;
        const auto edit = [&](const Model& plan) -> base::Result<Model> {
            base::Result<edit::Added> added = edit::addNew(plan, plan.plan().id, kind, title, session.ids());
            if (!added) return added.error();
            id = added->id;
            return added->model;
        };
        REQUIRE(session.commit(QStringLiteral("Add"), edit));
        return id;
    }

    static session::Edit setting(const AnyId& id, std::string_view field, model::FieldValue value) {
        return [id, field, value](const Model& plan) { return edit::setField(plan, id, field, value); };
    }

    base::Result<> commitField(const AnyId& id, std::string_view field, model::FieldValue value,
                               const QString& mergeKey = {}) {
        return session.commit(QStringLiteral("Change"), setting(id, field, std::move(value)), mergeKey);
    }

    std::string title() const { return session.live().find(model::Id<model::Outcome>(outcome))->title; }
    std::vector<AnyId> delivers() const { return session.live().find(model::Id<model::Flow>(flow))->outcomes.ids(); }
};

} // namespace

TEST_CASE("a hundred previews of a drag are one undo step") {
    Fixture f;
    const int before = f.session.undoStack().count();
    const Model start = f.session.committed();
    const auto gesture = f.session.beginGesture(QStringLiteral("Rename"));
    for (int i = 0; i < 100; ++i) REQUIRE(gesture->preview(Fixture::setting(f.outcome, "title", std::to_string(i))));
    CHECK(f.title() == "99");
    CHECK(f.session.committed() == start);
    gesture->commit();
    CHECK(f.session.undoStack().count() == before + 1);
    CHECK(f.session.undoStack().undoText() == QStringLiteral("Rename"));
    f.session.undo();
    CHECK(f.session.live() == start);
    f.session.redo();
    CHECK(f.title() == "99");
}

TEST_CASE("a cancelled gesture leaves no step and no change") {
    Fixture f;
    const int before = f.session.undoStack().count();
    {
        const auto gesture = f.session.beginGesture(QStringLiteral("Rename"));
        REQUIRE(gesture->preview(Fixture::setting(f.outcome, "title", std::string("other"))));
        gesture->cancel();
        CHECK_FALSE(gesture->isRunning());
        CHECK(f.title() == "Fast decisions");
    }
    {
        const auto gesture = f.session.beginGesture(QStringLiteral("Rename"));
        REQUIRE(gesture->preview(Fixture::setting(f.outcome, "title", std::string("other"))));
    } // destroyed while running
    CHECK(f.title() == "Fast decisions");
    CHECK(f.session.undoStack().count() == before);
    CHECK_FALSE(f.session.isModified());
}

TEST_CASE("previews start from the plan as it was when the gesture began") {
    Fixture f;
    const auto gesture = f.session.beginGesture(QStringLiteral("Change"));
    REQUIRE(gesture->preview(Fixture::setting(f.outcome, "title", std::string("other"))));
    REQUIRE(gesture->preview(Fixture::setting(f.outcome, "statement", std::string("soon"))));
    CHECK(f.title() == "Fast decisions");
    const base::Result<> refused = gesture->preview(Fixture::setting(f.outcome, "no such field", std::string("x")));
    CHECK_FALSE(refused);
    CHECK(f.session.live().find(model::Id<model::Outcome>(f.outcome))->statement == "soon");
}

TEST_CASE("a refused edit changes nothing and says why") {
    Fixture f;
    QSignalSpy refused(&f.session, &DocumentSession::editRefused);
    QSignalSpy changed(&f.session, &DocumentSession::changed);
    const Model start = f.session.committed();
    const int before = f.session.undoStack().count();
    CHECK_FALSE(f.commitField(f.outcome, "owner", AnyId("role-000000000009")));
    CHECK(refused.count() == 1);
    CHECK_FALSE(refused.first().first().toString().isEmpty());
    CHECK(changed.count() == 0);
    CHECK(f.session.committed().isSameAs(start));
    CHECK(f.session.undoStack().count() == before);
}

TEST_CASE("an edit that changes nothing pushes no step") {
    Fixture f;
    const int before = f.session.undoStack().count();
    REQUIRE(f.commitField(f.outcome, "title", std::string("Fast decisions")));
    CHECK(f.session.undoStack().count() == before);
    CHECK_FALSE(f.session.isModified());
}

TEST_CASE("undo of a cascade delete restores links and selection") {
    Fixture f;
    f.session.select(Selection({f.outcome, f.flow}));
    REQUIRE(
        f.session.commit(QStringLiteral("Delete"), [&](const Model& plan) { return edit::remove(plan, {f.outcome}); }));
    CHECK(f.delivers().empty());
    CHECK(f.session.selection() == Selection({f.flow}));
    f.session.undo();
    CHECK(f.delivers() == std::vector<AnyId>{f.outcome});
    CHECK(f.session.selection() == Selection({f.outcome, f.flow}));
}

TEST_CASE("redo selects what the step added, if that was selected after it") {
    Fixture f;
    f.session.select(f.flow);
    const AnyId added = f.add(Kind::outcome, "Second");
    f.session.select(added);
    f.session.select(f.outcome);
    f.session.undo();
    CHECK(f.session.selection() == Selection({f.flow}));
    f.session.redo();
    CHECK(f.session.selection() == Selection({added}));
}

TEST_CASE("steps with the same merge key become one, but never across a save") {
    Fixture f;
    const int before = f.session.undoStack().count();
    const QString key = QStringLiteral("rank");
    REQUIRE(f.commitField(f.outcome, "title", std::string("a"), key));
    REQUIRE(f.commitField(f.outcome, "title", std::string("b"), key));
    CHECK(f.session.undoStack().count() == before + 1);
    REQUIRE(f.commitField(f.outcome, "title", std::string("c"), QStringLiteral("other")));
    CHECK(f.session.undoStack().count() == before + 2);
    f.session.markSaved();
    REQUIRE(f.commitField(f.outcome, "title", std::string("d"), QStringLiteral("other")));
    CHECK(f.session.undoStack().count() == before + 3);
    f.session.undo();
    CHECK(f.title() == "c");
    CHECK_FALSE(f.session.isModified());
}

TEST_CASE("merged steps that come back to where they began leave no step") {
    Fixture f;
    const int before = f.session.undoStack().count();
    const QString key = QStringLiteral("toggle");
    REQUIRE(f.commitField(f.outcome, "title", std::string("a"), key));
    REQUIRE(f.commitField(f.outcome, "title", std::string("Fast decisions"), key));
    CHECK(f.session.undoStack().count() == before);
    CHECK_FALSE(f.session.isModified());
}

TEST_CASE("saving and undoing settle the running gesture first") {
    Fixture f;
    auto gesture = f.session.beginGesture(QStringLiteral("Rename"));
    REQUIRE(gesture->preview(Fixture::setting(f.outcome, "title", std::string("typed"))));
    const Model written = f.session.beginSave();
    CHECK(written.find(model::Id<model::Outcome>(f.outcome))->title == "typed");
    CHECK_FALSE(gesture->isRunning());
    f.session.markSaved(written);
    CHECK_FALSE(f.session.isModified());

    gesture = f.session.beginGesture(QStringLiteral("Rename"));
    REQUIRE(gesture->preview(Fixture::setting(f.outcome, "title", std::string("more"))));
    f.session.undo();
    CHECK(f.title() == "typed");
    CHECK(f.session.undoStack().canRedo());
}

TEST_CASE("beginning a gesture settles the one before") {
    Fixture f;
    const auto first = f.session.beginGesture(QStringLiteral("One"));
    REQUIRE(first->preview(Fixture::setting(f.outcome, "title", std::string("one"))));
    const auto second = f.session.beginGesture(QStringLiteral("Two"));
    CHECK_FALSE(first->isRunning());
    CHECK(f.session.committed().find(model::Id<model::Outcome>(f.outcome))->title == "one");
    second->cancel();
    CHECK(f.title() == "one");
}

TEST_CASE("a proposal is dropped, not committed, when something else settles it") {
    Fixture f;
    const int steps = f.session.undoStack().count();
    const auto proposal =
        f.session.beginGesture(QStringLiteral("Paste"), session::DocumentSession::WhenSettled::cancels);
    REQUIRE(proposal->preview(Fixture::setting(f.outcome, "title", std::string("pasted"))));
    CHECK(f.title() == "pasted");
    f.session.settleGesture();
    CHECK_FALSE(proposal->isRunning());
    CHECK(f.title() != "pasted");
    CHECK(f.session.undoStack().count() == steps);
}

TEST_CASE("a plan that was edited while it was being written stays modified") {
    Fixture f;
    REQUIRE(f.commitField(f.outcome, "title", std::string("first")));
    const Model written = f.session.beginSave();
    REQUIRE(f.commitField(f.outcome, "title", std::string("second")));
    f.session.markSaved(written);
    CHECK(f.session.isModified());
    f.session.undo();
    CHECK_FALSE(f.session.isModified());
}

TEST_CASE("replacing the plan by what is saved keeps undo and selection") {
    Fixture f;
    f.session.select(Selection({f.outcome, f.flow}));
    const Model mine = f.session.committed();
    const Model theirs = *edit::remove(mine, {f.outcome});
    f.session.replaceBySaved(theirs, QStringLiteral("Reload"));
    CHECK_FALSE(f.session.isModified());
    CHECK(f.session.live() == theirs);
    CHECK(f.session.selection() == Selection({f.flow}));
    f.session.undo();
    CHECK(f.session.live() == mine);
    CHECK(f.session.isModified());
}

TEST_CASE("a plan that can only be read refuses commits and previews") {
    Fixture f;
    QSignalSpy refused(&f.session, &DocumentSession::editRefused);
    f.session.setReadOnly(true);
    CHECK_FALSE(f.commitField(f.outcome, "title", std::string("x")));
    const auto gesture = f.session.beginGesture(QStringLiteral("Rename"));
    CHECK_FALSE(gesture->preview(Fixture::setting(f.outcome, "title", std::string("x"))));
    gesture->commit();
    CHECK(f.title() == "Fast decisions");
    CHECK(refused.count() == 2);
}

TEST_CASE("opening another plan forgets undo, selection and the running gesture") {
    Fixture f;
    f.session.select(f.outcome);
    const auto gesture = f.session.beginGesture(QStringLiteral("Rename"));
    REQUIRE(gesture->preview(Fixture::setting(f.outcome, "title", std::string("x"))));
    QSignalSpy reset(&f.session, &DocumentSession::reset);
    f.session.open(model::makeEmptyModel(AnyId("plan-000000000002"), "Other"));
    gesture->commit();
    CHECK(reset.count() == 1);
    CHECK(f.session.selection().isEmpty());
    CHECK(f.session.undoStack().count() == 0);
    CHECK(f.session.live().entityCount() == 1);
    CHECK_FALSE(f.session.isModified());
}

TEST_CASE("changed() tells exactly the difference, and nothing selected is gone when it is sent") {
    Fixture f;
    f.session.select(f.outcome);
    int heard = 0;
    QObject::connect(&f.session, &DocumentSession::changed, &f.session,
                     [&](const Model& before, const Model& after, const diff::ModelDiff& difference) {
                         ++heard;
                         CHECK(diff::apply(difference, before) == after);
                         CHECK(f.session.live().isSameAs(after));
                         CHECK(f.session.selection().isEmpty());
                     });
    REQUIRE(
        f.session.commit(QStringLiteral("Delete"), [&](const Model& plan) { return edit::remove(plan, {f.outcome}); }));
    CHECK(heard == 1);
}
