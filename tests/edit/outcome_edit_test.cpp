#include "edit/outcome_edit.h"

#include "support/permit_office.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Id;
using model::Model;
using model::Perspective;
using Office = test::PermitOffice;

namespace {

// The titles of one perspective by rank.
std::vector<std::string> ranked(const Model& model, Perspective perspective) {
    std::vector<std::string> titles;
    model.forEach(model.plan().outcomes, [&](const model::Outcome& outcome) {
        if (outcome.perspective == perspective) titles.push_back(outcome.title);
    });
    return titles;
}

using Titles = std::vector<std::string>;
constexpr Perspective served = Perspective::peopleServed;
constexpr Perspective own = Perspective::organisation;

// People served: A C E; the organisation: B D; listed A B C D E.
struct Board {
    base::CountingIdGenerator ids;
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    std::vector<Id<model::Outcome>> outcomes;

    Board() {
        for (const char* title : {"A", "B", "C", "D", "E"}) {
            const edit::Added added = *edit::addNew(model, model.plan().id, model::Kind::outcome, title, ids);
            const auto perspective = static_cast<std::uint8_t>(outcomes.size() % 2);
            model = *edit::setField(added.model, added.id, "perspective", model::ChoiceValue{perspective});
            outcomes.emplace_back(added.id);
        }
    }
};

} // namespace

TEST_CASE("a new outcome gets its rank within its perspective") {
    Board board;
    CHECK(ranked(edit::addOutcome(board.model, served, "N", board.ids)->model, served) == Titles{"A", "C", "E", "N"});
    CHECK(ranked(edit::addOutcome(board.model, own, "N", board.ids)->model, own) == Titles{"B", "D", "N"});
    CHECK(ranked(edit::addOutcome(board.model, own, "N", board.ids, 0)->model, own) == Titles{"N", "B", "D"});
    CHECK(ranked(edit::addOutcome(board.model, own, "N", board.ids, 1)->model, own) == Titles{"B", "N", "D"});
    CHECK(ranked(edit::addOutcome(board.model, served, "N", board.ids, 1)->model, own) == Titles{"B", "D"});
}

TEST_CASE("moving an outcome sets perspective and rank and leaves the order of all others") {
    const Board board;
    const auto moved = [&](std::size_t which, Perspective to, std::size_t rank) {
        return edit::moveOutcome(board.model, board.outcomes[which], to, rank).value();
    };
    CHECK(ranked(moved(0, served, 1), served) == Titles{"C", "A", "E"});
    CHECK(ranked(moved(0, served, 2), served) == Titles{"C", "E", "A"});
    CHECK(ranked(moved(4, served, 0), served) == Titles{"E", "A", "C"});
    CHECK(ranked(moved(0, own, 0), own) == Titles{"A", "B", "D"});
    CHECK(ranked(moved(0, own, 1), own) == Titles{"B", "A", "D"});
    CHECK(ranked(moved(0, own, 9), own) == Titles{"B", "D", "A"});
    CHECK(ranked(moved(0, own, 9), served) == Titles{"C", "E"});
    CHECK(moved(2, served, 1).isSameAs(board.model));
}

TEST_CASE("pasted lines become outcomes in their order, without list marks and empty lines") {
    Board board;
    const std::string lines = "  Time to decision\r\n\n- Ease of compliance\n• Trust\t in us \n3. Cost\n12) Speed\n"
                              "2030 targets\n-5 % errors\n \t \n– Last";
    const edit::Pasted pasted = *edit::pasteOutcomes(board.model, own, lines, board.ids);
    CHECK(ranked(pasted.model, own) == Titles{"B", "D", "Time to decision", "Ease of compliance", "Trust  in us",
                                              "Cost", "Speed", "2030 targets", "-5 % errors", "Last"});
    CHECK(pasted.roots.size() == 8);
    CHECK(pasted.model.find(Id<model::Outcome>(pasted.roots[0]))->title == "Time to decision");
    CHECK(edit::pasteOutcomes(board.model, own, " \n\n", board.ids)->model.isSameAs(board.model));
    CHECK(edit::pasteOutcomes(board.model, own, "fine\n\xFF", board.ids).error().code == "not-utf8");
}

TEST_CASE("a constraint is made for an outcome, tied to another and untied") {
    Board board;
    const edit::Added added = *edit::addConstraintFor(board.model, board.outcomes[0], "Waiting", board.ids);
    const Id<model::Constraint> constraint(added.id);
    CHECK(added.model.find(constraint)->outcomes.ids() == std::vector<AnyId>{board.outcomes[0]});
    const Model tied = *edit::tieConstraint(added.model, constraint, board.outcomes[3]);
    CHECK(tied.find(constraint)->outcomes.size() == 2);
    CHECK(edit::tieConstraint(tied, constraint, board.outcomes[3]).value().isSameAs(tied));
    const Model untied = *edit::untieConstraint(tied, constraint, board.outcomes[0]);
    CHECK(untied.find(constraint)->outcomes.ids() == std::vector<AnyId>{board.outcomes[3]});
    CHECK(edit::addConstraintFor(board.model, Id<model::Outcome>("outc-gone"), "X", board.ids).error().code ==
          "unknown-reference");
    CHECK(edit::tieConstraint(tied, Id<model::Constraint>("cons-gone"), board.outcomes[0]).error().code == "no-entity");
}

TEST_CASE("a measure is added to its outcome") {
    Office office;
    const Id<model::Measure> measure{
        office.add(edit::addMeasure(office.model, office.faster, "Lead time", office.ids))};
    CHECK(office.model.find(office.faster)->measures.ids() == std::vector<AnyId>{measure});
    CHECK(office.model.find(measure)->name == "Lead time");
    CHECK(edit::addMeasure(office.model, Id<model::Outcome>("outc-gone"), "X", office.ids).error().code == "no-owner");
}
