#include "edit/spine_edit.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Letter;
using model::Model;
using model::SpineCategory;
using model::Stability;

namespace {

std::vector<std::string> cell(const Model& model, SpineCategory category, Stability stability) {
    std::vector<std::string> titles;
    model.forEach(model.plan().spine, [&](const model::SpineItem& item) {
        if (item.category == category && item.stability == stability) titles.push_back(item.title);
    });
    return titles;
}

using Titles = std::vector<std::string>;
constexpr SpineCategory legal = SpineCategory::legalRegulatory;
constexpr SpineCategory finance = SpineCategory::financialControls;
constexpr Stability cannot = Stability::cannotChange;
constexpr Stability adaptable = Stability::adaptable;

struct Matrix {
    base::CountingIdGenerator ids;
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    Id<model::SpineItem> law{item(legal, cannot, "Law")};
    Id<model::SpineItem> budget{item(finance, cannot, "Budget")};
    Id<model::SpineItem> code{item(legal, cannot, "Code")};
    Id<model::SpineItem> rules{item(legal, adaptable, "Desk rules")};

    AnyId item(SpineCategory category, Stability stability, const char* title) {
        const edit::Added added = *edit::addSpineItem(model, category, stability, title, ids);
        model = added.model;
        return added.id;
    }
};

// A decision right with three roles to give letters to.
struct Table {
    base::CountingIdGenerator ids;
    Model model = model::makeEmptyModel(AnyId("plan-1"), "Plan");
    Id<model::DecisionRight> right{add(Kind::decisionRight, "Grant a permit")};
    Id<model::Role> head{add(Kind::role, "Head")};
    Id<model::Role> clerk{add(Kind::role, "Clerk")};
    Id<model::Role> board{add(Kind::role, "Board")};

    AnyId add(Kind kind, const char* title) {
        const edit::Added added = *edit::addNew(model, model.plan().id, kind, title, ids);
        model = added.model;
        return added.id;
    }
    void assign(const Id<model::Role>& role, std::optional<Letter> letter) {
        model = Model(edit::assignLetter(model, right, role, letter, ids).value());
    }
    // "Head A, Clerk R"
    std::string letters() const {
        std::string text;
        model.forEach(model.find(right)->assignments, [&](const model::Assignment& assignment) {
            text += (text.empty() ? "" : ", ") + model.find(assignment.role)->name + " " +
                    std::string(model::labelOf(assignment.letter));
        });
        return text;
    }
};

} // namespace

TEST_CASE("spine items are added last in their cell") {
    const Matrix matrix;
    CHECK(cell(matrix.model, legal, cannot) == Titles{"Law", "Code"});
    CHECK(cell(matrix.model, finance, cannot) == Titles{"Budget"});
    CHECK(cell(matrix.model, legal, adaptable) == Titles{"Desk rules"});
}

TEST_CASE("an item is put into another cell of the matrix, also without an authority") {
    const Matrix matrix;
    const Model moved = *edit::reclassify(matrix.model, matrix.rules, legal, cannot);
    CHECK(cell(moved, legal, cannot) == Titles{"Law", "Code", "Desk rules"});
    CHECK(cell(edit::reclassify(matrix.model, matrix.rules, legal, cannot, 1).value(), legal, cannot) ==
          Titles{"Law", "Desk rules", "Code"});
    CHECK(cell(edit::reclassify(matrix.model, matrix.law, legal, cannot, 1).value(), legal, cannot) ==
          Titles{"Code", "Law"});
    CHECK(cell(edit::reclassify(matrix.model, matrix.law, finance, adaptable).value(), finance, adaptable) ==
          Titles{"Law"});
    CHECK(edit::reclassify(matrix.model, matrix.law, legal, cannot, 0).value().isSameAs(matrix.model));
    CHECK(edit::reclassify(matrix.model, Id<model::SpineItem>("spin-gone"), legal, cannot).error().code == "no-entity");
}

TEST_CASE("an adaptable item holds within fixed ones") {
    const Matrix matrix;
    const Model within = *edit::setWithin(matrix.model, matrix.rules, matrix.law, true);
    CHECK(within.find(matrix.rules)->within.ids() == std::vector<AnyId>{matrix.law});
    CHECK(edit::setWithin(within, matrix.rules, matrix.law, true).value().isSameAs(within));
    CHECK(edit::setWithin(within, matrix.rules, matrix.law, false).value() == matrix.model);
    CHECK(edit::setWithin(within, matrix.law, matrix.law, true).error().code == "same-item");
}

TEST_CASE("a role has one letter in a decision right, changed and taken away in place") {
    Table table;
    table.assign(table.head, Letter::a);
    table.assign(table.clerk, Letter::r);
    table.assign(table.board, Letter::c);
    CHECK(table.letters() == "Head A, Clerk R, Board C");
    table.assign(table.clerk, Letter::i);
    CHECK(table.letters() == "Head A, Clerk I, Board C");
    table.assign(table.clerk, std::nullopt);
    CHECK(table.letters() == "Head A, Board C");
    table.assign(table.clerk, std::nullopt);
    CHECK(table.letters() == "Head A, Board C");
    CHECK(
        edit::assignLetter(table.model, table.right, Id<model::Role>("role-gone"), Letter::a, table.ids).error().code ==
        "no-entity");
}

TEST_CASE("letters that a file holds twice for one role become one") {
    Table table;
    table.assign(table.head, Letter::r);
    auto second = std::make_shared<model::Assignment>();
    second->id = AnyId("asgn-second");
    second->role = table.head;
    second->letter = Letter::c;
    table.model = Model(edit::add(table.model, table.right, second).value());
    table.assign(table.head, Letter::a);
    CHECK(table.letters() == "Head A");
}

TEST_CASE("the only decider takes the letter from all others, in the scheme's own letter") {
    Table table;
    table.assign(table.head, Letter::a);
    table.assign(table.board, Letter::a);
    table.assign(table.clerk, Letter::r);
    table.model = Model(edit::makeOnlyDecider(table.model, table.right, table.clerk, table.ids).value());
    CHECK(table.letters() == "Clerk A");
    table.model = *edit::setField(table.model, table.right, "scheme",
                                  model::ChoiceValue{static_cast<std::uint8_t>(model::DecisionScheme::rapid)});
    table.model = Model(edit::makeOnlyDecider(table.model, table.right, table.head, table.ids).value());
    CHECK(table.letters() == "Clerk A, Head D");
}
