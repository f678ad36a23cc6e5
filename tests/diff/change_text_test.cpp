#include "diff/change_text.h"

#include "edit/roadmap_edit.h"
#include "model/draft.h"
#include "support/permit_office.h"
#include "support/random_edit.h"

#include <catch2/catch.hpp>

using namespace flowspine;
using model::AnyId;
using model::Id;
using model::Kind;
using model::Model;

namespace {

using Office = test::PermitOffice;

std::vector<std::string> lines(const Model& before, const Model& after) {
    std::vector<std::string> texts;
    for (const diff::ChangeLine& line : diff::describe(diff::diff(before, after), before, after))
        texts.push_back(line.sentence.english());
    return texts;
}

Model set(const Model& model, const AnyId& id, std::string_view field, model::FieldValue value) {
    const base::Result<Model> next = edit::setField(model, id, field, std::move(value));
    REQUIRE(next);
    return *next;
}

using Lines = std::vector<std::string>;

} // namespace

TEST_CASE("a changed field is told with its entity, its label and both values") {
    const Office office;
    CHECK(lines(office.model, *edit::handOver(office.model, {office.check}, office.oneStop)) ==
          Lines{"Variant “As-is”: lanes gained One-stop permit team",
                "Step “Check zoning”: team Planning → One-stop permit team"});
    CHECK(lines(office.model, set(office.model, office.check, "waitTime", base::fromHours(56))) ==
          Lines{"Step “Check zoning”: wait before set to 56 h"});
    const Model waiting = set(office.model, office.check, "waitTime", base::fromHours(56));
    CHECK(lines(waiting, office.model) == Lines{"Step “Check zoning”: wait before cleared, was 56 h"});
    CHECK(lines(waiting, set(waiting, office.check, "waitTime", base::fromHours(1.5))) ==
          Lines{"Step “Check zoning”: wait before 56 h → 1.5 h"});
}

TEST_CASE("labels stand inside the sentence as people write them") {
    Office office;
    CHECK(lines(office.model, set(office.model, office.check, "percentCompleteAccurate", 80.0)) ==
          Lines{"Step “Check zoning”: %C&A set to 80 %"});
    CHECK(lines(office.model,
                set(office.model, office.check, "percentCompleteAccurateEvidence", model::ChoiceValue{1})) ==
          Lines{"Step “Check zoning”: evidence of %C&A set to Measured"});
    CHECK(lines(office.model, set(office.model, office.check, "type", model::ChoiceValue{2})) ==
          Lines{"Step “Check zoning”: type Task → Decision"});
    const Model francs = set(office.model, office.model.plan().id, "currency", std::string("CHF"));
    const edit::Added item = *edit::addRoadmapItem(francs, model::Horizon::now, "Second counter", office.ids);
    CHECK(lines(item.model, set(item.model, item.id, "cost", 20'000.0)) ==
          Lines{"Roadmap item “Second counter”: cost set to 20000 CHF"});
}

TEST_CASE("a new name is told as a renaming, under the old name") {
    const Office office;
    CHECK(lines(office.model, set(office.model, office.check, "name", std::string("Check zoning rules"))) ==
          Lines{"Step “Check zoning” renamed to “Check zoning rules”"});
    CHECK(lines(office.model, set(office.model, office.check, "name", std::string())) ==
          Lines{"Step “Task”: name cleared, was Check zoning"});
}

TEST_CASE("lists tell what they gained and lost, or that their order changed") {
    const Office office;
    const Model one = set(office.model, office.check, "systems", std::vector<std::string>{"GIS", "Paper", "Mail"});
    CHECK(lines(office.model, one) == Lines{"Step “Check zoning”: systems gained “GIS”, “Paper” and “Mail”"});
    CHECK(lines(one, set(one, office.check, "systems", std::vector<std::string>{"GIS", "Portal", "Mail"})) ==
          Lines{"Step “Check zoning”: systems gained “Portal” and lost “Paper”"});
    CHECK(lines(one, set(one, office.check, "systems", std::vector<std::string>{"Mail", "GIS", "Paper"})) ==
          Lines{"Step “Check zoning”: systems in another order: “Mail”, “GIS” and “Paper”"});
    std::vector<std::string> many;
    for (char c = 'a'; c <= 'j'; ++c) many.emplace_back(1, c);
    CHECK(lines(office.model, set(office.model, office.check, "systems", many)) ==
          Lines{"Step “Check zoning”: systems gained “a”, “b”, “c”, “d”, “e” and 5 more"});
}

TEST_CASE("what comes or goes is one line with what it owns counted") {
    Office office;
    const Model before = office.model;
    const edit::Added other = *edit::addFlow(before, "Appeal", office.ids);
    CHECK(lines(before, other.model) == Lines{"Added flow “Appeal” with 1 variant, 2 steps and 1 link"});
    CHECK(lines(other.model, before) == Lines{"Removed flow “Appeal” with 1 variant, 2 steps and 1 link"});
    CHECK(lines(before, *edit::remove(before, {office.flow})) ==
          Lines{"Removed flow “Permit” with 1 variant, 4 steps and 3 links"});
    const edit::Added measure = *edit::addMeasure(before, office.faster, "Lead time", office.ids);
    CHECK(lines(before, measure.model) == Lines{"Added measure “Lead time”"});
}

TEST_CASE("removing a step tells the links that go with it and the references that are cleared") {
    Office office;
    base::Result<edit::Added> constraint = edit::addConstraintFor(office.model, office.faster, "Waiting", office.ids);
    const Model before = set(constraint->model, constraint->id, "locations", std::vector<AnyId>{office.check});
    CHECK(lines(before, *edit::remove(before, {office.check})) ==
          Lines{"Constraint “Waiting”: bites at lost Check zoning", "Removed step “Check zoning”",
                "Removed link “Start → Check zoning”", "Removed link “Check zoning → Decide”"});
}

TEST_CASE("the fewest moves explain a new order") {
    Office office;
    for (const char* title : {"Costs fall", "Trust grows", "Work is shared"})
        office.add(edit::addOutcome(office.model, model::Perspective::organisation, title, office.ids));
    const std::vector<AnyId> order = office.model.plan().outcomes.ids();
    const AnyId plan = office.model.plan().id;
    CHECK(lines(office.model, *edit::move(office.model, order[3], plan, 1)) ==
          Lines{"Outcome “Work is shared” moved before “Costs fall”"});
    CHECK(lines(office.model, *edit::move(office.model, order[0], plan, 9)) ==
          Lines{"Outcome “Permits come faster” moved to the end"});
    const Model twice = *edit::move(*edit::move(office.model, order[0], plan, 9), order[1], plan, 9);
    CHECK(lines(office.model, twice) == Lines{"Outcomes put in another order"});
}

TEST_CASE("a change of owner is one line, told from where to where") {
    Office office;
    const AnyId other =
        office.add(edit::addOutcome(office.model, model::Perspective::organisation, "Costs fall", office.ids));
    const AnyId measure = office.add(edit::addMeasure(office.model, office.faster, "Lead time", office.ids));
    CHECK(lines(office.model, *edit::move(office.model, measure, other, 0)) ==
          Lines{"Measure “Lead time” moved from outcome “Permits come faster” to outcome “Costs fall”"});
    // Also when the new owner was not there before.
    const edit::Added third = *edit::addOutcome(office.model, model::Perspective::organisation, "Trust", office.ids);
    CHECK(lines(office.model, *edit::move(third.model, measure, third.id, 0)) ==
          Lines{"Added outcome “Trust”",
                "Measure “Lead time” moved from outcome “Permits come faster” to outcome “Trust”"});
}

TEST_CASE("things without telling names are named with what they belong to") {
    Office office;
    const AnyId measure = office.add(edit::addMeasure(office.model, office.faster, "Lead time", office.ids));
    const AnyId reading = office.add(edit::addNew(office.model, measure, Kind::reading, "", office.ids));
    const Model dated = set(office.model, reading, "date", *base::parseDate("2027-03-03"));
    CHECK(lines(dated, set(dated, reading, "value", 52.0)) ==
          Lines{"Reading “3 Mar 2027” of measure “Lead time”: value set to 52"});
    const AnyId comment =
        office.add(edit::addNew(office.model, office.model.plan().id, Kind::comment, "Ada", office.ids));
    const Model about = set(office.model, comment, "about", office.check);
    CHECK(lines(about, set(about, comment, "resolved", true)) ==
          Lines{"Comment by “Ada” on step “Check zoning”: resolved no → yes"});
}

TEST_CASE("long texts show the words that differ") {
    const Office office;
    const std::string start = "The counter takes the papers, looks whether they are complete, and passes them to the ";
    const std::string end = " who read them within five working days and ask back only once, in writing, with a list.";
    const Model before = set(office.model, office.check, "notes", start + "planners" + end);
    const Model after = set(office.model, office.check, "notes", start + "one-stop team" + end);
    CHECK(lines(before, after) ==
          Lines{"Step “Check zoning”: notes “…complete, and passes them to the planners who read them "
                "within five working…” → “…complete, and passes them to the one-stop team who read "
                "them within five working…”"});
}

TEST_CASE("words that repeat in a long text are not counted as both what is before and what is behind a change") {
    const Office office;
    std::string many;
    for (int i = 0; i < 30; ++i) many += "again and ";
    const Model before = set(office.model, office.check, "notes", many + "end");
    CHECK(lines(before, set(before, office.check, "notes", many + "again and end")) ==
          Lines{"Step “Check zoning”: notes “…again and again and again and end” → “…again and again and again and "
                "again and "
                "end”"});
}

TEST_CASE("a long text that comes keeps its beginning and its end, on one line") {
    const Office office;
    std::string text = "First line\nsecond line";
    for (int i = 0; i < 30; ++i) text += " über";
    text += " the end";
    const Lines said = lines(office.model, set(office.model, office.check, "notes", text));
    REQUIRE(said.size() == 1);
    CHECK(said[0].starts_with("Step “Check zoning”: notes set to “First line second line über"));
    CHECK(said[0].ends_with("über the end”"));
    CHECK(said[0].size() < 130);
}

TEST_CASE("lines come by area in the order of the editors, then as the plan reads") {
    Office office;
    Model after = set(office.model, office.decide, "phase", std::string("Decision"));
    after = set(after, office.check, "phase", std::string("Review"));
    after = set(after, office.faster, "title", std::string("Permits come in days"));
    after = set(after, office.model.plan().id, "currency", std::string("EUR"));
    CHECK(lines(office.model, after) == Lines{"Plan “Permits”: currency set to “EUR”",
                                              "Outcome “Permits come faster” renamed to “Permits come in days”",
                                              "Step “Check zoning”: phase set to “Review”",
                                              "Step “Decide”: phase set to “Decision”"});
}

TEST_CASE("moving a box by hand is marked as placement") {
    Office office;
    const Model after = *edit::pinStep(office.model, office.check, 3, office.ids);
    for (const diff::ChangeLine& line : diff::describe(diff::diff(office.model, after), office.model, after))
        CHECK(line.isPlacement);
    CHECK(lines(office.model, after) == Lines{"Added placement “Check zoning”"});
    const Model again = *edit::pinStep(after, office.check, 4, office.ids);
    const std::vector<diff::ChangeLine> moved = diff::describe(diff::diff(after, again), after, again);
    REQUIRE(moved.size() == 1);
    CHECK(moved[0].isPlacement);
}

TEST_CASE("a change of unknown members alone is told") {
    const Office office;
    model::Draft draft(office.model);
    draft.change(office.check)->extra = model::Extra({{"x-risk", "3", 0}});
    CHECK(lines(office.model, draft.finish()) ==
          Lines{"Step “Check zoning”: members that this version does not know changed"});
}

TEST_CASE("arguments that look like places in a pattern stay as they are") {
    CHECK(diff::Sentence{"%1: %2 %3 %9 %", {"%2", "a", "%1"}}.english() == "%2: a %1 %9 %");
}

TEST_CASE("every random change can be told, each line in full and about something in one of the two plans") {
    const std::uint64_t seed = test::testSeed(99);
    INFO("FLOWSPINE_SEED=" << seed);
    test::Random random(seed);
    test::RandomEditor editor(random);
    Model first = test::randomModel(random);
    Model before = first;
    std::size_t told = 0;
    for (int i = 1; i <= 1500; ++i) {
        const test::RandomEdit edit = editor.next(before);
        if (!edit.result) continue;
        const Model after = *edit.result;
        // Single edits, and every now and then all that happened since.
        const Model& from = i % 100 == 0 ? first : before;
        const diff::ModelDiff difference = diff::diff(from, after);
        const std::vector<diff::ChangeLine> said = diff::describe(difference, from, after);
        INFO("edit " << i << ": " << edit.what);
        if (said.empty() != difference.isEmpty()) FAIL("said " << said.size() << " lines");
        diff::Area area = diff::Area::plan;
        for (const diff::ChangeLine& line : said) {
            const std::string text = line.sentence.english();
            CAPTURE(text);
            if (!from.contains(line.id) && !after.contains(line.id)) FAIL("a line about nothing");
            if (line.area < area) FAIL("areas out of order");
            if (text.find('\n') != std::string::npos) FAIL("more than one line");
            area = line.area;
            ++told;
        }
        before = after;
    }
    CHECK(told > 2000);
}
