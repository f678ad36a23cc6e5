#include "adapters/removal_question.h"

#include "edit/outcome_edit.h"
#include "project/model_reader.h"
#include "support/examples.h"
#include "support/json_references.h"
#include "support/paths.h"

#include <QFile>

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Model;
using test::JsonReferences;

namespace {

std::string contentOf(const std::filesystem::path& path) {
    QFile file(QString::fromStdString(path.string()));
    REQUIRE(file.open(QIODevice::ReadOnly));
    return file.readAll().toStdString();
}

// Told one by one: all that goes with `id` without being part of it, and every mention that is left without its target.
std::size_t toldInFile(const JsonReferences& json, const std::string& id) {
    const std::set<std::string> gone = json.goneWith({id});
    const std::set<std::string> own = json.within(id);
    std::size_t count = json.leftWithout(gone).size();
    for (const std::string& each : gone)
        if (!own.contains(each) && (each.starts_with("asgn") || each.starts_with("intr"))) ++count;
    return count;
}

} // namespace

TEST_CASE("the question before a role or a team goes lists every referrer that the file has") {
    std::size_t most = 0;
    for (const test::BundledExample& example : test::bundledExamples) {
        const std::string text = contentOf(test::sourceDir() / "resources/examples" / example.fileName);
        const auto read = project::readModel(text);
        REQUIRE(read);
        const JsonReferences json(text);
        for (const auto* ids : {&read->model.plan().roles.ids(), &read->model.plan().teams.ids()})
            for (const AnyId& id : *ids) {
                INFO(example.fileName << " " << id.text());
                const adapters::RemovalQuestion question = adapters::removalQuestion(read->model, {id});
                const auto told = static_cast<std::size_t>(question.effects.size());
                CHECK(told == toldInFile(json, std::string(id.text())));
                most = std::max(most, told);
            }
    }
    CHECK(most > 10);
}

TEST_CASE("the question names assignments that go with a role, and counts what a thing owns") {
    base::CountingIdGenerator ids;
    edit::Added outcome = edit::addOutcome(model::makeEmptyModel(AnyId("plan-1"), "Plan"),
                                           model::Perspective::peopleServed, "Fast answers", ids)
                              .value();
    const AnyId outcomeId = outcome.id;
    Model model = edit::addMeasure(outcome.model, model::Id<model::Outcome>(outcome.id), "Days", ids).value().model;
    adapters::RemovalQuestion question = adapters::removalQuestion(model, {outcomeId});
    CHECK(question.effects.isEmpty());
    CHECK(question.contents == QStringLiteral("With it: 1 measure."));

    edit::Added role = edit::addNew(model, model.plan().id, model::Kind::role, "Clerk", ids).value();
    edit::Added right = edit::addNew(role.model, model.plan().id, model::Kind::decisionRight, "Approve", ids).value();
    auto assignment = std::make_shared<model::Assignment>();
    assignment->id = AnyId("asgn-000000000001");
    assignment->role = model::Id<model::Role>(role.id);
    assignment->letter = model::Letter::a;
    model = edit::add(right.model, right.id, assignment).value();
    question = adapters::removalQuestion(model, {role.id});
    REQUIRE(question.effects.size() == 1);
    CHECK(question.effects.front() == QStringLiteral("Assignment “A Clerk” of decision right “Approve” goes too"));
}
